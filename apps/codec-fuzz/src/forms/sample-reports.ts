import { writeCrBio } from '@segur/cda';
import { PlatformError } from '@segur/errors';
import { documentIdOf, oidOfUuid, type Report } from '@segur/laboratory';
import { toCrBio } from '@segur/laboratory-to-cda';
import { battery, isolate, observation, report, testLaboratory } from '@segur/testing';
import { arbitraryReport } from '@segur/testing/arbitrary-report';
import fc from 'fast-check';

const PRINTED = Buffer.from('%PDF-1.4\n%%EOF\n');
const DRAWN = 12;

/** Reports of invented patients: two of ours, and some that were drawn, always the same. */
export function sampleReports(): readonly Report[] {
  return [
    report().withResult('CREA', '<0,5').build(),
    report()
      .withChapters({ code: '18725-2', batteries: [battery('ECBU', [observation('LEU')], { isolates: [isolate('G1')] })] })
      .build(),
    ...fc.sample(arbitraryReport(), { numRuns: DRAWN, seed: 1 }),
  ];
}

/** A report as the platform writes it, without our own print: it is the same bytes each time. @throws {PlatformError} It lacks what a CR-BIO must have. */
export function writeSample(written: Report): Buffer {
  const { reportSetId, revision } = written;
  const options = {
    createdAt: new Date('2026-11-23T08:00:00Z'),
    documentId: documentIdOf(reportSetId, revision),
    setId: oidOfUuid(reportSetId),
    versionNumber: revision,
    pdf: PRINTED,
  };
  return Buffer.from(writeCrBio(toCrBio(written, testLaboratory, options)));
}

/** One small document. */
export function sampleDocument(): Buffer {
  return writeSample(report().build());
}

/** The documents of `sampleReports`; what cannot be written is left out. */
export function sampleDocuments(): readonly Buffer[] {
  return sampleReports().flatMap((sample) => {
    try {
      return [writeSample(sample)];
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      return [];
    }
  });
}
