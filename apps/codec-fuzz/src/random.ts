import { createHash } from 'node:crypto';

/** Numbers that look random and are the same for the same words: a case that failed can be made again. */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(...words: readonly (string | number)[]) {
    const digest = createHash('sha256').update(words.join('\u0000')).digest();
    this.a = digest.readInt32LE(0);
    this.b = digest.readInt32LE(4);
    this.c = digest.readInt32LE(8);
  }

  /** An integer from 0 to `below - 1`; 0 when `below` is not above 0. */
  below(below: number): number {
    return Math.max(0, Math.floor(this.fraction() * below));
  }

  /** An integer from `low` to `high`, small ones as often as large ones: its logarithm is spread evenly. */
  spread(low: number, high: number): number {
    return Math.min(high, Math.floor(low * Math.exp(this.fraction() * Math.log((high + 1) / low))));
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** One of the items; there is at least one. */
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.below(256)));
  }

  /** sfc32, by Chris Doty-Humphrey. */
  private fraction(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  }
}
