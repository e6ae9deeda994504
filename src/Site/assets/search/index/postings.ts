import type { Bytes } from './bytes.js';

/** The documents of a term in a field, ascending, and how often each has it; norms as weights, all 1 where there are none. */
export interface Postings {
  readonly documents: Int32Array;
  readonly frequencies: Int32Array;
  readonly norms: Float32Array;
}

const norms = decodedNorms();

/** byte315: three bits of mantissa, five of exponent, zero exponent 15. */
function decodedNorms(): Float32Array {
  const bits = new Uint32Array(256);
  for (let b = 1; b < 256; b++) bits[b] = (b << 21) + (48 << 24);
  return new Float32Array(bits.buffer);
}

export function readPostings(from: Bytes, count: number, hasNorms: boolean): Postings {
  const documents = new Int32Array(count);
  const frequencies = new Int32Array(count).fill(1);
  const found = new Float32Array(count).fill(1);
  let last = 0;
  for (let i = 0; i < count; i++) {
    const step = from.number();
    documents[i] = last += step >>> 1;
    if ((step & 1) === 0) frequencies[i] = from.number();
    if (hasNorms) found[i] = norms[from.byte()]!;
  }
  return { documents, frequencies, norms: found };
}

/** The places of a term in each of its documents. */
export function readPositions(from: Bytes, postings: Postings): Int32Array[] {
  return Array.from(postings.frequencies, (frequency) => from.ascending(frequency));
}
