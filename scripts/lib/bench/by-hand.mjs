// @ts-check
/** The areas of pip's cache. */
export const AREAS = ['http', 'http-v2', 'wheels'];

/**
 * What people paste to purge a cache, for sh: four pip commands. pip before 26.2 leaves directories behind; a find
 * deletes the empty ones then, as the step does.
 * @param {string} pipVersion
 * @returns {string} needs `python` on PATH, and PIP_CACHE_DIR
 */
export function purgeByHand(pipVersion) {
  const [major = 0, minor = 0] = pipVersion.split('.').map(Number);
  const prunes = major > 26 || (major === 26 && minor >= 2);
  const areas = AREAS.map((area) => `"$PIP_CACHE_DIR/${area}"`).join(' ');
  const existing = `set --; for area in ${areas}; do if [ -d "$area" ]; then set -- "$@" "$area"; fi; done`;
  const prune = prunes ? [] : [existing, 'if [ $# -gt 0 ]; then find "$@" -type d -empty -delete; fi'];
  return script([...pipCommands(['dir', 'info', 'purge', 'info']), ...prune]);
}

/**
 * What people paste to remove the built wheels of a package, for sh. The step also removes its HTTP responses, which
 * pip can't.
 * @param {string} pattern as pip takes it
 * @returns {string} needs `python` on PATH, and PIP_CACHE_DIR
 */
export function removeByHand(pattern) {
  return script(pipCommands(['dir', 'info', `remove ${pattern}`, 'info']));
}

/** @param {string[]} commands */
function pipCommands(commands) {
  return commands.map((command) => `python -m pip cache ${command} >/dev/null`);
}

/** @param {string[]} lines */
function script(lines) {
  return ['set -e', ...lines].join('\n');
}
