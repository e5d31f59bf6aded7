import { openPdfFonts } from '@segur/pdf';
import { encodeDataMatrix } from '@segur/pdf/data-matrix';
import { describeWithOfficial, judgePdfA, observation, report, testFontFiles, testLaboratory } from '@segur/testing';
import { toPdfCopy } from '../src/index.js';
import { variedReports } from './varied-reports.js';

const long = report()
  .withObservations(...Array.from({ length: 120 }, (_, index) => observation(`A${index}`, { comments: ['À contrôler'] })))
  .with({ revision: 2, comments: ['Łódź, β-HCG ≥ 5, ♀, 10⁹/L, 日本'] })
  .build();

describeWithOfficial('judges', 'PDF/A-1b', () => {
  it('has no failed clause, whatever the report', async () => {
    const options = {
      fonts: openPdfFonts(testFontFiles()),
      createdAt: new Date('2026-11-20T15:01:00Z'),
      documentId: '2.25.101',
      insDatamatrix: encodeDataMatrix,
    };
    const files = Object.fromEntries(
      Object.entries({ ...variedReports, 'long, with signs beyond those prepared': long }).map(([name, made]) => [
        name,
        toPdfCopy(made, testLaboratory, options),
      ]),
    );
    const { valid, said } = await judgePdfA(files);

    expect(said).not.toContain('FAIL');
    expect(said.match(/ conforms to PDF\/A-1b/g)).toHaveLength(Object.keys(files).length);
    expect(valid).toBe(true);
  }, 180_000);
});
