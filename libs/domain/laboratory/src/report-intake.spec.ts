import { reportSetIdOf } from './derived-ids.js';
import { REPORT_EXAMPLE, REPORT_INTAKE_EXAMPLE } from './report-example.js';
import { completeIntake, reportSetIdOfIntake, type ReportIntake } from './report-intake.js';

const { reportSetId, revision } = REPORT_EXAMPLE;
const intake: ReportIntake = REPORT_INTAKE_EXAMPLE;
const derived = reportSetIdOf('990000001', intake.fillerNumber);

describe('completeIntake', () => {
  it.each`
    what                     | stated                       | knownRevision | expected
    ${'a new report'}        | ${{}}                        | ${undefined}  | ${{ reportSetId: derived, revision: 1 }}
    ${'a known report'}      | ${{}}                        | ${3}          | ${{ reportSetId: derived, revision: 4 }}
    ${'a stated report'}     | ${{ reportSetId }}           | ${undefined}  | ${{ reportSetId, revision: 1 }}
    ${'a stated revision'}   | ${{ revision: 7 }}           | ${3}          | ${{ reportSetId: derived, revision: 7 }}
    ${'the whole statement'} | ${{ reportSetId, revision }} | ${9}          | ${{ reportSetId, revision }}
  `('completes $what', ({ stated, knownRevision, expected }) => {
    const known = knownRevision === undefined ? {} : { knownRevision: knownRevision as number };
    const handed: ReportIntake = { ...intake, ...(stated as object) };

    expect(completeIntake(handed, { tenantId: '990000001', ...known })).toEqual({ ...intake, ...(expected as object) });
    expect(reportSetIdOfIntake(handed, '990000001')).toBe((expected as { reportSetId: string }).reportSetId);
  });

  it('names the report of one number apart in each laboratory', () => {
    expect(reportSetIdOfIntake(intake, '990000002')).not.toBe(derived);
  });
});
