import type { CodeableConcept, Entry, Identifier, ServiceRequest, Specimen as FhirSpecimen } from '@segur/fhir';
import type { Report, Specimen } from '@segur/laboratory';
import { ARCS } from '@segur/laboratory-to-cda';
import { LOINC, toCode, toConcept, toHl7Concept, toIdentifier, toKnownIdentifier } from './code-systems.js';
import { refer, urnOf } from './document-ids.js';
import type { DocumentContext } from './document-context.js';
import { toDateTime } from './fhir-time.js';
import { SPECIMEN_TYPES } from './specimen-types.js';

const CLINICAL_INFORMATION = {
  coding: [{ system: LOINC, code: '55752-0', display: 'Clinical information' }],
  text: 'Renseignements cliniques',
};

/** Whether anything is known of the prescription. */
export function isRequested({ placerNumber, placerIdentifier, prescriber, prescribedOn, referral, ...report }: Report): boolean {
  const facts = [placerNumber, placerIdentifier, prescriber, prescribedOn, referral];
  return facts.some((fact) => fact !== undefined) || isInformed(report);
}

/** The prescription, with what was said of the patient's state; none when nothing is known of it. @throws {UnassemblableReport} `malformed-time`. */
export function toRequestEntries(context: DocumentContext): readonly Entry[] {
  const { report, laboratory, people } = context;
  if (!isRequested(report)) return [];
  const { prescriber, prescribedOn, status, referral, clinicalInformation = '' } = report;
  const request: ServiceRequest = {
    resourceType: 'ServiceRequest',
    identifier: toPlacerNumbers(context),
    status: status === 'final' ? 'completed' : 'active',
    intent: 'order',
    subject: refer(report, 'patient'),
    encounter: refer(report, 'encounter'),
    ...(prescribedOn !== undefined && { authoredOn: toDateTime(prescribedOn, laboratory) }),
    ...(prescriber && { requester: people.refer(prescriber) }),
    ...(referral && { reasonCode: [toConcept(referral.reason, referral.text), toConcept(referral.problem)] }),
    ...(isInformed(report) && { supportingInfo: [refer(report, 'clinical-information')] }),
  };
  const entry = { fullUrl: urnOf(report, 'request'), resource: request };
  if (!isInformed(report)) return [entry];
  const information = {
    resourceType: 'Observation',
    status: 'final',
    code: CLINICAL_INFORMATION,
    subject: refer(report, 'patient'),
    encounter: refer(report, 'encounter'),
    valueString: clinicalInformation,
  } as const;
  return [entry, { fullUrl: urnOf(report, 'clinical-information'), resource: information }];
}

/** Each specimen, under the number on its tube and the one it has in the report. @throws {UnassemblableReport} `malformed-time`. */
export function toSpecimenEntries(context: DocumentContext): readonly Entry[] {
  const { report } = context;
  return report.specimens.map((specimen) => ({
    fullUrl: urnOf(report, 'specimen', specimen.specimenId),
    resource: toSpecimen(specimen, context),
  }));
}

function isInformed({ clinicalInformation = '' }: Pick<Report, 'clinicalInformation'>): boolean {
  return clinicalInformation.trim() !== '';
}

function toPlacerNumbers({ report: { placerNumber, placerIdentifier }, laboratory }: DocumentContext): readonly Identifier[] {
  const type = toHl7Concept('v2-0203', 'PLAC');
  if (placerIdentifier) return [{ type, ...toKnownIdentifier(placerIdentifier) }];
  const prescription = `${laboratory.oidRoot}.${ARCS.prescription}`;
  return placerNumber === undefined ? [] : [{ type, ...toIdentifier(prescription, placerNumber) }];
}

function toSpecimen(specimen: Specimen, { report, laboratory, people }: DocumentContext): FhirSpecimen {
  const { specimenId, identifier, accession, typeCode, label, procedure, site, collectedAt, receivedAt } = specimen;
  const numbering = `${laboratory.oidRoot}.${ARCS.specimen}`;
  const [sampler, ...others] = report.samplers ?? [];
  return {
    resourceType: 'Specimen',
    identifier: [identifier ? toKnownIdentifier(identifier) : toIdentifier(numbering, specimenId)],
    ...(accession !== undefined && { accessionIdentifier: toIdentifier(numbering, accession) }),
    type: { ...(typeCode !== undefined && toType(toCode(typeCode))), text: label },
    subject: refer(report, 'patient'),
    ...(receivedAt !== undefined && { receivedTime: toDateTime(receivedAt, laboratory) }),
    collection: {
      // Of several samplers nobody said who took which: they are participants of the encounter.
      ...(sampler && others.length === 0 && { collector: people.refer(sampler.professional) }),
      ...(collectedAt !== undefined && { collectedDateTime: toDateTime(collectedAt, laboratory) }),
      ...(procedure && { method: toConcept(procedure) }),
      ...(site && { bodySite: toConcept(site) }),
    },
  };
}

/** A code that FHIR does not know in the table of HL7 goes by the OID that the French list has. */
function toType(code: string): CodeableConcept {
  return SPECIMEN_TYPES.has(code)
    ? toHl7Concept('v2-0487', code)
    : { coding: [{ system: 'urn:oid:2.16.840.1.113883.18.311', code }] };
}
