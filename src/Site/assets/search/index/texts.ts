/** Anchor, heading, note, code, formulas. */
export type Section = readonly [anchor: string, heading: string, note: string, code: string, math: readonly string[]];

/** What a result shows of its page. */
export interface Page {
  readonly id: string;
  readonly kind: 'paper' | 'note' | 'list';
  readonly url: string;
  readonly title: string;
  readonly short: string | null;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly year: number;
  readonly sections: readonly Section[];
}

/** What pages can be narrowed by: names, and for each page the numbers of its own; year 0 where there is none. */
export interface FacetTable {
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly pages: readonly (readonly [tags: readonly number[], authors: readonly number[], year: number, having: number, verified: number])[];
  readonly years: readonly string[];
}

export interface Names {
  readonly authors: readonly (readonly [name: string, pages: number])[];
  readonly tags: readonly (readonly [name: string, pages: number])[];
}
