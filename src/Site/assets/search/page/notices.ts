import type { Problem } from '../queries/problems.js';
import type { Result } from '../results/search.js';
import { button, el } from './dom.js';

/** What there is to say about a query: each problem at its characters with the query that was meant, and "did you mean". */
export function notices({ query, problems, suggestion, parsed }: Result, ask: (query: string) => void): HTMLElement[] {
  const shown = problems.map((p) => notice(query, p, ask));
  if (suggestion) shown.push(el('p', {}, 'Did you mean ', proposal(suggestion, ask), '?'));
  if (parsed && parsed !== query.trim() && problems.length === 0) shown.push(el('p', { className: 'reading' }, 'Read as ', el('code', {}, parsed)));
  return shown;
}

function notice(query: string, { code, severity, start, length, message, suggestion }: Problem, ask: (query: string) => void): HTMLElement {
  const shown = el('div', { className: `problem ${severity}` });
  shown.append(el('p', {}, `${message[0]!.toUpperCase()}${message.slice(1)}. `, el('span', { className: 'quiet' }, code)));
  if (severity !== 'info') {
    const at = el('mark', {}, query.slice(start, start + length) || ' ');
    shown.append(el('p', { className: 'at' }, el('code', {}, query.slice(0, start), at, query.slice(start + length))));
  }
  if (suggestion) shown.append(el('p', {}, 'Search for ', proposal(suggestion, ask), ' instead'));
  return shown;
}

const proposal = (query: string, ask: (query: string) => void) => button(el('code', {}, query), () => ask(query));
