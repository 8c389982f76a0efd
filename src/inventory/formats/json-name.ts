const QUOTE = 0x22;
const SPACE = 0x20;
const BACKSLASH = 0x5c;
const [COMMA, COLON, OPEN] = [0x2c, 0x3a, 0x7b];
/** Longer texts are neither the key nor a project's name. */
const LONGEST = 256;

/**
 * The `name` of the object that a JSON text is, and of no other object within it: from string to string, without making objects. Of several the
 * last counts, as with Python.
 *
 * @returns undefined without one, when it is no text, when the object isn't closed, and when a key or a value in it stands
 * where none can be: then a part is gone, and the text may be of something else.
 */
export function nameIn(json: Buffer): string | undefined {
  let depth = 0;
  let isKey = false;
  // The byte before this one, white space left out.
  let last: number | undefined;
  let key: string | undefined;
  let name: string | undefined;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (byte === QUOTE) {
      const end = endOfString(json, at + 1);
      if (end < 0 || depth === 0) return undefined;
      if (depth === 1) {
        if (isKey ? last !== OPEN && last !== COMMA : last !== COLON) return undefined;
        const text = end - at <= LONGEST ? parsed(json.toString('utf8', at, end + 1)) : '';
        if (isKey) key = text;
        else if (key === 'name') name = text;
      }
      at = end;
    } else if (byte === OPEN || byte === 0x5b) {
      if (depth === 0 && byte === 0x5b) return undefined;
      depth += 1;
      if (depth === 1) isKey = true;
    } else if (byte === 0x7d || byte === 0x5d) {
      depth -= 1;
      if (depth <= 0) return depth === 0 ? name : undefined;
    } else if (depth === 1 && byte === COMMA) {
      isKey = true;
    } else if (depth === 1 && byte === COLON) {
      if (!isKey || last !== QUOTE) return undefined;
      isKey = false;
    }
    if (byte !== undefined && byte > SPACE) last = byte;
  }
  return undefined;
}

// The quote that closes a string has an even number of backslashes before it.
function endOfString(json: Buffer, from: number): number {
  for (let quote = json.indexOf(QUOTE, from); quote >= 0; quote = json.indexOf(QUOTE, quote + 1)) {
    let backslashes = 0;
    while (quote - 1 - backslashes >= from && json[quote - 1 - backslashes] === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return quote;
  }
  return -1;
}

function parsed(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted);
  } catch {
    return undefined;
  }
}
