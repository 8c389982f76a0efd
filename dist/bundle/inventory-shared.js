export const id = 583;
export const ids = [583];
export const modules = {

/***/ 8347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pC: () => (/* binding */ pageBytes),
  _K: () => (/* binding */ responseLabel),
  pH: () => (/* binding */ wholePageLabel)
});

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./build/inventory/label.js
var label = __webpack_require__(3473);
// EXTERNAL MODULE: ./build/inventory/names/distribution-name.js
var distribution_name = __webpack_require__(890);
// EXTERNAL MODULE: ./build/inventory/formats/index-page.js + 2 modules
var index_page = __webpack_require__(2374);
// EXTERNAL MODULE: ./node_modules/nanotar/dist/index.mjs
var dist = __webpack_require__(6480);
;// CONCATENATED MODULE: ./build/inventory/formats/tar-member.js


const HEAD_BYTES = 2048;
const RECORD_BYTES = 512;
function firstMember(archive) {
    const tar = beginning(archive.read(0, HEAD_BYTES));
    if (tar === undefined || tar.toString('latin1', 257, 262) !== 'ustar')
        return undefined;
    if (hasPrefix(tar, 0))
        return undefined;
    if (EXTENDED.has(tar.toString('latin1', 156, 157))) {
        if (/^\d+ path=[^\n]*[ =]/m.test(tar.toString('latin1', RECORD_BYTES, 16 * RECORD_BYTES)))
            return undefined;
        for (let at = RECORD_BYTES; at < 6 * RECORD_BYTES; at += RECORD_BYTES)
            if (hasPrefix(tar, at))
                return undefined;
    }
    let first;
    try {
        const memory = new Uint8Array(Math.min(tar.length, 16 * RECORD_BYTES) + RECORD_BYTES);
        memory.set(tar.subarray(0, 16 * RECORD_BYTES));
        (0,dist/* parseTar */.xx)(memory, {
            filter({ name, type }) {
                if (type === 'file' || type === 'directory')
                    first = name;
                throw FOUND;
            },
        });
    }
    catch {
    }
    return first;
}
const EXTENDED = new Set(['x', 'g']);
function hasPrefix(tar, at) {
    return tar.toString('latin1', at + 257, at + 263) === 'ustar\0' && tar[at + 345] !== 0;
}
const FOUND = new Error('found');
function beginning(compressed) {
    try {
        return (0,external_node_zlib_.gunzipSync)(compressed, { finishFlush: external_node_zlib_.constants.Z_SYNC_FLUSH, chunkSize: 4 * HEAD_BYTES });
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/inventory/formats/zip-directory.js
const END_BYTES = 22;
const MOST_END_BYTES = END_BYTES + 0xffff;
const SHORT_END_BYTES = 2048;
const MOST_DIRECTORY_BYTES = 8 << 20;
const ENTRY_BYTES = 46;
const ENTRY_SIGNATURE = 0x02014b50;
function zipNames(zip) {
    const tailAt = Math.max(0, zip.length - MOST_END_BYTES);
    for (const at of new Set([Math.max(0, zip.length - SHORT_END_BYTES), tailAt])) {
        const tail = zip.read(at, zip.length - at);
        if (tail.length < END_BYTES)
            return [];
        const end = tail.lastIndexOf('PK\x05\x06', tail.length - END_BYTES, 'latin1');
        if (end < 0)
            continue;
        const count = tail.readUInt16LE(end + 10);
        const length = tail.readUInt32LE(end + 12);
        const start = tail.readUInt32LE(end + 16);
        if (length > MOST_DIRECTORY_BYTES || count === 0xffff || count * ENTRY_BYTES > length || start + length > at + end)
            return [];
        const directory = start >= at ? tail.subarray(start - at, start - at + length) : zip.read(start, length);
        return directory.length === length ? namesIn(directory, count) : [];
    }
    return [];
}
function namesIn(directory, count) {
    const names = [];
    let at = 0;
    while (names.length < count) {
        const nameAt = at + ENTRY_BYTES;
        if (nameAt > directory.length || directory.readUInt32LE(at) !== ENTRY_SIGNATURE)
            return [];
        const nameEnd = nameAt + directory.readUInt16LE(at + 28);
        names.push(directory.toString('utf8', nameAt, nameEnd));
        at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
    return at === directory.length ? names : [];
}

;// CONCATENATED MODULE: ./build/inventory/formats/body.js






const MOST_TEXT = 32 << 20;
const MAGIC_BYTES = 18;
const body_FOUND = new Set([200, 203]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
function responseLabel(response) {
    if (REDIRECTS.has(response.status))
        return { kind: 'redirect' };
    if (!body_FOUND.has(response.status))
        return label/* UNKNOWN */.HV;
    const { body } = response;
    const start = body.read(0, MAGIC_BYTES).toString('latin1');
    if (start.startsWith('PK\x03\x04'))
        return zipLabel(zipNames(body)) ?? label/* UNKNOWN */.HV;
    if (start.startsWith('\x1f\x8b') && !isEncoded(response))
        return sdistLabel(firstMember(body)) ?? label/* UNKNOWN */.HV;
    const { bytes, complete } = body_beginning(response);
    const text = bytes.toString('latin1', 0, MAGIC_BYTES);
    if (text.startsWith('Metadata-Version:'))
        return metadataLabel(bytes) ?? label/* UNKNOWN */.HV;
    if (!TEXT.test(text))
        return isEncoded(response) ? (sdistLabel(firstMember(body)) ?? label/* UNKNOWN */.HV) : label/* UNKNOWN */.HV;
    const page = (0,index_page/* indexPageLabel */.Wh)(bytes, complete);
    if (page || complete)
        return page ?? label/* UNKNOWN */.HV;
    return wholePageLabel(response) ?? label/* UNKNOWN */.HV;
}
const COMPRESSED_HEAD = 512;
const PLAIN_HEAD = 8192;
const TEXT = /^(?:\{|\s*<|Metadata-Version:)/;
function body_beginning(response) {
    const { body } = response;
    const decompress = decompression(response);
    if (!decompress)
        return { bytes: body.read(0, PLAIN_HEAD), complete: body.length <= PLAIN_HEAD };
    try {
        const bytes = decompress(body.read(0, COMPRESSED_HEAD), {
            finishFlush: external_node_zlib_.constants.Z_SYNC_FLUSH,
            chunkSize: 8 * COMPRESSED_HEAD,
        });
        return { bytes, complete: body.length <= COMPRESSED_HEAD };
    }
    catch {
        return { bytes: Buffer.alloc(0), complete: true };
    }
}
function pageBytes(response) {
    const { body } = response;
    if (body.length > MOST_TEXT)
        return undefined;
    const decompress = decompression(response);
    try {
        const bytes = body.read(0, body.length);
        return decompress ? decompress(bytes, { maxOutputLength: MOST_TEXT }) : bytes;
    }
    catch {
        return undefined;
    }
}
function wholePageLabel(response) {
    const bytes = pageBytes(response);
    return bytes && (0,index_page/* indexPageLabel */.Wh)(bytes, true);
}
function decompression({ encoding }) {
    return encoding === 'gzip' ? external_node_zlib_.gunzipSync : encoding === 'deflate' ? external_node_zlib_.inflateSync : undefined;
}
function isEncoded({ encoding }) {
    return encoding !== undefined;
}
function zipLabel(names) {
    const tops = new Set(names.map(topOf));
    const information = [...tops].filter((top) => top.endsWith('.dist-info'));
    if (information.length > 1)
        return undefined;
    const [only] = information;
    if (only !== undefined) {
        const [, name, version] = /^([^-]+)-([^-]+)\.dist-info$/.exec(only) ?? [];
        return name !== undefined && version !== undefined ? (0,distribution_name/* namedBy */.T)('wheel', name, version) : undefined;
    }
    const [top] = tops;
    return tops.size === 1 && top !== undefined && names.includes(`${top}/PKG-INFO`) ? (0,distribution_name/* parseSdistStem */._i)(top) : undefined;
}
function topOf(path) {
    const end = path.indexOf('/');
    return end < 0 ? path : path.slice(0, end);
}
function sdistLabel(member) {
    return member === undefined ? undefined : (0,distribution_name/* parseSdistStem */._i)(topOf(member.replace(/^\.\//, '')));
}
function metadataLabel(bytes) {
    const [headers = ''] = bytes.toString('utf8', 0, PLAIN_HEAD).split(/(?<=\n)\r?\n/, 1);
    const name = /^Name:[ \t]*(\S+)[ \t]*\r?\n/m.exec(headers)?.[1];
    const version = /^Version:[ \t]*(\S+)[ \t]*\r?\n/m.exec(headers)?.[1];
    return name !== undefined && version !== undefined ? (0,distribution_name/* namedBy */.T)('metadata', name, version) : undefined;
}


/***/ }),

/***/ 2374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Wh: () => (/* binding */ indexPageLabel),
  rI: () => (/* binding */ projectLinks)
});

// UNUSED EXPORTS: fileNameIn

// EXTERNAL MODULE: ./build/inventory/names/distribution-name.js
var distribution_name = __webpack_require__(890);
;// CONCATENATED MODULE: ./build/inventory/names/request-address.js
const WHOLE = /^(?<origin>https?:\/\/)(?<authority>[^/?#]*)(?<path>[^?#]*)(?<query>\?[^#]*)?/is;
const KEPT = /(@|%2F)/i;
function requestAddress(link, page) {
    const whole = WHOLE.exec(link)?.groups ?? WHOLE.exec(resolved(link, page) ?? '')?.groups;
    if (!whole)
        return undefined;
    const { origin = '', authority = '', path = '', query = '' } = whole;
    const host = authority.slice(authority.lastIndexOf('@') + 1);
    const quoted = path
        .split(KEPT)
        .map((part) => (KEPT.test(part) ? part.toUpperCase() : quote(unquote(part))))
        .join('');
    return `${origin}${host}${quoted}${query === '?' ? '' : query}`.replace(/^[^/]+\/\/[^/?]*/, (start) => start.toLowerCase());
}
function resolved(link, page) {
    const base = WHOLE.exec(page ?? '')?.groups;
    if (!base || /^[a-z][a-z\d+.-]*:/i.test(link))
        return undefined;
    const { origin = '', authority = '', path = '', query = '' } = base;
    if (link.startsWith('//'))
        return origin + link.slice(2);
    if (!URL.canParse(link, `http://host${path}${query}`))
        return undefined;
    const { pathname, search } = new URL(link, `http://host${path}${query}`);
    return `${origin}${authority}${pathname}${search}`;
}
function unquote(text) {
    return text.replace(/(?:%[\da-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString());
}
function quote(text) {
    return encodeURIComponent(Buffer.from(text).toString())
        .replaceAll('%2F', '/')
        .replace(/[!*'()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

;// CONCATENATED MODULE: ./build/inventory/formats/json-name.js
const QUOTE = 0x22;
const SPACE = 0x20;
const BACKSLASH = 0x5c;
const [COMMA, COLON, OPEN] = [0x2c, 0x3a, 0x7b];
const LONGEST = 256;
function nameIn(json) {
    let depth = 0;
    let isKey = false;
    let last;
    let key;
    let name;
    for (let at = 0; at < json.length; at += 1) {
        const byte = json[at];
        if (byte === QUOTE) {
            const end = endOfString(json, at + 1);
            if (end < 0 || depth === 0)
                return undefined;
            if (depth === 1) {
                if (isKey ? last !== OPEN && last !== COMMA : last !== COLON)
                    return undefined;
                const text = end - at <= LONGEST ? parsed(json.toString('utf8', at, end + 1)) : '';
                if (isKey)
                    key = text;
                else if (key === 'name')
                    name = text;
            }
            at = end;
        }
        else if (byte === OPEN || byte === 0x5b) {
            if (depth === 0 && byte === 0x5b)
                return undefined;
            depth += 1;
            if (depth === 1)
                isKey = true;
        }
        else if (byte === 0x7d || byte === 0x5d) {
            depth -= 1;
            if (depth <= 0)
                return depth === 0 ? name : undefined;
        }
        else if (depth === 1 && byte === COMMA) {
            isKey = true;
        }
        else if (depth === 1 && byte === COLON) {
            if (!isKey || last !== QUOTE)
                return undefined;
            isKey = false;
        }
        if (byte !== undefined && byte > SPACE)
            last = byte;
    }
    return undefined;
}
function endOfString(json, from) {
    for (let quote = json.indexOf(QUOTE, from); quote >= 0; quote = json.indexOf(QUOTE, quote + 1)) {
        let backslashes = 0;
        while (quote - 1 - backslashes >= from && json[quote - 1 - backslashes] === BACKSLASH)
            backslashes += 1;
        if (backslashes % 2 === 0)
            return quote;
    }
    return -1;
}
function parsed(quoted) {
    try {
        return JSON.parse(quoted);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/inventory/formats/index-page.js



const MOST_LINKS = 200_000;
const MOST_NAMES = 1000;
function indexPageLabel(page, complete) {
    const start = page.toString('utf8', 0, HEAD_BYTES);
    if (start.startsWith('{')) {
        const name = complete && page.includes('"files"') ? nameIn(page) : undefined;
        if (name !== undefined)
            return (0,distribution_name/* projectNamed */.JL)('index page', name);
        return ofProjectAlone(fileNames(complete ? page.toString('latin1') : start));
    }
    if (!looksLikeHtml(start))
        return undefined;
    const titled = /<(?:title|h1)>\s*Links for ([^<\s]{1,200})\s*<\/(?:title|h1)>/i.exec(start)?.[1];
    if (titled !== undefined)
        return (0,distribution_name/* projectNamed */.JL)('index page', titled);
    return complete ? ofProjectAlone(htmlLinks(page.toString('latin1'), MOST_NAMES).map(fileNameIn)) : undefined;
}
const HEAD_BYTES = 4096;
function ofProjectAlone(names) {
    const projects = new Set(names.flatMap((name) => (0,distribution_name/* parseDistributionFileName */.tv)(name)?.project ?? []));
    const [only] = projects;
    return projects.size === 1 && only !== undefined ? { kind: 'index page', project: only } : undefined;
}
function fileNames(json) {
    if (!/"files"\s*:\s*\[/.test(json))
        return [];
    const names = [];
    for (const [, name] of json.matchAll(/"filename"\s*:\s*"([^"\\]{1,500})"/g)) {
        names.push(name);
        if (names.length >= MOST_NAMES)
            break;
    }
    return names;
}
function projectLinks(text, project, address) {
    const links = text.startsWith('{') ? jsonLinks(text) : htmlLinks(text, MOST_LINKS);
    return links.flatMap((link) => {
        const request = requestAddress(link, address);
        const version = request === undefined ? undefined : (0,distribution_name/* versionOfFile */.eO)(fileNameIn(request), project);
        return request === undefined || version === undefined ? [] : [{ address: request, version }];
    });
}
function fileNameIn(address) {
    const path = address.replace(/[?#].*$/s, '');
    const last = path.slice(path.lastIndexOf('/') + 1);
    try {
        return decodeURIComponent(last);
    }
    catch {
        return last;
    }
}
function jsonLinks(text) {
    const links = [];
    for (const [, quoted] of text.matchAll(/"url"\s*:\s*("(?:[^"\\]|\\.){1,2000}")/g)) {
        try {
            links.push(JSON.parse(quoted));
        }
        catch {
        }
        if (links.length >= MOST_LINKS)
            break;
    }
    return links;
}
function looksLikeHtml(text) {
    return /^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(text);
}
function htmlLinks(text, most) {
    const links = [];
    for (const [, double, single] of text.matchAll(/<a\s[^<>]*?\bhref=(?:"([^"<>]*)"|'([^'<>]*)')/gi)) {
        links.push((double ?? single).replaceAll('&amp;', '&'));
        if (links.length >= most)
            break;
    }
    return links;
}


/***/ }),

/***/ 9583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vk: () => (/* binding */ labelEntries),
  CI: () => (/* binding */ partsOf),
  Uk: () => (/* binding */ readResponse),
  HW: () => (/* binding */ responseOfLoneBody),
  $w: () => (/* binding */ responsesAndOthers)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/cache/listing.js
var cache_listing = __webpack_require__(345);
// EXTERNAL MODULE: ./build/inputs/packages.js
var inputs_packages = __webpack_require__(9007);
// EXTERNAL MODULE: ./build/util/errors.js
var errors = __webpack_require__(4478);
// EXTERNAL MODULE: ./build/inventory/formats/body.js + 2 modules
var formats_body = __webpack_require__(8347);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/cache/paths.js
var paths = __webpack_require__(8117);
;// CONCATENATED MODULE: ./build/inventory/formats/open-file.js


const FLAGS = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0);
const HEAD_BYTES = 8192;
const heads = [];
function withFile(path, length, use) {
    const descriptor = (0,external_node_fs_.openSync)((0,paths/* fsPath */.Jk)(path), FLAGS);
    const buffer = heads.pop() ?? Buffer.alloc(HEAD_BYTES);
    try {
        const head = readAt(descriptor, 0, buffer.subarray(0, length));
        return use({
            length,
            read(offset, wanted) {
                const end = Math.min(offset + wanted, length);
                if (end <= head.length)
                    return head.subarray(offset, end);
                return readAt(descriptor, offset, Buffer.allocUnsafe(Math.max(0, end - offset)));
            },
        });
    }
    finally {
        heads.push(buffer);
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
function part(source, start, length) {
    const within = Math.max(0, Math.min(length, source.length - start));
    return {
        length: within,
        read: (offset, wanted) => source.read(start + offset, Math.max(0, Math.min(wanted, within - offset))),
    };
}
function readAt(descriptor, offset, buffer) {
    let used = 0;
    while (used < buffer.length) {
        const read = (0,external_node_fs_.readSync)(descriptor, buffer, used, buffer.length - used, offset + used);
        if (read === 0)
            break;
        used += read;
    }
    return buffer.subarray(0, used);
}

// EXTERNAL MODULE: ./node_modules/@msgpack/msgpack/dist.cjs/index.cjs
var dist_cjs = __webpack_require__(6435);
;// CONCATENATED MODULE: ./build/inventory/formats/stored-response.js


const MOST_METADATA = 1 << 16;
const decoder = new dist_cjs/* Decoder */.XM({
    maxStrLength: MOST_METADATA,
    maxBinLength: MOST_METADATA,
    maxArrayLength: 0,
    maxMapLength: 1000,
    maxExtLength: 0,
    rawStrings: true,
});
const START = Buffer.from('cc=4,\x82\xa8response', 'latin1');
const BODY = Buffer.from('\xa4body', 'latin1');
const EMPTY_BODY = Buffer.from([0xc4, 0]);
const LENGTH_BYTES = { 196: 1, 197: 2, 198: 4 };
function storedResponse(file, beside) {
    const head = file.read(0, Math.min(file.length, beside ? MOST_METADATA + 1 : START.length + 1 + BODY.length + 5));
    const at = START.length + 1 + BODY.length;
    const lengthBytes = LENGTH_BYTES[head[at] ?? 0];
    if (!startsWith(head, START, 0) || !startsWith(head, BODY, START.length + 1) || lengthBytes === undefined)
        return undefined;
    if (head.length < at + 1 + lengthBytes)
        return undefined;
    const bodyLength = head.readUIntBE(at + 1, lengthBytes);
    const bodyAt = at + 1 + lengthBytes;
    const rest = file.length - bodyAt - bodyLength;
    if (rest < 0 || rest > MOST_METADATA || (beside && bodyLength > 0))
        return undefined;
    if (beside)
        return shaped(decoded(head.subarray('cc=4,'.length)), beside);
    const tail = file.read(bodyAt + bodyLength, rest);
    const map = Buffer.concat([head.subarray('cc=4,'.length, at), EMPTY_BODY, tail]);
    return shaped(decoded(map), part(file, bodyAt, bodyLength));
}
function startsWith(bytes, start, at) {
    return bytes.subarray(at, at + start.length).equals(start);
}
function decoded(bytes) {
    try {
        return decoder.decode(bytes);
    }
    catch {
        return undefined;
    }
}
function shaped(map, body) {
    if (!isRecord(map) || !isRecord(map.response) || !isRecord(map.vary))
        return undefined;
    const { status, headers } = map.response;
    if (typeof status !== 'number' || !Number.isInteger(status) || !isRecord(headers))
        return undefined;
    let encoding;
    for (const name in headers) {
        const value = headers[name];
        if (!(value instanceof Uint8Array))
            return undefined;
        if (name.length === ENCODING.length && name.toLowerCase() === ENCODING)
            encoding = Buffer.from(value).toString('latin1').trim().toLowerCase();
    }
    return { status, encoding, body };
}
const ENCODING = 'content-encoding';
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

// EXTERNAL MODULE: ./build/inventory/label.js
var inventory_label = __webpack_require__(3473);
// EXTERNAL MODULE: ./build/inventory/names/wheel-name.js
var wheel_name = __webpack_require__(9639);
;// CONCATENATED MODULE: ./build/inventory/label-entries.js









function partsOf({ chunks }, only) {
    const wheels = chunks.findIndex(({ area }) => area === 'wheels');
    const to = wheels < 0 ? chunks.length : wheels;
    const parts = Array.from({ length: to }, (_, from) => ({ from, to: from + 1 }));
    const all = wheels < 0 ? parts : [...parts, { from: wheels, to: chunks.length }];
    return only === undefined ? all : all.filter(({ from }) => chunks[from]?.area === only);
}
function* labelEntries(listing, part, { mark, gone }) {
    const wheels = wheelDirectories(mark);
    for (const found of responsesAndOthers(listing, part)) {
        if ('file' in found) {
            const { file, body } = found;
            const label = readResponse(found, formats_body/* responseLabel */._K, gone) ?? inventory_label/* UNKNOWN */.HV;
            mark(file.index, label);
            if (body)
                mark(body.index, label);
            yield;
        }
        else if (found.area === 'wheels') {
            wheels.add(found);
            yield;
        }
    }
    wheels.close();
}
function* responsesAndOthers(listing, { from, to } = { from: 0, to: listing.chunks.length }) {
    const end = listing.chunks[to]?.first ?? listing.length;
    let waiting;
    for (const entry of (0,cache_listing/* entries */.jO)(listing, from)) {
        if (waiting) {
            const isBody = entry.kind !== 'directory' && entry.depth === waiting.depth && entry.name === `${waiting.name}.body`;
            yield { file: waiting, body: isBody ? entry : undefined };
            waiting = undefined;
            if (isBody)
                continue;
        }
        if (entry.index >= end)
            return;
        if (entry.kind === 'directory')
            continue;
        if (!isResponseFile(entry))
            yield entry;
        else if (entry.area === 'http-v2')
            waiting = entry;
        else
            yield { file: entry, body: undefined };
    }
    if (waiting)
        yield { file: waiting, body: undefined };
}
const FOLDERS = 5;
function isResponseFile({ area, depth, kind, name, path }) {
    if (area === 'wheels' || depth !== FOLDERS + 1 || kind === 'symbolic link' || !cache_listing/* RESPONSE_NAME */.wJ.test(name))
        return false;
    const [a, b, c, d, e] = name;
    return path.endsWith([area, a, b, c, d, e, name].join(external_node_path_.sep));
}
const label_entries_BODY = '.body';
function responseOfLoneBody(entry) {
    if (entry.area !== 'http-v2' || !entry.name.endsWith(label_entries_BODY))
        return undefined;
    const name = entry.name.slice(0, -label_entries_BODY.length);
    return isResponseFile({ ...entry, name, path: entry.path.slice(0, -label_entries_BODY.length) }) ? name : undefined;
}
function readResponse({ file, body }, use, gone = () => { }) {
    const read = (beside) => withFile(file.path, file.bytes, (source) => {
        const response = storedResponse(source, beside);
        return response && use(response);
    });
    if (file.kind === 'special file' || body?.kind === 'special file' || body?.kind === 'symbolic link')
        return undefined;
    try {
        if (file.area === 'http')
            return read(undefined);
        return body ? withFile(body.path, body.bytes, read) : read({ length: 0, read: () => Buffer.alloc(0) });
    }
    catch (thrown) {
        if ((0,errors/* codeOf */.$N)(thrown) === 'ENOENT')
            gone();
        return undefined;
    }
}
function wheelDirectories(mark) {
    let here = '';
    let origin;
    let labels = [];
    const close = () => {
        const [only] = labels;
        if (origin && only && labels.every(({ project, version }) => project === only.project && version === only.version))
            mark(origin.index, only);
        origin = undefined;
        labels = [];
    };
    return {
        add(entry) {
            const directory = (0,external_node_path_.dirname)(entry.path);
            if (directory !== here)
                close();
            here = directory;
            if (entry.name === 'origin.json')
                origin = entry;
            if (!/\.whl$/i.test(entry.name))
                return;
            const parts = (0,wheel_name/* parseWheelName */.C)(entry.name);
            const label = parts
                ? { kind: 'built wheel', project: (0,inputs_packages/* canonicalName */.Ew)(parts.name), version: parts.version }
                : inventory_label/* UNKNOWN */.HV;
            labels.push(label);
            mark(entry.index, label);
        },
        close,
    };
}


/***/ }),

/***/ 890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JL: () => (/* binding */ projectNamed),
/* harmony export */   T: () => (/* binding */ namedBy),
/* harmony export */   _i: () => (/* binding */ parseSdistStem),
/* harmony export */   eO: () => (/* binding */ versionOfFile),
/* harmony export */   tv: () => (/* binding */ parseDistributionFileName)
/* harmony export */ });
/* harmony import */ var _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8898);
/* harmony import */ var _inputs_packages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9007);


const MOST_NAME = 200;
const MOST_VERSION = 100;
const NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;
function namedBy(kind, name, version) {
    if (!isName(name) || version.length > MOST_VERSION || (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.valid)(version) === null)
        return undefined;
    return { kind, project: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalName */ .Ew)(name), version };
}
function projectNamed(kind, name) {
    return isName(name) ? { kind, project: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalName */ .Ew)(name) } : undefined;
}
function isName(name) {
    return name.length <= MOST_NAME && NAME.test(name);
}
function parseSdistStem(stem) {
    if (stem.length > MOST_NAME + 1 + MOST_VERSION)
        return undefined;
    let found;
    for (let dash = stem.indexOf('-'); dash > 0; dash = stem.indexOf('-', dash + 1)) {
        const reading = namedBy('sdist', stem.slice(0, dash), stem.slice(dash + 1));
        if (reading && found)
            return undefined;
        found ??= reading;
    }
    return found;
}
function versionOfFile(fileName, project) {
    const sdist = fileName.length > MOST_FILE_NAME ? undefined : SDIST.exec(fileName)?.groups?.stem;
    if (sdist === undefined) {
        const wheel = parseDistributionFileName(fileName);
        return wheel?.project === project ? wheel.version : undefined;
    }
    for (let dash = sdist.indexOf('-'); dash > 0; dash = sdist.indexOf('-', dash + 1)) {
        const reading = namedBy('sdist', sdist.slice(0, dash), sdist.slice(dash + 1));
        if (reading?.project === project)
            return reading.version;
    }
    return undefined;
}
const MOST_FILE_NAME = 2 * (MOST_NAME + MOST_VERSION);
const SDIST = /^(?<stem>.+)\.(?:tar\.gz|tgz|zip|tar\.bz2|tar\.xz|tar)$/i;
function parseDistributionFileName(fileName) {
    if (fileName.length > MOST_FILE_NAME)
        return undefined;
    if (fileName.toLowerCase().endsWith('.whl')) {
        const [name = '', version = '', ...tags] = fileName.slice(0, -'.whl'.length).split('-');
        return tags.length === 3 || tags.length === 4 ? namedBy('wheel', name, version) : undefined;
    }
    const stem = SDIST.exec(fileName)?.groups?.stem;
    return stem === undefined ? undefined : parseSdistStem(stem);
}


/***/ })

};
