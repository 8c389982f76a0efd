export const id = 961;
export const ids = [961];
export const modules = {

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

/***/ 5791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AL: () => (/* binding */ selectFiles),
/* harmony export */   Im: () => (/* binding */ isEmpty),
/* harmony export */   Ub: () => (/* binding */ selectAll),
/* harmony export */   wH: () => (/* binding */ selected)
/* harmony export */ });
/* harmony import */ var _listing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(345);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4756);


function selectAll(listing) {
    return new Uint8Array(listing.length).fill(1);
}
function selectFiles(listing, wanted) {
    const selection = new Uint8Array(listing.length);
    const record = (entry, isSelected, parent) => {
        if (isSelected)
            selection[entry.index] = 1;
        if (parent)
            parent[isSelected ? 'selected' : 'kept'] = true;
    };
    (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__/* .walk */ .G)(listing, {
        enter: () => ({ selected: false, kept: false }),
        file: (file, parent) => record(file, wanted(file), parent),
        leave: (directory, held, parent) => record(directory, held.selected && !held.kept, parent),
    });
    return selection;
}
function* selected(listing, selection) {
    for (const entry of (0,_listing_js__WEBPACK_IMPORTED_MODULE_0__/* .entries */ .jO)(listing)) {
        if (selection[entry.index])
            yield entry;
    }
}
function isEmpty(selection) {
    return !selection.includes(1);
}


/***/ }),

/***/ 4756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ walk)
/* harmony export */ });
/* harmony import */ var _listing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(345);

function walk(listing, visitor) {
    const open = [];
    const leaveTo = (depth) => {
        for (let last = open.at(-1); last && last.directory.depth >= depth; last = open.at(-1)) {
            open.pop();
            visitor.leave(last.directory, last.state, open.at(-1)?.state);
        }
    };
    for (const entry of (0,_listing_js__WEBPACK_IMPORTED_MODULE_0__/* .entries */ .jO)(listing)) {
        leaveTo(entry.depth);
        if (entry.kind === 'directory')
            open.push({ directory: entry, state: visitor.enter(entry) });
        else
            visitor.file(entry, open.at(-1)?.state);
    }
    leaveTo(0);
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

/***/ 6316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BH: () => (/* binding */ FOLLOWS_LINKS),
/* harmony export */   xB: () => (/* binding */ isIdle),
/* harmony export */   xl: () => (/* binding */ hasLinkedArea)
/* harmony export */ });
/* harmony import */ var _cache_selection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5791);

function isIdle(plan) {
    return (0,_cache_selection_js__WEBPACK_IMPORTED_MODULE_0__/* .isEmpty */ .Im)(plan.selection);
}
function hasLinkedArea(survey) {
    return Object.values(survey.states).includes('link');
}
const FOLLOWS_LINKS = 'it would delete through the symbolic link';


/***/ }),

/***/ 4961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  resetAndReport: () => (/* binding */ resetAndReport)
});

// EXTERNAL MODULE: ./build/report/progress-log.js
var progress_log = __webpack_require__(1755);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(3838);
// EXTERNAL MODULE: ./build/pip/scratch.js
var scratch = __webpack_require__(1724);
// EXTERNAL MODULE: ./build/util/errors.js
var errors = __webpack_require__(4478);
// EXTERNAL MODULE: ./build/util/units.js
var units = __webpack_require__(2782);
// EXTERNAL MODULE: ./build/report/all-or-nothing.js
var all_or_nothing = __webpack_require__(7712);
// EXTERNAL MODULE: ./build/report/explain.js
var explain = __webpack_require__(5696);
// EXTERNAL MODULE: ./build/cache/areas.js
var cache_areas = __webpack_require__(7735);
// EXTERNAL MODULE: ./build/cache/tally.js
var tally = __webpack_require__(3843);
// EXTERNAL MODULE: ./build/pip/output.js
var output = __webpack_require__(4769);
// EXTERNAL MODULE: ./build/reset/wait-for-pips.js
var wait_for_pips = __webpack_require__(6916);
// EXTERNAL MODULE: ./build/pip/is-before.js
var is_before = __webpack_require__(6914);
// EXTERNAL MODULE: ./build/report/sentence.js
var sentence = __webpack_require__(1706);
;// CONCATENATED MODULE: ./build/report/left-behind.js





const CLEARED_SINCE = {
    http: { files: '20.3', directories: '26.0' },
    'http-v2': { files: '23.3', directories: '26.2' },
    wheels: { files: '26.0', directories: '26.0' },
};
function leftBehind(version, finished) {
    const { directories } = (0,tally/* sumOfCounts */.NU)(Object.values(finished));
    const parts = cache_areas/* AREAS */.x.filter((area) => finished[area].files > 0).map((area) => ({
        what: `${(0,units/* counted */.hS)(finished[area].files, 'file')} in ${area}`,
        since: CLEARED_SINCE[area].files,
    }));
    if (directories > 0) {
        const since = cache_areas/* AREAS */.x.filter((area) => finished[area].directories > 0).map((area) => CLEARED_SINCE[area].directories);
        parts.push({ what: (0,units/* counted */.hS)(directories, 'directory', 'directories'), since: since.sort().at(-1) });
    }
    if (parts.length === 0)
        return undefined;
    let isFirst = true;
    const phrases = parts.map(({ what, since }) => {
        if (!(0,is_before/* isBefore */.Y)(version, since))
            return what;
        const firstVersion = isFirst ? `pip ${since} would not have` : since;
        isFirst = false;
        return `${what} (${firstVersion})`;
    });
    return (0,sentence/* sentence */.em) `pip ${version} left behind ${enumeration(phrases)}; this action removed that.`;
}
function enumeration(phrases) {
    return phrases.length === 1 ? phrases[0] : `${phrases.slice(0, -1).join(', ')} and ${phrases.at(-1)}`;
}

;// CONCATENATED MODULE: ./build/report/notes.js








