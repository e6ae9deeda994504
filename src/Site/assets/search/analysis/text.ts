import { at, fold, isAsciiLetter, isCjk, isDigit, isMark, isSpace, isSymbol, isUpper, isWord, sizeOf } from './letters.js';
import { canonical } from './symbols.js';
import { longestTerm, type Tokens } from './tokens.js';

const longestCall = 18;
const lowerS = 0x73;
const isApostrophe = (c: number) => c === 0x27 || c === 0x2019;
const isLetter = (c: number) => isWord(c) && !isMark(c) && !isDigit(c) && !isCjk(c);
const plain = (text: string) => text.replace(/['’]/g, '');

/**
 * Prose and program text to tokens. A word is a run of letters and digits joined by single `-`, `.` or apostrophes and by
 * underscores; it is divided at these joints, at changes of case and between letters and digits, and where it has more than
 * one part its joined form is a token too, at the place of the first.
 */
export function analyzeText(text: string, tokens: Tokens): void {
  new TextAnalyzer(text, tokens).analyze();
}

class TextAnalyzer {
  private i = 0;

  constructor(private readonly text: string, private readonly tokens: Tokens) {}

  analyze(): void {
    while (this.i < this.text.length) {
      const c = at(this.text, this.i);
      if (isCjk(c)) this.bigrams();
      else if (isWord(c) && !isMark(c)) this.word();
      else if (c === 0x5c && isAsciiLetter(at(this.text, this.i + 1))) this.command();
      else if (isSymbol(c)) this.symbol(c);
      else this.i += sizeOf(c);
    }
  }

  private bigrams(): void {
    const starts: number[] = [];
    for (let c; this.i < this.text.length && isCjk(c = at(this.text, this.i)); this.i += sizeOf(c)) starts.push(this.i);
    for (let n = 0; n < Math.max(1, starts.length - 1); n++) {
      const [start, end] = [starts[n]!, starts[n + 2] ?? this.i];
      this.tokens.add(fold(this.text.slice(start, end)), start, end - start);
      this.tokens.advance();
    }
  }

  private symbol(c: number): void {
    this.tokens.addSign(String.fromCodePoint(c), this.i, sizeOf(c));
    this.tokens.advance();
    this.i += sizeOf(c);
  }

  private command(): void {
    const start = this.i++;
    while (this.i < this.text.length && isAsciiLetter(this.text.charCodeAt(this.i))) this.i++;
    this.tokens.addCommand(canonical(fold(this.text.slice(start + 1, this.i))), start, this.i - start);
    this.tokens.advance();
  }

  private word(): void {
    const start = this.i;
    const parts: [number, number][] = [];
    this.run(parts);
    for (let joint; (joint = this.joint()) > 0;) {
      this.i += joint;
      this.run(parts);
    }
    if (parts.length > 1) this.whole(start, parts);
    else this.call(start);
    for (const [from, to] of parts) {
      const term = fold(plain(this.text.slice(from, to)));
      if (term.length === 0) continue;
      this.tokens.addSign(term, from, to - from);
      this.tokens.advance();
    }
  }

  /** The parts of one run of letters, digits and inner apostrophes. */
  private run(parts: [number, number][]): void {
    const { text } = this;
    let start = this.i;
    let last = 0;
    while (this.i < text.length) {
      const c = at(text, this.i);
      if (isApostrophe(c) && last !== 0 && this.i + 1 < text.length && isLetter(at(text, this.i + 1))) {
        if (text[this.i + 1] === 's' && !(this.i + 2 < text.length && isWord(at(text, this.i + 2)))) {
          parts.push([start, this.i]);
          this.i += 2;
          return;
        }
        this.i++;
        continue;
      }
      if (!isWord(c) || isCjk(c)) break;
      if (!isMark(c)) {
        if (last !== 0 && this.divides(last, c, start)) {
          parts.push([start, this.i]);
          start = this.i;
        }
        last = c;
      }
      this.i += sizeOf(c);
    }
    if (this.i > start) parts.push([start, this.i]);
  }

  private divides(last: number, c: number, start: number): boolean {
    if (isDigit(last) !== isDigit(c)) return true;
    if (!isUpper(c)) return false;
    if (!isUpper(last)) return true;
    const next = this.i + sizeOf(c);
    if (this.i - start < 2 || next >= this.text.length) return false;
    const after = at(this.text, next);
    if (!isLetter(after) || isUpper(after)) return false;
    // The plural of an abbreviation is one word: LLMs.
    return after !== lowerS || (next + 1 < this.text.length && isWord(at(this.text, next + 1)));
  }

  /** The length of what joins the word before to the one after; 0 where nothing does. */
  private joint(): number {
    const { text, i } = this;
    let end = i;
    if (end < text.length && '-\u2010\u2011.'.includes(text[end]!)) end++;
    else while (text[end] === '_') end++;
    if (end === i || end >= text.length) return 0;
    const c = at(text, end);
    return isWord(c) && !isMark(c) && !isCjk(c) ? end - i : 0;
  }

  private whole(start: number, parts: readonly [number, number][]): void {
    let whole = '';
    parts.forEach(([from, to], n) => {
      const before = n > 0 ? parts[n - 1]![1] : from;
      if (from > before && '_.'.includes(this.text[before]!)) whole += this.text[before];
      whole += fold(plain(this.text.slice(from, to)));
    });
    if (whole.length <= longestTerm) this.tokens.add(whole, start, this.i - start, true);
  }

  /** A letter applied to something short is a term: `O(n^2)`, `p(y|x)`. */
  private call(start: number): void {
    const { text, i } = this;
    if (i !== start + 1 || text[i] !== '(') return;
    let depth = 0;
    for (let end = i; end < text.length && end - start < longestCall && !isSpace(text[end]!); end++) {
      depth += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0;
      if (depth > 0) continue;
      if (end > i + 1) this.tokens.add(fold(text.slice(start, end + 1).replace(/[{}]/g, '')), start, end + 1 - start, true);
      return;
    }
  }
}
