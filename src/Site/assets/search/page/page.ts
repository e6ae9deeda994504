import type { Result } from '../results/search.js';
import { Asking, unreadable } from './asking.js';
import { Completing } from './completing.js';
import { button, count, find } from './dom.js';
import { hitItem } from './hits.js';
import { narrowing } from './narrowing.js';
import { notices } from './notices.js';

const step = 20;

/** The search page: answers as the reader types, under an address that can be shared. */
export function startPage(within: HTMLElement): void {
  const field = find<HTMLInputElement>('input', within)!;
  const [said, state, hits, more, facets] = ['notices', 'state', 'hits', 'more', 'facets'].map((part) => find<HTMLElement>(`[data-search-${part}]`, within)!) as
    [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  let limit = step;

  const show = (result: Result) => {
    said.replaceChildren(...notices(result, ask));
    state.textContent = result.total === 0 ? 'Nothing found.' : `${count(result.total, 'page', 'pages')}.`;
    hits.replaceChildren(...result.hits.map(hitItem));
    more.replaceChildren(...(result.total > result.hits.length ? [button(`Show ${Math.min(step, result.total - result.hits.length)} more`, showMore)] : []));
  };
  const completing = new Completing(field, within, (query) => ask(query));
  const asking = new Asking({
    show,
    offer: (completions) => completing.show(completions),
    narrow: (found) => facets.replaceChildren(...narrowing(found, field.value, ask)),
    fail: () => { state.textContent = unreadable; },
  });

  const run = (typed = false) => {
    const query = field.value;
    keepAddress(query);
    if (query.trim()) return void asking.ask(query, { limit }, typed);
    asking.forget();
    completing.show([]);
    for (const part of [said, state, hits, more, facets]) part.replaceChildren();
  };
  const ask = (query: string) => {
    field.value = query;
    field.focus();
    limit = step;
    run();
  };
  const showMore = () => {
    limit += step;
    run();
  };

  field.addEventListener('input', () => {
    limit = step;
    run(true);
  });
  field.form!.addEventListener('submit', (event) => {
    event.preventDefault();
    links(hits)[0]?.focus();
  });
  within.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walk(event, field, hits);
  });

  within.hidden = false;
  field.value = new URLSearchParams(location.search).get('q') ?? '';
  field.focus();
  run();
}

const links = (hits: HTMLElement) => [...hits.querySelectorAll<HTMLElement>('.hit')];

/** From the field down to the first hit and on; up again to the field. */
function walk(event: KeyboardEvent, field: HTMLElement, hits: HTMLElement): void {
  const stops = [field, ...links(hits)];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

function keepAddress(query: string): void {
  const address = new URL(location.href);
  address.search = query ? `?q=${encodeURIComponent(query)}` : '';
  if (address.href !== location.href) history.replaceState(null, '', address);
}