function notes(result) {
    return [
        ...(result.stepKind.note === undefined ? [] : [[result.stepKind.note]]),
        ...foreignAreas(result),
        ...laterFormats(result),
        ...unreadable(result),
        ...unread(result),
        ...otherDirectories(result),
        ...leftByPip(result),
        ...whyPipWasNotAsked(result),
        ...unmatchedPackages(result),
        ...removedByOthers(result),
        ...keptResponses(result),
        ...failedInfo(result),
        ...infoAfter(result),
    ];
}
function warnings(result) {
    return [
        ...foreignCache(result),
        ...foreignAreas(result),
        ...laterFormats(result),
        ...unreadable(result),
        ...unread(result),
    ];
}
function foreignCache(result) {
    return result.disabledBecause?.cause === 'owner' ? [(0,sentence/* sentence */.em) `pip's cache was not reset: ${(0,explain/* explanation */.Qb)(result)}`] : [];
}
function unreadable({ unreadable: unseen, remaining }) {
    const [first] = unseen;
    if (!first || remaining.length > 0)
        return [];
    const what = (0,units/* counted */.hS)(unseen.length, 'directory or file', 'directories or files');
    return [
        (0,sentence/* inOneLine */.UX)([
            (0,sentence/* sentence */.em) `${what} in the cache could not be read, so that the numbers lack what is in there.`,
            (0,sentence/* sentence */.em) `The first: ${(0,explain/* remainingLine */.ps)(first)}.`,
        ]),
    ];
}
function unread({ unread: files, inputs }) {
    if (!files)
        return [];
    const one = files.files === 1;
    const stays = inputs.mode === 'remove' ? `, and leaves ${one ? 'it' : 'them'} in place` : '';
    return [
        (0,sentence/* inOneLine */.UX)([
            (0,sentence/* sentence */.em) `${(0,units/* counted */.hS)(files.files, 'file')} (${(0,units/* humanSize */.Xe)(files.bytes)}) in the cache could not be read,`,
            (0,sentence/* sentence */.em) `so the action does not know which packages ${one ? 'it belongs' : 'they belong'} to${stays}.`,
            (0,sentence/* sentence */.em) `The first: ${(0,explain/* remainingLine */.ps)(files.first)}.`,
            (0,sentence/* sentence */.em) `pip before 25.0 makes its files readable by their owner alone:`,
            (0,sentence/* sentence */.em) `run this step as that user, or make the files readable.`,
        ]),
    ];
}
function foreignAreas({ areas, cacheDirectory }) {
    return cache_areas/* AREAS */.x.flatMap((area) => {
        const { state } = areas[area];
        if (state !== 'link' && state !== 'not a directory')
            return [];
        const what = state === 'link' ? 'a symbolic link' : 'not a directory';
        return [
            (0,sentence/* sentence */.em) `${area} in ${(0,sentence/* value */.Uq)(cacheDirectory)} is ${what} and was left alone; pip expects a directory there.`,
        ];
    });
}
function laterFormats({ unknownFormats, cacheDirectory }) {
    return unknownFormats
        .filter(({ isFormat }) => isFormat)
        .map(({ name, files, bytes }) => (0,sentence/* inOneLine */.UX)([
        (0,sentence/* sentence */.em) `${(0,sentence/* value */.Uq)(name)} in ${(0,sentence/* value */.Uq)(cacheDirectory)}`,
        (0,sentence/* sentence */.em) `(${(0,units/* humanSize */.Xe)(bytes)} in ${(0,units/* counted */.hS)(files, 'file')}) looks like`,
        (0,sentence/* sentence */.em) `a format of a later pip, which this version of the action does not know.`,
        (0,sentence/* sentence */.em) `It was neither counted nor deleted.`,
    ]));
}
function otherDirectories({ unknownFormats, cacheDirectory }) {
    const others = unknownFormats.filter(({ isFormat }) => !isFormat).map(({ name }) => name);
    if (others.length === 0)
        return [];
    return [(0,sentence/* sentence */.em) `Not a part of pip's cache, and left alone in ${(0,sentence/* value */.Uq)(cacheDirectory)}: ${(0,sentence/* values */.zu)(others)}.`];
}
function leftByPip({ inputs, pip, areas, cancelled, pipVersion, endedFor }) {
    const runs = pip.filter(({ args }) => args[1] === 'purge' || args[1] === 'remove');
    const failed = endedFor.length > 0 ? runs.at(-1) : runs.find(({ code }) => code !== 0);
    if (runs.length === 0 || cancelled)
        return [];
    const finished = (0,explain/* finishedByArea */.LY)(areas);
    if (!failed && inputs.mode === 'purge') {
        const left = leftBehind(pipVersion || 'of an unknown version', finished);
        return left === undefined ? [] : [left];
    }
    const left = (0,explain/* amount */.vj)((0,tally/* sumOfCounts */.NU)(Object.values(finished)));
    if (!failed && left !== undefined && !inputs.builtWheelsOnly) {
        return [(0,sentence/* sentence */.em) `pip removes only wheels that it built itself; this action removed ${left} besides.`];
    }
    const end = endedFor.length > 0
        ? `was ended, since ${(0,wait_for_pips/* names */.Dy)(endedFor)} had begun`
        : failed?.code === null
            ? 'was ended by a signal'
            : `ended with exit code ${failed?.code}`;
    return [
        ...(failed ? [(0,sentence/* sentence */.em) `${(0,sentence/* value */.Uq)(failed.command)} ${end}.`] : []),
        ...(left === undefined
            ? []
            : [(0,sentence/* sentence */.em) `This action removed ${left} that pip did not ${failed ? 'reach' : 'remove'}.`]),
    ];
}
function whyPipWasNotAsked({ pipNotAsked }) {
    return pipNotAsked === undefined
        ? []
        : [(0,sentence/* sentence */.em) `pip was not asked to delete: ${pipNotAsked}. This action did it itself.`];
}
function unmatchedPackages({ unmatched, outcome }) {
    return unmatched.length === 0 || outcome === 'nothing-to-do'
        ? []
        : [(0,sentence/* sentence */.em) `Nothing matched: ${(0,sentence/* values */.zu)(unmatched)}.`];
}
function removedByOthers({ others }) {
    const what = (0,explain/* amount */.vj)(others);
    return what === undefined
        ? []
        : [(0,sentence/* sentence */.em) `${what} of that went otherwise: another process was at work, or pip tidied up.`];
}
function keptResponses({ inputs, areas, outcome }) {
    if (!inputs.builtWheelsOnly || outcome === 'disabled' || outcome === 'skipped')
        return [];
    const { files, bytes } = (0,tally/* sum */.cz)([areas.http.after, areas['http-v2'].after]);
    if (files === 0)
        return [];
    return [
        (0,sentence/* inOneLine */.UX)([
            (0,sentence/* sentence */.em) `${(0,units/* humanSize */.Xe)(bytes)} of HTTP responses (${(0,units/* counted */.hS)(files, 'file')}) stay: with built-wheels-only,`,
            (0,sentence/* sentence */.em) `this is about wheels that pip built itself, not about what it downloaded.`,
        ]),
    ];
}
function failedInfo({ pip, cancelled, outcome }) {
    if (cancelled || outcome === 'disabled')
        return [];
    const failures = pip.filter(({ args }) => args[1] === 'info').flatMap((run) => (0,output/* failure */.V2)(run) ?? []);
    return [...new Set(failures)].map((how) => (0,sentence/* sentence */.em) `pip cache info ${(0,sentence/* value */.Uq)(how)}. The numbers here do not depend on it: they are counted on disk.`);
}
function infoAfter({ pip, outcome, cancelled }) {
    const infos = pip.filter(({ args }) => args[1] === 'info');
    const last = infos.length > 1 ? infos.at(-1) : undefined;
    if (last?.code !== 0 || cancelled || (outcome !== 'reset' && outcome !== 'incomplete'))
        return [];
    const { responses, wheels } = (0,output/* infoCounts */.JI)(last);
    if (wheels === undefined)
        return [];
    const parts = [
        ...(responses === undefined ? [] : [(0,units/* counted */.hS)(responses, 'HTTP file')]),
        (0,units/* counted */.hS)(wheels, 'locally built wheel'),
    ];
    return [(0,sentence/* sentence */.em) `pip cache info now counts ${parts.join(' and ')}.`];
}

;// CONCATENATED MODULE: ./build/report/outputs.js


function outputsOf(result) {
    const { before, after, removed } = (0,explain/* totals */.Sd)(result);
    const numbers = {
        'files-before': before.files,
        'files-after': after.files,
        'files-removed': removed.files,
        'bytes-before': before.bytes,
        'bytes-after': after.bytes,
        'bytes-removed': removed.bytes,
        'directories-removed': removed.directories,
        'disk-bytes-freed': removed.diskBytes,
    };
    return {
        outcome: result.outcome,
        'cache-dir': result.cacheDirectory,
        'python-path': result.interpreter,
        'pip-version': result.pipVersion,
        ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)])),
        freed: (0,units/* humanSize */.Xe)(removed.bytes),
        projects: result.contents ? String(result.contents.projects.length) : '',
        'largest-project': result.contents?.projects[0]?.project ?? '',
    };
}

// EXTERNAL MODULE: ./build/report/problem.js
var problem = __webpack_require__(5344);
// EXTERNAL MODULE: ./build/inventory/label.js
var label = __webpack_require__(3473);
// EXTERNAL MODULE: ./build/util/sums.js
var sums = __webpack_require__(4405);
;// CONCATENATED MODULE: ./build/report/projects.js



