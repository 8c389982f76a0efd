import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { htmlPageReader } from '../../../../src/inventory/formats/html-page.js';
import { beginningLabel, readPage } from '../../../../src/inventory/formats/index-page.js';
import { jsonPageReader } from '../../../../src/inventory/formats/json-page.js';
import { startPace } from '../../../../src/util/pace.js';
import { seededBytes } from '../../../support/seeded.mjs';
import { unhurried } from '../../../support/unhurried.js';
import { inMemory } from '../responses.js';

const FILES =
  '"files":[{"filename":"foo_bar-1.0-py3-none-any.whl","url":"https://files.example/foo_bar-1.0-py3-none-any.whl"}]';
const FOO = { kind: 'index page', project: 'foo' };
const FOO_BAR = { kind: 'index page', project: 'foo-bar' };

const UNKNOWN = { kind: 'unknown' };
const OPTIONS = { pace: unhurried, progress: () => '' };

/** A page as a response. */
function response(page: string | Buffer, encoding?: string) {
  return { status: 200, encoding, body: inMemory(Buffer.from(page)) };
}

/** What all of a page says. */
async function label(page: string) {
  return (await readPage(response(page), OPTIONS))?.label;
}

/** The addresses on a page, in its order. */
async function linksOf(page: string | Buffer, encoding?: string): Promise<string[]> {
  const links: string[] = [];
  await readPage(response(page, encoding), OPTIONS, (link) => links.push(link) > 0);
  return links;
}

function json(...filenames: unknown[]): string {
  return JSON.stringify({ meta: {}, files: filenames.map((filename) => ({ filename })) });
}

function html(...links: string[]): string {
  return `<!DOCTYPE html><html><head><title>Index</title></head><body>${links.map((link) => `<a href="${link}">x</a>`).join('\n')}</body></html>`;
}

describe('beginningLabel', () => {
  const beginning = (page: string) => beginningLabel(Buffer.from(page), false);
  const all = (page: string) => beginningLabel(Buffer.from(page), true);

  it('goes by the first files of JSON', () => {
    expect(beginning(`{${FILES},"name":"foo`)).toEqual(FOO_BAR);
    expect(beginning(json('foo-1.0.zip', 'foo-1.1.zip').slice(0, -3))).toEqual(FOO);
    expect(beginning('{"files":[')).toBeUndefined();
    expect(beginning(json('foo-1.0.zip', 'bar-1.1.zip').slice(0, -3))).toBeUndefined();
  });

  it('goes by all of it where it has that', () => {
    expect(all(`{${FILES},"name":"foo"}`)).toEqual(FOO);
    expect(all('{"name":"foo"}')).toEqual(UNKNOWN);
  });

  it.each([
    ['a title', '<!DOCTYPE html><html><head><title>Links for Foo</title></head><body></body></html>'],
    ['a heading', '<html><body><h1>Links for foo</h1></body></html>'],
    ['capital letters', '<HTML><HEAD><TITLE>Links for FOO</TITLE></HEAD></HTML>'],
    ['white space', '\n <!DOCTYPE   html>\n<html><title> Links for foo\n</title></html>'],
    ['no html element', '<head><title>Links for foo</title></head>'],
    ['a body alone', '<body><h1>Links for foo</h1></body>'],
  ])('goes by the title of HTML: %s', (_, page) => {
    expect(beginning(page)).toEqual(FOO);
    expect(all(page)).toEqual(FOO);
  });

  it.each([
    ['no title', html('foo-1.0.zip')],
    ['a title that is cut off', '<html><head><title>Links for fo'],
    ['a title with an entity', '<html><title>Links for foo&#45;bar</title>'],
    ['a title with an attribute', '<html><title lang=en>Links for foo</title>'],
  ])('wants all of HTML with %s', (_, page) => {
    expect(beginning(page)).toBeUndefined();
    expect(all(page)).toBeUndefined();
  });

  it('knows no project whose title is no name', () => {
    expect(beginning(html().replace('Index', 'Links for ../foo'))).toEqual(UNKNOWN);
  });

  it.each([
    ['XML', '<?xml version="1.0"?><title>Links for foo</title>'],
    ['a part of HTML', '<title>Links for foo</title>'],
    ['an element that begins alike', '<htmlx><title>Links for foo</title></htmlx>'],
    ['text', 'Links for foo'],
    ['nothing', ''],
  ])('takes for no page: %s', async (_, page) => {
    expect(beginning(page)).toEqual(UNKNOWN);
    expect(await label(page)).toBeUndefined();
    expect(await linksOf(page)).toEqual([]);
  });
});

