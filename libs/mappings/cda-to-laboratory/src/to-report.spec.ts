import type { CdaHeader } from '@segur/cda';
import { derivedUuid, laboratorySchema, oidOfUuid } from '@segur/laboratory';
import { aReading, chapter, header, organization, person, read, result, without } from '../test/a-reading.js';
import { toReport } from './to-report.js';

const [main] = header.serviceEvents as [CdaHeader['serviceEvents'][0]];
const UUID = '019aa0c0-0000-8000-8000-0000000000aa';

describe('toReport', () => {
  it('reads the state, the request and the times', () => {
    const { report, document } = read(
      aReading({
        header: {
          versionNumber: 2,
          replaces: { root: '1.2.250.1.999.1.100.0' },
          confidentiality: { code: 'R' },
          orders: [{ root: '1.2.250.1.213.1.1.9', extension: 'PRESC-1' }],
          serviceEvents: [{ ...main, status: 'active' }],
        },
      }),
    );

    expect(report).toMatchObject({
      revision: 2,
      status: 'partial',
      replaces: { document: { root: '1.2.250.1.999.1.100.0' } },
      confidentiality: 'R',
      fillerNumber: 'DOS-1',
      placerNumber: 'PRESC-1',
      placerIdentifier: { root: '1.2.250.1.213.1.1.9', extension: 'PRESC-1' },
      receivedAt: '2026-11-20T09:22:00+01:00',
      releasedAt: '2026-11-20T15:58:00+01:00',
    });
    // The root of the request is the laboratory's own arc for requests.
    expect(report).not.toHaveProperty('fillerIdentifier');
    expect(document).toEqual({
      id: { root: '1.2.250.1.999.1.100.1' },
      setId: { root: '1.2.250.1.999.1.100' },
      versionNumber: 2,
      createdAt: '2026-11-20T16:00:00+01:00',
      replaces: { root: '1.2.250.1.999.1.100.0' },
    });
  });

  it.each`
    setId                                              | reportSetId
    ${{ root: oidOfUuid(UUID) }}                       | ${UUID}
    ${{ root: UUID.toUpperCase() }}                    | ${UUID}
    ${{ root: '1.2.250.1.999.1.100' }}                 | ${derivedUuid('cda-set', '1.2.250.1.999.1.100', '')}
    ${{ root: '1.2.250.1.999.1.100', extension: '7' }} | ${derivedUuid('cda-set', '1.2.250.1.999.1.100', '7')}
    ${{ root: '2.25.7' }}                              | ${derivedUuid('cda-set', '2.25.7', '')}
  `('gives the set $setId.root the identifier $reportSetId', ({ setId, reportSetId }) => {
    expect(read(aReading({ header: { setId } })).report.reportSetId).toBe(reportSetId);
  });

  it('takes a document without set nor number as the first of its own set, and says so', () => {
    const bare = without(header, 'setId', 'versionNumber');
    const { report, document, findings } = read({ ...aReading(), header: bare });

    expect(report).toMatchObject({ revision: 1, reportSetId: derivedUuid('cda-set', bare.id.root, '') });
    expect(document).not.toHaveProperty('setId');
    expect(findings.map(({ code }) => code)).toEqual(['cda-version-missing', 'cda-set-missing']);
  });

  it.each`
    high                     | performed                          | releasedAt
    ${'20261120155800+0100'} | ${{ high: '20261120150000+0100' }} | ${'2026-11-20T15:58:00+01:00'}
    ${undefined}             | ${{ high: '20261120150000+0100' }} | ${'2026-11-20T15:00:00+01:00'}
    ${undefined}             | ${undefined}                       | ${'2026-11-20T16:00:00+01:00'}
  `('says that the report was released at $releasedAt', ({ high, performed, releasedAt }) => {
    const performer = without(main.performer!, 'time');
    const event = {
      ...main,
      time: { low: main.time.low!, ...(high && { high }) },
      performer: { ...performer, ...(performed && { time: performed }) },
    };

    expect(read(aReading({ header: { serviceEvents: [event] } })).report.releasedAt).toBe(releasedAt);
  });

  it('gives a level-1 document the chapters of its header without results, and its PDF as the printed copy', () => {
    const reading = without(aReading(), 'body');
    const { report, findings } = read({ ...reading, form: 'n1' });

    expect(report).toMatchObject({
      chapters: [{ code: '18719-5', batteries: [] }],
      comments: [],
      printedCopy: { data: 'JVBERi0xLjQK' },
    });
    expect(findings.map(({ code }) => code)).toEqual(['cda-level-1']);
  });

  it('says that a document holds no copy on paper', () => {
    const reading = without(aReading(), 'pdf');
    const { report, findings } = read(reading);

    expect(report).not.toHaveProperty('printedCopy');
    expect(findings.map(({ code }) => code)).toEqual(['cda-pdf-missing']);
  });

  it('sends the report nowhere unless somebody asks', () => {
    const delivery = { ...read(aReading()).report.delivery, dmp: true };

    expect(Object.values(read(aReading()).report.delivery)).toEqual(Array.from({ length: 6 }, () => false));
    expect(toReport(aReading(), { delivery })).toMatchObject({ report: { delivery: { dmp: true } } });
  });

  it('keeps what the codec says of the document, before its own remarks', () => {
    const said = { severity: 'warning', code: 'cda.unread', location: '/ClinicalDocument', message: 'unread' } as const;

    expect(read({ ...aReading(), findings: [said] }).findings).toEqual([said]);
  });

  it.each`
    change                                                                                                                   | code                        | location
    ${{ serviceEvents: [] }}                                                                                                 | ${'cda-request-missing'}    | ${'/ClinicalDocument/documentationOf[1]/serviceEvent/id'}
    ${{ serviceEvents: [{ ...main, time: {} }] }}                                                                            | ${'cda-reception-missing'}  | ${'/ClinicalDocument/documentationOf[1]/serviceEvent/effectiveTime/low'}
    ${{ serviceEvents: [{ ...main, time: { low: '20261301' } }] }}                                                           | ${'cda-reception-missing'}  | ${'/ClinicalDocument/documentationOf[1]/serviceEvent/effectiveTime/low'}
    ${{ legalAuthenticator: { ...header.legalAuthenticator, time: '' } }}                                                    | ${'cda-signature-missing'}  | ${'/ClinicalDocument/legalAuthenticator'}
    ${{ custodian: { ...organization, ids: [] }, serviceEvents: [{ ...main, performer: undefined }], encounter: undefined }} | ${'cda-laboratory-missing'} | ${'/ClinicalDocument/custodian'}
  `('refuses with $code at $location', ({ change, code, location }) => {
    const answer = toReport(aReading({ header: change }));

    expect(answer.status).toBe('refused');
    expect(answer.findings).toContainEqual(expect.objectContaining({ severity: 'error', code, location }));
  });
});

