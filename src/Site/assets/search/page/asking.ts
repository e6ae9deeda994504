import { complete, type Completion } from '../results/complete.js';
import type { Facet } from '../results/facets.js';
import { facets, search, type Options, type Result } from '../results/search.js';
import { openIndex } from './loader.js';

/** Is told what there is in the order in which it comes: the pages found, completions, and what narrows them, if that is wanted. */
export interface Asker {
  readonly show: (result: Result) => void;
  readonly offer: (completions: readonly Completion[]) => void;
  readonly narrow?: (facets: readonly Facet[]) => void;
  readonly fail: () => void;
}

/** Answers the latest question only: what was asked before is forgotten once more is typed. */
export class Asking {
  private latest = 0;

  constructor(private readonly asker: Asker) {}

  /** @param typed Whether more is to be offered of what the query ends with. */
  async ask(query: string, options: Options, typed: boolean): Promise<void> {
    const number = ++this.latest;
    try {
      const index = await openIndex();
      const result = await search(index, query, options);
      if (number !== this.latest) return;
      this.asker.show(result);
      const completions = typed ? await complete(index, query) : [];
      if (number !== this.latest) return;
      this.asker.offer(completions);
      if (!this.asker.narrow) return;
      const found = await facets(index, result);
      if (number === this.latest) this.asker.narrow(found);
    } catch (e) {
      console.error(e);
      if (number === this.latest) this.asker.fail();
    }
  }

  forget(): void {
    this.latest++;
  }
}

export const unreadable = 'The index of this site cannot be read; reload the page.';
