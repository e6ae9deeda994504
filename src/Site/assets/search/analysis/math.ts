import { at, fold, isAsciiDigit, isAsciiLetter, isDigit, isMark, isSymbol, isWord, sizeOf } from './letters.js';
import { canonical, isPresentation } from './symbols.js';
import type { Tokens } from './tokens.js';

const signs = '+-*/=<>|^()[]';

/** TeX to tokens: commands, names, numbers and signs, without what only changes the look; `d_{model}` is `d_model`, `d` and `model`. */
export function analyzeMath(text: string, tokens: Tokens): void {
  for (let i = 0; i < text.length;) {
    const c = at(text, i);
    if (c === 0x5c) i = command(text, i, tokens);
    else if (isAsciiDigit(c)) i = number(text, i, tokens);
    else if (isWord(c) && !isMark(c)) i = name(text, i, tokens);
    else {
      const sign = String.fromCodePoint(c);
      if (isSymbol(c) || signs.includes(sign)) {
        tokens.addSign(sign, i, sign.length);
        tokens.advance();
      }
      i += sizeOf(c);
    }
  }
}

function command(text: string, start: number, tokens: Tokens): number {
  let end = start + 1;
  while (end < text.length && isAsciiLetter(text.charCodeAt(end))) end++;
  if (end === start + 1) return Math.min(text.length, end + 1);
  const written = text.slice(start + 1, end);
  if (!isPresentation(written)) {
    tokens.addCommand(canonical(fold(written)), start, end - start);
    tokens.advance();
  }
  return end;
}

function number(text: string, start: number, tokens: Tokens): number {
  const digit = (i: number) => i < text.length && isAsciiDigit(text.charCodeAt(i));
  let end = start;
  while (digit(end) || (text[end] === '.' && digit(end + 1))) end++;
  tokens.add(text.slice(start, end), start, end - start);
  tokens.advance();
  return end;
}

function name(text: string, start: number, tokens: Tokens): number {
  let end = start;
  while (end < text.length) {
    const c = at(text, end);
    if (!isWord(c) || isDigit(c)) break;
    end += sizeOf(c);
  }
  if (end === start) end += sizeOf(at(text, end));
  const term = fold(text.slice(start, end));
  const below = subscript(text, end);
  if (below) tokens.add(`${term}_${fold(below)}`, start, end - start, true);
  tokens.addSign(term, start, end - start);
  tokens.advance();
  return end;
}

const subscripts = /_(?:\{([A-Za-z0-9]+)\}|([A-Za-z0-9]+))/y;

/** The letters and digits of the subscript that begins here; undefined where there is none or it says more. */
function subscript(text: string, from: number): string | undefined {
  subscripts.lastIndex = from;
  const found = subscripts.exec(text);
  return found?.[1] ?? found?.[2];
}
