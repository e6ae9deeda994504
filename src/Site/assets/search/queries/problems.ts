import { fields } from '../fields.js';
import { closest } from './closest.js';

export type Severity = 'error' | 'warning' | 'info';

/** Something to say about a query, at a place in it; the suggestion is the whole query as it was probably meant. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly start: number;
  readonly length: number;
  readonly message: string;
  readonly suggestion: string | undefined;
}

const severities = {
  LEC4001: 'error', LEC4002: 'error', LEC4003: 'error', LEC4004: 'error', LEC4005: 'error', LEC4006: 'error', LEC4007: 'error',
  LEC4008: 'warning', LEC4010: 'info', LEC4011: 'info', LEC4012: 'warning',
} as const satisfies Record<string, Severity>;

export type Code = keyof typeof severities;

export const codes = {
  unknownField: 'LEC4001', missingValue: 'LEC4002', unclosedQuote: 'LEC4003', parenthesis: 'LEC4004', badValue: 'LEC4005',
  leadingWildcard: 'LEC4006', tooLong: 'LEC4007', noTerms: 'LEC4008', anyWord: 'LEC4010', boostOfLetter: 'LEC4011', manyTerms: 'LEC4012',
} as const satisfies Record<string, Code>;

export const problem = (code: Code, start: number, length: number, message: string, suggestion?: string): Problem =>
  ({ code, severity: severities[code], start, length, message, suggestion });

const otherNames = new Map<string, string>([
  ['arxiv', 'id'], ['doi', 'id'], ['by', 'author'], ['name', 'short'], ['text', 'note'], ['abstract', 'note'], ['content', 'note'],
  ['body', 'note'], ['equation', 'math'], ['formula', 'math'], ['tex', 'math'],
]);

/** Collects what is wrong with a query and proposes the query that was meant. */
export class Problems {
  private readonly found: Problem[] = [];

  constructor(private readonly text: string) {}

  get all(): readonly Problem[] {
    return [...this.found].sort((a, b) => a.start - b.start);
  }

  has(code: Code): boolean {
    return this.found.some((p) => p.code === code);
  }

  add(code: Code, start: number, length: number, message: string, suggestion?: string): void {
    this.found.push(problem(code, start, length, message, suggestion));
  }

  /** Proposes the query without the part. */
  remove(code: Code, start: number, length: number, message: string): void {
    this.replace(code, start, length, message, '');
  }

  replace(code: Code, start: number, length: number, message: string, replacement: string): void {
    const meant = this.text.slice(0, start) + replacement + this.text.slice(start + length);
    this.add(code, start, length, message, meant.split(' ').filter(Boolean).join(' ') || undefined);
  }

  /** Proposes the query with something at its end. */
  append(code: Code, start: number, length: number, message: string, missing: string): void {
    this.add(code, start, length, message, this.text.trimEnd() + missing);
  }

  unknownField(name: string, start: number): void {
    const names = fields.map((f) => f.name);
    const near = otherNames.get(name.toLowerCase()) ?? closest(name.toLowerCase(), names);
    const message = `there is no field ${name}; there are ${names.join(', ')}`;
    if (near) this.replace(codes.unknownField, start, name.length, message, near);
    else this.remove(codes.unknownField, start, name.length + 1, message);
  }
}
