import { type QuoteType, Tokenizer } from 'htmlparser2';
import { projectNamed } from '../names/distribution-name.js';
import { fileNameIn } from '../names/request-address.js';
import { MOST_ADDRESS, type PageReader, projectOfFiles } from './page-reader.js';

const LONGEST_ELEMENT = 'title'.length;
/** Characters of a title or heading that are kept. */
const MOST_HEADING = 300;
/** Characters that are kept of the parts before the last one. */
const MOST_BEFORE = 1 << 17;
const TITLE = /^\s*Links for (\S{1,200})\s*$/i;
/** An attribute without a value, as the library numbers it: its enumeration is not in its types as values. */
const NO_VALUE = 0 satisfies QuoteType;

/**
 * Reads an index page in HTML (PEP 503): the first title or heading "Links for ...", the `href` of each `a`, and that
 * of the first `base` that has one, as pip's `HTMLLinkParser` does (pip 22 to 26.3): of several on one `a` the last
 * counts.
 *
 * With the library's tokenizer, not its parser: that keeps a list of the elements that are open, which it goes through
 * for each that closes; a page of 5 million would take hours.
 */
export function htmlPageReader(): PageReader {
  const links: string[] = [];
  const files = projectOfFiles();
  const decoder = new TextDecoder();
  // The text that came last, and some of that before it: the tokenizer names places, counted from the page's beginning,
  // and hands a long value on with each part.
  let before = '';
  let text = '';
  let textAt = 0;
  let element = '';
  let value: string | undefined;
  let href: string | undefined;
  let heading: string | undefined;
  let titled: string | undefined;
  let base: string | undefined;

  const slice = (start: number, end: number): string => {
    const at = textAt - before.length;
    if (start < at) return '';
    return start >= textAt
      ? text.slice(start - textAt, end - textAt)
      : before.slice(start - at, end - at) + text.slice(0, Math.max(0, end - textAt));
  };
  const name = (start: number, end: number, most: number) =>
    end - start > most ? '' : slice(start, end).toLowerCase();
  const opened = () => {
    if (element === 'title' || element === 'h1') heading = '';
    else if (element === 'base') base ??= href;
    else if (element === 'a' && href) {
      links.push(href);
      if (titled === undefined) files.add(fileNameIn(href));
    }
  };

  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onopentagname(start, end) {
        element = name(start, end, LONGEST_ELEMENT);
        href = undefined;
      },
      onattribname(start, end) {
        const isWanted = (element === 'a' || element === 'base') && name(start, end, 'href'.length) === 'href';
        value = isWanted ? '' : undefined;
      },
      onattribdata(start, end) {
        if (value === undefined || value.length > MOST_ADDRESS) return;
        value += slice(start, Math.min(end, start + MOST_ADDRESS + 1));
      },
      onattribentity(codePoint) {
        if (value !== undefined && value.length <= MOST_ADDRESS) value += String.fromCodePoint(codePoint);
      },
      onattribend(quote) {
        if (value === undefined || quote === NO_VALUE) return;
        if (element === 'a' || href === undefined) href = value.length > MOST_ADDRESS ? undefined : value;
        value = undefined;
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      ontext(start, end) {
        if (heading !== undefined && heading.length <= MOST_HEADING)
          heading += slice(start, Math.min(end, start + MOST_HEADING + 1));
      },
      ontextentity(codePoint) {
        if (heading !== undefined && heading.length <= MOST_HEADING) heading += String.fromCodePoint(codePoint);
      },
      onclosetag(start, end) {
        const closed = name(start, end, LONGEST_ELEMENT);
        if (heading === undefined || (closed !== 'title' && closed !== 'h1')) return;
        titled ??= TITLE.exec(heading)?.[1];
        heading = undefined;
      },
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  );
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
      const label = titled === undefined ? files.label() : projectNamed('index page', titled);
      return { label, base: base === '' ? undefined : base };
    },
  };
}

function ignore(): void {
  // Nothing is named there.
}
