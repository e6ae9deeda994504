import type { AnalysisKind } from './analysis/analyzer.js';

/** A field of the index: what a query calls it, how its text is read, and how much a word found in it counts. */
export interface Field {
  readonly name: string;
  readonly kind: AnalysisKind;
  /** 0 for fields that only filter. */
  readonly weight: number;
  /** Where a word without a field looks. */
  readonly isDefault: boolean;
}

const field = (name: string, kind: AnalysisKind, weight: number): Field => ({ name, kind, weight, isDefault: weight > 0 });

/** The order in which the fields of a word stand in a query, which is the order of the sum of its score. */
export const fields: readonly Field[] = [
  field('short', 'text', 8), field('title', 'text', 5), field('tag', 'text', 2.5), field('author', 'names', 3),
  field('heading', 'text', 2), field('note', 'text', 1), field('code', 'text', 0.8), field('math', 'math', 1),
  field('id', 'keyword', 8), field('year', 'keyword', 1), field('has', 'keyword', 0), field('verified', 'keyword', 0),
];

export const defaultFields = fields.filter((f) => f.isDefault);

/** Text fields have norms and positions, keywords neither. */
export const hasWords = (f: Field) => f.kind !== 'keyword';

export const fieldOf = (name: string) => fields.find((f) => f.name === name.toLowerCase());
