// @ts-check

/**
 * @typedef {object} Figure
 * @property {string} [label] which of a measure's figures it is
 * @property {number | undefined} value undefined when it could not be measured
 * @property {string} [missing] why it could not be measured
 * @property {number | undefined} target the most that it may be; undefined when it is only shown
 * @property {'' | 'MB' | 'kB' | 'ms'} [unit]
 */

/**
 * @typedef {object} Measured
 * @property {Figure[]} figures
 * @property {string} detail
 * @property {string[]} [flaws] why the measure doesn't count although there are figures
 */

/** @typedef {'met' | 'MISSED' | 'UNKNOWN'} Verdict `UNKNOWN`: none missed, one not measured */

/** @param {Measured} measured @returns {Verdict} */
export function verdictOf({ figures, flaws = [] }) {
  const judged = figures.filter(({ target }) => target !== undefined);
  if (flaws.length > 0 || judged.some(isMissed)) return 'MISSED';
  return judged.some(({ value }) => value === undefined) ? 'UNKNOWN' : 'met';
}

/**
 * The line that the benchmark prints for a measure.
 * @param {string} name
 * @param {string} what
 * @param {Measured} measured
 */
export function resultLine(name, what, measured) {
  const figures = measured.figures.map(shown).join(', ');
  const flaws = (measured.flaws ?? []).map((flaw) => `; ${flaw}`).join('');
  return `${verdictOf(measured).padEnd(7)}  ${name.padEnd(21)} ${figures}  ${what}: ${measured.detail}${flaws}`;
}

/** @param {number} value in milliseconds */
export function milliseconds(value) {
  return value < 1000 ? `${value.toFixed(0)} ms` : seconds(value);
}

/** @param {number} value in milliseconds */
export function seconds(value) {
  return `${(value / 1000).toFixed(2)} s`;
}

/** @param {number} count */
export function pairsText(count) {
  return count === 1 ? '1 pair' : `${count} pairs`;
}

/** @param {import('./pairs.mjs').Ratio} ratio */
export function medians({ ours, theirs, spread }) {
  return `${milliseconds(ours)} / ${milliseconds(theirs)}, spread ${Math.round(100 * spread)} %`;
}

// What is printed is judged: 0.50 meets 0.50.
/** @param {Figure} figure */
function isMissed({ value, target, unit }) {
  return value !== undefined && target !== undefined && !(Number(rounded(value, unit)) <= target);
}

/** @param {Figure} figure */
function shown({ label, value, missing, target, unit }) {
  const name = label === undefined ? '' : `${label} `;
  if (value === undefined) return `${name}not measured${missing === undefined ? '' : `: ${missing}`}`;
  const limit = target === undefined ? 'no target' : `target ${withUnit(target, unit)}`;
  return `${name}${withUnit(value, unit)} (${limit})`;
}

/** @param {number} value @param {Figure['unit']} unit */
function withUnit(value, unit) {
  return unit ? `${rounded(value, unit)} ${unit}` : rounded(value, unit);
}

/** @param {number} value @param {Figure['unit']} unit */
function rounded(value, unit) {
  return value.toFixed(unit ? 0 : 2);
}
