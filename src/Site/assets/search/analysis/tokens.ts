import { commandOf } from './symbols.js';
import { stem } from './porter2.js';

/** A term and its place among the words of a text; offsets in UTF-16 units. */
export interface Token {
  readonly term: string;
  readonly position: number;
  readonly start: number;
  readonly length: number;
  readonly isStem: boolean;
  /** The joined form of a word with parts: `layernorm` of `LayerNorm`. */
  readonly isWhole: boolean;
}

export const longestTerm = 64;
export const stemMark = '~';

/** Tokens in the order of their positions; at one position the whole first, then the exact form, then its stem. */
export class Tokens {
  readonly list: Token[] = [];
  private next = 0;

  constructor(private readonly stems: boolean) {}

  add(term: string, start: number, length: number, isWhole = false): void {
    if (term.length === 0) return;
    term = term.slice(0, longestTerm);
    this.list.push({ term, position: this.next, start, length, isStem: false, isWhole });
    if (this.stems && /^[a-z]+$/.test(term))
      this.list.push({ term: stemMark + stem(term), position: this.next, start, length, isStem: true, isWhole });
  }

  /** A command of TeX and, last, its name: `\softmax` is also the word `softmax`. */
  addCommand(name: string, start: number, length: number): void {
    this.add('\\' + name, start, length);
    this.add(name, start, length);
  }

  /** A sign and, where TeX has a command for it, that. */
  addSign(sign: string, start: number, length: number): void {
    this.add(sign, start, length);
    const command = commandOf(sign);
    if (command) this.addCommand(command, start, length);
  }

  advance(): void {
    this.next++;
  }
}
