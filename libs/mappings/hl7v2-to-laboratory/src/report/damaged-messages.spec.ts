import { Hl7DecodingError, decodeMessage } from '@segur/hl7v2';
import { sampleMessages, testLaboratory } from '@segur/testing';
import fc from 'fast-check';
import { toDocumentTransmission } from '../document/to-document-transmission.js';
import { toReport } from './to-report.js';

const context = { laboratory: testLaboratory, reportSetId: 'r', revision: 1 };
const texts = sampleMessages.map(({ bytes }) => bytes.toString('utf8'));

/** One wound: `length` characters from `at` replaced by `by`. */
const wound = fc.record({
  at: fc.nat(3_000),
  length: fc.nat(12),
  by: fc.constantFrom('', '|', '^', '~', '&', '\\', '\r', '""', '0', 'é', '\u0000', '99999999', 'X'),
});

describe('a damaged message', () => {
  it('is read or refused with its reasons, and never breaks the reader', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(wound, { minLength: 1, maxLength: 6 }), (text, wounds) => {
        const damaged = wounds.reduce((all, { at, length, by }) => all.slice(0, at) + by + all.slice(at + length), text);
        try {
          const message = decodeMessage(Buffer.from(damaged));
          const reading = toReport(message, context);
          expect(reading.status === 'refused').toBe(reading.findings.some(({ severity }) => severity === 'error'));
          expect(toDocumentTransmission(message, testLaboratory).status).toBe('refused');
        } catch (error) {
          expect(error).toBeInstanceOf(Hl7DecodingError);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
