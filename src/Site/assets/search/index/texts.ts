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

/** The most frequent first. */
export interface Names {
  readonly authors: readonly (readonly [name: string, pages: number])[];
  readonly tags: readonly (readonly [name: string, pages: number])[];
}
