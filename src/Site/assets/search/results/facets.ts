import type { Index } from '../index/index.js';

const mostValues = 20;
const having = ['code', 'note', 'math'];

/** Values that pages have, the most frequent first. */
export interface Facet {
  readonly name: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** Counts what pages have in common. */
export function facetsOf(index: Index, pages: readonly number[]): readonly Facet[] {
  const table = index.facets();
  if (!table) return [];
  const rows = pages.map((page) => table.pages[page]!);
  return [
    count('tag', rows.flatMap(([tags]) => tags.map((t) => table.tags[t]!))),
    count('year', rows.flatMap(([, , year]) => (year ? [String(year)] : []))),
    count('author', rows.flatMap(([, authors]) => authors.map((a) => table.authors[a]!))),
    count('has', rows.flatMap(([, , , bits]) => having.filter((_, bit) => bits & (1 << bit)))),
    count('verified', rows.flatMap(([, , , , verified]) => (verified < 0 ? [] : [verified ? 'yes' : 'no']))),
  ];
}

function count(name: string, values: readonly string[]): Facet {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ordered = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return { name, values: ordered.slice(0, mostValues).map(([value, count]) => ({ value, count })) };
}
