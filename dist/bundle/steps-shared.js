export const id = 543;
export const ids = [543];
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

/***/ 3843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K$: () => (/* binding */ NOTHING),
/* harmony export */   NU: () => (/* binding */ sumOfCounts),
/* harmony export */   Qv: () => (/* binding */ countByArea),
/* harmony export */   Rd: () => (/* binding */ minus),
/* harmony export */   cz: () => (/* binding */ sum),
/* harmony export */   x3: () => (/* binding */ NONE)
/* harmony export */ });
/* harmony import */ var _util_sums_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4405);
/* harmony import */ var _areas_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7735);


const NOTHING = { files: 0, bytes: 0, directories: 0, diskBytes: 0 };
const NONE = { files: 0, directories: 0 };
function countByArea() {
    return (0,_areas_js__WEBPACK_IMPORTED_MODULE_0__/* .byArea */ .l)(() => ({ files: 0, directories: 0 }));
}
function sumOfCounts(counts) {
    return (0,_util_sums_js__WEBPACK_IMPORTED_MODULE_1__/* .sums */ .r)(counts, 'files', 'directories');
}
function minus(whole, part) {
    return {
        files: whole.files - part.files,
        bytes: whole.bytes - part.bytes,
        directories: whole.directories - part.directories,
        diskBytes: whole.diskBytes - part.diskBytes,
    };
}
function sum(tallies) {
    return (0,_util_sums_js__WEBPACK_IMPORTED_MODULE_1__/* .sums */ .r)(tallies, 'files', 'bytes', 'directories', 'diskBytes');
}


/***/ }),

/***/ 6914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ isBefore)
/* harmony export */ });
function isBefore(version, other) {
    const [major = Number.NaN, minor = Number.NaN] = version.split('.').map((part) => Number.parseInt(part, 10));
    const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
    return major < otherMajor || (major === otherMajor && minor < otherMinor);
}


/***/ }),

/***/ 4769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JI: () => (/* binding */ infoCounts),
/* harmony export */   V2: () => (/* binding */ failure),
/* harmony export */   WJ: () => (/* binding */ verdict),
/* harmony export */   o3: () => (/* binding */ cacheDirectory)
/* harmony export */ });
const NOT_RUN = new Set([126, 127, 9009]);
function verdict(run) {
    if (run.failedToStart !== undefined)
        return { kind: 'not an interpreter', why: whyNotStarted(run.failedToStart) };
    if (run.code === 0)
        return { kind: 'answered' };
    const output = `${run.stderr}\n${run.stdout}`;
    if (run.code !== null && NOT_RUN.has(run.code)) {
        return { kind: 'not an interpreter', why: `exit code ${run.code}: ${firstLine(output)}` };
    }
    if (/No module named '?pip('?\s*$|\.__main__)/m.test(output))
        return { kind: 'no pip' };
    if (/unknown command "cache"/.test(output))
        return { kind: 'no cache command' };
    if (/cache is disabled/.test(output))
        return { kind: 'disabled', why: whyDisabled(output) };
    return { kind: 'failed', why: failure(run) ?? '' };
}
function whyDisabled(output) {
    const directory = /The directory '(.+)' or its parent directory is not owned or is not writable/.exec(output)?.[1];
    return directory === undefined ? { cause: 'setting' } : { cause: 'owner', directory };
}
function shortened(line) {
    return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
function whyNotStarted(message) {
    return message.startsWith('Unable to locate executable file') ? 'not executable' : firstLine(message);
}
function firstLine(output) {
    return shortened(output
        .split('\n')
        .find((line) => line.trim() !== '')
        ?.trim() ?? 'it printed nothing');
}
function errorLine(output) {
    const lines = output
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const error = lines.find((line) => /^ERROR: (?!Exception:)/.test(line))?.slice('ERROR: '.length);
    const last = lines.some((line) => line.startsWith('Traceback')) ? lines.at(-1) : undefined;
    const first = /^(\[[^\]]*\])?Usage:/.test(lines[0] ?? '') ? lines.at(-1) : lines[0];
    const configuration = /^Configuration file could not be loaded/.test(lines[0] ?? '')
        ? lines.slice(0, 3).join(' ')
        : undefined;
    const line = error ?? configuration ?? last ?? lines.find((line) => /\berror\b/i.test(line)) ?? first ?? 'it printed nothing';
    return shortened(line.replace(/\.+$/, ''));
}
function cacheDirectory(run, platform = process.platform) {
    const lines = run.stdout.split(platform === 'win32' ? /\r?\n/ : '\n').filter((line) => line !== '');
    return lines.length === 1 ? lines[0] : undefined;
}
function failure(run) {
    if (run.code === 0)
        return undefined;
    if (run.failedToStart !== undefined)
        return `could not be started: ${whyNotStarted(run.failedToStart)}`;
    const end = run.code === null ? 'was ended by a signal' : `ended with exit code ${run.code}`;
    return `${end}: ${errorLine(`${run.stderr}\n${run.stdout}`)}`;
}
function infoCounts(run) {
    const count = (label) => {
        const digits = label.exec(run.stdout)?.[1];
        return digits === undefined ? undefined : Number(digits);
    };
    return {
        responses: count(/^Number of HTTP files: (\d+)\r?$/m),
        wheels: count(/^Number of (?:locally built )?wheels: (\d+)\r?$/m),
    };
}


/***/ }),

/***/ 1724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ temporaryDirectory),
/* harmony export */   h: () => (/* binding */ withScratch)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4478);




const PREFIX = 'reset-pip-cache-';
const NESTED = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)('a', 'b', 'c', 'd', 'e');
function temporaryDirectory(env) {
    try {
        if (env.RUNNER_TEMP && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(env.RUNNER_TEMP).isDirectory())
            return env.RUNNER_TEMP;
    }
    catch {
    }
    return (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)();
}
async function withScratch(env, work) {
    const top = newDirectory([temporaryDirectory(env), (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)()]);
    const empty = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(top, NESTED);
    try {
        return await work({ top, empty });
    }
    finally {
        removeEmpty(empty, top);
    }
}
function newDirectory(places) {
    const tried = new Set();
    for (const place of places) {
        let top;
        try {
            top = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(place, PREFIX)));
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(top, NESTED), { recursive: true });
            return top;
        }
        catch (thrown) {
            if (top !== undefined)
                removeEmpty((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(top, NESTED), top);
            tried.add((0,_util_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(thrown));
        }
    }
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Refusal */ .P_(`pip can't be run in an empty directory, since none could be made: ${[...tried].join('; ')}. ` +
        'Nothing was deleted. Let RUNNER_TEMP or TMPDIR be a directory to write into.');
}
function removeEmpty(innermost, top) {
    for (let directory = innermost; directory.startsWith(top); directory = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(directory)) {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(directory);
        }
        catch {
        }
    }
}


/***/ }),

/***/ 7712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ allOrNothing)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

function allOrNothing(file, write) {
    const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file);
    try {
        write();
    }
    catch (thrown) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.truncateSync)(file, size);
        throw thrown;
    }
}


/***/ }),