describe('readPage', () => {
  it.each([
    ['behind the files', `{${FILES},"meta":{},"name":"Foo"}`],
    [
      'behind the files, and more behind it',
      `{${FILES},"name":"foo","project-status":{"status":"active"},"versions":["1"]}`,
    ],
    ['before the files', `{"meta":{"api-version":"1.1"},"name":"FOO",${FILES}}`],
    ['with spaces', `{\n ${FILES},\n "name" : "foo"\n}\n`],
    ['more than once: the last counts', `{"name":"foo-bar",${FILES},"name":"foo"}`],
    ['escaped', String.raw`{${FILES},"name":"f\u006fo"}`],
    ['its key escaped behind another', String.raw`{"name":"foo-bar",${FILES},"n\u0061me":"foo"}`],
    ['beside a text that looks like one', String.raw`{${FILES},"name":"foo","note":"\"name\":\"bar\""}`],
    ['beside a text that ends in a backslash', String.raw`{${FILES},"note":"\\","name":"foo"}`],
    ['beside a text of backslashes and a quote', String.raw`{${FILES},"note":"\\\\\\\"name\":\"bar","name":"foo"}`],
    ['of a page whose files say nothing', '{"files":[],"name":"foo"}'],
    ['of a page whose files are of others', `{"name":"foo","files":[{"filename":"a-1.zip"},{"filename":"b-1.zip"}]}`],
  ])('reads the name in JSON, %s', async (_, page) => {
    expect(JSON.parse(page).name.toLowerCase()).toBe('foo');
    expect(await label(page)).toEqual(FOO);
  });

  it.each([
    ['inside of another value', `{${FILES},"meta":{"name":"foo"}}`],
    ['inside of a list', `{${FILES},"authors":[{"name":"foo"}]}`],
    ['inside of the files', '{"files":[{"filename":"foo_bar-1.0.tar.gz","name":"foo"}]}'],
    ['as a value', `{${FILES},"key":"name"}`],
    ['that is a number', `{${FILES},"name":1}`],
    ['that is a number in the end', `{${FILES},"name":"foo","name":1}`],
    ['that is nothing', `{${FILES},"name":null}`],
    ['that is cut off', `{${FILES},"name":"fo`],
    ['in text', String.raw`{${FILES},"note":"\"name\":\"foo\"}"}`],
    ['of an object that is not closed', `{${FILES},"name":"foo"`],
    ['of an object with more behind it', `{${FILES},"name":"foo"} x`],
    ['of an object with text behind it', `{${FILES},"name":"foo"} "x"`],
    // A part of the text is gone in each of these.
    ['that is a key, too', `{${FILES},"name":"sha256":"0a1b"}`],
    ['behind a number', `{${FILES},"name":1"foo"}`],
    ['behind an object', `{${FILES},"name":{"a":1} "foo"}`],
    ['without a colon', `{${FILES},"name" "foo"}`],
    ['whose key is behind a key', `{${FILES},"more""name":"foo"}`],
    ['with a value behind it', `{${FILES},"name":"foo" "bar"}`],
    ['with a colon too many', `{${FILES},"name"::"foo"}`],
    ['with a file whose value is gone', `{${FILES.slice(0, -2)}"a" "b"}],"name":"foo"}`],
  ])('goes by the files of JSON where a name is %s', async (_, page) => {
    expect(await label(page)).toEqual(FOO_BAR);
  });

  it.each([
    ['no files', '{"name":"foo"}'],
    ['files that are no list', '{"files":{"filename":"foo-1.0.tar.gz"},"name":"foo"}'],
    ['a list of all projects', '{"meta":{},"projects":[{"name":"foo"}]}'],
    ['no name and no files', '{}'],
    ['no object', '["files","name"]'],
    ['more closed than opened', '{}}{"files":[],"name":"foo"}'],
    ['files of two projects', json('foo-1.0.tar.gz', 'bar-1.0.tar.gz')],
    ['files that are none', json('foo-1.0.exe', 'foo-1.0.tar.gz.asc', 1, null)],
    ['a name that can be none', '{"files":[],"name":"../foo"}'],
    ['an empty name', '{"files":[],"name":""}'],
    ['a name of 300 characters', `{"files":[],"name":"${'a'.repeat(300)}"}`],
    ['a name of 70,000 characters', `{"files":[],"name":"${'a'.repeat(70_000)}"}`],
    ['a name with an escape that is none', String.raw`{"files":[],"name":"f\oo"}`],
    ['a file name that is cut off', '{"files":[{"filename":"foo-1.0.tar.gz'],
    ['file names without a list of files', '{"filename":"foo-1.0.tar.gz"}'],
    ['file names in another list', '{"others":[{"filename":"foo-1.0.tar.gz"}]}'],
    [
      'file names deeper in the list of files',
      '{"files":[{"core":{"filename":"foo-1.0.tar.gz"}},[{"filename":"foo-1.0.tar.gz"}]]}',
    ],
    ['a byte order mark', `\ufeff{${FILES},"name":"foo"}`],
    ['an array that never ends', `{"a":${'['.repeat(300_000)}`],
  ])('names none for JSON with %s', async (_, page) => {
    expect(await label(page)).toBeUndefined();
  });

  it('passes over eggs, installers and signatures', async () => {
    expect(await label(json('foo-1.0-py2.7.egg', 'foo-1.0.win32.exe', 'foo-1.0.zip.asc', 'foo-1.0.zip'))).toEqual(FOO);
  });

  it.each([
    ['HTML', html],
    ['JSON', json],
  ])('names none for %s with the files of another project behind the first thousands of one', async (_, page) => {
    const files = Array.from(
      { length: 3000 },
      (_, index) => `foo-1.${index}${index % 2 ? '.zip' : '-py3-none-any.whl'}`,
    );
    expect(await label(page(...files))).toEqual(FOO);
    expect(await label(page(...files, 'bar-1.0.zip'))).toBeUndefined();
    expect(await label(page(...files, 'bar-1.0-py3-none-any.whl'))).toBeUndefined();
  });

  it('looks into 20,000 sdists, and names none for a page of more without a name', async () => {
    const sdists = (count: number) => Array.from({ length: count }, (_, index) => `foo-${index}.zip`);
    expect(await label(json(...sdists(20_000)))).toEqual(FOO);
    expect(await label(json(...sdists(20_001)))).toBeUndefined();
  });

  it('makes no objects of a page to find its name and its links', async () => {
    // As objects, these 9 MB would take 200 MB.
    const page = Buffer.from(`{${FILES},"name":"foo","more":[${'{},'.repeat(3_000_000)}0]}`);
    const before = process.memoryUsage().heapUsed;
    const links: string[] = [];
    const facts = await readPage(response(page), OPTIONS, (link) => links.push(link) > 0);
    expect(facts?.label).toEqual(FOO);
    expect(links).toHaveLength(1);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50e6);
  });

  it.each([
    ['a title', '<!DOCTYPE html><html><head><title>Links for Foo</title></head><body></body></html>'],
    ['a heading', '<html><body><h1>Links for foo</h1></body></html>'],
    ['capital letters', '<HTML><HEAD><TITLE>Links for FOO</TITLE></HEAD></HTML>'],
    ['white space', '\n <!DOCTYPE   html>\n<html><title> Links for foo\n</title></html>'],
    ['a title of one and files of another', html('bar-1.0.tar.gz').replace('Index', 'Links for foo')],
    ['a title that is written in entities', html('bar-1.0.tar.gz').replace('Index', 'Links&#32;for&#x20;f&#111;o')],
    ['a title with an attribute', html().replace('<title>Index', '<title lang="en">Links for foo')],
    ['a heading of several elements', html().replace('</body>', '<h1 class=a>Links for <b>foo</b></h1></body>')],
    [
      'a title behind a comment of another',
      html().replace('<title>Index', '<!-- <title>Links for bar</title> --><title>Links for foo'),
    ],
    [
      'a title behind a script with another',
      html().replace('<title>Index', '<script>"<title>Links for bar</title>"</script><title>Links for foo'),
    ],
    [
      'two titles: the first counts',
      html().replace('</title>', '</title><title>Links for foo</title><h1>Links for bar</h1>'),
    ],
  ])('reads HTML with %s', async (_, page) => {
    expect(await label(page)).toEqual(FOO);
  });

  it.each([
    ['alone', html('../../packages/foo-1.0.tar.gz#sha256=aa', '/foo-1.1-py3-none-any.whl')],
    ['in single quotes', html().replace('</body>', "<a class=x href='foo-1.0.tar.gz'>x</a></body>")],
    ['with an escaped &', html('https://h.example/foo-1.0.tar.gz?a=1&amp;b=2')],
    ['with attributes before', html().replace('</body>', '<a data-x="1" href="foo-1.0.tar.gz">x</a></body>')],
    ['without quotes', html().replace('</body>', '<a href=foo-1.0.tar.gz>x</a></body>')],
    ['in capital letters', html().replace('</body>', '<A HREF="foo-1.0.tar.gz">x</A></body>')],
    ['in entities', html('f&#111;&#x6f;-1.0.tar.gz')],
    ['beside eggs', html('foo-1.0-py2.7.egg', 'foo-1.0.tar.gz')],
  ])('reads HTML with links %s', async (_, page) => {
    expect(await label(page)).toEqual(FOO);
  });

  it.each([
    ['links of two projects', html('foo-1.0.tar.gz', 'bar-1.0.tar.gz')],
    ['no links', html()],
    ['the list of all projects', html('/simple/foo/', '/simple/bar/').replace('Index', 'Simple index')],
    ['a title that can be no name', html('foo-1.0.zip').replace('Index', 'Links for ../foo')],
    ['a title of two words', html().replace('Index', 'Links for foo bar')],
    ['a title of 70,000 characters', html().replace('Index', `Links for ${'a'.repeat(70_000)}`)],
    ['a title that is cut off', '<html><head><title>Links for fo'],
    ['a link that is cut off', '<html><a href="foo-1.0.tar.gz'],
    ['a link in another element', html().replace('</body>', '<area href="foo-1.0.tar.gz"></body>')],
    ['a link in a comment', html().replace('</body>', '<!-- <a href="foo-1.0.tar.gz">x</a> --></body>')],
    ['a link in a script', html().replace('</body>', '<script>"<a href=foo-1.0.tar.gz>"</script></body>')],
    ['a link in another attribute', html().replace('</body>', '<a data-href="foo-1.0.tar.gz">x</a></body>')],
    ['an anchor without an address', html().replace('</body>', '<a href>x</a><a href="">y</a><a>z</a></body>')],
  ])('names none for HTML with %s', async (_, page) => {
    expect(await label(page)).toBeUndefined();
  });

  const WHEEL = 'https://files.example/a/foo-1.0-py3-none-any.whl';
  it.each<[what: string, attributes: string, links: string[]]>([
    ['in double quotes', `href="${WHEEL}"`, [WHEEL]],
    ['in single quotes', `href='${WHEEL}'`, [WHEEL]],
    ['without quotes', `href=${WHEEL}`, [WHEEL]],
    ['with spaces around its =', `href = "${WHEEL}"`, [WHEEL]],
    ['in capital letters', `HREF="${WHEEL}"`, [WHEEL]],
    ['behind a > in another attribute', `data-requires-python=">=3.9" href="${WHEEL}"`, [WHEEL]],
    ['behind a reason with a tag in it', `data-yanked="broken: <a href='x'> and <b>" href="${WHEEL}"`, [WHEEL]],
    ['before that it is yanked', `href="${WHEEL}" data-yanked`, [WHEEL]],
    ['with a fragment', `href="${WHEEL}#sha256=aa"`, [`${WHEEL}#sha256=aa`]],
    ['with an entity', `href="${WHEEL}?a=1&amp;b=2&#38;c=3&quot;"`, [`${WHEEL}?a=1&b=2&c=3"`]],
    ['with an & that is no entity', `href="${WHEEL}?a=1&b=2"`, [`${WHEEL}?a=1&b=2`]],
    ['with a character beyond ASCII', `href="${WHEEL}?ü"`, [`${WHEEL}?ü`]],
    ['twice: the last counts', `href="x" href="${WHEEL}"`, [WHEEL]],
    ['in an element that closes itself', `href="${WHEEL}" /`, [WHEEL]],
    ['without a value', 'href', []],
    ['that is empty', 'href=""', []],
  ])('finds a link %s', async (_, attributes, links) => {
    const page = html().replace('</body>', `<a ${attributes}>x</a></body>`);
    expect(await linksOf(page)).toEqual(links);
    expect(await linksOf(gzipSync(page), 'gzip')).toEqual(links);
  });

  it.each<[what: string, head: string, base: string | undefined]>([
    ['none', '', undefined],
    ['one', '<base href="https://files.example/x/">', 'https://files.example/x/'],
    ['capital letters', '<BASE HREF=https://files.example/x/>', 'https://files.example/x/'],
    ['one without an address before', '<base target=a><base href><base href="/x/">', '/x/'],
    ['two: the first counts', '<base href="/x/"><base href="/y/">', '/x/'],
    ['two of which the first is empty', '<base href=""><base href="/y/">', undefined],
    ['two addresses: the first counts', '<base href="/x/" href="/y/">', '/x/'],
  ])('says what the links are relative to: %s', async (_, head, base) => {
    const facts = await readPage(response(html('foo-1.zip').replace('</head>', `${head}</head>`)), OPTIONS);
    expect(facts).toEqual({ label: FOO, base });
  });

  it('takes the files of JSON alone for links', async () => {
    const page = String.raw`{"meta":{"url":"a"},"files":[{"url":"b","core":{"url":"c"},"provenance":"d"},{"url" : "e\/\u0066"},["url"],"url",{"url":1}],"url":"g","tracks":["h"]}`;
    expect(JSON.parse(page).files[1].url).toBe('e/f');
    expect(await linksOf(page)).toEqual(['b', 'e/f']);
  });

  it.each([
    ['no text', '{"files":[{"url":1},{"url":null},{}]}'],
    ['an escape that is none', String.raw`{"files":[{"url":"https:\q/foo-1.0.tar.gz"}]}`],
    ['one that is cut off', '{"files":[{"url":"https://h.example/foo-1.0.tar.gz'],
    ['one in text', String.raw`{"files":[],"note":"\"url\":\"https://h.example/foo-1.0.tar.gz\""}`],
  ])('finds no link in JSON with %s', async (_, page) => {
    expect(await linksOf(page)).toEqual([]);
  });

  it.each([
    ['JSON', (link: string) => JSON.stringify({ files: [{ url: link }] })],
    ['HTML', (link: string) => html(link)],
  ])('follows no address of more than 8,192 characters: %s', async (_, page) => {
    const link = (length: number) => `https://h.example/${'a'.repeat(length - 'https://h.example/'.length)}`;
    expect(await linksOf(page(link(8192)))).toEqual([link(8192)]);
    expect(await linksOf(page(link(8193)))).toEqual([]);
    expect(await linksOf(page(link(200_000)))).toEqual([]);
  });

  it('ends where its follower wants no more', async () => {
    const links: string[] = [];
    const read = readPage(response(html('a', 'b', 'c')), OPTIONS, (link) => links.push(link) < 2);
    expect(await read).toBeUndefined();
    expect(links).toEqual(['a', 'b']);
  });

  it.each([
    ['JSON', Buffer.from(`{"note":"ü\\"é","more":{"a":[1,{"b":"]"}]},${FILES},"n\\u0061me":"f\\u006fo","x":"\\\\"}`)],
    [
      'HTML',
      Buffer.from(
        html('foo-1.zip?a=1&amp;b=ü', 'b&#x27;r-1.zip')
          .replace('Index', 'Links&nbsp;for Foo')
          .replace(
            '</body>',
            "<!-- -- x --><A CLASS=y HREF='foo-2.zip' data-yanked='<>'>z</A><h1>Links for f&#111;o</h1></body>",
          ),
      ),
    ],
  ])('is the same however it is cut in parts: %s', async (kind, page) => {
    const make = kind === 'JSON' ? jsonPageReader : htmlPageReader;
    const read = (sizes: readonly number[]) => {
      const reader = make();
      let at = 0;
      for (const size of sizes) {
        reader.write(page.subarray(at, at + size));
        at += size;
      }
      reader.write(page.subarray(at));
      return { facts: reader.end(), links: reader.links };
    };
    const whole = read([]);
    expect(whole.facts.label).toEqual(FOO);
    expect(whole.links.length).toBeGreaterThan(0);
    for (let size = 1; size < page.length; size += 1) {
      expect(read([size]), `${size}`).toEqual(whole);
      expect(read(Array(Math.floor(page.length / size)).fill(size)), `parts of ${size}`).toEqual(whole);
    }
  });
});

