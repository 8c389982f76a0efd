import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readInputs)
});

// UNUSED EXPORTS: MODES

// EXTERNAL MODULE: ./build/util/errors.js
var errors = __nccwpck_require__(4478);
// EXTERNAL MODULE: ./build/inputs/packages.js
var inputs_packages = __nccwpck_require__(9007);
;// CONCATENATED MODULE: ./build/inputs/parse-size.js
const UNITS = {
    b: 1,
    kb: 1e3,
    mb: 1e6,
    gb: 1e9,
    tb: 1e12,
    kib: 1024,
    mib: 1024 ** 2,
    gib: 1024 ** 3,
    tib: 1024 ** 4,
};
function parseSize(text) {
    const match = /^(\d+(?:\.\d+)?) ?([a-z]+)?$/i.exec(text);
    const unit = UNITS[match?.[2]?.toLowerCase() ?? 'b'];
    const bytes = Math.ceil(Number((Number(match?.[1]) * (unit ?? Number.NaN)).toFixed(3)));
    return Number.isSafeInteger(bytes) ? bytes : undefined;
}

;// CONCATENATED MODULE: ./build/inputs/inputs.js



const MODES = ['purge', 'remove', 'inspect'];
function readInputs(read) {
    const mode = parseMode(read('mode'));
    return {
        pythonPath: read('python-path') || undefined,
        mode,
        packages: parsePackageInput(read('package'), mode),
        builtWheelsOnly: parseBuiltWheelsOnly(read('built-wheels-only'), mode),
        dryRun: parseBoolean('dry-run', read('dry-run')) ?? false,
        minSize: parseMinSize(read('min-size'), mode),
        expectCacheDir: read('expect-cache-dir') || undefined,
        summary: parseBoolean('summary', read('summary')) ?? true,
    };
}
function parseMode(value) {
    if (value === '')
        return 'purge';
    const mode = MODES.find((known) => known === value);
    if (mode)
        return mode;
    throw new errors/* Refusal */.P_(`Input "mode": ${JSON.stringify(value)} is unknown. Allowed: ${MODES.join(', ')}.`);
}
const WHOLE_CACHE_MODES = { purge: 'clears everything', inspect: 'is about the whole cache' };
function parsePackageInput(value, mode) {
    if (mode !== 'remove') {
        if (value === '')
            return [];
        throw new errors/* Refusal */.P_(`Input "package": ${JSON.stringify(value)} is given, but mode is "${mode}", which ${WHOLE_CACHE_MODES[mode]}. ` +
            'Set mode to "remove", or leave package out.');
    }
    if (value !== '')
        return (0,inputs_packages/* parsePackages */.R_)(value);
    throw new errors/* Refusal */.P_('Input "package": "" is empty, but mode "remove" needs it. ' +
        'Allowed: names such as numpy, numpy==1.26.4 or my-company-*.');
}
function parseBoolean(name, value) {
    if (value === '')
        return undefined;
    if (/^(true|True|TRUE)$/.test(value))
        return true;
    if (/^(false|False|FALSE)$/.test(value))
        return false;
    throw new errors/* Refusal */.P_(`Input "${name}": ${JSON.stringify(value)} is no boolean. Allowed: true, false.`);
}
function parseBuiltWheelsOnly(value, mode) {
    const only = parseBoolean('built-wheels-only', value) ?? false;
    if (!only || mode === 'remove')
        return only;
    throw new errors/* Refusal */.P_(`Input "built-wheels-only": ${JSON.stringify(value)} is given, but mode is "${mode}". ` +
        'Allowed with mode "remove" only.');
}
function parseMinSize(value, mode) {
    if (value === '')
        return undefined;
    if (mode === 'inspect') {
        throw new errors/* Refusal */.P_(`Input "min-size": ${JSON.stringify(value)} is given, but mode is "inspect", ` +
            'which deletes nothing at any size. Leave it out.');
    }
    const bytes = parseSize(value);
    if (bytes !== undefined)
        return bytes;
    throw new errors/* Refusal */.P_(`Input "min-size": ${JSON.stringify(value)} is no size. Allowed: a size such as 500MB, 2GB or 1GiB.`);
}


/***/ }),

/***/ 9007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ew: () => (/* binding */ canonicalName),
/* harmony export */   R_: () => (/* binding */ parsePackages),
/* harmony export */   d: () => (/* binding */ selectsName)
/* harmony export */ });
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4478);
/* harmony import */ var _util_wildcard_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7223);


