import type { DocumentEntry, Submission, XdsCode } from '../src/metadata.js';

const code = (value: string, label = value): XdsCode => ({ code: value, label, system: '1.2.3' });
const person = {
  id: '899700000018',
  family: 'EXEMPLE',
  given: 'Claude',
  authority: '1.2.250.1.71.4.2.1',
  nameType: 'D',
  idType: 'IDNPS',
} as const;
const author = {
  person,
  institutions: [{ name: 'LABO & FILS', id: '1750000000' }],
  role: 'Biologiste',
  specialty: code('G15_10/SM03'),
};
const patientId = { id: '279035121518989', authority: '1.2.250.1.213.1.4.10', type: 'NH' } as const;

export const sampleEntry: DocumentEntry = {
  entryId: 'Document01',
  uniqueId: '2.25.1',
  patientId,
  sourcePatientId: { id: 'IPP1', authority: '2.999.2', type: 'PI' },
  sourcePatientInfo: { family: 'TEST', given: 'CAMILLE', birthDate: '19790328', sex: 'F' },
  authors: [author],
  legalAuthenticator: person,
  title: "Compte rendu d'examens biologiques",
  creationTime: '20261123080000',
  serviceStartTime: '202611230700',
  languageCode: 'fr-FR',
  mimeType: 'text/xml',
  classCode: code('10'),
  typeCode: code('11502-2'),
  formatCode: code('urn:ihe:lab:xd-lab:2008'),
  facilityType: code('SA25'),
  practiceSetting: code('AMBULATOIRE'),
  eventCodes: [code('18719-5'), code('18723-7')],
  confidentiality: [code('N'), code('MASQUE_PS')],
  hash: 'a'.repeat(40),
  sizeBytes: 4,
};

export const sampleSubmission: Submission = {
  set: {
    entryId: 'SubmissionSet01',
    uniqueId: '2.25.2',
    sourceId: '2.999.9',
    patientId,
    submissionTime: '20261123080100',
    title: 'Compte rendu de biologie',
    authors: [author],
    contentType: code('26'),
  },
  documents: [sampleEntry],
};
