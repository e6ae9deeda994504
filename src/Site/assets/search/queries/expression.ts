import type { Field } from '../fields.js';

interface Place {
  readonly start: number;
  readonly length: number;
  /** 1 where none was given. */
  readonly boost: number;
}

export type WordForm = 'plain' | 'prefix' | 'wildcard' | 'fuzzy';

export interface Word extends Place {
  readonly kind: 'word';
  readonly field: Field | undefined;
  readonly text: string;
  readonly form: WordForm;
  /** Of a fuzzy word; 0 where the length of the word decides. */
  readonly edits: number;
}

export interface Phrase extends Place {
  readonly kind: 'phrase';
  readonly field: Field | undefined;
  readonly text: string;
  readonly slop: number;
}

/** Years, both included; undefined for an open end. */
export interface Range extends Place {
  readonly kind: 'range';
  readonly field: Field;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** `isFirm`: written with `+`, `AND`, `-` or `NOT`; stays as it is where any word will do. */
export interface AndClause {
  readonly expression: Expression;
  readonly isNegated: boolean;
  readonly isFirm: boolean;
}

export interface And extends Place {
  readonly kind: 'and';
  readonly clauses: readonly AndClause[];
}

export interface Or extends Place {
  readonly kind: 'or';
  readonly alternatives: readonly Expression[];
}

export type Leaf = Word | Phrase | Range;
export type Expression = Leaf | And | Or;

export const endOf = (expression: Expression) => expression.start + expression.length;

/** An expression as a query with every operator written out; parsed again, it means the same. */
export function print(expression: Expression, inner = false): string {
  const text = printed(expression, inner || expression.boost !== 1);
  return expression.boost === 1 ? text : `${text}^${expression.boost}`;
}

function printed(expression: Expression, grouped: boolean): string {
  const named = (field: Field | undefined) => (field ? field.name + ':' : '');
  switch (expression.kind) {
    case 'word':
      return named(expression.field) + expression.text + (expression.form === 'fuzzy' ? `~${expression.edits || ''}` : '');
    case 'phrase':
      return `${named(expression.field)}"${expression.text}"${expression.slop > 0 ? `~${expression.slop}` : ''}`;
    case 'range':
      return `${named(expression.field)}${expression.from ?? ''}..${expression.to ?? ''}`;
    case 'and':
      return group(expression.clauses.map((c) => (c.isNegated ? 'NOT ' : '') + print(c.expression, true)).join(' AND '), grouped);
    case 'or':
      return group(expression.alternatives.map((a) => print(a, true)).join(' OR '), grouped);
  }
}

const group = (text: string, grouped: boolean) => (grouped ? `(${text})` : text);
