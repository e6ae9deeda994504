import { fold } from '../analysis/letters.js';
import { defaultFields, hasWords } from '../fields.js';
import type { Index } from '../index/index.js';
import { editsFor, similar, sorted } from '../queries/expansion.js';
import type { Word } from '../queries/expression.js';

const shortest = 3;
const longest = 40;

/** "Did you mean": each word that stands nowhere becomes the nearest word of the dictionary with the same first letter. */
export function suggest(query: string, unknown: readonly Word[], index: Index): string | undefined {
  const fields = defaultFields.filter((f) => hasWords(f) && f.name !== 'math');
  let meant = query;
  for (const word of [...unknown].sort((a, b) => b.start - a.start)) {
    const text = fold(word.text);
    if (text.length < shortest || text.length > longest || !/^[a-z0-9]+$/.test(text)) continue;
    const near = sorted(similar(index, text, editsFor(text), fields))[0];
    if (near) meant = meant.slice(0, word.start) + near.term + meant.slice(word.start + word.text.length);
  }
  return meant === query ? undefined : meant;
}
