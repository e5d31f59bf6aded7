import { MalformedInput } from '@segur/errors';
import { encodeText, holds, type Charset } from './charset.js';
import { STANDARD_DELIMITERS } from './delimiters.js';
import { escapeText } from './escape-sequences.js';
import type { Hl7Message } from './hl7-message.js';
import type { Component, Field } from './segment.js';

/** A sub-component to write; `null` is the explicit null `""`. */
export type LeafValue = string | null;
/** A component to write: a text, or its sub-components. */
export type ComponentValue = LeafValue | readonly LeafValue[];
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

/**
 * A segment from its fields by number, as the standard numbers them; MSH-1 and MSH-2 are ours.
 *
 * @throws {MalformedInput} A number below the first field that can be written.
 */
export function segmentOf(name: string, numbered: Readonly<Record<number, FieldValue>>): SegmentValue {
  const first = name === 'MSH' ? 3 : 1;
  const numbers = Object.keys(numbered).map(Number);
  if (numbers.some((number) => !Number.isInteger(number) || number < first)) throw new MalformedInput('No such field', { name });
  const last = Math.max(first - 1, ...numbers);
  return { name, fields: Array.from({ length: last - first + 1 }, (_, index) => numbered[first + index]) };
}

/**
 * A decoded message as it can be written again: every segment, known or not, every state of a field, every text.
 *
 * Written, it has the standard delimiters and terminators and our escapes: what was canonical comes back byte for byte, anything else
 * comes back as an equal message.
 */
export function toSegmentValues(message: Hl7Message): SegmentValue[] {
  return message.segments.map((segment) => {
    const first = segment.name === 'MSH' ? 3 : 1;
    const count = Math.max(segment.fieldCount - first + 1, 0);
    return { name: segment.name, fields: Array.from({ length: count }, (_, index) => toFieldValue(segment.field(first + index))) };
  });
}

function toFieldValue(field: Field): FieldValue {
  if (field.state === 'empty') return undefined;
  if (field.state === 'null') return null;
  return { repetitions: field.repetitions.map(({ components }) => components.map(toComponentValue)) };
}

function toComponentValue({ subcomponents }: Component): ComponentValue {
  const [only = ''] = subcomponents;
  return subcomponents.length === 1 ? only : subcomponents;
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
  return Array.isArray(value) ? trimmed(value.map(encodeLeaf), STANDARD_DELIMITERS.subcomponent) : encodeLeaf(value as LeafValue);
}

function encodeLeaf(value: LeafValue): string {
  return value === null ? '""' : escapeText(value, STANDARD_DELIMITERS);
}

function trimmed(parts: readonly string[], separator: string): string {
  let end = parts.length;
  while (end > 1 && parts[end - 1] === '') end -= 1;
  return parts.slice(0, end).join(separator);
}
