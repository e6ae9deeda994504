import type { Completion } from '../results/complete.js';
import { el, find } from './dom.js';

/** The list of completions below a field: shown while something is typed, walked by arrows, taken by Enter, closed by Escape. */
export class Completing {
  private readonly list: HTMLElement;
  private at = -1;

  constructor(private readonly field: HTMLInputElement, within: HTMLElement, private readonly take: (query: string) => void) {
    this.list = find<HTMLElement>('[role=listbox]', within)!;
    field.addEventListener('keydown', (event) => this.key(event));
    field.addEventListener('blur', () => this.show([]));
    // The field keeps the focus while a completion is chosen by the mouse.
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
  }

  show(completions: readonly Completion[]): void {
    this.list.replaceChildren(...completions.map((completion, i) => completionOption(completion, `completion-${i}`, (query) => {
      this.show([]);
      this.take(query);
    })));
    this.list.hidden = completions.length === 0;
    this.field.ariaExpanded = String(!this.list.hidden);
    this.mark(-1);
  }

  private get options(): HTMLElement[] {
    return [...this.list.children] as HTMLElement[];
  }

  /** −1 is the field itself, which stands between the last and the first. */
  private mark(at: number): void {
    this.at = at;
    this.options.forEach((o, i) => { o.ariaSelected = String(i === at); });
    const marked = this.options[at];
    if (marked) this.field.setAttribute('aria-activedescendant', marked.id);
    else this.field.removeAttribute('aria-activedescendant');
  }

  private key(event: KeyboardEvent): void {
    if (this.list.hidden) return;
    const stops = this.options.length + 1;
    if (event.key === 'ArrowDown') this.mark((this.at + 2) % stops - 1);
    else if (event.key === 'ArrowUp') this.mark((this.at + stops) % stops - 1);
    else if (event.key === 'Escape') this.show([]);
    else if (event.key === 'Enter' && this.at >= 0) this.options[this.at]!.click();
    else if (event.key === 'Enter') return this.show([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

export function completionOption({ kind, name, query }: Completion, id: string, take: (query: string) => void): HTMLElement {
  const made = el('li', { role: 'option', id, ariaSelected: 'false' }, el('span', { className: 'name' }, name), ' ', el('span', { className: 'quiet' }, kind));
  made.addEventListener('click', () => take(query));
  return made;
}
