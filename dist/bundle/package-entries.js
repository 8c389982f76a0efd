export const id = 771;
export const ids = [771];
export const modules = {

/***/ 8771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  packageEntries: () => (/* binding */ packageEntries)
});

// EXTERNAL MODULE: ./build/inputs/packages.js
var inputs_packages = __webpack_require__(9007);
// EXTERNAL MODULE: ./build/util/versions.js
var versions = __webpack_require__(3820);
// EXTERNAL MODULE: ./build/inventory/formats/index-page.js + 1 modules
var index_page = __webpack_require__(1099);
// EXTERNAL MODULE: ./build/inventory/label.js
var label = __webpack_require__(3473);
// EXTERNAL MODULE: ./build/inventory/label-entries.js + 7 modules
var label_entries = __webpack_require__(108);
// EXTERNAL MODULE: ./build/inventory/names/distribution-name.js
var distribution_name = __webpack_require__(890);
// EXTERNAL MODULE: ./build/inventory/names/request-address.js
var request_address = __webpack_require__(7000);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/inventory/names/response-names.js

function responseName(address) {
    const [, scheme, authority, path, query = ''] = /^([a-z][a-z\d+.-]*:)\/\/([^/?#]+)([^?#]*)(\?[^#]+)?/i.exec(address) ?? [];
    if (scheme === undefined || authority === undefined)
        return undefined;
    const key = `${scheme.toLowerCase()}//${authority.toLowerCase()}${path || '/'}${query}`;
    return (0,external_node_crypto_.createHash)('sha224').update(key, 'utf8').digest('hex');
}
function indexPageAddress(index, project) {
    return `${index}${index.endsWith('/') ? '' : '/'}${project}/`;
}

;// CONCATENATED MODULE: ./build/inventory/package-entries.js








const INDEX_PAGE = label/* KINDS */.GW.indexOf('index page');
const MOST_LINKS_OF_PAGE = 200_000;
const MOST_LINKS = 1_000_000;
async function packageEntries(inventory, selectors, options) {
    const found = startFinding(inventory);
    const addresses = pageAddresses(selectors, options.indexes);
    const wantedBy = inventory.projects.map((project) => project === undefined ? [] : selectors.filter((selector) => (0,inputs_packages/* selectsName */.d)(selector, project)));
    takeNamed(inventory, wantedBy, found);
    const { candidates, unnamed } = sorted(inventory, wantedBy, addresses);
    const search = { selectors, addresses, unnamed, found, options };
    const pages = await readPages(candidates, search);
    for (const [name, { selector, project }] of addresses) {
        if (selector.version === undefined)
            takeUnnamed(search, name, { selector, project, version: undefined });
    }
    if (unnamed.size > 0)
        await followLinks(pages, search);
    return found;
}
function startFinding(inventory) {
    const { listing, projectOf, versionOf, projects, versions } = inventory;
    const marks = new Uint8Array(listing.length);
    const matched = new Set();
    const completed = {
        ...inventory,
        projectOf: projectOf.slice(),
        versionOf: versionOf.slice(),
        projects: [...projects],
        versions: [...versions],
    };
    const take = (selector, index) => {
        matched.add(selector);
        marks[index] = 1;
    };
    const projectNumber = numbering(completed.projects);
    const versionNumber = numbering(completed.versions);
    const takeAs = (index, { selector, project, version }) => {
        take(selector, index);
        completed.projectOf[index] = projectNumber(project);
        completed.versionOf[index] = versionNumber(version);
    };
    return { marks, matched, inventory: completed, take, takeAs };
}
function numbering(names) {
    const numbers = new Map();
    return (name) => {
        if (name === undefined)
            return 0;
        const number = numbers.get(name) ?? Math.max(1, names.length);
        numbers.set(name, number);
        names[number] = name;
        return number;
    };
}
function takeNamed(inventory, wantedBy, { take }) {
    const { listing, kindOf, projectOf } = inventory;
    for (let index = 0; index < listing.length; index += 1) {
        if (kindOf[index] === INDEX_PAGE)
            continue;
        for (const selector of wantedBy[projectOf[index]] ?? []) {
            if (hasVersion(selector, (0,label/* labelAt */.y0)(inventory, index).version))
                take(selector, index);
        }
    }
}
function sorted({ listing, kindOf, projectOf }, wantedBy, addresses) {
    const unnamed = new Map();
    const candidates = [];
    for (const found of (0,label_entries/* responsesAndOthers */.$w)(listing)) {
        if (!('file' in found)) {
            const name = (0,label_entries/* responseOfLoneBody */.HW)(found);
            if (name !== undefined)
                addTo(unnamed, name, { file: found, body: undefined });
            continue;
        }
        const { name, index } = found.file;
        const project = projectOf[index];
        if (project === 0)
            addTo(unnamed, name, found);
        else if (kindOf[index] === INDEX_PAGE && (addresses.has(name) || wantedBy[project]?.length))
            candidates.push(found);
    }
    return { candidates, unnamed };
}
async function readPages(candidates, search) {
    const { selectors, addresses, unnamed, found, options } = search;
    const { pace, signal } = options;
    const pages = [];
    for (const [read, files] of candidates.entries()) {
        const progress = () => `${read} of ${candidates.length} index pages read`;
        const pause = pace(progress);
        if (pause)
            await pause;
        const facts = await (0,label_entries/* readWholeResponse */.RL)(files, (response) => (0,index_page/* readPage */.S)(response, { pace, signal, progress }));
        if (signal.aborted)
            break;
        const { name } = files.file;
        const project = facts?.label?.project;
        if (project === undefined) {
            addTo(unnamed, name, files);
            continue;
        }
        const wanting = selectors.filter((selector) => (0,inputs_packages/* selectsName */.d)(selector, project));
        if (wanting.length > 0)
            pages.push({ files, project, base: facts?.base ?? addresses.get(name)?.address });
        for (const selector of wanting) {
            if (selector.version !== undefined)
                continue;
            for (const { index } of (0,label_entries/* filesOf */.R8)(files))
                found.takeAs(index, { selector, project, version: undefined });
        }
    }
    return pages;
}
async function followLinks(pages, search) {
    const { selectors, options } = search;
    const { pace, signal, mostLinks = { ofPage: MOST_LINKS_OF_PAGE, ofAll: MOST_LINKS } } = options;
    let followed = 0;
    for (const [read, { files, project, base }] of pages.entries()) {
        const wanting = selectors.filter((selector) => (0,inputs_packages/* selectsName */.d)(selector, project));
        const last = Math.min(mostLinks.ofAll, followed + mostLinks.ofPage);
        const follow = (link) => {
            if (followed >= last)
                return false;
            followed += 1;
            const version = (0,distribution_name/* versionOfFile */.eO)((0,request_address/* fileNameIn */.N)(link), project);
            const takers = wanting.filter((selector) => version !== undefined && hasVersion(selector, version));
            const address = takers.length > 0 ? (0,request_address/* requestAddress */.Y)(link, base) : undefined;
            if (address === undefined)
                return true;
            for (const name of [address, `${address}.metadata`].map(responseName)) {
                for (const selector of takers)
                    takeUnnamed(search, name, { selector, project, version });
            }
            return true;
        };
        const progress = () => `the links of ${read} of ${pages.length} index pages followed`;
        const pause = pace(progress);
        if (pause)
            await pause;
        await (0,label_entries/* readWholeResponse */.RL)(files, (response) => (0,index_page/* readPage */.S)(response, { pace, signal, progress }, follow));
        if (signal.aborted)
            return;
    }
}
function takeUnnamed({ unnamed, found }, name, taken) {
    for (const { index } of unnamed.get(name)?.flatMap(label_entries/* filesOf */.R8) ?? [])
        found.takeAs(index, taken);
}
function addTo(unnamed, name, files) {
    unnamed.set(name, [...(unnamed.get(name) ?? []), files]);
}
function hasVersion(selector, version) {
    return selector.version === undefined || (version !== undefined && (0,versions.sameVersion)(selector.version, version));
}
function pageAddresses(selectors, indexes) {
    const addresses = new Map();
    const exact = selectors.filter(({ name }) => !name.includes('*'));
    const wholeLast = [...exact.filter(({ version }) => version), ...exact.filter(({ version }) => !version)];
    for (const selector of wholeLast) {
        for (const index of indexes) {
            const address = indexPageAddress(index, selector.name);
            const name = responseName(address);
            if (name !== undefined)
                addresses.set(name, { selector, project: selector.name, address });
        }
    }
    return addresses;
}


/***/ }),

/***/ 3820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sameVersion: () => (/* binding */ sameVersion)
/* harmony export */ });
/* harmony import */ var _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8898);

const EXACT = /^(?!.*\d{16})/;
function sameVersion(wanted, inFileName) {
    const found = inFileName.replaceAll('_', '-');
    if (![wanted, found].every((version) => EXACT.test(version) && (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.valid)(version) !== null)) {
        return wanted.replaceAll('_', '-') === found;
    }
    return wanted.includes('+') ? (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.eq)(found, wanted) : (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.satisfies)(found, `==${wanted}`, { prereleases: true });
}


/***/ })

};
