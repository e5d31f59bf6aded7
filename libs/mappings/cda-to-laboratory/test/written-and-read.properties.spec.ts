import { readCrBio, writeCrBio } from '@segur/cda';
import {
  documentIdOf,
  isolatesOf,
  observationsOf,
  oidOfUuid,
  type Laboratory,
  type Observation,
  type Report,
} from '@segur/laboratory';
import { INTERPRETATION_LABELS, toCrBio, UnassemblableReport } from '@segur/laboratory-to-cda';
import { testLaboratory } from '@segur/testing';
import { arbitraryReport } from '@segur/testing/arbitrary-report';
import fc from 'fast-check';
import { toReport } from '../src/index.js';

const PDF = Buffer.from('%PDF-1.4\n');

/** A report written and read again; nothing where no document can be made of it. */
function again(report: Report, laboratory: Laboratory) {
  const { reportSetId, revision } = report;
  try {
    const document = toCrBio(report, laboratory, {
      createdAt: new Date('2026-11-20T15:01:00Z'),
      documentId: documentIdOf(reportSetId, revision),
      setId: oidOfUuid(reportSetId),
      versionNumber: revision,
      pdf: PDF,
    });
    const reading = toReport(readCrBio(writeCrBio(document)));
    // A signatory whose family name is blank cannot be written, hence not read.
    return reading.status === 'read' ? reading : undefined;
  } catch (error) {
    if (error instanceof UnassemblableReport) return undefined;
    throw error;
  }
}

/**
 * What a document carries of a result, in the words of the model. The rest does not survive, by design:
 * - `corrected` and `preliminary`: a document says completed or aborted; they are printed;
 * - `sentLoinc` and `otherRanges`: evidence for others, printed at most;
 * - how a value was printed, where the document's digits say it; a value in an unknown unit, which becomes a text.
 */
function carried({ loinc, status, value, unit, interpretations, methodCode, kit, medium }: Observation) {
  const known = !unit || unit.ucum !== undefined;
  const measured = status !== 'cancelled' && known;
  return {
    loinc: loinc?.code,
    cancelled: status === 'cancelled',
    interpretations: [...new Set(interpretations)].filter((code) => INTERPRETATION_LABELS[code] !== undefined),
    method: methodCode?.code.trim().replace(/\s+/g, '_'),
    kit: kit?.code.trim().replace(/\s+/g, '_'),
    medium: medium?.code.trim().replace(/\s+/g, '_'),
    ...(measured && value.kind === 'numeric' && { value: value.value, unit: dimension(unit) }),
    ...(measured && value.kind === 'bounded' && { comparator: value.comparator, value: value.value, unit: dimension(unit) }),
    ...(status !== 'cancelled' && value.kind === 'ratio' && { ratio: [value.numerator, value.denominator] }),
  };
}

/** A number without dimension has no unit. */
function dimension(unit: Observation['unit']): string | undefined {
  return unit?.ucum === '1' ? undefined : unit?.ucum;
}

/** Blanks of free texts are not kept: XML normalises those of attributes, and the narrative shows one for many. */
function spaced(read: Report | Laboratory | undefined): unknown {
  return JSON.parse(JSON.stringify(read ?? null), (_key, value: unknown) =>
    typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value,
  );
}

/** A national number names one person. */
function onePersonPerNumber(report: Report): Report {
  return JSON.parse(JSON.stringify(report), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && 'nationalId' in value && 'family' in value
      ? { ...value, family: `NOM-${String(value.nationalId)}` }
      : value,
  ) as Report;
}

describe('A report in a CR-BIO', () => {
  it('keeps every result and every germ, in their order, with what a document carries of them', () => {
    fc.assert(
      fc.property(arbitraryReport(), (report) => {
        const reading = again(report, testLaboratory);
        fc.pre(reading !== undefined);
        if (!reading) return;

        const sorted = (chapters: Report['chapters']) =>
          observationsOf({ chapters })
            .map((observation) => JSON.stringify(carried(observation)))
            .toSorted();
        expect(sorted(reading.report.chapters)).toEqual(sorted(report.chapters));
        expect(isolatesOf(reading.report.chapters)).toHaveLength(isolatesOf(report.chapters).length);
        expect(reading.report).toMatchObject({
          reportSetId: report.reportSetId,
          revision: report.revision,
          status: report.status,
        });
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('comes back equal from the document of what was read', () => {
    fc.assert(
      fc.property(arbitraryReport().map(onePersonPerNumber), (report) => {
        // Written once, a report takes the forms of a document: a battery of one result under its own name becomes that result.
        const formed = again(report, testLaboratory);
        const first = formed && again(formed.report, formed.laboratory);
        fc.pre(first !== undefined);
        const second = first && again(first.report, first.laboratory);

        expect(spaced(second?.report)).toEqual(spaced(first?.report));
        expect(spaced(second?.laboratory)).toEqual(spaced(first?.laboratory));
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
