// @ts-check

/** @typedef {{ wall: number, cpu?: number | undefined }} Sample milliseconds of a run; `cpu` only if measured */
/** @typedef {() => Promise<Sample>} Run one run, prepared and checked */
/** @typedef {{ ratio: number, ours: number, theirs: number, spread: number }} Ratio medians in milliseconds */
/** @typedef {{ wall: Ratio, cpu: Ratio | undefined, pairs: number }} Comparison */
/** @typedef {() => Promise<() => Promise<void>>} StartLoad starts other work, and gives a function that ends it */

const WIDE_SPREAD = 0.2;

/**
 * Compares two ways of doing a thing by the medians of interleaved pairs, after one pair that doesn't count. When the
 * middle half of either side's wall times is wider than a fifth of their median, as many pairs again are added, once.
 * @param {object} options
 * @param {Run} options.ours
 * @param {Run} options.theirs
 * @param {number} options.pairs
 * @param {() => boolean} options.mayRepeat whether there is still time for more pairs
 * @param {() => Promise<unknown>} [options.first] runs in place of `ours` in the pair that doesn't count
 * @param {StartLoad} [options.load] other work that runs during each pair
 * @returns {Promise<Comparison>}
 */
export async function compare({ ours, theirs, pairs, mayRepeat, first = ours, load }) {
  /** @template T @param {() => Promise<T>} run */
  async function pair(run) {
    const end = await load?.();
    try {
      return /** @type {const} */ ([await run(), await theirs()]);
    } finally {
      await end?.();
    }
  }
  /** @type {Sample[]} */
  const a = [];
  /** @type {Sample[]} */
  const b = [];
  await pair(first);
  do {
    for (let count = 0; count < pairs; count++) {
      const [our, their] = await pair(ours);
      a.push(our);
      b.push(their);
    }
  } while (a.length === pairs && wallRatio(a, b).spread > WIDE_SPREAD && mayRepeat());
  return { wall: wallRatio(a, b), cpu: cpuRatio(a, b), pairs: a.length };
}

/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}

/** @param {readonly Sample[]} a @param {readonly Sample[]} b */
function wallRatio(a, b) {
  return ratioOf(
    a.map(({ wall }) => wall),
    b.map(({ wall }) => wall),
  );
}

/** @param {readonly Sample[]} a @param {readonly Sample[]} b */
function cpuRatio(a, b) {
  const [ours, theirs] = [a, b].map((samples) => samples.flatMap(({ cpu }) => cpu ?? []));
  return ours?.length === a.length && theirs?.length === b.length ? ratioOf(ours, theirs) : undefined;
}

/** @param {readonly number[]} a @param {readonly number[]} b @returns {Ratio} */
function ratioOf(a, b) {
  const [ours, theirs] = [median(a), median(b)];
  return { ratio: ours / theirs, ours, theirs, spread: Math.max(spreadOf(a), spreadOf(b)) };
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
