// @ts-check
import { execFileSync } from 'node:child_process';

// The space before the last member is never written: a file system keeps none of it.
const WRITE = `
import json, sys, zipfile
path, options = sys.argv[1], json.loads(sys.argv[2])
with zipfile.ZipFile(path, 'w') as archive:
    *first, last = options['names']
    for index in range(options.get('fillers', 0)):
        archive.writestr('%d' % index, b'')
    for name in first:
        archive.writestr(name, b'content')
    if 'lastAt' in options:
        archive.start_dir = int(options['lastAt'])
    archive.writestr(last, b'content')
`;

/**
 * Makes Python write a zip, as large as is wanted: it then has zip64 records.
 * @param {string} python the interpreter
 * @param {string} path
 * @param {object} options
 * @param {string[]} options.names its members
 * @param {number} [options.fillers] empty members before those
 * @param {number} [options.lastAt] where the last member begins, in bytes
 */
export function writeZip(python, path, options) {
  execFileSync(python, ['-c', WRITE, path, JSON.stringify(options)]);
}
