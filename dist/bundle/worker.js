export const id = 284;
export const ids = [284,608];
export const modules = {

/***/ 7735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ byArea),
/* harmony export */   x: () => (/* binding */ AREAS)
/* harmony export */ });
const AREAS = ['http', 'http-v2', 'wheels'];
function byArea(make) {
    return { http: make('http'), 'http-v2': make('http-v2'), wheels: make('wheels') };
}


/***/ }),

/***/ 345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _s: () => (/* binding */ listingWriter),
/* harmony export */   jO: () => (/* binding */ entries),
/* harmony export */   wJ: () => (/* binding */ RESPONSE_NAME)
/* harmony export */ });
/* harmony import */ var _areas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7735);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8117);


const KINDS = ['directory', 'file', 'linked file', 'symbolic link', 'special file'];
const CHUNK_BYTES = 1 << 18;
const RESPONSE_NAME = /^[0-9a-f]{56}$/;
const HEADER_BYTES = 2 + 1 + 8 + 8 + 8 + 8 + 2;
const PLAIN = 0;
const HASH = 1;
const BODY = 2;
const FORMS = 3;
const HASH_BYTES = 28;
function listingWriter(cacheDirectory) {
    const chunks = [];
    const directories = [];
    let before = '';
    let memory = Buffer.alloc(0);
    let start = 0;
    let used = 0;
    let length = 0;
    let about = { area: _areas_js__WEBPACK_IMPORTED_MODULE_1__/* .AREAS */ .x[0], first: 0, parents: [] };
    const close = () => {
        if (used > start)
            chunks.push({ ...about, packed: memory.subarray(start, used) });
        start = used;
    };
    return {
        add({ depth, kind, name, bytes, diskBytes, born, modified }) {
            const full = used + HEADER_BYTES + name.length > memory.length;
            if (full || depth === 0) {
                close();
                before = '';
                about = {
                    area: depth === 0 ? name : about.area,
                    first: length,
                    parents: directories.slice(0, depth),
                };
            }
            if (full) {
                memory = Buffer.from(new SharedArrayBuffer(CHUNK_BYTES));
                start = used = 0;
            }
            if (kind === 'directory')
                directories[depth] = name;
            used = memory.writeUInt16LE(depth, used);
            const form = before !== '' && name === `${before}.body` ? BODY : RESPONSE_NAME.test(name) ? HASH : PLAIN;
            used = memory.writeUInt8(KINDS.indexOf(kind) * FORMS + form, used);
            used = memory.writeDoubleLE(bytes, used);
            used = memory.writeDoubleLE(diskBytes, used);
            used = memory.writeDoubleLE(born, used);
            used = memory.writeDoubleLE(modified, used);
            if (form === PLAIN)
                used = memory.writeUInt16LE(name.length, used);
            if (form !== BODY)
                used += memory.write(name, used, form === HASH ? 'hex' : 'latin1');
            before = name;
            length += 1;
            return length - 1;
        },
        done(complete = true) {
            close();
            return { cacheDirectory, chunks, length, complete };
        },
    };
}
function* entries(listing, from = 0) {
    const { cacheDirectory, chunks } = listing;
    const parents = [];
    for (const name of chunks[from]?.parents ?? [])
        parents.push((0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(parents.at(-1) ?? cacheDirectory, name));
    for (let number = from; number < chunks.length; number += 1) {
        const { area, first, packed } = chunks[number];
        let index = first;
        let name = '';
        for (let at = 0; at < packed.length; index += 1) {
            const depth = packed.readUInt16LE(at);
            const kindAndForm = packed.readUInt8(at + 2);
            const kind = KINDS[Math.floor(kindAndForm / FORMS)];
            const bytes = packed.readDoubleLE(at + 3);
            const diskBytes = packed.readDoubleLE(at + 11);
            const born = packed.readDoubleLE(at + 19);
            const modified = packed.readDoubleLE(at + 27);
            at += 35;
            switch (kindAndForm % FORMS) {
                case BODY:
                    name += '.body';
                    break;
                case HASH:
                    name = packed.toString('hex', at, at + HASH_BYTES);
                    at += HASH_BYTES;
                    break;
                default: {
                    const start = at + 2;
                    at = start + packed.readUInt16LE(at);
                    name = packed.toString('latin1', start, at);
                }
            }
            const path = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(parents[depth - 1] ?? cacheDirectory, name);
            if (kind === 'directory')
                parents[depth] = path;
            yield { index, area, depth, kind, name, path, bytes, diskBytes, born, modified };
        }
    }
}


/***/ }),

/***/ 8117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HD: () => (/* binding */ readable),
/* harmony export */   Jk: () => (/* binding */ fsPath),
/* harmony export */   OO: () => (/* binding */ bytePath),
/* harmony export */   jf: () => (/* binding */ child)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

