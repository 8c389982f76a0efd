export const id = 275;

export const ids = [ 275 ];

export const modules = {
8275: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
packageEntries: () => packageEntries
});
var build_packages = __webpack_require__(5031);
var versions = __webpack_require__(3475);
var body = __webpack_require__(5349);
var index_page = __webpack_require__(2587);
var label = __webpack_require__(9660);
var label_entries = __webpack_require__(8736);
var external_node_crypto_ = __webpack_require__(7598);
function responseName(address) {
const [, scheme, authority, path, query = ""] = /^([a-z][a-z\d+.-]*:)\/\/([^/?#]+)([^?#]*)(\?[^#]+)?/i.exec(address) ?? [];
if (scheme === undefined || authority === undefined) return undefined;
const key = `${scheme.toLowerCase()}//${authority.toLowerCase()}${path || "/"}${query}`;
return (0, external_node_crypto_.createHash)("sha224").update(key, "utf8").digest("hex");
}
function indexPageAddress(index, project) {
return `${index.replace(/\/+$/, "")}/${project}/`;
}
async function packageEntries(inventory, selectors, indexes, {pace: pace, signal: signal}) {
const {listing: listing, projectOf: projectOf, projects: projects} = inventory;
const marks = new Uint8Array(listing.length);
const matched = new Set;
const take = (selector, ...indices) => {
matched.add(selector);
for (const index of indices) marks[index] = 1;
};
const wantedBy = projects.map(project => project === undefined ? [] : selectors.filter(selector => (0, 
build_packages.d)(selector, project)));
for (let index = 0; index < listing.length; index += 1) {
for (const selector of wantedBy[projectOf[index]] ?? []) {
if (hasVersion(selector, (0, label.y0)(inventory, index).version)) take(selector, index);
}
}
const unnamed = new Map;
const pages = [];
const addresses = pageAddresses(selectors, indexes);
for (const found of (0, label_entries.$w)(listing)) {
if (!("file" in found)) continue;
const {name: name, index: index} = found.file;
const {kind: kind, project: project} = (0, label.y0)(inventory, index);
const known = addresses.get(name);
if (project === undefined) unnamed.set(name, [ ...unnamed.get(name) ?? [], found ]); else if (kind === "index page" && selectors.some(selector => (0, 
build_packages.d)(selector, project))) {
pages.push({
files: found,
project: project,
address: known?.project === project ? known.address : undefined
});
}
}
const completed = namesAdded(inventory);
const takeUnnamed = (selector, name, project, version) => {
for (const {file: file, body: body} of unnamed.get(name) ?? []) {
for (const {index: index} of body ? [ file, body ] : [ file ]) {
take(selector, index);
completed.name(index, project, version);
}
}
};
for (const [name, {selector: selector, project: project}] of addresses) {
if (selector.version === undefined) takeUnnamed(selector, name, project);
}
const toRead = unnamed.size > 0 ? pages : [];
for (const [read, {files: files, project: project, address: address}] of toRead.entries()) {
const pause = pace(() => `${read} of ${toRead.length} index pages read`);
if (pause) await pause;
if (signal.aborted) break;
const links = (0, label_entries.Uk)(files, response => (0, index_page.rI)((0, body.p)(response)?.toString("utf8") ?? "", project, address)) ?? [];
for (const link of links) {
for (const selector of selectors) {
if (!(0, build_packages.d)(selector, project) || !hasVersion(selector, link.version)) continue;
takeUnnamed(selector, responseName(link.address), project, link.version);
takeUnnamed(selector, responseName(`${link.address}.metadata`), project, link.version);
}
}
}
return {
marks: marks,
matched: matched,
inventory: completed.inventory
};
}
function namesAdded(inventory) {
const {projectOf: projectOf, versionOf: versionOf, projects: projects, versions: versions} = inventory;
const copy = {
...inventory,
projectOf: projectOf.slice(),
versionOf: versionOf.slice(),
projects: [ ...projects ],
versions: [ ...versions ]
};
const numbers = new Map;
const numberOf = (names, key, name) => {
if (name === undefined) return 0;
const number = numbers.get(key + name) ?? Math.max(1, names.length);
names[number] = name;
numbers.set(key + name, number);
return number;
};
return {
inventory: copy,
name(index, project, version) {
copy.projectOf[index] = numberOf(copy.projects, "project ", project);
copy.versionOf[index] = numberOf(copy.versions, "version ", version);
}
};
}
function hasVersion(selector, version) {
return selector.version === undefined || version !== undefined && (0, versions.sameVersion)(selector.version, version);
}
function pageAddresses(selectors, indexes) {
const addresses = new Map;
const exact = selectors.filter(({name: name}) => !name.includes("*"));
const wholeLast = [ ...exact.filter(({version: version}) => version), ...exact.filter(({version: version}) => !version) ];
for (const selector of wholeLast) {
for (const index of indexes) {
const address = indexPageAddress(index, selector.name);
const name = responseName(address);
if (name !== undefined) addresses.set(name, {
selector: selector,
project: selector.name,
address: address
});
}
}
return addresses;
}
},
3475: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
sameVersion: () => sameVersion
});
var _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8898);
const EXACT = /^(?!.*\d{16})/;
function sameVersion(wanted, inFileName) {
const found = inFileName.replaceAll("_", "-");
if (![ wanted, found ].every(version => EXACT.test(version) && (0, _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.valid)(version) !== null)) {
return wanted.replaceAll("_", "-") === found;
}
return wanted.includes("+") ? (0, _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.eq)(found, wanted) : (0, 
_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.satisfies)(found, `==${wanted}`, {
prereleases: true
});
}
}
};
