import { fieldOf, type Field } from '../fields.js';
import { endOf, type AndClause, type Expression, type Leaf } from './expression.js';
import { codes, Problems, type Problem } from './problems.js';
import { Reader } from './reader.js';

const longestQuery = 1024;
const mostLeaves = 32;
const deepestGroup = 16;

/** A query, what was understood of it, and what was not. */
export interface ParsedQuery {
  readonly text: string;
  readonly root: Expression | undefined;
  readonly problems: readonly Problem[];
}

/**
 * `or = and { OR and }`, `and = clause { [AND] clause }`, `clause = [+ | - | NOT] primary [^number]`,
 * `primary = [field:] ( word | "phrase"[~n] | from..to | "(" or ")" )`. Every text has a reading: what cannot be understood
 * is reported with its place and left out, or searched for as words.
 */
export function parse(text: string): ParsedQuery {
  const problems = new Problems(text.slice(0, longestQuery));
  const root = new Parser(text.slice(0, longestQuery), problems).query(text.length > longestQuery);
  return { text, root, problems: problems.all };
}

class Parser {
  private readonly reader: Reader;
  private leaves = 0;
  private depth = 0;

  constructor(private readonly text: string, private readonly problems: Problems) {
    this.reader = new Reader(text, problems);
  }

  query(cut: boolean): Expression | undefined {
    if (cut) this.problems.add(codes.tooLong, longestQuery, 0, `only the first ${longestQuery} characters of a query are read`);
    let root = this.or(undefined);
    // A parenthesis that nothing opened ends no group; reading goes on after it.
    while (!this.reader.isAtEnd) {
      this.problems.remove(codes.parenthesis, this.reader.at, 1, 'this ) closes nothing');
      this.reader.skip(1);
      const more = this.or(undefined);
      if (more) root = root ? and([plain(root), plain(more)]) : more;
    }
    return root;
  }

  private or(field: Field | undefined): Expression | undefined {
    const { reader } = this;
    const alternatives: Expression[] = [];
    for (;;) {
      const alternative = this.and(field);
      if (alternative) alternatives.push(alternative);
      if (reader.operator() !== 'OR') break;
      const { at } = reader;
      reader.skip(2);
      if (alternatives.length === 0) this.problems.remove(codes.missingValue, at, 2, 'OR has nothing before it');
      else if (reader.isAtEndOfGroup) this.problems.remove(codes.missingValue, at, 2, 'OR has nothing behind it');
    }
    if (alternatives.length <= 1) return alternatives[0];
    const { start } = alternatives[0]!;
    return { kind: 'or', start, length: endOf(alternatives.at(-1)!) - start, alternatives, boost: 1 };
  }

  private and(field: Field | undefined): Expression | undefined {
    const { reader } = this;
    const clauses: AndClause[] = [];
    let firm = false;
    while (!reader.isAtEndOfGroup && reader.operator() !== 'OR') {
      if (reader.operator() === 'AND') {
        const { at } = reader;
        reader.skip(3);
        const last = clauses.at(-1);
        if (!last) this.problems.remove(codes.missingValue, at, 3, 'AND has nothing before it');
        else if (reader.isAtEndOfGroup || reader.operator() === 'AND' || reader.operator() === 'OR')
          this.problems.remove(codes.missingValue, at, 3, 'AND has nothing behind it');
        else {
          clauses[clauses.length - 1] = { ...last, isFirm: true };
          firm = true;
        }
        continue;
      }
      const clause = this.clause(field, firm);
      if (clause) clauses.push(clause);
      firm = false;
    }
    return clauses.length === 0 ? undefined : and(clauses);
  }

  private clause(field: Field | undefined, firm: boolean): AndClause | undefined {
    const { reader } = this;
    const { at } = reader;
    const sign = reader.operator() === 'NOT' ? 3 : reader.current === '+' || reader.current === '-' ? 1 : 0;
    if (sign === 0) {
      const expression = this.primary(field);
      return expression && { expression, isNegated: false, isFirm: firm };
    }
    const name = this.text.slice(at, at + sign);
    reader.at += sign;
    if (sign === 1 && reader.isAtGap) {
      this.problems.remove(codes.missingValue, at, 1, `${name} stands before a word without a space`);
      reader.skipSpace();
      return undefined;
    }
    reader.skipSpace();
    if (reader.isAtEndOfGroup || reader.operator() === 'AND' || reader.operator() === 'OR') {
      this.problems.remove(codes.missingValue, at, sign, `${name} has nothing behind it`);
      return undefined;
    }
    const clause = this.clause(field, true);
    return clause && { ...clause, isNegated: clause.isNegated !== (name !== '+'), isFirm: true };
  }

  private primary(field: Field | undefined): Expression | undefined {
    const { reader } = this;
    const named = reader.field();
    if (!named) return reader.current === '(' ? this.group(field) : this.words(field);
    const known = fieldOf(named.name);
    if (!known) this.problems.unknownField(named.name, named.start);
    reader.at += named.name.length + 1;
    if (reader.isAtGap) {
      this.problems.remove(codes.missingValue, named.start, named.name.length + 1, `${named.name}: needs a value right behind the colon`);
      reader.skipSpace();
      return undefined;
    }
    const inner = known ?? field;
    if (reader.current === '(') return this.group(inner);
    const range = inner?.name === 'year' ? reader.range(inner) : undefined;
    return range ? this.leaf(range) : this.words(inner);
  }

  private group(field: Field | undefined): Expression | undefined {
    const { reader } = this;
    const start = reader.at;
    reader.skip(1);
    if (++this.depth > deepestGroup) {
      this.problems.add(codes.tooLong, start, 1, `groups are nested more than ${deepestGroup} deep`);
      reader.skipToEnd();
      return undefined;
    }
    const inner = this.or(field);
    this.depth--;
    if (reader.current === ')') reader.at++;
    else if (!this.problems.has(codes.tooLong)) this.problems.append(codes.parenthesis, start, 1, 'this ( is not closed', ')');
    const boost = reader.boost();
    reader.skipSpace();
    if (inner) return { ...inner, start, length: reader.at - start, boost: inner.boost * boost };
    this.problems.remove(codes.missingValue, start, reader.at - start, 'a group needs something between its parentheses');
    return undefined;
  }

  private words(field: Field | undefined): Expression | undefined {
    return this.leaf(this.reader.current === '"' ? this.reader.phrase(field) : this.reader.word(field));
  }

  private leaf(leaf: Leaf | undefined): Expression | undefined {
    if (!leaf || ++this.leaves <= mostLeaves) return leaf;
    if (this.leaves === mostLeaves + 1)
      this.problems.add(codes.tooLong, leaf.start, leaf.length, `a query may have ${mostLeaves} words and phrases; the rest is left out`);
    return undefined;
  }
}

const plain = (expression: Expression): AndClause => ({ expression, isNegated: false, isFirm: false });

function and(clauses: readonly AndClause[]): Expression {
  const first = clauses[0]!;
  if (clauses.length === 1 && !first.isNegated) return first.expression;
  const { start } = first.expression;
  return { kind: 'and', start, length: endOf(clauses.at(-1)!.expression) - start, clauses, boost: 1 };
}