describe('toReport, laboratory', () => {
  it('puts together what the custodian, the performer and the responsible party say', () => {
    const { laboratory } = read(aReading());

    expect(laboratory).toEqual({
      finess: '990000001',
      name: 'LABORATOIRE DE TEST',
      address: { lines: ['12 RUE DES ESSAIS'], postalCode: '99000', city: 'TESTVILLE' },
      telecoms: [{ value: 'tel:0100000000', use: 'WP' }],
      oidRoot: '1.2.250.1.999.1',
      catalogueOid: '1.2.250.1.999.1.20',
      catalogueName: 'Codes locaux',
      sector: 'ETABLISSEMENT',
      defaultBiologist: false,
      cofrac: '8-0000',
      biologists: [
        {
          nationalId: '899700000011',
          family: 'TESTBIO',
          given: 'CLAIRE',
          prefix: 'MME',
          suffix: 'DR',
          specialty: { code: 'G15_10/SM03', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Biologie médicale (SM)' },
          telecoms: [],
        },
      ],
    });
    expect(laboratorySchema.safeParse(laboratory).success).toBe(true);
  });

  it.each`
    root                                      | oidRoot
    ${'1.2.250.1.999.1.1'}                    | ${'1.2.250.1.999.1'}
    ${'1.2.250.1.213.1.1.9'}                  | ${'1.2.250.1.213.1.1.9'}
    ${'00000000-0000-4000-8000-000000000001'} | ${'2.25.302240678275694148452353'}
  `('numbers under $oidRoot where the request is under $root', ({ root, oidRoot }) => {
    const answer = read(aReading({ header: { serviceEvents: [{ ...main, ids: [{ root, extension: 'DOS-1' }] }] } }));

    expect(answer.laboratory.oidRoot).toBe(oidRoot);
    expect(answer.report.fillerNumber).toBe('DOS-1');
    expect(answer.report.fillerIdentifier).toEqual(root.endsWith('.1') ? undefined : { root, extension: 'DOS-1' });
  });

  it('takes the first local code system for the catalogue, and no national one', () => {
    const national = { code: 'MED-1', codeSystem: '1.2.250.1.213.1.1.4.322' };
    const local = { code: 'GLY', codeSystem: '1.2.250.1.2.3.4', codeSystemName: 'Codes maison' };
    const chapters = [chapter([result({ code: { local: national } }), result({ code: { local } })])] as const;

    expect(read(aReading({ body: { chapters } })).laboratory).toMatchObject({
      catalogueOid: '1.2.250.1.2.3.4',
      catalogueName: 'Codes maison',
    });
  });
});

describe('toReport, signatures', () => {
  const legal = header.legalAuthenticator!;
  const second = { ...person('899700000037', 'TESTBIS'), time: '202611201120' };

  it('takes the legal authenticator for the validator where there is no other', () => {
    const { report } = read(aReading());

    expect(report.validations).toMatchObject([{ biologist: { family: 'TESTBIO' }, at: '2026-11-20T15:59:00+01:00' }]);
    expect(report).not.toHaveProperty('signedBy');
  });

  it('keeps who answers for the document apart from who validated', () => {
    const { report, laboratory } = read(aReading({ header: { authenticators: [second] } }));

    expect(report.validations).toMatchObject([{ biologist: { family: 'TESTBIS' }, at: '2026-11-20T11:20' }]);
    expect(report.signedBy).toMatchObject({ biologist: { family: 'TESTBIO' }, at: '2026-11-20T15:59:00+01:00' });
    expect(laboratory.biologists.map(({ family }) => family)).toEqual(['TESTBIO', 'TESTBIS']);
  });

  it('does not repeat the last validator as the signatory', () => {
    expect(read(aReading({ header: { authenticators: [second, legal] } })).report).not.toHaveProperty('signedBy');
  });

  it('puts together what several places say of one person', () => {
    const unqualified = without(legal, 'code');
    const { report } = read(aReading({ header: { authenticators: [unqualified] } }));

    expect(report.validations[0].biologist.specialty?.code).toBe('G15_10/SM03');
  });
});

describe('toReport, beside the chapters', () => {
  it('reads the context, the reports of others, the vaccinations and the remarks', () => {
    const reason = { code: 'MED-1210', codeSystem: '1.2.250.1.213.1.1.4.322', displayName: 'Dépistage' };
    const { report } = read(
      aReading({
        body: {
          referral: { title: "Contexte de l'examen", text: 'Dépistage primaire', reason, problem: { ...reason, code: 'B97.7' } },
          secondIntention: [{ title: 'CR joint', data: 'AAAA' }],
          vaccinations: [
            { label: 'Anti-HPV', product: { code: 'J07BM', codeSystem: '2.16.840.1.113883.6.73' }, done: false },
            { label: 'DTP', done: true, at: '2020' },
          ],
          comments: ['Conclusion'],
          remarks: [{ title: 'Non conformité', text: '(texte libre)' }],
        },
      }),
    );

    expect(report).toMatchObject({
      referral: {
        title: "Contexte de l'examen",
        text: 'Dépistage primaire',
        reason: { code: 'MED-1210' },
        problem: { code: 'B97.7' },
      },
      secondIntention: [{ attachmentId: 'si1', title: 'CR joint', data: 'AAAA' }],
      vaccinations: [
        { label: 'Anti-HPV', vaccine: { code: 'J07BM' }, done: false },
        { label: 'DTP', done: true, at: '2020' },
      ],
      comments: ['Conclusion'],
      remarks: [{ title: 'Non conformité', text: '(texte libre)' }],
    });
  });
});
