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
return `${index}${index.endsWith("/") ? "" : "/"}${project}/`;
}
const INDEX_PAGE = label.GW.indexOf("index page");
const MOST_LINKS = 1e6;
async function packageEntries(inventory, selectors, indexes, {pace: pace, signal: signal}) {
const {listing: listing, kindOf: kindOf, projectOf: projectOf, projects: projects} = inventory;
const marks = new Uint8Array(listing.length);
const matched = new Set;
const take = (selector, ...indices) => {
matched.add(selector);
for (const index of indices) marks[index] = 1;
};
const wantedBy = projects.map(project => project === undefined ? [] : selectors.filter(selector => (0, 
build_packages.d)(selector, project)));
for (let index = 0; index < listing.length; index += 1) {
if (kindOf[index] === INDEX_PAGE) continue;
for (const selector of wantedBy[projectOf[index]] ?? []) {
if (hasVersion(selector, (0, label.y0)(inventory, index).version)) take(selector, index);
}
}
const unnamed = new Map;
const addUnnamed = (name, files) => unnamed.set(name, [ ...unnamed.get(name) ?? [], files ]);
const candidates = [];
const addresses = pageAddresses(selectors, indexes);
for (const found of (0, label_entries.$w)(listing)) {
if (!("file" in found)) {
const name = (0, label_entries.HW)(found);
if (name !== undefined) addUnnamed(name, {
file: found,
body: undefined
});
continue;
}
const {name: name, index: index} = found.file;
if (projectOf[index] === 0) addUnnamed(name, found); else if (kindOf[index] === INDEX_PAGE && (addresses.has(name) || wantedBy[projectOf[index]]?.length)) {
candidates.push(found);
}
}
const completed = namesAdded(inventory);
const pages = [];
for (const [read, files] of candidates.entries()) {
const pause = pace(() => `${read} of ${candidates.length} index pages read`);
if (pause) await pause;
if (signal.aborted) break;
const {name: name} = files.file;
const project = (0, label_entries.Uk)(files, body.pH)?.project;
if (project === undefined) {
addUnnamed(name, files);
continue;
}
const wanting = selectors.filter(selector => (0, build_packages.d)(selector, project));
if (wanting.length > 0) pages.push({
files: files,
project: project,
address: addresses.get(name)?.address
});
for (const selector of wanting) {
if (selector.version !== undefined) continue;
for (const {index: index} of filesOf(files)) {
take(selector, index);
completed.name(index, project, undefined);
}
}
}
const takeUnnamed = (selector, name, project, version) => {
for (const {index: index} of (unnamed.get(name) ?? []).flatMap(filesOf)) {
take(selector, index);
completed.name(index, project, version);
}
};
for (const [name, {selector: selector, project: project}] of addresses) {
if (selector.version === undefined) takeUnnamed(selector, name, project);
}
let followed = 0;
for (const [read, {files: files, project: project, address: address}] of unnamed.size > 0 ? pages.entries() : []) {
const links = (0, label_entries.Uk)(files, response => (0, index_page.rI)((0, body.pC)(response)?.toString("utf8") ?? "", project, address)) ?? [];
for (const link of links) {
const pause = pace(() => `the links of ${read} of ${pages.length} index pages followed`);
if (pause) await pause;
followed += 1;
if (signal.aborted || followed > MOST_LINKS) break;
const wanting = selectors.filter(one => (0, build_packages.d)(one, project) && hasVersion(one, link.version));
for (const name of wanting.length > 0 ? [ link.address, `${link.address}.metadata` ].map(responseName) : []) {
for (const selector of wanting) takeUnnamed(selector, name, project, link.version);
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
function filesOf({file: file, body: body}) {
return body ? [ file, body ] : [ file ];
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
