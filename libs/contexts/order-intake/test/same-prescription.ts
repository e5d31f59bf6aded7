import type { OmlOptions } from '@segur/testing';

const PATIENT = {
  identifiers: '279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS~8000123^^^LABO&1.2.250.1.999.1.5&ISO^PI',
  names: 'PAT-TROIS^DOMINIQUE^DOMINIQUE CLAUDE^^^^L',
  birthDate: '19790328',
  sex: 'F',
  addresses: '^^^^^^BDL^^51215',
  telephone: '',
  reliability: 'VALI',
};

/** One prescription as a message. */
export const MESSAGE: OmlOptions = {
  patient: PATIENT,
  placerNumbers: ['PL-1', 'PL-2'],
  groupNumber: '00TESTBIO000000001',
  prescriber: '10100000001^PRESCRIPTEUR^ANNE^^^DR^^^ASIP-SANTE-PS&1.2.250.1.71.4.2.1&ISO^^^^RPPS',
  clinicalInformation: 'traitement diurétique',
};
const EXAM = {
  loinc: { code: '14749-6', label: 'Glucose' },
  specimens: [{ nature: { system: 'snomed', code: '119364003', label: 'Sérum' } }],
};
/** The same as JSON. */
export const BODY = {
  prescriptionNumber: '00TESTBIO000000001',
  prescribedAt: '2026-11-20T08:15:00+01:00',
  prescriber: { rpps: '10100000001', familyName: 'PRESCRIPTEUR', givenName: 'ANNE', suffix: 'DR' },
  patient: {
    birthName: 'PAT-TROIS',
    firstName: 'DOMINIQUE',
    firstNames: 'DOMINIQUE CLAUDE',
    birthDate: '1979-03-28',
    sex: 'F',
    birthPlace: '51215',
    ins: { value: '279035121518989', oid: '1.2.250.1.213.1.4.10' },
    identityStatus: 'QUALIFIEE',
    ipp: { root: '1.2.250.1.999.1.5', extension: '8000123' },
  },
  clinicalInformation: 'traitement diurétique',
  exams: [
    { ...EXAM, placerNumber: 'PL-1' },
    { ...EXAM, placerNumber: 'PL-2' },
  ],
};
