export const id = 108;
export const ids = [108];
export const modules = {

/***/ 1099:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ beginningLabel),
  S: () => (/* binding */ readPage)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./build/inventory/label.js
var label = __webpack_require__(3473);
// EXTERNAL MODULE: ./build/inventory/names/distribution-name.js
var distribution_name = __webpack_require__(890);
// EXTERNAL MODULE: ./build/inventory/formats/page-reader.js
var page_reader = __webpack_require__(1549);
;// CONCATENATED MODULE: ./build/inventory/formats/json-page.js


const [QUOTE, COMMA, COLON, BACKSLASH, SPACE] = [0x22, 0x2c, 0x3a, 0x5c, 0x20];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [0x7b, 0x7d, 0x5b, 0x5d];
const IS_STRUCTURE = new Uint8Array(256);
for (const byte of [COMMA, COLON, OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY])
    IS_STRUCTURE[byte] = 1;
const FILE_DEPTH = 3;
const MOST_KEPT = 6 * page_reader/* MOST_ADDRESS */.$;
const MOST_KEY = 6 * 'filename'.length;
function jsonPageReader() {
    const links = [];
    const files = (0,page_reader/* projectOfFiles */.C)();
    let depth = 0;
    let hasFiles = false;
    let inFiles = false;
    let inFile = false;
    let isKey = false;
    let broken = false;
    let ended = false;
    let last = 0;
    let key;
    let name;
    let begun;
    let odd = false;
    const isWatched = () => depth === 1 || (inFile && depth === FILE_DEPTH);
    const string = (bytes, from, to) => {
        if (depth === 0 || ended)
            broken = true;
        if (isWatched()) {
            if (isKey ? last !== OPEN_OBJECT && last !== COMMA : last !== COLON)
                broken = true;
            if (isKey)
                key = to - from > MOST_KEY ? undefined : parsed(bytes, from, to);
            else if (depth === 1 && key === 'name')
                name = parsed(bytes, from, to) ?? '';
            else if (depth === FILE_DEPTH && (key === 'url' || key === 'filename')) {
                const value = parsed(bytes, from, to) ?? '';
                if (key === 'filename')
                    files.add(value);
                else if (value !== '' && value.length <= page_reader/* MOST_ADDRESS */.$)
                    links.push(value);
            }
        }
        last = QUOTE;
    };
    const open = (byte) => {
        if (depth === 0 && byte === OPEN_ARRAY)
            broken = true;
        if (depth === 1)
            inFiles = byte === OPEN_ARRAY && key === 'files';
        if (inFiles)
            hasFiles = true;
        inFile = inFile || (inFiles && depth === FILE_DEPTH - 1 && byte === OPEN_OBJECT);
        depth += 1;
        if (isWatched())
            isKey = true;
    };
    const close = () => {
        depth -= 1;
        if (depth < FILE_DEPTH) {
            inFile = false;
            isKey = false;
        }
        if (depth < 2)
            inFiles = false;
        ended = depth === 0;
        if (depth < 0)
            broken = true;
    };
    const structure = (byte) => {
        if (ended)
            broken = true;
        else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY)
            open(byte);
        else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY)
            close();
        else if (byte === COMMA && isWatched())
            isKey = true;
        else if (byte === COLON && isWatched()) {
            if (!isKey || last !== QUOTE)
                broken = true;
            isKey = false;
            if (depth === 1 && key === 'name')
                name = undefined;
        }
    };
    return {
        links,
        write(chunk) {
            let at = 0;
            if (begun) {
                const end = closingQuote(chunk, 0, odd);
                const kept = Buffer.concat([begun, chunk.subarray(0, Math.min(end < 0 ? chunk.length : end, MOST_KEPT))]);
                if (end < 0) {
                    odd = endsOdd(chunk, { from: 0, to: chunk.length, odd });
                    begun = kept.subarray(0, MOST_KEPT + 1);
                    return;
                }
                begun = undefined;
                string(kept, 0, kept.length);
                at = end + 1;
            }
            for (; at < chunk.length && !broken; at += 1) {
                const byte = chunk[at];
                if (byte !== QUOTE) {
                    if (byte > SPACE) {
                        if (IS_STRUCTURE[byte] === 1 || ended)
                            structure(byte);
                        last = byte;
                    }
                    continue;
                }
                const start = at + 1;
                const end = closingQuote(chunk, start, false);
                if (end < 0) {
                    odd = endsOdd(chunk, { from: start, to: chunk.length, odd: false });
                    begun = Buffer.from(chunk.subarray(start, start + MOST_KEPT + 1));
                    return;
                }
                string(chunk, start, end);
                at = end;
            }
        },
        end() {
            const isNamed = hasFiles && ended && !broken && name !== undefined;
            return { label: isNamed ? (0,distribution_name/* projectNamed */.JL)('index page', name) : files.label(), base: undefined };
        },
    };
}
function closingQuote(bytes, from, odd) {
    for (let quote = bytes.indexOf(QUOTE, from); quote >= 0; quote = bytes.indexOf(QUOTE, quote + 1)) {
        if (!endsOdd(bytes, { from, to: quote, odd }))
            return quote;
    }
    return -1;
}
function endsOdd(bytes, { from, to, odd }) {
    let at = to;
    while (at > from && bytes[at - 1] === BACKSLASH)
        at -= 1;
    return ((to - at) % 2 === 1) !== (at === from && odd);
}
function parsed(bytes, from, to) {
    if (to - from > MOST_KEPT)
        return undefined;
    const text = bytes.toString('utf8', from, to);
    if (!text.includes('\\'))
        return text;
    try {
        return JSON.parse(`"${text}"`);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/inventory/formats/index-page.js






const HEAD_BYTES = 4096;
const PART_BYTES = 1 << 16;
const MOST_BYTES = 32 << 20;
const MOST_TIMES = 100;
const LITTLE_BYTES = 1 << 16;
function beginningLabel(page, complete) {
    const start = page.toString('utf8', 0, HEAD_BYTES);
    if (isJson(start)) {
        if (!complete)
            return labelOfFiles(start);
        const reader = jsonPageReader();
        reader.write(page);
        return reader.end().label ?? label/* UNKNOWN */.HV;
    }
    if (!isHtml(start))
        return label/* UNKNOWN */.HV;
    const titled = /<(?:title|h1)>\s*Links for ([^<\s&]{1,200})\s*<\/(?:title|h1)>/i.exec(start)?.[1];
    return titled === undefined ? undefined : ((0,distribution_name/* projectNamed */.JL)('index page', titled) ?? label/* UNKNOWN */.HV);
}
function labelOfFiles(start) {
    if (!/"files"\s*:\s*\[/.test(start))
        return undefined;
    const files = (0,page_reader/* projectOfFiles */.C)();
    for (const [, name] of start.matchAll(/"filename"\s*:\s*"([^"\\]{1,500})"/g))
        files.add(name);
    return files.label();
}
async function readPage(response, { pace, signal, progress }, follow) {
    const { body } = response;
    const most = Math.min(MOST_BYTES, Math.max(LITTLE_BYTES, MOST_TIMES * body.length));
    let reader;
    let read = 0;
    if (body.length > MOST_BYTES)
        return undefined;
    for await (const part of decompressed(response)) {
        read += part.length;
        reader ??= await readerOf(part);
        if (!reader || read > most || signal?.aborted)
            return undefined;
        reader.write(part);
        const links = reader.links.splice(0);
        for (let at = 0; at <= (follow ? links.length : 0); at += 1) {
            const pause = pace(progress);
            if (pause)
                await pause;
            const link = links[at];
            if (signal?.aborted || (link !== undefined && follow?.(link) === false))
                return undefined;
        }
    }
    return reader?.end();
}
const DECOMPRESSORS = { gzip: external_node_zlib_.createGunzip, deflate: external_node_zlib_.createInflate };
async function* decompressed({ body, encoding = '' }) {
    const decompressor = DECOMPRESSORS[encoding]?.({ chunkSize: PART_BYTES });
    if (!decompressor)
        return yield* parts(body);
    (0,external_node_stream_.pipeline)(external_node_stream_.Readable.from(parts(body)), decompressor, () => { });
    yield* decompressor;
}
function* parts(body) {
    for (let at = 0; at < body.length; at += PART_BYTES)
        yield body.read(at, PART_BYTES);
}
async function readerOf(start) {
    const text = start.toString('utf8', 0, HEAD_BYTES);
    if (isJson(text))
        return jsonPageReader();
    if (!isHtml(text))
        return undefined;
    const { htmlPageReader } = await Promise.all(/* import() */[__webpack_require__.e(264), __webpack_require__.e(219)]).then(__webpack_require__.bind(__webpack_require__, 5219));
    return htmlPageReader();
}
function isJson(text) {
    return text.startsWith('{');
}
function isHtml(text) {
    return /^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(text);
}


/***/ }),

/***/ 1549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ MOST_ADDRESS),
/* harmony export */   C: () => (/* binding */ projectOfFiles)
/* harmony export */ });
/* harmony import */ var _names_distribution_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(890);

