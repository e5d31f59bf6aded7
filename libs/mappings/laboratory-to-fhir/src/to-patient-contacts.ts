import type { CodeableConcept, HumanName, PatientContact } from '@segur/fhir';
import type { Guardian } from '@segur/identity';
import type { Relative } from '@segur/laboratory';
import { toConcept } from './code-systems.js';
import type { DocumentContext } from './document-context.js';
import { toContactPoints, toFhirAddress } from './to-contact.js';

const ROLES = 'http://terminology.hl7.org/CodeSystem/v3-RoleClass';
const CONTACT_ROLES = 'http://terminology.hl7.org/CodeSystem/v2-0131';
const LABELS = {
  ECON: 'Personne à contacter en cas d’urgence',
  NOK: 'Personne de confiance',
  CON: 'Contact',
  CAREGIVER: 'Aidant',
  PAT: 'Patient',
  GUARD: 'Représentant légal',
} as const;

/**
 * Who acts for the patient, and whom to speak to.
 *
 * They are contacts of the patient, since no resource refers to them.
 *
 * @see FHIR R4, RelatedPerson: "For keeping information about people for contact purposes for a patient, use a Patient's Contact element"
 */
export function toPatientContacts({ report, organizations }: DocumentContext): readonly PatientContact[] {
  const { identity, relatives = [] } = report;
  return [
    ...(identity.guardians ?? []).flatMap((guardian): readonly PatientContact[] => {
      const { kind, name, telecoms, addresses } = guardian;
      if (kind === 'person') return toPeople(guardian);
      const [address] = addresses;
      const organization = organizations.refer({ name, telecoms, ...(address && { address }) });
      return [{ relationship: [toRole('GUARD')], organization }];
    }),
    ...relatives.map(toRelative),
  ].filter(({ name, organization, telecom = [], address = {} }) => {
    const said = [...Object.values(address).flat(), ...(name?.given ?? []), name?.family ?? ''];
    return organization || telecom.length > 0 || said.join('').trim() !== '';
  });
}

/** A contact has one address: further ones are said of the same name again. */
function toPeople({ name, given, prefix, telecoms, addresses }: Guardian): readonly PatientContact[] {
  const [first, ...others] = addresses;
  const person = { relationship: [toRole('GUARD')], name: toName(name, given, prefix) };
  return [
    { ...person, telecom: toContactPoints(telecoms), ...(first && { address: toFhirAddress(first) }) },
    ...others.map((address) => ({ ...person, address: toFhirAddress(address) })),
  ];
}

function toRelative({ role, relationship, family, given, telecoms, address }: Relative): PatientContact {
  return {
    relationship: [toRole(role), ...(relationship ? [toConcept(relationship)] : [])],
    name: toName(family, given),
    telecom: toContactPoints(telecoms),
    ...(address && { address: toFhirAddress(address) }),
  };
}

function toName(family: string, given = '', prefix?: string): HumanName {
  return { family, given: [given], prefix: prefix ? [prefix] : [] };
}

/** The French roles are those of HL7 V3; FHIR prefers those of its own list, where it has them. */
function toRole(code: keyof typeof LABELS): CodeableConcept {
  const own = { ECON: 'C', NOK: 'N' }[code as string];
  const preferred = own === undefined ? [] : [{ system: CONTACT_ROLES, code: own }];
  return { coding: [...preferred, { system: ROLES, code, display: LABELS[code] }], text: LABELS[code] };
}
