import { fold } from '../analysis/letters.js';
import { stemMark } from '../analysis/tokens.js';
import type { Field } from '../fields.js';
import type { Index } from '../index/index.js';
import { editsBetween } from './closest.js';
import type { Word } from './expression.js';

export const mostTerms = 64;
const shortWord = 4;

/** A term that a word stands for: in how many documents, the share of the weight that it gets, how far it is from the word. */
export interface ExpandedTerm {
  readonly term: string;
  readonly documents: number;
  readonly share: number;
  readonly edits: number;
}

/** Prefixes, wildcards and similar words to terms of the dictionary: the nearest first, then the most frequent, at most `mostTerms`. */
export function expand(index: Index, word: Word, fields: readonly Field[]): { terms: readonly ExpandedTerm[]; cut: boolean } {
  const ordered = sorted(found(index, fold(word.text), word, fields));
  return { terms: ordered.slice(0, mostTerms), cut: ordered.length > mostTerms };
}

function found(index: Index, text: string, word: Word, fields: readonly Field[]): readonly ExpandedTerm[] {
  if (word.form === 'fuzzy') return similar(index, text, word.edits || editsFor(text), fields);
  if (word.form === 'prefix') return read(index, fields, text.slice(0, -1)).map(whole);
  return read(index, fields, text.slice(0, text.search(/[*?]/))).filter(([term]) => matches(text, term)).map(whole);
}

export const editsFor = (text: string) => (text.length <= shortWord ? 1 : 2);

export const sorted = (terms: readonly ExpandedTerm[]) =>
  [...terms].sort((a, b) => a.edits - b.edits || b.documents - a.documents || (a.term < b.term ? -1 : 1));

/** Words that begin with the same letter and are at most so many edits away; the nearer the more weight. */
export function similar(index: Index, text: string, most: number, fields: readonly Field[]): readonly ExpandedTerm[] {
  return read(index, fields, text.slice(0, 1)).flatMap(([term, documents]) => {
    const edits = editsBetween(text, term, most);
    return edits <= most ? [{ term, documents, share: 1 - edits / Math.max(text.length, term.length), edits }] : [];
  });
}

const whole = ([term, documents]: readonly [string, number]): ExpandedTerm => ({ term, documents, share: 1, edits: 0 });

/** Words that begin so, with the number of documents in the field that holds them most. */
function read(index: Index, fields: readonly Field[], prefix: string): (readonly [string, number])[] {
  const terms: [string, number][] = [];
  for (const { term, documents } of index.terms(prefix)) {
    if (term.startsWith(stemMark)) continue;
    const most = Math.max(...fields.map((f) => documents.get(f.name)?.documents ?? 0));
    if (most > 0) terms.push([term, most]);
  }
  return terms;
}

/** Greedy with one place to come back to: the last `*`. */
function matches(pattern: string, term: string): boolean {
  let [p, t, star, mark] = [0, 0, -1, 0];
  while (t < term.length) {
    if (pattern[p] === '*') [star, mark] = [p++, t];
    else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === term[t])) [p, t] = [p + 1, t + 1];
    else if (star >= 0) [p, t] = [star + 1, ++mark];
    else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
