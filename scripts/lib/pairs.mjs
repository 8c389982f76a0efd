// @ts-check

/** @typedef {() => Promise<number>} Run one run, prepared and checked; gives its milliseconds */
/** @typedef {{ ratio: number, ours: number, theirs: number, spread: number, pairs: number }} Comparison medians in milliseconds */

const WIDE_SPREAD = 0.2;

/**
 * Compares two ways of doing a thing by the medians of interleaved pairs, after one run of each that doesn't count. When either side's
 * middle half is spread wider than a fifth of its median, as many pairs again are added, once.
 * @param {Run} ours
 * @param {Run} theirs
 * @param {number} pairs
 * @param {() => boolean} mayRepeat whether there is still time for more pairs
 * @returns {Promise<Comparison>}
 */
export async function compare(ours, theirs, pairs, mayRepeat) {
  await ours();
  await theirs();
  /** @type {number[]} */
  const a = [];
  /** @type {number[]} */
  const b = [];
  do {
    for (let pair = 0; pair < pairs; pair++) {
      a.push(await ours());
      b.push(await theirs());
    }
  } while (a.length === pairs && Math.max(spreadOf(a), spreadOf(b)) > WIDE_SPREAD && mayRepeat());
  const [one, other] = [median(a), median(b)];
  const spread = Math.max(spreadOf(a), spreadOf(b));
  return { ratio: one / other, ours: one, theirs: other, spread, pairs: a.length };
}

/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}

/** The middle half's width as a share of the median. @param {readonly number[]} values */
function spreadOf(values) {
  return (quantile(values, 0.75) - quantile(values, 0.25)) / median(values);
}

/** @param {readonly number[]} values @param {number} share */
function quantile(values, share) {
  const sorted = values.toSorted((one, other) => one - other);
  const at = share * (sorted.length - 1);
  const [low = Number.NaN, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}
