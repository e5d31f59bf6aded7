import { writeFhirJson } from '@segur/fhir';
import { describeWithOfficial, judgeFhir, testLaboratory } from '@segur/testing';
import { arbitraryReport } from '@segur/testing/arbitrary-report';
import fc from 'fast-check';
import { toFhirDocument } from '../src/index.js';
import { variedReports } from './varied-reports.js';

const createdAt = new Date('2026-11-20T15:01:00Z');

describeWithOfficial('judges', 'The judge of FHIR', () => {
  it('finds no error in any document, and finds the one whose title page is not first', async () => {
    const arbitrary = fc
      .sample(arbitraryReport(), { numRuns: 20, seed: 7 })
      .map((report, index) => [`arbitrary ${index}`, report] as const);
    const documents = [...Object.entries(variedReports), ...arbitrary].map(([name, report]) => {
      const replaces = report.revision > 1 ? { replaces: report.revision - 1 } : {};
      return [name, toFhirDocument(report, testLaboratory, { createdAt, ...replaces })] as const;
    });
    const [, glucose] = documents[0]!;
    const [composition, ...others] = glucose.entry;
    const misplaced = { ...glucose, entry: [...others, composition] as unknown as typeof glucose.entry };
    const all = [...documents, ['misplaced', misplaced] as const].map(([name, document]) => [name, writeFhirJson(document)]);
    const { said } = await judgeFhir(Object.fromEntries(all) as Record<string, Uint8Array>);

    const refused = said.split(/^(?=\/)/m).filter((verdict) => !/^ {2}valid$/m.test(verdict));
    expect(refused).toEqual([expect.stringMatching(/misplaced\.json[^]*The first entry in a document must be a composition/)]);
    expect(said).toContain(`${all.length} file(s)`);
  }, 300_000);
});