/***/ 5696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LY: () => (/* binding */ finishedByArea),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   Qb: () => (/* binding */ explanation),
/* harmony export */   Sd: () => (/* binding */ totals),
/* harmony export */   d9: () => (/* binding */ AREA_NAMES),
/* harmony export */   n9: () => (/* binding */ whyDisabled),
/* harmony export */   ps: () => (/* binding */ remainingLine),
/* harmony export */   vj: () => (/* binding */ amount)
/* harmony export */ });
/* harmony import */ var _cache_areas_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7735);
/* harmony import */ var _cache_tally_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3843);
/* harmony import */ var _reset_wait_for_pips_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6916);
/* harmony import */ var _util_units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2782);
/* harmony import */ var _sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1706);





const AREA_NAMES = {
    http: 'HTTP responses, old format',
    'http-v2': 'HTTP responses',
    wheels: 'Locally built wheels',
};
function totals(result) {
    const areas = Object.values(result.areas);
    return {
        before: (0,_cache_tally_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(areas.map((area) => area.before)),
        after: (0,_cache_tally_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(areas.map((area) => area.after)),
        removed: (0,_cache_tally_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(areas.map((area) => area.removed)),
    };
}
function finishedByArea(areas) {
    return (0,_cache_areas_js__WEBPACK_IMPORTED_MODULE_2__/* .byArea */ .l)((area) => areas[area].finished);
}
function headline(result) {
    const { bytes } = totals(result).removed;
    switch (result.outcome) {
        case 'reset':
            return bytes > 0 ? `Freed ${(0,_util_units_js__WEBPACK_IMPORTED_MODULE_3__/* .humanSize */ .Xe)(bytes)} of pip's cache` : "Tidied up pip's cache";
        case 'dry-run':
            return `Dry run: ${(0,_util_units_js__WEBPACK_IMPORTED_MODULE_3__/* .humanSize */ .Xe)(bytes)} of pip's cache would go`;
        case 'nothing-to-do':
            return isEmptyAfter(result) ? "pip's cache is already empty" : "Nothing to remove from pip's cache";
        case 'skipped':
            return "pip's cache is below the threshold, and stays";
        case 'disabled':
            return result.disabledBecause?.cause === 'owner' ? "pip doesn't use its cache" : "pip's cache is turned off";
        case 'inspected':
            return isEmptyAfter(result)
                ? "pip's cache is empty"
                : `pip's cache holds ${(0,_util_units_js__WEBPACK_IMPORTED_MODULE_3__/* .humanSize */ .Xe)(totals(result).before.bytes)}`;
        case 'incomplete':
            return result.cancelled
                ? `Cancelled: ${result.cutShort ? 'at least ' : ''}${(0,_util_units_js__WEBPACK_IMPORTED_MODULE_3__/* .humanSize */ .Xe)(bytes)} of pip's cache are gone`
                : `pip's cache is not reset completely (${(0,_util_units_js__WEBPACK_IMPORTED_MODULE_3__/* .humanSize */ .Xe)(bytes)} freed)`;
    }
}
function explanation(result) {
    const { before, removed } = totals(result);
    const what = amount(removed) ?? 'Nothing';
    const where = (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)(result.cacheDirectory);
    switch (result.outcome) {
        case 'reset':
            return isEmptyAfter(result)
                ? (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `pip's cache in ${where} is empty now: ${what} removed.`
                : (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `${what} removed from ${where}${ofPackages(result)}.`;
        case 'dry-run':
            return (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `${what} would go from ${where}${ofPackages(result)}. Nothing was deleted.`;
        case 'nothing-to-do':
            return nothingToDo(result);
        case 'skipped': {
            const minSize = result.inputs.minSize ?? 0;
            const size = (0,_util_units_js__WEBPACK_IMPORTED_MODULE_3__/* .humanSize */ .Xe)(before.bytes) === (0,_util_units_js__WEBPACK_IMPORTED_MODULE_3__/* .humanSize */ .Xe)(minSize) ? _util_units_js__WEBPACK_IMPORTED_MODULE_3__/* .exactSize */ .Fe : _util_units_js__WEBPACK_IMPORTED_MODULE_3__/* .humanSize */ .Xe;
            return (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .inOneLine */ .UX)([
                (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `It holds ${size(before.bytes)} in ${where}, less than min-size (${size(minSize)}).`,
                (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `Nothing was deleted.`,
            ]);
        }
        case 'disabled':
            return (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `${whyDisabled(result.disabledBecause)} Nothing was deleted.`;
        case 'inspected':
            return (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `${inspected(result)} Nothing was deleted.`;
        case 'incomplete':
            return result.cancelled
                ? (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `The job was cancelled midway. ${cancelledMidway(result)}`
                : (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .inOneLine */ .UX)([...inUse(result), ...notDeletable(result), (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `${what} removed.`]);
    }
}
function inspected(result) {
    const { before } = totals(result);
    const where = (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)(result.cacheDirectory);
    const { projects = [], all } = result.contents ?? {};
    if (!all || all.files === 0)
        return (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `${amount(before) ?? 'Nothing'} in ${where}.`;
    const of = projects.length === 0 ? '' : ` of ${(0,_util_units_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(projects.length, 'project')}`;
    return (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `${amount(before) ?? 'Nothing'}${of} in ${where}${written(all)}.`;
}
function written(holding) {
    const [oldest, newest] = [holding.oldest, holding.newest].map((time) => (0,_util_units_js__WEBPACK_IMPORTED_MODULE_3__/* .isoTime */ .Ly)(time)?.slice(0, 10));
    if (oldest === undefined || newest === undefined)
        return '';
    return oldest === newest ? `, written on ${oldest}` : `, written from ${oldest} to ${newest}`;
}
function inUse({ inUseBy, cacheDirectory }) {
    if (inUseBy.length === 0)
        return [];
    const waited = (0,_util_units_js__WEBPACK_IMPORTED_MODULE_3__/* .seconds */ .YA)(_reset_wait_for_pips_js__WEBPACK_IMPORTED_MODULE_1__/* .PATIENCE_MS */ .xR);
    return [
        (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `Still at work on ${(0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)(cacheDirectory)} after ${waited} of waiting: ${(0,_reset_wait_for_pips_js__WEBPACK_IMPORTED_MODULE_1__/* .names */ .Dy)(inUseBy)}.`,
        (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `A pip fails when what it uses is deleted, so that the rest of what was to go stays.`,
    ];
}
function notDeletable({ remaining, cacheDirectory }) {
    if (remaining.length === 0)
        return [];
    return [(0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `${(0,_util_units_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(remaining.length, 'entry', 'entries')} in ${(0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)(cacheDirectory)} could not be deleted.`];
}
function cancelledMidway(result) {
    const { removed, after } = totals(result);
    const [what, where] = [amount(removed), (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)(result.cacheDirectory)];
    if (!result.cutShort) {
        return (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `${what ?? 'Nothing'} removed from ${where}; ${amount(after) ?? 'nothing'} still there.`;
    }
    const removedAtLeast = what === undefined ? [] : [(0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `At least ${what} removed from ${where}.`];
    return (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .inOneLine */ .UX)([...removedAtLeast, (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `There was no time left to count what is still there.`]);
}
function isEmptyAfter({ areas, inputs }) {
    return (inputs.mode !== 'remove' &&
        Object.values(areas).every(({ state, after, unreadable }) => after.files + after.directories + unreadable === 0 && (state === 'absent' || state === 'directory')));
}
function ofPackages({ inputs, unmatched }) {
    const found = inputs.packages.map(({ text }) => text).filter((name) => !unmatched.includes(name));
    return inputs.mode === 'remove'
        ? (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `: ${inputs.builtWheelsOnly ? 'locally built wheels' : 'all'} of ${(0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .values */ .zu)(found)}`
        : [];
}
function whyDisabled(because) {
    return because?.cause === 'owner'
        ? (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `pip leaves ${(0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)(because.directory)} alone, since it belongs to another user or is not writable.`
        : (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .inOneLine */ .UX)([
            (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `The setting no-cache-dir (PIP_NO_CACHE_DIR, or in a pip.conf) is there;`,
            (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `pip keeps no cache then, whatever its value is.`,
        ]);
}
function amount({ files, directories }) {
    const parts = [
        ...(files > 0 ? [(0,_util_units_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(files, 'file')] : []),
        ...(directories > 0 ? [(0,_util_units_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(directories, 'directory', 'directories')] : []),
    ];
    return parts.length > 0 ? parts.join(' and ') : undefined;
}
function nothingToDo(result) {
    const { inputs } = result;
    const where = (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)(result.cacheDirectory);
    const packages = (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .values */ .zu)(inputs.packages.map(({ text }) => text));
    if (inputs.mode === 'purge') {
        return isEmptyAfter(result)
            ? (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `There is nothing that pip cached in ${where}.`
            : (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `There is nothing that could go in ${where}.`;
    }
    return inputs.builtWheelsOnly
        ? (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `No locally built wheel in ${where} is one of: ${packages}.`
        : (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `There is nothing in ${where} of: ${packages}.`;
}
const CODES = {
    EACCES: 'permission denied',
    EBUSY: 'in use',
    EISDIR: 'has become a directory',
    ENAMETOOLONG: 'path too long',
    EPERM: 'not permitted',
    EROFS: 'read-only file system',
};
function remainingLine({ path, code }) {
    return (0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em) `${(0,_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)(path)}: ${CODES[code] ?? 'the system refuses'} (${code})`;
}


/***/ }),

/***/ 1755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ progressIn)
/* harmony export */ });
/* harmony import */ var _util_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2782);

function progressIn(log) {
    return { say: log.say, pipRan: (run) => log.group(titleOf(run), run.stdout + run.stderr), debug: log.debug };
}
function titleOf({ command, code, milliseconds }) {
    const end = code === 0 ? '' : `, exit code ${code ?? 'none'}`;
    return `${command} (${(0,_util_units_js__WEBPACK_IMPORTED_MODULE_0__/* .humanDuration */ .UU)(milliseconds)}${end})`;
}


/***/ }),

/***/ 1706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mk: () => (/* binding */ escaped),
/* harmony export */   UX: () => (/* binding */ inOneLine),
/* harmony export */   Uq: () => (/* binding */ value),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   qy: () => (/* binding */ html),
/* harmony export */   zu: () => (/* binding */ values)
/* harmony export */ });
/* harmony import */ var escape_goat__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4396);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6257);


function value(text) {
    return { value: text };
}
function values(texts) {
    return texts.flatMap((text, index) => (index === 0 ? [value(text)] : [', ', value(text)]));
}
function sentence(strings, ...parts) {
    return strings.flatMap((text, index) => {
        const part = parts[index];
        if (part === undefined)
            return [text];
        if (typeof part === 'string' || typeof part === 'number')
            return [text, String(part)];
        return 'value' in part ? [text, part] : [text, ...part];
    });
}
function inOneLine(sentences) {
    return sentences.flatMap((one, index) => (index === 0 ? one : [' ', ...one]));
}
function plain(words) {
    return words.map((part) => (typeof part === 'string' ? part : part.value)).join('');
}
function html(words) {
    return words.map((part) => (typeof part === 'string' ? escaped(part) : code(part.value))).join('');
}
function code(text) {
    return `<code>${escaped(text)}</code>`;
}
function escaped(text) {
    return (0,escape_goat__WEBPACK_IMPORTED_MODULE_0__/* .htmlEscape */ .z)((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .T)(text));
}


/***/ }),

/***/ 9563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ cancelled),
/* harmony export */   q: () => (/* binding */ refuseCancelled)
/* harmony export */ });
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4478);

function refuseCancelled(signal) {
    if (signal.aborted)
        throw cancelled();
}
function cancelled() {
    return new _util_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('The job was cancelled. Nothing was deleted.');
}


/***/ }),

/***/ 1505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ configurationOf),
  n: () => (/* binding */ withCache)
});

;// CONCATENATED MODULE: ./build/pip/configuration.js
function unprintableVariables(env, platform) {
    const value = (name) => {
        const key = Object.keys(env).find((candidate) => candidate === name || (platform === 'win32' && candidate.toUpperCase() === name));
        return (key && env[key]) || '';
    };
    const homes = platform === 'win32' ? ['LOCALAPPDATA', 'USERPROFILE'] : ['XDG_CACHE_HOME', 'HOME'];
    const directory = value('PIP_CACHE_DIR');
    const deciding = directory === '' ? homes : ['PIP_CACHE_DIR', ...(directory.startsWith('~') ? homes : [])];
    return deciding.map((name) => ({ name, value: value(name) })).filter((setting) => CONTROL.test(setting.value));
}
const CONTROL = /[\x00-\x1f\x7f-\x9f]/;
function unprintableSettings(configuration) {
    if (configuration.code !== 0)
        return [];
    return configuration.stdout.split(/\r?\n/).flatMap((line) => {
        const [, name, value] = /^((?:global|cache)\.cache-dir)=(['"].*['"])$/.exec(line) ?? [];
        return name !== undefined && value !== undefined && ESCAPED_CONTROL.test(value.replaceAll('\\\\', ''))
            ? [{ name, value }]
            : [];
    });
}
const ESCAPED_CONTROL = /\\(?:[abfnrtv]|x(?:[01][0-9a-f]|7f|[89][0-9a-f]))/;

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/pip/environment.js

function pathRules(platform) {
    return platform === 'win32' ? external_node_path_.win32 : external_node_path_.posix;
}
const OUTPUT_SETTINGS = {
    PIP_QUIET: '0',
    PIP_VERBOSE: '0',
    PIP_NO_COLOR: '1',
    PIP_NO_INPUT: '1',
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PYTHONIOENCODING: 'utf-8:surrogateescape',
    PYTHONSAFEPATH: '1',
};
const DROPPED = new Set([
    'FORCE_COLOR',
    'CLICOLOR_FORCE',
    'PYTHON_COLORS',
    'PIP_LOG',
    'PIP_LOG_FILE',
    'PIP_LOCAL_LOG',
    'PIP_DEBUG',
    'PYTHONINSPECT',
    'PYTHONWARNINGS',
    'PYTHONDEVMODE',
    'PYTHONVERBOSE',
    'PYTHONMALLOCSTATS',
    'PYTHONPROFILEIMPORTTIME',
]);
const PRIVATE = /^(INPUT_.*|STATE_.*|ACTIONS_.*|GITHUB_TOKEN|GITHUB_(ENV|OUTPUT|PATH|STATE|STEP_SUMMARY))$/i;
const PATH_VARIABLES = new Set(['PIP_CACHE_DIR', 'PIP_CONFIG_FILE', 'PIP_PYTHON', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME']);
function pipEnvironment(env, workspace, platform = process.platform) {
    const paths = pathRules(platform);
    const kept = {};
    for (const [name, value] of Object.entries(env)) {
        const key = platform === 'win32' ? name.toUpperCase() : name;
        if (value === undefined || DROPPED.has(key) || Object.hasOwn(OUTPUT_SETTINGS, key) || PRIVATE.test(name))
            continue;
        const absolute = paths.isAbsolute(value) && (platform !== 'win32' || paths.parse(value).root.length > 1);
        const relative = PATH_VARIABLES.has(key) && !/^(|~.*|nul)$/i.test(value) && !absolute;
        kept[name] = relative ? paths.resolve(workspace, value) : value;
        if (key === 'PYTHONPATH')
            kept[name] = absoluteSearchPath(value, workspace, paths);
    }
    return { ...kept, ...OUTPUT_SETTINGS };
}
function absoluteSearchPath(value, workspace, paths) {
    const absolute = (entry) => {
        const path = paths.resolve(workspace, entry);
        return path === paths.resolve(workspace) ? entry : path;
    };
    return value.split(paths.delimiter).map(absolute).join(paths.delimiter);
}
function relativeXdg(env) {
    return ['XDG_CACHE_HOME', 'XDG_CONFIG_HOME'].filter((name) => env[name] && !external_node_path_.posix.isAbsolute(env[name]));
}

// EXTERNAL MODULE: ./build/util/errors.js
var errors = __webpack_require__(4478);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io.js
var io = __webpack_require__(8701);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/pip/home.js

function homeDirectory() {
    return undefinedIfThrown(external_node_os_.homedir);
}
function accountHome() {
    return undefinedIfThrown(() => (0,external_node_os_.userInfo)().homedir);
}
function undefinedIfThrown(lookUp) {
    try {
        return lookUp();
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __webpack_require__(6698);
// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __webpack_require__(3053);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 1 modules
var exec = __webpack_require__(1955);
;// CONCATENATED MODULE: ./build/pip/output-collector.js
const KEPT_BYTES = 1 << 20;
const MAX_BYTES = 16 << 20;
function outputCollector(tooMuch) {
    const chunks = [];
    let kept = 0;
    let received = 0;
    return {
        add(data) {
            received += data.length;
            if (received > MAX_BYTES)
                tooMuch();
            const part = data.subarray(0, KEPT_BYTES - kept);
            kept += part.length;
            if (part.length > 0)
                chunks.push(part);
        },
        text: () => Buffer.concat(chunks).toString('utf8'),
    };
}

;// CONCATENATED MODULE: ./build/pip/process-tree.js

function processTree(pid) {
    const all = processes();
    const tree = all.filter((process) => process.pid === pid);
    for (const { pid: parent } of tree)
        tree.push(...all.filter((process) => process.parent === parent));
    return tree;
}
function signalEach(tree, signal) {
    for (const { pid, started } of tree) {
        if (read(pid)?.started !== started)
            continue;
        try {
            process.kill(pid, signal);
        }
        catch {
        }
    }
}
function processes() {
    try {
        return (0,external_node_fs_.readdirSync)('/proc').flatMap((name) => (/^\d+$/.test(name) ? (read(Number(name)) ?? []) : []));
    }
    catch {
        return [];
    }
}
function read(pid) {
    try {
        const stat = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'latin1');
        const [state, parent, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return state === 'Z' ? undefined : { pid, parent: Number(parent), started: fields[17] ?? '' };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/pip/process.js






const STREAMS_CLOSE_MS = 1000;
const KILL_AFTER_MS = 500;
async function run(program, args, options) {
    const started = performance.now();
    const stdout = outputCollector(() => running.end());
    const stderr = outputCollector(() => running.end());
    const running = start(program, args, { ...options, listeners: { stdout: stdout.add, stderr: stderr.add } });
    running.closeInput();
    const end = await running.ended;
    return { ...end, stdout: stdout.text(), stderr: stderr.text(), milliseconds: performance.now() - started };
}
function start(program, args, { cwd, env, signal, listeners }) {
    if (signal.aborted) {
        return { write() { }, closeInput() { }, end() { }, hasExited: () => true, ended: Promise.resolve({ code: null }) };
    }
    watchProcesses();
    const child = childOf(signal);
    const [first = '', ...others] = args;
    const line = `${commandLineWord(program)} ${commandLineWord(first)}`;
    const options = { cwd, env, silent: true, ignoreReturnCode: true, delay: STREAMS_CLOSE_MS, listeners };
    const ended = async () => {
        try {
            const code = await startingChild.run(child, () => (0,exec/* exec */.m)(line, others, options));
            return { code };
        }
        catch (thrown) {
            return { code: null, failedToStart: (0,errors/* messageOf */.bD)(thrown) };
        }
        finally {
            child.forget();
        }
    };
    return {
        write: child.write,
        closeInput: child.closeInput,
        end: child.end,
        hasExited: child.hasExited,
        ended: ended(),
    };
}
function commandLineWord(word) {
    return word.replace(/[ "]/g, (character) => (character === ' ' ? '" "' : '"\\""'));
}
const startingChild = new external_node_async_hooks_.AsyncLocalStorage();
let watching = false;
function watchProcesses() {
    if (watching)
        return;
    watching = true;
    (0,external_node_diagnostics_channel_.subscribe)('child_process', (message) => {
        const { process } = message;
        const child = startingChild.getStore();
        if (child)
            process.once('spawn', () => child.started(process));
    });
}
function childOf(signal) {
    let running;
    let input = '';
    let inputClosed = false;
    let ending = false;
    let exited = false;
    let killTimer;
    const child = {
        started(process) {
            running = process;
            process.once('exit', () => {
                exited = true;
            });
            process.stdin?.on('error', () => { });
            if (input !== '')
                process.stdin?.write(input);
            if (inputClosed)
                child.closeInput();
            if (ending)
                child.end();
        },
        write(text) {
            if (running)
                running.stdin?.write(text);
            else
                input += text;
        },
        closeInput() {
            inputClosed = true;
            running?.stdin?.end();
        },
        end() {
            ending = true;
            child.closeInput();
            if (running?.pid === undefined || killTimer)
                return;
            const descendants = processTree(running.pid).slice(1);
            running.kill('SIGTERM');
            signalEach(descendants, 'SIGTERM');
            killTimer = setTimeout(() => {
                running?.kill('SIGKILL');
                signalEach(descendants, 'SIGKILL');
            }, KILL_AFTER_MS);
        },
        hasExited: () => exited,
        forget() {
            running?.stdout?.destroy();
            running?.stderr?.destroy();
            running = undefined;
            signal.removeEventListener('abort', child.end);
        },
    };
    signal.addEventListener('abort', child.end);
    return child;
}

;// CONCATENATED MODULE: ./build/pip/interpreter.js






async function candidates(requested, job) {
    if (requested !== undefined)
        return [await requestedCandidate(requested, job)];
    const { VIRTUAL_ENV: environment, pythonLocation: location } = job.env;
    const active = environment ? inVirtualEnvironment(environment, job) : [];
    const installed = location ? inLocation(location, job.platform) : [];
    const named = await Promise.all(['python3', 'python', 'py'].map((name) => onPath(name, job)));
    return [...active, ...installed, ...named];
}
async function requestedCandidate(requested, job) {
    const paths = pathRules(job.platform);
    const isPath = job.platform === 'win32' ? /[\\/]/ : /\//;
    const path = paths.resolve(job.workspace, expandHome(requested, 'python-path', job));
    if (!isPath.test(requested)) {
        const named = await onPath(requested, job);
        if (named.path !== undefined || !isDirectory(path))
            return named;
    }
    const found = job.platform === 'win32' ? withExtension(path, job.env) : path;
    if (!isDirectory(found))
        return { label: requested, path: isFile(found) ? found : undefined };
    const names = PYTHON_IN_DIRECTORY[job.platform === 'win32' ? 'win32' : 'posix'];
    const interpreter = names.map((name) => paths.join(found, name)).find(isFile);
    if (interpreter !== undefined)
        return { label: requested, path: interpreter };
    throw new errors/* Refusal */.P_(`Input "python-path": ${JSON.stringify(requested)} is a directory, and none of these is a file in it: ` +
        `${names.join(', ')}. Give the path of the interpreter itself.`);
}
const PYTHON_IN_DIRECTORY = {
    win32: ['python.exe', 'Scripts\\python.exe'],
    posix: ['bin/python3', 'bin/python'],
};
function inVirtualEnvironment(directory, job) {
    const paths = pathRules(job.platform);
    const path = paths.resolve(job.workspace, directory, job.platform === 'win32' ? 'Scripts\\python.exe' : 'bin/python');
    return isFile(path) ? [{ label: `VIRTUAL_ENV (${path})`, path, mayLackPip: true }] : [];
}
function inLocation(location, platform) {
    const paths = pathRules(platform);
    const names = platform === 'win32' ? ['python.exe'] : ['bin/python3', 'bin/python'];
    return names.map((name) => {
        const path = paths.join(location, name);
        return { label: `pythonLocation (${path})`, path: isFile(path) ? path : undefined };
    });
}
async function onPath(name, job) {
    const found = await (0,io/* which */.K7)(name, false);
    return { label: name, path: found === '' ? undefined : pathRules(job.platform).resolve(job.workspace, found) };
}
function expandHome(path, input, job) {
    if (!(job.platform === 'win32' ? /^~[\\/]/ : /^~\//).test(path))
        return path;
    const variable = job.platform === 'win32' ? 'USERPROFILE' : 'HOME';
    const home = job.env[variable] || accountHome();
    if (home)
        return home + path.slice(1);
    throw new errors/* Refusal */.P_(`Input "${input}": ${JSON.stringify(path)} begins with ~, but there is no home directory: ${variable} is not ` +
        'set, and the user has no account. Nothing was deleted. Give an absolute path.');
}
function withExtension(path, env) {
    const extensions = ['', ...(env.PATHEXT ?? '.EXE').split(';')];
    return extensions.map((extension) => path + extension.toLowerCase()).find(isFile) ?? path;
}
function isFile(path) {
    return interpreter_status(path)?.isFile() ?? false;
}
function isDirectory(path) {
    return interpreter_status(path)?.isDirectory() ?? false;
}
function interpreter_status(path) {
    try {
        return (0,external_node_fs_.statSync)(path);
    }
    catch {
        return undefined;
    }
}
function isShim(path, { platform }) {
    const paths = pathRules(platform);
    return paths.basename(paths.dirname(path)) === 'shims';
}
function isInterpreter(path, { platform }) {
    return pathRules(platform).isAbsolute(path) && isFile(path);
}
async function resolveShim(path, job, options) {
    if (!isShim(path, job))
        return path;
    const { PYTHONPATH: _dropped, ...env } = options.env;
    const program = 'import sys; sys.stdout.write(sys.executable)';
    const result = await run(path, ['-S', '-c', program], { ...options, env, cwd: job.workspace });
    return result.code === 0 && isInterpreter(result.stdout, job) ? result.stdout : path;
}

// EXTERNAL MODULE: ./build/pip/is-before.js
var is_before = __webpack_require__(6914);
;// CONCATENATED MODULE: ./build/pip/pip.js


const PRINT_VERSION = 'import pip; print(pip.__version__)';
const READ_ONLY_COMMANDS = new Set(['cache dir', 'cache info', 'config list']);
function pipOf(interpreter, options) {
    const { session, relativeXdg = [] } = options;
    let askedVersion;
    const version = () => {
        askedVersion ??= askVersion();
        return askedVersion;
    };
    const askVersion = async () => {
        const { signal } = options;
        const { code, stdout } = (await session?.run({ args: undefined, unset: [], signal, mayRepeat: true })) ??
            (await run(interpreter, ['-c', PRINT_VERSION], options));
        return code === 0 ? /^\d\S*$/m.exec(stdout)?.[0] : undefined;
    };
    const variablesToUnset = async () => relativeXdg.length === 0 || (0,is_before/* isBefore */.Y)((await version()) ?? '0.0', '26.3') ? [] : relativeXdg;
    return {
        interpreter,
        async run(args, runSignal) {
            const unset = await variablesToUnset();
            const signal = AbortSignal.any(runSignal ? [options.signal, runSignal] : [options.signal]);
            const mayRepeat = READ_ONLY_COMMANDS.has(args.join(' '));
            const moduleArgs = ['-m', 'pip', ...args];
            const inSession = await session?.run({ args, unset, signal, mayRepeat });
            const env = Object.fromEntries(Object.entries(options.env).filter(([name]) => !unset.includes(process.platform === 'win32' ? name.toUpperCase() : name)));
            const result = inSession ?? (await run(interpreter, moduleArgs, { ...options, env, signal }));
            return { ...result, args, command: [interpreter, ...moduleArgs].map(quoted).join(' ') };
        },
        version,
        async close() {
            await session?.close();
        },
    };
}
function quoted(word) {
    return /^[\w@%+=:,./\\-]+$/.test(word) ? word : `"${word}"`;
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./build/pip/until-token.js
const LINE_FEED = 0x0a;
function untilToken(token, output) {
    let held = Buffer.alloc(0);
    let found = false;
    let rest;
    const findToken = () => {
        const at = held.indexOf(token, 0, 'latin1');
        found = at >= 0;
        const end = found ? at : Math.max(0, held.length - token.length + 1);
        if (end > 0)
            output(held.subarray(0, end));
        held = held.subarray(found ? at + token.length : end);
    };
    return {
        add(data) {
            if (rest !== undefined)
                return true;
            held = Buffer.concat([held, data]);
            if (!found)
                findToken();
            const end = found ? held.indexOf(LINE_FEED) : -1;
            if (end >= 0)
                rest = held.toString('latin1', 0, end);
            return rest !== undefined;
        },
        rest: () => rest,
        end() {
            if (!found && held.length > 0)
                output(held);
            held = Buffer.alloc(0);
        },
    };
}

;// CONCATENATED MODULE: ./build/pip/answer-streams.js

function answerStreams() {
    let current;
    return {
        listeners: {
            stdout: (data) => current?.stdout(data),
            stderr: (data) => current?.stderr(data),
        },
        read(token, output) {
            const stdout = untilToken(token, output.stdout);
            const stderr = untilToken(token, output.stderr);
            const complete = new Promise((resolve) => {
                const resolveIfComplete = () => {
                    const rest = stdout.rest();
                    if (rest !== undefined && stderr.rest() !== undefined)
                        resolve(rest);
                };
                current = {
                    stdout(data) {
                        stdout.add(data);
                        resolveIfComplete();
                    },
                    stderr(data) {
                        stderr.add(data);
                        resolveIfComplete();
                    },
                };
            });
            return {
                complete,
                flush() {
                    stdout.end();
                    stderr.end();
                },
            };
        },
    };
}

;// CONCATENATED MODULE: ./build/pip/python-session.js




const START_MS = 5000;
const CLOSE_MS = 2000;
const NO_PIP = 64;
const PROGRAM = (0,external_node_url_.fileURLToPath)(import.meta.url.replace(/[^/]*$/, 'run_pip.py'));
async function startSession(interpreter, options) {
    const startToken = crypto.randomUUID();
    const session = startProcess(interpreter, startToken, options);
    const executable = await readExecutable(session, startToken);
    if (executable === undefined) {
        reportFailure(session);
        await session.process.ended;
        return undefined;
    }
    let previous = importPip(session);
    return {
        executable,
        run(request) {
            const result = previous.then(() => runCommand(session, request));
            previous = result;
            return result;
        },
        close: () => python_session_close(session),
    };
}
function startProcess(interpreter, startToken, options) {
    const streams = answerStreams();
    const args = [...(options.before ?? []), PROGRAM, startToken];
    const process = start(interpreter, args, { ...options, listeners: streams.listeners });
    const session = {
        interpreter,
        options,
        process,
        streams,
        end: undefined,
        failure: undefined,
        closed: false,
    };
    process.ended.then((end) => {
        session.end = end;
    });
    return session;
}
async function readExecutable(session, startToken) {
    const { interpreter, process, streams } = session;
    const { startMs = START_MS } = session.options;
    const refuseOutput = () => fail(session, `${interpreter} printed something before run_pip.py ran`);
    const refuseDelay = () => fail(session, `${interpreter} did not run run_pip.py within ${startMs} ms`);
    const timer = setTimeout(refuseDelay, startMs);
    const reader = streams.read(startToken, { stdout: refuseOutput, stderr: refuseOutput });
    const answer = await Promise.race([reader.complete, process.ended]);
    clearTimeout(timer);
    if (typeof answer !== 'string') {
        session.failure ??= answer.failedToStart ?? describeEnd(session, answer, 'before run_pip.py ran');
    }
    if (typeof answer !== 'string' || session.failure !== undefined)
        return undefined;
    const executable = executableIn(answer);
    if (executable === undefined)
        refuseOutput();
    return executable;
}
function executableIn(line) {
    try {
        const { executable } = JSON.parse(line);
        return executable ?? '';
    }
    catch {
        return undefined;
    }
}
async function importPip(session) {
    const token = crypto.randomUUID();
    const refuseOutput = () => fail(session, `${session.interpreter} prints something when it imports pip`);
    const reader = session.streams.read(token, { stdout: refuseOutput, stderr: refuseOutput });
    session.process.write(`${JSON.stringify({ token })}\n`);
    const answer = await Promise.race([reader.complete, session.process.ended]);
    if (typeof answer !== 'string')
        session.failure ??= describeEnd(session, answer, 'before it imported pip');
    if (session.failure !== undefined && !session.closed)
        reportFailure(session);
}
async function runCommand(session, request) {
    const { process, streams, options } = session;
    const { args, unset, signal, mayRepeat } = request;
    const started = performance.now();
    const command = args === undefined ? 'the question for its version' : `pip ${args.slice(0, 2).join(' ')}`;
    const refuseOutput = () => fail(session, `${command} printed too much`);
    const stdout = outputCollector(refuseOutput);
    const stderr = outputCollector(refuseOutput);
    const result = (code) => ({
        code,
        stdout: stdout.text(),
        stderr: stderr.text(),
        milliseconds: performance.now() - started,
    });
    if (signal.aborted || options.signal.aborted || session.closed)
        return result(null);
    if (!isUsable(session))
        return undefined;
    const stop = () => fail(session, `${command} was stopped`);
    signal.addEventListener('abort', stop);
    const token = crypto.randomUUID();
    const reader = streams.read(token, { stdout: stdout.add, stderr: stderr.add });
    process.write(`${JSON.stringify({ token, args, unset })}\n`);
    const answer = await Promise.race([reader.complete, process.ended]);
    signal.removeEventListener('abort', stop);
    if (typeof answer === 'string' && /^ ?\d+\r?$/.test(answer))
        return result(Number(answer));
    reader.flush();
    if (session.closed || typeof answer === 'string')
        return result(typeof answer === 'string' ? null : answer.code);
    const isUnexpected = session.failure === undefined && !options.signal.aborted;
    session.failure ??= describeEnd(session, answer, `during ${command}`);
    reportFailure(session);
    return isUnexpected && mayRepeat ? undefined : result(answer.code);
}
function isUsable(session) {
    if (session.process.hasExited() && session.failure === undefined) {
        session.failure = session.end
            ? describeEnd(session, session.end, 'between two commands')
            : `${session.interpreter} ended between two commands`;
        reportFailure(session);
    }
    return session.failure === undefined;
}
async function python_session_close(session) {
    session.closed = true;
    session.process.closeInput();
    const timer = setTimeout(session.process.end, CLOSE_MS);
    await session.process.ended;
    clearTimeout(timer);
}
function fail(session, reason) {
    session.failure ??= reason;
    session.process.end();
}
function reportFailure({ options, failure }) {
    if (!options.signal.aborted)
        options.debug(`Running each pip command in a process of its own: ${failure}.`);
}
function describeEnd({ interpreter }, { code }, when) {
    if (code === NO_PIP && when === 'before it imported pip')
        return `${interpreter} has no pip`;
    return `${interpreter} ended ${code === null ? 'by a signal' : `with exit code ${code}`} ${when}`;
}

;// CONCATENATED MODULE: ./build/pip/open-pip.js




const PYTHON_NAME = /^(python|pypy|graalpy|py($|\.))/i;
const EXECUTE_INTERPRETER = [
    ...['-E', '-S', '-c'],
    'import sys; sys.path[:] = []; import posix; posix.chdir(sys.argv[1]); ' +
        'posix.execv(sys.executable, [sys.executable] + sys.argv[2:])',
];
async function openPip(path, options) {
    const { job, cwd } = options;
    const pipOptions = { ...options, relativeXdg: relativeXdg(job.env) };
    const hasPythonName = (program) => PYTHON_NAME.test(pathRules(job.platform).basename(program));
    const startsThroughShim = isShim(path, job) && hasPythonName(path) && job.platform !== 'win32';
    if (startsThroughShim) {
        const before = [...EXECUTE_INTERPRETER, cwd];
        const session = await startSession(path, { ...options, cwd: job.workspace, before });
        if (session) {
            const interpreter = isInterpreter(session.executable, job) ? session.executable : path;
            return pipOf(interpreter, { ...pipOptions, session });
        }
    }
    const interpreter = await resolveShim(path, job, options);
    if (!hasPythonName(interpreter) && (await pipOf(interpreter, options).version()) === undefined)
        return undefined;
    const session = startsThroughShim ? undefined : await startSession(interpreter, options);
    return pipOf(interpreter, { ...pipOptions, session });
}

// EXTERNAL MODULE: ./build/pip/output.js
var output = __webpack_require__(4769);
;// CONCATENATED MODULE: ./build/pip/locate.js




async function locate(requested, options) {
    const tried = [];
    for (const candidate of await candidates(requested, options.job)) {
        const located = await tryCandidate(candidate, options);
        if (typeof located === 'object')
            return located;
        tried.push(`${candidate.label} (${located})`);
    }
    throw new errors/* Refusal */.P_(requested === undefined
        ? `No Python found. Tried: ${tried.join('; ')}. Add actions/setup-python before this step, ` +
            'or set the input "python-path".'
        : `Input "python-path": ${JSON.stringify(requested)} is not a Python that runs: ${tried[0]}. ` +
            'Allowed: a name on PATH, or the path of an interpreter, absolute or relative to the workspace.');
}
async function locateAgain(interpreter, options) {
    const candidate = { label: interpreter, path: isFile(interpreter) ? interpreter : undefined };
    const located = await tryCandidate(candidate, options);
    if (typeof located === 'object')
        return located;
    throw new errors/* Refusal */.P_(`The interpreter ${JSON.stringify(interpreter)}, found when this was registered, does not run any more ` +
        `(${located}). Nothing was deleted.`);
}
async function tryCandidate(candidate, options) {
    if (candidate.path === undefined)
        return /[\\/]/.test(candidate.label) ? 'no such file' : 'not on PATH';
    const pip = await openPip(candidate.path, options);
    if (pip === undefined)
        return 'not a Python with a pip';
    let located;
    try {
        located = await askPip(pip, candidate, options.show);
        return located;
    }
    finally {
        if (typeof located !== 'object')
            await pip.close();
    }
}
async function askPip(pip, { mayLackPip }, show) {
    const dir = await pip.run(['cache', 'dir']);
    const result = (0,output/* verdict */.WJ)(dir);
    if (result.kind === 'no pip' && mayLackPip)
        return 'it has no pip';
    switch (result.kind) {
        case 'answered':
            return { kind: 'found', pip, directory: directoryOf(dir, show), dir };
        case 'disabled':
            return { kind: 'disabled', pip, why: result.why, dir };
        case 'not an interpreter':
            return result.why;
        default:
            show(dir);
            throw await refusal({ pip, dir, result });
    }
}
function directoryOf(dir, show) {
    const directory = (0,output/* cacheDirectory */.o3)(dir);
    if (directory !== undefined && !directory.includes('\ufffd'))
        return directory;
    show(dir);
    throw new errors/* Refusal */.P_(`${JSON.stringify(dir.command)} should print one directory, in UTF-8, but printed ` +
        `${JSON.stringify(dir.stdout.slice(0, 200))}. Nothing was deleted.`);
}
async function refusal({ pip, dir, result }) {
    switch (result.kind) {
        case 'no pip':
            return new errors/* Refusal */.P_(`${pip.interpreter} has no pip. Install it (python -m ensurepip), ` +
                'or name another interpreter in the input "python-path".');
        case 'no cache command': {
            const version = await pip.version();
            return new errors/* Refusal */.P_(`${pip.interpreter} has pip ${version ?? 'of an unknown version'}, which has no cache command; ` +
                'pip 20.1 or later is needed. Upgrade it: python -m pip install --upgrade pip.');
        }
        default:
            return new errors/* Refusal */.P_(`${JSON.stringify(dir.command)} ${result.why}. Nothing was deleted. ` +
                'Look at the interpreter, and at the configuration that "pip config debug" lists.');
    }
}

// EXTERNAL MODULE: ./build/pip/scratch.js
var scratch = __webpack_require__(1724);
// EXTERNAL MODULE: ./build/reset/context.js
var reset_context = __webpack_require__(9563);
;// CONCATENATED MODULE: ./build/reset/guards.js






function refuseWrongDirectory(directory, options) {
    const { expected, job, scratch } = options;
    const paths = pathRules(job.platform);
    const fromTop = paths.relative(scratch.top, directory);
    const outside = fromTop === '..' || fromTop.startsWith(`..${paths.sep}`) || paths.isAbsolute(fromTop);
    if (!paths.isAbsolute(directory) || !outside) {
        const setting = paths.isAbsolute(directory) ? paths.relative(scratch.empty, directory) : directory;
        throw new errors/* Refusal */.P_(`pip's cache-dir is set to the relative path ${JSON.stringify(setting)}, which means another place ` +
            'from each directory that pip runs in. Nothing was deleted. ' +
            'Make it absolute in the pip.conf that sets it, or set PIP_CACHE_DIR.');
    }
    if (expected !== undefined) {
        refuseUnexpected(directory, paths.resolve(job.workspace, expandHome(expected, 'expect-cache-dir', job)));
    }
    const homes = [
        { path: homeDirectory(), name: 'the home directory' },
        { path: accountHome(), name: "the account's home directory" },
    ].flatMap(({ path, name }) => (path ? [{ path, name }] : []));
    refuseProtected(directory, [...homes, { path: job.workspace, name: 'the workspace' }]);
}
function refuseUnprintable([setting]) {
    if (!setting)
        return;
    throw new errors/* Refusal */.P_(`${setting.name} holds a control character, such as the carriage return of a file with Windows line ends: ` +
        `${JSON.stringify(setting.value)}. pip does not print such a character, so the cache directory that it uses is ` +
        'not known. Nothing was deleted. Remove the character.');
}
function refuseProtected(directory, protectedDirectories) {
    const cache = realPath(directory);
    const refuse = (what) => new errors/* Refusal */.P_(`pip's cache directory is ${JSON.stringify(directory)}, which is ${what}. ` +
        "That can't be meant; nothing was deleted. " +
        'Look at PIP_CACHE_DIR and at cache-dir in the files that "pip config debug" lists.');
    if (cache === (0,external_node_path_.parse)(cache).root)
        throw refuse('the root of a file system');
    for (const { path, name } of protectedDirectories) {
        for (let ancestor = realPath(path);; ancestor = (0,external_node_path_.dirname)(ancestor)) {
            if (sameDirectory(cache, ancestor))
                throw refuse(ancestor === realPath(path) ? name : `a parent of ${name}`);
            if (ancestor === (0,external_node_path_.dirname)(ancestor))
                break;
        }
    }
}
function refuseUnexpected(directory, expected) {
    if (isSamePlace(directory, expected))
        return;
    throw new errors/* Refusal */.P_(`Input "expect-cache-dir": pip's cache directory is ${JSON.stringify(directory)}, ` +
        `not ${JSON.stringify(expected)}. Nothing was deleted. ` +
        'Look at PIP_CACHE_DIR and at the interpreter ("python-path"), or correct the input.');
}
function refuseMoved(directory, remembered) {
    if (remembered !== undefined && isSamePlace(directory, remembered))
        return;
    const earlier = remembered === undefined ? 'the cache was turned off' : `it was ${JSON.stringify(remembered)}`;
    throw new errors/* Refusal */.P_(`pip's cache directory is ${JSON.stringify(directory)} now; when this was registered, ${earlier}. ` +
        'Nothing was deleted. Look at what changes PIP_CACHE_DIR, PIP_NO_CACHE_DIR or a pip.conf in between.');
}
function isSamePlace(one, other) {
    return sameDirectory(realPath(one), realPath(other));
}
function realPath(path) {
    const absolute = (0,external_node_path_.resolve)(path);
    try {
        return external_node_fs_.realpathSync.native(absolute);
    }
    catch {
        const parent = (0,external_node_path_.dirname)(absolute);
        return parent === absolute ? absolute : (0,external_node_path_.join)(realPath(parent), absolute.slice(parent.length));
    }
}
function sameDirectory(one, other) {
    if (one === other)
        return true;
    const [a, b] = [stats(one), stats(other)];
    if (a && b)
        return a.ino === b.ino && a.dev === b.dev;
    return ['win32', 'darwin'].includes(process.platform) && one.toLowerCase() === other.toLowerCase();
}
function stats(path) {
    try {
        return (0,external_node_fs_.statSync)(path, { bigint: true, throwIfNoEntry: false });
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/reset/progress.js
var reset_progress = __webpack_require__(2337);
;// CONCATENATED MODULE: ./build/reset/find-cache.js








async function withCache(inputs, context, work) {
    const { env, signal } = context;
    const job = { env, workspace: env.GITHUB_WORKSPACE || process.cwd(), platform: process.platform };
    try {
        return await (0,scratch/* withScratch */.h)(env, async (scratch) => {
            const run = { ...context, inputs, job, scratch, started: performance.now() };
            refuseUnprintable(unprintableVariables(env, job.platform));
            const located = await find(run);
            try {
                await refuseCache(located, run);
                return await work(located, run);
            }
            finally {
                await located.pip.close();
            }
        });
    }
    catch (thrown) {
        throw signal.aborted && thrown instanceof errors/* Refusal */.P_ ? (0,reset_context/* cancelled */.K)() : thrown;
    }
}
function find({ inputs, progress, job, scratch, signal, remembered }) {
    const options = {
        cwd: scratch.empty,
        env: pipEnvironment(job.env, job.workspace),
        signal,
        job,
        show: progress.pipRan,
        debug: progress.debug,
    };
    const locating = remembered === undefined ? locate(inputs.pythonPath, options) : locateAgain(remembered.interpreter, options);
    return (0,reset_progress/* waitFor */.f)(locating, 'pip cache dir', progress);
}
async function refuseCache(located, run) {
    const { inputs, progress, job, scratch, remembered } = run;
    progress.pipRan(located.dir);
    if (located.kind === 'disabled')
        return;
    if (!job.env.PIP_CACHE_DIR)
        refuseUnprintable(unprintableSettings(await configurationOf(located.pip, run)));
    refuseWrongDirectory(located.directory, { expected: inputs.expectCacheDir, job, scratch });
    if (remembered !== undefined)
        refuseMoved(located.directory, remembered.cacheDirectory);
}
function configurationOf(pip, { progress }) {
    return (0,reset_progress/* waitFor */.f)(pip.run(['config', 'list']), 'pip config list', progress);
}


/***/ }),

/***/ 2337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ waitingLine),
/* harmony export */   f: () => (/* binding */ waitFor)
/* harmony export */ });
/* harmony import */ var _util_pace_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7126);
/* harmony import */ var _util_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2782);


function waitFor(work, what, progress) {
    return (0,_util_pace_js__WEBPACK_IMPORTED_MODULE_0__/* .watched */ .VI)(work, (milliseconds) => progress.say(waitingLine(what, milliseconds)));
}
function waitingLine(what, milliseconds) {
    return `Waiting for ${what}: ${(0,_util_units_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(milliseconds)} so far.`;
}


/***/ }),

/***/ 6916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ names),
/* harmony export */   oD: () => (/* binding */ watchOtherPips),
/* harmony export */   xR: () => (/* binding */ PATIENCE_MS)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _util_pace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7126);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2337);



const LOOK_MS = 50;
const PATIENCE_MS = 60_000;
const CLOCK = {
    now: () => performance.now(),
    async wait(milliseconds, signal) {
        try {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, { signal });
        }
        catch (thrown) {
            if (!signal.aborted)
                throw thrown;
        }
    },
};
function watchOtherPips(look, options) {
    const { say, signal, clock = CLOCK } = options;
    const { now, wait } = clock;
    let seen = [];
    let looked = Number.NEGATIVE_INFINITY;
    let waited = 0;
    const running = () => {
        const time = now();
        if (time - looked >= LOOK_MS) {
            seen = look();
            looked = time;
        }
        return seen;
    };
    return {
        running,
        async waitUntilNone() {
            if (running().length === 0 || waited >= PATIENCE_MS)
                return seen;
            say(`At work on this cache: ${names(seen)}. A pip fails when what it uses is deleted; waiting for its end.`);
            let last = now();
            let silent = 0;
            while (running().length > 0 && waited < PATIENCE_MS && !signal.aborted) {
                await wait(LOOK_MS, signal);
                const passed = now() - last;
                last += passed;
                waited += passed;
                silent += passed;
                if (silent >= _util_pace_js__WEBPACK_IMPORTED_MODULE_1__/* .PROGRESS_MS */ .FF) {
                    silent = 0;
                    say((0,_progress_js__WEBPACK_IMPORTED_MODULE_2__/* .waitingLine */ .S)(names(seen), waited));
                }
            }
            return seen;
        },
        async untilOneStarts(work) {
            const begun = new AbortController();
            let who = [];
            const timer = setInterval(() => {
                if (begun.signal.aborted || running().length === 0)
                    return;
                who = seen;
                begun.abort();
            }, LOOK_MS);
            try {
                const result = await work(begun.signal);
                return { result, begun: who };
            }
            finally {
                clearInterval(timer);
            }
        },
    };
}
function names(pips) {
    return pips.map(({ command, process }) => `pip ${command} (process ${process})`).join(', ');
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


/***/ }),

/***/ 4405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ sums)
/* harmony export */ });
function sums(records, ...names) {
    const total = Object.fromEntries(names.map((name) => [name, 0]));
    for (const record of records)
        for (const name of names)
            total[name] += record[name];
    return total;
}


/***/ }),

/***/ 2782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DZ: () => (/* binding */ humanAge),
/* harmony export */   Fe: () => (/* binding */ exactSize),
/* harmony export */   Ly: () => (/* binding */ isoTime),
/* harmony export */   RC: () => (/* binding */ humanCount),
/* harmony export */   UU: () => (/* binding */ humanDuration),
/* harmony export */   Xe: () => (/* binding */ humanSize),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   hS: () => (/* binding */ counted)
/* harmony export */ });
/* harmony import */ var pretty_bytes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5901);
/* harmony import */ var pretty_ms__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1692);


function humanSize(bytes) {
    return (0,pretty_bytes__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(bytes);
}
function exactSize(bytes) {
    return counted(bytes, 'byte');
}
function humanCount(count) {
    return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
function counted(count, singular, plural = `${singular}s`) {
    return `${humanCount(count)} ${count === 1 ? singular : plural}`;
}
function humanDuration(milliseconds) {
    return milliseconds < 1000 ? `${(milliseconds / 1000).toFixed(1)}s` : (0,pretty_ms__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .A)(milliseconds);
}
function isoTime(milliseconds) {
    const date = new Date(milliseconds);
    const year = date.getUTCFullYear();
    return milliseconds !== 0 && year >= 0 && year <= 9999 ? date.toISOString() : undefined;
}
function humanAge(milliseconds) {
    return milliseconds < 1000 ? '0s' : (0,pretty_ms__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .A)(milliseconds, { compact: true });
}
function seconds(milliseconds) {
    return `${Math.round(milliseconds / 1000)} s`;
}


/***/ })

};
