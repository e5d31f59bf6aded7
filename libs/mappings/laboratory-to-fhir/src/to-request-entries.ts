import type { Encounter, Entry, Organization, ServiceRequest, Specimen as FhirSpecimen } from '@segur/fhir';
import type { Laboratory, Specimen } from '@segur/laboratory';
import { ARCS, ENCOUNTERS } from '@segur/laboratory-to-cda';
import { toCode, toHl7Concept, toIdentifier } from './code-systems.js';
import { refer, urnOf } from './document-ids.js';
import { toDateTime } from './fhir-time.js';
import { toContactPoint, toFhirAddress } from './to-contact.js';
import type { DocumentContext } from './to-observations.js';

const STRUCTURES = '1.2.250.1.71.4.2.2';
const COFRAC = '1.2.250.1.213.6.3.1';
const SECTORS = '1.2.250.1.213.1.1.4.9';

/** The stay or visit. Nothing is known of where it stands. */
export function toEncounter({ report, laboratory }: DocumentContext): Encounter {
  const { kind, id, start } = report.encounter;
  return {
    resourceType: 'Encounter',
    ...(id !== undefined && { identifier: [toIdentifier(`${laboratory.oidRoot}.${ARCS.encounter}`, id)] }),
    status: 'unknown',
    class: { system: systemOf(kind), code: kind },
    subject: refer(report, 'patient'),
    ...(start !== undefined && { period: { start: toDateTime(start, laboratory) } }),
  };
}

/** HL7 has its own name for its codes of encounters; the French ones go by their OID. */
function systemOf(kind: keyof typeof ENCOUNTERS): string {
  const { codeSystem } = ENCOUNTERS[kind];
  return codeSystem === '2.16.840.1.113883.5.4' ? 'http://terminology.hl7.org/CodeSystem/v3-ActCode' : `urn:oid:${codeSystem}`;
}

/** The laboratory, with its accreditation. */
export function toOrganization({ finess, cofrac, name, telecoms, address, sector }: Laboratory): Organization {
  return {
    resourceType: 'Organization',
    identifier: [
      toIdentifier(STRUCTURES, `1${finess}`),
      ...(cofrac === undefined ? [] : [{ ...toIdentifier(COFRAC, cofrac), assigner: { display: 'COFRAC' } }]),
    ],
    type: [{ coding: [{ system: `urn:oid:${SECTORS}`, code: sector }] }],
    name,
    telecom: telecoms.map(toContactPoint),
    address: [toFhirAddress(address)],
  };
}

/** The prescription; none when nothing is known of it. */
export function toRequestEntries(context: Omit<DocumentContext, 'basedOn'>): readonly Entry[] {
  const { report, laboratory, people } = context;
  const { placerNumber, prescriber, prescribedOn, status } = report;
  if (placerNumber === undefined && !prescriber && prescribedOn === undefined) return [];
  const placer = { type: toHl7Concept('v2-0203', 'PLAC') };
  const prescription = `${laboratory.oidRoot}.${ARCS.prescription}`;
  const request: ServiceRequest = {
    resourceType: 'ServiceRequest',
    identifier: placerNumber === undefined ? [] : [{ ...placer, ...toIdentifier(prescription, placerNumber) }],
    status: status === 'final' ? 'completed' : 'active',
    intent: 'order',
    subject: refer(report, 'patient'),
    encounter: refer(report, 'encounter'),
    ...(prescribedOn !== undefined && { authoredOn: toDateTime(prescribedOn, laboratory) }),
    ...(prescriber && { requester: people.refer(prescriber) }),
  };
  return [{ fullUrl: urnOf(report, 'request'), resource: request }];
}

/** Each specimen, under the number on its tube and the one it has in the report. */
export function toSpecimenEntries({ report, laboratory }: DocumentContext): readonly Entry[] {
  return report.specimens.map((specimen) => ({
    fullUrl: urnOf(report, 'specimen', specimen.specimenId),
    resource: toSpecimen(specimen, report.reportSetId, laboratory),
  }));
}

function toSpecimen(specimen: Specimen, reportSetId: string, laboratory: Laboratory): FhirSpecimen {
  const { specimenId, accession, typeCode, label, collectedAt, receivedAt } = specimen;
  const numbering = `${laboratory.oidRoot}.${ARCS.specimen}`;
  return {
    resourceType: 'Specimen',
    identifier: [toIdentifier(numbering, specimenId)],
    ...(accession !== undefined && { accessionIdentifier: toIdentifier(numbering, accession) }),
    type: { ...(typeCode !== undefined && toHl7Concept('v2-0487', toCode(typeCode))), text: label },
    subject: refer({ reportSetId }, 'patient'),
    ...(receivedAt !== undefined && { receivedTime: toDateTime(receivedAt, laboratory) }),
    ...(collectedAt !== undefined && { collection: { collectedDateTime: toDateTime(collectedAt, laboratory) } }),
  };
}
