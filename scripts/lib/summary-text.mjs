/** @type {Record<string, string>} */
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#10': '\n' };

/**
 * The text of a job summary's HTML, for a terminal: a line per paragraph and table row.
 *
 * @param {string} html
 */
export function summaryText(html) {
  return html
    .replace(/<\/t[hd]><t[hd][^>]*>/g, ' | ')
    .replace(/<pre>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(#?\w+);/g, (whole, name) => ENTITIES[name] ?? whole)
    .trim();
}
