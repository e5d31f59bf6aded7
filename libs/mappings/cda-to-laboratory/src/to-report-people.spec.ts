import { aReading, header, person, read } from '../test/a-reading.js';

describe('toReport, identity', () => {
  const INS = { root: '1.2.250.1.213.1.4.10', extension: '279035121518989' };
  const { patient } = header;
  const withIns = { ...patient, ids: [INS, ...patient.ids] };

  it.each`
    what                | change                                                 | status
    ${'every trait'}    | ${{}}                                                  | ${'qualifiee'}
    ${'no birth place'} | ${{ birthplace: { city: 'PARIS' } }}                   | ${'provisoire'}
    ${'no sex'}         | ${{ gender: { code: 'UN' } }}                          | ${'provisoire'}
    ${'a wrong key'}    | ${{ ids: [{ ...INS, extension: '279035121518980' }] }} | ${'provisoire'}
  `('is $status with $what beside the matricule', ({ change, status }) => {
    const { report, findings } = read(aReading({ header: { patient: { ...withIns, ...change } } }));

    expect(report.identity.status).toBe(status);
    expect(report.identity.insMatricule?.oid).toBe(INS.root);
    expect(findings.map(({ code }) => code)).toEqual(status === 'qualifiee' ? [] : ['cda-identity-not-qualified']);
  });

  it('is provisional without a matricule, without a remark', () => {
    const { report, findings } = read(aReading());

    expect(report.identity).toEqual({
      status: 'provisoire',
      traits: {
        birthName: 'PATIENT-TEST',
        birthFirstName: 'CAMILLE',
        birthGivenNames: 'CAMILLE ANNE',
        birthDate: '19790328',
        sex: 'F',
        birthPlaceInsee: '51215',
        birthPlaceName: 'TESTVILLE-SUR-MARNE',
      },
      localIds: [{ root: '1.2.250.1.999.1.9', extension: 'IPP-0001' }],
      addresses: [],
      telecoms: [],
    });
    expect(findings).toEqual([]);
  });

  it('reads everything else that is said of the patient', () => {
    const { identity, relatives } = read(
      aReading({
        header: {
          patient: {
            ...withIns,
            addresses: [{ use: 'H', houseNumber: '28', streetName: 'Avenue Exemple', unitID: 'Escalier A', city: 'PARIS' }],
            telecoms: [{ value: 'tel:0600000000', use: 'MC' }, { value: `mailto:${INS.extension}@patient.mssante.fr` }],
            name: { ...patient.name, usedFamily: 'ESSAI', usedGiven: 'CAM' },
            guardians: [
              { addresses: [], telecoms: [], person: { family: 'NESSI', given: 'Jeanne', prefix: 'MME' } },
              { addresses: [], telecoms: [], organization: { name: 'TUTELLE 99' } },
            ],
            deceased: { time: '20261119' },
            birthOrder: 2,
          },
          relatives: [
            {
              classCode: 'ECON',
              code: { code: 'SIS', codeSystem: '2.16.840.1.113883.5.111', displayName: 'Soeur' },
              addresses: [{ nullFlavor: 'NAV' }],
              telecoms: [{ value: 'tel:0647150100' }],
              person: { family: 'NESSI', given: 'Sophie' },
            },
          ],
        },
      }),
    ).report;

    expect(identity).toMatchObject({
      traits: { usedName: 'ESSAI', usedFirstName: 'CAM' },
      addresses: [{ lines: ['28 Avenue Exemple', 'Escalier A'], city: 'PARIS' }],
      telecoms: [{ value: 'tel:0600000000', use: 'MC' }],
      guardians: [
        { name: 'NESSI', given: 'Jeanne', kind: 'person', prefix: 'MME' },
        { name: 'TUTELLE 99', kind: 'organization' },
      ],
      deceased: { at: '20261119' },
      birthRank: 2,
    });
    expect(relatives).toEqual([
      {
        role: 'ECON',
        relationship: { code: 'SIS', system: '2.16.840.1.113883.5.111', label: 'Soeur' },
        family: 'NESSI',
        given: 'Sophie',
        telecoms: [{ value: 'tel:0647150100' }],
      },
    ]);
  });
});