describe('the bounds of readPage', () => {
  /** Compresses at most as well as deflate can. */
  const bomb = (start: string, repeated: string, bytes: number) =>
    gzipSync(Buffer.concat([Buffer.from(start), Buffer.alloc(bytes, repeated)]), { level: 9 });
  const plain = (start: string, repeated: string, bytes: number) =>
    Buffer.concat([Buffer.from(start), Buffer.alloc(bytes, repeated)]);

  it('is 64 KiB, or a hundred times as much as is stored', async () => {
    const page = (bytes: number) => {
      const start = `{${FILES},"name":"foo","more":"`;
      return `${start}${'x'.repeat(bytes - start.length - 2)}"}`;
    };
    const kib = 1024;
    expect((await readPage(response(gzipSync(page(64 * kib)), 'gzip'), OPTIONS))?.label).toEqual(FOO);
    expect(await readPage(response(gzipSync(page(80 * kib)), 'gzip'), OPTIONS)).toBeUndefined();
    // With something that does not compress.
    const random = seededBytes('page', 40_000).toString('base64');
    const mixed = (bytes: number) => gzipSync(page(bytes).replace('"name"', `"random":"${random}","name"`));
    expect(mixed(3000 * kib).length * 100).toBeGreaterThan(3000 * kib);
    expect((await readPage(response(mixed(3000 * kib), 'gzip'), OPTIONS))?.label).toEqual(FOO);
    expect(await readPage(response(mixed(6000 * kib), 'gzip'), OPTIONS)).toBeUndefined();
  });

  it('is 32 MiB in any case', async () => {
    const page = (bytes: number) => `{"files":[],"more":"${'x'.repeat(bytes - 40)}","name":"foo"}`.padEnd(bytes);
    expect(await label(page(32 << 20))).toEqual(FOO);
    const before = process.memoryUsage().rss;
    const larger = response(page((32 << 20) + 1));
    expect(await readPage(larger, OPTIONS)).toBeUndefined();
    expect(larger.body.most()).toBe(0);
    expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
  });

  it.each([
    ['cut off', gzipSync(html('foo-1.zip')).subarray(0, -9)],
    ['damaged', Buffer.from('\x1f\x8b\x08damage', 'latin1')],
    ['not compressed', Buffer.from(html('foo-1.zip'))],
  ])('throws for what is %s', async (_, body) => {
    await expect(readPage(response(body, 'gzip'), OPTIONS)).rejects.toThrow();
  });

  it('keeps 8,192 characters of an address', () => {
    const reader = htmlPageReader();
    const { heapUsed } = process.memoryUsage();
    reader.write(Buffer.from('<html><a href="'));
    for (let part = 0; part < 2000; part += 1) reader.write(Buffer.alloc(1 << 16, 'a'));
    expect(process.memoryUsage().heapUsed - heapUsed).toBeLessThan(60e6);
  });

  const HOSTILE: [what: string, start: string, repeated: string][] = [
    ['a link without an end', '<html><a href="', 'a'],
    ['a link of entities without an end', '<html><a href="', '&amp;'],
    ['a link of what may be entities', '<html><a href="', '&'],
    ['a link of the longest entity, cut', '<html><a href="', '&CounterClockwiseContourIntegra'],
    ['an element without an end', '<html><', 'a'],
    ['an attribute without an end', '<html><a ', 'a'],
    ['attributes without an end', '<html><a ', 'href '],
    ['addresses without an end', '<html><a ', 'href=a '],
    ['a title without an end', '<html><title>', '&am'],
    ['a comment without an end', '<html><!--', '-'],
    ['a script without an end', '<html><script>', '</scrip'],
    ['a declaration without an end', '<html><!', 'DOCTYPE '],
    ['elements that are never closed', '<html>', '<b>'],
    ['elements that are closed and were never open', `<html>${'<b>'.repeat(1000)}`, '</i>'],
    ['headings', '<html>', '<h1>Links for '],
    ['less-than signs', '<html>', '<'],
    ['200,000 good links', '<html>', '<a href=foo-1.zip>'],
    ['text without an end in JSON', '{"a":"', 'a'],
    ['escapes without an end', '{"a":"', '\\u0061'],
    ['backslashes', '{"a":"', '\\'],
    ['quotes that are escaped', '{"a":"', '\\"'],
    ['a name without an end', '{"files":[],"name":"', 'a'],
    ['an address without an end in JSON', '{"files":[{"url":"', '\\u0061'],
    ['a number without an end', '{"a":', '1'],
    ['empty texts', '{"a":[', '"",'],
    ['empty objects', '{"a":[', '{},'],
    ['arrays in arrays', '{"a":', '['],
    ['objects in files', '{"files":[', '{"url":'],
    ['names', '{"files":[],', '"name":"foo",'],
    ['200,000 good links in JSON', '{"files":[', '{"url":"foo-1.zip"},'],
    ['file names', '{"files":[', '{"filename":"foo-1.zip"},'],
    ['white space', '{', ' '],
  ];

  it.each(HOSTILE)('keeps little, and gives others their turn: %s', async (_, start, repeated) => {
    const body = plain(start, repeated, 4 << 20);
    const { rss } = process.memoryUsage();
    const enough = new AbortController();
    const options = { pace: startPace(() => {}), progress: () => '', signal: enough.signal };
    const started = performance.now();
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    let [followed, most] = [0, 0];
    const read = await readPage(response(body), options, (link) => {
      most = Math.max(most, link.length);
      followed += 1;
      return true;
    });
    clearInterval(timer);
    expect(read).toBeDefined();
    expect(most).toBeLessThanOrEqual(8192);
    expect(followed).toBeLessThan(1e6);
    expect(process.memoryUsage().rss - rss).toBeLessThan(100e6);
    // `npm run bench -- --only hostile` measures the time that it takes.
    if (performance.now() - started > 200) expect(turns).toBeGreaterThan(0);
  });

  it.each(HOSTILE)('ends soon when nobody wants it any more: %s', async (_, start, repeated) => {
    const body = bomb(start, repeated, 8 << 20);
    const read = await readPage(response(body, 'gzip'), { ...OPTIONS, pace: startPace(() => {}) }, () => true);
    expect(read).toBeUndefined();
    const enough = new AbortController();
    const pace = () => {
      enough.abort();
      return undefined;
    };
    const source = response(plain(start, repeated, 1 << 20));
    let followed = 0;
    expect(await readPage(source, { ...OPTIONS, pace, signal: enough.signal }, () => ++followed > 0)).toBeUndefined();
    expect(followed).toBeLessThan(2);
  });
});
