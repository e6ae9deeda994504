import type { Hit } from '../results/search.js';
import type { Snippet } from '../results/snippets.js';
import { el, root } from './dom.js';

const shownAuthors = 3;

/** A page that matches: its title, what it is, its best section, the snippet, and other sections that match. */
export function hitItem(hit: Hit): HTMLLIElement {
  const item = el('li', {}, el('a', { href: root + hit.url, className: 'hit' }, title(hit)), el('p', { className: 'about' }, about(hit)));
  item.dataset['score'] = String(hit.score);
  if (hit.section) item.append(el('p', { className: 'section' }, hit.section));
  if (hit.snippet.text) item.append(snippet(hit.snippet));
  const more = hit.more.filter((m) => m.section && m.section !== hit.section);
  if (more.length > 0) {
    const links = more.map((m) => el('li', {}, el('a', { href: root + m.url }, m.section)));
    item.append(el('ul', { className: 'more', ariaLabel: 'Also in' }, ...links));
  }
  return item;
}

export const title = ({ page }: Hit) => (page.short && page.short !== page.title ? `${page.short}: ${page.title}` : page.title);

export function about({ page }: Hit): string {
  if (page.kind !== 'paper') return page.kind === 'note' ? 'Note' : 'Reading list';
  const authors = page.authors.slice(0, shownAuthors).join(', ') + (page.authors.length > shownAuthors ? ' and others' : '');
  return [authors, page.year || ''].filter(Boolean).join(', ') || 'Paper';
}

function snippet({ text, marks, isCode }: Snippet): HTMLElement {
  const shown = el('p', { className: isCode ? 'snippet program' : 'snippet' });
  let at = 0;
  for (const [start, end] of marks) {
    shown.append(text.slice(at, start), el('mark', {}, text.slice(start, end)));
    at = end;
  }
  shown.append(text.slice(at));
  return shown;
}