const SELECTOR = /^(?<name>[a-z0-9*](?:[a-z0-9._*-]*[a-z0-9*])?)(?:==(?<version>.*))?$/i;
const VERSION = /^[a-z0-9][a-z0-9._+!-]*$/i;
const ALLOWED = 'a name such as numpy, numpy==1.26.4 or my-company-*, without extras, one per line or separated by commas';
function canonicalName(name) {
    return name.replace(/[-_.]+/g, '-').toLowerCase();
}
function parsePackages(input) {
    const texts = input
        .split(/\r\n|\n|\r/)
        .filter((line) => line.trim() !== '')
        .flatMap((line) => line.split(','))
        .map((text) => text.trim());
    const selectors = texts.map((text) => parsePackage(text, input));
    return [...new Map(selectors.map((selector) => [`${selector.name}==${selector.version}`, selector])).values()];
}
function parsePackage(text, input) {
    const refuse = (problem) => new _util_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_(`Input "package": ${problem}. Allowed: ${ALLOWED}.`);
    if (text === '')
        throw refuse(`${JSON.stringify(input)} has an empty name`);
    const value = JSON.stringify(text);
    if (text.startsWith('-'))
        throw refuse(`${value} looks like an option`);
    if (/\s/.test(text))
        throw refuse(`${value} has a space in it`);
    if (/[/\\]/.test(text))
        throw refuse(`${value} looks like a path`);
    const groups = SELECTOR.exec(text)?.groups;
    if (!groups)
        throw refuse(`${value} is not the name of a package`);
    const name = canonicalName(groups.name);
    if (!/[a-z0-9]/.test(name))
        throw refuse(`${value} would select every package; for that there is mode "purge"`);
    if (groups.version === undefined)
        return { text, name };
    if (!VERSION.test(groups.version))
        throw refuse(`${value} does not end in one version`);
    return { text, name, version: groups.version };
}
function selectsName(selector, distributionName) {
    const name = canonicalName(distributionName);
    return selector.name.includes('*') ? (0,_util_wildcard_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesWildcard */ ._)(selector.name, name) : name === selector.name;
}


/***/ }),

/***/ 5344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ reportProblem)
/* harmony export */ });
function reportProblem(message, { mayFail }, log) {
    if (mayFail)
        log.error(message);
    else
        log.warning(message);
    return mayFail ? 1 : 0;
}


/***/ }),

