export const id = 608;
export const ids = [608];
export const modules = {

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


/***/ })

};
