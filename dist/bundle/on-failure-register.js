export const id = 806;
export const ids = [806];
export const modules = {

/***/ 5806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   register: () => (/* binding */ register)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3838);
/* harmony import */ var _report_all_or_nothing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7712);
/* harmony import */ var _report_explain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5696);
/* harmony import */ var _report_progress_log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1755);
/* harmony import */ var _report_sentence_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1706);
/* harmony import */ var _reset_find_cache_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1505);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4478);
/* harmony import */ var _util_units_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2782);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5554);









const MAX_STATE_LENGTH = 32_000;
async function register(given, log, context) {
    const { inputs, byName } = given;
    const located = await (0,_reset_find_cache_js__WEBPACK_IMPORTED_MODULE_3__/* .withCache */ .n)(inputs, { ...context, progress: (0,_report_progress_log_js__WEBPACK_IMPORTED_MODULE_5__/* .progressIn */ .P)(log) }, async (found) => found);
    const cacheDirectory = located.kind === 'found' ? located.directory : undefined;
    const remembered = { interpreter: located.pip.interpreter, cacheDirectory };
    try {
        save((0,_state_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(byName, remembered), context.env);
    }
    catch (thrown) {
        log.warning(`Nothing will be reset when the job fails, since it could not be remembered: ${(0,_util_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(thrown)}`);
        return 0;
    }
    log.say(announcement(inputs, located));
    log.say(`Interpreter ${remembered.interpreter}.`);
    return 0;
}
function save(state, { GITHUB_STATE: file }) {
    if (!file)
        throw new Error('there is no GITHUB_STATE, which a runner sets');
    if (state.length > MAX_STATE_LENGTH) {
        throw new Error(`${state.length} characters are too many; a post step can be given ${MAX_STATE_LENGTH}`);
    }
    (0,_report_all_or_nothing_js__WEBPACK_IMPORTED_MODULE_1__/* .allOrNothing */ .G)(file, () => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)(_state_js__WEBPACK_IMPORTED_MODULE_4__/* .STATE_NAME */ .sf, state));
}
function announcement(inputs, located) {
    if (located.kind === 'disabled') {
        return `${(0,_report_sentence_js__WEBPACK_IMPORTED_MODULE_7__/* .plain */ .pj)((0,_report_explain_js__WEBPACK_IMPORTED_MODULE_2__/* .whyDisabled */ .n9)(located.why))} Nothing is deleted now, nor when the job fails.`;
    }
    const { mode, packages, builtWheelsOnly, minSize, dryRun } = inputs;
    const condition = minSize === undefined ? '' : ` with at least ${(0,_util_units_js__WEBPACK_IMPORTED_MODULE_8__/* .humanSize */ .Xe)(minSize)} in the cache`;
    if (mode === 'inspect') {
        return `If the job fails, its summary tells at its end what ${located.directory} holds. Nothing is deleted.`;
    }
    const names = packages.map(({ text }) => text).join(', ');
    const entries = mode === 'purge' ? 'everything that pip cached' : `${builtWheelsOnly ? 'locally built wheels' : 'all'} of ${names}`;
    return (`If the job fails${condition}, this ${dryRun ? 'would go' : 'goes'} from ${located.directory} at its end: ` +
        `${entries}. Nothing is deleted ${dryRun ? 'in a dry run' : 'now'}.`);
}


/***/ })

};
