import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../../../src', import.meta.url));

/** An import of a file in src: of which module, and of which names (without those of types). */
interface Import {
  readonly file: string;
  readonly module: string;
  readonly names: readonly string[];
}

const IMPORT = /import (?<type>type )?(?<names>[^'";]*?)(?: from )?'(?<module>[^']+)'|import\('(?<dynamic>[^']+)'\)/g;

const files = globSync('**/*.ts', { cwd: src }).map((file) => file.replaceAll('\\', '/'));
const imports: Import[] = files.flatMap((file) =>
  [...readFileSync(join(src, file), 'utf8').matchAll(IMPORT)].flatMap(({ groups = {} }) => {
    if (groups.type) return [];
    const names = (groups.names ?? '').replace(/[{}]/g, '').split(',');
    const values = names.map((name) => name.trim()).filter((name) => name !== '' && !name.startsWith('type '));
    return [{ file, module: groups.module ?? groups.dynamic ?? '', names: values }];
  }),
);

const filesThat = (wanted: (found: Import) => boolean) =>
  [...new Set(imports.filter(wanted).map(({ file }) => file))].sort();

/** What of Node's fs changes the disk. */
const CHANGES =
  /^(unlink|rm|rmdir|write|append|rename|mkdir|mkdtemp|f?truncate|l?chmod|l?chown|f?chmod|f?chown|l?utimes|link|symlink|copyFile|cp|createWriteStream)/;

describe('src', () => {
  it('is read whole', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(filesThat(({ module }) => module === '@actions/core')).toContain('report/report.ts');
    expect(filesThat(({ module }) => module === '../modes/remove.js')).toEqual(['reset/make-plan.ts']);
  });

  it('changes the disk in four places: what is in a cache, what pip runs in, the report, and what of a value is written but not all', () => {
    const changing = imports.flatMap(({ file, module, names }) =>
      module.startsWith('node:fs') ? names.filter((name) => CHANGES.test(name)).map((name) => `${file}: ${name}`) : [],
    );
    expect(changing.sort()).toEqual([
      'cache/delete.ts: rmdirSync',
      'cache/delete.ts: unlinkSync',
      'pip/scratch.ts: mkdirSync',
      'pip/scratch.ts: mkdtempSync',
      'pip/scratch.ts: rmdirSync',
      'report/all-or-nothing.ts: truncateSync',
      'report/report-file.ts: unlinkSync',
      'report/report-file.ts: writeFileSync',
    ]);
    // By a name that hides which of them is used, it could be any.
    expect(
      imports.filter(({ module, names }) => module.startsWith('node:fs') && names.some((name) => !/^\w+$/.test(name))),
    ).toEqual([]);
    expect(filesThat(({ module }) => /^(fs|module)(\/|$)/.test(module))).toEqual([]);
  });

  it('starts processes in one place', () => {
    expect(filesThat(({ module }) => module === '@actions/exec')).toEqual(['pip/process.ts']);
    expect(filesThat(({ module }) => /^(node:)?(child_process|cluster)$/.test(module))).toEqual([]);
  });

  it('makes no network requests', () => {
    expect(filesThat(({ module }) => /^(node:)?(https?|http2|net|tls|dgram|dns|undici)(\/|$)/.test(module))).toEqual(
      [],
    );
    const fetching = files.filter((file) =>
      /\b(fetch|WebSocket|EventSource)\(/.test(readFileSync(join(src, file), 'utf8')),
    );
    expect(fetching).toEqual([]);
  });

  it.each([
    ['cache', /^\.\.\/(pip|modes|report)\/|^@actions\//],
    ['pip', /^\.\.\/(cache|modes|report)\//],
    ['modes', /^\.\.\/report\/|^@actions\//],
    ['report', /^\.\.\/modes\//],
  ])('has a room %s that imports nothing of %s', (room, others) => {
    const own = imports.filter(({ file }) => file.startsWith(`${room}/`));
    expect(own).not.toEqual([]);
    expect(own.filter(({ module }) => others.test(module))).toEqual([]);
  });
});
