export const id = 508;
export const ids = [508];
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

/***/ 9508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planRemove: () => (/* binding */ planRemove)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/cache/listing.js
var listing = __webpack_require__(345);
// EXTERNAL MODULE: ./build/cache/selection.js
var cache_selection = __webpack_require__(5791);
// EXTERNAL MODULE: ./build/inputs/packages.js
var inputs_packages = __webpack_require__(9007);
// EXTERNAL MODULE: ./build/inventory/label.js
var label = __webpack_require__(3473);
// EXTERNAL MODULE: ./build/inventory/names/origin-name.js
var origin_name = __webpack_require__(9222);
// EXTERNAL MODULE: ./build/inventory/names/wheel-name.js
var wheel_name = __webpack_require__(9639);
// EXTERNAL MODULE: ./build/util/wildcard.js
var wildcard = __webpack_require__(7223);
;// CONCATENATED MODULE: ./build/modes/pip-patterns.js

function patternsFor(selector, wheels) {
    if (wheels.length === 0)
        return [];
    if (selector.name.includes('*') && selector.version === undefined)
        return [globPattern(selector.name)];
    const patterns = wheels.map(({ name, version }) => (selector.version === undefined ? name : `${name}-${version}-`));
    return [...new Set(patterns)];
}
function globPattern(canonicalName) {
    return canonicalName.replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`).replaceAll('-', '[._]');
}
function patternSelects(pattern, fileName) {
    const completed = pattern + (pattern.includes('-') ? '*.whl' : '-*.whl');
    return (0,wildcard/* matchesWildcard */._)(completed.toLowerCase(), fileName.toLowerCase());
}

// EXTERNAL MODULE: ./build/cache/walk.js
var walk = __webpack_require__(4756);
;// CONCATENATED MODULE: ./build/modes/pip-pruning.js

function prunesElsewhere(version, survey, selection) {
    if (Number.parseInt(version ?? '26', 10) < 26)
        return false;
    let prunes = false;
    (0,walk/* walk */.G)(survey.listing, {
        enter: () => ({ kept: false }),
        file(file, parent) {
            const counts = file.kind !== 'symbolic link' && (file.area !== 'wheels' || file.name.endsWith('.whl'));
            if (parent && counts && !selection[file.index])
                parent.kept = true;
        },
        leave(directory, { kept }, parent) {
            if (!kept && !selection[directory.index])
                prunes = true;
            if (parent && kept)
                parent.kept = true;
        },
    });
    return prunes;
}

// EXTERNAL MODULE: ./build/modes/plan.js
var modes_plan = __webpack_require__(6316);
;// CONCATENATED MODULE: ./build/modes/remove.js










async function planRemove(survey, options) {
    const { packages, pipVersion, downloads } = options;
    const wheels = cachedWheels(survey);
    const matches = await matcher(packages);
    const wanted = new Set();
    const found = packages.map((selector) => {
        const selected = wheels.filter(({ parts }) => parts && matches(selector, parts));
        for (const wheel of selected)
            wanted.add(wheel.entry.index);
        return { selector, selected };
    });
    const downloaded = await ofPackages(packages, downloads);
    const origins = loneOrigins(packages, matches, downloads?.inventory);
    const isBuilt = withOrigins(wheels, wanted);
    const selection = (0,cache_selection/* selectFiles */.AL)(survey.listing, (file) => downloaded?.marks[file.index] === 1 || origins.indexes.has(file.index) || isBuilt(file));
    const matched = (selector) => downloaded?.matched.has(selector) || origins.matched.has(selector);
    const unmatched = found
        .filter(({ selector, selected }) => selected.length === 0 && !matched(selector))
        .map(({ selector }) => selector.text);
    const pip = commands(found, wheels, wanted);
    const pipNotAsked = (0,modes_plan/* hasLinkedArea */.xl)(survey)
        ? modes_plan/* FOLLOWS_LINKS */.BH
        : prunesElsewhere(pipVersion, survey, selection)
            ? 'it would also delete directories that are not of these packages'
            : whyNotUsePatterns({ patterns: pip.length, packages: packages.length, wheels: wanted.size });
    const plan = { unmatched, selection, inventory: downloaded?.inventory };
    return pipNotAsked === undefined ? { pip, ...plan } : { pip: [], pipNotAsked, ...plan };
}
const EXTRA_RUNS = 3;
function whyNotUsePatterns(count) {
    if (count.patterns > count.packages + EXTRA_RUNS)
        return `it would have to be started ${count.patterns} times`;
    if (count.patterns > 0)
        return undefined;
    return count.wheels === 0
        ? 'none of what goes is a wheel that it built'
        : 'its patterns would also take other wheels';
}
async function ofPackages(packages, downloads) {
    if (!downloads?.indexes)
        return undefined;
    const { packageEntries } = await Promise.all(/* import() */[__webpack_require__.e(161), __webpack_require__.e(108), __webpack_require__.e(771)]).then(__webpack_require__.bind(__webpack_require__, 8771));
    const { inventory, indexes, pace, signal } = downloads;
    return packageEntries(inventory, packages, { indexes, pace, signal });
}
function loneOrigins(packages, matches, inventory) {
    const indexes = new Set();
    const matched = new Set();
    for (const { area, name, index } of inventory ? (0,listing/* entries */.jO)(inventory.listing) : []) {
        if (area !== 'wheels' || name !== origin_name/* ORIGIN */.V || !inventory)
            continue;
        const { project, version } = (0,label/* labelAt */.y0)(inventory, index);
        if (project === undefined || version === undefined)
            continue;
        for (const selector of packages.filter((one) => matches(one, { name: project, version }))) {
            indexes.add(index);
            matched.add(selector);
        }
    }
    return { indexes, matched };
}
function cachedWheels(survey) {
    const wheels = [];
    for (const entry of (0,listing/* entries */.jO)(survey.listing)) {
        if (entry.area !== 'wheels' || entry.kind === 'directory' || !/\.whl$/i.test(entry.name))
            continue;
        wheels.push({ entry, parts: (0,wheel_name/* parseWheelName */.C)(entry.name) });
    }
    return wheels;
}
async function matcher(packages) {
    const versions = packages.some((selector) => selector.version !== undefined)
        ? await __webpack_require__.e(/* import() */ 820).then(__webpack_require__.bind(__webpack_require__, 3820))
        : undefined;
    return (selector, { name, version }) => (0,inputs_packages/* selectsName */.d)(selector, name) &&
        (selector.version === undefined || versions?.sameVersion(selector.version, version) === true);
}
function commands(found, wheels, wanted) {
    const patterns = new Set(found.flatMap(({ selector, selected }) => patternsFor(selector, selected.flatMap(({ parts }) => parts ?? []))));
    return [...patterns]
        .filter((pattern) => wheels.every((wheel) => wanted.has(wheel.entry.index) || !patternSelects(pattern, wheel.entry.name)))
        .map((pattern) => ['cache', 'remove', '--', pattern]);
}
function withOrigins(wheels, wanted) {
    const emptied = new Set();
    const kept = new Set();
    for (const { entry } of wheels)
        (wanted.has(entry.index) ? emptied : kept).add((0,external_node_path_.dirname)(entry.path));
    return (file) => {
        if (wanted.has(file.index))
            return true;
        if (file.name !== origin_name/* ORIGIN */.V)
            return false;
        const directory = (0,external_node_path_.dirname)(file.path);
        return emptied.has(directory) && !kept.has(directory);
    };
}


/***/ })

};
