export const id = 428;
export const ids = [428];
export const modules = {

/***/ 6428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   unreadIn: () => (/* binding */ unreadIn)
/* harmony export */ });
/* harmony import */ var _cache_listing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(345);
/* harmony import */ var _label_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3473);


const UNREADABLE_KIND = _label_js__WEBPACK_IMPORTED_MODULE_1__/* .KINDS */ .GW.indexOf('unreadable');
function unreadIn({ listing, kindOf, projectOf, unread: first }) {
    if (!first)
        return undefined;
    let [files, bytes] = [0, 0];
    for (const entry of (0,_cache_listing_js__WEBPACK_IMPORTED_MODULE_0__/* .entries */ .jO)(listing)) {
        if (entry.kind === 'directory' || kindOf[entry.index] !== UNREADABLE_KIND || projectOf[entry.index] !== 0)
            continue;
        files += 1;
        bytes += entry.bytes;
    }
    return files > 0 ? { files, bytes, first } : undefined;
}


/***/ })

};
