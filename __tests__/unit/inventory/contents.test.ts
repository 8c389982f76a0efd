import { describe, expect, it } from 'vitest';
import { entries, listingWriter } from '../../../src/cache/listing.js';
import { contentsOf } from '../../../src/inventory/contents.js';
import { type Inventory, KINDS, type Label } from '../../../src/inventory/label.js';

const NOTHING = { files: 0, bytes: 0, oldest: 0, newest: 0 };

/** An inventory of files of a cache, each with its label, bytes, and when it was written. */
function inventory(...files: [label: Label, bytes: number, modified: number][]): Inventory {
  const writer = listingWriter('/c');
  const common = { diskBytes: 512, born: 0 };
  writer.add({ depth: 0, kind: 'directory', name: 'http', bytes: 0, modified: 99, ...common });
  for (const [index, [, bytes, modified]] of files.entries())
    writer.add({ depth: 1, kind: 'file', name: `${index}`, bytes, modified, ...common });
  const numbers = (name: 'project' | 'version') => {
    const names = [undefined, ...new Set(files.flatMap(([label]) => label[name] ?? []))];
    return { names, of: Uint32Array.from([0, ...files.map(([label]) => names.indexOf(label[name]))]) };
  };
  const [projects, versions] = [numbers('project'), numbers('version')];
  return {
    listing: writer.done(),
    kindOf: Uint8Array.from([KINDS.indexOf('unknown'), ...files.map(([{ kind }]) => KINDS.indexOf(kind))]),
    projectOf: projects.of,
    versionOf: versions.of,
    projects: projects.names,
    versions: versions.names,
  };
}

const foo = (version: string): Label => ({ kind: 'wheel', project: 'foo', version });
const PAGE: Label = { kind: 'index page', project: 'foo' };
const BAR: Label = { kind: 'built wheel', project: 'bar', version: '2.0' };
const UNKNOWN: Label = { kind: 'unknown' };

describe('contentsOf', () => {
  it('adds up by project and by kind, the largest first', () => {
    const contents = contentsOf(
      inventory([foo('1.0'), 10, 5], [PAGE, 1, 3], [BAR, 200, 7], [UNKNOWN, 1000, 1], [{ kind: 'redirect' }, 2, 9]),
    );
    expect(contents.projects).toEqual([
      {
        project: 'bar',
        files: 1,
        bytes: 200,
        oldest: 7,
        newest: 7,
        versions: ['2.0'],
        moreVersions: 0,
        kinds: ['built wheel'],
      },
      {
        project: 'foo',
        files: 2,
        bytes: 11,
        oldest: 3,
        newest: 5,
        versions: ['1.0'],
        moreVersions: 0,
        kinds: ['index page', 'wheel'],
      },
    ]);
    expect(contents.kinds).toEqual({
      'index page': { files: 1, bytes: 1, oldest: 3, newest: 3 },
      wheel: { files: 1, bytes: 10, oldest: 5, newest: 5 },
      sdist: NOTHING,
      metadata: NOTHING,
      'built wheel': { files: 1, bytes: 200, oldest: 7, newest: 7 },
      redirect: { files: 1, bytes: 2, oldest: 9, newest: 9 },
      unknown: { files: 1, bytes: 1000, oldest: 1, newest: 1 },
      unreadable: { files: 0, bytes: 0, oldest: 0, newest: 0 },
    });
    expect(contents.all).toEqual({ files: 5, bytes: 1213, oldest: 1, newest: 9 });
  });

  it('adds up only the entries among', () => {
    const all = inventory([foo('1.0'), 10, 5], [foo('2.0'), 20, 6], [BAR, 200, 7]);
    const contents = contentsOf(
      all,
      [...entries(all.listing)].filter(({ name }) => name === '1' || name === 'http'),
    );
    expect(contents.projects).toEqual([
      {
        project: 'foo',
        files: 1,
        bytes: 20,
        oldest: 6,
        newest: 6,
        versions: ['2.0'],
        moreVersions: 0,
        kinds: ['wheel'],
      },
    ]);
    expect(contents.all).toEqual({ files: 1, bytes: 20, oldest: 6, newest: 6 });
  });

  it('has versions once each, the least first, those that PEP 440 does not know before', () => {
    const versions = ['1.10', '1.2', '1.2', '1.0rc1', '1.0', '1!0', 'unheard', '2.0+b', '2.0', 'an'];
    const contents = contentsOf(inventory(...versions.map((version): [Label, number, number] => [foo(version), 1, 1])));
    expect(contents.projects[0]?.versions).toEqual([
      'an',
      'unheard',
      '1.0rc1',
      '1.0',
      '1.2',
      '1.10',
      '2.0',
      '2.0+b',
      '1!0',
    ]);
  });

  it('keeps a thousand versions, and counts the others', () => {
    const versions = Array.from({ length: 1002 }, (_, index) => `1.${index}`);
    const files = [...versions, ...versions].map((version): [Label, number, number] => [foo(version), 1, 1]);
    const contents = contentsOf(inventory(...files));
    expect(contents.projects).toMatchObject([{ files: 2004, moreVersions: 2 }]);
    expect(contents.projects[0]?.versions).toHaveLength(1000);
  });

  it('compares no more versions than it can in a moment', () => {
    const files = Array.from({ length: 60_000 }, (_, at): [Label, number, number] => {
      const label: Label = { kind: 'wheel', project: `p-${at % 100}`, version: `1.${at}` };
      return [label, 1, 1];
    });
    const all = inventory(...files);
    const began = process.cpuUsage();
    const { projects } = contentsOf(all);
    expect(projects.map(({ versions }) => versions.length)).toEqual(Array(100).fill(600));
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(2000);
  });

  it('goes by name where two are of a size', () => {
    const projects = ['c', 'a', 'b'].map((project): [Label, number, number] => [{ kind: 'index page', project }, 1, 1]);
    expect(contentsOf(inventory(...projects)).projects.map(({ project }) => project)).toEqual(['a', 'b', 'c']);
  });

  it('is nothing where there is nothing', () => {
    expect(contentsOf(inventory())).toEqual({
      projects: [],
      kinds: Object.fromEntries(KINDS.map((kind) => [kind, NOTHING])),
      all: NOTHING,
    });
  });

  it("takes a response's age from its body, since its metadata is written anew when the index confirms a page", () => {
    const writer = listingWriter('/c');
    const common = { bytes: 1, diskBytes: 0, born: 0 };
    const hash = 'a'.repeat(56);
    writer.add({ depth: 0, kind: 'directory', name: 'http-v2', modified: 1, ...common });
    writer.add({ depth: 1, kind: 'file', name: hash, modified: 500, ...common });
    writer.add({ depth: 1, kind: 'file', name: `${hash}.body`, modified: 7, ...common });
    const listing = writer.done();
    const none = { projectOf: new Uint32Array(3), versionOf: new Uint32Array(3), projects: [], versions: [] };
    const kindOf = new Uint8Array(3);
    expect(contentsOf({ listing, kindOf, ...none }).all).toEqual({ files: 2, bytes: 2, oldest: 7, newest: 7 });
    const alone = [...entries(listing)].slice(0, 2);
    expect(contentsOf({ listing, kindOf, ...none }, alone).all).toEqual({ files: 1, bytes: 1, oldest: 0, newest: 0 });
  });
});
