import { isAsciiDigit, isAsciiLetter, isSpace } from '../analysis/letters.js';
import type { Field } from '../fields.js';
import type { Phrase, Range, Word, WordForm } from './expression.js';
import { closest } from './closest.js';
import { codes, type Problems } from './problems.js';

const mostEdits = 2;
const mostSlop = 100;
const mostBoost = 1000;
const values = new Map<string, readonly string[]>([['has', ['code', 'note', 'math']], ['verified', ['yes', 'no']]]);

/** The leaves of a query: words, phrases, ranges, and the marks behind them. */
export class Reader {
  at = 0;

  constructor(private readonly text: string, private readonly problems: Problems) {
    this.skipSpace();
  }

  /** The character that is read next; empty at the end. */
  get current(): string {
    return this.text[this.at] ?? '';
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  get isAtEndOfGroup(): boolean {
    return this.isAtEnd || this.current === ')';
  }

  get isAtGap(): boolean {
    return this.isAtEndOfGroup || isSpace(this.current);
  }

  skip(count: number): void {
    this.at += count;
    this.skipSpace();
  }

  skipSpace(): void {
    while (!this.isAtEnd && isSpace(this.current)) this.at++;
  }

  skipToEnd(): void {
    this.at = this.text.length;
  }

  /** The operator that stands here as a word of its own, in capitals. */
  operator(): 'AND' | 'OR' | 'NOT' | undefined {
    return (['AND', 'OR', 'NOT'] as const).find((name) => {
      const after = this.text[this.at + name.length];
      return this.text.startsWith(name, this.at) && (after === undefined || isSpace(after) || '()"'.includes(after));
    });
  }

  /** The name before a colon; undefined for `https://`, `std::vector` and times of day. */
  field(): { name: string; start: number } | undefined {
    let end = this.at;
    while (isAsciiLetter(this.code(end))) end++;
    const next = this.text[end + 1];
    return end > this.at && this.text[end] === ':' && next !== '/' && next !== ':' ? { name: this.text.slice(this.at, end), start: this.at } : undefined;
  }

  phrase(field: Field | undefined): Phrase | undefined {
    const start = this.at++;
    let text = '';
    for (; !this.isAtEnd && this.current !== '"'; this.at++) {
      const next = this.text[this.at + 1];
      if (this.current === '\\' && (next === '"' || next === '\\')) this.at++;
      text += this.current;
    }
    const closed = !this.isAtEnd;
    if (closed) this.at++;
    const slop = this.current === '~' ? this.number('~', 'a phrase', 0, mostSlop) : 0;
    const boost = this.boost();
    const length = this.at - start;
    this.skipSpace();
    if ([...text].every(isSpace)) {
      this.problems.remove(codes.missingValue, start, length, 'a phrase needs words between its quotation marks');
      return undefined;
    }
    if (!closed) this.problems.append(codes.unclosedQuote, start, 1, 'this quotation mark is not closed', '"');
    return { kind: 'phrase', start, length, field, text, slop, boost };
  }

  /** `2017..2021`, `2017..`, `..2021`; undefined where something else stands here. */
  range(field: Field): Range | undefined {
    const start = this.at;
    let end = start;
    while (end < this.text.length && !isSpace(this.text[end]!) && !')^'.includes(this.text[end]!)) end++;
    const value = this.text.slice(start, end);
    const dots = value.indexOf('..');
    if (dots < 0 || value.length > 64) return undefined;
    const [first, last] = [value.slice(0, dots), value.slice(dots + 2).replace(/^\.+/, '')];
    let [from, to] = [yearOf(first), yearOf(last)];
    this.at = end;
    if ((first && from === undefined) || (last && to === undefined) || !(first || last))
      this.problems.add(codes.badValue, start, value.length, `'${value}' is no range of years`, `${this.text.slice(0, start)}2017..2021${this.text.slice(end)}`);
    else if (from !== undefined && to !== undefined && from > to) {
      this.problems.replace(codes.badValue, start, value.length, `the range ${value} ends before it begins`, `${to}..${from}`);
      [from, to] = [to, from];
    }
    const boost = this.boost();
    this.skipSpace();
    return { kind: 'range', start, length: end - start, field, from, to, boost };
  }

  word(field: Field | undefined): Word | undefined {
    const start = this.at;
    let text = '';
    let wildcards = 0;
    while (!this.isAtGap && this.current !== '"' && !(text && this.isSuffix())) {
      if (this.current === '(') {
        const call = text ? this.call() : '';
        if (!call) break;
        text += call;
        continue;
      }
      const next = this.text[this.at + 1];
      if (this.current === '\\' && next !== undefined && !isAsciiLetter(this.code(this.at + 1)) && !isSpace(next)) this.at++;
      else if (this.current === '*' || this.current === '?') wildcards++;
      if (!this.isAtGap) text += this.text[this.at++];
    }
    const edits = this.current === '~' ? this.number('~', 'a word', 1, mostEdits) : -1;
    const caret = this.at;
    const boost = this.boost();
    if (boost !== 1 && text.length === 1)
      this.problems.add(codes.boostOfLetter, start, this.at - start, `${this.text.slice(caret, this.at)} is read as a boost; put the formula into quotation marks`,
        `${this.text.slice(0, start)}"${this.text.slice(start, this.at)}"${this.text.slice(this.at)}`);
    const length = Math.max(1, this.at - start);
    if (!text) this.at = Math.min(this.text.length, Math.max(this.at, start + 1));
    this.skipSpace();
    if (text) return this.checked({ kind: 'word', start, length, field, text, form: formOf(text, wildcards, edits), edits: Math.max(0, edits), boost });
    this.problems.remove(codes.missingValue, start, length, `'${this.text.slice(start, start + length)}' stands alone`);
    return undefined;
  }

  /** `^2`; 1 where there is none. */
  boost(): number {
    if (this.current !== '^') return 1;
    const start = this.at++;
    while (isAsciiDigit(this.code(this.at)) || this.text[this.at] === '.') this.at++;
    const written = this.text.slice(start + 1, this.at);
    const boost = /^(?:\d+\.?\d*|\.\d+)$/.test(written) ? Number(written) : NaN;
    if (boost > 0 && boost <= mostBoost) return boost;
    while (!this.isAtGap) this.at++;
    this.problems.remove(codes.badValue, start, this.at - start, `a boost is a number above 0 and up to ${mostBoost}: ^2`);
    return 1;
  }

  private code(index: number): number {
    return index < this.text.length ? this.text.charCodeAt(index) : 0;
  }

  /** A mark that ends a word: `~` with at most a number, `^` with a number, then a gap. */
  private isSuffix(): boolean {
    if (this.current !== '~' && this.current !== '^') return false;
    let end = this.at + 1;
    while (isAsciiDigit(this.code(end)) || this.text[end] === '.') end++;
    const after = this.text[end];
    return after === undefined || isSpace(after) || ')^~'.includes(after);
  }

  /** A parenthesis right behind a letter belongs to the word where it closes before a space: `O(N^2)`. */
  private call(): string {
    let depth = 0;
    for (let end = this.at; end < this.text.length && !isSpace(this.text[end]!); end++) {
      depth += this.text[end] === '(' ? 1 : this.text[end] === ')' ? -1 : 0;
      if (depth > 0) continue;
      const call = this.text.slice(this.at, end + 1);
      this.at = end + 1;
      return call;
    }
    return '';
  }

  private checked(word: Word): Word | undefined {
    if (/^[*?]/.test(word.text)) {
      const rest = word.text.replace(/^[*?]+/, '');
      this.problems.replace(codes.leadingWildcard, word.start, word.length, 'a word cannot begin with a wildcard', rest);
      return rest ? { ...word, text: rest, form: formOf(rest, rest.replace(/[^*?]/g, '').length, -1) } : undefined;
    }
    const allowed = word.field && values.get(word.field.name);
    const written = word.text.toLowerCase();
    if (allowed && !allowed.includes(written)) {
      this.problems.replace(codes.badValue, word.start, word.length, `${word.field!.name}: takes ${allowed.join(', ')}`, closest(written, allowed) ?? allowed[0]!);
      return undefined;
    }
    if (word.field?.name === 'year' && word.form === 'plain' && yearOf(word.text) === undefined) {
      const suggestion = `${this.text.slice(0, word.start)}2017${this.text.slice(word.start + word.length)}`;
      this.problems.add(codes.badValue, word.start, word.length, `'${word.text}' is no year`, suggestion);
      return undefined;
    }
    return word;
  }

  /** The number behind a mark; 0 where there is none. */
  private number(mark: string, what: string, least: number, most: number): number {
    const start = this.at++;
    while (isAsciiDigit(this.code(this.at))) this.at++;
    if (this.at === start + 1) return 0;
    const number = Number(this.text.slice(start + 1, this.at));
    if (number >= least && number <= most) return number;
    this.problems.replace(codes.badValue, start, this.at - start, `${mark} behind ${what} takes ${least} to ${most}`, `${mark}${most}`);
    return most;
  }
}

const yearOf = (text: string) => (/^[0-9]{1,4}$/.test(text) ? Number(text) : undefined);

function formOf(word: string, wildcards: number, edits: number): WordForm {
  if (edits >= 0) return 'fuzzy';
  if (wildcards === 0) return 'plain';
  return wildcards === 1 && word.endsWith('*') ? 'prefix' : 'wildcard';
}
