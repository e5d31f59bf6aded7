import { element, textElement, type Xml } from '@segur/xml';
import type { CdaGuardian, CdaPatient, CdaPatientName, CdaRelative } from './cda-header.js';
import type { CrBioHeader } from './cr-bio-document.js';
import { writeAddress, writeCode, writeId, writePersonName, writeTelecom } from './write-cda-types.js';

/** Writes `recordTarget`. */
export function writePatient(patient: CrBioHeader['patient']): Xml {
  return element(
    'recordTarget',
    {},
    element(
      'patientRole',
      {},
      ...patient.ids.map((id) => writeId(id)),
      ...patient.addresses.map(writeAddress),
      ...patient.telecoms.map(writeTelecom),
      element(
        'patient',
        {},
        writeName(patient.name),
        writeCode('administrativeGenderCode', patient.gender),
        element('birthTime', { value: patient.birthTime }),
        ...writeLife(patient),
        ...(patient.guardians ?? []).map(writeGuardian),
        patient.birthplace && element('birthplace', {}, element('place', {}, writeAddress(patient.birthplace))),
      ),
    ),
  );
}

/** The traits, all in one `name`. */
function writeName({ birthFamily, givenNames, birthGiven, usedFamily, usedGiven }: CdaPatientName): Xml {
  const part = (kind: string, qualifier: string | undefined, value: string | undefined) =>
    value !== undefined && textElement(kind, { qualifier }, value);
  return element(
    'name',
    {},
    part('family', 'BR', birthFamily),
    part('given', undefined, givenNames),
    part('given', 'BR', birthGiven),
    part('family', 'CL', usedFamily),
    part('given', 'CL', usedGiven),
  );
}

function writeLife({ deceased, birthOrder }: CdaPatient): readonly (Xml | false)[] {
  if (!deceased && birthOrder === undefined) return [];
  return [
    deceased !== undefined && element('sdtc:deceasedInd', { value: 'true' }),
    deceased?.time !== undefined && element('sdtc:deceasedTime', { value: deceased.time }),
    birthOrder !== undefined && element('sdtc:multipleBirthInd', { value: 'true' }),
    birthOrder !== undefined && element('sdtc:multipleBirthOrderNumber', { value: String(birthOrder) }),
  ];
}

function writeGuardian({ addresses, telecoms, person, organization }: CdaGuardian): Xml {
  return element(
    'guardian',
    {},
    ...addresses.map(writeAddress),
    ...telecoms.map(writeTelecom),
    person
      ? element('guardianPerson', {}, writePersonName(person))
      : organization && element('guardianOrganization', {}, textElement('name', {}, organization.name)),
  );
}

/** Writes `informant`: whom to call, or whom the patient trusts. */
export function writeRelative({ classCode, code, addresses, telecoms, person }: CdaRelative): Xml {
  return element(
    'informant',
    {},
    element(
      'relatedEntity',
      { classCode },
      code && writeCode('code', code),
      ...addresses.map(writeAddress),
      ...telecoms.map(writeTelecom),
      person && element('relatedPerson', {}, writePersonName(person)),
    ),
  );
}
