// Compares the outputs of a reset with what find and du counted before and after it. The environment variables RESET,
// BEFORE and AFTER have the outputs of these steps as JSON. The argument is the expected outcome. Exits with code 1 if
// anything differs.

/** @param {string} name @returns {Record<string, string>} */
const outputs = (name) => JSON.parse(process.env[name] ?? '{}');
/** @param {string} name */
function count(name) {
  const { files, bytes, directories, 'disk-bytes': diskBytes } = outputs(name);
  return { files: Number(files), bytes: Number(bytes), directories: Number(directories), diskBytes: Number(diskBytes) };
}

const [outcome = ''] = process.argv.slice(2);
const reset = outputs('RESET');
const [before, after] = [count('BEFORE'), count('AFTER')];
// A dry run of a purge counts everything as removed.
const left = outcome === 'dry-run' ? { files: 0, bytes: 0, directories: 0, diskBytes: 0 } : after;
/** @type {Record<string, string | number>} */
const expected = {
  outcome,
  'files-before': before.files,
  'files-after': after.files,
  'files-removed': before.files - left.files,
  'bytes-before': before.bytes,
  'bytes-after': after.bytes,
  'bytes-removed': before.bytes - left.bytes,
  'directories-removed': before.directories - left.directories,
  'disk-bytes-freed': before.diskBytes - left.diskBytes,
};
if (!(before.files > 0)) expected['files-before'] = 'more than nothing';
if (outcome !== 'reset') expected['files-after'] = before.files;

for (const [name, value] of Object.entries(expected)) {
  const same = reset[name] === String(value);
  if (!same) process.exitCode = 1;
  console.log(`${same ? 'as counted' : 'DIFFERS'}: ${name} is ${reset[name]}${same ? '' : `, and not ${value}`}`);
}
