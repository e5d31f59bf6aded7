import { unescapeText, type EscapeContext } from './escape-sequences.js';

/** Nothing said (`||`), an explicit null (`""`: known absent, or to be deleted), or a value. */
export type ElementState = 'empty' | 'null' | 'value';

function stateOf(raw: string): ElementState {
  return raw === '' ? 'empty' : raw === '""' ? 'null' : 'value';
}

/** A component of a field, e.g. PID-5.1. */
export class Component {
  constructor(
    /** As written, escapes and all. */
    readonly raw: string,
    private readonly context: EscapeContext,
  ) {}

  get state(): ElementState {
    return stateOf(this.raw);
  }

  /** The whole component, unescaped; empty when empty or null. A bare `&`, which careless senders leave in a text, is kept. */
  get text(): string {
    return this.raw === '' || this.raw === '""' ? '' : unescapeText(this.raw, this.context);
  }

  /** The sub-components as written, at least one, unescaped; `null` where one is the explicit null. */
  get subcomponents(): readonly (string | null)[] {
    return this.raw
      .split(this.context.delimiters.subcomponent)
      .map((raw) => (raw === '""' ? null : unescapeText(raw, this.context)));
  }

  /** Sub-component `number`, from 1, unescaped; empty when it is not there. */
  subcomponent(number: number): string {
    const raw = piece(this.raw, this.context.delimiters.subcomponent, number);
    return raw === '' || raw === '""' ? '' : unescapeText(raw, this.context);
  }
}

/** One repetition of a field. */
export class Repetition {
  constructor(
    readonly raw: string,
    private readonly context: EscapeContext,
  ) {}

  get state(): ElementState {
    return stateOf(this.raw);
  }

  /** Number of components written, at least one. */
  get componentCount(): number {
    return this.raw.split(this.context.delimiters.component).length;
  }

  /** The components as written, at least one. */
  get components(): readonly Component[] {
    return this.raw.split(this.context.delimiters.component).map((raw) => new Component(raw, this.context));
  }

  /** Component `number`, from 1; an empty one when it is not there. */
  component(number: number): Component {
    return new Component(piece(this.raw, this.context.delimiters.component, number), this.context);
  }

  /** Component `number` as text, from 1; empty when empty or null. */
  text(number: number): string {
    return this.component(number).text;
  }

  /** The whole repetition as one text: for ST, TX, FT and NTE-3, where separators left bare by the sender are part of the text. */
  get whole(): string {
    return this.raw === '' || this.raw === '""' ? '' : unescapeText(this.raw, this.context);
  }
}

const NONE: readonly Repetition[] = [];

/** A field, e.g. PID-5: one repetition or more. */
export class Field {
  private split: readonly Repetition[] | undefined;

  constructor(
    readonly raw: string,
    private readonly context: EscapeContext,
  ) {}

  get state(): ElementState {
    return stateOf(this.raw);
  }

  /** The repetitions as written; none when the field is empty. */
  get repetitions(): readonly Repetition[] {
    return (this.split ??=
      this.raw === ''
        ? NONE
        : this.raw.split(this.context.delimiters.repetition).map((repetition) => new Repetition(repetition, this.context)));
  }

  /** Repetition `index`, from 0; an empty one when it is not there. */
  repetition(index: number): Repetition {
    return this.repetitions[index] ?? new Repetition('', this.context);
  }

  /** Component `number`, from 1, of the first repetition. */
  component(number: number): Component {
    return this.repetition(0).component(number);
  }
}

/** One line of a message. Fields are split when first asked for. */
export class Segment {
  private pieces: readonly string[] | undefined;
  private readonly fields: (Field | undefined)[] = [];

  constructor(
    /** Three characters: `OBX`. */
    readonly name: string,
    /** Rank among the segments of this name in the message, from 1. */
    readonly ordinal: number,
    /** As written, without its terminator. */
    readonly raw: string,
    private readonly context: EscapeContext,
  ) {}

  /** `OBX[3]`, and with a field number `OBX[3]-5`. */
  location(field?: number): string {
    return field === undefined ? `${this.name}[${this.ordinal}]` : `${this.name}[${this.ordinal}]-${field}`;
  }

  /** Number of the last field written. */
  get fieldCount(): number {
    return this.split.length - (this.name === 'MSH' ? 0 : 1);
  }

  /** Field `number`, from 1; an empty one when it is not there. MSH-1 is the separator and MSH-2 the other delimiters, unsplit. */
  field(number: number): Field {
    return (this.fields[number] ??= new Field(this.rawField(number), this.context));
  }

  /** Field `number` as written. */
  rawField(number: number): string {
    if (this.name !== 'MSH') return this.split[number] ?? '';
    return number === 1 ? this.context.delimiters.field : (this.split[number - 1] ?? '');
  }

  /** Component (default the first) of the first repetition of a field, unescaped; empty when empty or null. */
  text(field: number, component = 1): string {
    const raw = this.rawField(field);
    if (raw === '' || raw === '""') return '';
    // The way of nearly every read, without making objects of the field and its parts.
    const { delimiters } = this.context;
    const end = raw.indexOf(delimiters.repetition);
    const part = piece(end === -1 ? raw : raw.slice(0, end), delimiters.component, component);
    return part === '' || part === '""' ? '' : unescapeText(part, this.context);
  }

  private get split(): readonly string[] {
    return (this.pieces ??= this.raw.split(this.context.delimiters.field));
  }
}

/** Piece `number`, from 1, of a text cut at a separator; empty when there are fewer. */
function piece(raw: string, separator: string, number: number): string {
  let start = 0;
  for (let skipped = 1; skipped < number; skipped += 1) {
    const next = raw.indexOf(separator, start);
    if (next === -1) return '';
    start = next + separator.length;
  }
  const end = raw.indexOf(separator, start);
  return raw.slice(start, end === -1 ? raw.length : end);
}
