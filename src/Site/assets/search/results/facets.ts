import type { Index } from '../index/index.js';
import type { Names } from '../index/texts.js';

const mostValues = 20;
const having = ['code', 'note', 'math'];

/** Values that pages have, the most frequent first. */
export interface Facet {
  readonly name: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** Counts what pages have in common. */
export function facetsOf(index: Index, pages: readonly number[]): readonly Facet[] {
  const [facts, names] = [index.facets(), index.names()];
  if (!facts || !names) return [];
  const [tags, authors, bits, verified] = [new Counts(named(names.tags)), new Counts(named(names.authors)), new Counts(having), new Counts(['no', 'yes'])];
  const years = new Map<number, number>();
  for (const page of pages) {
    const own = facts[page]!;
    for (const tag of own.tags) tags.add(tag);
    for (const author of own.authors) authors.add(author);
    if (own.year) years.set(own.year, (years.get(own.year) ?? 0) + 1);
    for (let bit = 0; bit < having.length; bit++) if (own.having & (1 << bit)) bits.add(bit);
    if (own.verified !== undefined) verified.add(Number(own.verified));
  }
  return [
    facet('tag', tags.values()),
    facet('year', [...years].map(([year, count]) => ({ value: String(year), count }))),
    facet('author', authors.values()),
    facet('has', bits.values()),
    facet('verified', verified.values()),
  ];
}

/** How often each of some names was met, by its number. */
class Counts {
  private readonly counts: Uint32Array;

  constructor(private readonly names: readonly string[]) {
    this.counts = new Uint32Array(names.length);
  }

  add(number: number): void {
    this.counts[number]!++;
  }

  values(): { value: string; count: number }[] {
    return this.names.flatMap((value, i) => (this.counts[i]! > 0 ? { value, count: this.counts[i]! } : []));
  }
}

const named = (counted: Names['tags']): string[] => counted.map(([name]) => name);

const facet = (name: string, values: { value: string; count: number }[]): Facet =>
  ({ name, values: values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, mostValues) });
