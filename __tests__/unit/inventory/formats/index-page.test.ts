import { describe, expect, it } from 'vitest';
import { fileNameIn, indexPageLabel, projectLinks } from '../../../../src/inventory/formats/index-page.js';

const FILES =
  '"files":[{"filename":"foo_bar-1.0-py3-none-any.whl","url":"https://files.example/foo_bar-1.0-py3-none-any.whl"}]';
const FOO = { kind: 'index page', project: 'foo' };
const FOO_BAR = { kind: 'index page', project: 'foo-bar' };

function label(page: string, complete = true) {
  return indexPageLabel(Buffer.from(page), complete);
}

function json(...filenames: unknown[]): string {
  return JSON.stringify({ meta: {}, files: filenames.map((filename) => ({ filename })) });
}

function html(...links: string[]): string {
  return `<!DOCTYPE html><html><head><title>Index</title></head><body>${links.map((link) => `<a href="${link}">x</a>`).join('\n')}</body></html>`;
}

describe('indexPageLabel', () => {
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
  ])('reads the name in JSON, %s', (_, page) => {
    expect(label(page)).toEqual(FOO);
  });

  it.each([
    ['inside of another value', `{${FILES},"meta":{"name":"foo"}}`],
    ['inside of a list', `{${FILES},"authors":[{"name":"foo"}]}`],
    ['inside of the files', `{"files":[{"filename":"foo_bar-1.0.tar.gz","name":"foo"}]}`],
    ['as a value', `{${FILES},"key":"name"}`],
    ['that is a number', `{${FILES},"name":1}`],
    ['that is nothing', `{${FILES},"name":null}`],
    ['that is cut off', `{${FILES},"name":"fo`],
    ['in text', String.raw`{${FILES},"note":"\"name\":\"foo\"}"}`],
    ['and does not take it from a page that is cut', `{"name":"foo",${FILES},"versions":[`],
  ])('goes by the files in JSON when there is a name %s', (_, page) => {
    expect(label(page)).toEqual(FOO_BAR);
  });

  it.each([
    ['no files', '{"name":"foo"}'],
    ['a list of all projects', '{"meta":{},"projects":[{"name":"foo"}]}'],
    ['no name and no files', '{}'],
    ['no object', '["files","name"]'],
    ['files of two projects', json('foo-1.0.tar.gz', 'bar-1.0.tar.gz')],
    ['files that are none', json('foo-1.0.exe', 'foo-1.0.tar.gz.asc', 1, null)],
    ['a name that can be none', `{"files":[],"name":"../foo"}`],
    ['an empty name', `{"files":[],"name":""}`],
    ['a name of 300 characters', `{"files":[],"name":"${'a'.repeat(300)}"}`],
    ['a file name that is cut off', '{"files":[{"filename":"foo-1.0.tar.gz'],
    ['file names without a list of files', '{"filename":"foo-1.0.tar.gz"}'],
    ['a byte order mark', `\ufeff{${FILES},"name":"foo"}`],
  ])('names none for JSON with %s', (_, page) => {
    expect(label(page)).toBeUndefined();
  });

  it('goes by the first files of JSON that is not complete', () => {
    expect(label(`{${FILES},"name":"foo`, false)).toEqual(FOO_BAR);
    expect(label(`{${FILES},"name":"foo"}`, false)).toEqual(FOO_BAR);
    expect(label('{"files":[', false)).toBeUndefined();
  });

  it('passes over eggs, installers and signatures', () => {
    expect(label(json('foo-1.0-py2.7.egg', 'foo-1.0.win32.exe', 'foo-1.0.zip.asc', 'foo-1.0.zip'))).toEqual(FOO);
  });

  it.each([
    ['HTML', html],
    ['JSON', json],
  ])('names none for %s with the files of another project behind the first hundreds of one', (_, page) => {
    const files = Array.from({ length: 500 }, (_, index) => `foo-1.${index}.zip`);
    expect(label(page(...files))).toEqual(FOO);
    expect(label(page(...files, 'bar-1.0.zip'))).toBeUndefined();
  });

  it('goes by the first files for the beginning of a JSON page, and by none for that of HTML', () => {
    expect(label(json('foo-1.0.zip', 'foo-1.1.zip').slice(0, -3), false)).toEqual(FOO);
    expect(label(html('foo-1.0.zip', 'foo-1.1.zip').slice(0, -3), false)).toBeUndefined();
  });

  it('makes no objects of a page to find its name, nor of a large one to find its links', () => {
    // As objects, these 9 MB would take 200 MB.
    const page = Buffer.from(`{${FILES},"name":"foo","more":[${'{},'.repeat(3_000_000)}0]}`);
    const before = process.memoryUsage().heapUsed;
    expect(indexPageLabel(page, true)).toEqual({ kind: 'index page', project: 'foo' });
    expect(projectLinks(page.toString('latin1'), 'foo-bar', undefined)).toHaveLength(1);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50e6);
  });

  it.each([
    ['a title', '<!DOCTYPE html><html><head><title>Links for Foo</title></head><body></body></html>'],
    ['a heading', '<html><body><h1>Links for foo</h1></body></html>'],
    ['capital letters', '<HTML><HEAD><TITLE>Links for FOO</TITLE></HEAD></HTML>'],
    ['white space', '\n <!DOCTYPE   html>\n<html><title> Links for foo\n</title></html>'],
    ['no html element', '<head><title>Links for foo</title></head>'],
    ['a body alone', '<body><h1>Links for foo</h1></body>'],
    ['a title of one and files of another', html('bar-1.0.tar.gz').replace('Index', 'Links for foo')],
  ])('reads HTML with %s', (_, page) => {
    expect(label(page)).toEqual(FOO);
    expect(label(page, false)).toEqual(FOO);
  });

  it.each([
    ['alone', html('../../packages/foo-1.0.tar.gz#sha256=aa', '/foo-1.1-py3-none-any.whl')],
    ['in single quotes', html().replace('</body>', "<a class=x href='foo-1.0.tar.gz'>x</a></body>")],
    ['with an escaped &', html('https://h.example/foo-1.0.tar.gz?a=1&amp;b=2')],
    ['with attributes before', html().replace('</body>', '<a data-x="1" href="foo-1.0.tar.gz">x</a></body>')],
  ])('reads HTML with links %s', (_, page) => {
    expect(label(page)).toEqual(FOO);
  });

  it.each([
    ['links of two projects', html('foo-1.0.tar.gz', 'bar-1.0.tar.gz')],
    ['no links', html()],
    ['the list of all projects', html('/simple/foo/', '/simple/bar/').replace('Index', 'Simple index')],
    ['a title that can be no name', html().replace('Index', 'Links for ../foo')],
    ['a title of two words', html().replace('Index', 'Links for foo bar')],
    ['a title that is cut off', '<html><head><title>Links for fo'],
    ['a link without quotes', html().replace('</body>', '<a href=foo-1.0.tar.gz>x</a></body>')],
    ['a link that is cut off', '<html><a href="foo-1.0.tar.gz'],
    ['a link in another element', html().replace('</body>', '<area href="foo-1.0.tar.gz"></body>')],
  ])('names none for HTML with %s', (_, page) => {
    expect(label(page)).toBeUndefined();
  });

  it.each([
    ['XML', '<?xml version="1.0"?><title>Links for foo</title>'],
    ['a part of HTML', '<title>Links for foo</title>'],
    ['an element that begins alike', '<htmlx><title>Links for foo</title></htmlx>'],
    ['text', 'Links for foo'],
    ['nothing', ''],
  ])('takes for no page: %s', (_, page) => {
    expect(label(page)).toBeUndefined();
  });

  it.each([
    ['anchors without an end', '<a '.repeat(1000)],
    ['an anchor of 30 kB', `<a ${'href '.repeat(6000)}`],
    ['quotes that never close', `<a ${'href="\' '.repeat(4000)}`],
    ['white space', `<title>${' '.repeat(30_000)}`],
    ['headings', '<h1>Links for '.repeat(2000)],
  ])('takes little time for HTML of %s', (_, text) => {
    const began = process.cpuUsage();
    expect(label(`<html>${text}`)).toBeUndefined();
    expect(projectLinks(`<html>${text.repeat(20)}`, 'foo', undefined)).toEqual([]);
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(2000);
  });
});

