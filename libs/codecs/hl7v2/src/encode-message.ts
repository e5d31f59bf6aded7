import { MalformedInput } from '@segur/errors';
import { encodeText, holds, type Charset } from './charset.js';
import { STANDARD_DELIMITERS } from './delimiters.js';
import { escapeText } from './escape-sequences.js';

/** A component to write: a text, or its sub-components. */
export type ComponentValue = string | readonly string[];
/** A field to write: a text, components, or repetitions of components. `null` is the explicit null `""`; `undefined` says nothing. */
export type FieldValue =
  string | readonly ComponentValue[] | { readonly repetitions: readonly (readonly ComponentValue[])[] } | null | undefined;

/** A segment to write. For MSH the first field is MSH-3: the delimiters are ours. */
export interface SegmentValue {
  readonly name: string;
  readonly fields: readonly FieldValue[];
}

/**
 * Writes a message with the standard delimiters and CR terminators, every text escaped. Trailing empty fields are left out.
 *
 * @throws {MalformedInput} A segment name is not three capitals or figures, MSH is not the first, or a character does not exist in the set.
 */
export function encodeMessage(segments: readonly SegmentValue[], charset: Charset = 'utf-8'): Buffer {
  const text = encodeSegments(segments);
  if (!holds(text, charset)) throw new MalformedInput('A text cannot be written in this character set', { charset });
  return encodeText(text, charset);
}

/** As `encodeMessage`, before the bytes. */
export function encodeSegments(segments: readonly SegmentValue[]): string {
  if (segments[0]?.name !== 'MSH') throw new MalformedInput('A message starts with MSH');
  return segments.map((segment) => `${encodeSegment(segment)}\r`).join('');
}

function encodeSegment({ name, fields }: SegmentValue): string {
  if (!/^[A-Z][A-Z0-9]{2}$/.test(name)) throw new MalformedInput('Not a segment name');
  const { field, component, repetition, escape, subcomponent } = STANDARD_DELIMITERS;
  const start = name === 'MSH' ? [`MSH${field}${component}${repetition}${escape}${subcomponent}`] : [name];
  return trimmed([...start, ...fields.map(encodeField)], field);
}

function encodeField(value: FieldValue): string {
  if (value === undefined) return '';
  if (value === null) return '""';
  if (typeof value === 'string') return escapeText(value, STANDARD_DELIMITERS);
  if ('repetitions' in value) return value.repetitions.map(encodeComponents).join(STANDARD_DELIMITERS.repetition);
  return encodeComponents(value);
}

function encodeComponents(components: readonly ComponentValue[]): string {
  return trimmed(components.map(encodeComponent), STANDARD_DELIMITERS.component);
}

function encodeComponent(value: ComponentValue): string {
  if (typeof value === 'string') return escapeText(value, STANDARD_DELIMITERS);
  return trimmed(
    value.map((text) => escapeText(text, STANDARD_DELIMITERS)),
    STANDARD_DELIMITERS.subcomponent,
  );
}

function trimmed(parts: readonly string[], separator: string): string {
  let end = parts.length;
  while (end > 1 && parts[end - 1] === '') end -= 1;
  return parts.slice(0, end).join(separator);
}
