import type { CdaGuardian, CdaPatient, CdaPatientName } from './cda-header.js';
import type { CdaNode } from './cda-tree.js';
import { child, children, listed, present, textOf, toAddress, toCode, toIds, toPersonName, toTelecoms } from './read-cda-types.js';

/** Reads `recordTarget/patientRole`. */
export function toPatient(role: CdaNode): CdaPatient {
  const patient = child(role, 'patient');
  const place = child(child(child(patient, 'birthplace'), 'place'), 'addr');
  const deceased = child(patient, 'sdtc:deceasedInd')?.attributes['value'] === 'true';
  const died = child(patient, 'sdtc:deceasedTime')?.attributes['value'];
  child(patient, 'sdtc:multipleBirthInd');
  const order = Number.parseInt(child(patient, 'sdtc:multipleBirthOrderNumber')?.attributes['value'] ?? '', 10);
  return present<CdaPatient>({
    ids: toIds(children(role, 'id')),
    addresses: children(role, 'addr').map(toAddress),
    telecoms: toTelecoms(children(role, 'telecom')),
    name: toPatientName(child(patient, 'name')),
    gender: toCode(child(patient, 'administrativeGenderCode')),
    birthTime: child(patient, 'birthTime')?.attributes['value'],
    birthplace: place && present({ county: textOf(child(place, 'county')), city: textOf(child(place, 'city')) }),
    guardians: listed(children(patient, 'guardian').map(toGuardian)),
    // A date of death says it by itself.
    deceased: deceased || died !== undefined ? present({ time: died }) : undefined,
    birthOrder: Number.isNaN(order) ? undefined : order,
  });
}

function toPatientName(name: CdaNode | undefined): CdaPatientName {
  const part = (kind: string, qualifier: string | undefined) => {
    const found = name?.children.find((node) => node.name === kind && node.attributes['qualifier'] === qualifier);
    if (found) found.read = true;
    return textOf(found);
  };
  return present<CdaPatientName>({
    birthFamily: part('family', 'BR'),
    givenNames: part('given', undefined),
    birthGiven: part('given', 'BR'),
    usedFamily: part('family', 'CL'),
    usedGiven: part('given', 'CL'),
  });
}

function toGuardian(node: CdaNode): CdaGuardian {
  const name = textOf(child(child(node, 'guardianOrganization'), 'name'));
  return present<CdaGuardian>({
    addresses: children(node, 'addr').map(toAddress),
    telecoms: toTelecoms(children(node, 'telecom')),
    person: toPersonName(child(node, 'guardianPerson')),
    organization: name === undefined ? undefined : { name },
  });
}
