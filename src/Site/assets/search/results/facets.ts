import type { Index } from '../index/index.js';
import type { ValuePages } from '../index/values.js';

const mostValues = 20;
const having = ['code', 'note', 'math'];
const verified = ['no', 'yes'];

/** Values that pages have, the most frequent first. */
export interface Facet {
  readonly name: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** Counts what pages have in common. */
export function facetsOf(index: Index, pages: Int32Array): readonly Facet[] {
  const [values, names] = [index.values(), index.names()];
  if (!values || !names) return [];
  const found = new Uint8Array(index.pageCount);
  for (let i = 0; i < pages.length; i++) found[pages[i]!] = 1;
  return [
    facet('tag', values.tags, found, (n) => names.tags[n]![0]),
    facet('year', values.years, found, (n) => String(index.years[n])),
    facet('author', values.authors, found, (n) => names.authors[n]![0]),
    facet('has', values.having, found, (n) => having[n]!),
    facet('verified', values.verified, found, (n) => verified[n]!),
  ];
}

function facet(name: string, pages: ValuePages, found: Uint8Array, valueOf: (n: number) => string): Facet {
  const counts = pages.map((own) => count(own, found));
  // Only those that may be among the most frequent are named and sorted.
  const least = Math.max(1, Uint32Array.from(counts).sort().at(-mostValues) ?? 1);
  const values = counts.flatMap((count, n) => (count >= least ? { value: valueOf(n), count } : []));
  return { name, values: values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, mostValues) };
}

function count(pages: Int32Array, found: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < pages.length; i++) sum += found[pages[i]!]!;
  return sum;
}
