import fc from 'fast-check';
import type { Charset } from './charset.js';
import { decodeMessage } from './decode-message.js';
import { encodeMessage, segmentOf, toSegmentValues, type ComponentValue, type FieldValue } from './encode-message.js';
import type { Hl7Message } from './hl7-message.js';
import type { Repetition } from './segment.js';

/** Everything a message says, whatever delimiters, line ends and escapes it says it with. */
function said(message: Hl7Message): unknown {
  return message.segments.map((segment) => {
    const first = segment.name === 'MSH' ? 3 : 1;
    const fields = Array.from({ length: segment.fieldCount + 1 - first }, (_, index) => segment.field(first + index));
    return [segment.name, trimmed(fields.map(({ repetitions }) => trimmed(repetitions.map(saidOnce))))];
  });
}

function saidOnce({ components }: Repetition): unknown {
  return trimmed(components.map(({ subcomponents }) => trimmed(subcomponents)));
}

/** Without what trails and says nothing. */
function trimmed(parts: readonly unknown[]): readonly unknown[] {
  const last = parts.findLastIndex((part) => part !== '' && !(Array.isArray(part) && part.length === 0));
  return parts.slice(0, last + 1);
}

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const leaf = fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: fc.constant(null) });
/** Cut at separators, the last part of anything says something: this is what canonical means. */
const parts = <T>(part: fc.Arbitrary<T>, none: fc.Arbitrary<T>) =>
  fc.tuple(fc.array(fc.oneof(part, none), { maxLength: 3 }), part).map(([before, last]) => [...before, last]);
const component: fc.Arbitrary<ComponentValue> = fc.oneof(
  text,
  parts(leaf, fc.constant('')).filter((all) => all.length > 1),
);
const field: fc.Arbitrary<FieldValue> = fc.oneof(
  text,
  fc.constant(null),
  fc
    .array(parts(component, fc.constant('' as ComponentValue)), { minLength: 1, maxLength: 3 })
    .map((repetitions) => ({ repetitions })),
);
const fields = parts(field, fc.constant(undefined));
const segment = fc.record({ name: fc.constantFrom('PID', 'OBX', 'ZZ1', 'NTE'), fields });

const LEAVES = ['', '""', 'a', 'é', 'C:\\x', '\\E\\', '\\.br\\', '\\H\\gras\\N\\', '\\X41\\', '\\Zq\\', '"', ' '];

describe('what is written and read', () => {
  it('is the same, byte for byte, when written again', () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 5 }), (segments) => {
        const header = segmentOf('MSH', { 3: 'A', 10: '1', 18: 'UNICODE UTF-8' });
        const bytes = encodeMessage([header, ...segments]);

        expect(encodeMessage(toSegmentValues(decodeMessage(bytes))).equals(bytes)).toBe(true);
      }),
    );
  });

  it('says the same, whatever the delimiters, the line ends and the escapes it came with', () => {
    const line = fc.array(fc.array(fc.constantFrom(...LEAVES), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 4 }),
        fc.constantFrom('^~\\&', '$%\\!', '^\u02dc\\&', '^~\\&#'),
        fc.constantFrom('\r', '\n', '\r\n', '\n\n'),
        fc.infiniteStream(fc.nat(2)),
        (lines, delimiters, end, choices) => {
          const [component = '', repetition = '', , subcomponent = ''] = delimiters;
          const glue = () => [component, repetition, subcomponent][choices.next().value ?? 0] ?? component;
          const body = lines.map(
            (all) => `ZZZ|${all.map((leaves) => leaves.reduce((whole, next) => whole + glue() + next)).join('|')}`,
          );
          const first = decodeMessage(Buffer.from([`MSH|${delimiters}|A|||||||1|P|2.7|||||FRA|UNICODE UTF-8`, ...body].join(end)));
          const second = decodeMessage(encodeMessage(toSegmentValues(first)));

          expect(said(second)).toEqual(said(first));
        },
      ),
    );
  });

  it.each<Charset>(['utf-8', 'iso-8859-15', 'latin1', 'windows-1252', 'windows-1250'])('is the same in %s', (charset) => {
    const names = {
      'utf-8': 'UNICODE UTF-8',
      'iso-8859-15': '8859/15',
      latin1: '8859/1',
      'windows-1252': 'CP1252',
      'windows-1250': 'CP1250',
    };
    const header = segmentOf('MSH', { 3: 'A', 10: '1', 18: names[charset as keyof typeof names] });
    const bytes = encodeMessage(
      [header, segmentOf('PID', { 5: ['HÉRAULT', 'Zoé'], 11: 'é ç â É €'.replace('€', charset === 'latin1' ? '' : '€') })],
      charset,
    );

    expect(decodeMessage(bytes).charset).toBe(charset);
    expect(encodeMessage(toSegmentValues(decodeMessage(bytes)), charset).equals(bytes)).toBe(true);
  });
});
