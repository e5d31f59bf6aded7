import { createHash } from 'node:crypto';
import { report, richReports, testLaboratory } from '@segur/testing';
import { ReadDocument } from '../test/read-document.js';
import { toFhirDocument } from './to-fhir-document.js';

const screening = new ReadDocument(richReports['HPV screening']!);
const child = new ReadDocument(richReports['a child, guardians, relatives, a stay elsewhere']!);
const corrected = new ReadDocument(richReports['corrected, replaces what was partial']!);
const attached = new ReadDocument(richReports['second intention as PDF, the paper of the laboratory']!);
const pictures = new ReadDocument(richReports['sub-chapters, images']!);
const sampler = { professional: { family: 'IDE', telecoms: [] }, at: '2026-11-20T07:30:00+01:00' };

describe('What surrounds the results', () => {
  it.each`
    fact                                 | said                                                                             | expected
    ${'site and act of a collection'}    | ${screening.one('Specimen')['collection']}                                       | ${{ bodySite: { coding: [{ code: '28349006' }] }, method: { coding: [{ code: '0027' }] }, collectedDateTime: '2026-11-20T07:35:00+01:00' }}
    ${'a specimen code that FHIR lacks'} | ${screening.one('Specimen')['type']}                                             | ${{ coding: [{ system: 'urn:oid:2.16.840.1.113883.18.311', code: 'CVX' }], text: 'Frottis cervico-utérin' }}
    ${'who took it'}                     | ${screening.deep(screening.one('Specimen')['collection'])}                       | ${{ collector: { practitioner: { name: [{ family: 'TESTSF' }] } } }}
    ${'samplers of the visit'}           | ${screening.deep(screening.one('Encounter')['participant'])}                     | ${[{ period: { end: '2026-11-20T07:35:00+01:00' }, individual: { practitioner: { name: [{ family: 'TESTSF' }] } } }]}
    ${'why they were asked for'}         | ${screening.one('ServiceRequest')['reasonCode']}                                 | ${[{ coding: [{ code: 'MED-1210' }], text: 'Dépistage primaire, dossier B97.7' }, { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'B97.7' }] }]}
    ${'the clinical information'}        | ${screening.deep(screening.one('ServiceRequest')['supportingInfo'])}             | ${[{ code: { coding: [{ code: '55752-0' }] }, valueString: 'Douleurs pelviennes\ndepuis trois mois' }]}
    ${'vaccinations'}                    | ${screening.all('Immunization')}                                                 | ${[{ status: 'not-done', vaccineCode: { coding: [{ system: 'http://www.whocc.no/atc', code: 'J07BM' }] } }, { status: 'completed', vaccineCode: { text: 'Rappel' }, occurrenceDateTime: '2019-05' }]}
    ${'a mailbox without a person'}      | ${screening.all('PractitionerRole').filter(({ practitioner }) => !practitioner)} | ${[{ telecom: [{ value: 'collecteur@depistage.mssante.example' }] }]}
    ${'the stay'}                        | ${child.one('Encounter')}                                                        | ${{ status: 'finished', class: { system: 'urn:oid:1.2.250.1.213.1.1.4.2.291', code: 'EXTERNE' }, identifier: [{ system: 'urn:oid:1.2.250.1.999.9', value: 'VENUE' }], period: { start: '2026-11-20T07:00:00+01:00', end: '2026-11-20T18:00:00+01:00' } }}
    ${'where it was'}                    | ${child.deep(child.one('Encounter')['location'])}                                | ${[{ location: { name: 'HOPITAL DE TEST', address: { city: 'TESTVILLE' }, managingOrganization: { name: 'HOPITAL DE TEST' } } }]}
    ${'guardians and relatives'}         | ${child.deep(child.one('Patient')['contact'])}                                   | ${[{ relationship: [{ coding: [{ code: 'GUARD' }] }], name: { given: ['JEANNE'], prefix: ['MME'] }, telecom: [{ value: '0600000001' }], address: { city: 'TESTVILLE' } }, { organization: { name: 'FOYER DE TEST' } }, { relationship: [{ coding: [{ code: 'C' }, { code: 'ECON' }] }, { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode', code: 'MTH' }] }] }, { relationship: [{ coding: [{ code: 'N' }, { code: 'NOK' }] }], name: { family: 'ESSAI' } }]}
    ${'death and rank of birth'}         | ${child.one('Patient')}                                                          | ${{ deceasedDateTime: '2026-11', multipleBirthInteger: 2 }}
    ${'numbers of the request'}          | ${corrected.one('DiagnosticReport')['identifier']}                               | ${[{ system: 'urn:oid:1.2.250.1.999.7', value: 'DOS' }, { system: 'urn:ietf:rfc:3986', value: 'urn:uuid:019aa0c0-0000-7000-8000-0000000000aa' }]}
    ${'numbers of the order'}            | ${corrected.one('ServiceRequest')['identifier']}                                 | ${[{ system: 'urn:oid:1.2.250.1.999.8', value: 'PRE' }]}
    ${'what is replaced'}                | ${corrected.one('Composition')}                                                  | ${{ status: 'final', relatesTo: [{ code: 'replaces', targetIdentifier: { system: 'urn:oid:2.25.77', value: 'V1' } }], confidentiality: 'R' }}
    ${'who signs'}                       | ${corrected.one('Composition')['attester']}                                      | ${[{ mode: 'professional' }, { mode: 'legal', time: '2026-11-20T17:00:00+01:00' }]}
    ${'completed is final'}              | ${corrected.one('DiagnosticReport')}                                             | ${{ status: 'final' }}
    ${'the paper of the laboratory'}     | ${attached.one('DiagnosticReport')['presentedForm']}                             | ${[{ contentType: 'application/pdf', title: 'Compte rendu', size: 15 }]}
    ${'the reports of others'}           | ${attached.deep(attached.all('DocumentReference'))}                              | ${[{ description: 'Caryotype', author: [{ practitioner: { name: [{ family: 'TESTPATHO' }] } }, { name: 'LABORATOIRE SPECIALISE' }], content: [{ attachment: { contentType: 'application/pdf' } }], context: { period: { end: '2026-11-20T14:00:00+01:00' } } }, { description: 'Séquençage' }]}
    ${'pictures of the report'}          | ${pictures.deep(pictures.one('DiagnosticReport')['media'])}                      | ${[{ comment: 'Courbe d’électrophorèse', link: { content: { contentType: 'image/png' } } }, { comment: 'Culture à 48 h', link: { content: { contentType: 'image/jpeg' } } }, { comment: 'Mobilité', link: { content: { contentType: 'image/gif' } } }]}
    ${'the picture of a result'}         | ${pictures.deep(pictures.result('Analyse K')['derivedFrom'])}                    | ${[{ resourceType: 'Media', content: { title: 'Courbe d’électrophorèse' } }]}
    ${'the picture of a battery'}        | ${pictures.deep(pictures.result('Examen SANG')['derivedFrom'])}                  | ${[{ content: { title: 'Culture à 48 h' } }]}
  `('is said: $fact', ({ said, expected }) => expect(said).toMatchObject(expected as object));

  it('is not said of one specimen where several people took some', () => {
    const document = new ReadDocument(
      report()
        .with({ samplers: [sampler, sampler] })
        .build(),
    );

    expect(document.one('Specimen')['collection']).not.toHaveProperty('collector');
    expect(document.one('Encounter')['participant']).toHaveLength(2);
  });

  it('keeps the bytes of pictures and documents, with their size and their digest', () => {
    const { data, size, hash } = (pictures.one('Media')['content'] ?? {}) as { data: string; size: number; hash: string };
    const bytes = Buffer.from(data, 'base64');

    expect(size).toBe(bytes.length);
    expect(hash).toBe(createHash('sha1').update(bytes).digest('base64'));
  });

  it.each([undefined, 'N', 'R', 'V'] as const)('is marked on the document where it is restricted: %s', (confidentiality) => {
    const made = report().with(confidentiality ? { confidentiality } : {});
    const { meta, entry } = toFhirDocument(made.build(), testLaboratory, { createdAt: new Date('2026-11-20T15:01:00Z') });

    expect(meta?.security.map(({ code }) => code)).toEqual(
      confidentiality === 'R' || confidentiality === 'V' ? [confidentiality] : undefined,
    );
    expect(entry[0].resource.confidentiality).toBe(confidentiality ?? 'N');
  });
});
