import type { Facet } from '../results/facets.js';
import { button, el } from './dom.js';

const shown = 8;
const names: Readonly<Record<string, string>> = { tag: 'Tags', year: 'Years', author: 'Authors', has: 'Has', verified: 'Verified' };

/** Values that the pages found have; each narrows the query to it, or widens the query again. */
export function narrowing(facets: readonly Facet[], query: string, ask: (query: string) => void): HTMLElement[] {
  return facets.filter((f) => f.values.length > 0).flatMap(({ name, values }) => [
    el('h2', {}, names[name] ?? name),
    el('ul', {}, ...values.slice(0, shown).map(({ value, count }) => {
      const clause = `${name}:${/^[\p{L}\p{N}-]+$/u.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`}`;
      const clauses = query.split(` ${clause}`);
      const isOn = clauses.length > 1 || query === clause;
      const choice = button(value, () => ask(isOn ? clauses.join('').replace(clause, '') : `${query.trim()} ${clause}`));
      choice.ariaPressed = String(isOn);
      return el('li', {}, choice, ' ', el('span', { className: 'quiet' }, String(count)));
    })),
  ]);
}
