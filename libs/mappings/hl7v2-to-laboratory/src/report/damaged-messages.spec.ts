import { Hl7DecodingError, decodeMessage } from '@segur/hl7v2';
import { glucose, oruText, sampleMessages, testLaboratory } from '@segur/testing';
import fc from 'fast-check';
import { reviseReport } from '@segur/results-to-laboratory';
import { toDocumentTransmission } from '../document/to-document-transmission.js';
import { splitPatients } from '../split-patients.js';
import { toReport } from './to-report.js';

const context = { laboratory: testLaboratory, reportSetId: 'r', revision: 1 };
const microbiology = oruText({
  exams: [
    {
      ...glucose,
      ...{ code: 'HEMOC^Hémoculture^L', section: 'MB', status: 'P', fields: { 3: 'F-1' } },
      results: [
        { type: 'CE', code: 'G^Germe^L^600-7^Bactérie^LN', value: '112283007^Escherichia coli^SCT', subId: '1', status: 'P' },
        { type: 'SN', code: 'N^Numération^L', value: '>^5', unit: 'UFC/mL', subId: '1' },
        { type: 'NM', code: 'AMX^Amoxicilline^L', value: '8', flags: 'R', subId: '1.1' },
        { type: 'ED', code: 'P^Courbe^L', value: '^AP^PDF^Base64^JVBERi0xLjQK', fields: { 15: '^AUTRE' } },
      ],
    },
    {
      ...glucose,
      ...{ code: 'ATB^Antibiogramme^L', section: 'MB', fields: { 26: 'G&Germe&L^1^Escherichia coli', 29: '^F-1' } },
      results: [
        { type: 'ST', code: 'OXA^Oxacilline^L', value: 'S' },
        { type: 'ST', code: 'D^D^L', value: '', status: 'D' },
        { type: 'ST', code: 'U^U^L', value: '', status: 'U' },
      ],
    },
  ],
  extra: ['NK1|1|A^B|MTH', 'ZZZ|1'],
});
const texts = [microbiology, ...sampleMessages.map(({ bytes }) => bytes.toString('utf8'))];

/** One wound: `length` characters from `at` replaced by `by`. */
const wound = fc.record({
  at: fc.nat(3_000),
  length: fc.nat(12),
  by: fc.constantFrom('', '|', '^', '~', '&', '\\', '\r', '""', '0', 'é', '\u0000', '99999999', 'X'),
});

const check = (bytes: Buffer) => {
  try {
    const message = decodeMessage(bytes);
    for (const one of splitPatients(message)) {
      const reading = toReport(one, context);
      expect(reading.status === 'refused').toBe(reading.findings.some(({ severity }) => severity === 'error'));
      if (reading.status === 'read') expect(reviseReport(reading.report, reading.report, reading.changes).status).toBeDefined();
    }
  } catch (error) {
    expect(error).toBeInstanceOf(Hl7DecodingError);
  }
};

describe('a damaged message', () => {
  it('is read or refused wherever it is cut off', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(4_000), (text, at) => check(Buffer.from(text).subarray(0, at))),
      {
        numRuns: 400,
      },
    );
  });

  it('is read or refused whatever bytes are flipped', () => {
    const flips = fc.array(fc.tuple(fc.nat(4_000), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...texts), flips, (text, places) => {
        const bytes = Buffer.from(text);
        for (const [at, mask] of places) bytes[at % bytes.length]! ^= mask;
        check(bytes);
      }),
      { numRuns: 400 },
    );
  });

  it('is read or refused in whatever order its segments come', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.infiniteStream(fc.nat()), (text, ranks) => {
        const [header = '', ...segments] = text.split('\r').filter(Boolean);
        const shuffled = segments.map((segment) => ({ segment, rank: ranks.next().value as number }));
        shuffled.sort((a, b) => a.rank - b.rank);
        check(Buffer.from([header, ...shuffled.map(({ segment }) => segment)].join('\r')));
      }),
      { numRuns: 300 },
    );
  });

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