const NOT_ASCII = /[\x80-\xff]/;
function bytePath(path) {
    return Buffer.from(path, 'utf8').toString('latin1');
}
function fsPath(path, platform = process.platform) {
    if (!NOT_ASCII.test(path))
        return path;
    const bytes = Buffer.from(path, 'latin1');
    return platform === 'win32' ? bytes.toString('utf8') : bytes;
}
function child(directory, name) {
    return directory + node_path__WEBPACK_IMPORTED_MODULE_0__.sep + name;
}
function readable(path) {
    return Buffer.from(path, 'latin1').toString('utf8');
}


/***/ }),

/***/ 3473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GW: () => (/* binding */ KINDS),
/* harmony export */   HV: () => (/* binding */ UNKNOWN),
/* harmony export */   ak: () => (/* binding */ UNKNOWN_KIND),
/* harmony export */   mP: () => (/* binding */ UNREADABLE),
/* harmony export */   y0: () => (/* binding */ labelAt)
/* harmony export */ });
const KINDS = [
    'index page',
    'wheel',
    'sdist',
    'metadata',
    'built wheel',
    'redirect',
    'unknown',
    'unreadable',
];
const UNKNOWN = { kind: 'unknown' };
const UNREADABLE = { kind: 'unreadable' };
const UNKNOWN_KIND = KINDS.indexOf('unknown');
function labelAt(inventory, index) {
    const { kindOf, projectOf, versionOf, projects, versions } = inventory;
    const project = projects[projectOf[index]];
    const version = versions[versionOf[index]];
    return {
        kind: KINDS[kindOf[index]],
        ...(project === undefined ? {} : { project }),
        ...(version === undefined ? {} : { version }),
    };
}


/***/ }),

/***/ 9222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ ORIGIN)
/* harmony export */ });
const ORIGIN = 'origin.json';


/***/ }),

/***/ 9639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ parseWheelName)
/* harmony export */ });
/* harmony import */ var _cache_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8117);

const WHEEL = /^(?<name>[a-z0-9](?:[a-z0-9._]*[a-z0-9])?)-(?<version>[a-z0-9][a-z0-9._+!]*)-.+\.whl$/i;
function parseWheelName(fileName) {
    const groups = WHEEL.exec((0,_cache_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .readable */ .HD)(fileName))?.groups;
    return groups ? { name: groups.name, version: groups.version } : undefined;
}


/***/ }),

/***/ 5817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ label),
/* harmony export */   takeInventory: () => (/* binding */ takeInventory),
/* harmony export */   workerFile: () => (/* binding */ workerFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5919);
/* harmony import */ var _label_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3473);
/* harmony import */ var _label_entries_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(108);