const MOST_ADDRESS = 8192;
const MOST_SDISTS = 20_000;
function projectOfFiles() {
    let project;
    let several = false;
    let sdists = 0;
    let known = '';
    return {
        add(fileName) {
            if (several || (known !== '' && fileName.startsWith(known) && fileName.endsWith('.whl')))
                return;
            const found = (0,_names_distribution_name_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDistributionFileName */ .tv)(fileName);
            if (found?.project === undefined)
                return;
            if (found.kind === 'sdist')
                sdists += 1;
            else
                known = fileName.slice(0, fileName.indexOf('-') + 1);
            several = sdists > MOST_SDISTS || (project !== undefined && project !== found.project);
            project ??= found.project;
        },
        label: () => (project === undefined || several ? undefined : { kind: 'index page', project }),
    };
}


/***/ }),

/***/ 108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R8: () => (/* binding */ filesOf),
  vk: () => (/* binding */ labelEntries),
  CI: () => (/* binding */ partsOf),
  RL: () => (/* binding */ readWholeResponse),
  HW: () => (/* binding */ responseOfLoneBody),
  $w: () => (/* binding */ responsesAndOthers)
});

// UNUSED EXPORTS: readResponse

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/cache/listing.js
var cache_listing = __webpack_require__(345);
// EXTERNAL MODULE: ./build/inputs/packages.js
var inputs_packages = __webpack_require__(9007);
// EXTERNAL MODULE: ./build/util/errors.js
var errors = __webpack_require__(4478);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./build/inventory/label.js
var inventory_label = __webpack_require__(3473);
// EXTERNAL MODULE: ./build/inventory/names/distribution-name.js
var distribution_name = __webpack_require__(890);
// EXTERNAL MODULE: ./build/inventory/formats/index-page.js + 1 modules
var index_page = __webpack_require__(1099);
// EXTERNAL MODULE: ./node_modules/nanotar/dist/index.mjs
var dist = __webpack_require__(6480);
;// CONCATENATED MODULE: ./build/inventory/formats/tar-member.js



