export const id = 308;
export const ids = [308];
export const modules = {

/***/ 5554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   n0: () => (/* binding */ registrationIn),
/* harmony export */   sf: () => (/* binding */ STATE_NAME)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _inputs_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(584);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4478);



const STATE_NAME = 'registration';
const VERSION = 1;
function stateOf(given, { interpreter, cacheDirectory }) {
    return JSON.stringify({ version: VERSION, inputs: given, interpreter, cacheDirectory: cacheDirectory ?? null });
}
function registrationIn(env) {
    const value = env[`STATE_${STATE_NAME}`];
    if (!value)
        return undefined;
    const { version, inputs, interpreter, cacheDirectory, ...more } = record(parsed(value), 'the whole');
    if (version !== VERSION)
        throw unreadable(`its version is ${JSON.stringify(version)}, not ${VERSION}`);
    if (Object.keys(more).length > 0)
        throw unreadable(`there is ${JSON.stringify(Object.keys(more)[0])} in it`);
    return {
        inputs: (0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputs */ .K)(readerOf(record(inputs, 'inputs'))),
        interpreter: absolutePath(interpreter, 'interpreter'),
        cacheDirectory: cacheDirectory === null ? undefined : absolutePath(cacheDirectory, 'cacheDirectory'),
    };
}
function parsed(value) {
    try {
        return JSON.parse(value);
    }
    catch (thrown) {
        throw unreadable((0,_util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(thrown));
    }
}
function record(value, name) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return { ...value };
    throw unreadable(`${name} is no object`);
}
function readerOf(inputs) {
    return (name) => {
        const value = inputs[name];
        if (typeof value === 'string')
            return value;
        throw unreadable(`the input ${JSON.stringify(name)} is no text`);
    };
}
function absolutePath(value, name) {
    if (typeof value === 'string' && (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(value))
        return value;
    throw unreadable(`${name} is no absolute path`);
}
function unreadable(why) {
    return new _util_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`What was remembered for the end of the job can't be read: ${why}. Nothing was deleted.`);
}


/***/ }),

/***/ 6308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   registerReset: () => (/* binding */ registerReset),
/* harmony export */   resetAfterFailure: () => (/* binding */ resetAfterFailure)
/* harmony export */ });
/* harmony import */ var _inputs_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(584);
/* harmony import */ var _reset_step_kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7519);
/* harmony import */ var _run_step_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9749);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5554);




function registerReset(env, signal) {
    return (0,_run_step_js__WEBPACK_IMPORTED_MODULE_2__/* .runStep */ .e)(_reset_step_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .MAIN_STEP */ .L, env, async (log) => {
        const read = (0,_run_step_js__WEBPACK_IMPORTED_MODULE_2__/* .inputReader */ .c)(env);
        const given = {};
        const inputs = (0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .readInputs */ .K)((name) => {
            given[name] = read(name);
            return given[name];
        });
        const { register } = await Promise.all(/* import() */[__webpack_require__.e(70), __webpack_require__.e(543), __webpack_require__.e(806)]).then(__webpack_require__.bind(__webpack_require__, 5806));
        return register({ inputs, byName: given }, log, { env, signal, stepKind: _reset_step_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .MAIN_STEP */ .L });
    });
}
function resetAfterFailure(env, signal) {
    return (0,_run_step_js__WEBPACK_IMPORTED_MODULE_2__/* .runStep */ .e)(_reset_step_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .POST_STEP */ .e, env, async (log) => {
        const registration = (0,_state_js__WEBPACK_IMPORTED_MODULE_3__/* .registrationIn */ .n0)(env);
        if (registration === undefined) {
            log.say('Nothing to do: the step that should have registered this reset did not register one.');
            return 0;
        }
        const { inputs, ...remembered } = registration;
        const { resetAndReport } = await Promise.all(/* import() */[__webpack_require__.e(70), __webpack_require__.e(543), __webpack_require__.e(961)]).then(__webpack_require__.bind(__webpack_require__, 4961));
        return resetAndReport(inputs, log, { env, signal, stepKind: _reset_step_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .POST_STEP */ .e, remembered });
    });
}


/***/ })

};
