import type { FuzzedReader } from './reader.js';
import { mutate } from './mutate.js';
import { Random } from './random.js';

/** One input, and how it came about. */
export interface CaseInput {
  readonly bytes: Buffer;
  /** `sample 3`, or the name of what was made to hurt; `, damaged` when it was changed. */
  readonly origin: string;
}

/** Makes the input of any case of one reader: the same for the same seed, whatever ran before. */
export class CaseInputs {
  private samples: readonly Buffer[] | undefined;
  private made = new Map<string, Buffer>();

  constructor(
    private readonly name: string,
    private readonly reader: FuzzedReader,
    private readonly seed: number,
    /** How many damaged inputs were made to hurt before. */
    private readonly hostileShare = 0.02,
  ) {}

  /** The first cases are the hostile inputs as they are, then the samples; then all is damaged, samples most of the time. */
  input(number: number): CaseInput {
    const { hostile, grammar } = this.reader.form;
    const names = Object.keys(hostile);
    const samples = (this.samples ??= this.reader.form.samples());
    const direct = names[number];
    if (direct !== undefined) return { bytes: this.hostile(direct), origin: direct };
    const sample = samples[number - names.length];
    if (sample) return { bytes: sample, origin: `sample ${number - names.length}` };

    const random = new Random(this.seed, this.name, number);
    const name = random.chance(this.hostileShare) ? names[random.below(names.length)] : undefined;
    const index = random.below(samples.length);
    const bytes = name === undefined ? (samples[index] ?? Buffer.alloc(0)) : this.hostile(name);
    return { bytes: mutate(bytes, random, grammar), origin: `${name ?? `sample ${index}`}, damaged` };
  }

  private hostile(name: string): Buffer {
    const known = this.made.get(name);
    if (known) return known;
    const bytes = this.reader.form.hostile[name]?.() ?? Buffer.alloc(0);
    // Kept as long as they are few: they are what costs memory, and it would be put down to a reader.
    this.made = new Map([...[...this.made].slice(-3), [name, bytes]]);
    return bytes;
  }
}
