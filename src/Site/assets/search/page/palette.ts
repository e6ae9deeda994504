import type { Completion } from '../results/complete.js';
import type { Hit, Result } from '../results/search.js';
import { Asking, unreadable } from './asking.js';
import { completionOption } from './completing.js';
import { count, el, root, searchPage } from './dom.js';
import { about, title } from './hits.js';

const shown = 8;

/** Search over any page, by Ctrl-K and by `/` where the page has no field of its own. */
export function startPalette(): void {
  let palette: Palette | undefined;
  const open = () => (palette ??= new Palette()).open();
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('lectern-find', (event) => {
    event.preventDefault();
    open();
  });
}

class Palette {
  private readonly field = el('input', { type: 'search', placeholder: 'Search', autocomplete: 'off', spellcheck: false, ariaLabel: 'Search everything' });
  private readonly list = el('ul', { id: 'palette-list', role: 'listbox', ariaLabel: 'Pages found and completions' });
  private readonly state = el('p', { className: 'quiet', role: 'status' });
  private readonly dialog = el('dialog', { id: 'palette', ariaLabel: 'Search' }, this.field, this.list, this.state);
  private readonly asking = new Asking({
    show: (result) => this.show(result),
    offer: (completions) => this.offer(completions),
    fail: () => this.empty(unreadable),
  });
  private at = 0;

  constructor() {
    this.field.role = 'combobox';
    this.field.ariaExpanded = 'false';
    this.field.ariaAutoComplete = 'list';
    this.field.setAttribute('aria-controls', this.list.id);
    this.field.addEventListener('input', () => this.ask());
    this.field.addEventListener('keydown', (event) => this.key(event));
    this.dialog.addEventListener('click', (event) => {
      if (event.target === this.dialog) this.dialog.close();
    });
    this.empty('');
    document.body.append(this.dialog);
  }

  open(): void {
    if (!this.dialog.open) this.dialog.showModal();
    this.field.focus();
    this.field.select();
  }

  private get options(): HTMLElement[] {
    return [...this.list.children] as HTMLElement[];
  }

  private ask(): void {
    if (this.field.value.trim()) return void this.asking.ask(this.field.value, { limit: shown }, true);
    this.asking.forget();
    this.empty('');
  }

  private empty(message: string): void {
    this.list.replaceChildren();
    this.at = 0;
    this.list.hidden = true;
    this.field.ariaExpanded = 'false';
    this.field.removeAttribute('aria-activedescendant');
    this.state.textContent = message;
  }

  private show({ query, hits, total, problems }: Result): void {
    const [problem] = problems.filter((p) => p.severity === 'error');
    this.empty(problem ? problem.message : total === 0 ? 'Nothing found.' : count(total, 'page', 'pages'));
    if (hits.length === 0) return;
    const all = option(searchPage(query), 'All results', 'with snippets, to be narrowed');
    this.fill([...hits.map((hit) => option(root + hit.url, title(hit), place(hit))), all]);
    this.mark(0);
  }

  /** After the pages, and before the way to all of them. */
  private offer(completions: readonly Completion[]): void {
    if (completions.length === 0) return;
    const { options, at } = this;
    const made = completions.map((completion) => completionOption(completion, '', (query) => {
      this.field.value = query;
      this.field.focus();
      this.ask();
    }));
    this.fill([...options.slice(0, -1), ...made, ...options.slice(-1)]);
    this.mark(options.length === 0 || at < options.length - 1 ? at : -1);
  }

  private fill(options: readonly HTMLElement[]): void {
    this.list.replaceChildren(...options);
    options.forEach((o, i) => { o.id = `palette-${i}`; });
    this.list.hidden = false;
    this.field.ariaExpanded = 'true';
  }

  private mark(at: number): void {
    const { options } = this;
    this.at = (at + options.length) % options.length;
    options.forEach((o, i) => { o.ariaSelected = String(i === this.at); });
    options[this.at]!.scrollIntoView({ block: 'nearest' });
    this.field.setAttribute('aria-activedescendant', options[this.at]!.id);
  }

  private key(event: KeyboardEvent): void {
    const { options } = this;
    if (options.length === 0) return;
    if (event.key === 'ArrowDown') this.mark(this.at + 1);
    else if (event.key === 'ArrowUp') this.mark(this.at - 1);
    else if (event.key === 'Enter') options[this.at]!.click();
    else return;
    event.preventDefault();
  }
}

const place = (hit: Hit) => [hit.section, about(hit)].filter(Boolean).join(' · ');

function option(address: string, name: string, where: string): HTMLElement {
  const made = el('li', { role: 'option' }, el('span', { className: 'name' }, name), ' ', el('span', { className: 'quiet' }, where));
  made.addEventListener('click', () => { location.href = address; });
  return made;
}
