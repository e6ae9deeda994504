import { complete, type Completion } from '../results/complete.js';
import { search, type Options, type Result } from '../results/search.js';
import { openIndex } from './loader.js';

/** Answers the latest question only: what was asked before is forgotten once more is typed. */
export class Asking {
  private latest = 0;

  constructor(
    private readonly show: (result: Result) => void, private readonly fail: () => void,
    private readonly offer: (completions: readonly Completion[]) => void) {}

  /** @param typed Whether more is to be offered of what the query ends with. */
  async ask(query: string, options: Options, typed: boolean): Promise<void> {
    const number = ++this.latest;
    try {
      const result = await search(await openIndex(), query, options);
      if (number !== this.latest) return;
      this.show(result);
      const completions = typed ? await complete(await openIndex(), query) : [];
      if (number === this.latest) this.offer(completions);
    } catch (e) {
      console.error(e);
      if (number === this.latest) this.fail();
    }
  }

  forget(): void {
    this.latest++;
  }
}

export const unreadable = 'The index of this site cannot be read; reload the page.';
