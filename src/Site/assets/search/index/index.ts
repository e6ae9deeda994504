import { fields, hasWords } from '../fields.js';
import { Bytes } from './bytes.js';
import { readPositions, readPostings, type Postings } from './postings.js';
import { IndexError, Shards, type Load } from './shards.js';
import type { Names, Page } from './texts.js';
import { readValues, type Values } from './values.js';

const version = 3;

interface Root {
  readonly version: number;
  readonly documents: number;
  readonly pages: number;
  readonly fields: readonly string[];
  /** The first term of each shard. */
  readonly terms: readonly string[];
  /** The first page of each shard. */
  readonly texts: readonly number[];
  /** That pages have, in order. */
  readonly years: readonly number[];
}

/** A term in one field; its documents stand in the shard or, where they are many, in files of their own. */
interface Entry {
  readonly documents: number;
  readonly file: number | undefined;
  postings?: Postings;
  positions?: Int32Array[];
  readonly inline: Bytes | undefined;
  readonly inlinePositions: Bytes | undefined;
}

interface TermShard {
  readonly terms: readonly string[];
  readonly entries: ReadonlyMap<string, ReadonlyMap<string, Entry>>;
}

/** The exported index. Everything but `open` and `run` is to be called within the work that `run` is given. */
export class Index {
  private constructor(private readonly shards: Shards, private readonly root: Root) {}

  static async open(load: Load): Promise<Index> {
    const shards = new Shards(load);
    const root = await shards.run(() => shards.get('root', (value: Root) => value));
    if (root?.version !== version || root.fields.join() !== fields.map((f) => f.name).join()) throw new IndexError('the index is of another version');
    return new Index(shards, root);
  }

  get documentCount(): number {
    return this.root.documents;
  }

  get pageCount(): number {
    return this.root.pages;
  }

  run<Result>(work: () => Result): Promise<Result> {
    return this.shards.run(work);
  }

  settle(): void {
    this.shards.settle();
  }

  documentFrequency(field: string, term: string): number {
    return this.entry(field, term)?.documents ?? 0;
  }

  postings(field: string, term: string): Postings | undefined {
    const entry = this.entry(field, term);
    const bytes = entry && (entry.inline ?? this.file(`postings/${entry.file}`));
    if (!bytes) return undefined;
    return (entry.postings ??= readPostings(bytes, entry.documents, withNorms(field)));
  }

  positions(field: string, term: string): readonly Int32Array[] | undefined {
    const entry = this.entry(field, term);
    const postings = this.postings(field, term);
    const bytes = entry && (entry.inlinePositions ?? this.file(`positions/${entry.file}`));
    if (!bytes || !postings) return undefined;
    return (entry.positions ??= readPositions(bytes, postings));
  }

  /** The terms of all fields that start with a prefix, with the number of documents in each field, in ordinal order. */
  *terms(prefix: string): Iterable<{ term: string; documents: ReadonlyMap<string, { readonly documents: number }> }> {
    const first = Math.max(0, this.shardOf(prefix));
    for (let n = first; n < this.root.terms.length; n++) {
      if (n > first && !this.root.terms[n]!.startsWith(prefix)) return;
      const shard = this.termShard(n);
      for (const term of shard?.terms ?? [])
        if (term.startsWith(prefix)) yield { term, documents: shard!.entries.get(term)! };
    }
  }

  /** The years of all pages, in order. */
  get years(): readonly number[] {
    return this.root.years;
  }

  /** What pages can be narrowed by. */
  values(): Values | undefined {
    return this.shards.get('facets', (value: string) => readValues(Bytes.ofBase64(value)));
  }

  /** Authors and tags with the number of their pages, the most frequent first. */
  names(): Names | undefined {
    return this.shards.get('names', (value: Names) => value);
  }

  /** The page of each document, and the first document of each page. */
  places(): { pageOf: Int32Array; firsts: Int32Array } | undefined {
    return this.shards.get('sections', (value: string) => {
      const bytes = Bytes.ofBase64(value);
      const pageOf = new Int32Array(this.root.documents);
      const firsts = new Int32Array(this.root.pages);
      let document = 0;
      for (let page = 0; page < this.root.pages; page++) {
        firsts[page] = document;
        for (let left = bytes.number(); left > 0; left--) pageOf[document++] = page;
      }
      return { pageOf, firsts };
    });
  }

  page(number: number): Page | undefined {
    const shard = lastAtMost(this.root.texts, number);
    return this.shards.get(`texts/${shard}`, (value: Page[]) => value)?.[number - this.root.texts[shard]!];
  }

  private entry(field: string, term: string): Entry | undefined {
    const number = this.shardOf(term);
    return number < 0 ? undefined : this.termShard(number)?.entries.get(term)?.get(field);
  }

  private shardOf(term: string): number {
    return lastAtMost(this.root.terms, term);
  }

  private file(name: string): Bytes | undefined {
    return this.shards.get(name, Bytes.ofBase64);
  }

  private termShard(number: number): TermShard | undefined {
    return this.shards.get(`terms/${number}`, (value: string) => readTerms(Bytes.ofBase64(value)));
  }
}

const keywords = new Set<string>(fields.filter((f) => !hasWords(f)).map((f) => f.name));
const withNorms = (field: string) => !keywords.has(field);

function readTerms(from: Bytes): TermShard {
  const terms: string[] = [];
  const entries = new Map<string, Map<string, Entry>>();
  for (let last = ''; !from.isAtEnd; terms.push(last)) {
    const shared = from.number();
    last = last.slice(0, shared) + from.text();
    const byField = new Map<string, Entry>();
    for (let left = from.number(); left > 0; left--) {
      const field = fields[from.number()]!.name;
      const documents = from.number();
      const list = from.number();
      const inline = list & 1 ? undefined : from.part(list >>> 1);
      const inlinePositions = inline && from.part(from.number());
      byField.set(field, { documents, file: list & 1 ? list >>> 1 : undefined, inline, inlinePositions });
    }
    entries.set(last, byField);
  }
  return { terms, entries };
}

/** The last place whose value is at most so much; −1 where the first is more. */
function lastAtMost<T extends string | number>(values: readonly T[], value: T): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
