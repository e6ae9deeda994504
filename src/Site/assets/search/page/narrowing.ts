import { clause } from '../results/complete.js';
import type { Facet } from '../results/facets.js';
import { button, el } from './dom.js';

const shown = 8;
const names: Readonly<Record<string, string>> = { tag: 'Tags', year: 'Years', author: 'Authors', has: 'Has', verified: 'Verified' };

/** Values that the pages found have; each narrows the query to it, or widens the query again. */
export function narrowing(facets: readonly Facet[], query: string, ask: (query: string) => void): HTMLElement[] {
  return facets.filter((f) => f.values.length > 0).flatMap(({ name, values }) => [
    el('h2', {}, names[name] ?? name),
    el('ul', {}, ...values.slice(0, shown).map(({ value, count }) => {
      const asked = clause(name, value);
      const without = withoutClause(query, asked);
      const isOn = without !== query;
      const choice = button(value, () => ask(isOn ? without : `${query.trim()} ${asked}`));
      choice.ariaPressed = String(isOn);
      return el('li', {}, choice, ' ', el('span', { className: 'quiet' }, String(count)));
    })),
  ]);
}

/** The query without a clause that stands in it by itself. */
function withoutClause(query: string, clause: string): string {
  const at = ` ${query} `.indexOf(` ${clause} `);
  return at < 0 ? query : (query.slice(0, at) + query.slice(at + clause.length + 1)).trim();
}
