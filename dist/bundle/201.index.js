export const id = 201;

export const ids = [ 201, 363 ];

export const modules = {
7735: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
l: () => byArea,
x: () => AREAS
});
const AREAS = [ "http", "http-v2", "wheels" ];
function byArea(make) {
return {
http: make("http"),
"http-v2": make("http-v2"),
wheels: make("wheels")
};
}
},
9660: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
GW: () => KINDS,
HV: () => UNKNOWN,
ak: () => UNKNOWN_KIND,
y0: () => labelAt
});
const KINDS = [ "index page", "wheel", "sdist", "metadata", "built wheel", "redirect", "unknown" ];
const UNKNOWN = {
kind: "unknown"
};
const UNKNOWN_KIND = KINDS.indexOf("unknown");
function labelAt(inventory, index) {
const {kindOf: kindOf, projectOf: projectOf, versionOf: versionOf, projects: projects, versions: versions} = inventory;
const project = projects[projectOf[index]];
const version = versions[versionOf[index]];
return {
kind: KINDS[kindOf[index]],
...project === undefined ? {} : {
project: project
},
...version === undefined ? {} : {
version: version
}
};
}
},
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
910: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
work: () => work
});
var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5919);
var _pace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8069);
var _take_inventory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1358);
async function work() {
const job = node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.workerData;
const chunks = job.listing.chunks.map(chunk => Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
const pace = (0, _pace_js__WEBPACK_IMPORTED_MODULE_2__.a)(() => {});
node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort?.postMessage(await (0, 
_take_inventory_js__WEBPACK_IMPORTED_MODULE_1__.P)({
...job,
listing: {
...job.listing,
chunks: chunks
}
}, pace));
}
},
345: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
_: () => listingWriter,
j: () => entries
});
var _areas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7735);
var _paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8117);
const KINDS = [ "directory", "file", "linked file", "symbolic link", "special file" ];
const CHUNK_BYTES = 1 << 20;
const HEADER_BYTES = 2 + 1 + 2 + 8 + 8 + 8 + 8;
function listingWriter(cacheDirectory) {
const chunks = [];
let chunk = Buffer.alloc(0);
let used = 0;
let length = 0;
const close = () => {
if (used > 0) chunks.push(chunk.subarray(0, used));
};
return {
add({depth: depth, kind: kind, name: name, bytes: bytes, diskBytes: diskBytes, born: born, modified: modified}) {
if (used + HEADER_BYTES + name.length > chunk.length) {
close();
chunk = Buffer.from(new SharedArrayBuffer(CHUNK_BYTES));
used = 0;
}
used = chunk.writeUInt16LE(depth, used);
used = chunk.writeUInt8(KINDS.indexOf(kind), used);
used = chunk.writeUInt16LE(name.length, used);
used = chunk.writeDoubleLE(bytes, used);
used = chunk.writeDoubleLE(diskBytes, used);
used = chunk.writeDoubleLE(born, used);
used = chunk.writeDoubleLE(modified, used);
used += chunk.write(name, used, "latin1");
length += 1;
return length - 1;
},
done(complete = true) {
close();
return {
cacheDirectory: cacheDirectory,
chunks: chunks,
length: length,
complete: complete
};
}
};
}
function* entries(listing) {
const parents = [];
let area = _areas_js__WEBPACK_IMPORTED_MODULE_1__.x[0];
let index = 0;
for (const chunk of listing.chunks) {
for (let at = 0; at < chunk.length; index += 1) {
const depth = chunk.readUInt16LE(at);
const kind = KINDS[chunk.readUInt8(at + 2)];
const end = at + HEADER_BYTES + chunk.readUInt16LE(at + 3);
const bytes = chunk.readDoubleLE(at + 5);
const diskBytes = chunk.readDoubleLE(at + 13);
const born = chunk.readDoubleLE(at + 21);
const modified = chunk.readDoubleLE(at + 29);
const name = chunk.toString("latin1", at + HEADER_BYTES, end);
at = end;
if (depth === 0) area = name;
const path = (0, _paths_js__WEBPACK_IMPORTED_MODULE_0__.jf)(parents[depth - 1] ?? listing.cacheDirectory, name);
if (kind === "directory") parents[depth] = path;
yield {
index: index,
area: area,
depth: depth,
kind: kind,
name: name,
path: path,
bytes: bytes,
diskBytes: diskBytes,
born: born,
modified: modified
};
}
}
}
},
8117: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
HD: () => readable,
Jk: () => fsPath,
OO: () => bytePath,
jf: () => child
});
var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
const NOT_ASCII = /[\x80-\xff]/;
function bytePath(path) {
return Buffer.from(path, "utf8").toString("latin1");
}
function fsPath(path, platform = process.platform) {
if (!NOT_ASCII.test(path)) return path;
const bytes = Buffer.from(path, "latin1");
return platform === "win32" ? bytes.toString("utf8") : bytes;
}
function child(directory, name) {
return directory + node_path__WEBPACK_IMPORTED_MODULE_0__.sep + name;
}
function readable(path) {
return Buffer.from(path, "latin1").toString("utf8");
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
},
8069: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
FF: () => PROGRESS_MS,
VI: () => watched,
_D: () => timeSince,
a: () => startPace
});
const TURN_MS = 50;
const PROGRESS_MS = 2e3;
function startPace(say, now = () => performance.now()) {
let turn = now();
let said = turn;
return progress => {
const time = now();
if (time - turn < TURN_MS) return undefined;
turn = time;
if (time - said >= PROGRESS_MS) {
said = time;
say(progress());
}
return new Promise(resolve => setImmediate(resolve));
};
}
const unhurried = () => undefined;
async function watched(work, say) {
const started = performance.now();
const timer = setInterval(() => say(performance.now() - started), PROGRESS_MS);
try {
return await work;
} finally {
clearInterval(timer);
}
}
function timeSince(signal) {
let aborted = signal.aborted ? performance.now() : undefined;
signal.addEventListener("abort", () => {
aborted = performance.now();
});
return () => aborted === undefined ? 0 : performance.now() - aborted;
}
}
};