/***/ 6257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ visible),
/* harmony export */   T: () => (/* binding */ oneLine)
/* harmony export */ });
function oneLine(text) {
    return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\x${hex(character)}`);
}
function hex(character) {
    return (character.codePointAt(0) ?? 0).toString(16).padStart(2, '0');
}
function visible(text) {
    return oneLine(text).replaceAll('##[', '##\\x5b');
}


/***/ }),

/***/ 7519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ MAIN_STEP),
/* harmony export */   e: () => (/* binding */ POST_STEP)
/* harmony export */ });
const MAIN_STEP = { mayFail: true, hasOutputs: true };
const POST_STEP = {
    mayFail: false,
    hasOutputs: false,
    note: 'This was done at the end of the job, since the job failed.',
};


/***/ }),

/***/ 9749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  c: () => (/* binding */ inputReader),
  e: () => (/* binding */ runStep)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __nccwpck_require__(6257);
;// CONCATENATED MODULE: ./build/report/log.js


const runnerLog = {
    say: (line) => print((0,visible/* visible */.R)(line).replace(/^\s*::/, '\\x3a:')),
    group(title, output) {
        const token = crypto.randomUUID();
        command('group', title);
        command('stop-commands', token);
        print(output.trimEnd());
        command(token, '');
        command('endgroup', '');
    },
    warning: (message) => command('warning', message),
    error: (message) => command('error', message),
    debug: (message) => command('debug', message),
};
function command(name, value) {
    print(`::${name}::${(0,visible/* visible */.R)(value).replaceAll('%', '%25')}`);
}
const terminalLog = {
    say: (line) => print((0,visible/* visible */.R)(line)),
    group(title, output) {
        print((0,visible/* visible */.R)(title));
        for (const line of output.trimEnd().split(/\r\n|[\r\n]/))
            print(`  ${(0,visible/* visible */.R)(line)}`);
    },
    warning: (message) => print(`Warning: ${(0,visible/* visible */.R)(message)}`),
    error: (message) => print(`Error: ${(0,visible/* visible */.R)(message)}`),
    debug() { },
};
function print(line) {
    process.stdout.write(line + external_node_os_.EOL);
}

// EXTERNAL MODULE: ./build/report/problem.js
var problem = __nccwpck_require__(5344);
// EXTERNAL MODULE: ./build/util/errors.js
var errors = __nccwpck_require__(4478);
;// CONCATENATED MODULE: ./build/steps/run-step.js



async function runStep(stepKind, env, work) {
    const log = env.GITHUB_ACTIONS === 'true' ? runnerLog : terminalLog;
    try {
        return await work(log);
    }
    catch (thrown) {
        const message = thrown instanceof errors/* Refusal */.P_ ? thrown.message : `Unexpected: ${(0,errors/* messageOf */.bD)(thrown)}. Please report this with the log.`;
        return (0,problem/* reportProblem */.k)(message, stepKind, log);
    }
}
function inputReader(env) {
    return (name) => env[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
}


/***/ }),

/***/ 4478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   P_: () => (/* binding */ Refusal),
/* harmony export */   bD: () => (/* binding */ messageOf)
/* harmony export */ });
class Refusal extends Error {
    name = 'Refusal';
}
function messageOf(thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
}
function codeOf(thrown) {
    return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';
}


/***/ }),

/***/ 7223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ matchesWildcard)
/* harmony export */ });
const TOKEN = /\*|\[[^\]]+\]|./gs;
function matchesWildcard(pattern, text) {
    const tokens = pattern.match(TOKEN) ?? [];
    let token = 0;
    let position = 0;
    let star = -1;
    let resume = 0;
    while (position < text.length) {
        if (tokens[token] === '*') {
            star = token;
            resume = position;
            token += 1;
        }
        else if (accepts(tokens[token], text.charAt(position))) {
            token += 1;
            position += 1;
        }
        else if (star >= 0) {
            token = star + 1;
            resume += 1;
            position = resume;
        }
        else {
            return false;
        }
    }
    while (tokens[token] === '*')
        token += 1;
    return token === tokens.length;
}
function accepts(token, character) {
    if (token === undefined)
        return false;
    return token.length > 1 ? token.slice(1, -1).includes(character) : token === character;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return {"53":"contents","70":"steps-packages","108":"inventory-shared","161":"inventory-packages","219":"formats-html-page","264":"formats-html-page-packages","284":"worker","308":"on-failure-steps","428":"unread","508":"remove","543":"steps-shared","608":"take-inventory","771":"package-entries","806":"on-failure-register","820":"versions","961":"reset-and-report"}[chunkId] + ".js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  RY: () => (/* binding */ inventoryWorker),
  iW: () => (/* binding */ main),
  Pe: () => (/* binding */ onFailureMain),
  Oo: () => (/* binding */ onFailurePost)
});

// EXTERNAL MODULE: ./build/inputs/inputs.js + 1 modules
var inputs_inputs = __nccwpck_require__(584);
// EXTERNAL MODULE: ./build/reset/step-kind.js
var step_kind = __nccwpck_require__(7519);
// EXTERNAL MODULE: ./build/steps/run-step.js + 1 modules
var run_step = __nccwpck_require__(9749);
;// CONCATENATED MODULE: ./build/steps/reset-step.js



function runResetStep(env, signal) {
    return (0,run_step/* runStep */.e)(step_kind/* MAIN_STEP */.L, env, async (log) => {
        const inputs = (0,inputs_inputs/* readInputs */.K)((0,run_step/* inputReader */.c)(env));
        const { resetAndReport } = await Promise.all(/* import() */[__nccwpck_require__.e(70), __nccwpck_require__.e(543), __nccwpck_require__.e(961)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4961));
        return resetAndReport(inputs, log, { env, signal, stepKind: step_kind/* MAIN_STEP */.L });
    });
}

;// CONCATENATED MODULE: ./build/main.js

const main = () => start(async () => runResetStep);
const onFailureMain = () => start(async () => (await __nccwpck_require__.e(/* import() */ 308).then(__nccwpck_require__.bind(__nccwpck_require__, 6308))).registerReset);
const onFailurePost = () => start(async () => (await __nccwpck_require__.e(/* import() */ 308).then(__nccwpck_require__.bind(__nccwpck_require__, 6308))).resetAfterFailure);
const inventoryWorker = async () => (await Promise.all(/* import() */[__nccwpck_require__.e(161), __nccwpck_require__.e(108), __nccwpck_require__.e(284)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3513))).work();
async function start(load) {
    const cancelled = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
        process.on(signal, () => cancelled.abort());
    process.stdout.on('error', () => { });
    const step = await load();
    process.exitCode = await step(process.env, cancelled.signal);
}

var __webpack_exports__inventoryWorker = __webpack_exports__.RY;
var __webpack_exports__main = __webpack_exports__.iW;
var __webpack_exports__onFailureMain = __webpack_exports__.Pe;
var __webpack_exports__onFailurePost = __webpack_exports__.Oo;
export { __webpack_exports__inventoryWorker as inventoryWorker, __webpack_exports__main as main, __webpack_exports__onFailureMain as onFailureMain, __webpack_exports__onFailurePost as onFailurePost };
