// What kind of character stands in a text, and what it is without case, diacritics and typography.

// Base letters of U+00C0–U+017F, in order; a space marks a sign that is no letter.
const latin =
  'aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty' +
  'aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll' +
  'lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs';
const ligatures = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st'];
const word = /^[\p{L}\p{Nd}\p{Nl}\p{No}\p{Mn}]$/u;
const digit = /^[\p{Nd}\p{No}]$/u;
const mark = /^\p{Mn}$/u;
const upper = /^[\p{Lu}\p{Lt}]$/u;
const symbol = /^\p{Sm}$/u;

const isLower = (c: number) => c >= 0x61 && c <= 0x7a;
const isUpperAscii = (c: number) => c >= 0x41 && c <= 0x5a;
const is = (kind: RegExp, c: number) => kind.test(String.fromCodePoint(c));

export const isAsciiLetter = (c: number) => isLower(c) || isUpperAscii(c);
export const isAsciiDigit = (c: number) => c >= 0x30 && c <= 0x39;

/** Letters, digits and the marks on them. */
export const isWord = (c: number) => (c < 0x80 ? isAsciiLetter(c) || isAsciiDigit(c) : is(word, c));
export const isDigit = (c: number) => (c < 0x80 ? isAsciiDigit(c) : is(digit, c));
export const isMark = (c: number) => c >= 0x80 && is(mark, c);
export const isUpper = (c: number) => (c < 0x80 ? isUpperAscii(c) : is(upper, c));
export const isSymbol = (c: number) => c >= 0x80 && is(symbol, c);

/** Scripts written without spaces between words, and Hangul. */
export const isCjk = (c: number) =>
  c >= 0x3040 && ((c <= 0x30ff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7af) ||
    (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff));

/** What .NET takes for white space, which is not quite what `\s` is. */
export const isSpace = (c: string) => /^[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/.test(c);

/** The code point at a place, and U+FFFD for half a pair of surrogates. */
export function at(text: string, index: number): number {
  const c = text.codePointAt(index) ?? 0xfffd;
  return c >= 0xd800 && c <= 0xdfff ? 0xfffd : c;
}

export const sizeOf = (c: number) => (c >= 0x10000 ? 2 : 1);

function foldUnit(c: number): string {
  if (c >= 0xc0 && c <= 0x17f) {
    const letter = latin[c - 0xc0]!;
    return letter === ' ' ? String.fromCharCode(c) : letter;
  }
  if (c >= 0x2080 && c <= 0x2089) return String(c - 0x2080);
  if (c >= 0x1cd && c <= 0x1dc) return 'aaiioouuuuuuuuuu'[c - 0x1cd]!;
  if (c >= 0x1ea0 && c <= 0x1eb7) return 'a';
  if (c >= 0x1eb8 && c <= 0x1ec7) return 'e';
  if (c >= 0x1ecc && c <= 0x1ee3) return 'o';
  switch (c) {
    case 0xb9: return '1';
    case 0xb2: return '2';
    case 0xb3: return '3';
    case 0x2217: return '*';
    case 0x218: case 0x219: return 's';
    case 0x21a: case 0x21b: return 't';
    default: return String.fromCodePoint(c).toLowerCase();
  }
}

/** One character for most, several for ligatures, none for marks. */
function foldPoint(c: number): string {
  if (c >= 0x300 && c <= 0x36f) return '';
  if (c >= 0xfb00 && c <= 0xfb06) return ligatures[c - 0xfb00]!;
  if (c >= 0xff01 && c <= 0xff5e) return foldUnit(c - 0xff01 + 0x21);
  if (c >= 0x1d400 && c <= 0x1d6a3) return String.fromCharCode(0x61 + ((c - 0x1d400) % 26));
  if (c >= 0x1d7ce && c <= 0x1d7ff) return String.fromCharCode(0x30 + ((c - 0x1d7ce) % 10));
  return foldUnit(c);
}

export function fold(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  let folded = '';
  for (let i = 0; i < text.length;) {
    const c = at(text, i);
    folded += foldPoint(c);
    i += sizeOf(c);
  }
  return folded;
}
