import type { DocumentBundle, Entry } from '@segur/fhir';
import { sectionsOf, type Laboratory, type Report } from '@segur/laboratory';
import { withoutMatricule } from '@segur/laboratory-to-cda';
import { refer, urnOf } from './document-ids.js';
import type { FhirOptions } from './fhir-options.js';
import { toInstant } from './fhir-time.js';
import { People } from './people.js';
import { filledBatteries, toComposition, toDiagnosticReport } from './to-composition.js';
import { toBatteryEntries, type DocumentContext } from './to-observations.js';
import { toPatient } from './to-patient.js';
import { toEncounter, toOrganization, toRequestEntries, toSpecimenEntries } from './to-request-entries.js';

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
  const people = new People(report, laboratory);
  const request = toRequestEntries({ report, laboratory, people });
  const context: DocumentContext = {
    report,
    laboratory,
    people,
    basedOn: request.length > 0 ? [refer(report, 'request')] : [],
  };
  const entries: readonly Entry[] = [
    { fullUrl: urnOf(report, 'patient'), resource: toPatient(report.identity) },
    { fullUrl: urnOf(report, 'encounter'), resource: toEncounter(context) },
    { fullUrl: urnOf(report, 'organization'), resource: toOrganization(laboratory) },
    ...people.entries(),
    ...request,
    ...toSpecimenEntries(context),
    { fullUrl: urnOf(report, 'report'), resource: toDiagnosticReport(context) },
    ...sectionsOf(report.chapters)
      .flatMap(filledBatteries)
      .flatMap((battery) => toBatteryEntries(battery, context)),
  ];
  return {
    resourceType: 'Bundle',
    identifier: { system: 'urn:ietf:rfc:3986', value: urnOf(report, 'document', String(report.revision)) },
    type: 'document',
    timestamp: toInstant(options.createdAt, laboratory),
    entry: [{ fullUrl: urnOf(report, 'composition'), resource: toComposition(context, options) }, ...entries],
  };
}
