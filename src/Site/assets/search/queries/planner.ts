import { defaultFields, fieldOf, type Field } from '../fields.js';
import type { Index } from '../index/index.js';
import { mostTerms } from './expansion.js';
import type { And, Expression, Phrase, Word } from './expression.js';
import { planExpanded, planRange, planText } from './leaves.js';
import { scores, type Clause, type Node } from './nodes.js';
import type { ParsedQuery } from './parser.js';
import { codes, problem, type Problem } from './problems.js';

/** A query as the index is asked it. */
export interface Plan {
  /** Undefined where no document can match. */
  readonly root: Node | undefined;
  readonly problems: readonly Problem[];
  /** Plain words that no document holds in any field they were searched in. */
  readonly unknown: readonly Word[];
  /** Asking for any word instead of all would ask something else. */
  readonly hasChoice: boolean;
}

/**
 * Words of a query must all match; with `any`, those that were not made firm by an operator or only filter become
 * alternatives, and a document with more of them ranks higher.
 */
export function plan(query: ParsedQuery, index: Index, any: boolean): Plan {
  const planner = new Planner(index, any);
  const root = query.root && planner.node(query.root, 1, true).node;
  const scoring: Node | undefined = !root || scores(root) ? root
    : { kind: 'boolean', clauses: [{ occur: 'must', node: { kind: 'all', boost: 1 } }, { occur: 'must', node: root }], coord: false };
  return { root: scoring, problems: planner.problems, unknown: planner.unknown, hasChoice: planner.hasChoice };
}

/** `empty`: the expression has no term at all and is left out rather than matched by nothing. */
interface Planned {
  readonly node: Node | undefined;
  readonly empty: boolean;
}

class Planner {
  readonly problems: Problem[] = [];
  readonly unknown: Word[] = [];
  hasChoice = false;

  constructor(private readonly index: Index, private readonly any: boolean) {}

  node(expression: Expression, boost: number, top = false): Planned {
    switch (expression.kind) {
      case 'and':
        return this.and(expression, boost * expression.boost, top);
      case 'or': {
        const nodes = expression.alternatives.map((a) => this.node(a, boost * expression.boost).node);
        return { node: joined(nodes.filter((n) => n !== undefined).map((node) => ({ occur: 'should', node })), true), empty: false };
      }
      case 'range':
        return { node: alternatives(planRange(this.index, expression)), empty: false };
      case 'phrase':
        return this.text(expression, expression.slop, boost);
      case 'word':
        return expression.form === 'plain' ? this.text(expression, 0, boost) : this.expanded(expression, boost);
    }
  }

  private text(leaf: Word | Phrase, slop: number, boost: number): Planned {
    const isPhrase = leaf.kind === 'phrase';
    const nodes = planText(this.index, fieldsOf(leaf.field), { text: leaf.text, slop, boost: leaf.boost * boost, isPhrase });
    if (!nodes) {
      this.problems.push(problem(codes.noTerms, leaf.start, leaf.length, `'${leaf.text}' has no letter, digit or sign that is indexed, and is left out`));
      return { node: undefined, empty: true };
    }
    if (nodes.length === 0 && !isPhrase) this.unknown.push(leaf);
    return { node: alternatives(nodes), empty: false };
  }

  private expanded(word: Word, boost: number): Planned {
    const { nodes, cut } = planExpanded(this.index, word, fieldsOf(word.field), word.boost * boost);
    if (cut)
      this.problems.push(problem(codes.manyTerms, word.start, word.length,
        `${word.text} stands for more than ${mostTerms} words; the ${mostTerms} most frequent are searched for`));
    return { node: alternatives(nodes), empty: false };
  }

  private and(and: And, boost: number, top: boolean): Planned {
    const clauses: Clause[] = [];
    let impossible = false;
    for (const { expression, isNegated, isFirm } of and.clauses) {
      const mayMiss = top && !isNegated && !isFirm && !isFilter(expression);
      this.hasChoice ||= mayMiss;
      const { node, empty } = this.node(expression, boost);
      if (node) clauses.push({ occur: isNegated ? 'not' : mayMiss && this.any ? 'should' : 'must', node });
      else impossible ||= !isNegated && !empty && !(mayMiss && this.any);
    }
    if (impossible || clauses.length === 0) return { node: undefined, empty: !impossible };
    const grouped = together(clauses);
    if (grouped.every((c) => c.occur === 'not')) grouped.unshift({ occur: 'must', node: { kind: 'all', boost: 1 } });
    return { node: joined(grouped, true), empty: false };
  }
}

/** Beside what must match, alternatives could all be missing; as one clause, one of them must be there. */
function together(clauses: readonly Clause[]): Clause[] {
  const choice = clauses.filter((c) => c.occur === 'should');
  if (choice.length === 0 || !clauses.some((c) => c.occur === 'must')) return [...clauses];
  return [{ occur: 'must', node: joined(choice, true)! }, ...clauses.filter((c) => c.occur !== 'should')];
}

const alternatives = (nodes: readonly Node[]) => joined(nodes.map((node) => ({ occur: 'should', node })), false);

/** One clause that is not negated stands for itself. */
function joined(clauses: readonly Clause[], coord: boolean): Node | undefined {
  const [first] = clauses;
  if (!first) return undefined;
  return clauses.length === 1 && first.occur !== 'not' ? first.node : { kind: 'boolean', clauses, coord };
}

function fieldsOf(field: Field | undefined): readonly Field[] {
  if (!field) return defaultFields;
  if (field.name === 'title') return [fieldOf('short')!, field];
  if (field.name === 'note') return [fieldOf('heading')!, field];
  return [field];
}

const isFilter = (expression: Expression) =>
  expression.kind === 'range' || ((expression.kind === 'word' || expression.kind === 'phrase') && expression.field?.weight === 0);
