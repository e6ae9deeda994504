import { fold, isSpace } from './letters.js';
import { analyzeMath } from './math.js';
import { analyzeText } from './text.js';
import { Tokens, type Token } from './tokens.js';

/** What a field does to a text: words with stems, words as they are, TeX, or the whole value as one term. */
export type AnalysisKind = 'text' | 'names' | 'math' | 'keyword';

export function analyze(kind: AnalysisKind, text: string): readonly Token[] {
  const tokens = new Tokens(kind === 'text');
  if (kind === 'math') analyzeMath(text, tokens);
  else if (kind === 'keyword') tokens.add(fold(trim(text)), 0, text.length);
  else analyzeText(text, tokens);
  return tokens.list;
}

function trim(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isSpace(text[start]!)) start++;
  while (end > start && isSpace(text[end - 1]!)) end--;
  return text.slice(start, end);
}