const THREADS = 2;
const MANY_ENTRIES = 20_000;
const VERY_MANY_ENTRIES = 150_000;
const TOLD_EVERY_MS = 500;
const MEMORY = { maxYoungGenerationSizeMb: 3, maxOldGenerationSizeMb: 128 };
async function takeInventory(listing, { pace, signal, workerFile, allOrNone = false, area }) {
    if (workerFile && listing.length >= MANY_ENTRIES && (0,node_os__WEBPACK_IMPORTED_MODULE_1__.availableParallelism)() >= THREADS) {
        const job = newJob(listing, { threads: THREADS, allOrNone, area });
        const names = await byThreads(job, { workerFile, pace, signal }).catch(() => FAILED);
        if (signal.aborted)
            return undefined;
        if (names !== FAILED)
            return names && { ...job, ...names };
    }
    const job = newJob(listing, { threads: 1, allOrNone, area });
    const names = await label(job, pace, signal);
    return names && { ...job, ...names };
}
const FAILED = { projects: [], versions: [] };
function newJob(listing, { threads, allOrNone, area }) {
    const shared = (items, bytes) => new SharedArrayBuffer(items * bytes);
    return {
        listing,
        allOrNone,
        area,
        thread: 0,
        threads,
        taken: new Uint32Array(shared(1, Uint32Array.BYTES_PER_ELEMENT)),
        kindOf: new Uint8Array(shared(listing.length, Uint8Array.BYTES_PER_ELEMENT)).fill(_label_js__WEBPACK_IMPORTED_MODULE_3__/* .UNKNOWN_KIND */ .ak),
        projectOf: new Uint32Array(shared(listing.length, Uint32Array.BYTES_PER_ELEMENT)),
        versionOf: new Uint32Array(shared(listing.length, Uint32Array.BYTES_PER_ELEMENT)),
    };
}
async function label(job, pace, signal) {
    const { listing, allOrNone, area, kindOf, projectOf, versionOf, taken, thread, threads } = job;
    const projects = numbered(thread, threads);
    const versions = numbered(thread, threads);
    let done = 0;
    let vanished = false;
    let unread;
    const finds = {
        mark(index, { kind, project, version }) {
            kindOf[index] = _label_js__WEBPACK_IMPORTED_MODULE_3__/* .KINDS */ .GW.indexOf(kind);
            projectOf[index] = projects.numberOf(project);
            versionOf[index] = versions.numberOf(version);
            done = index;
        },
        gone() {
            vanished = allOrNone;
        },
        unreadable(failure) {
            unread ??= failure;
        },
    };
    const progress = () => `${Math.round((100 * done) / listing.length)} % looked into`;
    const parts = (0,_label_entries_js__WEBPACK_IMPORTED_MODULE_4__/* .partsOf */ .CI)(listing, area);
    const next = () => parts[Atomics.add(taken, 0, 1)];
    for (let part = next(); part; part = next()) {
        for (const page of (0,_label_entries_js__WEBPACK_IMPORTED_MODULE_4__/* .labelEntries */ .vk)(listing, part, { finds, pace, signal, progress })) {
            if (page)
                await page;
            const pause = pace(progress);
            if (pause)
                await pause;
            if (vanished || signal?.aborted)
                return undefined;
        }
        if (vanished)
            return undefined;
    }
    return { projects: projects.names, versions: versions.names, unread };
}
function numbered(thread, threads) {
    const names = [];
    const numbers = new Map();
    return {
        names,
        numberOf(name) {
            if (name === undefined)
                return 0;
            const known = numbers.get(name);
            if (known !== undefined)
                return known;
            const number = 1 + numbers.size * threads + thread;
            const copy = Buffer.from(name).toString();
            numbers.set(copy, number);
            names[number] = copy;
            return number;
        },
    };
}
async function byThreads(job, { workerFile, pace, signal }) {
    const over = new AbortController();
    const ending = AbortSignal.any([signal, over.signal]);
    const first = job.listing.length < VERY_MANY_ENTRIES ? 1 : 0;
    const works = Array.from({ length: job.threads - first }, (_, index) => work({ ...job, thread: first + index }, workerFile, ending));
    if (first === 1)
        works.unshift(label(job, pace, ending));
    const parts = (0,_label_entries_js__WEBPACK_IMPORTED_MODULE_4__/* .partsOf */ .CI)(job.listing, job.area).length;
    const progress = () => `${Math.round((100 * Math.min(parts, job.taken[0])) / parts)} % looked into`;
    const timer = setInterval(() => void pace(progress), TOLD_EVERY_MS);
    try {
        const projects = [];
        const versions = [];
        let unread;
        for (const names of await Promise.all(works)) {
            if (!names)
                return undefined;
            Object.assign(projects, names.projects);
            Object.assign(versions, names.versions);
            unread ??= names.unread;
        }
        return { projects, versions, unread };
    }
    finally {
        clearInterval(timer);
        over.abort();
    }
}
function work(workerData, workerFile, ending) {
    return new Promise((resolve, reject) => {
        const worker = new node_worker_threads__WEBPACK_IMPORTED_MODULE_2__.Worker(workerFile, { workerData, resourceLimits: MEMORY });
        const end = () => void worker.terminate();
        worker
            .once('message', resolve)
            .once('error', reject)
            .once('exit', () => reject(new Error('ended')));
        ending.addEventListener('abort', end, { once: true });
        if (ending.aborted)
            end();
    });
}
function workerFile() {
    const file = new URL(import.meta.url.replace(/[^/]*$/, 'inventory-worker.js'));
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file) ? file : undefined;
}


/***/ }),

/***/ 3513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   work: () => (/* binding */ work)
/* harmony export */ });
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5919);
/* harmony import */ var _util_pace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7126);
/* harmony import */ var _take_inventory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5817);



async function work() {
    const job = node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.workerData;
    const chunks = job.listing.chunks.map((chunk) => ({ ...chunk, packed: asBuffer(chunk.packed) }));
    const pace = (0,_util_pace_js__WEBPACK_IMPORTED_MODULE_2__/* .startPace */ .a)(() => { });
    node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort?.postMessage(await (0,_take_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .label */ .P)({ ...job, listing: { ...job.listing, chunks } }, pace));
}
function asBuffer({ buffer, byteOffset, byteLength }) {
    return Buffer.from(buffer, byteOffset, byteLength);
}


/***/ }),

/***/ 7126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ PROGRESS_MS),
/* harmony export */   VI: () => (/* binding */ watched),
/* harmony export */   _D: () => (/* binding */ timeSince),
/* harmony export */   a: () => (/* binding */ startPace),
/* harmony export */   tJ: () => (/* binding */ nextTurn)
/* harmony export */ });
const TURN_MS = 50;
const PROGRESS_MS = 2000;
function startPace(say, now = () => performance.now()) {
    let lastTurn = now();
    let lastLine = lastTurn;
    return (progress) => {
        const time = now();
        if (time - lastTurn < TURN_MS)
            return undefined;
        lastTurn = time;
        if (time - lastLine >= PROGRESS_MS) {
            lastLine = time;
            say(progress());
        }
        return nextTurn();
    };
}
function nextTurn() {
    return new Promise((resolve) => setImmediate(resolve));
}
async function watched(work, say) {
    const started = performance.now();
    const timer = setInterval(() => say(performance.now() - started), PROGRESS_MS);
    try {
        return await work;
    }
    finally {
        clearInterval(timer);
    }
}
function timeSince(signal) {
    let abortedAt = signal.aborted ? performance.now() : undefined;
    signal.addEventListener('abort', () => {
        abortedAt = performance.now();
    });
    return () => (abortedAt === undefined ? 0 : performance.now() - abortedAt);
}


/***/ })

};
