import type { Composition, Extension } from '@segur/fhir';
import { directorOf, knownBiologist, toPrintedReport } from '@segur/laboratory-to-cda';
import type { Laboratory, Report, Validation } from '@segur/laboratory';
import { toKnownIdentifier } from './code-systems.js';
import { refer, urnOf } from './document-ids.js';
import type { DocumentContext } from './document-context.js';
import { EXTENSIONS } from './extensions.js';
import type { FhirOptions } from './fhir-options.js';
import { toDateTime, toInstant, toPeriod } from './fhir-time.js';
import { REPORT_CODE } from './to-diagnostic-report.js';
import { factsNarrative } from './to-narrative.js';
import type { OutlinedChapter } from './to-outline.js';
import { toSections } from './to-sections.js';

/** The title page: who, for whom, signed by whom, and a section per specialty. @throws {UnassemblableReport} See `toFhirDocument`. */
export function toComposition(outline: readonly OutlinedChapter[], context: DocumentContext, options: FhirOptions): Composition {
  const { report, laboratory, people, organizations } = context;
  const printed = toPrintedReport(report, laboratory);
  const legal = signatoryOf(report, laboratory);
  const signatory = people.referStaff(legal.biologist);
  const attester = toAttesters(outline, legal, context);
  const { prescriber, copies, status, confidentiality = 'N' } = report;
  const recipients = new Set([...(prescriber ? [prescriber] : []), ...copies].map((one) => people.refer(one).reference));
  const released = toDateTime(report.releasedAt, laboratory);
  return {
    resourceType: 'Composition',
    language: 'fr-FR',
    text: factsNarrative(
      printed.notices,
      [...printed.patient.facts, ...printed.request],
      [...printed.validations, printed.signature],
    ),
    extension: [...recipients].map((reference): Extension => ({ url: EXTENSIONS.recipient, valueReference: { reference } })),
    identifier: toKnownIdentifier({ root: report.reportSetId }),
    status: statusOf(report),
    type: REPORT_CODE,
    subject: refer(report, 'patient'),
    encounter: refer(report, 'encounter'),
    date: toInstant(options.createdAt, laboratory),
    author: [signatory, organizations.own],
    title: printed.title,
    confidentiality,
    attester,
    custodian: organizations.own,
    relatesTo: toReplaced(report, options).map((targetIdentifier) => ({ code: 'replaces', targetIdentifier })),
    event: [
      {
        period: toPeriod(toDateTime(report.receivedAt, laboratory), status === 'final' ? released : undefined),
        detail: [refer(report, 'report'), ...context.basedOn],
      },
    ],
    section: toSections(outline, printed, context),
  };
}

/** As the CR-BIO: who the report says; else the last validator with a national number; else the director, where the laboratory allows it. */
function signatoryOf({ signedBy, validations, releasedAt }: Report, laboratory: Laboratory): Validation {
  const [last, ...earlier] = validations.toReversed();
  const signed = [signedBy, last, ...earlier].find(
    (one) => one && knownBiologist(one.biologist, laboratory).nationalId !== undefined,
  );
  // The printed report was refused before where nobody may sign.
  return signed ?? { biologist: directorOf(laboratory), at: last?.at ?? releasedAt };
}

/** Who validated, of the whole or of a section, each once at each time; then who signs. */
function toAttesters(
  outline: readonly OutlinedChapter[],
  legal: Validation,
  { report, laboratory, people }: DocumentContext,
): Composition['attester'] {
  const sections = outline.flatMap(({ sections }) => sections.flatMap(({ validations = [] }) => validations));
  const professional = [...report.validations, ...sections].map(({ biologist, at }) => ({
    mode: 'professional' as const,
    time: toDateTime(at, laboratory),
    party: people.referStaff(biologist),
  }));
  return [
    ...new Map(professional.map((one) => [`${one.time} ${one.party.reference}`, one])).values(),
    { mode: 'legal', time: toDateTime(legal.at, laboratory), party: people.referStaff(legal.biologist) },
  ];
}

/** The document of an earlier revision by our number, and the one that the report names. */
function toReplaced(report: Report, { replaces }: FhirOptions) {
  return [
    ...(replaces === undefined ? [] : [{ system: 'urn:ietf:rfc:3986', value: urnOf(report, 'document', String(replaces)) }]),
    ...(report.replaces ? [toKnownIdentifier(report.replaces.document)] : []),
  ];
}

/** What completes a partial report was not final before. */
function statusOf({ status, revision, replaces }: Report): Composition['status'] {
  if (status === 'partial') return 'preliminary';
  if (replaces?.reason === 'completed') return 'final';
  return revision > 1 || replaces ? 'amended' : 'final';
}