const HEAD_BYTES = 2048;
const MOST_BYTES = 1 << 18;
const SMALL_HEAD_BYTES = 250;
const OPTIONS = { finishFlush: external_node_zlib_.constants.Z_SYNC_FLUSH, chunkSize: 4 * HEAD_BYTES };
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
        return (0,external_node_zlib_.gunzipSync)(compressed, { ...OPTIONS, maxOutputLength: MOST_BYTES });
    }
    catch (thrown) {
        if ((0,errors/* codeOf */.$N)(thrown) !== 'ERR_BUFFER_TOO_LARGE' || compressed.length <= SMALL_HEAD_BYTES)
            return undefined;
    }
    return beginning(compressed.subarray(0, SMALL_HEAD_BYTES));
}

;// CONCATENATED MODULE: ./build/inventory/formats/zip-directory.js
const END_BYTES = 22;
const MOST_END_BYTES = END_BYTES + 0xffff;
const SHORT_END_BYTES = 2048;
const END64_BYTES = 56;
const LOCATOR_BYTES = 20;
const MOST_DIRECTORY_BYTES = 16 << 20;
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
        const place = directoryOf(zip, tail.subarray(end, end + END_BYTES), at + end);
        if (!place)
            return [];
        const { start, length, count } = place;
        const directory = start >= at ? tail.subarray(start - at, start - at + length) : zip.read(start, length);
        return directory.length === length && isWhole(directory, count) ? namesIn(directory) : [];
    }
    return [];
}
function directoryOf(zip, end, endAt) {
    const said = { start: end.readUInt32LE(16), length: end.readUInt32LE(12), count: end.readUInt16LE(10) };
    const large = zip64Directory(zip, endAt);
    if (large === null)
        return undefined;
    const { start, length, count } = large ?? said;
    const agree = !large || (repeats(said.start, start) && repeats(said.length, length) && repeats(said.count, count, 0xffff));
    const directoryEnd = large ? endAt - LOCATOR_BYTES - END64_BYTES : endAt;
    const fits = length <= MOST_DIRECTORY_BYTES && count * ENTRY_BYTES <= length;
    return agree && fits && start + length === directoryEnd ? { start, length, count } : undefined;
}
function repeats(said, number, full = 0xffffffff) {
    return said === number || said === full;
}
function zip64Directory(zip, endAt) {
    const recordAt = endAt - LOCATOR_BYTES - END64_BYTES;
    const locator = zip.read(Math.max(0, endAt - LOCATOR_BYTES), Math.min(endAt, LOCATOR_BYTES));
    if (locator.toString('latin1', 0, 4) !== 'PK\x06\x07')
        return undefined;
    if (recordAt < 0 || locator.length < LOCATOR_BYTES || locator.readBigUInt64LE(8) !== BigInt(recordAt))
        return null;
    const record = zip.read(recordAt, END64_BYTES);
    if (record.length < END64_BYTES || record.toString('latin1', 0, 4) !== 'PK\x06\x06')
        return null;
    if (record.readBigUInt64LE(4) !== BigInt(END64_BYTES - 12))
        return null;
    const [count, length, start] = [32, 40, 48].map((field) => Number(record.readBigUInt64LE(field)));
    return { start: start, length: length, count: count };
}
function isWhole(directory, count) {
    let at = 0;
    let seen = 0;
    while (at + ENTRY_BYTES <= directory.length && directory.readUInt32LE(at) === ENTRY_SIGNATURE) {
        at = entryEnd(directory, at);
        seen += 1;
    }
    return at === directory.length && seen === count;
}
function entryEnd(directory, at) {
    const more = directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    return at + ENTRY_BYTES + more;
}
function* namesIn(directory) {
    for (let at = 0; at < directory.length; at = entryEnd(directory, at)) {
        const nameAt = at + ENTRY_BYTES;
        yield directory.toString('utf8', nameAt, nameAt + directory.readUInt16LE(at + 28));
    }
}

