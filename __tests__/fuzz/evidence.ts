import { constants, gunzipSync, inflateSync } from 'node:zlib';
import type { Label } from '../../src/inventory/label.js';

/**
 * Whether a body's own bytes say what a label says, found in another way than the inventory does: by all that could be meant, wherever it stands.
 */
export function isNamedBy(body: Buffer, { kind, project, version }: Label): boolean {
  if (project === undefined) return version === undefined && ['unknown', 'unreadable', 'redirect'].includes(kind);
  const stem = `${project}-${normal(version ?? '')}`;
  const texts = [body, ...decompressions(body)];
  switch (kind) {
    case 'wheel':
      return namesInZip(body).some((name) => normal(top(name)) === `${stem}-dist-info`);
    case 'sdist':
      return [...namesInZip(body), ...texts.flatMap(namesInTar)].some((name) => normal(top(name)) === stem);
    case 'metadata':
      return texts.some((text) => hasLine(text, 'Name', project) && hasLine(text, 'Version', normal(version ?? '')));
    case 'index page':
      return version === undefined && texts.some((text) => namesOnPage(text).some((name) => isOf(name, project)));
    default:
      return false;
  }
}

function normal(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

function top(path: string): string {
  return path.replace(/^(?:\.?[\\/])+/, '').split(/[\\/]/)[0] ?? '';
}

// Of what is damaged further on, the beginning alone: as much as is whole.
function decompressions(body: Buffer): Buffer[] {
  for (const bytes of [body, ...[4096, 2048, 1024, 512].map((length) => body.subarray(0, length))]) {
    for (const decompress of [gunzipSync, inflateSync]) {
      try {
        return [decompress(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 << 20 })];
      } catch {
        // Neither this one, nor of this length.
      }
    }
  }
  return [];
}

function namesInZip(body: Buffer): string[] {
  const names: string[] = [];
  for (let at = body.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = body.indexOf('PK\x01\x02', at + 1, 'latin1')) {
    if (at + 46 <= body.length) names.push(body.toString('utf8', at + 46, at + 46 + body.readUInt16LE(at + 28)));
  }
  return names;
}

function namesInTar(tar: Buffer): string[] {
  const text = tar.toString('utf8', 0, 20_000);
  const names = [...text.matchAll(/path=([^\n]*)/g)].map(([, path = '']) => path.split(' ')[0] ?? '');
  for (let at = 0; at < Math.min(tar.length, 20_000); at += 512) {
    names.push(...[at + 100, at + 512].map((end) => tar.toString('utf8', at, end).split('\0')[0] ?? ''));
  }
  // A path may go up again.
  return names.flatMap((name) => [
    name,
    ...(name.includes('..') ? name.split(/[\\/]/) : []),
    name.replace(/^[a-z]:/i, ''),
  ]);
}

function hasLine(text: Buffer, header: string, value: string): boolean {
  return text
    .toString('utf8')
    .split(/\r?\n/)
    .some((line) => line.startsWith(`${header}:`) && normal(line.slice(header.length + 1).trim()) === value);
}

function namesOnPage(page: Buffer): string[] {
  const text = page.toString('utf8');
  const json = [...text.matchAll(/"(?:name|filename)"\s*:\s*("(?:[^"\\]|\\.)*")/g)].flatMap(([, quoted = '']) => {
    try {
      return [JSON.parse(quoted) as string];
    } catch {
      return [quoted.slice(1, -1)];
    }
  });
  const titles = [...text.matchAll(/Links for ([^<\s]+)/gi)].map(([, name = '']) => name);
  const links = [...text.matchAll(/href\s*=\s*(?=(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))/gi)].map(([, ...values]) => {
    const last =
      (values.find((value) => value !== undefined) ?? '')
        .replaceAll('&amp;', '&')
        .replace(/[?#].*$/s, '')
        .split('/')
        .at(-1) ?? '';
    try {
      return decodeURIComponent(last);
    } catch {
      return last;
    }
  });
  return [...json, ...titles, ...links];
}

// The project itself, or a file of it: behind its name comes a version.
function isOf(name: string, project: string): boolean {
  const found = normal(name);
  return found === project || (found.startsWith(`${project}-`) && /^v?\d/.test(found.slice(project.length + 1)));
}
