import { fold } from '../analysis/letters.js';
import type { Index } from '../index/index.js';
import { answer } from './search.js';

const most = { title: 3, author: 2, tag: 2 };
const shortestWord = 2;
const shortestOfTitle = 3;

/** What is being typed, written out: the name, and the whole query with it. */
export interface Completion {
  readonly kind: 'title' | 'author' | 'tag';
  readonly name: string;
  readonly query: string;
}

/** Titles, authors and tags with a word that begins as the query ends; the most frequent first. */
export function complete(index: Index, query: string): Promise<readonly Completion[]> {
  return index.run(() => {
    const end = endOf(query);
    if (!end) return [];
    const made = [...end.kinds].flatMap((kind) => named(index, kind, end));
    return made.filter((c) => c.query !== query);
  });
}

/** The words at the end of a query that may be the beginning of a name, the longest first, each with what stands before it. */
interface End {
  readonly kinds: readonly Completion['kind'][];
  readonly typed: readonly { readonly before: string; readonly text: string }[];
  /** The words that a title must have; none where the query asks for more. */
  readonly words: readonly string[];
}

const inQuotes = /(^|[\s(+-])(?:(title|author|tag):)?"([^"]*)$/iu;
const ofField = /(^|[\s(+-])(title|author|tag):([\p{L}\p{N}][\p{L}\p{N}'._-]*)$/iu;
const plain = /(^|[\s(+-])()((?:[\p{L}\p{N}][\p{L}\p{N}'._-]*(?:\s+|$)){1,8})$/iu;

function endOf(query: string): End | undefined {
  const isQuoted = query.split('"').length % 2 === 0;
  const match = isQuoted ? inQuotes.exec(query) : (ofField.exec(query) ?? plain.exec(query));
  if (!match || /\s$/.test(query)) return undefined;
  const [at, field, text] = [match.index + match[1]!.length, match[2]?.toLowerCase() as Completion['kind'] | '' | undefined, match[3]!];
  const starts = isQuoted || field ? [0] : [...text.matchAll(/\S+/g)].map((word) => word.index);
  const typed = starts.map((start) => ({ before: query.slice(0, at + start), text: fold(text.slice(start)) }));
  const isAll = at === 0 && (!field || field === 'title');
  return { kinds: field ? [field] : ['title', 'author', 'tag'], typed: typed.filter((t) => t.text.length >= shortestWord), words: isAll ? text.split(/\s+/) : [] };
}

function named(index: Index, kind: Completion['kind'], end: End): readonly Completion[] {
  if (kind === 'title') return titled(index, end.words);
  const names = index.names()?.[kind === 'author' ? 'authors' : 'tags'] ?? [];
  for (const { before, text } of end.typed) {
    const found = names.filter(([name]) => ` ${fold(name)}`.includes(` ${text}`)).slice(0, most[kind]);
    if (found.length > 0) return found.map(([name]) => ({ kind, name, query: before + clause(kind, name) }));
  }
  return [];
}

function titled(index: Index, words: readonly string[]): readonly Completion[] {
  const last = words.at(-1) ?? '';
  if (last.length < shortestOfTitle || !words.every((w) => /^(?!(?:AND|OR|NOT)$)[\p{L}\p{N}]+$/u.test(w))) return [];
  const { hits, anyWord } = answer(index, `title:(${[...words.slice(0, -1), `${last}*`].join(' AND ')})`, { limit: most.title });
  return anyWord ? [] : hits.map(({ page }) => ({ kind: 'title', name: page.title, query: clause('title', page.title) }));
}

/** A name as a clause of a query. */
export const clause = (field: string, name: string) => `${field}:${/^[\p{L}\p{N}-]+$/u.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`}`;
