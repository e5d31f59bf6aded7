import fc from 'fast-check';
import { decodeAck } from './decode-ack.js';
import { decodeBusinessAck } from './business-ack.js';
import { decodeMessage } from './decode-message.js';
import { encodeMessage, toSegmentValues } from './encode-message.js';
import { Hl7DecodingError } from './hl7-decoding-error.js';
import { encodeFrame, MllpFramer } from './mllp.js';
import { readHeader } from './read-header.js';

const MESSAGE = [
  'MSH|^~\\&|SGL|LABO^1.2.3^ISO|SEGUR|PF|20261123||ORU^R01^ORU_R01|1|P|2.5|||||FRA|UNICODE UTF-8',
  'PID|||279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS~8000^^^LABO^PI||HÉRAULT^ANNE^ANNE MARIE^^^^L||19790328|F',
  'ORC|RE|P1|F1',
  'OBR|1|P1|F1|GLY^Glycémie^L|||202611230800',
  'OBX|1|NM|GLY^Glycémie^L||5,20|mmol/L|3,9 - 5,8|N|||F|||202611230900',
  'NTE|1||ligne 1\\.br\\ligne 2 \\T\\ suite \\XC3A9\\',
  'OBX|2|ED|PDF^PDF^L||^application^pdf^Base64^JVBERi0xLjcK||||||F',
  'ZZZ|inconnu|""|',
  'MSA|AE|1',
  'ERR||OBX^1^5|102^Data type error^HL70357|E',
].join('\r');
const BYTES = Buffer.from(MESSAGE);

/** Reads all that can be read; whatever the bytes, this ends with a message or an error of ours. */
function readWhole(bytes: Uint8Array): 'read' | 'refused' {
  try {
    const message = decodeMessage(bytes);
    decodeAck(message);
    decodeBusinessAck(message);
    encodeMessage(toSegmentValues(message));
    return 'read';
  } catch (error) {
    expect(error).toBeInstanceOf(Hl7DecodingError);
    return 'refused';
  } finally {
    readHeader(bytes);
  }
}

describe('bytes that something happened to', () => {
  it('cut anywhere', () => {
    for (let length = 0; length <= BYTES.length; length += 1) readWhole(BYTES.subarray(0, length));
    expect(readWhole(BYTES)).toBe('read');
  });

  it('with bits turned', () => {
    const flips = fc.array(fc.tuple(fc.nat(BYTES.length - 1), fc.nat(7)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(flips, (turned) => {
        const bytes = Buffer.from(BYTES);
        for (const [at, bit] of turned) bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        readWhole(bytes);
      }),
      { numRuns: 500 },
    );
  });

  it('out of nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void readWhole(Buffer.concat([Buffer.from('MSH|^~\\&|'), bytes]))),
    );
  });

  it.each`
    what                           | text                                                  | outcome
    ${'100 000 fields'}            | ${`${MESSAGE}\rZZZ${'|a'.repeat(100_000)}`}           | ${'refused'}
    ${'100 000 segments'}          | ${`${MESSAGE}\r${'NTE|1\r'.repeat(100_000)}`}         | ${'refused'}
    ${'100 000 repetitions'}       | ${`${MESSAGE}\rZZZ|${'a~'.repeat(100_000)}`}          | ${'read'}
    ${'100 000 components'}        | ${`${MESSAGE}\rZZZ|${'a^'.repeat(100_000)}`}          | ${'read'}
    ${'100 000 sub-components'}    | ${`${MESSAGE}\rZZZ|${'a&'.repeat(100_000)}`}          | ${'read'}
    ${'a million escapes'}         | ${`${MESSAGE}\rZZZ|${'\\'.repeat(1_000_000)}`}        | ${'read'}
    ${'a million line breaks'}     | ${`${MESSAGE}\rZZZ|${'\\.br\\'.repeat(200_000)}`}     | ${'read'}
    ${'many great leaps'}          | ${`${MESSAGE}\rZZZ|${'\\.sp99999\\'.repeat(10_000)}`} | ${'read'}
    ${'an escape without end'}     | ${`${MESSAGE}\rZZZ|\\X${'41'.repeat(1_000_000)}`}     | ${'read'}
    ${'a header of a million'}     | ${`MSH|^~\\&|${'a'.repeat(1_000_000)}`}               | ${'read'}
    ${'a header of separators'}    | ${`MSH|^~\\&${'|'.repeat(1_000_000)}`}                | ${'refused'}
    ${'blanks before the message'} | ${' '.repeat(100_000) + MESSAGE}                      | ${'refused'}
  `('$what: $outcome', ({ text, outcome }: { text: string; outcome: string }) => {
    expect(readWhole(Buffer.from(text))).toBe(outcome);
  });

  it('given in frames cut and joined anywhere, is the same message', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 4 }),
        (cuts, times) => {
          const framer = new MllpFramer();
          let stream = Buffer.concat(Array.from({ length: times }, () => encodeFrame(BYTES)));
          const outcomes = [];
          for (let turn = 0; stream.length > 0; turn += 1) {
            const size = cuts[turn % cuts.length] ?? 1;
            outcomes.push(...framer.push(stream.subarray(0, size)));
            stream = stream.subarray(size);
          }

          expect(outcomes).toHaveLength(times);
          for (const outcome of outcomes) expect(outcome.kind === 'frame' && outcome.bytes.equals(BYTES)).toBe(true);
        },
      ),
    );
  });
});
