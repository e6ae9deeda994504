import type { Boolean, Node, PhraseNode, Term } from '../queries/nodes.js';
import type { Index } from './index.js';
import { frequency } from './phrases.js';

/** Documents that match, ascending, and their scores. */
export interface Matches {
  readonly documents: ArrayLike<number>;
  readonly scores: ArrayLike<number>;
}

const none: Matches = { documents: [], scores: [] };

/** Lucene's classic similarity: tf = √frequency, idf = ln(N / (df + 1)) + 1, queryNorm = 1 / √(sum of squared weights). */
export function score(index: Index, root: Node): Matches {
  return new Scoring(index, root).matches(root);
}

class Scoring {
  private readonly queryNorm: number;
  private readonly sheet: Sheet;

  constructor(private readonly index: Index, root: Node) {
    this.sheet = new Sheet(index.documentCount);
    this.queryNorm = 1 / Math.sqrt(this.squares(root));
  }

  matches(node: Node): Matches {
    switch (node.kind) {
      case 'all':
        return this.all(node.boost);
      case 'term':
        return this.term(node);
      case 'phrase':
        return this.phrase(node);
      case 'boolean':
        return this.boolean(node);
    }
  }

  private squares(node: Node): number {
    if (node.kind === 'boolean') return node.clauses.reduce((sum, c) => (c.occur === 'not' ? sum : sum + this.squares(c.node)), 0);
    return (node.kind === 'all' ? node.boost : node.boost * this.idf(node)) ** 2;
  }

  private idf(node: Term | PhraseNode): number {
    const terms = node.kind === 'term' ? [node.term] : node.terms.map((t) => t.term);
    return terms.reduce((sum, term) => sum + Math.log(this.index.documentCount / (this.index.documentFrequency(node.field, term) + 1)) + 1, 0);
  }

  private weight(node: Term | PhraseNode): number {
    const idf = this.idf(node);
    return idf * node.boost * this.queryNorm * idf;
  }

  private all(boost: number): Matches {
    const documents = Int32Array.from({ length: this.index.documentCount }, (_, i) => i);
    return { documents, scores: new Float64Array(documents.length).fill(boost * this.queryNorm) };
  }

  private term(node: Term): Matches {
    const postings = this.index.postings(node.field, node.term);
    if (!postings) return none;
    const weight = this.weight(node);
    const { documents, frequencies, norms } = postings;
    const scores = new Float64Array(documents.length);
    for (let i = 0; i < scores.length; i++) scores[i] = Math.sqrt(frequencies[i]!) * weight * norms[i]!;
    return { documents, scores };
  }

  private phrase(node: PhraseNode): Matches {
    const terms = node.terms.map(({ term, position }) => {
      const [postings, places] = [this.index.postings(node.field, term), this.index.positions(node.field, term)];
      return postings && places && { postings, places, position, at: 0 };
    }).filter((t) => t !== undefined);
    if (terms.length < node.terms.length) return none;
    const weight = this.weight(node);
    const documents: number[] = [];
    const scores: number[] = [];
    const rarest = terms.reduce((a, b) => (b.postings.documents.length < a.postings.documents.length ? b : a)).postings.documents;
    for (const document of rarest) {
      for (const term of terms) while (term.postings.documents[term.at]! < document) term.at++;
      if (terms.some((t) => t.postings.documents[t.at] !== document)) continue;
      const found = frequency(terms.map((t) => t.places[t.at]!.map((place) => place - t.position)), node.slop);
      if (found === 0) continue;
      documents.push(document);
      scores.push(Math.sqrt(found) * weight * terms[0]!.postings.norms[terms[0]!.at]!);
    }
    return { documents, scores };
  }

  /** The sum over the clauses that match, times, with coord, their share of all clauses that are not negated. */
  private boolean({ clauses, coord }: Boolean): Matches {
    const found = clauses.map(({ occur, node }) => ({ occur, ...this.matches(node) }));
    const [scored, excluded] = [found.filter((f) => f.occur !== 'not'), found.filter((f) => f.occur === 'not')];
    const musts = scored.filter((f) => f.occur === 'must').length;
    const { sums, matching, required } = this.sheet.clean();
    for (const { occur, documents, scores } of scored) {
      const counts = occur === 'must' ? required : undefined;
      for (let i = 0; i < documents.length; i++) {
        const document = documents[i]!;
        sums[document]! += scores[i]!;
        matching[document]!++;
        if (counts) counts[document]!++;
      }
    }
    for (const { documents } of excluded) for (let i = 0; i < documents.length; i++) matching[documents[i]!] = 0;
    const [documents, scores] = [new Int32Array(sums.length), new Float64Array(sums.length)];
    let length = 0;
    for (let document = 0; document < sums.length; document++) {
      if (matching[document] === 0 || required[document]! < musts) continue;
      documents[length] = document;
      scores[length++] = coord ? sums[document]! * (matching[document]! / scored.length) : sums[document]!;
    }
    return { documents: documents.subarray(0, length), scores: scores.subarray(0, length) };
  }
}

/** Where the clauses of one expression are added up, document by document; then those of the one around it. */
class Sheet {
  readonly sums: Float64Array;
  readonly matching: Uint16Array;
  readonly required: Uint16Array;

  constructor(documents: number) {
    [this.sums, this.matching, this.required] = [new Float64Array(documents), new Uint16Array(documents), new Uint16Array(documents)];
  }

  clean(): this {
    for (const numbers of [this.sums, this.matching, this.required]) numbers.fill(0);
    return this;
  }
}
