import type { Delimiters } from './delimiters.js';
import { unescapeText } from './escape-sequences.js';

/** `""` is the explicit null of ASTM: it says nothing more than an empty field to a reader of results. */
const isNothing = (raw: string) => raw === '' || raw === '""';

/** One repetition of a field. */
export class HprimRepetition {
  private pieces: readonly string[] | undefined;

  constructor(
    /** As written, escapes and all. */
    readonly raw: string,
    private readonly delimiters: Delimiters,
  ) {}

  /** Number of components written, at least one. */
  get componentCount(): number {
    return this.split.length;
  }

  /** Component (sub-field) `number`, from 1, unescaped; empty when it is not there. */
  text(number: number): string {
    const piece = this.split[number - 1] ?? '';
    return isNothing(piece) ? '' : unescapeText(piece, this.delimiters);
  }

  /** The whole repetition as one text: separators that a sender left bare in a sentence are part of it. */
  get whole(): string {
    return isNothing(this.raw) ? '' : unescapeText(this.raw, this.delimiters);
  }

  private get split(): readonly string[] {
    return (this.pieces ??= this.raw.split(this.delimiters.component));
  }
}

/** A field, e.g. OBX.5: one repetition or more. */
export class HprimField {
  private split: readonly HprimRepetition[] | undefined;

  constructor(
    readonly raw: string,
    private readonly delimiters: Delimiters,
  ) {}

  /** True when nothing is said: empty, or the explicit null `""`. */
  get isEmpty(): boolean {
    return isNothing(this.raw);
  }

  /** The repetitions as written; none when nothing is said. */
  get repetitions(): readonly HprimRepetition[] {
    return (this.split ??= this.isEmpty
      ? []
      : this.raw.split(this.delimiters.repetition).map((raw) => new HprimRepetition(raw, this.delimiters)));
  }

  /** The whole field as one text, bare separators and all: for `10^9/L` and for sentences. */
  get whole(): string {
    return this.isEmpty ? '' : unescapeText(this.raw, this.delimiters);
  }
}

/** One segment, its `A` continuations joined. Fields are split when first asked for. */
export class HprimSegment {
  private pieces: readonly string[] | undefined;
  private readonly fields: (HprimField | undefined)[] = [];

  constructor(
    /** One to three characters: `H`, `OBX`. */
    readonly name: string,
    /** Rank among the segments of this name in the file, from 1. */
    readonly ordinal: number,
    /** Number of its first line, from 1. */
    readonly line: number,
    /** As written, continuations appended, without terminator. */
    readonly raw: string,
    private readonly delimiters: Delimiters,
  ) {}

  /** `OBX[3]`, and with a field number `OBX[3]-5`. */
  location(field?: number): string {
    return field === undefined ? `${this.name}[${this.ordinal}]` : `${this.name}[${this.ordinal}]-${field}`;
  }

  /** Number of the last field written. */
  get fieldCount(): number {
    return this.split.length - (this.name === 'H' ? 0 : 1);
  }

  /** Field `number`, from 1; an empty one when it is not there. H.1 is the field separator and H.2 the other delimiters. */
  field(number: number): HprimField {
    return (this.fields[number] ??= new HprimField(this.rawField(number), this.delimiters));
  }

  /** Field `number` as written. */
  rawField(number: number): string {
    if (this.name !== 'H') return this.split[number] ?? '';
    return number === 1 ? this.delimiters.field : (this.split[number - 1] ?? '');
  }

  /** Component (default the first) of the first repetition of a field, unescaped; empty when nothing is said. */
  text(field: number, component = 1): string {
    return this.field(field).repetitions[0]?.text(component) ?? '';
  }

  private get split(): readonly string[] {
    return (this.pieces ??= this.raw.split(this.delimiters.field));
  }
}
