export const id = 219;
export const ids = [219];
export const modules = {

/***/ 5219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   htmlPageReader: () => (/* binding */ htmlPageReader)
/* harmony export */ });
/* harmony import */ var htmlparser2__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9264);
/* harmony import */ var _names_distribution_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(890);
/* harmony import */ var _names_request_address_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7000);
/* harmony import */ var _page_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1549);




const LONGEST_ELEMENT = 'title'.length;
const MOST_HEADING = 300;
const MOST_BEFORE = 1 << 17;
const TITLE = /^\s*Links for (\S{1,200})\s*$/i;
const NO_VALUE = 0;
function htmlPageReader() {
    const links = [];
    const files = (0,_page_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .projectOfFiles */ .C)();
    const decoder = new TextDecoder();
    let before = '';
    let text = '';
    let textAt = 0;
    let element = '';
    let value;
    let href;
    let heading;
    let titled;
    let base;
    const slice = (start, end) => {
        const at = textAt - before.length;
        if (start < at)
            return '';
        return start >= textAt
            ? text.slice(start - textAt, end - textAt)
            : before.slice(start - at, end - at) + text.slice(0, Math.max(0, end - textAt));
    };
    const name = (start, end, most) => end - start > most ? '' : slice(start, end).toLowerCase();
    const opened = () => {
        if (element === 'title' || element === 'h1')
            heading = '';
        else if (element === 'base')
            base ??= href;
        else if (element === 'a' && href) {
            links.push(href);
            if (titled === undefined)
                files.add((0,_names_request_address_js__WEBPACK_IMPORTED_MODULE_2__/* .fileNameIn */ .N)(href));
        }
    };
    const tokenizer = new htmlparser2__WEBPACK_IMPORTED_MODULE_3__/* ["default"] */ .A({ xmlMode: false, decodeEntities: true }, {
        onopentagname(start, end) {
            element = name(start, end, LONGEST_ELEMENT);
            href = undefined;
        },
        onattribname(start, end) {
            const isWanted = (element === 'a' || element === 'base') && name(start, end, 'href'.length) === 'href';
            value = isWanted ? '' : undefined;
        },
        onattribdata(start, end) {
            if (value === undefined || value.length > _page_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST_ADDRESS */ .$)
                return;
            value += slice(start, Math.min(end, start + _page_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST_ADDRESS */ .$ + 1));
        },
        onattribentity(codePoint) {
            if (value !== undefined && value.length <= _page_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST_ADDRESS */ .$)
                value += String.fromCodePoint(codePoint);
        },
        onattribend(quote) {
            if (value === undefined || quote === NO_VALUE)
                return;
            if (element === 'a' || href === undefined)
                href = value.length > _page_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST_ADDRESS */ .$ ? undefined : value;
            value = undefined;
        },
        onopentagend: opened,
        onselfclosingtag: opened,
        ontext(start, end) {
            if (heading !== undefined && heading.length <= MOST_HEADING)
                heading += slice(start, Math.min(end, start + MOST_HEADING + 1));
        },
        ontextentity(codePoint) {
            if (heading !== undefined && heading.length <= MOST_HEADING)
                heading += String.fromCodePoint(codePoint);
        },
        onclosetag(start, end) {
            const closed = name(start, end, LONGEST_ELEMENT);
            if (heading === undefined || (closed !== 'title' && closed !== 'h1'))
                return;
            titled ??= TITLE.exec(heading)?.[1];
            heading = undefined;
        },
        oncdata: ignore,
        oncomment: ignore,
        ondeclaration: ignore,
        onprocessinginstruction: ignore,
        onend: ignore,
    });
    return {
        links,
        write(chunk) {
            textAt += text.length;
            before = (before + text).slice(-MOST_BEFORE);
            text = decoder.decode(chunk, { stream: true });
            tokenizer.write(text);
        },
        end() {
            tokenizer.end();
            const label = titled === undefined ? files.label() : (0,_names_distribution_name_js__WEBPACK_IMPORTED_MODULE_0__/* .projectNamed */ .JL)('index page', titled);
            return { label, base: base === '' ? undefined : base };
        },
    };
}
function ignore() {
}


/***/ })

};
