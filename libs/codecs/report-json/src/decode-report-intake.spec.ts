import { completeIntake, REPORT_EXAMPLE, REPORT_INTAKE_EXAMPLE } from '@segur/laboratory';
import { arbitraryReport } from '@segur/testing/arbitrary-report';
import fc from 'fast-check';
import { decodeReportIntake } from './decode-report-intake.js';
import { decodeReportJson } from './decode-report-json.js';
import { encodeReportJson } from './encode-report-json.js';

const read = (json: unknown) => decodeReportIntake(Buffer.from(JSON.stringify(json)));

describe('decodeReportIntake', () => {
  it('reads a report without what only the platform knows', () => {
    expect(read(REPORT_INTAKE_EXAMPLE)).toEqual({ status: 'read', intake: REPORT_INTAKE_EXAMPLE, findings: [] });
  });

  it('reads a whole report, and every report completes to itself', () => {
    fc.assert(
      fc.property(arbitraryReport(), (made) => {
        const reading = decodeReportIntake(encodeReportJson(made));

        expect(reading.status === 'read' && completeIntake(reading.intake, { tenantId: '990000001', knownRevision: 8 })).toEqual(
          made,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('makes a report that decodeReportJson reads', () => {
    const report = completeIntake(REPORT_INTAKE_EXAMPLE, { tenantId: '990000001' });

    expect(decodeReportJson(encodeReportJson(report))).toEqual({ status: 'read', report, findings: [] });
  });

  it('leaves decodeReportJson strict', () => {
    const { findings } = decodeReportJson(Buffer.from(JSON.stringify(REPORT_INTAKE_EXAMPLE)));

    expect(findings).toMatchObject([
      { code: 'report-json-missing', location: '/reportSetId', expected: 'a text', found: 'nothing' },
      { code: 'report-json-missing', location: '/revision', expected: 'a whole number', found: 'nothing' },
    ]);
  });

  it.each`
    what                        | json                                                          | code                           | location
    ${'a name of another form'} | ${{ ...REPORT_INTAKE_EXAMPLE, reportSetId: 'DOS-2026-0001' }} | ${'report-json-value'}         | ${'/reportSetId'}
    ${'revision 0'}             | ${{ ...REPORT_INTAKE_EXAMPLE, revision: 0 }}                  | ${'report-json-value'}         | ${'/revision'}
    ${'no number'}              | ${{ ...REPORT_EXAMPLE, fillerNumber: undefined }}             | ${'report-json-missing'}       | ${'/fillerNumber'}
    ${'a misspelt field'}       | ${{ ...REPORT_INTAKE_EXAMPLE, reportSetID: 'X' }}             | ${'report-json-unknown-field'} | ${'/reportSetID'}
    ${'an unknown specimen'}    | ${{ ...REPORT_INTAKE_EXAMPLE, specimens: [] }}                | ${'report-json-reference'}     | ${'/chapters/0/batteries/0/observations/0/specimenId'}
  `('refuses $what', ({ json, code, location }: { json: unknown; code: string; location: string }) => {
    const reading = read(json);

    expect(reading.status).toBe('refused');
    expect(reading.findings).toMatchObject([{ code, location }]);
  });
});
