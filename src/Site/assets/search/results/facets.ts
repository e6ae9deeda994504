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
  const [facts, names] = [index.facets(), index.names()];
  if (!facts || !names) return [];
  const [tags, authors] = [new Counts(names.tags.length, (n) => names.tags[n]![0]), new Counts(names.authors.length, (n) => names.authors[n]![0])];
  const [bits, verified] = [new Counts(having.length, (n) => having[n]!), new Counts(2, (n) => (n ? 'yes' : 'no'))];
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
  private readonly met: number[] = [];

  constructor(size: number, private readonly name: (number: number) => string) {
    this.counts = new Uint32Array(size);
  }

  add(number: number): void {
    if (this.counts[number]!++ === 0) this.met.push(number);
  }

  /** Those that may be among the most frequent. */
  values(): { value: string; count: number }[] {
    const ascending = Uint32Array.from(this.met, (n) => this.counts[n]!).sort();
    const least = ascending[Math.max(0, ascending.length - mostValues)] ?? 0;
    return this.met.filter((n) => this.counts[n]! >= least).map((n) => ({ value: this.name(n), count: this.counts[n]! }));
  }
}

const facet = (name: string, values: { value: string; count: number }[]): Facet =>
  ({ name, values: values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, mostValues) });
