import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCrBio } from '@segur/cda';
import { toReport } from '@segur/cda-to-laboratory';
import { writeFhirJson, type DocumentBundle } from '@segur/fhir';
import type { Laboratory, Report } from '@segur/laboratory';
import { describeWithOfficial, judgeFhir, officialDirectory, richReports, testLaboratory } from '@segur/testing';
import { arbitraryReport } from '@segur/testing/arbitrary-report';
import fc from 'fast-check';
import { toFhirDocument } from '../src/index.js';
import { variedReports } from './varied-reports.js';

const createdAt = new Date('2026-11-20T15:01:00Z');
type Made = readonly [name: string, report: Report, laboratory: Laboratory];

describeWithOfficial('judges', 'The judge of FHIR', () => {
  it('finds no error in any document, and finds the one whose title page is not first', async () => {
    const arbitrary = fc
      .sample(arbitraryReport(), { numRuns: 20, seed: 7 })
      .map((report, index): Made => [`arbitrary ${index}`, report, testLaboratory]);
    const invented = Object.entries({ ...variedReports, ...richReports }).map(([name, report]): Made => [
      name,
      report,
      testLaboratory,
    ]);
    const documents = [...invented, ...arbitrary, ...officialReports()].map(([name, report, laboratory]) => {
      const replaces = report.revision > 1 ? { replaces: report.revision - 1 } : {};
      return [name, toFhirDocument(report, laboratory, { createdAt, ...replaces })] as const;
    });
    const misplaced = withLastFirst(
      toFhirDocument(variedReports['one glucose, identity qualified']!, testLaboratory, { createdAt }),
    );
    const all = [...documents, ['misplaced', misplaced] as const].map(([name, document]) => [name, writeFhirJson(document)]);
    const { said } = await judgeFhir(Object.fromEntries(all) as Record<string, Uint8Array>);

    const refused = said.split(/^(?=\/)/m).filter((verdict) => !/^ {2}valid$/m.test(verdict));
    expect(refused).toEqual([expect.stringMatching(/misplaced\.json[^]*The first entry in a document must be a composition/)]);
    expect(said).toContain(`${all.length} file(s)`);
  }, 300_000);
});

/** Every official CR-BIO; none where the kit is not on this machine. */
function officialReports(): readonly Made[] {
  const kit = officialDirectory('ci-sis');
  if (kit === undefined) return [];
  const folder = join(kit, 'examples');
  return readdirSync(folder).map((file, index): Made => {
    const reading = toReport(readCrBio(readFileSync(join(folder, file))));
    if (reading.status === 'refused') throw new Error(`${file} cannot be read`);
    return [`official ${index}`, reading.report, reading.laboratory];
  });
}

function withLastFirst(document: DocumentBundle): DocumentBundle {
  return { ...document, entry: document.entry.toReversed() as unknown as DocumentBundle['entry'] };
}
