/** @type {Record<string, string>} */
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#10': '\n' };

/**
 * Converts the HTML of a job summary to text for a terminal, with a line for each paragraph and table row.
 *
 * @param {string} html
 * @returns {string}
 */
export function summaryText(html) {
  return html
    .replace(/<\/t[hd]><t[hd][^>]*>/g, ' | ')
    .replace(/<pre>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(#?\w+);/g, (whole, name) => ENTITIES[name] ?? whole)
    .trim();
}
