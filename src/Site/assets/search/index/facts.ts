import type { Bytes } from './bytes.js';

/** What a page can be narrowed by. */
export interface Facts {
  readonly tags: readonly number[];
  readonly authors: readonly number[];
  readonly year: number | undefined;
  /** Bits: 1 code, 2 a note, 4 formulas. */
  readonly having: number;
  /** Of papers. */
  readonly verified: boolean | undefined;
}

/** Four columns, one after the other, each over all pages. */
export function readFacts(bytes: Bytes, { pages, years }: { readonly pages: number; readonly years: readonly number[] }): readonly Facts[] {
  const column = <T>(read: () => T): T[] => Array.from({ length: pages }, read);
  const numbers = (): number[] => Array.from({ length: bytes.number() }, () => bytes.number());
  const [tags, authors, year, marks] = [column(numbers), column(numbers), column(() => bytes.number()), column(() => bytes.byte())];
  return marks.map((mark, page) => ({
    tags: tags[page]!,
    authors: authors[page]!,
    year: years[year[page]! - 1],
    having: mark & 7,
    verified: mark < 8 ? undefined : mark >= 16,
  }));
}
