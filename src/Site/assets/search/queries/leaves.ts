import { analyze } from '../analysis/analyzer.js';
import type { Token } from '../analysis/tokens.js';
import { hasWords, type Field } from '../fields.js';
import type { Index } from '../index/index.js';
import { expand } from './expansion.js';
import type { Range, Word } from './expression.js';
import type { Node, PhraseTerm } from './nodes.js';

/** The weight of the form as written where its stem counts 1: a document with both ranks higher. */
const exactShare = 0.5;

interface Text {
  readonly text: string;
  readonly slop: number;
  readonly boost: number;
  readonly isPhrase: boolean;
}

/** A prefix, wildcard or similar word, in the order of the fields. */
export function planExpanded(index: Index, word: Word, all: readonly Field[], boost: number): { nodes: Node[]; cut: boolean } {
  const fields = all.filter((f) => word.field || hasWords(f) || f.name === 'id');
  const { terms, cut } = expand(index, word, fields);
  const nodes = fields.flatMap((field) => terms.flatMap(({ term, share }) => known(index, field, term, field.weight * share * boost)));
  return { nodes, cut };
}

export function planRange(index: Index, range: Range): Node[] {
  const [from, to] = [range.from ?? -Infinity, range.to ?? Infinity];
  return index.years.filter((year) => year >= from && year <= to)
    .map((year) => ({ kind: 'term', field: range.field.name, term: String(year), boost: 0 }));
}

/** A plain word or a phrase, in the order of the fields; undefined where the text has nothing to search for. */
export function planText(index: Index, fields: readonly Field[], text: Text): Node[] | undefined {
  const nodes: Node[] = [];
  let empty = true;
  for (const field of fields) {
    const tokens = analyze(field.kind, text.text);
    empty &&= tokens.length === 0 || !hasWords(field);
    nodes.push(...inField(index, field, tokens, text));
  }
  return empty && fields.some(hasWords) ? undefined : nodes;
}

function inField(index: Index, field: Field, tokens: readonly Token[], { slop, boost, isPhrase }: Text): Node[] {
  const weight = field.weight * boost;
  const exact = field.kind === 'text' ? weight * exactShare : weight;
  const parts = byPosition(tokens.filter((t) => !t.isWhole));
  const single = parts.length === 1 ? tokens : isPhrase ? [] : tokens.filter((t) => t.isWhole);
  const nodes = single.flatMap((t) => known(index, field, t.term, t.isStem ? weight : exact));
  if (parts.length < 2 || !hasWords(field)) return nodes;
  nodes.push(...phrase(index, field, parts.map((p) => p.findLast((t) => !t.isStem)!), slop, exact));
  if (tokens.some((t) => t.isStem)) nodes.push(...phrase(index, field, parts.map((p) => p.at(-1)!), slop, weight));
  return nodes;
}

function byPosition(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [];
  for (const token of tokens) {
    if (parts.at(-1)?.[0]!.position === token.position) parts.at(-1)!.push(token);
    else parts.push([token]);
  }
  return parts;
}

const known = (index: Index, field: Field, term: string, boost: number): Node[] =>
  index.documentFrequency(field.name, term) > 0 ? [{ kind: 'term', field: field.name, term, boost }] : [];

/** Engines move repeated terms about in different ways, so such a phrase is looked for as it stands. */
function phrase(index: Index, field: Field, tokens: readonly Token[], slop: number, boost: number): Node[] {
  // Every term is asked for, so that all that are not there are loaded at once.
  if (tokens.filter((t) => index.documentFrequency(field.name, t.term) === 0).length > 0) return [];
  const terms: PhraseTerm[] = tokens.map(({ term, position }) => ({ term, position }));
  const repeats = new Set(terms.map((t) => t.term)).size < terms.length;
  return [{ kind: 'phrase', field: field.name, terms, slop: repeats ? 0 : slop, boost }];
}
