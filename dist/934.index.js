export const id = 934;

export const ids = [ 934 ];

export const modules = {
735: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
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
345: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
_: () => listingWriter,
j: () => entries
});
var _areas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(735);
var _paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(117);
const KINDS = [ "directory", "file", "linked file", "symbolic link" ];
const CHUNK_BYTES = 1 << 20;
const HEADER_BYTES = 2 + 1 + 2 + 8 + 8 + 8;
function listingWriter(cacheDirectory) {
const chunks = [];
let chunk = Buffer.alloc(0);
let used = 0;
let length = 0;
const close = () => {
if (used > 0) chunks.push(chunk.subarray(0, used));
};
return {
add(depth, kind, name, bytes, diskBytes, born) {
if (used + HEADER_BYTES + name.length > chunk.length) {
close();
chunk = Buffer.allocUnsafe(CHUNK_BYTES);
used = 0;
}
used = chunk.writeUInt16LE(depth, used);
used = chunk.writeUInt8(KINDS.indexOf(kind), used);
used = chunk.writeUInt16LE(name.length, used);
used = chunk.writeDoubleLE(bytes, used);
used = chunk.writeDoubleLE(diskBytes, used);
used = chunk.writeDoubleLE(born, used);
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
born: born
};
}
}
}
},
117: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
HD: () => readable,
Jk: () => fsPath,
OO: () => bytePath,
jf: () => child
});
var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(760);
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
791: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
AL: () => selectFiles,
Im: () => isEmpty,
Ub: () => selectAll,
wH: () => selected
});
var _listing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(345);
function selectAll(listing) {
return new Uint8Array(listing.length).fill(1);
}
function selectFiles(listing, wanted) {
const selection = new Uint8Array(listing.length);
const open = [];
const close = depth => {
for (let directory = open.at(-1); directory && directory.entry.depth >= depth; directory = open.at(-1)) {
open.pop();
const goes = directory.selected && !directory.keeps;
if (goes) selection[directory.entry.index] = 1;
const parent = open.at(-1);
if (parent) parent[goes ? "selected" : "keeps"] = true;
}
};
for (const entry of (0, _listing_js__WEBPACK_IMPORTED_MODULE_0__.j)(listing)) {
close(entry.depth);
if (entry.kind === "directory") {
open.push({
entry: entry,
selected: false,
keeps: false
});
continue;
}
const goes = wanted(entry);
if (goes) selection[entry.index] = 1;
const parent = open.at(-1);
if (parent) parent[goes ? "selected" : "keeps"] = true;
}
close(0);
return selection;
}
function* selected(listing, selection) {
for (const entry of (0, _listing_js__WEBPACK_IMPORTED_MODULE_0__.j)(listing)) {
if (selection[entry.index]) yield entry;
}
}
function isEmpty(selection) {
return !selection.includes(1);
}
},
316: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
BH: () => FOLLOWS_LINKS,
xB: () => isIdle,
xl: () => hasLinkedArea
});
var _cache_selection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(791);
function isIdle(plan) {
return (0, _cache_selection_js__WEBPACK_IMPORTED_MODULE_0__.Im)(plan.selection);
}
function hasLinkedArea(survey) {
return Object.values(survey.states).includes("link");
}
const FOLLOWS_LINKS = "it would delete through the symbolic link";
},
934: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
perform: () => perform
});
var core = __webpack_require__(838);
var errors = __webpack_require__(473);
var external_node_fs_ = __webpack_require__(24);
var external_node_os_ = __webpack_require__(161);
var external_node_path_ = __webpack_require__(760);
const PREFIX = "reset-pip-cache-";
const BELOW = (0, external_node_path_.join)("a", "b", "c", "d", "e");
function temporaryDirectory(env) {
try {
if (env.RUNNER_TEMP && (0, external_node_fs_.statSync)(env.RUNNER_TEMP).isDirectory()) return env.RUNNER_TEMP;
} catch {}
return (0, external_node_os_.tmpdir)();
}
async function withScratch(env, work) {
const top = newDirectory([ temporaryDirectory(env), (0, external_node_os_.tmpdir)() ]);
const empty = (0, external_node_path_.join)(top, BELOW);
try {
return await work({
top: top,
empty: empty
});
} finally {
removeEmpty(empty, top);
}
}
function newDirectory(places) {
const tried = new Set;
for (const place of places) {
let top;
try {
top = (0, external_node_fs_.realpathSync)((0, external_node_fs_.mkdtempSync)((0, 
external_node_path_.join)(place, PREFIX)));
(0, external_node_fs_.mkdirSync)((0, external_node_path_.join)(top, BELOW), {
recursive: true
});
return top;
} catch (thrown) {
if (top !== undefined) removeEmpty((0, external_node_path_.join)(top, BELOW), top);
tried.add((0, errors.bD)(thrown));
}
}
throw new errors.P_(`pip can't be run in an empty directory, since none could be made: ${[ ...tried ].join("; ")}. Nothing was deleted. ` + "Let RUNNER_TEMP or TMPDIR be a directory to write into.");
}
function removeEmpty(innermost, top) {
for (let directory = innermost; directory.startsWith(top); directory = (0, external_node_path_.dirname)(directory)) {
try {
(0, external_node_fs_.rmdirSync)(directory);
} catch {}
}
}
var pretty_bytes = __webpack_require__(901);
var pretty_ms = __webpack_require__(692);
function humanSize(bytes) {
return (0, pretty_bytes.A)(bytes);
}
function exactSize(bytes) {
return counted(bytes, "byte");
}
function humanCount(count) {
return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
function counted(count, singular, plural = `${singular}s`) {
return `${humanCount(count)} ${count === 1 ? singular : plural}`;
}
function humanDuration(milliseconds) {
return milliseconds < 1e3 ? `${(milliseconds / 1e3).toFixed(1)}s` : (0, pretty_ms.A)(milliseconds);
}
function seconds(milliseconds) {
return `${Math.round(milliseconds / 1e3)} s`;
}
var cache_areas = __webpack_require__(735);
const NOTHING = {
files: 0,
bytes: 0,
directories: 0,
diskBytes: 0
};
const NONE = {
files: 0,
directories: 0
};
function countByArea() {
return (0, cache_areas.l)(() => ({
files: 0,
directories: 0
}));
}
function sumOfCounts(counts) {
let [files, directories] = [ 0, 0 ];
for (const count of counts) {
files += count.files;
directories += count.directories;
}
return {
files: files,
directories: directories
};
}
function minus(whole, part) {
return {
files: whole.files - part.files,
bytes: whole.bytes - part.bytes,
directories: whole.directories - part.directories,
diskBytes: whole.diskBytes - part.diskBytes
};
}
function sum(tallies) {
let [files, bytes, directories, diskBytes] = [ 0, 0, 0, 0 ];
for (const tally of tallies) {
files += tally.files;
bytes += tally.bytes;
directories += tally.directories;
diskBytes += tally.diskBytes;
}
return {
files: files,
bytes: bytes,
directories: directories,
diskBytes: diskBytes
};
}
var promises_ = __webpack_require__(500);
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
const LOOK_MS = 50;
const PATIENCE_MS = 6e4;
const CLOCK = {
now: () => performance.now(),
wait: (milliseconds, signal) => (0, promises_.setTimeout)(milliseconds, undefined, {
signal: signal
}).catch(() => {})
};
function watchOthers(look, say, signal, {now: now, wait: wait} = CLOCK) {
let seen = [];
let looked = Number.NEGATIVE_INFINITY;
let waited = 0;
const atWork = () => {
const time = now();
if (time - looked >= LOOK_MS) {
seen = look();
looked = time;
}
return seen;
};
return {
atWork: atWork,
async gone() {
if (atWork().length === 0 || waited >= PATIENCE_MS) return seen;
say(`At work on this cache: ${names(seen)}. A pip fails when what it uses is deleted; waiting for its end.`);
let last = now();
let silent = 0;
while (atWork().length > 0 && waited < PATIENCE_MS && !signal.aborted) {
await wait(LOOK_MS, signal);
const passed = now() - last;
last += passed;
waited += passed;
silent += passed;
if (silent >= PROGRESS_MS) {
silent = 0;
say(`Waiting for ${names(seen)}: ${seconds(waited)} so far.`);
}
}
return seen;
},
async unlessOneBegins(work) {
const begun = new AbortController;
const timer = setInterval(() => {
if (atWork().length > 0) begun.abort();
}, LOOK_MS);
try {
return await work(begun.signal);
} finally {
clearInterval(timer);
}
}
};
}
function names(pips) {
return pips.map(({command: command, process: process}) => `pip ${command} (process ${process})`).join(", ");
}
const NOT_RUN = new Set([ 126, 127, 9009 ]);
function verdict(run) {
if (run.failedToStart !== undefined) return {
kind: "not an interpreter",
why: whyNotStarted(run.failedToStart)
};
if (run.code === 0) return {
kind: "answered"
};
const words = `${run.stderr}\n${run.stdout}`;
if (run.code !== null && NOT_RUN.has(run.code)) {
return {
kind: "not an interpreter",
why: `exit code ${run.code}: ${firstLine(words)}`
};
}
if (/No module named '?pip('?\s*$|\.__main__)/m.test(words)) return {
kind: "no pip"
};
if (/unknown command "cache"/.test(words)) return {
kind: "no cache command"
};
if (/cache is disabled/.test(words)) return {
kind: "disabled",
why: whyDisabled(words)
};
const end = run.code === null ? "was ended by a signal" : `ended with exit code ${run.code}`;
return {
kind: "failed",
why: `${end}: ${errorLine(words)}`
};
}
function whyDisabled(words) {
const directory = /The directory '(.+)' or its parent directory is not owned or is not writable/.exec(words)?.[1];
return directory === undefined ? {
cause: "setting"
} : {
cause: "owner",
directory: directory
};
}
function shortened(line) {
return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
function whyNotStarted(message) {
return message.startsWith("Unable to locate executable file") ? "not executable" : firstLine(message);
}
function firstLine(words) {
return shortened(words.split("\n").find(line => line.trim() !== "")?.trim() ?? "it printed nothing");
}
function errorLine(words) {
const lines = words.split("\n").map(line => line.trim()).filter(line => line !== "");
const error = lines.find(line => /^ERROR: (?!Exception:)/.test(line))?.slice("ERROR: ".length);
const last = lines.some(line => line.startsWith("Traceback")) ? lines.at(-1) : undefined;
const first = /^(\[[^\]]*\])?Usage:/.test(lines[0] ?? "") ? lines.at(-1) : lines[0];
const said = error ?? last ?? lines.find(line => /\berror\b/i.test(line)) ?? first ?? "it printed nothing";
return shortened(said.replace(/\.+$/, ""));
}
function cacheDirectory(run) {
const lines = run.stdout.split(/\r?\n/).filter(line => line !== "");
return lines.length === 1 ? lines[0] : undefined;
}
function infoCounts(run) {
const count = label => {
const digits = label.exec(run.stdout)?.[1];
return digits === undefined ? undefined : Number(digits);
};
return {
responses: count(/^Number of HTTP files: (\d+)\r?$/m),
wheels: count(/^Number of (?:locally built )?wheels: (\d+)\r?$/m)
};
}
function isBefore(version, other) {
const [major = Number.NaN, minor = Number.NaN] = version.split(".").map(part => Number.parseInt(part, 10));
const [otherMajor = 0, otherMinor = 0] = other.split(".").map(Number);
return major < otherMajor || major === otherMajor && minor < otherMinor;
}
const CLEARED_SINCE = {
http: {
files: "20.3",
directories: "26.0"
},
"http-v2": {
files: "23.3",
directories: "26.2"
},
wheels: {
files: "26.0",
directories: "26.0"
}
};
function leftBehind(version, finished) {
const {directories: directories} = sumOfCounts(Object.values(finished));
const parts = cache_areas.x.filter(area => finished[area].files > 0).map(area => ({
what: `${counted(finished[area].files, "file")} in ${area}`,
since: CLEARED_SINCE[area].files
}));
if (directories > 0) {
const since = cache_areas.x.filter(area => finished[area].directories > 0).map(area => CLEARED_SINCE[area].directories);
parts.push({
what: counted(directories, "directory", "directories"),
since: since.sort().at(-1)
});
}
if (parts.length === 0) return undefined;
let named = false;
const words = parts.map(({what: what, since: since}) => {
if (!isBefore(version, since)) return what;
const which = named ? since : `pip ${since} would not have`;
named = true;
return `${what} (${which})`;
});
return `pip ${version} left behind ${listed(words)}; this action removed that.`;
}
function listed(words) {
return words.length === 1 ? words[0] : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
const AREA_NAMES = {
http: "HTTP responses, old format",
"http-v2": "HTTP responses",
wheels: "Locally built wheels"
};
function totals(result) {
const areas = Object.values(result.areas);
return {
before: sum(areas.map(area => area.before)),
after: sum(areas.map(area => area.after)),
removed: sum(areas.map(area => area.removed))
};
}
function finishedByArea(areas) {
return (0, cache_areas.l)(area => areas[area].finished);
}
function headline(result) {
const {bytes: bytes} = totals(result).removed;
switch (result.outcome) {
case "reset":
return bytes > 0 ? `Freed ${humanSize(bytes)} of pip's cache` : "Tidied up pip's cache";

case "dry-run":
return `Dry run: ${humanSize(bytes)} of pip's cache would go`;

case "nothing-to-do":
return isEmptyAfter(result) ? "pip's cache is already empty" : "Nothing to remove from pip's cache";

case "skipped":
return "pip's cache is below the threshold, and stays";

case "disabled":
return result.disabledBecause?.cause === "owner" ? "pip doesn't use its cache" : "pip's cache is turned off";

case "incomplete":
return result.cancelled ? `Cancelled: ${result.cutShort ? "at least " : ""}${humanSize(bytes)} of pip's cache are gone` : `pip's cache is not reset completely (${humanSize(bytes)} freed)`;
}
}
function explanation(result) {
const {before: before, removed: removed} = totals(result);
const what = amount(removed) ?? "Nothing";
const where = result.cacheDirectory;
switch (result.outcome) {
case "reset":
return isEmptyAfter(result) ? `pip's cache in ${where} is empty now: ${what} removed.` : `${what} removed from ${where}${ofPackages(result)}.`;

case "dry-run":
return `${what} would go from ${where}${ofPackages(result)}. Nothing was deleted.`;

case "nothing-to-do":
return nothingToDo(result);

case "skipped":
{
const size = humanSize(before.bytes) === humanSize(result.inputs.minSize ?? 0) ? exactSize : humanSize;
return `It holds ${size(before.bytes)} in ${where}, less than min-size (${size(result.inputs.minSize ?? 0)}). ` + "Nothing was deleted.";
}

case "disabled":
return `${explain_whyDisabled(result)} Nothing was deleted.`;

case "incomplete":
return result.cancelled ? `The job was cancelled midway. ${cancelledMidway(result)}` : [ ...inUse(result), ...notDeletable(result), `${what} removed.` ].join(" ");
}
}
function inUse({inUseBy: inUseBy, cacheDirectory: cacheDirectory}) {
return inUseBy.length === 0 ? [] : [ `Still at work on ${cacheDirectory} after ${seconds(PATIENCE_MS)} of waiting: ${names(inUseBy)}. ` + "A pip fails when what it uses is deleted, so that the rest of what was to go stays." ];
}
function notDeletable({remaining: remaining, cacheDirectory: cacheDirectory}) {
return remaining.length === 0 ? [] : [ `${counted(remaining.length, "entry", "entries")} in ${cacheDirectory} could not be deleted.` ];
}
function cancelledMidway(result) {
const {removed: removed, after: after} = totals(result);
const [what, where] = [ amount(removed), result.cacheDirectory ];
if (!result.cutShort) return `${what ?? "Nothing"} removed from ${where}; ${amount(after) ?? "nothing"} still there.`;
const counted = what === undefined ? "" : `At least ${what} removed from ${where}. `;
return `${counted}There was no time left to count what is still there.`;
}
function isEmptyAfter({areas: areas, inputs: inputs}) {
return inputs.mode === "purge" && Object.values(areas).every(({state: state, after: after, unreadable: unreadable}) => after.files + after.directories + unreadable === 0 && (state === "absent" || state === "directory"));
}
function ofPackages({inputs: inputs, unmatched: unmatched}) {
const found = inputs.packages.map(({text: text}) => text).filter(name => !unmatched.includes(name));
return inputs.mode === "remove" ? `: locally built wheels of ${found.join(", ")}` : "";
}
function packageNames({packages: packages}) {
return packages.map(selector => selector.text).join(", ");
}
function explain_whyDisabled({disabledBecause: disabledBecause}) {
return disabledBecause?.cause === "owner" ? `pip leaves ${disabledBecause.directory} alone, since it belongs to another user or is not writable.` : "The setting no-cache-dir (PIP_NO_CACHE_DIR, or in a pip.conf) is there; pip keeps no cache then, whatever its value is.";
}
function amount({files: files, directories: directories}) {
const parts = [ ...files > 0 ? [ counted(files, "file") ] : [], ...directories > 0 ? [ counted(directories, "directory", "directories") ] : [] ];
return parts.length > 0 ? parts.join(" and ") : undefined;
}
function nothingToDo(result) {
const {inputs: inputs, cacheDirectory: cacheDirectory} = result;
if (inputs.mode === "purge") {
return isEmptyAfter(result) ? `There is nothing that pip cached in ${cacheDirectory}.` : `There is nothing that could go in ${cacheDirectory}.`;
}
return `No locally built wheel in ${cacheDirectory} is one of: ${packageNames(inputs)}.`;
}
function notes(result) {
return [ ...notPips(result), ...unreadable(result), ...pipsShare(result), ...whyPipWasNotAsked(result), ...notMatched(result), ...byOthers(result), ...whatStays(result), ...infoAfterwards(result) ];
}
function warnings(result) {
return [ ...notOurs(result), ...notPips(result), ...unreadable(result) ];
}
function notOurs(result) {
return result.disabledBecause?.cause === "owner" ? [ `pip's cache was not reset: ${explanation(result)}` ] : [];
}
function unreadable({unreadable: unseen, remaining: remaining}) {
const [first] = unseen;
if (!first || remaining.length > 0) return [];
const what = counted(unseen.length, "directory or file", "directories or files");
return [ `${what} in the cache could not be read, so that the numbers lack what is in there. The first: ${remainingLine(first)}.` ];
}
function notPips({areas: areas, cacheDirectory: cacheDirectory}) {
return cache_areas.x.flatMap(area => {
const {state: state} = areas[area];
if (state !== "link" && state !== "not a directory") return [];
const what = state === "link" ? "a symbolic link" : "not a directory";
return [ `${area} in ${cacheDirectory} is ${what} and was left alone; pip expects a directory there.` ];
});
}
function pipsShare({inputs: inputs, pip: pip, areas: areas, cancelled: cancelled, pipVersion: pipVersion, endedFor: endedFor}) {
const asked = pip.filter(({args: args}) => args[1] === "purge" || args[1] === "remove");
const failed = asked.find(({code: code}) => code !== 0);
if (asked.length === 0 || cancelled) return [];
const finished = finishedByArea(areas);
if (!failed && inputs.mode === "purge") {
return [ leftBehind(pipVersion || "of an unknown version", finished) ?? [] ].flat();
}
const end = endedFor.length > 0 ? `was ended, since ${names(endedFor)} had begun` : failed?.code === null ? "was ended by a signal" : `ended with exit code ${failed?.code}`;
const left = amount(sumOfCounts(Object.values(finished)));
return [ ...failed ? [ `${failed.command} ${end}.` ] : [], ...left === undefined ? [] : [ `This action removed ${left} that pip did not ${failed ? "reach" : "remove"}.` ] ];
}
function whyPipWasNotAsked({pipNotAsked: pipNotAsked}) {
return pipNotAsked === undefined ? [] : [ `pip was not asked to delete: ${pipNotAsked}. This action did it itself.` ];
}
function notMatched({unmatched: unmatched, outcome: outcome}) {
return unmatched.length === 0 || outcome === "nothing-to-do" ? [] : [ `Nothing matched: ${unmatched.join(", ")}.` ];
}
function byOthers({others: others}) {
const what = amount(others);
return what === undefined ? [] : [ `${what} of that went otherwise: another process was at work, or pip tidied up.` ];
}
function whatStays({inputs: inputs, areas: areas, outcome: outcome}) {
if (inputs.mode !== "remove" || outcome === "disabled" || outcome === "skipped") return [];
const {files: files, bytes: bytes} = sum([ areas.http.after, areas["http-v2"].after ]);
if (files === 0) return [];
return [ `${humanSize(bytes)} of HTTP responses (${counted(files, "file")}) stay: mode "remove" is about wheels that pip built itself, ` + "not about what it downloaded." ];
}
function infoAfterwards({pip: pip, outcome: outcome, cancelled: cancelled}) {
const last = pip.at(-1);
if (!last || cancelled || outcome !== "reset" && outcome !== "incomplete") return [];
const {responses: responses, wheels: wheels} = infoCounts(last);
if (wheels === undefined) return [];
const parts = [ ...responses === undefined ? [] : [ counted(responses, "HTTP file") ], counted(wheels, "locally built wheel") ];
return [ `pip cache info now counts ${parts.join(" and ")}.` ];
}
const CODES = {
EACCES: "permission denied",
EBUSY: "in use",
EISDIR: "has become a directory",
ENAMETOOLONG: "path too long",
EPERM: "not permitted",
EROFS: "read-only file system"
};
function remainingLine({path: path, code: code}) {
return `${path}: ${CODES[code] ?? "the system refuses"} (${code})`;
}
function outputsOf(result) {
const {before: before, after: after, removed: removed} = totals(result);
const numbers = {
"files-before": before.files,
"files-after": after.files,
"files-removed": removed.files,
"bytes-before": before.bytes,
"bytes-after": after.bytes,
"bytes-removed": removed.bytes,
"directories-removed": removed.directories,
"disk-bytes-freed": removed.diskBytes
};
return {
outcome: result.outcome,
"cache-dir": result.cacheDirectory,
"python-path": result.interpreter,
"pip-version": result.pipVersion,
...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [ name, String(value) ])),
freed: humanSize(removed.bytes)
};
}
var external_node_crypto_ = __webpack_require__(598);
function reportOf(result) {
const {inputs: inputs} = result;
return {
schema: 1,
outcome: result.outcome,
explanation: explanation(result),
notes: notes(result),
inputs: {
mode: inputs.mode,
packages: inputs.packages.map(selector => selector.text),
dryRun: inputs.dryRun,
minSize: inputs.minSize ?? null,
expectCacheDir: inputs.expectCacheDir ?? null,
pythonPath: inputs.pythonPath ?? null
},
interpreter: result.interpreter,
pipVersion: result.pipVersion,
cacheDirectory: result.cacheDirectory,
areas: Object.fromEntries(cache_areas.x.map(area => [ area, result.areas[area] ])),
total: totals(result),
freed: outputsOf(result).freed,
finished: sumOfCounts(Object.values(finishedByArea(result.areas))),
remaining: result.remaining,
unreadable: result.unreadable,
unmatched: result.unmatched,
others: result.others,
inUseBy: result.inUseBy,
endedFor: result.endedFor,
cancelled: result.cancelled,
cutShort: result.cutShort,
pip: result.pip.map(({command: command, code: code, stdout: stdout, stderr: stderr, milliseconds: milliseconds}) => ({
command: command,
exitCode: code,
stdout: stdout,
stderr: stderr,
milliseconds: Math.round(milliseconds)
})),
milliseconds: Math.round(result.milliseconds)
};
}
function writeReport(result, directory) {
const path = (0, external_node_path_.join)(directory, `reset-pip-cache-${(0, external_node_crypto_.randomUUID)()}.json`);
(0, external_node_fs_.writeFileSync)(path, `${JSON.stringify(reportOf(result), undefined, 2)}\n`, {
flag: "wx",
mode: 420
});
return path;
}
var escape_goat = __webpack_require__(396);
const ORDER = [ "http-v2", "http", "wheels" ];
const before = {
heading: "Before",
cell: ({before: before, unreadable: unreadable}) => held(before, unreadable)
};
const removed = {
heading: "Removed",
cell: ({removed: removed}) => table_amount(removed) ?? "–"
};
const after = {
heading: "After",
cell: ({after: after, unreadable: unreadable}) => held(after, unreadable)
};
function tableOf(result) {
const columns = columnsOf(result);
const row = (name, amounts) => [ name, ...columns.map(column => column.cell(amounts)) ];
return [ [ "", ...columns.map(column => column.heading) ], ...ORDER.filter(area => [ "directory", "unreadable" ].includes(result.areas[area].state)).map(area => row(`${AREA_NAMES[area]} (${area})`, result.areas[area])), row("Total", {
...totals(result),
unreadable: result.unreadable.length
}) ];
}
function columnsOf({outcome: outcome, cutShort: cutShort}) {
if (cutShort) return [ before, {
...removed,
heading: "Removed at least"
} ];
switch (outcome) {
case "dry-run":
return [ before, {
...removed,
heading: "Would go"
} ];

case "skipped":
case "nothing-to-do":
case "disabled":
return [ {
...after,
heading: "Holds"
} ];

default:
return [ before, removed, after ];
}
}
function held(tally, unreadable) {
if (unreadable > 0) return `${table_amount(tally) ?? "nothing"} that can be read`;
return table_amount(tally) ?? "empty";
}
function table_amount({files: files, bytes: bytes, directories: directories}) {
if (files > 0) return `${humanSize(bytes)} in ${counted(files, "file")}`;
return directories > 0 ? counted(directories, "directory", "directories") : undefined;
}
function tableLines(rows) {
const width = column => Math.max(...rows.map(row => (row[column] ?? "").length));
return rows.map(row => row.map((text, column) => column === 0 ? text.padEnd(width(0)) : text.padStart(width(column))).join("   "));
}
var visible = __webpack_require__(257);
const WORDS_OF_ONE = 4e3;
const WORDS_OF_ALL = 4e4;
const REMAINING_SHOWN = 10;
function summaryOf(result) {
const lines = [ `<h3>${summary_text(headline(result))}</h3>`, `<p>${values(explanation(result), [ result.cacheDirectory ])}</p>`, ...remaining(result), ...table(result), ...notes(result).map(note => `<p>${values(note, [ result.cacheDirectory ])}</p>`), ...details(result) ];
return `${lines.join("\n")}\n`;
}
function remaining(result) {
if (result.remaining.length === 0) return [];
const shown = result.remaining.slice(0, REMAINING_SHOWN).map(entry => `<li>${code(remainingLine(entry))}</li>`);
const rest = result.remaining.length - shown.length;
return [ "<ul>", ...shown, ...rest > 0 ? [ `<li>and ${rest} more</li>` ] : [], "</ul>" ];
}
function table(result) {
if (result.outcome === "disabled") return [];
const [headings, ...rows] = tableOf(result);
const total = rows.pop();
if (rows.length === 0) return [];
return [ "<table>", ...[ headings ].map(row("th")), ...rows.map(row("td")), ...[ total ].map(row("th")), "</table>" ];
}
function row(tag) {
return cells => {
const html = (cells ?? []).map((cell, column) => column === 0 ? `<${tag} align="left">${summary_text(cell)}</${tag}>` : `<${tag} align="right">${summary_text(cell)}</${tag}>`);
return `<tr>${html.join("")}</tr>`;
};
}
function details(result) {
const {inputs: inputs} = result;
const {removed: removed} = totals(result);
const facts = [ [ "Interpreter", code(result.interpreter) ], [ "pip", summary_text(result.pipVersion || "unknown") ], [ "Cache directory", result.cacheDirectory ? code(result.cacheDirectory) : "none" ], [ "Mode", summary_text(inputs.mode) + (inputs.dryRun ? " (dry run)" : "") ], ...inputs.packages.length > 0 ? [ [ "Packages", inputs.packages.map(selector => code(selector.text)).join(", ") ] ] : [], [ inputs.dryRun ? "Would go" : "Removed", summary_text(`${counted(removed.bytes, "byte")} in ${counted(removed.files, "file")}, ` + `${counted(removed.directories, "directory", "directories")}; on disk ${counted(removed.diskBytes, "byte")}`) ], [ "Took", summary_text(humanDuration(result.milliseconds)) ] ];
return [ `<details><summary>Details, and what pip said (${summary_text(`pip ${result.pipVersion}, ${humanDuration(result.milliseconds)}`)})</summary>`, "<table>", ...facts.map(([name, html]) => `<tr><th align="left">${name}</th><td>${html}</td></tr>`), "</table>", ...pipWords(result), "</details>" ];
}
function pipWords(result) {
let left = WORDS_OF_ALL;
return result.pip.map(run => {
const said = `${run.stdout}${run.stderr}`.trimEnd() || "(nothing)";
const room = Math.min(WORDS_OF_ONE, left);
const shown = said.length > room ? `${said.slice(0, room)}\n(cut: ${said.length - room} more characters)` : said;
left -= Math.min(said.length, room);
const end = run.code === 0 ? "" : `\n(exit code ${run.code})`;
return `<pre>$ ${preformatted(`${run.command}\n${shown}${end}`)}</pre>`;
});
}
function values(sentence, others) {
for (const other of others) {
const at = other === "" ? -1 : sentence.indexOf(other);
if (at >= 0) return summary_text(sentence.slice(0, at)) + code(other) + summary_text(sentence.slice(at + other.length));
}
return summary_text(sentence);
}
function code(value) {
return `<code>${summary_text(value)}</code>`;
}
function summary_text(value) {
return (0, escape_goat.z)((0, visible.T)(value));
}
function preformatted(words) {
return words.split(/\r\n|[\r\n]/).map(summary_text).join("&#10;");
}
const REMAINING_LOGGED = 20;
async function report(result, log, env) {
logResult(result, log);
const outputs = outputsOf(result);
attempt("The report", log, () => {
outputs.report = writeReport(result, temporaryDirectory(env));
});
let told = true;
if (env.GITHUB_ACTIONS === "true") {
told = attempt("The outputs", log, () => {
for (const [name, value] of Object.entries(outputs)) core.uH(name, value);
});
} else {
log.say("Outputs:");
for (const [name, value] of Object.entries(outputs)) log.say(`  ${name}: ${value}`);
}
if (result.inputs.summary && env.GITHUB_STEP_SUMMARY) {
try {
await core.z.addRaw(summaryOf(result)).write();
} catch (thrown) {
log.say(`The job summary could not be written: ${(0, errors.bD)(thrown)}`);
}
}
return annotate(result, log, told);
}
function logResult(result, log) {
log.say(`${headline(result)}. ${explanation(result)}`);
const table = tableOf(result);
if (table.length > 2) for (const line of tableLines(table)) log.say(`  ${line}`);
for (const note of notes(result)) log.say(note);
for (const entry of result.remaining.slice(0, REMAINING_LOGGED)) log.say(`  ${remainingLine(entry)}`);
log.say(`Interpreter ${result.interpreter}, pip ${result.pipVersion || "unknown"}, took ${humanDuration(result.milliseconds)}.`);
}
function annotate(result, log, told) {
if (result.outcome === "incomplete") {
const [first] = result.remaining;
const advice = first ? ` The first: ${remainingLine(first)}. Make them deletable, and run the step again.` : result.inUseBy.length > 0 ? " Run the step again when that has ended." : "";
log.error(`${headline(result)}. ${explanation(result)}${advice}`);
return true;
}
const [warning] = [ ...warnings(result), ...told ? [] : [ "The outputs could not be written: later steps see none." ] ];
if (warning) log.warning(warning);
return false;
}
function attempt(what, log, work) {
try {
work();
return true;
} catch (thrown) {
log.say(`${what} could not be written: ${(0, errors.bD)(thrown)}`);
return false;
}
}
var cache_listing = __webpack_require__(345);
function* fates(earlier, later) {
const before = (0, cache_listing.j)(earlier);
const after = (0, cache_listing.j)(later);
let was = before.next().value;
let is = after.next().value;
while (was) {
const order = is ? compare(was, is) : -1;
if (order < 0) {
yield {
entry: was,
gone: is !== undefined || later.complete
};
was = before.next().value;
} else if (order > 0) {
is = after.next().value;
} else {
yield {
entry: was,
gone: is === undefined || !same(was, is)
};
was = before.next().value;
is = after.next().value;
}
}
}
function same(was, is) {
if (was.kind === "directory" || is.kind === "directory") return was.kind === is.kind;
return was.born === is.born;
}
function compare(was, is) {
if (was.depth !== is.depth) return is.depth - was.depth;
if (was.name === is.name) return 0;
return was.name < is.name ? -1 : 1;
}
var paths = __webpack_require__(117);
const nodeFileSystem = {
lstatSync: external_node_fs_.lstatSync,
unlinkSync: external_node_fs_.unlinkSync,
rmdirSync: external_node_fs_.rmdirSync
};
const GONE = new Set([ "ENOENT", "ENOTDIR" ]);
const IN_USE_AGAIN = new Set([ "ENOTEMPTY", "EEXIST" ]);
async function deleteSelected(before, now, selection, pace, stop, fileSystem = nodeFileSystem) {
const failures = [];
const deleted = countByArea();
const open = [];
const notEmpty = new Set;
let stopped = false;
const attempt = (entry, remove) => {
stopped ||= stop();
if (stopped) return;
try {
remove((0, paths.Jk)(entry.path));
deleted[entry.area][entry.kind === "directory" ? "directories" : "files"] += 1;
} catch (thrown) {
const code = (0, errors.$N)(thrown);
if (IN_USE_AGAIN.has(code) && entry.kind === "directory") notEmpty.add(entry.path); else if (!GONE.has(code) && !isReplaced(entry)) failures.push({
path: entry.path,
code: code
});
}
};
const isReplaced = entry => entry.kind !== "directory" && isDirectory(entry.path, fileSystem);
const closeTo = depth => {
for (let directory = open.at(-1); directory && directory.depth >= depth; directory = open.at(-1)) {
open.pop();
if (selection[directory.index]) attempt(directory, fileSystem.rmdirSync);
}
};
let skipBelow = Number.POSITIVE_INFINITY;
for (const {entry: entry, gone: gone} of fates(before.listing, now.listing)) {
closeTo(entry.depth);
if (stopped) break;
if (entry.depth > skipBelow) continue;
skipBelow = Number.POSITIVE_INFINITY;
if (gone) continue;
if (entry.kind !== "directory") {
if (selection[entry.index]) attempt(entry, fileSystem.unlinkSync);
} else if (isDirectory(entry.path, fileSystem)) {
open.push(entry);
} else {
skipBelow = entry.depth;
}
const pause = pace(() => {
const {files: files, directories: directories} = sumOfCounts(Object.values(deleted));
return `${Math.round(100 * entry.index / before.listing.length)} % done, ${files + directories} deleted`;
});
if (pause) await pause;
}
closeTo(0);
const hidden = now.unreadable.filter(({path: path, unknown: unknown}) => notEmpty.has(unknown === "contents" ? path : (0, 
external_node_path_.dirname)(path)));
const named = hidden.map(({path: path, code: code}) => ({
path: path,
code: code
}));
return {
deleted: deleted,
failures: [ ...named, ...failures ],
notEmpty: notEmpty.size,
stopped: stopped
};
}
function isDirectory(path, fileSystem) {
try {
return fileSystem.lstatSync((0, paths.Jk)(path)).isDirectory();
} catch {
return false;
}
}
const PASSES_ON_WINDOWS = new Set([ "EBUSY", "EPERM", "EACCES" ]);
const WAITS_MS = [ 100, 300, 600 ];
async function deletePatiently(before, selection, tools) {
const {look: look, pace: pace, stop: stop, resume: resume, fileSystem: fileSystem, platform: platform = process.platform, wait: wait = promises_.setTimeout} = tools;
const deleted = countByArea();
const waits = platform === "win32" ? [ ...WAITS_MS ] : [];
let now = await look();
for (;;) {
const deletion = await deleteSelected(before, now, selection, pace, stop, fileSystem);
for (const area of cache_areas.x) {
deleted[area].files += deletion.deleted[area].files;
deleted[area].directories += deletion.deleted[area].directories;
}
if (deletion.stopped && await resume()) {
now = await look();
continue;
}
const milliseconds = waits.shift();
if (milliseconds === undefined || deletion.stopped || !mayPass(deletion)) {
const mayDiffer = deletion.stopped || didAnything(deletion);
return {
deleted: deleted,
failures: deletion.failures,
after: mayDiffer ? await lastLook(deletion, now, look) : now
};
}
await wait(milliseconds);
now = await look();
}
}
async function lastLook(deletion, now, look) {
const last = await look();
return last.listing.complete || didAnything(deletion) ? last : now;
}
function mayPass({failures: failures, notEmpty: notEmpty}) {
return failures.length > 0 ? failures.some(({code: code}) => PASSES_ON_WINDOWS.has(code)) : notEmpty > 0;
}
function didAnything({deleted: deleted, failures: failures}) {
const {files: files, directories: directories} = sumOfCounts(Object.values(deleted));
return files + directories + failures.length > 0;
}
var cache_selection = __webpack_require__(791);
function removedBetween(before, after) {
return tallyGone(before, goneEntries(before, after));
}
function removedWith(before, selection) {
return tallyGone(before, (0, cache_selection.wH)(before.listing, selection));
}
function goneBesides(before, after, selection) {
const count = {
files: 0,
directories: 0
};
for (const entry of goneEntries(before, after)) {
if (!selection[entry.index]) count[entry.kind === "directory" ? "directories" : "files"] += 1;
}
return count;
}
function isLeft(before, after, selection) {
for (const {entry: entry, gone: gone} of fates(before.listing, after.listing)) {
if (!gone && selection[entry.index]) return true;
}
return false;
}
function* goneEntries(before, after) {
const unseen = new Set(after.unreadable.map(({path: path}) => path));
let unseenDepth = Number.POSITIVE_INFINITY;
for (const {entry: entry, gone: gone} of fates(before.listing, after.listing)) {
if (entry.depth <= unseenDepth) unseenDepth = unseen.has(entry.path) ? entry.depth : Number.POSITIVE_INFINITY;
if (gone && unseenDepth === Number.POSITIVE_INFINITY) yield entry;
}
}
function tallyGone(before, gone) {
const tallies = (0, cache_areas.l)(() => ({
...NOTHING
}));
const namesGone = new Map;
for (const entry of gone) {
const tally = tallies[entry.area];
tally[entry.kind === "directory" ? "directories" : "files"] += 1;
tally.bytes += entry.bytes;
const inode = before.inodes.get(entry.index);
if (inode) {
const count = (namesGone.get(inode.id) ?? 0) + 1;
namesGone.set(inode.id, count);
if (count < inode.names) continue;
}
tally.diskBytes += entry.diskBytes;
}
return tallies;
}
const SAMPLES = 256;
function shareGone(listing) {
let samples;
return () => {
samples ??= spread(listing);
const gone = samples.filter(path => !exists(path)).length;
return samples.length === 0 ? undefined : gone / samples.length;
};
}
function spread(listing) {
const step = Math.max(1, Math.floor(listing.length / SAMPLES));
const paths = [];
for (const entry of (0, cache_listing.j)(listing)) {
if (entry.index >= paths.length * step) paths.push(entry.path);
}
return paths;
}
function exists(path) {
try {
return (0, external_node_fs_.lstatSync)((0, paths.Jk)(path), {
throwIfNoEntry: false
}) !== undefined;
} catch {
return true;
}
}
const survey_GONE = new Set([ "ENOENT", "ENOTDIR" ]);
async function survey(cacheDirectory, pace, over = () => false) {
const walk = newWalk(cacheDirectory);
const states = (0, cache_areas.l)(() => "absent");
const tallies = (0, cache_areas.l)(() => NOTHING);
for (const area of cache_areas.x) {
if (walk.stopped()) break;
const root = walk.enter(area);
const status = walk.status(root);
if (!status) {
if (walk.unreadable.at(-1)?.path === root) states[area] = "unreadable";
continue;
}
states[area] = status.isDirectory() ? "directory" : status.isSymbolicLink() ? "link" : "not a directory";
if (states[area] === "directory") tallies[area] = await walk.area(area, root, status, pace, over);
}
const {unreadable: unreadable, inodes: inodes} = walk;
return {
states: states,
tallies: tallies,
listing: walk.writer.done(!walk.stopped()),
unreadable: unreadable,
inodes: inodes
};
}
function newWalk(cacheDirectory) {
const writer = (0, cache_listing._)(cacheDirectory);
const unreadable = [];
const inodes = new Map;
const counted = new Set;
let seen = 0;
let stopped = false;
let here = cache_areas.x[0];
const missed = (path, thrown, unknown) => unreadable.push({
area: here,
path: path,
code: (0, errors.$N)(thrown),
unknown: unknown
});
const status = path => {
try {
return (0, external_node_fs_.lstatSync)((0, paths.Jk)(path), {
throwIfNoEntry: false
});
} catch (thrown) {
if (!survey_GONE.has((0, errors.$N)(thrown))) missed(path, thrown, "entry");
return undefined;
}
};
const names = path => {
try {
return (0, external_node_fs_.readdirSync)((0, paths.Jk)(path), "latin1").sort();
} catch (thrown) {
if (!survey_GONE.has((0, errors.$N)(thrown))) missed(path, thrown, "contents");
return [];
}
};
const record = (totals, depth, name, path, stats) => {
const directory = stats.isDirectory();
const kind = kindOf(stats);
const bytes = directory ? 0 : stats.size;
const diskBytes = allocated(stats);
const index = writer.add(depth, kind, name, bytes, diskBytes, stats.birthtimeMs);
totals[directory ? "directories" : "files"] += 1;
totals.bytes += bytes;
if (kind === "linked file") {
const inode = inodeOf(path, stats);
inodes.set(index, inode);
if (counted.has(inode.id)) return;
counted.add(inode.id);
}
totals.diskBytes += diskBytes;
};
const enter = area => {
here = area;
return (0, paths.jf)(cacheDirectory, area);
};
const area = async (areaName, root, rootStats, pace, over) => {
const totals = {
...NOTHING
};
record(totals, 0, areaName, root, rootStats);
const open = [ {
path: root,
names: names(root),
next: 0
} ];
for (let directory = open.at(-1); directory; directory = open.at(-1)) {
const name = directory.names[directory.next];
if (name === undefined) {
open.pop();
continue;
}
directory.next += 1;
const path = (0, paths.jf)(directory.path, name);
const stats = status(path);
if (!stats) continue;
record(totals, open.length, name, path, stats);
if (stats.isDirectory()) open.push({
path: path,
names: names(path),
next: 0
});
seen += 1;
const pause = pace(() => `${seen} files and directories counted so far`);
if (!pause) continue;
await pause;
stopped = over();
if (stopped) break;
}
return totals;
};
return {
writer: writer,
unreadable: unreadable,
inodes: inodes,
enter: enter,
status: status,
area: area,
stopped: () => stopped
};
}
function kindOf(stats) {
if (stats.isDirectory()) return "directory";
if (stats.isSymbolicLink()) return "symbolic link";
return stats.nlink > 1 ? "linked file" : "file";
}
function allocated(stats) {
if (typeof stats.blocks === "number" && !Number.isNaN(stats.blocks)) return stats.blocks * 512;
return stats.isDirectory() ? 0 : stats.size;
}
function inodeOf(path, stats) {
let exact = stats;
try {
exact = (0, external_node_fs_.lstatSync)((0, paths.Jk)(path), {
bigint: true,
throwIfNoEntry: false
}) ?? stats;
} catch {}
return {
id: `${exact.dev}:${exact.ino}`,
names: stats.nlink
};
}
const COUNT_AFTER_CANCEL_MS = 1e3;
async function apply(plan, before, tools) {
const {others: others, signal: signal, say: say} = tools;
const sinceCancel = timeSince(signal);
const {runs: runs, endedFor: endedFor} = await runPip(plan, before, tools);
let inUseBy = [];
const {deleted: deleted, failures: failures, after: after} = await deletePatiently(before, plan.selection, {
look: () => survey(before.listing.cacheDirectory, startPace(line => say(`survey: ${line}`)), () => sinceCancel() > COUNT_AFTER_CANCEL_MS),
pace: startPace(line => say(`deletion: ${line}`)),
stop: () => signal.aborted || others.atWork().length > 0,
async resume() {
if (!signal.aborted) inUseBy = await others.gone();
return !signal.aborted && inUseBy.length === 0;
}
});
return {
after: after,
pip: runs,
finished: deleted,
remaining: failures.map(({path: path, code: code}) => ({
path: (0, paths.HD)(path),
code: code
})),
inUseBy: signal.aborted ? [] : inUseBy,
endedFor: endedFor,
cancelled: signal.aborted && isLeft(before, after, plan.selection)
};
}
async function runPip(plan, before, {pip: pip, others: others, signal: signal, say: say, show: show}) {
const runs = [];
const share = shareGone(before.listing);
const gone = () => {
const part = share();
return part === undefined ? "" : `, about ${Math.round(100 * part)} % of it is gone`;
};
for (const args of plan.pip) {
if ((await others.gone()).length > 0 || signal.aborted) break;
const command = `pip ${args.join(" ")}`;
const run = await others.unlessOneBegins(begun => watched(pip.run(args, begun), ms => say(`${command}: ${seconds(ms)} so far${gone()}`)));
show(run);
runs.push(run);
const begun = others.atWork();
if (begun.length === 0) continue;
if (run.code !== null || signal.aborted) return {
runs: runs,
endedFor: []
};
say(`${command} was ended, since ${names(begun)} has begun.`);
return {
runs: runs,
endedFor: begun
};
}
return {
runs: runs,
endedFor: []
};
}
function refusePrecious(directory, precious) {
const cache = realPath(directory);
const refuse = what => new errors.P_(`pip's cache directory is ${JSON.stringify(directory)}, which is ${what}. That can't be meant; nothing was deleted. ` + 'Look at PIP_CACHE_DIR and at cache-dir in the files that "pip config debug" lists.');
if (cache === (0, external_node_path_.parse)(cache).root) throw refuse("the root of a file system");
for (const {path: path, name: name} of precious) {
for (let place = realPath(path); ;place = (0, external_node_path_.dirname)(place)) {
if (sameDirectory(cache, place)) throw refuse(place === realPath(path) ? name : `a parent of ${name}`);
if (place === (0, external_node_path_.dirname)(place)) break;
}
}
}
function refuseUnexpected(directory, expected) {
if (sameDirectory(realPath(directory), realPath(expected))) return;
throw new errors.P_(`Input "expect-cache-dir": pip's cache directory is ${JSON.stringify(directory)}, not ${JSON.stringify(expected)}. ` + 'Nothing was deleted. Look at PIP_CACHE_DIR and at the interpreter ("python-path"), or correct the input.');
}
function realPath(path) {
const absolute = (0, external_node_path_.resolve)(path);
try {
return external_node_fs_.realpathSync.native(absolute);
} catch {
const parent = (0, external_node_path_.dirname)(absolute);
return parent === absolute ? absolute : (0, external_node_path_.join)(realPath(parent), absolute.slice(parent.length));
}
}
function sameDirectory(one, other) {
if (one === other) return true;
const [a, b] = [ stats(one), stats(other) ];
if (a && b) return a.ino === b.ino && a.dev === b.dev;
return [ "win32", "darwin" ].includes(process.platform) && one.toLowerCase() === other.toLowerCase();
}
function stats(path) {
try {
return (0, external_node_fs_.statSync)(path, {
bigint: true,
throwIfNoEntry: false
});
} catch {
return undefined;
}
}
function pathRules(platform) {
return platform === "win32" ? external_node_path_.win32 : external_node_path_.posix;
}
const PLAIN_WORDS = {
PIP_QUIET: "0",
PIP_VERBOSE: "0",
PIP_NO_COLOR: "1",
PIP_NO_INPUT: "1",
PIP_DISABLE_PIP_VERSION_CHECK: "1",
PYTHONIOENCODING: "utf-8:surrogateescape",
PYTHONSAFEPATH: "1"
};
const DROPPED = new Set([ "FORCE_COLOR", "CLICOLOR_FORCE", "PIP_LOG", "PIP_LOG_FILE", "PIP_LOCAL_LOG", "PIP_DEBUG", "PYTHONINSPECT", "PYTHONWARNINGS", "PYTHONDEVMODE", "PYTHONVERBOSE", "PYTHONMALLOCSTATS", "PYTHONPROFILEIMPORTTIME" ]);
const NOT_FOR_PIP = /^(INPUT_.*|ACTIONS_.*|GITHUB_TOKEN|GITHUB_(ENV|OUTPUT|PATH|STATE|STEP_SUMMARY))$/i;
const PATHS = new Set([ "PIP_CACHE_DIR", "PIP_CONFIG_FILE", "PIP_PYTHON", "XDG_CACHE_HOME", "XDG_CONFIG_HOME" ]);
function pipEnvironment(env, workspace, platform = process.platform) {
const paths = pathRules(platform);
const kept = {};
for (const [name, value] of Object.entries(env)) {
const known = platform === "win32" ? name.toUpperCase() : name;
if (value === undefined || DROPPED.has(known) || Object.hasOwn(PLAIN_WORDS, known) || NOT_FOR_PIP.test(name)) continue;
const absolute = paths.isAbsolute(value) && (platform !== "win32" || paths.parse(value).root.length > 1);
const relative = PATHS.has(known) && !/^(|~.*|nul)$/i.test(value) && !absolute;
kept[name] = relative ? paths.resolve(workspace, value) : value;
}
return {
...kept,
...PLAIN_WORDS
};
}
function relativeXdg(env) {
return [ "XDG_CACHE_HOME", "XDG_CONFIG_HOME" ].filter(name => env[name] && !external_node_path_.posix.isAbsolute(env[name]));
}
var io = __webpack_require__(701);
var external_node_async_hooks_ = __webpack_require__(698);
var external_node_diagnostics_channel_ = __webpack_require__(53);
var exec = __webpack_require__(955);
function processTree(pid) {
const all = processes();
const tree = all.filter(one => one.pid === pid);
for (const {pid: parent} of tree) tree.push(...all.filter(one => one.parent === parent));
return tree;
}
function signalEach(tree, signal) {
for (const {pid: pid, started: started} of tree) {
if (read(pid)?.started !== started) continue;
try {
process.kill(pid, signal);
} catch {}
}
}
function processes() {
try {
return (0, external_node_fs_.readdirSync)("/proc").flatMap(name => /^\d+$/.test(name) ? read(Number(name)) ?? [] : []);
} catch {
return [];
}
}
function read(pid) {
try {
const stat = (0, external_node_fs_.readFileSync)(`/proc/${pid}/stat`, "latin1");
const [state, parent, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
return state === "Z" ? undefined : {
pid: pid,
parent: Number(parent),
started: fields[17] ?? ""
};
} catch {
return undefined;
}
}
const KEPT_BYTES = 1 << 20;
const MOST_BYTES = 16 << 20;
const STREAMS_CLOSE_MS = 1e3;
const KILL_AFTER_MS = 500;
async function run(program, args, surroundings) {
const {cwd: cwd, env: env, signal: signal} = surroundings;
const started = performance.now();
const ended = (code, stdout = "", stderr = "") => ({
code: code,
stdout: stdout,
stderr: stderr,
milliseconds: performance.now() - started
});
if (signal.aborted) return ended(null);
watchProcesses();
const child = childOf(signal);
const tooMuch = () => child.end();
const stdout = collector(tooMuch);
const stderr = collector(tooMuch);
try {
const [first, ...others] = args;
const line = `${commandLineWord(program)} ${commandLineWord(first ?? "")}`;
const options = {
cwd: cwd,
env: env,
silent: true,
ignoreReturnCode: true,
delay: STREAMS_CLOSE_MS,
listeners: {
stdout: stdout.add,
stderr: stderr.add
}
};
const code = await starting.run(child, () => (0, exec.m)(line, others, options));
return ended(code, stdout.text(), stderr.text());
} catch (thrown) {
return {
...ended(null, stdout.text(), stderr.text()),
failedToStart: (0, errors.bD)(thrown)
};
} finally {
child.forget();
}
}
function commandLineWord(word) {
return word.replace(/[ "]/g, character => character === " " ? '" "' : '"\\""');
}
const starting = new external_node_async_hooks_.AsyncLocalStorage;
let watching = false;
function watchProcesses() {
if (watching) return;
watching = true;
(0, external_node_diagnostics_channel_.subscribe)("child_process", message => {
const {process: started} = message;
const child = starting.getStore();
if (child) started.once("spawn", () => child.started(started));
});
}
function childOf(signal) {
let running;
let ending = false;
let killing;
const child = {
started(process) {
running = process;
process.stdin?.on("error", () => {}).end();
if (ending) child.end();
},
end() {
ending = true;
if (running?.pid === undefined || killing) return;
const below = processTree(running.pid).slice(1);
running.kill("SIGTERM");
signalEach(below, "SIGTERM");
killing = setTimeout(() => {
running?.kill("SIGKILL");
signalEach(below, "SIGKILL");
}, KILL_AFTER_MS);
},
forget() {
running = undefined;
signal.removeEventListener("abort", child.end);
}
};
signal.addEventListener("abort", child.end);
return child;
}
function collector(tooMuch) {
const chunks = [];
let kept = 0;
let seen = 0;
return {
add(data) {
seen += data.length;
if (seen > MOST_BYTES) tooMuch();
const part = data.subarray(0, KEPT_BYTES - kept);
kept += part.length;
if (part.length > 0) chunks.push(part);
},
text: () => Buffer.concat(chunks).toString("utf8")
};
}
async function candidates(asked, place) {
if (asked !== undefined) return [ await askedFor(asked, place) ];
const location = place.env.pythonLocation;
const installed = location ? inLocation(location, place.platform) : [];
const named = await Promise.all([ "python3", "python", "py" ].map(name => onPath(name, place)));
return [ ...installed, ...named ];
}
async function askedFor(asked, place) {
const paths = pathRules(place.platform);
const isPath = place.platform === "win32" ? /[\\/]/ : /\//;
const path = paths.resolve(place.workspace, expandHome(asked, place));
if (!isPath.test(asked)) {
const named = await onPath(asked, place);
if (named.path !== undefined || !interpreter_isDirectory(path)) return named;
}
const found = place.platform === "win32" ? withExtension(path, place.env) : path;
if (interpreter_isDirectory(found)) {
const inside = place.platform === "win32" ? "Scripts\\python.exe" : "bin/python";
throw new errors.P_(`Input "python-path": ${JSON.stringify(asked)} is a directory. Give the interpreter itself; of a virtual environment, ` + `that is ${JSON.stringify(paths.join(asked, inside))}.`);
}
return {
label: asked,
path: isFile(found) ? found : undefined
};
}
function inLocation(location, platform) {
const paths = pathRules(platform);
const names = platform === "win32" ? [ "python.exe" ] : [ "bin/python3", "bin/python" ];
return names.map(name => {
const path = paths.join(location, name);
return {
label: `pythonLocation (${path})`,
path: isFile(path) ? path : undefined
};
});
}
async function onPath(name, place) {
const found = await (0, io.K7)(name, false);
return {
label: name,
path: found === "" ? undefined : pathRules(place.platform).resolve(place.workspace, found)
};
}
function expandHome(path, place) {
const home = place.platform === "win32" ? place.env.USERPROFILE : place.env.HOME;
return home && /^~[\\/]/.test(path) ? home + path.slice(1) : path;
}
function withExtension(path, env) {
const extensions = [ "", ...(env.PATHEXT ?? ".EXE").split(";") ];
return extensions.map(extension => path + extension.toLowerCase()).find(isFile) ?? path;
}
function isFile(path) {
return interpreter_status(path)?.isFile() ?? false;
}
function interpreter_isDirectory(path) {
return interpreter_status(path)?.isDirectory() ?? false;
}
function interpreter_status(path) {
try {
return (0, external_node_fs_.statSync)(path);
} catch {
return undefined;
}
}
async function behindShim(path, place, surroundings) {
const paths = pathRules(place.platform);
if (paths.basename(paths.dirname(path)) !== "shims") return path;
const {PYTHONPATH: _dropped, ...env} = surroundings.env;
const program = "import sys; sys.stdout.write(sys.executable)";
const asked = await run(path, [ "-S", "-c", program ], {
...surroundings,
env: env,
cwd: place.workspace
});
return asked.code === 0 && paths.isAbsolute(asked.stdout) && isFile(asked.stdout) ? asked.stdout : path;
}
function guard(directory, expected, place, scratch) {
const paths = pathRules(place.platform);
const fromTop = paths.relative(scratch.top, directory);
const outside = fromTop === ".." || fromTop.startsWith(`..${paths.sep}`) || paths.isAbsolute(fromTop);
if (!paths.isAbsolute(directory) || !outside) {
const setting = paths.isAbsolute(directory) ? paths.relative(scratch.empty, directory) : directory;
throw new errors.P_(`pip's cache-dir is set to the relative path ${JSON.stringify(setting)}, which means another place from each directory ` + "that pip runs in. Nothing was deleted. Make it absolute in the pip.conf that sets it, or set PIP_CACHE_DIR.");
}
if (expected !== undefined) refuseUnexpected(directory, paths.resolve(place.workspace, expandHome(expected, place)));
refusePrecious(directory, [ {
path: (0, external_node_os_.homedir)(),
name: "the home directory"
}, {
path: accountHome(),
name: "the account's home directory"
}, {
path: place.workspace,
name: "the workspace"
} ]);
}
function accountHome() {
try {
return (0, external_node_os_.userInfo)().homedir;
} catch {
return (0, external_node_os_.homedir)();
}
}
var modes_plan = __webpack_require__(316);
function planPurge(survey) {
const selection = (0, cache_selection.Ub)(survey.listing);
return (0, modes_plan.xl)(survey) ? {
pip: [],
pipNotAsked: modes_plan.BH,
selection: selection
} : {
pip: [ [ "cache", "purge" ] ],
selection: selection
};
}
const COMMANDS = new Set("cache check completion config debug download freeze hash help index inspect install list lock search show uninstall wheel".split(" "));
const USING_CACHE = new Set([ "download", "index", "install", "list", "lock", "wheel" ]);
const PYTHON = /^(python|pypy|graalpy)/;
const PIP = /^(-\w*mpip|pip[\d.]*(\.pyz)?|__pip-runner__\.py)$/;
function pipsAtWork(cacheDirectory, env, processes = "/proc") {
const pips = [];
for (const number of numbersIn(processes)) {
const directory = (0, external_node_path_.join)(processes, number);
const words = fieldsIn((0, external_node_path_.join)(directory, "cmdline"));
const command = commandOf(words);
if (command !== undefined && mayUse(cacheDirectory, words, directory, env)) {
pips.push({
command: command,
process: Number(number)
});
}
}
return pips;
}
const TAKES_VALUE = /^(-\w*[XW]|--check-hash-based-pycs)$/;
function numbersIn(processes) {
try {
return (0, external_node_fs_.readdirSync)(processes).filter(name => /^\d+$/.test(name));
} catch {
return [];
}
}
function fieldsIn(path) {
try {
return (0, external_node_fs_.readFileSync)(path, "utf8").split("\0").slice(0, -1);
} catch {
return [];
}
}
function commandOf([program = "", ...words]) {
if (!PYTHON.test((0, external_node_path_.basename)(program))) return undefined;
const script = words.findIndex((word, at) => !word.startsWith("-") && !TAKES_VALUE.test(words[at - 1] ?? ""));
const pip = words.findIndex((word, at) => PIP.test((0, external_node_path_.basename)(word)) && (at <= script || script < 0 || /^-\w*m$/.test(words[at - 1] ?? "")));
const command = pip < 0 ? undefined : words.slice(pip + 1).find(word => COMMANDS.has(word));
return command !== undefined && USING_CACHE.has(command) ? command : undefined;
}
function mayUse(cacheDirectory, words, directory, env) {
const theirs = Object.fromEntries(fieldsIn((0, external_node_path_.join)(directory, "environ")).map(nameAndValue));
const option = optionIn(words, "--cache-dir");
const without = words.includes("--no-cache-dir") || option === undefined && theirs.PIP_NO_CACHE_DIR;
if (Object.keys(theirs).length === 0 || without) return false;
const isMeant = path => {
const home = path.replace(/^~(?=$|\/)/, homeOf(theirs));
const theirPath = (0, external_node_path_.isAbsolute)(home) ? (0, external_node_path_.join)(directory, "root", home) : (0, 
external_node_path_.join)(directory, "cwd", home);
return isSame(statusOf(theirPath), statusOf(cacheDirectory));
};
const named = option ?? theirs.PIP_CACHE_DIR;
if (named) return isMeant(named);
if (isMeant(usualCache(theirs))) return true;
return !env.PIP_CACHE_DIR && !isSame(statusOf(usualCache(env)), statusOf(cacheDirectory));
}
function nameAndValue(variable) {
const end = variable.indexOf("=");
return [ variable.slice(0, end), variable.slice(end + 1) ];
}
function optionIn(words, name) {
const at = words.findLastIndex(word => word === name || word.startsWith(`${name}=`));
return words[at] === name ? words[at + 1] : words[at]?.slice(name.length + 1);
}
function homeOf(env) {
return env.HOME || (0, external_node_os_.homedir)();
}
function usualCache(env) {
return (0, external_node_path_.join)(env.XDG_CACHE_HOME || (0, external_node_path_.join)(homeOf(env), ".cache"), "pip");
}
function statusOf(path) {
try {
return (0, external_node_fs_.statSync)(path, {
throwIfNoEntry: false
});
} catch {
return undefined;
}
}
function isSame(one, other) {
return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
}
const PRINT_VERSION = "import pip; print(pip.__version__)";
function pipOf(interpreter, surroundings) {
return {
interpreter: interpreter,
async run(args, signal) {
const whole = [ "-m", "pip", ...args ];
const signals = signal ? [ surroundings.signal, signal ] : [ surroundings.signal ];
const ended = await run(interpreter, whole, {
...surroundings,
signal: AbortSignal.any(signals)
});
return {
...ended,
args: args,
command: [ interpreter, ...whole ].map(typed).join(" ")
};
},
async version() {
const {code: code, stdout: stdout} = await run(interpreter, [ "-c", PRINT_VERSION ], surroundings);
return code === 0 ? /^\d\S*$/m.exec(stdout)?.[0] : undefined;
}
};
}
function typed(word) {
return /^[\w@%+=:,./\\-]+$/.test(word) ? word : `"${word}"`;
}
async function locate(asked, place, surroundings, show) {
const tried = [];
for (const candidate of await candidates(asked, place)) {
const attempt = await ask(candidate, place, surroundings, show);
if (typeof attempt === "object") return attempt;
tried.push(`${candidate.label} (${attempt})`);
}
throw new errors.P_(asked === undefined ? `No Python found. Tried: ${tried.join("; ")}. Add actions/setup-python before this step, or set the input "python-path".` : `Input "python-path": ${JSON.stringify(asked)} is not a Python that runs: ${tried[0]}. ` + "Allowed: a name on PATH, or the path of an interpreter, absolute or relative to the workspace.");
}
const LIKE_PYTHON = /^(python|pypy|graalpy|py($|\.))/i;
async function ask(candidate, place, surroundings, show) {
if (candidate.path === undefined) return /[\\/]/.test(candidate.label) ? "no such file" : "not on PATH";
const pip = await pipIn(place, await behindShim(candidate.path, place, surroundings), surroundings);
const likePython = LIKE_PYTHON.test(pathRules(place.platform).basename(pip.interpreter));
if (!likePython && await pip.version() === undefined) return "not a Python with a pip";
const info = pip.run([ "cache", "info" ]);
const dir = await pip.run([ "cache", "dir" ]);
const said = verdict(dir);
if (said.kind !== "answered") await info;
switch (said.kind) {
case "answered":
return {
kind: "found",
pip: pip,
directory: directoryOf(dir, show),
dir: dir,
info: info
};

case "disabled":
return {
kind: "disabled",
pip: pip,
why: said.why,
dir: dir,
info: info
};

case "not an interpreter":
return said.why;

default:
show(dir);
throw await refusal(pip, dir, said);
}
}
async function pipIn({env: env}, interpreter, surroundings) {
const pip = pipOf(interpreter, surroundings);
const relative = relativeXdg(env);
if (relative.length === 0 || isBefore(await pip.version() ?? "0.0", "26.3")) return pip;
const kept = Object.entries(surroundings.env).filter(([name]) => !relative.includes(name));
return pipOf(interpreter, {
...surroundings,
env: Object.fromEntries(kept)
});
}
function directoryOf(dir, show) {
const directory = cacheDirectory(dir);
if (directory !== undefined && !directory.includes("�")) return directory;
show(dir);
throw new errors.P_(`${JSON.stringify(dir.command)} should print one directory, in UTF-8, but printed ` + `${JSON.stringify(dir.stdout.slice(0, 200))}. Nothing was deleted.`);
}
async function refusal(pip, dir, said) {
switch (said.kind) {
case "no pip":
return new errors.P_(`${pip.interpreter} has no pip. Install it (python -m ensurepip), or name another interpreter in the input "python-path".`);

case "no cache command":
{
const version = await pip.version();
return new errors.P_(`${pip.interpreter} has pip ${version ?? "of an unknown version"}, which has no cache command; pip 20.1 or later is needed. ` + "Upgrade it: python -m pip install --upgrade pip.");
}

default:
return new errors.P_(`${JSON.stringify(dir.command)} ${said.why}. Nothing was deleted. ` + 'Look at the interpreter, and at the configuration that "pip config debug" lists.');
}
}
async function reset_reset(inputs, world) {
try {
return await resetOrRefuse(inputs, world);
} catch (thrown) {
throw world.signal.aborted && thrown instanceof errors.P_ ? new errors.P_(CANCELLED) : thrown;
}
}
const CANCELLED = "The job was cancelled. Nothing was deleted.";
function resetOrRefuse(inputs, {env: env, listener: listener, signal: signal}) {
const place = {
env: env,
workspace: env.GITHUB_WORKSPACE || process.cwd(),
platform: process.platform
};
return withScratch(env, async scratch => {
const over = new AbortController;
const step = {
inputs: inputs,
listener: listener,
signal: signal,
place: place,
scratch: scratch,
started: performance.now(),
end: () => over.abort()
};
const surroundings = {
cwd: scratch.empty,
env: pipEnvironment(env, place.workspace),
signal: AbortSignal.any([ signal, over.signal ])
};
const located = await watched(locate(inputs.pythonPath, place, surroundings, listener.pipRan), ms => listener.say(`Waiting for pip cache dir: ${seconds(ms)} so far.`));
return located.kind === "found" ? resetFound(located, step) : disabled(located, step);
});
}
async function resetFound({pip: pip, directory: directory, dir: dir, info: info}, step) {
const {inputs: inputs, listener: listener, signal: signal} = step;
listener.pipRan(dir);
try {
guard(directory, inputs.expectCacheDir, step.place, step.scratch);
} catch (refusal) {
step.end();
await info;
throw refusal;
}
const counting = listened(info, "pip cache info", listener);
const before = await survey((0, paths.OO)(directory), startPace(line => listener.say(`Looking at the cache: ${line}.`)), () => signal.aborted);
const infoBefore = await counting;
refuseFailed(infoBefore);
if (signal.aborted) throw new errors.P_(CANCELLED);
const version = pip.version();
const ending = endingOf(pip, version, directory, step);
const runs = [ dir, infoBefore ];
const unreadable = named(before.unreadable);
const asItWas = areaResults(before, before, (0, cache_areas.l)(() => NOTHING), NONE_FINISHED);
if (sum(Object.values(before.tallies)).bytes < (inputs.minSize ?? 0)) {
return ending("skipped", asItWas, runs, {
unreadable: unreadable
});
}
const plan = await planFor(inputs, before, version);
if (signal.aborted) throw new errors.P_(CANCELLED);
const unmatched = plan.unmatched ?? [];
if ((0, modes_plan.xB)(plan)) {
const hidden = inputs.mode === "purge" && !inputs.dryRun ? unreadable : [];
const outcome = hidden.length > 0 ? "incomplete" : "nothing-to-do";
return ending(outcome, asItWas, runs, {
remaining: hidden,
unreadable: unreadable,
unmatched: unmatched
});
}
if (inputs.dryRun) {
const wouldGo = removedWith(before, plan.selection);
return ending("dry-run", areaResults(before, before, wouldGo, NONE_FINISHED), runs, {
unreadable: unreadable,
unmatched: unmatched
});
}
const others = watchOthers(() => pipsAtWork(directory, step.place.env), listener.say, signal);
const applied = await apply(plan, before, {
pip: pip,
others: others,
signal: signal,
say: listener.say,
show: listener.pipRan
});
runs.push(...applied.pip);
if (!signal.aborted) runs.push(await listened(pip.run([ "cache", "info" ]), "pip cache info", listener));
const removed = removedBetween(before, applied.after);
const gone = sum(Object.values(removed));
const changed = gone.files + gone.directories > 0 ? "reset" : "nothing-to-do";
const {cancelled: cancelled, remaining: remaining, inUseBy: inUseBy, endedFor: endedFor} = applied;
const outcome = cancelled || remaining.length + inUseBy.length > 0 ? "incomplete" : changed;
return ending(outcome, areaResults(before, applied.after, removed, applied.finished), runs, {
cancelled: cancelled,
cutShort: !applied.after.listing.complete,
remaining: remaining,
inUseBy: inUseBy,
endedFor: endedFor,
unmatched: unmatched,
...inputs.mode === "remove" ? {
others: goneBesides(before, applied.after, plan.selection)
} : {},
unreadable: named(applied.after.unreadable),
...plan.pipNotAsked === undefined ? {} : {
pipNotAsked: plan.pipNotAsked
}
});
}
async function disabled({pip: pip, dir: dir, info: info, why: why}, step) {
const {listener: listener} = step;
const ending = endingOf(pip, pip.version(), "", step);
listener.pipRan(dir);
const none = {
state: "unknown",
before: NOTHING,
after: NOTHING,
removed: NOTHING,
finished: NONE,
unreadable: 0
};
const infoBefore = await listened(info, "pip cache info", listener);
return ending("disabled", (0, cache_areas.l)(() => none), [ dir, infoBefore ], {
disabledBecause: why
});
}
async function planFor(inputs, before, version) {
if (inputs.mode === "purge") return planPurge(before);
const {planRemove: planRemove} = await __webpack_require__.e(497).then(__webpack_require__.bind(__webpack_require__, 497));
return planRemove(before, inputs.packages, await version);
}
async function listened(running, command, listener) {
const run = await watched(running, ms => listener.say(`Waiting for ${command}: ${seconds(ms)} so far.`));
listener.pipRan(run);
return run;
}
function refuseFailed(info) {
const said = verdict(info);
if (said.kind === "answered") return;
const why = "why" in said && typeof said.why === "string" ? said.why : `says: ${said.kind}`;
throw new errors.P_(`${JSON.stringify(info.command)} ${why}. Nothing was deleted.`);
}
function named(failures) {
return failures.map(({path: path, code: code}) => ({
path: (0, paths.HD)(path),
code: code
}));
}
const NONE_FINISHED = (0, cache_areas.l)(() => NONE);
function areaResults(before, after, removed, finished) {
return (0, cache_areas.l)(area => ({
state: before.states[area],
before: before.tallies[area],
after: after.listing.complete ? after.tallies[area] : minus(before.tallies[area], removed[area]),
removed: removed[area],
finished: finished[area],
unreadable: after.unreadable.filter(unseen => unseen.area === area).length
}));
}
function endingOf(pip, version, cacheDirectory, step) {
return async (outcome, areas, runs, more = {}) => ({
outcome: outcome,
inputs: step.inputs,
interpreter: pip.interpreter,
pipVersion: await version ?? "",
cacheDirectory: cacheDirectory,
areas: areas,
pip: runs,
cancelled: false,
cutShort: false,
remaining: [],
inUseBy: [],
endedFor: [],
unreadable: [],
unmatched: [],
others: NONE,
milliseconds: performance.now() - step.started,
...more
});
}
async function perform(inputs, log, env, signal) {
const listener = {
say: log.say,
pipRan: run => log.group(titleOf(run), run.stdout + run.stderr)
};
const result = await reset_reset(inputs, {
env: env,
signal: signal,
listener: listener
});
return await report(result, log, env) ? 1 : 0;
}
function titleOf(run) {
const end = run.code === 0 ? "" : `, exit code ${run.code ?? "none"}`;
return `${run.command} (${humanDuration(run.milliseconds)}${end})`;
}
}
};
