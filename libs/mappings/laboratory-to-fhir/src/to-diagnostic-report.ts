import type { Coding, DiagnosticReport, Identifier, Reference } from '@segur/fhir';
import { observationsOf, type SectionContent } from '@segur/laboratory';
import { ARCS } from '@segur/laboratory-to-cda';
import { LOINC, toCoding, toHl7Concept, toIdentifier, toKnownIdentifier } from './code-systems.js';
import { refer } from './document-ids.js';
import type { DocumentContext } from './document-context.js';
import { isInstant, toDateTime } from './fhir-time.js';
import { imagesOf, toPdf } from './to-attachments.js';
import { toChapterCoding, type OutlinedChapter } from './to-outline.js';
import { referGroups } from './to-panels.js';

/** What a CR-BIO is. */
export const REPORT_CODE = { coding: [{ system: LOINC, code: '11502-2' }], text: 'Compte rendu d’examens de biologie médicale' };

/** The report as a service of the laboratory, for those who look for one outside documents. @throws {UnassemblableReport} `malformed-time`. */
export function toDiagnosticReport(outline: readonly OutlinedChapter[], context: DocumentContext): DiagnosticReport {
  const { report, laboratory, people, basedOn, organizations } = context;
  const { printedCopy } = report;
  const issued = toDateTime(report.releasedAt, laboratory);
  const collected = report.specimens.flatMap(({ collectedAt }) => collectedAt ?? []).toSorted()[0];
  const sections = outline.flatMap((one) => one.sections);
  const validations = [...report.validations, ...sections.flatMap((section) => section.validations ?? [])];
  const interpreters = new Set(validations.map(({ biologist }) => people.referStaff(biologist).reference));
  return {
    resourceType: 'DiagnosticReport',
    identifier: toIdentifiers(context),
    basedOn,
    status: statusOf(report),
    category: [toHl7Concept('v2-0074', 'LAB'), ...toSpecialties(outline).map((one) => ({ coding: [one] }))],
    code: REPORT_CODE,
    subject: refer(report, 'patient'),
    encounter: refer(report, 'encounter'),
    effectiveDateTime: toDateTime(collected ?? report.receivedAt, laboratory),
    ...(isInstant(issued) && { issued }),
    performer: [organizations.own],
    resultsInterpreter: [...interpreters].map((reference): Reference => ({ reference })),
    specimen: report.specimens.map(({ specimenId }) => refer(report, 'specimen', specimenId)),
    result: sections.flatMap((section) => referGroups(section, context)),
    media: imagesOf(outline).map(({ imageId, title = '' }) => ({ comment: title, link: refer(report, 'media', imageId) })),
    conclusion: [...report.comments, ...sections.flatMap(commentsOf)].filter((comment) => comment.trim() !== '').join('\n\n'),
    ...(printedCopy && { presentedForm: [toPdf(printedCopy)] }),
  };
}

/** The laboratory's number of the request, and the one that all states of the report share. */
function toIdentifiers({ report, laboratory }: DocumentContext): readonly Identifier[] {
  const { fillerIdentifier, fillerNumber, reportSetId } = report;
  const number = fillerIdentifier
    ? toKnownIdentifier(fillerIdentifier)
    : toIdentifier(`${laboratory.oidRoot}.${ARCS.request}`, fillerNumber);
  return [{ type: toHl7Concept('v2-0203', 'FILL'), ...number }, toKnownIdentifier({ root: reportSetId })];
}

function toSpecialties(outline: readonly OutlinedChapter[]): readonly Coding[] {
  const all = outline.flatMap(({ chapter, sections }) => [
    toChapterCoding(chapter.code),
    ...sections.flatMap(({ actCode }) => (actCode ? [toCoding(actCode)] : [])),
  ]);
  return [...new Map(all.map((one) => [`${one.system}|${one.code}`, one])).values()];
}

function commentsOf({ comments = [] }: SectionContent): readonly string[] {
  return comments;
}

/**
 * What was completed replaces a state that was not final yet: it is final, and not amended.
 *
 * @see FHIR R4, DiagnosticReportStatus: `preliminary` is verified early results, `partial` may hold unverified ones
 */
function statusOf({ status, revision, replaces, chapters }: DocumentContext['report']): DiagnosticReport['status'] {
  const statuses = new Set(observationsOf({ chapters }).map((observation) => observation.status));
  if (status === 'partial') return statuses.has('preliminary') ? 'partial' : 'preliminary';
  if (statuses.has('corrected') || replaces?.reason === 'corrected') return 'corrected';
  if (replaces?.reason === 'completed') return 'final';
  return revision > 1 || replaces ? 'amended' : 'final';
}
