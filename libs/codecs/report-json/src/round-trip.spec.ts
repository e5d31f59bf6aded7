import { TEST_MATRICULE } from '@segur/testing';
import { arbitraryReport } from '@segur/testing/arbitrary-report';
import fc from 'fast-check';
import { decodeReportJson } from './decode-report-json.js';
import { encodeReportJson } from './encode-report-json.js';

const report = arbitraryReport();

describe('The JSON form', () => {
  it('gives back every report as it was', () => {
    fc.assert(
      fc.property(report, (made) => {
        expect(decodeReportJson(encodeReportJson(made))).toEqual({ status: 'read', report: made, findings: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('is what JSON.parse reads too', () => {
    fc.assert(
      fc.property(report, (made) => expect(JSON.parse(Buffer.from(encodeReportJson(made)).toString('utf8'))).toEqual(made)),
    );
  });

  it('is canonical: the same bytes when written again', () => {
    fc.assert(
      fc.property(report, (made) => {
        const bytes = encodeReportJson(made);
        const reading = decodeReportJson(bytes);

        expect(reading.status === 'read' && Buffer.compare(encodeReportJson(reading.report), bytes)).toBe(0);
      }),
    );
  });
});

describe('Damaged bytes', () => {
  it('are refused when they are cut', () => {
    fc.assert(
      fc.property(report, fc.nat(), (made, place) => {
        const bytes = encodeReportJson(made);

        expect(decodeReportJson(bytes.subarray(0, place % bytes.length)).status).toBe('refused');
      }),
    );
  });

  it('are read or refused when bits flip, and no finding tells what they say', () => {
    fc.assert(
      fc.property(
        report,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 5 }),
        (made, flips) => {
          const bytes = Uint8Array.from(encodeReportJson(made));
          for (const [place, mask] of flips) bytes[place % bytes.length]! ^= mask;
          const { status, findings } = decodeReportJson(bytes);

          expect(status === 'read' || findings.length > 0).toBe(true);
          expect(JSON.stringify(findings)).not.toContain(TEST_MATRICULE.slice(0, 13));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are refused whatever JSON they are, and leave no prototype changed', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(decodeReportJson(Buffer.from(text, 'utf8')).status).toBe('refused');
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
    );
  });

  it('are refused whatever bytes they are', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => expect(decodeReportJson(bytes).status).toBe('refused')));
  });

  it('of another kind in one place are refused at that place', () => {
    const fields = ['reportSetId', 'status', 'identity', 'chapters', 'delivery', 'releasedAt', 'validations'] as const;
    fc.assert(
      fc.property(report, fc.constantFrom(...fields), (made, field) => {
        const { status, findings } = decodeReportJson(Buffer.from(JSON.stringify({ ...made, [field]: 7 })));

        expect(status).toBe('refused');
        expect(findings).toMatchObject([{ code: 'report-json-type', location: `/${field}`, found: 'number' }]);
      }),
    );
  });
});
