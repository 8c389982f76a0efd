export const id = 363;

export const ids = [ 363 ];

export const modules = {
1358: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
P: () => label,
takeInventory: () => takeInventory
});
var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
var _label_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9660);
var _label_entries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8736);
const MANY_ENTRIES = 5e4;
const MOST_WORKERS = 2;
const MEMORY = {
maxYoungGenerationSizeMb: 4,
maxOldGenerationSizeMb: 128
};
async function takeInventory(listing, {pace: pace, signal: signal, workerFile: workerFile, allOrNone: allOrNone = false}) {
const workers = Math.min(MOST_WORKERS, (0, node_os__WEBPACK_IMPORTED_MODULE_0__.availableParallelism)());
if (workerFile && workers > 1 && listing.length >= MANY_ENTRIES) {
const job = newJob(listing, {
worker: 0,
workers: workers
}, allOrNone);
const names = await byWorkers(job, workerFile, signal).catch(() => FAILED);
if (names !== FAILED || signal.aborted) return names && !signal.aborted ? {
...job,
...names
} : undefined;
}
const job = newJob(listing, {
worker: 0,
workers: 1
}, allOrNone);
const names = await label(job, pace, signal);
return names && {
...job,
...names
};
}
const FAILED = {
projects: [],
versions: []
};
function newJob(listing, share, allOrNone) {
const shared = bytes => new SharedArrayBuffer(listing.length * bytes);
return {
listing: listing,
share: share,
allOrNone: allOrNone,
kindOf: new Uint8Array(shared(Uint8Array.BYTES_PER_ELEMENT)).fill(_label_js__WEBPACK_IMPORTED_MODULE_1__.ak),
projectOf: new Uint32Array(shared(Uint32Array.BYTES_PER_ELEMENT)),
versionOf: new Uint32Array(shared(Uint32Array.BYTES_PER_ELEMENT))
};
}
async function label(job, pace, signal) {
const {listing: listing, share: share, allOrNone: allOrNone, kindOf: kindOf, projectOf: projectOf, versionOf: versionOf} = job;
const projects = numbered(share);
const versions = numbered(share);
let done = 0;
let vanished = false;
const work = (0, _label_entries_js__WEBPACK_IMPORTED_MODULE_2__.vk)(listing, share, {
mark(index, {kind: kind, project: project, version: version}) {
kindOf[index] = _label_js__WEBPACK_IMPORTED_MODULE_1__.GW.indexOf(kind);
projectOf[index] = projects.numberOf(project);
versionOf[index] = versions.numberOf(version);
done = index;
},
gone() {
vanished = allOrNone;
}
});
for (const _ of work) {
const pause = pace(() => `${Math.round(100 * done / listing.length)} % looked into`);
if (pause) await pause;
if (vanished || signal?.aborted) return undefined;
}
return {
projects: projects.names,
versions: versions.names
};
}
function numbered({worker: worker, workers: workers}) {
const names = [];
const numbers = new Map;
return {
names: names,
numberOf(name) {
if (name === undefined) return 0;
let number = numbers.get(name);
if (number === undefined) {
number = 1 + numbers.size * workers + worker;
numbers.set(name, number);
names[number] = name;
}
return number;
}
};
}
async function byWorkers(job, workerFile, signal) {
const {Worker: Worker} = await Promise.resolve().then(__webpack_require__.t.bind(__webpack_require__, 5919, 19));
const {workers: workers} = job.share;
const over = new AbortController;
const ending = AbortSignal.any([ signal, over.signal ]);
const works = Array.from({
length: workers
}, (_, worker) => new Promise((resolve, reject) => {
const workerData = {
...job,
share: {
worker: worker,
workers: workers
}
};
const thread = new Worker(workerFile, {
workerData: workerData,
resourceLimits: MEMORY
});
const end = () => void thread.terminate();
thread.once("message", resolve).once("error", reject).once("exit", () => reject(new Error("ended")));
ending.addEventListener("abort", end, {
once: true
});
if (ending.aborted) end();
}));
for (const work of works) work.catch(() => {});
try {
const projects = [];
const versions = [];
for (const work of works) {
const names = await work;
if (!names) return undefined;
Object.assign(projects, names.projects);
Object.assign(versions, names.versions);
}
return {
projects: projects,
versions: versions
};
} finally {
over.abort();
}
}
},
4328: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
C: () => parseWheelName
});
var _paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8117);
const WHEEL = /^(?<name>[a-z0-9](?:[a-z0-9._]*[a-z0-9])?)-(?<version>[a-z0-9][a-z0-9._+!]*)-.+\.whl$/i;
function parseWheelName(fileName) {
const groups = WHEEL.exec((0, _paths_js__WEBPACK_IMPORTED_MODULE_0__.HD)(fileName))?.groups;
return groups ? {
name: groups.name,
version: groups.version
} : undefined;
}
}
};