describe('toReport, correspondents', () => {
  const cabinet = {
    ids: [{ root: '1.2.250.1.71.4.2.2', extension: '1990000002' }],
    name: 'CABINET',
    telecoms: [],
    addresses: [],
  };
  const prescriber = { ...person('899700000029', 'TESTPRESC'), telecoms: [{ value: 'tel:01', use: 'EC' }], organization: cabinet };
  const nurse = { ...person('899700000045', 'TESTINF'), organization: cabinet };
  const mailbox = { value: 'mailto:louis@medecin.mssante.example' };

  it('names the prescriber, the samplers and those in copy', () => {
    const { report, findings } = read(
      aReading({
        header: {
          participants: [
            { ...prescriber, typeCode: 'REF', time: { high: '20261119' } },
            { ...nurse, typeCode: 'PRF', functionCode: { code: 'PRELV' }, time: { high: '202611200735+0100' } },
            { ...nurse, typeCode: 'INF', functionCode: { code: 'PCP' }, time: {} },
          ],
          informationRecipients: [
            { ...prescriber, telecoms: [mailbox] },
            { ids: [], addresses: [], telecoms: [mailbox], organization: { ...cabinet, ids: [], name: 'Collecteur national' } },
          ],
        },
      }),
    );

    expect(report).toMatchObject({
      prescriber: {
        nationalId: '899700000029',
        telecoms: [{ value: 'tel:01', use: 'EC' }],
        organization: { nationalId: '1990000002', name: 'CABINET' },
        mssAddress: 'louis@medecin.mssante.example',
      },
      prescribedOn: '2026-11-19',
      samplers: [{ professional: { family: 'TESTINF' }, at: '2026-11-20T07:35+01:00' }],
      copies: [
        { family: '', telecoms: [], organization: { name: 'Collecteur national' }, mssAddress: 'louis@medecin.mssante.example' },
      ],
    });
    expect(findings).toMatchObject([{ code: 'cda-participant-left-out', location: '/ClinicalDocument/participant[3]' }]);
  });

  it.each`
    change                                                                    | expected                                                                         | codes
    ${{}}                                                                     | ${{ encounter: { kind: 'AMB', start: '2026-11-20T07:35+01:00' } }}               | ${[]}
    ${{ ids: [{ root: '1.2.3', extension: 'S-1' }] }}                         | ${{ encounter: { id: 'S-1', identifier: { root: '1.2.3', extension: 'S-1' } } }} | ${[]}
    ${{ ids: [{ root: '1.2.250.1.999.1.6', extension: 'S-1' }] }}             | ${{ encounter: { id: 'S-1' } }}                                                  | ${[]}
    ${{ code: { code: 'IMP' }, time: { low: '20261118', high: '20261121' } }} | ${{ encounter: { kind: 'IMP', start: '2026-11-18', end: '2026-11-21' } }}        | ${[]}
    ${{ code: { code: 'XXX' } }}                                              | ${{ encounter: { kind: 'AMB' } }}                                                | ${['cda-encounter-kind']}
    ${{ facilityName: 'CLINIQUE', facilityCode: { code: 'SA01' } }}           | ${{ facility: { name: 'CLINIQUE', telecoms: [] } }}                              | ${['cda-facility-kind-left-out']}
    ${{ responsibleParty: nurse }}                                            | ${{ encounter: { kind: 'AMB' } }}                                                | ${['cda-responsible-left-out']}
  `('reads the encounter $change', ({ change, expected, codes }) => {
    const { report, findings } = read(aReading({ header: { encounter: { ...header.encounter!, ...change } } }));

    expect(report).toMatchObject(expected);
    expect(findings.map(({ code }) => code)).toEqual(codes);
  });
});