const PROJECTS_SHOWN = 50;
const VERSIONS_SHOWN = 4;
const SLICES = 8;
const SMALLEST_SLICE = 0.03;
const LONGEST_NAME = 40;
const SLICE_COLOURS = [
    '#6b9bd1',
    '#f28e2b',
    '#59a14f',
    '#e57373',
    '#76b7b2',
    '#edc948',
    '#b07aa1',
    '#b8907a',
    '#bab0ac',
];
const COLOURS = {
    ...Object.fromEntries(SLICE_COLOURS.map((colour, index) => [`pie${index + 1}`, colour])),
    pieSectionTextColor: '#000000',
    pieOpacity: '1',
};
const KIND_NAMES = {
    'index page': 'Index pages',
    wheel: 'Wheels',
    sdist: 'Sdists',
    metadata: 'Metadata of wheels',
    'built wheel': 'Locally built wheels',
    redirect: 'Redirects',
    unknown: 'Not recognised',
    unreadable: 'Not readable',
};
function projectRows({ projects, all }, limit = PROJECTS_SHOWN, now = Date.now()) {
    const shown = projects.slice(0, limit);
    const rest = projects.slice(limit);
    const rows = [
        ['Project', 'Versions', 'Files', 'Size', 'Age'],
        ...shown.map((project) => [project.project, versions(project), ...amounts(project), age(project, now)]),
    ];
    if (rest.length > 0)
        rows.push([`and ${(0,units/* counted */.hS)(rest.length, 'more project')}`, '', ...amounts((0,sums/* sums */.r)(rest, 'files', 'bytes')), '']);
    const named = (0,sums/* sums */.r)(projects, 'files', 'bytes');
    if (all.files > named.files) {
        rows.push([
            'of no known project',
            '',
            ...amounts({ files: all.files - named.files, bytes: all.bytes - named.bytes }),
            '',
        ]);
    }
    return rows;
}
function kindRows({ kinds }) {
    return [
        ['Kind', 'Files', 'Size'],
        ...label/* KINDS */.GW.filter((kind) => kinds[kind].files > 0).map((kind) => [KIND_NAMES[kind], ...amounts(kinds[kind])]),
    ];
}
function projectPie({ projects, all }) {
    const slices = projects.slice(0, SLICES).filter(({ bytes }) => bytes > all.bytes * SMALLEST_SLICE);
    if (slices.length < 2)
        return undefined;
    const rest = all.bytes - (0,sums/* sums */.r)(slices, 'bytes').bytes;
    const slice = (name, bytes) => `  "${name} (${(0,units/* humanSize */.Xe)(bytes)})" : ${bytes}`;
    const short = (name) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}...` : name);
    return [
        `%%{init: ${JSON.stringify({ themeVariables: COLOURS })}}%%`,
        'pie',
        ...slices.map(({ project, bytes }) => slice(short(project), bytes)),
        ...(rest > 0 ? [slice('all others', rest)] : []),
    ].join('\n');
}
function versions({ versions: all, moreVersions, kinds }) {
    const shown = all.slice(-VERSIONS_SHOWN);
    const more = all.length - shown.length + moreVersions;
    const listed = (more > 0 ? [`${(0,units/* humanCount */.RC)(more)} more`, ...shown] : shown).join(', ');
    const only = onlyKind(kinds);
    if (only === undefined)
        return listed;
    return listed === '' ? `${only} only` : `${listed} (${only} only)`;
}
function onlyKind(kinds) {
    const files = kinds.filter((kind) => kind !== 'index page');
    if (files.length === 0)
        return kinds.length > 0 ? 'index page' : undefined;
    return files.every((kind) => kind === 'metadata') ? 'metadata' : undefined;
}
function amounts({ files, bytes }) {
    return [(0,units/* humanCount */.RC)(files), (0,units/* humanSize */.Xe)(bytes)];
}
function age({ oldest, newest }, now) {
    if (newest === 0)
        return '';
    const [from, to] = [newest, oldest].map((time) => (0,units/* humanAge */.DZ)(now - time));
    return from === to ? `${to}` : `${from} to ${to}`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/report/report-file.js










function reportOf(result) {
    const { inputs } = result;
    return {
        schema: 1,
        outcome: result.outcome,
        explanation: (0,sentence/* plain */.pj)((0,explain/* explanation */.Qb)(result)),
        notes: notes(result).map(sentence/* plain */.pj),
        inputs: {
            mode: inputs.mode,
            packages: inputs.packages.map((selector) => selector.text),
            builtWheelsOnly: inputs.builtWheelsOnly,
            dryRun: inputs.dryRun,
            minSize: inputs.minSize ?? null,
            expectCacheDir: inputs.expectCacheDir ?? null,
            pythonPath: inputs.pythonPath ?? null,
        },
        interpreter: result.interpreter,
        pipVersion: result.pipVersion,
        cacheDirectory: result.cacheDirectory,
        areas: Object.fromEntries(cache_areas/* AREAS */.x.map((area) => [area, result.areas[area]])),
        total: (0,explain/* totals */.Sd)(result),
        freed: outputsOf(result).freed,
        ...contentsIn(result),
        finished: (0,tally/* sumOfCounts */.NU)(Object.values((0,explain/* finishedByArea */.LY)(result.areas))),
        unknownFormats: result.unknownFormats.map(({ name, files, bytes }) => ({ name, files, bytes })),
        remaining: result.remaining,
        unreadable: result.unreadable,
        unmatched: result.unmatched,
        others: result.others,
        inUseBy: result.inUseBy,
        endedFor: result.endedFor,
        cancelled: result.cancelled,
        cutShort: result.cutShort,
        pip: result.pip.map(({ command, code, stdout, stderr, milliseconds }) => ({
            command,
            exitCode: code,
            stdout,
            stderr,
            milliseconds: Math.round(milliseconds),
        })),
        milliseconds: Math.round(result.milliseconds),
    };
}
function contentsIn({ contents }) {
    if (!contents)
        return { projects: null, kinds: null };
    const times = ({ files, bytes, oldest, newest }) => ({
        files,
        bytes,
        oldest: (0,units/* isoTime */.Ly)(oldest) ?? null,
        newest: (0,units/* isoTime */.Ly)(newest) ?? null,
    });
    return {
        projects: contents.projects.map(({ project, versions, moreVersions, kinds, ...holding }) => ({
            name: project,
            versions,
            moreVersions,
            kinds,
            ...times(holding),
        })),
        kinds: Object.fromEntries(Object.entries(contents.kinds).map(([kind, holding]) => [kind, times(holding)])),
    };
}
function writeReport(result, directory) {
    const path = (0,external_node_path_.join)(directory, `reset-pip-cache-${(0,external_node_crypto_.randomUUID)()}.json`);
    const report = `${JSON.stringify(reportOf(result), undefined, 2)}\n`;
    const file = (0,external_node_fs_.openSync)(path, 'wx', 0o644);
    try {
        (0,external_node_fs_.writeFileSync)(file, report);
    }
    catch (thrown) {
        (0,external_node_fs_.unlinkSync)(path);
        throw thrown;
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
    return path;
}

;// CONCATENATED MODULE: ./build/report/table.js


const ORDER = ['http-v2', 'http', 'wheels'];
const before = { heading: 'Before', cell: ({ before, unreadable }) => held(before, unreadable) };
const removed = { heading: 'Removed', cell: ({ removed }) => amount(removed) ?? '–' };
const after = { heading: 'After', cell: ({ after, unreadable }) => held(after, unreadable) };
function tableOf(result) {
    const columns = columnsOf(result);
    const row = (name, amounts) => [name, ...columns.map((column) => column.cell(amounts))];
    return [
        ['', ...columns.map((column) => column.heading)],
        ...ORDER.filter((area) => ['directory', 'unreadable'].includes(result.areas[area].state)).map((area) => row(`${explain/* AREA_NAMES */.d9[area]} (${area})`, result.areas[area])),
        row('Total', { ...(0,explain/* totals */.Sd)(result), unreadable: result.unreadable.length }),
    ];
}
function columnsOf({ outcome, cutShort }) {
    if (cutShort)
        return [before, { ...removed, heading: 'Removed at least' }];
    switch (outcome) {
        case 'dry-run':
            return [before, { ...removed, heading: 'Would go' }];
        case 'skipped':
        case 'nothing-to-do':
        case 'disabled':
        case 'inspected':
            return [{ ...after, heading: 'Holds' }];
        default:
            return [before, removed, after];
    }
}
function held(tally, unreadable) {
    if (unreadable > 0)
        return `${amount(tally) ?? 'nothing'} that can be read`;
    return amount(tally) ?? 'empty';
}
function amount({ files, bytes, directories }) {
    if (files > 0)
        return `${(0,units/* humanSize */.Xe)(bytes)} in ${(0,units/* counted */.hS)(files, 'file')}`;
    return directories > 0 ? (0,units/* counted */.hS)(directories, 'directory', 'directories') : undefined;
}
const WIDEST_CELL = 60;
function tableLines(rows) {
    const cut = rows.map((row) => row.map((text) => (text.length > WIDEST_CELL ? `${text.slice(0, WIDEST_CELL - 1)}…` : text)));
    const width = (column) => Math.max(...cut.map((row) => (row[column] ?? '').length));
    return cut.map((row) => row.map((text, column) => (column === 0 ? text.padEnd(width(0)) : text.padStart(width(column)))).join('   '));
}

;// CONCATENATED MODULE: ./build/report/summary.js






const OUTPUT_OF_ONE = 4000;
const OUTPUT_OF_ALL = 40_000;
const REMAINING_SHOWN = 10;
function summaryOf(result) {
    const lines = [
        `<h3>${(0,sentence/* escaped */.Mk)((0,explain/* headline */.Pl)(result))}</h3>`,
        `<p>${(0,sentence/* html */.qy)((0,explain/* explanation */.Qb)(result))}</p>`,
        ...remaining(result),
        ...table(result),
        ...contentsTables(result),
        ...notes(result).map((note) => `<p>${(0,sentence/* html */.qy)(note)}</p>`),
        ...details(result),
    ];
    return `${lines.join('\n')}\n`;
}
function remaining(result) {
    if (result.remaining.length === 0)
        return [];
    const shown = result.remaining.slice(0, REMAINING_SHOWN).map((entry) => `<li>${(0,sentence/* html */.qy)((0,explain/* remainingLine */.ps)(entry))}</li>`);
    const rest = result.remaining.length - shown.length;
    return ['<ul>', ...shown, ...(rest > 0 ? [`<li>and ${rest} more</li>`] : []), '</ul>'];
}
function table(result) {
    if (result.outcome === 'disabled')
        return [];
    const [headings, ...rows] = tableOf(result);
    const total = rows.pop();
    if (rows.length === 0)
        return [];
    return ['<table>', ...[headings].map(row('th')), ...rows.map(row('td')), ...[total].map(row('th')), '</table>'];
}
function contentsTables({ contents, outcome, inputs }) {
    if (!contents || contents.all.files === 0)
        return [];
    const projects = contents.projects.length > 0 ? plainTable(projectRows(contents)) : [];
    if (outcome === 'inspected') {
        const pie = projectPie(contents);
        const diagram = pie === undefined ? [] : ['', '```mermaid', pie, '```', ''];
        return [...diagram, ...plainTable(kindRows(contents)), ...projects];
    }
    if (inputs.mode === 'remove' || contents.projects.length === 0)
        return projects;
    const title = `${(0,units/* counted */.hS)(contents.projects.length, 'project')}, by size`;
    return [`<details><summary>${(0,sentence/* escaped */.Mk)(title)}</summary>`, ...projects, '</details>'];
}
function plainTable([headings, ...rows]) {
    return ['<table>', ...[headings].map(row('th')), ...rows.map(row('td')), '</table>'];
}
function row(tag) {
    return (cells) => {
        const columns = (cells ?? []).map((cell, column) => column === 0
            ? `<${tag} align="left">${(0,sentence/* escaped */.Mk)(cell)}</${tag}>`
            : `<${tag} align="right">${(0,sentence/* escaped */.Mk)(cell)}</${tag}>`);
        return `<tr>${columns.join('')}</tr>`;
    };
}
function exactAmounts({ bytes, files, directories, diskBytes }) {
    return (`${(0,units/* counted */.hS)(bytes, 'byte')} in ${(0,units/* counted */.hS)(files, 'file')}, ${(0,units/* counted */.hS)(directories, 'directory', 'directories')}; ` +
        `on disk ${(0,units/* counted */.hS)(diskBytes, 'byte')}`);
}
function details(result) {
    const { inputs } = result;
    const { removed } = (0,explain/* totals */.Sd)(result);
    const facts = [
        ['Interpreter', (0,sentence/* code */.aY)(result.interpreter)],
        ['pip', (0,sentence/* escaped */.Mk)(result.pipVersion || 'unknown')],
        ['Cache directory', result.cacheDirectory ? (0,sentence/* code */.aY)(result.cacheDirectory) : 'none'],
        ['Mode', (0,sentence/* escaped */.Mk)(inputs.mode) + (inputs.dryRun ? ' (dry run)' : '')],
        ...(inputs.packages.length > 0
            ? [['Packages', inputs.packages.map((selector) => (0,sentence/* code */.aY)(selector.text)).join(', ')]]
            : []),
        ...(inputs.mode === 'inspect'
            ? []
            : [[inputs.dryRun ? 'Would go' : 'Removed', (0,sentence/* escaped */.Mk)(exactAmounts(removed))]]),
        ['Took', (0,sentence/* escaped */.Mk)((0,units/* humanDuration */.UU)(result.milliseconds))],
    ];
    return [
        '<details><summary>Details, and what pip said ' +
            `(${(0,sentence/* escaped */.Mk)(`pip ${result.pipVersion}, ${(0,units/* humanDuration */.UU)(result.milliseconds)}`)})</summary>`,
        '<table>',
        ...facts.map(([name, cell]) => `<tr><th align="left">${name}</th><td>${cell}</td></tr>`),
        '</table>',
        ...pipOutput(result),
        '</details>',
    ];
}
function pipOutput(result) {
    let left = OUTPUT_OF_ALL;
    return result.pip.map((run) => {
        const output = `${run.stdout}${run.stderr}`.trimEnd() || '(nothing)';
        const room = Math.min(OUTPUT_OF_ONE, left);
        const more = output.length - room;
        const shown = more > 0 ? `${output.slice(0, room)}\n(cut: ${more} more characters)` : output;
        left -= Math.min(output.length, room);
        const end = run.code === 0 ? '' : `\n(exit code ${run.code})`;
        return `<pre>$ ${preformatted(`${run.command}\n${shown}${end}`)}</pre>`;
    });
}
function preformatted(output) {
    return output
        .split(/\r\n|[\r\n]/)
        .map(sentence/* escaped */.Mk)
        .join('&#10;');
}

;// CONCATENATED MODULE: ./build/report/report.js














const REMAINING_LOGGED = 20;
const PROJECTS_LOGGED = 10;
async function report(result, log, env) {
    logResult(result, log);
    const outputs = outputsOf(result);
    attempt('The report', log, () => {
        outputs.report = writeReport(result, (0,scratch/* temporaryDirectory */.D)(env));
    });
    let outputsWritten = true;
    if (!result.stepKind.hasOutputs) {
        if (outputs.report !== undefined)
            log.say(`Report: ${outputs.report}`);
    }
    else if (env.GITHUB_ACTIONS === 'true') {
        const write = () => {
            for (const [name, value] of Object.entries(outputs))
                core/* setOutput */.uH(name, value);
        };
        const { GITHUB_OUTPUT: file } = env;
        outputsWritten = attempt('The outputs', log, () => (file ? (0,all_or_nothing/* allOrNothing */.G)(file, write) : write()));
    }
    else {
        log.say('Outputs:');
        for (const [name, value] of Object.entries(outputs))
            log.say(`  ${name}: ${value}`);
    }
    if (result.inputs.summary && env.GITHUB_STEP_SUMMARY) {
        try {
            await core/* summary */.z.addRaw(summaryOf(result)).write();
        }
        catch (thrown) {
            log.say(`The job summary could not be written: ${(0,errors/* messageOf */.bD)(thrown)}`);
        }
    }
    return annotate(result, log, { outputsWritten });
}
function logResult(result, log) {
    log.say(`${(0,explain/* headline */.Pl)(result)}. ${(0,sentence/* plain */.pj)((0,explain/* explanation */.Qb)(result))}`);
    const table = tableOf(result);
    if (table.length > 2)
        for (const line of tableLines(table))
            log.say(`  ${line}`);
    for (const line of contentsLines(result))
        log.say(`  ${line}`);
    for (const note of notes(result))
        log.say((0,sentence/* plain */.pj)(note));
    for (const entry of result.remaining.slice(0, REMAINING_LOGGED))
        log.say(`  ${(0,sentence/* plain */.pj)((0,explain/* remainingLine */.ps)(entry))}`);
    log.say(`Interpreter ${result.interpreter}, pip ${result.pipVersion || 'unknown'}, ` +
        `took ${(0,units/* humanDuration */.UU)(result.milliseconds)}.`);
}
function contentsLines({ contents, outcome }) {
    if (!contents || contents.all.files === 0)
        return [];
    const kinds = outcome === 'inspected' ? tableLines(kindRows(contents)) : [];
    const projects = contents.projects.length > 0 ? tableLines(projectRows(contents, PROJECTS_LOGGED)) : [];
    return [...kinds, ...projects];
}
function annotate(result, log, { outputsWritten }) {
    if (result.outcome === 'incomplete') {
        const [first] = result.remaining;
        const advice = first
            ? ` The first: ${(0,sentence/* plain */.pj)((0,explain/* remainingLine */.ps)(first))}. Make them deletable, and reset again.`
            : result.inUseBy.length > 0
                ? ' Reset again when that has ended.'
                : '';
        return (0,problem/* reportProblem */.k)(`${(0,explain/* headline */.Pl)(result)}. ${(0,sentence/* plain */.pj)((0,explain/* explanation */.Qb)(result))}${advice}`, result.stepKind, log);
    }
    const [warning] = [
        ...warnings(result).map(sentence/* plain */.pj),
        ...(outputsWritten ? [] : ['The outputs could not be written: later steps see none.']),
    ];
    if (warning)
        log.warning(warning);
    return 0;
}
function attempt(what, log, work) {
    try {
        work();
        return true;
    }
    catch (thrown) {
        log.say(`${what} could not be written: ${(0,errors/* messageOf */.bD)(thrown)}`);
        return false;
    }
}

// EXTERNAL MODULE: ./build/cache/listing.js
var cache_listing = __webpack_require__(345);
;// CONCATENATED MODULE: ./build/cache/compare.js

function* compareListings(earlier, later) {
    const before = (0,cache_listing/* entries */.jO)(earlier);
    const after = (0,cache_listing/* entries */.jO)(later);
    let was = before.next().value;
    let is = after.next().value;
    while (was) {
        const order = is ? compare(was, is) : -1;
        if (order < 0) {
            yield { entry: was, gone: is !== undefined || later.complete };
            was = before.next().value;
        }
        else if (order > 0) {
            is = after.next().value;
        }
        else {
            yield { entry: was, gone: is === undefined || !same(was, is) };
            was = before.next().value;
            is = after.next().value;
        }
    }
}
function same(was, is) {
    if (was.kind === 'directory' || is.kind === 'directory')
        return was.kind === is.kind;
    return was.born === is.born;
}
function compare(was, is) {
    if (was.depth !== is.depth)
        return is.depth - was.depth;
    if (was.name === is.name)
        return 0;
    return was.name < is.name ? -1 : 1;
}

// EXTERNAL MODULE: ./build/cache/selection.js
var cache_selection = __webpack_require__(5791);
;// CONCATENATED MODULE: ./build/cache/removed.js




function removedBetween(before, after) {
    return tallyGone(before, goneEntries(before, after));
}
function removedWith(before, selection) {
    return tallyGone(before, (0,cache_selection/* selected */.wH)(before.listing, selection));
}
function goneBesides(before, after, selection) {
    const count = { files: 0, directories: 0 };
    for (const entry of goneEntries(before, after)) {
        if (!selection[entry.index])
            count[entry.kind === 'directory' ? 'directories' : 'files'] += 1;
    }
    return count;
}
function isLeft(before, after, selection) {
    for (const { entry, gone } of compareListings(before.listing, after.listing)) {
        if (!gone && selection[entry.index])
            return true;
    }
    return false;
}
function* goneEntries(before, after) {
    const unreadable = new Set(after.unreadable.map(({ path }) => path));
    let unreadableDepth = Number.POSITIVE_INFINITY;
    for (const { entry, gone } of compareListings(before.listing, after.listing)) {
        if (entry.depth <= unreadableDepth) {
            unreadableDepth = unreadable.has(entry.path) ? entry.depth : Number.POSITIVE_INFINITY;
        }
        if (gone && unreadableDepth === Number.POSITIVE_INFINITY)
            yield entry;
    }
}
function tallyGone(before, gone) {
    const tallies = (0,cache_areas/* byArea */.l)(() => ({ ...tally/* NOTHING */.K$ }));
    const namesGone = new Map();
    for (const entry of gone) {
        const tally = tallies[entry.area];
        tally[entry.kind === 'directory' ? 'directories' : 'files'] += 1;
        tally.bytes += entry.bytes;
        const inode = before.inodes.get(entry.index);
        if (inode) {
            const count = (namesGone.get(inode.id) ?? 0) + 1;
            namesGone.set(inode.id, count);
            if (count < inode.names)
                continue;
        }
        tally.diskBytes += entry.diskBytes;
    }
    return tallies;
}

// EXTERNAL MODULE: ./build/modes/plan.js
var modes_plan = __webpack_require__(6316);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/pip/running-pips.js



const COMMANDS = new Set(('cache check completion config debug download freeze hash help index inspect install list lock search show ' +
    'uninstall wheel').split(' '));
const USING_CACHE = new Set(['download', 'index', 'install', 'list', 'lock', 'wheel']);
const PYTHON = /^(python|pypy|graalpy)/;
const PIP = /^(-\w*mpip|pip[\d.]*(\.pyz)?|__pip-runner__\.py)$/;
function pipsAtWork(cacheDirectory, env, processes = '/proc') {
    const pips = [];
    for (const number of numbersIn(processes)) {
        const directory = (0,external_node_path_.join)(processes, number);
        const words = fieldsIn((0,external_node_path_.join)(directory, 'cmdline'));
        const command = commandOf(words);
        if (command !== undefined && mayUse(cacheDirectory, { words, directory }, env)) {
            pips.push({ command, process: Number(number) });
        }
    }
    return pips;
}
const TAKES_VALUE = /^(-\w*[XW]|--check-hash-based-pycs)$/;
function numbersIn(processes) {
    try {
        return (0,external_node_fs_.readdirSync)(processes).filter((name) => /^\d+$/.test(name));
    }
    catch {
        return [];
    }
}
function fieldsIn(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8').split('\0').slice(0, -1);
    }
    catch {
        return [];
    }
}
function commandOf([program = '', ...words]) {
    if (!PYTHON.test((0,external_node_path_.basename)(program)))
        return undefined;
    const script = words.findIndex((word, at) => !word.startsWith('-') && !TAKES_VALUE.test(words[at - 1] ?? ''));
    const pip = words.findIndex((word, at) => PIP.test((0,external_node_path_.basename)(word)) && (at <= script || script < 0 || /^-\w*m$/.test(words[at - 1] ?? '')));
    const command = pip < 0 ? undefined : words.slice(pip + 1).find((word) => COMMANDS.has(word));
    return command !== undefined && USING_CACHE.has(command) ? command : undefined;
}
function mayUse(cacheDirectory, { words, directory }, env) {
    const theirs = Object.fromEntries(fieldsIn((0,external_node_path_.join)(directory, 'environ')).map(nameAndValue));
    const option = cacheOption(words);
    const without = option?.directory === undefined && (option !== undefined || theirs.PIP_NO_CACHE_DIR);
    if (Object.keys(theirs).length === 0 || without)
        return false;
    const isMeant = (path) => {
        const home = path.replace(/^~(?=$|\/)/, homeOf(theirs));
        const theirPath = (0,external_node_path_.isAbsolute)(home) ? (0,external_node_path_.join)(directory, 'root', home) : (0,external_node_path_.join)(directory, 'cwd', home);
        return isSame(statusOf(theirPath), statusOf(cacheDirectory));
    };
    const named = option?.directory ?? theirs.PIP_CACHE_DIR;
    if (named)
        return isMeant(named);
    if (isMeant(usualCache(theirs)))
        return true;
    return !env.PIP_CACHE_DIR && !isSame(statusOf(usualCache(env)), statusOf(cacheDirectory));
}
function nameAndValue(variable) {
    const end = variable.indexOf('=');
    return [variable.slice(0, end), variable.slice(end + 1)];
}
const CACHE_DIR = /^--ca(?:c(?:h(?:e(?:-(?:d(?:i(?:r)?)?)?)?)?)?)?(?:=(.*))?$/s;
const NO_CACHE_DIR = /^--no-ca(?:c(?:h(?:e(?:-(?:d(?:i(?:r)?)?)?)?)?)?)?$/;
function cacheOption(words) {
    const at = words.findLastIndex((word) => CACHE_DIR.test(word) || NO_CACHE_DIR.test(word));
    const word = words[at];
    if (word === undefined)
        return undefined;
    if (NO_CACHE_DIR.test(word))
        return {};
    return { directory: CACHE_DIR.exec(word)?.[1] ?? words[at + 1] ?? '' };
}
function homeOf(env) {
    return env.HOME || (0,external_node_os_.homedir)();
}
function usualCache(env) {
    return (0,external_node_path_.join)(env.XDG_CACHE_HOME || (0,external_node_path_.join)(homeOf(env), '.cache'), 'pip');
}
function statusOf(path) {
    try {
        return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    }
    catch {
        return undefined;
    }
}
function isSame(one, other) {
    return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
}

// EXTERNAL MODULE: ./build/util/pace.js
var util_pace = __webpack_require__(7126);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/cache/paths.js
var paths = __webpack_require__(8117);
;// CONCATENATED MODULE: ./build/cache/delete.js






const nodeFileSystem = { lstatSync: external_node_fs_.lstatSync, unlinkSync: external_node_fs_.unlinkSync, rmdirSync: external_node_fs_.rmdirSync };
const GONE = new Set(['ENOENT', 'ENOTDIR']);
const IN_USE_AGAIN = new Set(['ENOTEMPTY', 'EEXIST']);
async function deleteSelected(before, now, options) {
    const { selection, pace, stop, fileSystem = nodeFileSystem } = options;
    const failures = [];
    const deleted = (0,tally/* countByArea */.Qv)();
    const open = [];
    const notEmpty = new Set();
    let stopped = false;
    const attempt = (entry, remove) => {
        stopped ||= stop();
        if (stopped)
            return;
        try {
            remove((0,paths/* fsPath */.Jk)(entry.path));
            deleted[entry.area][entry.kind === 'directory' ? 'directories' : 'files'] += 1;
        }
        catch (thrown) {
            const code = (0,errors/* codeOf */.$N)(thrown);
            if (IN_USE_AGAIN.has(code) && entry.kind === 'directory')
                notEmpty.add(entry.path);
            else if (!GONE.has(code) && !isReplaced(entry))
                failures.push({ path: entry.path, code });
        }
    };
    const isReplaced = (entry) => entry.kind !== 'directory' && isDirectory(entry.path, fileSystem);
    const closeTo = (depth) => {
        for (let directory = open.at(-1); directory && directory.depth >= depth; directory = open.at(-1)) {
            open.pop();
            if (selection[directory.index])
                attempt(directory, fileSystem.rmdirSync);
        }
    };
    let skipBelow = Number.POSITIVE_INFINITY;
    for (const { entry, gone } of compareListings(before.listing, now.listing)) {
        closeTo(entry.depth);
        if (stopped)
            break;
        if (entry.depth > skipBelow)
            continue;
        skipBelow = Number.POSITIVE_INFINITY;
        if (gone)
            continue;
        if (entry.kind !== 'directory') {
            if (selection[entry.index])
                attempt(entry, fileSystem.unlinkSync);
        }
        else if (isDirectory(entry.path, fileSystem)) {
            open.push(entry);
        }
        else {
            skipBelow = entry.depth;
        }
        const pause = pace(() => {
            const { files, directories } = (0,tally/* sumOfCounts */.NU)(Object.values(deleted));
            return `${Math.round((100 * entry.index) / before.listing.length)} % done, ${files + directories} deleted`;
        });
        if (pause)
            await pause;
    }
    closeTo(0);
    const hidden = now.unreadable.filter(({ path, unknown }) => notEmpty.has(unknown === 'contents' ? path : (0,external_node_path_.dirname)(path)));
    const named = hidden.map(({ path, code }) => ({ path, code }));
    return { deleted, failures: [...named, ...failures], notEmpty: notEmpty.size, stopped };
}
function isDirectory(path, fileSystem) {
    try {
        return fileSystem.lstatSync((0,paths/* fsPath */.Jk)(path)).isDirectory();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/cache/delete-patiently.js




const PASSES_ON_WINDOWS = new Set(['EBUSY', 'EPERM', 'EACCES']);
const WAITS_MS = [100, 300, 600];
async function deletePatiently(before, selection, options) {
    const { look, pace, stop, resume, fileSystem, platform = process.platform, wait = promises_.setTimeout } = options;
    const deleted = (0,tally/* countByArea */.Qv)();
    const waits = platform === 'win32' ? [...WAITS_MS] : [];
    let now = await look();
    for (;;) {
        const deletion = await deleteSelected(before, now, { selection, pace, stop, fileSystem });
        for (const area of cache_areas/* AREAS */.x) {
            deleted[area].files += deletion.deleted[area].files;
            deleted[area].directories += deletion.deleted[area].directories;
        }
        if (deletion.stopped && (await resume())) {
            now = await look();
            continue;
        }
        const milliseconds = waits.shift();
        if (milliseconds === undefined || deletion.stopped || !mayPass(deletion)) {
            const mayDiffer = deletion.stopped || didAnything(deletion);
            return { deleted, failures: deletion.failures, after: mayDiffer ? await lastLook(deletion, now, look) : now };
        }
        await wait(milliseconds);
        now = await look();
    }
}
async function lastLook(deletion, now, look) {
    const last = await look();
    return last.listing.complete || didAnything(deletion) ? last : now;
}
function mayPass({ failures, notEmpty }) {
    return failures.length > 0 ? failures.some(({ code }) => PASSES_ON_WINDOWS.has(code)) : notEmpty > 0;
}
function didAnything({ deleted, failures }) {
    const { files, directories } = (0,tally/* sumOfCounts */.NU)(Object.values(deleted));
    return files + directories + failures.length > 0;
}

;// CONCATENATED MODULE: ./build/cache/share-gone.js



const SAMPLES = 256;
function shareGone(listing) {
    let samples;
    return () => {
        samples ??= sampledPaths(listing);
        const gone = samples.filter((path) => !exists(path)).length;
        return samples.length === 0 ? undefined : gone / samples.length;
    };
}
function sampledPaths(listing) {
    const step = Math.max(1, Math.floor(listing.length / SAMPLES));
    const paths = [];
    for (const entry of (0,cache_listing/* entries */.jO)(listing)) {
        if (entry.index >= paths.length * step)
            paths.push(entry.path);
    }
    return paths;
}
function exists(path) {
    try {
        return (0,external_node_fs_.lstatSync)((0,paths/* fsPath */.Jk)(path), { throwIfNoEntry: false }) !== undefined;
    }
    catch {
        return true;
    }
}

;// CONCATENATED MODULE: ./build/cache/survey.js







const survey_GONE = new Set(['ENOENT', 'ENOTDIR']);
async function survey(cacheDirectory, pace, shouldStop = () => false) {
    const walk = newWalk(cacheDirectory);
    const states = (0,cache_areas/* byArea */.l)(() => 'absent');
    const tallies = (0,cache_areas/* byArea */.l)(() => tally/* NOTHING */.K$);
    for (const area of cache_areas/* AREAS */.x) {
        if (walk.stopped())
            break;
        const root = walk.enter(area);
        const status = walk.status(root);
        if (!status) {
            if (walk.unreadable.at(-1)?.path === root)
                states[area] = 'unreadable';
            continue;
        }
        states[area] = status.isDirectory() ? 'directory' : status.isSymbolicLink() ? 'link' : 'not a directory';
        if (states[area] === 'directory')
            tallies[area] = await walk.area(area, root, status, pace, shouldStop);
    }
    const { unreadable, inodes } = walk;
    return { states, tallies, listing: walk.writer.done(!walk.stopped()), unreadable, inodes };
}
function newWalk(cacheDirectory) {
    const writer = (0,cache_listing/* listingWriter */._s)(cacheDirectory);
    const unreadable = [];
    const inodes = new Map();
    const countedInodes = new Set();
    let seen = 0;
    let stopped = false;
    let currentArea = cache_areas/* AREAS */.x[0];
    const recordUnreadable = (path, thrown, unknown) => unreadable.push({ area: currentArea, path, code: (0,errors/* codeOf */.$N)(thrown), unknown });
    const status = (path) => {
        try {
            return (0,external_node_fs_.lstatSync)((0,paths/* fsPath */.Jk)(path), { throwIfNoEntry: false });
        }
        catch (thrown) {
            if (!survey_GONE.has((0,errors/* codeOf */.$N)(thrown)))
                recordUnreadable(path, thrown, 'entry');
            return undefined;
        }
    };
    const names = (path) => {
        try {
            return (0,external_node_fs_.readdirSync)((0,paths/* fsPath */.Jk)(path), 'latin1').sort();
        }
        catch (thrown) {
            if (!survey_GONE.has((0,errors/* codeOf */.$N)(thrown)))
                recordUnreadable(path, thrown, 'contents');
            return [];
        }
    };
    const record = (totals, depth, name, path, stats) => {
        const directory = stats.isDirectory();
        const kind = kindOf(stats);
        const bytes = directory ? 0 : stats.size;
        const diskBytes = allocated(stats);
        const index = writer.add({ depth, kind, name, bytes, diskBytes, born: stats.birthtimeMs, modified: stats.mtimeMs });
        totals[directory ? 'directories' : 'files'] += 1;
        totals.bytes += bytes;
        if (kind === 'linked file') {
            const inode = inodeOf(path, stats);
            inodes.set(index, inode);
            if (countedInodes.has(inode.id))
                return;
            countedInodes.add(inode.id);
        }
        totals.diskBytes += diskBytes;
    };
    const enter = (area) => {
        currentArea = area;
        return (0,paths/* child */.jf)(cacheDirectory, area);
    };
    const area = async (areaName, root, rootStats, pace, shouldStop) => {
        const totals = { ...tally/* NOTHING */.K$ };
        record(totals, 0, areaName, root, rootStats);
        const open = [{ path: root, names: names(root), next: 0 }];
        for (let directory = open.at(-1); directory; directory = open.at(-1)) {
            const name = directory.names[directory.next];
            if (name === undefined) {
                open.pop();
                continue;
            }
            directory.next += 1;
            const path = (0,paths/* child */.jf)(directory.path, name);
            const stats = status(path);
            if (!stats)
                continue;
            record(totals, open.length, name, path, stats);
            if (stats.isDirectory())
                open.push({ path, names: names(path), next: 0 });
            seen += 1;
            const pause = pace(() => `${(0,units/* counted */.hS)(seen, 'file or directory', 'files and directories')} counted so far`);
            if (!pause)
                continue;
            await pause;
            stopped = shouldStop();
            if (stopped)
                break;
        }
        return totals;
    };
    return { writer, unreadable, inodes, enter, status, area, stopped: () => stopped };
}
function kindOf(stats) {
    if (stats.isDirectory())
        return 'directory';
    if (stats.isSymbolicLink())
        return 'symbolic link';
    if (stats.nlink > 1)
        return 'linked file';
    return stats.isFile() ? 'file' : 'special file';
}
function allocated(stats) {
    if (typeof stats.blocks === 'number' && !Number.isNaN(stats.blocks))
        return stats.blocks * 512;
    return stats.isDirectory() ? 0 : stats.size;
}
function inodeOf(path, stats) {
    let exact = stats;
    try {
        exact = (0,external_node_fs_.lstatSync)((0,paths/* fsPath */.Jk)(path), { bigint: true, throwIfNoEntry: false }) ?? stats;
    }
    catch {
    }
    return { id: `${exact.dev}:${exact.ino}`, names: stats.nlink };
}

;// CONCATENATED MODULE: ./build/reset/result.js



function resultOf(run, cache) {
    return async (parts) => ({
        inputs: run.inputs,
        stepKind: run.stepKind,
        interpreter: cache.pip.interpreter,
        pipVersion: (await cache.version) ?? '',
        cacheDirectory: cache.directory,
        cancelled: false,
        cutShort: false,
        remaining: [],
        inUseBy: [],
        endedFor: [],
        unreadable: [],
        unknownFormats: [],
        unmatched: [],
        others: tally/* NONE */.x3,
        milliseconds: performance.now() - run.started,
        ...parts,
    });
}
function failuresByName(failures) {
    return failures.map(({ path, code }) => ({ path: (0,paths/* readable */.HD)(path), code }));
}
function unchangedAreas(survey) {
    return changedAreas(survey, survey, { removed: (0,cache_areas/* byArea */.l)(() => tally/* NOTHING */.K$) });
}
function changedAreas(before, after, changes) {
    const { removed, finished } = changes;
    return (0,cache_areas/* byArea */.l)((area) => ({
        state: before.states[area],
        before: before.tallies[area],
        after: after.listing.complete ? after.tallies[area] : (0,tally/* minus */.Rd)(before.tallies[area], removed[area]),
        removed: removed[area],
        finished: finished?.[area] ?? tally/* NONE */.x3,
        unreadable: after.unreadable.filter((unseen) => unseen.area === area).length,
    }));
}
function unknownAreas() {
    return (0,cache_areas/* byArea */.l)(() => ({
        state: 'unknown',
        before: tally/* NOTHING */.K$,
        after: tally/* NOTHING */.K$,
        removed: tally/* NOTHING */.K$,
        finished: tally/* NONE */.x3,
        unreadable: 0,
    }));
}

;// CONCATENATED MODULE: ./build/reset/apply.js








const COUNT_AFTER_CANCEL_MS = 1000;
async function apply(plan, before, options) {
    const { otherPips, signal, progress } = options;
    const sinceCancel = (0,util_pace/* timeSince */._D)(signal);
    const { runs, endedFor } = await runPip(plan, before, options);
    let inUseBy = [];
    const { deleted, failures, after } = await deletePatiently(before, plan.selection, {
        look: () => survey(before.listing.cacheDirectory, (0,util_pace/* startPace */.a)((line) => progress.say(`survey: ${line}`)), () => sinceCancel() > COUNT_AFTER_CANCEL_MS),
        pace: (0,util_pace/* startPace */.a)((line) => progress.say(`deletion: ${line}`)),
        stop: () => signal.aborted || otherPips.running().length > 0,
        async resume() {
            if (!signal.aborted)
                inUseBy = await otherPips.waitUntilNone();
            return !signal.aborted && inUseBy.length === 0;
        },
    });
    return {
        after,
        pip: runs,
        finished: deleted,
        remaining: failuresByName(failures),
        inUseBy: signal.aborted ? [] : inUseBy,
        endedFor,
        cancelled: signal.aborted && isLeft(before, after, plan.selection),
    };
}
async function runPip(plan, before, { pip, otherPips, signal, progress }) {
    const runs = [];
    const estimateShare = shareGone(before.listing);
    const gone = () => {
        const share = estimateShare();
        return share === undefined ? '' : `, about ${Math.round(100 * share)} % of it is gone`;
    };
    for (const args of plan.pip) {
        if ((await otherPips.waitUntilNone()).length > 0 || signal.aborted)
            break;
        const command = `pip ${args.join(' ')}`;
        const { result: run, begun } = await otherPips.untilOneStarts((ended) => (0,util_pace/* watched */.VI)(pip.run(args, ended), (ms) => progress.say(`${command}: ${(0,units/* seconds */.YA)(ms)} so far${gone()}`)));
        progress.pipRan(run);
        runs.push(run);
        if (begun.length > 0 && run.code !== 0 && !signal.aborted) {
            progress.say(`${command} was ended, since ${(0,wait_for_pips/* names */.Dy)(begun)} has begun.`);
            return { runs, endedFor: begun };
        }
        if (begun.length > 0 || otherPips.running().length > 0)
            break;
    }
    return { runs, endedFor: [] };
}

// EXTERNAL MODULE: ./build/reset/context.js
var context = __webpack_require__(9563);
// EXTERNAL MODULE: ./build/reset/find-cache.js + 14 modules
var find_cache = __webpack_require__(1505);
;// CONCATENATED MODULE: ./build/modes/purge.js


function planPurge(survey) {
    const selection = (0,cache_selection/* selectAll */.Ub)(survey.listing);
    return (0,modes_plan/* hasLinkedArea */.xl)(survey)
        ? { pip: [], pipNotAsked: modes_plan/* FOLLOWS_LINKS */.BH, selection }
        : { pip: [['cache', 'purge']], selection };
}

;// CONCATENATED MODULE: ./build/pip/index-urls.js
const DEFAULT_INDEX = 'https://pypi.org/simple/';
function indexUrls(configuration) {
    const settings = configuration.code === 0 ? configuration.stdout.split(/\r?\n/) : [];
    const configured = settings.flatMap((line) => {
        const value = /^[^=]*\.(?:extra-)?index-url=(['"])(.*)\1$/.exec(line)?.[2] ?? '';
        return value.split(/\\n|\s+/).flatMap((url) => withoutCredentials(url) ?? []);
    });
    return [...new Set([DEFAULT_INDEX, ...configured])];
}
function withoutCredentials(text) {
    const [, scheme, rest] = /^(https?:\/\/)(?:[^/?#]*@)?([^/@?#]+(?:[/?][^#]*)?)(?:#.*)?$/i.exec(text) ?? [];
    return scheme === undefined ? undefined : `${scheme}${rest}${rest?.endsWith('/') ? '' : '/'}`;
}

;// CONCATENATED MODULE: ./build/cache/unknown-formats.js




async function unknownFormats(cacheDirectory, pace, shouldStop = () => false) {
    const formats = [];
    for (const name of names(cacheDirectory)) {
        const isArea = cache_areas/* AREAS */.x.some((area) => area === name.toLowerCase());
        if (isArea || !/^http-/i.test(name) || !unknown_formats_status((0,paths/* child */.jf)(cacheDirectory, name))?.isDirectory())
            continue;
        let [files, bytes] = [0, 0];
        const pending = [(0,paths/* child */.jf)(cacheDirectory, name)];
        for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
            for (const path of names(directory).map((entry) => (0,paths/* child */.jf)(directory, entry))) {
                const found = unknown_formats_status(path);
                if (found?.isDirectory())
                    pending.push(path);
                else if (found) {
                    files += 1;
                    bytes += found.size;
                }
            }
            const pause = pace(() => `${(0,units/* counted */.hS)(files, 'file')} counted in ${(0,paths/* readable */.HD)(name)}`);
            if (pause)
                await pause;
            if (shouldStop())
                break;
        }
        formats.push({ name: (0,paths/* readable */.HD)(name), isFormat: /^http-v\d+$/.test(name), files, bytes });
    }
    return formats;
}
function names(directory) {
    try {
        return (0,external_node_fs_.readdirSync)((0,paths/* fsPath */.Jk)(directory), 'latin1').sort();
    }
    catch {
        return [];
    }
}
function unknown_formats_status(path) {
    try {
        return (0,external_node_fs_.lstatSync)((0,paths/* fsPath */.Jk)(path), { throwIfNoEntry: false });
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/reset/progress.js
var reset_progress = __webpack_require__(2337);
;// CONCATENATED MODULE: ./build/reset/observe.js








const WORTH_EXAMINING = 1000;
async function observe(cache, run, stop) {
    const { inputs, progress, signal } = run;
    const { pip, dir } = cache;
    const infoRun = (0,reset_progress/* waitFor */.f)(pip.run(['cache', 'info']), 'pip cache info', progress);
    const pace = (0,util_pace/* startPace */.a)((line) => progress.say(`Looking at the cache: ${line}.`));
    const directory = (0,paths/* bytePath */.OO)(cache.directory);
    const before = await survey(directory, pace, () => signal.aborted);
    const formats = await unknownFormats(directory, pace, () => signal.aborted);
    const belowThreshold = (0,tally/* sum */.cz)(Object.values(before.tallies)).bytes < (inputs.minSize ?? 0);
    const purging = inputs.mode === 'purge' && !inputs.dryRun;
    const inventoryOfPurge = purging && !belowThreshold ? examineDuringPurge(before, run, stop) : Promise.resolve(undefined);
    const neededInventory = purging || belowThreshold ? undefined : examine(before, run, stop);
    const [info, inventory] = await Promise.all([infoRun, neededInventory]);
    progress.pipRan(info);
    (0,context/* refuseCancelled */.q)(signal);
    return {
        cache,
        run,
        pipRuns: [dir, info],
        version: (0,reset_progress/* waitFor */.f)(pip.version(), "pip's version", progress),
        before,
        unknownFormats: formats,
        belowThreshold,
        inventory: inventory ? Promise.resolve(inventory) : inventoryOfPurge,
    };
}
async function examine({ listing }, { inputs, progress, signal }, stop) {
    const { takeInventory, workerFile } = await Promise.all(/* import() */[__webpack_require__.e(161), __webpack_require__.e(108), __webpack_require__.e(608)]).then(__webpack_require__.bind(__webpack_require__, 5817));
    return takeInventory(listing, {
        pace: paceOfExamining(progress),
        signal: AbortSignal.any([signal, stop]),
        workerFile: inputs.builtWheelsOnly ? undefined : workerFile(),
        area: inputs.builtWheelsOnly ? 'wheels' : undefined,
    });
}
async function examineDuringPurge({ listing }, { progress, signal }, stop) {
    if (listing.length < WORTH_EXAMINING)
        return undefined;
    try {
        const { takeInventory } = await Promise.all(/* import() */[__webpack_require__.e(161), __webpack_require__.e(108), __webpack_require__.e(608)]).then(__webpack_require__.bind(__webpack_require__, 5817));
        return await takeInventory(listing, {
            pace: paceOfExamining(progress),
            signal: AbortSignal.any([signal, stop]),
            allOrNone: true,
        });
    }
    catch (thrown) {
        progress.say(notExamined(thrown));
        return undefined;
    }
}
function paceOfExamining(progress) {
    return (0,util_pace/* startPace */.a)((line) => progress.say(`Looking into the cache: ${line}.`));
}
function notExamined(thrown) {
    return `The projects in the cache are not reported, because it could not be examined: ${(0,errors/* messageOf */.bD)(thrown)}.`;
}

;// CONCATENATED MODULE: ./build/reset/make-plan.js




async function makePlan({ cache, run, before, version, inventory }) {
    const { inputs, progress, signal } = run;
    if (inputs.mode === 'purge')
        return planPurge(before);
    const { planRemove } = await __webpack_require__.e(/* import() */ 508).then(__webpack_require__.bind(__webpack_require__, 9508));
    const known = await inventory;
    const downloads = known && {
        inventory: known,
        indexes: inputs.builtWheelsOnly ? undefined : await indexes(cache.pip, run),
        pace: paceOfExamining(progress),
        signal,
    };
    return planRemove(before, { packages: inputs.packages, pipVersion: await version, downloads });
}
async function indexes(pip, run) {
    const configuration = await (0,find_cache/* configurationOf */.Q)(pip, run);
    if (configuration.code !== 0 && !run.signal.aborted)
        run.progress.say('pip config list failed, so that a page that says nothing itself is found on pypi.org alone.');
    return indexUrls(configuration);
}

;// CONCATENATED MODULE: ./build/reset/reset.js














function reset_reset(inputs, context) {
    return (0,find_cache/* withCache */.n)(inputs, context, (cache, run) => cache.kind === 'found' ? resetFound(cache, run) : disabled(cache, run));
}
async function resetFound(cache, run) {
    const stop = new AbortController();
    try {
        const observed = await observe(cache, run, stop.signal);
        const { inputs } = run;
        if (observed.belowThreshold)
            return await unchanged(observed, 'skipped');
        if (inputs.mode === 'inspect')
            return await inspected(observed);
        const plan = await makePlan(observed);
        await (0,util_pace/* nextTurn */.tJ)();
        (0,context/* refuseCancelled */.q)(run.signal);
        if ((0,modes_plan/* isIdle */.xB)(plan))
            return await nothingToDo(observed, plan);
        if (inputs.dryRun)
            return await dryRun(observed, plan);
        return await applied(observed, plan, () => stop.abort());
    }
    finally {
        stop.abort();
    }
}
async function disabled({ pip, dir, why }, run) {
    const { progress } = run;
    const version = (0,reset_progress/* waitFor */.f)(pip.version(), "pip's version", progress);
    const infoRun = await (0,reset_progress/* waitFor */.f)(pip.run(['cache', 'info']), 'pip cache info', progress);
    progress.pipRan(infoRun);
    const result = resultOf(run, { pip, version, directory: '' });
    return result({ outcome: 'disabled', areas: unknownAreas(), pip: [dir, infoRun], disabledBecause: why });
}
async function inspected(observed) {
    const inventory = await observed.inventory;
    if (!inventory)
        throw (0,context/* cancelled */.K)();
    return unchanged(observed, 'inspected', { contents: await contentsOf(inventory) });
}
async function nothingToDo(observed, { unmatched = [] }) {
    const { before, run } = observed;
    const purging = run.inputs.mode === 'purge' && !run.inputs.dryRun;
    const remaining = purging ? failuresByName(before.unreadable) : [];
    const contents = purging ? undefined : await contentsOf(await observed.inventory, []);
    return unchanged(observed, remaining.length > 0 ? 'incomplete' : 'nothing-to-do', { remaining, unmatched, contents });
}
async function dryRun(observed, plan) {
    const { before } = observed;
    const inventory = plan.inventory ?? (await observed.inventory);
    return finish(observed, plan)({
        outcome: 'dry-run',
        areas: changedAreas(before, before, { removed: removedWith(before, plan.selection) }),
        pip: observed.pipRuns,
        unreadable: failuresByName(before.unreadable),
        unmatched: plan.unmatched ?? [],
        contents: await contentsOf(inventory, (0,cache_selection/* selected */.wH)(before.listing, plan.selection)),
    });
}
async function applied(observed, plan, stopExamining) {
    const { cache, run, before, pipRuns } = observed;
    const { progress, signal } = run;
    const otherPips = (0,wait_for_pips/* watchOtherPips */.oD)(() => pipsAtWork(cache.directory, run.job.env), { say: progress.say, signal });
    const { after, finished, ...rest } = await apply(plan, before, { pip: cache.pip, otherPips, signal, progress });
    stopExamining();
    const infoRun = signal.aborted ? undefined : (0,reset_progress/* waitFor */.f)(cache.pip.run(['cache', 'info']), 'pip cache info', progress);
    const removed = removedBetween(before, after);
    const inventory = plan.inventory ?? (await observed.inventory);
    const contents = signal.aborted ? undefined : await contentsOf(inventory, goneEntries(before, after));
    const info = await infoRun;
    if (info)
        progress.pipRan(info);
    const { files, directories } = (0,tally/* sum */.cz)(Object.values(removed));
    const changed = files + directories > 0 ? 'reset' : 'nothing-to-do';
    return finish(observed, plan)({
        outcome: rest.cancelled || rest.remaining.length + rest.inUseBy.length > 0 ? 'incomplete' : changed,
        areas: changedAreas(before, after, { removed, finished }),
        pip: [...pipRuns, ...rest.pip, ...(info ? [info] : [])],
        cancelled: rest.cancelled,
        cutShort: !after.listing.complete,
        remaining: rest.remaining,
        inUseBy: rest.inUseBy,
        endedFor: rest.endedFor,
        unmatched: plan.unmatched ?? [],
        unreadable: failuresByName(after.unreadable),
        contents,
        ...(run.inputs.mode === 'remove' ? { others: goneBesides(before, after, plan.selection) } : {}),
        ...(plan.pipNotAsked === undefined ? {} : { pipNotAsked: plan.pipNotAsked }),
    });
}
function unchanged(observed, outcome, more = {}) {
    const { before, pipRuns } = observed;
    const unreadable = failuresByName(before.unreadable);
    return finish(observed)({ outcome, areas: unchangedAreas(before), pip: pipRuns, unreadable, ...more });
}
function finish(observed, plan) {
    const { run, cache, version, unknownFormats } = observed;
    const result = resultOf(run, { pip: cache.pip, version, directory: cache.directory });
    return async (parts) => {
        const unread = run.inputs.mode === 'purge' ? undefined : await unreadOf(plan?.inventory ?? (await observed.inventory));
        return result({ unknownFormats, unread, ...parts });
    };
}
async function unreadOf(inventory) {
    if (!inventory?.unread)
        return undefined;
    const { unreadIn } = await __webpack_require__.e(/* import() */ 428).then(__webpack_require__.bind(__webpack_require__, 6428));
    const unread = unreadIn(inventory);
    const [first] = unread ? failuresByName([unread.first]) : [];
    return unread && first && { ...unread, first };
}
async function contentsOf(inventory, among) {
    if (!inventory)
        return undefined;
    const { contentsOf: summed } = await __webpack_require__.e(/* import() */ 53).then(__webpack_require__.bind(__webpack_require__, 7053));
    return summed(inventory, among);
}

;// CONCATENATED MODULE: ./build/steps/reset-and-report.js



async function resetAndReport(inputs, log, context) {
    const result = await reset_reset(inputs, { ...context, progress: (0,progress_log/* progressIn */.P)(log) });
    return report(result, log, context.env);
}


/***/ })

};
