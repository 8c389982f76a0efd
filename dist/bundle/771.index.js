export const id = 771;

export const ids = [ 771 ];

export const modules = {
8771: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
packageEntries: () => packageEntries
});
var inputs_packages = __webpack_require__(9007);
var versions = __webpack_require__(3820);
var body = __webpack_require__(8347);
var index_page = __webpack_require__(2374);
var label = __webpack_require__(3473);
var label_entries = __webpack_require__(9583);
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
async function packageEntries(inventory, selectors, indexes, options) {
const found = startFinding(inventory);
const addresses = pageAddresses(selectors, indexes);
const wantedBy = inventory.projects.map(project => project === undefined ? [] : selectors.filter(selector => (0, 
inputs_packages.d)(selector, project)));
takeNamed(inventory, wantedBy, found);
const {candidates: candidates, unnamed: unnamed} = sorted(inventory, wantedBy, addresses);
const pages = await readPages(candidates, selectors, addresses, unnamed, found, options);
for (const [name, {selector: selector, project: project}] of addresses) {
if (selector.version === undefined) takeUnnamed(unnamed.get(name), selector, project, undefined, found);
}
if (unnamed.size > 0) await followLinks(pages, selectors, unnamed, found, options);
return found;
}
function startFinding(inventory) {
const {listing: listing, projectOf: projectOf, versionOf: versionOf, projects: projects, versions: versions} = inventory;
const marks = new Uint8Array(listing.length);
const matched = new Set;
const completed = {
...inventory,
projectOf: projectOf.slice(),
versionOf: versionOf.slice(),
projects: [ ...projects ],
versions: [ ...versions ]
};
const take = (selector, index) => {
matched.add(selector);
marks[index] = 1;
};
const projectNumber = numbering(completed.projects);
const versionNumber = numbering(completed.versions);
const takeAs = (selector, index, project, version) => {
take(selector, index);
completed.projectOf[index] = projectNumber(project);
completed.versionOf[index] = versionNumber(version);
};
return {
marks: marks,
matched: matched,
inventory: completed,
take: take,
takeAs: takeAs
};
}
function numbering(names) {
const numbers = new Map;
return name => {
if (name === undefined) return 0;
const number = numbers.get(name) ?? Math.max(1, names.length);
numbers.set(name, number);
names[number] = name;
return number;
};
}
function takeNamed(inventory, wantedBy, {take: take}) {
const {listing: listing, kindOf: kindOf, projectOf: projectOf} = inventory;
for (let index = 0; index < listing.length; index += 1) {
if (kindOf[index] === INDEX_PAGE) continue;
for (const selector of wantedBy[projectOf[index]] ?? []) {
if (hasVersion(selector, (0, label.y0)(inventory, index).version)) take(selector, index);
}
}
}
function sorted({listing: listing, kindOf: kindOf, projectOf: projectOf}, wantedBy, addresses) {
const unnamed = new Map;
const candidates = [];
for (const found of (0, label_entries.$w)(listing)) {
if (!("file" in found)) {
const name = (0, label_entries.HW)(found);
if (name !== undefined) addTo(unnamed, name, {
file: found,
body: undefined
});
continue;
}
const {name: name, index: index} = found.file;
const project = projectOf[index];
if (project === 0) addTo(unnamed, name, found); else if (kindOf[index] === INDEX_PAGE && (addresses.has(name) || wantedBy[project]?.length)) candidates.push(found);
}
return {
candidates: candidates,
unnamed: unnamed
};
}
async function readPages(candidates, selectors, addresses, unnamed, {takeAs: takeAs}, {pace: pace, signal: signal}) {
const pages = [];
for (const [read, files] of candidates.entries()) {
const pause = pace(() => `${read} of ${candidates.length} index pages read`);
if (pause) await pause;
if (signal.aborted) break;
const {name: name} = files.file;
const project = (0, label_entries.Uk)(files, body.pH)?.project;
if (project === undefined) {
addTo(unnamed, name, files);
continue;
}
const wanting = selectors.filter(selector => (0, inputs_packages.d)(selector, project));
if (wanting.length > 0) pages.push({
files: files,
project: project,
address: addresses.get(name)?.address
});
for (const selector of wanting) {
if (selector.version !== undefined) continue;
for (const {index: index} of filesOf(files)) takeAs(selector, index, project, undefined);
}
}
return pages;
}
async function followLinks(pages, selectors, unnamed, found, {pace: pace, signal: signal}) {
let followed = 0;
for (const [read, {files: files, project: project, address: address}] of pages.entries()) {
const wanting = selectors.filter(selector => (0, inputs_packages.d)(selector, project));
for (const link of (0, label_entries.Uk)(files, response => linksOf(response, project, address)) ?? []) {
const pause = pace(() => `the links of ${read} of ${pages.length} index pages followed`);
if (pause) await pause;
followed += 1;
if (signal.aborted || followed > MOST_LINKS) return;
const takers = wanting.filter(selector => hasVersion(selector, link.version));
if (takers.length === 0) continue;
for (const name of [ link.address, `${link.address}.metadata` ].map(responseName)) {
for (const selector of takers) takeUnnamed(unnamed.get(name), selector, project, link.version, found);
}
}
}
}
function linksOf(response, project, address) {
return (0, index_page.rI)((0, body.pC)(response)?.toString("utf8") ?? "", project, address);
}
function takeUnnamed(responses, selector, project, version, {takeAs: takeAs}) {
for (const {index: index} of responses?.flatMap(filesOf) ?? []) takeAs(selector, index, project, version);
}
function addTo(unnamed, name, files) {
unnamed.set(name, [ ...unnamed.get(name) ?? [], files ]);
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
3820: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
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
