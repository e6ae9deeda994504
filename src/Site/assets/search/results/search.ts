import type { Index } from '../index/index.js';
import { score, type Matches } from '../index/scoring.js';
import type { Page } from '../index/texts.js';
import { print } from '../queries/expression.js';
import { parse, type ParsedQuery } from '../queries/parser.js';
import { plan, type Plan } from '../queries/planner.js';
import { codes, problem, type Problem } from '../queries/problems.js';
import { facetsOf, type Facet } from './facets.js';
import { snippetOf, termsOf, type Snippet } from './snippets.js';
import { suggest } from './suggest.js';

const moreSections = 4;
const digits = 1e6;

export interface SectionHit {
  readonly section: string;
  readonly url: string;
  readonly score: number;
}

/** A page by its best section, and other sections of it that match. */
export interface Hit extends SectionHit {
  readonly page: Page;
  readonly snippet: Snippet;
  readonly more: readonly SectionHit[];
}

export interface Result {
  readonly query: string;
  /** The query with every operator written out. */
  readonly parsed: string;
  readonly anyWord: boolean;
  /** Of pages. */
  readonly total: number;
  readonly hits: readonly Hit[];
  /** The numbers of all pages found, ascending. */
  readonly pages: Int32Array;
  readonly suggestion: string | undefined;
  readonly problems: readonly Problem[];
}

export interface Options {
  readonly limit: number;
}

export function search(index: Index, query: string, options: Options): Promise<Result> {
  return index.run(() => answer(index, query, options));
}

/** What the pages found have in common: counted by itself, since in a large site it takes a large file to tell. */
export const facets = (index: Index, { pages }: Result): Promise<readonly Facet[]> => index.run(() => facetsOf(index, pages));

/** Within the work of the index. */
export function answer(index: Index, query: string, { limit }: Options): Result {
  const parsed = parse(query);
  const first = planned(index, parsed, false);
  const problems = [...parsed.problems, ...first.problems];
  let asked: Plan = first;
  let matches = ask(index, asked);
  if (matches.documents.length === 0 && first.hasChoice) {
    asked = planned(index, parsed, true);
    matches = ask(index, asked);
  }
  const anyWord = asked !== first && matches.documents.length > 0;
  if (anyWord) problems.push(problem(codes.anyWord, 0, query.length, 'no section has all of these words; those with some of them are shown'));
  const { pages, best } = byPage(index, matches, limit);
  const terms = termsOf(asked.root);
  return {
    query,
    parsed: parsed.root ? print(parsed.root) : '',
    anyWord,
    total: pages.length,
    hits: best.flatMap((page) => hit(index, page, terms) ?? []),
    pages,
    suggestion: suggest(query, first.unknown, index),
    problems: problems.filter((p, i) => problems.findIndex((other) => JSON.stringify(other) === JSON.stringify(p)) === i),
  };
}

function planned(index: Index, query: ParsedQuery, any: boolean): Plan {
  const found = plan(query, index, any);
  index.settle();
  return found;
}

function ask(index: Index, { root }: Plan): Matches {
  const matches = root ? score(index, root) : { documents: [], scores: [] };
  index.settle();
  return matches;
}

interface FoundPage {
  readonly page: number;
  /** Best first. */
  readonly sections: { readonly section: number; readonly score: number }[];
}

/** All pages found, ascending, and of these the best: those of equal score in the order of their ids. */
function byPage(index: Index, { documents, scores }: Matches, limit: number): { pages: Int32Array; best: readonly FoundPage[] } {
  const places = index.places();
  if (!places) return { pages: new Int32Array(0), best: [] };
  const [found, starts, tops] = [new Int32Array(index.pageCount), new Int32Array(index.pageCount + 1), new Float64Array(index.pageCount)];
  let length = 0;
  for (let i = 0, last = -1; i < documents.length; i++) {
    const page = places.pageOf[documents[i]!]!;
    if (page !== last) {
      starts[length] = i;
      found[length++] = last = page;
    }
    if (scores[i]! > tops[length - 1]!) tops[length - 1] = scores[i]!;
  }
  starts[length] = documents.length;
  const pages = found.subarray(0, length);
  const best = greatest(tops.subarray(0, length).map(rounded), limit).map((at) => {
    const first = places.firsts[pages[at]!]!;
    const sections = Array.from({ length: starts[at + 1]! - starts[at]! }, (_, i) => starts[at]! + i)
      .map((i) => ({ section: documents[i]! - first, score: rounded(scores[i]!) }));
    return { page: pages[at]!, sections: sections.sort((a, b) => b.score - a.score || a.section - b.section) };
  });
  return { pages, best };
}

/** Where the greatest values stand, the greatest first; of equal ones the first. */
function greatest(values: Float64Array, limit: number): number[] {
  const found: number[] = [];
  for (let at = 0; at < values.length && limit > 0; at++) {
    if (found.length === limit && !(values[at]! > values[found.at(-1)!]!)) continue;
    let [low, high] = [0, found.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (values[at]! > values[found[middle]!]!) high = middle;
      else low = middle + 1;
    }
    found.splice(low, 0, at);
    if (found.length > limit) found.pop();
  }
  return found;
}

/** Half to even. */
function rounded(score: number): number {
  const scaled = score * digits;
  const below = Math.floor(scaled);
  const rest = scaled - below;
  return (rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below) / digits;
}

function hit(index: Index, { page: number, sections }: FoundPage, terms: ReadonlySet<string>): Hit | undefined {
  const page = index.page(number);
  if (!page) return undefined;
  const [best, ...more] = sections.slice(0, moreSections + 1).map(({ section, score }): SectionHit => {
    const [anchor, heading] = page.sections[section]!;
    return { section: heading, url: anchor ? `${page.url}#${anchor}` : page.url, score };
  });
  return { ...best!, page, more, snippet: snippetOf(page.sections[sections[0]!.section]!, terms) };
}
