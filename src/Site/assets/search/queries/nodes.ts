// What is searched for: four kinds of nodes. Only leaves have a boost.

export interface All { readonly kind: 'all'; readonly boost: number }

export interface Term { readonly kind: 'term'; readonly field: string; readonly term: string; readonly boost: number }

export interface PhraseTerm { readonly term: string; readonly position: number }

/** Terms at places relative to each other; `slop` is how far they may be moved. */
export interface PhraseNode {
  readonly kind: 'phrase';
  readonly field: string;
  readonly terms: readonly PhraseTerm[];
  readonly slop: number;
  readonly boost: number;
}

export interface Clause { readonly occur: 'should' | 'must' | 'not'; readonly node: Node }

/** `coord`: a document's score is multiplied by the share of the clauses that it matches. */
export interface Boolean { readonly kind: 'boolean'; readonly clauses: readonly Clause[]; readonly coord: boolean }

export type Node = All | Term | PhraseNode | Boolean;

export const scores = (node: Node): boolean =>
  node.kind === 'boolean' ? node.clauses.some((c) => c.occur !== 'not' && scores(c.node)) : node.boost > 0;