describe('projectLinks', () => {
  const PAGE = 'https://index.example/simple/foo/';
  const WHEEL = 'https://files.example/a/foo-1.0-py3-none-any.whl';

  it.each<[what: string, link: string, address: string | undefined, found: string[]]>([
    ['an absolute link', WHEEL, undefined, [WHEEL]],
    ['a fragment', `${WHEEL}#sha256=aa`, undefined, [WHEEL]],
    ['a query', `${WHEEL}?token=1`, undefined, [`${WHEEL}?token=1`]],
    ['a relative link', '../../a/foo-1.0.tar.gz', PAGE, ['https://index.example/a/foo-1.0.tar.gz']],
    ['a relative link on a page of unknown address', '../../a/foo-1.0.tar.gz', undefined, []],
    ['another spelling', 'https://files.example/FOO-1.0.zip', undefined, ['https://files.example/FOO-1.0.zip']],
    ['another project', 'https://files.example/foo_bar-1.0.tar.gz', PAGE, []],
    ['no distribution', 'https://files.example/foo-1.0.exe', PAGE, []],
    ['no address', 'https://', PAGE, []],
  ])('%s', (_, link, address, found) => {
    const links = found.map((request) => ({ address: request, version: '1.0' }));
    expect(projectLinks(html(link), 'foo', address)).toEqual(links);
    expect(projectLinks(JSON.stringify({ name: 'foo', files: [{ url: link }] }), 'foo', address)).toEqual(links);
  });

  it('reads escaped addresses in JSON', () => {
    const escaped = WHEEL.replaceAll('/', '\\/').replace('foo', String.raw`\u0066oo`);
    const links = [{ address: WHEEL, version: '1.0' }];
    expect(projectLinks(`{"files":[{"url" : "${escaped}"}]}`, 'foo', undefined)).toEqual(links);
  });

  it.each([
    ['no text', '{"files":[{"url":1},{"url":null},{}]}'],
    ['an escape that is none', String.raw`{"files":[{"url":"https:\q/foo-1.0.tar.gz"}]}`],
    ['an address of 3,000 characters', `{"files":[{"url":"https://h.example/${'a/'.repeat(1500)}foo-1.0.tar.gz"}]}`],
    ['one that is cut off', '{"files":[{"url":"https://h.example/foo-1.0.tar.gz'],
    ['one in text', String.raw`{"note":"\"url\":\"https://h.example/foo-1.0.tar.gz\""}`],
    ['nothing', ''],
  ])('finds none in JSON with %s', (_, page) => {
    expect(projectLinks(page, 'foo', undefined)).toEqual([]);
  });
});

it('follows 200,000 links of a page at most', () => {
  const page = `<html>${'<a href="/foo-1.zip">x</a>'.repeat(200_001)}`;
  const urls = `{"files":[${'{"url":"/foo-1.zip"},'.repeat(200_001)}{}]}`;
  expect(projectLinks(page, 'foo', 'https://h.example/')).toHaveLength(200_000);
  expect(projectLinks(urls, 'foo', 'https://h.example/')).toHaveLength(200_000);
});

describe('fileNameIn', () => {
  it.each([
    ['https://h.example/a/b.whl', 'b.whl'],
    ['b.whl', 'b.whl'],
    ['/a/b.whl?c=/d#e/f', 'b.whl'],
    ['/a/b%2B1.whl', 'b+1.whl'],
    ['/a/b%zz.whl', 'b%zz.whl'],
    ['/a/', ''],
    ['', ''],
  ])('%s', (address, name) => {
    expect(fileNameIn(address)).toBe(name);
  });
});
