import { analyze } from '../analysis/analyzer.js';
import { isSpace } from '../analysis/letters.js';
import type { Token } from '../analysis/tokens.js';
import { fieldOf } from '../fields.js';
import type { Section } from '../index/texts.js';
import type { Node } from '../queries/nodes.js';

const width = 220;
const lead = 40;

type Mark = readonly [start: number, end: number];

/** A piece of a section's text and the places in it that matched. */
export interface Snippet {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Taken from code, to be set as such. */
  readonly isCode: boolean;
}

/** The terms of a query tree, as `field:term`, without those that must not match. */
export function termsOf(node: Node | undefined, terms = new Set<string>()): ReadonlySet<string> {
  if (node?.kind === 'term') terms.add(`${node.field}:${node.term}`);
  else if (node?.kind === 'phrase') for (const { term } of node.terms) terms.add(`${node.field}:${term}`);
  else if (node?.kind === 'boolean') for (const clause of node.clauses) if (clause.occur !== 'not') termsOf(clause.node, terms);
  return terms;
}

/**
 * The piece of a section with the most of what was asked for. A formula or code within prose is shown whole or not at all, and
 * a match inside a formula marks all of it.
 */
export function snippetOf([, , note, code, formulas]: Section, terms: ReadonlySet<string>): Snippet {
  const math = formulas.map((m) => `$${m}$`).join(', ');
  for (const [field, text] of [['note', note], ['code', code], ['math', math]] as const) {
    const matches = analyze(fieldOf(field)!.kind, text).filter((t) => terms.has(`${field}:${t.term}`));
    if (matches.length > 0) return { ...cut(text, matches, field === 'code'), isCode: field === 'code' };
  }
  const isCode = !note && code !== '';
  return { ...cut(note || code || math, [], isCode), isCode };
}

function cut(text: string, matches: readonly Token[], isCode: boolean): Omit<Snippet, 'isCode'> {
  const whole = isCode ? [] : unbreakable(text);
  const start = back(text, Math.max(0, best(matches) - lead), whole);
  const end = forward(text, Math.min(text.length, start + width), whole);
  const marks: [number, number][] = [];
  for (const match of matches) {
    if (match.start < start || match.start + match.length > end) continue;
    const [from, to] = whole.find(([s, e]) => s < match.start && match.start < e && text[s] === '$') ?? [match.start, match.start + match.length];
    const last = marks.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(to, last[1]);
    else marks.push([from, to]);
  }
  const before = start > 0 ? '…' : '';
  const shift = before.length - start;
  return {
    text: before + text.slice(start, end).replaceAll('\n', ' ') + (end < text.length ? '…' : ''),
    marks: marks.filter(([from]) => from < end).map(([from, to]) => [from + shift, Math.min(to, end) + shift]),
  };
}

/** Where the match stands after which a window shows the most different terms. */
function best(matches: readonly Token[]): number {
  let [start, most] = [0, 0];
  for (const first of matches) {
    const shown = matches.filter((m) => m.start >= first.start && m.start < first.start + width - lead);
    const worth = new Set(shown.map((m) => m.term)).size;
    if (worth > most) [start, most] = [first.start, worth];
  }
  return start;
}

/** What stands between dollars or backticks, the signs included. */
function unbreakable(text: string): Mark[] {
  const spans: Mark[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== '$' && text[at] !== '`') continue;
    const close = text.indexOf(text[at]!, at + 1);
    if (close < 0) continue;
    spans.push([at, close + 1]);
    at = close;
  }
  return spans;
}

function back(text: string, at: number, whole: readonly Mark[]): number {
  const span = whole.find(([start, end]) => start < at && at < end);
  if (span) return span[0];
  while (at > 0 && !isSpace(text[at - 1]!)) at--;
  return at;
}

function forward(text: string, at: number, whole: readonly Mark[]): number {
  const span = whole.find(([start, end]) => start < at && at < end);
  if (span) return Math.min(span[1], at + 2 * width);
  while (at < text.length && !isSpace(text[at]!)) at++;
  return at;
}
