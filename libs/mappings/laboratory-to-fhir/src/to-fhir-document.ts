import type { DocumentBundle, Entry } from '@segur/fhir';
import type { Laboratory, Report } from '@segur/laboratory';
import { isFilled, withoutMatricule } from '@segur/laboratory-to-cda';
import { refer, urnOf } from './document-ids.js';
import type { DocumentContext } from './document-context.js';
import type { FhirOptions } from './fhir-options.js';
import { toInstant } from './fhir-time.js';
import { Organizations } from './organizations.js';
import { People } from './people.js';
import { Performances } from './performances.js';
import { toDocumentEntries, toMediaEntries } from './to-attachments.js';
import { toEncounterEntries, toImmunizationEntries } from './to-care-entries.js';
import { toComposition } from './to-composition.js';
import { toDiagnosticReport } from './to-diagnostic-report.js';
import { surroundingsOf, toOutline, type OutlinedChapter } from './to-outline.js';
import { toBatteryEntries, toIsolateEntries } from './to-panels.js';
import { toPatient } from './to-patient.js';
import { isRequested, toRequestEntries, toSpecimenEntries } from './to-request-entries.js';

const CONFIDENTIALITY = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';

/**
 * Assembles a report as a FHIR R4 document, to be written by `writeFhirJson`.
 *
 * The matricule is written only for a qualified identity, and taken out of every text for any other. An analysis has its local code, and
 * a LOINC where transcoding gave one. The same arguments give the same document.
 *
 * @throws {UnassemblableReport} `malformed-time`, `unknown-chapter`, `no-signatory`: what no document for people could show.
 * @throws {MalformedInput} A text holds a character that XHTML cannot.
 * @see FHIR R4, Documents
 */
export function toFhirDocument(received: Report, laboratory: Laboratory, options: FhirOptions): DocumentBundle {
  const report = withoutMatricule(received);
  const context = toContext(report, laboratory);
  const outline = toOutline(context);
  const composition = toComposition(outline, context, options);
  const { confidentiality = 'N' } = report;
  const entries: readonly Entry[] = [
    { fullUrl: urnOf(report, 'patient'), resource: toPatient(context) },
    ...toEncounterEntries(context),
    ...toRequestEntries(context),
    ...toSpecimenEntries(context),
    { fullUrl: urnOf(report, 'report'), resource: toDiagnosticReport(outline, context) },
    ...toResultEntries(outline, context),
    ...toMediaEntries(outline, context),
    ...toImmunizationEntries(context),
    ...toDocumentEntries(context),
  ];
  // Whoever was referred to above, and is known only now.
  const performances = context.performances.entries(options.createdAt);
  const cast = [...context.organizations.entries(), ...context.people.entries()];
  return {
    resourceType: 'Bundle',
    ...(confidentiality !== 'N' && { meta: { security: [{ system: CONFIDENTIALITY, code: confidentiality }] } }),
    identifier: { system: 'urn:ietf:rfc:3986', value: urnOf(report, 'document', String(report.revision)) },
    type: 'document',
    timestamp: toInstant(options.createdAt, laboratory),
    entry: [{ fullUrl: urnOf(report, 'composition'), resource: composition }, ...distinct([...entries, ...performances, ...cast])],
  };
}

function toContext(report: Report, laboratory: Laboratory): DocumentContext {
  const organizations = new Organizations(report, laboratory);
  const people = new People(report, laboratory, organizations);
  const performances = new Performances(report, laboratory, organizations, people);
  const basedOn = isRequested(report) ? [refer(report, 'request')] : [];
  return { report, laboratory, organizations, people, performances, basedOn };
}

/** What is performed elsewhere as a whole section is said of each of its batteries and germs. */
function toResultEntries(outline: readonly OutlinedChapter[], context: DocumentContext): readonly Entry[] {
  const { report, performances } = context;
  return outline.flatMap(({ chapter, sections }) =>
    sections.flatMap((section) => {
      const around = surroundingsOf(section, chapter, context);
      const { isolates = [], performedBy } = section;
      const batteries = section.batteries.filter(isFilled);
      for (const { batteryId } of batteries) performances.add(performedBy, refer(report, 'battery', batteryId));
      for (const { isolateId } of isolates) performances.add(performedBy, refer(report, 'isolate', isolateId));
      return [
        ...batteries.flatMap((battery) => toBatteryEntries(battery, around, context)),
        ...isolates.flatMap((isolate) => toIsolateEntries(isolate, around, context)),
      ];
    }),
  );
}

/** One kit may serve many results. */
function distinct(entries: readonly Entry[]): readonly Entry[] {
  return [...new Map(entries.map((entry) => [entry.fullUrl, entry])).values()];
}
