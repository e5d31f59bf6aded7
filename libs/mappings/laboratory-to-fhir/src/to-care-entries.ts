import type { Encounter, Entry } from '@segur/fhir';
import { ENCOUNTERS, ARCS } from '@segur/laboratory-to-cda';
import { toConcept, toIdentifier, toKnownIdentifier } from './code-systems.js';
import { refer, urnOf } from './document-ids.js';
import type { DocumentContext } from './document-context.js';
import { UNKNOWN } from './extensions.js';
import { toDateTime, toPeriod } from './fhir-time.js';
import { toFhirAddress, toWorkContactPoints } from './to-contact.js';

const SAMPLER = {
  // FHIR wants a code of its own list, where taking part is all that it says.
  coding: [
    { system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType', code: 'PART' },
    { system: 'urn:oid:1.2.250.1.213.1.1.4.2.280', code: 'PRELV', display: 'Préleveur' },
  ],
  text: 'Préleveur',
};

/** The stay or visit, who took the specimens in it, and where it was. @throws {UnassemblableReport} `malformed-time`. */
export function toEncounterEntries(context: DocumentContext): readonly Entry[] {
  const { report, laboratory, organizations } = context;
  const { facility } = report;
  const encounter = { fullUrl: urnOf(report, 'encounter'), resource: toEncounter(context) };
  if (!facility) return [encounter];
  const { name, telecoms, address } = facility;
  const location = {
    resourceType: 'Location',
    name: name.trim() === '' ? laboratory.name : name,
    telecom: toWorkContactPoints(telecoms),
    ...(address && { address: toFhirAddress(address) }),
    managingOrganization: organizations.refer(facility),
  } as const;
  return [encounter, { fullUrl: urnOf(report, 'location'), resource: location }];
}

function toEncounter({ report, laboratory, people }: DocumentContext): Encounter {
  const { encounter, samplers = [], facility } = report;
  const { kind, id, identifier, start, end } = encounter;
  const numbers = [
    ...(identifier ? [toKnownIdentifier(identifier)] : []),
    ...(id !== undefined && !identifier ? [toIdentifier(`${laboratory.oidRoot}.${ARCS.encounter}`, id)] : []),
  ];
  const [began, ended] = [start, end].map((time) => (time === undefined ? undefined : toDateTime(time, laboratory)));
  return {
    resourceType: 'Encounter',
    identifier: numbers,
    status: ended === undefined ? 'unknown' : 'finished',
    class: { system: systemOf(kind), code: kind, display: ENCOUNTERS[kind].displayName },
    subject: refer(report, 'patient'),
    participant: samplers.map(({ professional, at }) => ({
      type: [SAMPLER],
      ...(at !== undefined && { period: { end: toDateTime(at, laboratory) } }),
      individual: people.refer(professional),
    })),
    ...(began !== undefined && { period: toPeriod(began, ended) }),
    ...(began === undefined && ended !== undefined && { period: { end: ended } }),
    ...(facility && { location: [{ location: refer(report, 'location') }] }),
  };
}

/** HL7 has its own name for its codes of encounters; the French ones go by their OID. */
function systemOf(kind: keyof typeof ENCOUNTERS): string {
  const { codeSystem } = ENCOUNTERS[kind];
  return codeSystem === '2.16.840.1.113883.5.4' ? 'http://terminology.hl7.org/CodeSystem/v3-ActCode' : `urn:oid:${codeSystem}`;
}

/** Vaccinations that were done, or are known not to have been; when is often unknown. @throws {UnassemblableReport} `malformed-time`. */
export function toImmunizationEntries({ report, laboratory }: DocumentContext): readonly Entry[] {
  return (report.vaccinations ?? []).map(({ label, vaccine, done, at }, index) => ({
    fullUrl: urnOf(report, 'immunization', String(index)),
    resource: {
      resourceType: 'Immunization',
      status: done ? 'completed' : 'not-done',
      vaccineCode: vaccine ? toConcept(vaccine, label) : label.trim() === '' ? UNKNOWN : { text: label },
      patient: refer(report, 'patient'),
      ...(at === undefined ? { _occurrenceDateTime: UNKNOWN } : { occurrenceDateTime: toDateTime(at, laboratory) }),
    },
  }));
}
