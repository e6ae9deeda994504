import type { Bytes } from './bytes.js';

/** The pages of each value of a facet, ascending. */
export type ValuePages = readonly Int32Array[];

/** What pages can be narrowed by; values are numbers: of a name, of a year, of what a page has, and verified 0 no, 1 yes. */
export interface Values {
  readonly tags: ValuePages;
  readonly years: ValuePages;
  readonly authors: ValuePages;
  readonly having: ValuePages;
  readonly verified: ValuePages;
}

export function readValues(bytes: Bytes): Values {
  const lists = (): ValuePages => Array.from({ length: bytes.number() }, () => bytes.ascending(bytes.number()));
  return { tags: lists(), years: lists(), authors: lists(), having: lists(), verified: lists() };
}
