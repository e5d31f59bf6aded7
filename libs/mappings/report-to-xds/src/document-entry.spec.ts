import type { CdaHeader } from '@segur/cda';
import { encodeSubmitObjectsRequest } from '@segur/xds';
import { testHeader } from '../test/test-header.js';
import { toDocumentEntry, type DocumentFacts } from './document-entry.js';
import { toSubmissionSet } from './submission-set.js';
import { UnsuitableHeader } from './unsuitable-header.js';

const MATRICULE = '279035121518989';
const facts: DocumentFacts = {
  entryId: 'Document01',
  qualifiedIns: { value: MATRICULE, oid: '1.2.250.1.213.1.4.10' },
  visibility: { maskedToProfessionals: false, hiddenFromPatient: false, hiddenFromRepresentatives: false },
  hash: 'a'.repeat(40),
  sizeBytes: 12,
};
const [firstAct, otherAct] = testHeader.serviceEvents;

describe('toDocumentEntry', () => {
  it('derives every field from the header', () => {
    expect(toDocumentEntry(testHeader, facts)).toEqual({
      entryId: 'Document01',
      uniqueId: '2.25.1000',
      patientId: { id: MATRICULE, authority: '1.2.250.1.213.1.4.10', type: 'NH' },
      sourcePatientId: { id: 'IPP1', authority: '2.999.2', type: 'PI' },
      sourcePatientInfo: { family: 'TEST', given: 'CAMILLE', birthDate: '19790328', sex: 'F' },
      authors: [
        {
          institutions: [{ name: 'LABORATOIRE TEST', id: '1750000000' }],
          person: {
            id: '899700000018',
            family: 'EXEMPLE',
            given: 'Claude',
            authority: '1.2.250.1.71.4.2.1',
            nameType: 'D',
            idType: 'IDNPS',
          },
          role: 'Biologiste',
          specialty: { code: 'G15_10/SM03', label: 'Médecin - Biologie médicale (SM)', system: '1.2.250.1.213.1.1.4.5' },
        },
      ],
      legalAuthenticator: {
        id: '3750000000/12',
        family: 'EXEMPLE',
        given: 'Dominique',
        authority: '1.2.250.1.71.4.2.1',
        nameType: 'D',
        idType: 'EI',
      },
      title: "Compte rendu d'examens biologiques",
      creationTime: '20260102150000',
      serviceStartTime: '20260101232200',
      serviceStopTime: '202601021500',
      languageCode: 'fr-FR',
      mimeType: 'text/xml',
      classCode: expect.objectContaining({ code: '10' }),
      typeCode: { code: '11502-2', label: "CR d'examens biologiques", system: '2.16.840.1.113883.6.1' },
      formatCode: expect.objectContaining({ code: 'urn:ihe:lab:xd-lab:2008' }),
      facilityType: { code: 'SA25', label: 'Laboratoire de biologie médicale', system: '1.2.250.1.71.4.2.4' },
      practiceSetting: { code: 'AMBULATOIRE', label: 'Ambulatoire', system: '1.2.250.1.213.1.1.4.9' },
      eventCodes: ['18719-5', '18723-7'].map((code) => expect.objectContaining({ code })),
      confidentiality: [{ code: 'N', label: 'Normal', system: '2.16.840.1.113883.5.25' }],
      hash: 'a'.repeat(40),
      sizeBytes: 12,
    });
  });

  it.each`
    flag                           | code
    ${'maskedToProfessionals'}     | ${'MASQUE_PS'}
    ${'hiddenFromPatient'}         | ${'INVISIBLE_PATIENT'}
    ${'hiddenFromRepresentatives'} | ${'INVISIBLE_REPRESENTANTS_LEGAUX'}
  `('says $code when the laboratory asked for $flag', ({ flag, code }: { flag: string; code: string }) => {
    const entry = toDocumentEntry(testHeader, { ...facts, visibility: { ...facts.visibility, [flag]: true } });
    expect(entry.confidentiality.map((each) => each.code)).toEqual(['N', code]);
  });

  it('writes no matricule for an identity that is not qualified, whatever the header holds', () => {
    const entry = toDocumentEntry(testHeader, { ...facts, qualifiedIns: undefined });
    const lot = { uniqueId: '2.25.7', sourceId: '2.999.9', submittedAt: new Date(0) };
    const written = encodeSubmitObjectsRequest({ set: toSubmissionSet(testHeader, entry, lot), documents: [entry] });

    expect(entry.patientId).toEqual({ id: 'IPP1', authority: '2.999.2', type: 'PI' });
    expect(written).not.toContain(MATRICULE.slice(0, 13));
  });

  it('gives the matricule as number of the patient at the source when there is no other', () => {
    const patient = { ...testHeader.patient, ids: testHeader.patient.ids.slice(0, 1) };
    expect(toDocumentEntry({ ...testHeader, patient }, facts).sourcePatientId).toMatchObject({ id: MATRICULE, type: 'NH' });
  });

  it('names a device and the custodian for a report that validates itself', () => {
    const device = { manufacturerModelName: 'M1', softwareName: 'SGL' };
    const author = { ids: [{ root: '2.999.5', extension: 'D1' }], addresses: [], telecoms: [], time: '2026', device };
    const { authors } = toDocumentEntry({ ...testHeader, authors: [author] }, facts);
    expect(authors).toEqual([
      {
        institutions: [{ name: 'LABORATOIRE TEST', id: '1750000000' }],
        person: { id: 'D1', family: 'M1', given: 'SGL', authority: '2.999.5', nameType: 'U', idType: 'RI' },
      },
    ]);
  });

  it('cuts a title without cutting a character', () => {
    expect(toDocumentEntry({ ...testHeader, title: `${'x'.repeat(127)}😀` }, facts).title).toBe('x'.repeat(127));
  });

  it('names the orders only when asked', () => {
    const values = ['P-1^^^&2.999.3&ISO^urn:ihe:iti:xds:2013:order'];
    expect(toDocumentEntry(testHeader, { ...facts, announceOrders: true }).extraSlots?.[0]?.values).toEqual(values);
  });

  it('calls a document without structured body a PDF', () => {
    expect(toDocumentEntry({ ...testHeader, body: 'unstructured' }, facts).formatCode.code).toBe('urn:ihe:iti:xds-sd:pdf:2008');
  });

  const without = (name: keyof CdaHeader) => Object.fromEntries(Object.entries(testHeader).filter(([key]) => key !== name));
  it.each`
    what                             | header
    ${'no legal authenticator'}      | ${without('legalAuthenticator')}
    ${'no place of care'}            | ${without('encounter')}
    ${'no act'}                      | ${{ ...testHeader, serviceEvents: [] }}
    ${'no practice setting'}         | ${{ ...testHeader, serviceEvents: [otherAct] }}
    ${'no author'}                   | ${{ ...testHeader, authors: [] }}
    ${'an author without structure'} | ${{ ...without('custodian'), authors: testHeader.authors.map((author) => ({ ...author, organization: { ids: [], telecoms: [], addresses: [] } })) }}
    ${'another kind of document'}    | ${{ ...testHeader, code: { ...testHeader.code, code: '34133-9' } }}
    ${'an unknown format'}           | ${{ ...testHeader, templateIds: [] }}
    ${'an id with an extension'}     | ${{ ...testHeader, id: { root: '2.25.1', extension: '1' } }}
    ${'another patient'}             | ${{ ...testHeader, patient: { ...testHeader.patient, ids: [{ root: '1.2.250.1.213.1.4.10', extension: '1' }] } }}
    ${'a time without offset'}       | ${{ ...testHeader, effectiveTime: '20260102160000' }}
  `('refuses $what', ({ header }: { header: CdaHeader }) => {
    expect(() => toDocumentEntry(header, facts)).toThrow(UnsuitableHeader);
  });

  it('takes times and setting of the act with a performer, wherever it stands', () => {
    const serviceEvents = [otherAct, firstAct].filter((act) => act !== undefined);
    expect(toDocumentEntry({ ...testHeader, serviceEvents }, facts)).toMatchObject({ serviceStartTime: '20260101232200' });
  });
});
