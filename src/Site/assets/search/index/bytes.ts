/** Reads what the export wrote: varints, seven bits a byte, lowest first; strings with their length. */
export class Bytes {
  private static readonly utf8 = new TextDecoder();
  at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  static ofBase64(text: string): Bytes {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
    return new Bytes(bytes);
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  /** Numbers, each written as what it is more than the one before. */
  ascending(count: number): Int32Array {
    const numbers = new Int32Array(count);
    let last = 0;
    for (let i = 0; i < count; i++) numbers[i] = last += this.number();
    return numbers;
  }

  text(): string {
    const length = this.number();
    return Bytes.utf8.decode(this.take(length));
  }

  /** So many bytes, to be read by themselves. */
  part(length: number): Bytes {
    return new Bytes(this.take(length));
  }

  private take(length: number): Uint8Array {
    const part = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return part;
  }
}