;// CONCATENATED MODULE: ./build/inventory/formats/body.js






const MAGIC_BYTES = 18;
const body_FOUND = new Set([200, 203]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
function responseLabel(response) {
    if (REDIRECTS.has(response.status))
        return { kind: 'redirect' };
    if (!body_FOUND.has(response.status))
        return inventory_label/* UNKNOWN */.HV;
    const { body } = response;
    const start = body.read(0, MAGIC_BYTES).toString('latin1');
    if (start.startsWith('PK\x03\x04'))
        return zipLabel(zipNames(body)) ?? inventory_label/* UNKNOWN */.HV;
    if (start.startsWith('\x1f\x8b') && !isEncoded(response))
        return sdistLabel(firstMember(body)) ?? inventory_label/* UNKNOWN */.HV;
    const { bytes, complete } = body_beginning(response);
    const text = bytes.toString('latin1', 0, MAGIC_BYTES);
    if (text.startsWith('Metadata-Version:'))
        return metadataLabel(bytes) ?? inventory_label/* UNKNOWN */.HV;
    if (!TEXT.test(text))
        return isEncoded(response) ? (sdistLabel(firstMember(body)) ?? inventory_label/* UNKNOWN */.HV) : inventory_label/* UNKNOWN */.HV;
    return (0,index_page/* beginningLabel */.c)(bytes, complete);
}
const COMPRESSED_HEAD = 512;
const MOST_HEAD = 1 << 16;
const PLAIN_HEAD = 8192;
const TEXT = /^(?:\{|\s*<|Metadata-Version:)/;
function body_beginning(response) {
    const { body } = response;
    const decompress = decompression(response);
    if (!decompress)
        return { bytes: body.read(0, PLAIN_HEAD), complete: body.length <= PLAIN_HEAD };
    const complete = body.length <= COMPRESSED_HEAD;
    try {
        const bytes = decompress(body.read(0, COMPRESSED_HEAD), {
            finishFlush: complete ? external_node_zlib_.constants.Z_FINISH : external_node_zlib_.constants.Z_SYNC_FLUSH,
            chunkSize: 8 * COMPRESSED_HEAD,
            maxOutputLength: MOST_HEAD,
        });
        return { bytes, complete };
    }
    catch {
        return { bytes: Buffer.alloc(0), complete: true };
    }
}
function decompression({ encoding }) {
    return encoding === 'gzip' ? external_node_zlib_.gunzipSync : encoding === 'deflate' ? external_node_zlib_.inflateSync : undefined;
}
function isEncoded({ encoding }) {
    return encoding !== undefined;
}
function zipLabel(names) {
    let first;
    let information;
    let isAlone = true;
    let hasMetadata = false;
    for (const name of names) {
        const top = topOf(name);
        first ??= top;
        isAlone &&= top === first;
        hasMetadata ||= name.length === top.length + METADATA.length && name.endsWith(METADATA);
        if (!top.endsWith('.dist-info') || top === information)
            continue;
        if (information !== undefined)
            return undefined;
        information = top;
    }
    if (information !== undefined) {
        const [, name, version] = /^([^-]+)-([^-]+)\.dist-info$/.exec(information) ?? [];
        return name !== undefined && version !== undefined ? (0,distribution_name/* namedBy */.T)('wheel', name, version) : undefined;
    }
    return first !== undefined && isAlone && hasMetadata ? (0,distribution_name/* parseSdistStem */._i)(first) : undefined;
}
const METADATA = '/PKG-INFO';
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/cache/paths.js
var paths = __webpack_require__(8117);
;// CONCATENATED MODULE: ./build/inventory/formats/open-file.js


const FLAGS = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0);
const open_file_HEAD_BYTES = 8192;
const heads = [];
function openFile(path, length) {
    const descriptor = (0,external_node_fs_.openSync)((0,paths/* fsPath */.Jk)(path), FLAGS);
    const buffer = heads.pop() ?? Buffer.alloc(open_file_HEAD_BYTES);
    const close = () => {
        heads.push(buffer);
        (0,external_node_fs_.closeSync)(descriptor);
    };
    try {
        const head = readAt(descriptor, 0, buffer.subarray(0, length));
        return {
            length,
            read(offset, wanted) {
                const end = Math.min(offset + wanted, length);
                if (end <= head.length)
                    return head.subarray(offset, end);
                return readAt(descriptor, offset, Buffer.allocUnsafe(Math.max(0, end - offset)));
            },
            close,
        };
    }
    catch (thrown) {
        close();
        throw thrown;
    }
}
function withFile(path, length, use) {
    const file = openFile(path, length);
    try {
        return use(file);
    }
    finally {
        file.close();
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

// EXTERNAL MODULE: ./build/inventory/names/request-address.js
var request_address = __webpack_require__(7000);
;// CONCATENATED MODULE: ./build/inventory/formats/origin.js


const origin_MOST_BYTES = 1 << 16;
function originLabel(file) {
    if (file.length > origin_MOST_BYTES)
        return undefined;
    const origin = parsed(file.read(0, file.length).toString());
    if (typeof origin !== 'object' || origin === null || !('archive_info' in origin) || !('url' in origin))
        return undefined;
    if (typeof origin.url !== 'string' || ('subdirectory' in origin && origin.subdirectory))
        return undefined;
    const archive = (0,distribution_name/* parseDistributionFileName */.tv)((0,request_address/* fileNameIn */.N)(origin.url));
    return archive?.kind === 'sdist' ? { ...archive, kind: 'built wheel' } : undefined;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./node_modules/@msgpack/msgpack/dist.cjs/index.cjs
var dist_cjs = __webpack_require__(6435);
;// CONCATENATED MODULE: ./build/inventory/formats/body-position.js
const KEY_RESPONSE = Buffer.from('\xa8response', 'latin1');
const KEY_BODY = Buffer.from('\xa4body', 'latin1');
const BIN_LENGTH_BYTES = { 196: 1, 197: 2, 198: 4 };
const STR_LENGTH_BYTES = { 217: 1, 218: 2, 219: 4 };
const FIXED_BYTES = {
    192: 0,
    194: 0,
    195: 0,
    204: 1,
    205: 2,
    206: 4,
    207: 8,
    208: 1,
    209: 2,
    210: 4,
    211: 8,
};
function bodyIn(bytes, from) {
    try {
        let at = from + 1;
        for (let pair = 0; pair < 2; pair += 1) {
            if (startsWith(bytes, KEY_RESPONSE, at))
                return bodyInResponse(bytes, at + KEY_RESPONSE.length);
            at = behindValue(bytes, behindValue(bytes, at));
        }
    }
    catch (thrown) {
        if (!(thrown instanceof RangeError))
            throw thrown;
    }
    return undefined;
}
function bodyInResponse(bytes, mapAt) {
    const values = smallMapSize(bytes.readUInt8(mapAt));
    if (values === undefined)
        return undefined;
    let at = mapAt + 1;
    for (let pair = 0; pair < values; pair += 1) {
        const isBody = startsWith(bytes, KEY_BODY, at);
        at = behindValue(bytes, at);
        if (!isBody) {
            at = behindValue(bytes, at);
            continue;
        }
        const lengthBytes = BIN_LENGTH_BYTES[bytes.readUInt8(at)];
        if (lengthBytes === undefined)
            return undefined;
        return { header: at, start: at + 1 + lengthBytes, length: bytes.readUIntBE(at + 1, lengthBytes), values };
    }
    return undefined;
}
function startsWith(bytes, start, at) {
    return bytes.subarray(at, at + start.length).equals(start);
}
function behindValue(bytes, from) {
    let at = from;
    for (let left = 1; left > 0; left -= 1) {
        const first = bytes.readUInt8(at);
        at += 1;
        const fixed = FIXED_BYTES[first];
        const lengthBytes = BIN_LENGTH_BYTES[first] ?? STR_LENGTH_BYTES[first];
        const pairs = smallMapSize(first);
        if (first < 0x80 || first >= 0xe0)
            continue;
        if (fixed !== undefined)
            at += fixed;
        else if (lengthBytes !== undefined)
            at += lengthBytes + bytes.readUIntBE(at, lengthBytes);
        else if (pairs !== undefined)
            left += 2 * pairs;
        else if (first === 0xde) {
            left += 2 * bytes.readUInt16BE(at);
            at += 2;
        }
        else if ((first & 0xe0) === 0xa0)
            at += first & 0x1f;
        else
            throw new RangeError('pip writes no such value');
    }
    return at;
}
function smallMapSize(first) {
    return (first & 0xf0) === 0x80 ? first & 0x0f : undefined;
}

;// CONCATENATED MODULE: ./build/inventory/formats/stored-response.js



const MOST_METADATA = 1 << 16;
const FIRST_LOOK = 4096;
const MAGIC = Buffer.from('cc=4,');
const MAP_OF_TWO = 0x82;
const EMPTY_BODY = Buffer.from([0xc4, 0]);
const BYTES_KEY = '\0';
const decoder = new dist_cjs/* Decoder */.XM({
    maxStrLength: MOST_METADATA,
    maxBinLength: MOST_METADATA,
    maxArrayLength: 0,
    maxMapLength: 1000,
    maxExtLength: 0,
    rawStrings: true,
    mapKeyConverter(key) {
        if (typeof key === 'string')
            return key;
        if (key instanceof Uint8Array)
            return `${BYTES_KEY}${Buffer.from(key).toString('latin1')}`;
        throw new Error('pip writes no such key');
    },
});
function storedResponse(file, beside) {
    if (beside)
        return file.length > MOST_METADATA ? undefined : shaped(file.read(0, file.length), beside);
    for (const most of [FIRST_LOOK, MOST_METADATA]) {
        const head = file.read(0, Math.min(file.length, most));
        if (!hasStart(head))
            return undefined;
        const place = bodyIn(head, MAGIC.length);
        if (!place)
            continue;
        const end = place.start + place.length;
        const rest = file.length - end;
        if (rest < 0 || place.header + rest > MOST_METADATA)
            return undefined;
        const map = Buffer.concat([head.subarray(0, place.header), EMPTY_BODY, file.read(end, rest)]);
        return shaped(map, part(file, place.start, place.length), place.values);
    }
    return undefined;
}
function hasStart(bytes) {
    return bytes.subarray(0, MAGIC.length).equals(MAGIC) && bytes[MAGIC.length] === MAP_OF_TWO;
}
function decoded(bytes) {
    try {
        return decoder.decode(bytes);
    }
    catch {
        return undefined;
    }
}
function shaped(metadata, body, values) {
    const map = hasStart(metadata) ? decoded(metadata.subarray(MAGIC.length)) : undefined;
    if (!isRecord(map) || !isRecord(map.response) || !isRecord(map.vary))
        return undefined;
    const { response } = map;
    const names = Object.keys(response);
    if (names.some(isBytes) || (values !== undefined && names.length !== values))
        return undefined;
    const { status, headers, body: inMap } = response;
    if (!(inMap instanceof Uint8Array) || inMap.length > 0)
        return undefined;
    if (typeof status !== 'number' || !Number.isInteger(status) || !isRecord(headers))
        return undefined;
    let encoding;
    for (const name in headers) {
        const value = headers[name];
        if (!(value instanceof Uint8Array) || isBytes(name))
            return undefined;
        if (name.length === ENCODING.length && name.toLowerCase() === ENCODING)
            encoding = Buffer.from(value).toString('latin1').trim().toLowerCase();
    }
    return { status, encoding, body };
}
const ENCODING = 'content-encoding';
function isBytes(name) {
    return name.startsWith(BYTES_KEY);
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

// EXTERNAL MODULE: ./build/inventory/names/origin-name.js
var origin_name = __webpack_require__(9222);
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
function* labelEntries(listing, part, options) {
    const { finds } = options;
    const wheels = wheelDirectories(finds);
    for (const found of responsesAndOthers(listing, part)) {
        if ('file' in found) {
            let failed = inventory_label/* UNKNOWN */.HV;
            const label = readResponse(found, labelOrPage, (trouble) => {
                failed = labelOf(trouble, finds);
            });
            markAll(found, label === undefined || label === PAGE ? failed : label, finds);
            yield label === PAGE ? labelPage(found, finds, options) : undefined;
        }
        else if (found.area === 'wheels') {
            wheels.add(found);
            yield undefined;
        }
    }
    wheels.close();
}
const PAGE = 'page';
function labelOrPage(response) {
    return responseLabel(response) ?? PAGE;
}
async function labelPage(found, finds, options) {
    let failed = inventory_label/* UNKNOWN */.HV;
    const read = (response) => (0,index_page/* readPage */.S)(response, options);
    const facts = await readWholeResponse(found, read, (trouble) => {
        failed = labelOf(trouble, finds);
    });
    markAll(found, facts?.label ?? failed, finds);
}
function markAll({ file, body }, label, { mark }) {
    mark(file.index, label);
    if (body)
        mark(body.index, label);
}
function labelOf({ kind, failure }, { gone, unreadable }) {
    if (kind === 'gone') {
        gone();
        return inventory_label/* UNKNOWN */.HV;
    }
    unreadable(failure);
    return inventory_label/* UNREADABLE */.mP;
}
function filesOf({ file, body }) {
    return body ? [file, body] : [file];
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
const BODY = '.body';
function responseOfLoneBody(entry) {
    if (entry.area !== 'http-v2' || !entry.name.endsWith(BODY))
        return undefined;
    const name = entry.name.slice(0, -BODY.length);
    return isResponseFile({ ...entry, name, path: entry.path.slice(0, -BODY.length) }) ? name : undefined;
}
function readResponse(files, use, heard) {
    const open = [];
    try {
        const response = openResponse(files, open);
        return response && use(response);
    }
    catch (thrown) {
        tell(thrown, files, open, heard);
        return undefined;
    }
    finally {
        for (const file of open)
            file.close();
    }
}
async function readWholeResponse(files, use, heard) {
    const open = [];
    try {
        const response = openResponse(files, open);
        return response && (await use(response));
    }
    catch (thrown) {
        tell(thrown, files, open, heard);
        return undefined;
    }
    finally {
        for (const file of open)
            file.close();
    }
}
function openResponse({ file, body }, open) {
    if (file.kind === 'special file' || body?.kind === 'special file' || body?.kind === 'symbolic link')
        return undefined;
    const opened = ({ path, bytes }) => {
        const one = openFile(path, bytes);
        open.push(one);
        return one;
    };
    if (file.area === 'http')
        return storedResponse(opened(file), undefined);
    return storedResponse(opened(file), body ? opened(body) : { length: 0, read: () => Buffer.alloc(0) });
}
function tell(thrown, { file, body }, open, heard) {
    const trouble = troubleWith(thrown, open.length > 0 && body ? body : file);
    if (trouble)
        heard?.(trouble);
}
const UNREADABLE_CODES = new Set([
    'EACCES',
    'EPERM',
    'EBUSY',
    'EIO',
    'EMFILE',
    'ENFILE',
    'ENOMEM',
    'ESTALE',
    'ETIMEDOUT',
]);
function troubleWith(thrown, { path }) {
    const code = (0,errors/* codeOf */.$N)(thrown);
    if (code === 'ENOENT')
        return { kind: 'gone', failure: { path, code } };
    return UNREADABLE_CODES.has(code) ? { kind: 'unreadable', failure: { path, code } } : undefined;
}
function wheelDirectories(finds) {
    const open = [];
    const closeLast = () => {
        const { labels, origin } = open.pop();
        if (!origin)
            return;
        const [only] = labels;
        if (!only)
            finds.mark(origin.index, readOrigin(origin, finds));
        else if (labels.every(({ project, version }) => project === only.project && version === only.version))
            finds.mark(origin.index, only);
    };
    const directoryAt = (path, depth) => {
        for (let last = open.at(-1); last && last.depth >= depth; last = open.at(-1)) {
            if (last.path === path)
                return last;
            closeLast();
        }
        const directory = { path, depth, labels: [] };
        open.push(directory);
        return directory;
    };
    return {
        add(entry) {
            const directory = directoryAt((0,external_node_path_.dirname)(entry.path), entry.depth);
            if (entry.name === origin_name/* ORIGIN */.V)
                directory.origin = entry;
            if (!/\.whl$/i.test(entry.name))
                return;
            const parts = (0,wheel_name/* parseWheelName */.C)(entry.name);
            const label = parts
                ? { kind: 'built wheel', project: (0,inputs_packages/* canonicalName */.Ew)(parts.name), version: parts.version }
                : inventory_label/* UNKNOWN */.HV;
            directory.labels.push(label);
            finds.mark(entry.index, label);
        },
        close() {
            while (open.length > 0)
                closeLast();
        },
    };
}
function readOrigin(entry, finds) {
    if (entry.kind === 'symbolic link' || entry.kind === 'special file')
        return inventory_label/* UNKNOWN */.HV;
    try {
        return withFile(entry.path, entry.bytes, originLabel) ?? inventory_label/* UNKNOWN */.HV;
    }
    catch (thrown) {
        const trouble = troubleWith(thrown, entry);
        return trouble ? labelOf(trouble, finds) : inventory_label/* UNKNOWN */.HV;
    }
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


/***/ }),

/***/ 7000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ fileNameIn),
/* harmony export */   Y: () => (/* binding */ requestAddress)
/* harmony export */ });
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


/***/ })

};
