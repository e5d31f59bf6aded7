import type { Composition, DiagnosticReport, Extension, Reference, Section } from '@segur/fhir';
import { observationsOf, sectionsOf, type Battery, type Chapter } from '@segur/laboratory';
import { ARCS, toPrintedReport } from '@segur/laboratory-to-cda';
import { LOINC, toHl7Concept, toIdentifier } from './code-systems.js';
import { refer, urnOf } from './document-ids.js';
import { EXTENSIONS } from './extensions.js';
import { isInstant, toDateTime, toInstant, toPeriod } from './fhir-time.js';
import type { FhirOptions } from './fhir-options.js';
import { chapterNarrative, factsNarrative, wordsNarrative } from './to-narrative.js';
import type { DocumentContext } from './to-observations.js';

const REPORT_CODE = { coding: [{ system: LOINC, code: '11502-2' }], text: 'Compte rendu d’examens de biologie médicale' };

/** The batteries of a report that hold a result or a comment. */
export function filledBatteries({ batteries }: Pick<Chapter, 'batteries'>): readonly Battery[] {
  return batteries.filter(
    ({ observations, comments }) => observations.length > 0 || comments.some((comment) => comment.trim() !== ''),
  );
}

/** The title page: who, for whom, signed by whom, and a section per specialty. @throws {UnassemblableReport} See `toFhirDocument`. */
export function toComposition(context: DocumentContext, options: FhirOptions): Composition {
  const { report, laboratory, people } = context;
  const printed = toPrintedReport(report, laboratory);
  const legal = people.signatory();
  const { prescriber, copies, validations, status, revision } = report;
  const recipients = [...new Set([...(prescriber ? [prescriber] : []), ...copies].map((one) => people.refer(one).reference))];
  const released = toDateTime(report.releasedAt, laboratory);
  return {
    resourceType: 'Composition',
    language: 'fr-FR',
    text: factsNarrative([...printed.patient.facts, ...printed.request]),
    extension: recipients.map((reference): Extension => ({ url: EXTENSIONS.recipient, valueReference: { reference } })),
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${report.reportSetId}` },
    status: status === 'partial' ? 'preliminary' : revision > 1 ? 'amended' : 'final',
    type: REPORT_CODE,
    subject: refer(report, 'patient'),
    encounter: refer(report, 'encounter'),
    date: toInstant(options.createdAt, laboratory),
    author: [...(legal ? [people.refer(legal.biologist)] : []), refer(report, 'organization')],
    title: printed.title,
    confidentiality: 'N',
    attester: [
      ...validations.map(({ biologist, at }) => ({ mode: 'professional' as const, time: at, biologist })),
      ...(legal ? [{ mode: 'legal' as const, time: legal.at, biologist: legal.biologist }] : []),
    ].map(({ mode, time, biologist }) => ({ mode, time: toDateTime(time, laboratory), party: people.refer(biologist) })),
    custodian: refer(report, 'organization'),
    ...(options.replaces !== undefined && {
      relatesTo: [
        {
          code: 'replaces',
          targetIdentifier: { system: 'urn:ietf:rfc:3986', value: urnOf(report, 'document', String(options.replaces)) },
        },
      ],
    }),
    event: [
      {
        period: toPeriod(toDateTime(report.receivedAt, laboratory), status === 'final' ? released : undefined),
        detail: [refer(report, 'report'), ...context.basedOn],
      },
    ],
    section: toSections(context, printed),
  };
}

function toSections({ report }: DocumentContext, { chapters, comments }: ReturnType<typeof toPrintedReport>): readonly Section[] {
  const sections = chapters.map((chapter): Section => {
    const source = report.chapters[chapter.position];
    return {
      title: chapter.title,
      code: { coding: [{ system: LOINC, code: source?.code ?? '' }] },
      text: chapterNarrative(chapter),
      entry: sectionsOf(source ? [source] : [])
        .flatMap(filledBatteries)
        .map(({ batteryId }) => refer(report, 'battery', batteryId)),
    };
  });
  return comments.length === 0 ? sections : [...sections, { title: 'COMMENTAIRES', text: wordsNarrative(comments) }];
}

/** The report as a service of the laboratory, for those who look for one outside documents. */
export function toDiagnosticReport({ report, laboratory, people, basedOn }: DocumentContext): DiagnosticReport {
  const issued = toDateTime(report.releasedAt, laboratory);
  const collected = report.specimens.flatMap(({ collectedAt }) => collectedAt ?? []).toSorted()[0];
  const interpreters = new Set(report.validations.map(({ biologist }) => people.refer(biologist).reference));
  const results = sectionsOf(report.chapters)
    .flatMap(filledBatteries)
    .map(({ batteryId }) => refer(report, 'battery', batteryId));
  return {
    resourceType: 'DiagnosticReport',
    identifier: [
      { type: toHl7Concept('v2-0203', 'FILL'), ...toIdentifier(`${laboratory.oidRoot}.${ARCS.request}`, report.fillerNumber) },
    ],
    basedOn,
    status: statusOf(report),
    category: [toHl7Concept('v2-0074', 'LAB')],
    code: REPORT_CODE,
    subject: refer(report, 'patient'),
    encounter: refer(report, 'encounter'),
    effectiveDateTime: toDateTime(collected ?? report.receivedAt, laboratory),
    ...(isInstant(issued) && { issued }),
    performer: [refer(report, 'organization')],
    resultsInterpreter: [...interpreters].map((reference): Reference => ({ reference })),
    specimen: report.specimens.map(({ specimenId }) => refer(report, 'specimen', specimenId)),
    result: results,
    conclusion: report.comments.filter((comment) => comment.trim() !== '').join('\n\n'),
  };
}

function statusOf(report: DocumentContext['report']): DiagnosticReport['status'] {
  if (report.status === 'partial') return 'partial';
  if (observationsOf(report).some(({ status }) => status === 'corrected')) return 'corrected';
  return report.revision > 1 ? 'amended' : 'final';
}
