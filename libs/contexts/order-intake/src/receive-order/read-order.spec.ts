import { readOrder } from './read-order.js';

const BODY = {
  placerNumber: 'P-2026-0001',
  prescribedAt: '2026-11-20T08:15:00+01:00',
  prescriber: {
    rpps: '10100000001',
    familyName: 'TEST',
    structure: { finess: '750000001' },
    mssante: 'cabinet.test@exemple.mssante.fr',
  },
  patient: {
    birthName: 'NOM-TEST',
    firstNames: 'PRENOM AUTRE',
    birthDate: '1979-03-28',
    sex: 'F',
    birthPlace: '63220',
    ins: { value: '279035121518989', oid: '1.2.250.1.213.1.4.10' },
    identityStatus: 'QUALIFIEE',
  },
  exams: [{ loinc: { code: '3016-3' }, specimens: [{ nature: { system: 'snomed', code: '119364003' } }] }],
  recipients: [{ role: 'PATIENT' }, { role: 'CORRESPONDENT', rpps: '10100000002', mssante: 'confrere@exemple.mssante.fr' }],
};

/** The body with one place changed; `undefined` takes the member away. */
function withChange(pointer: string, value: unknown): unknown {
  const body = structuredClone(BODY) as Record<string, unknown>;
  const path = pointer.split('/').slice(1);
  const last = path.pop() ?? '';
  const parent = path.reduce<Record<string, unknown>>((node, part) => node[part] as Record<string, unknown>, body);
  parent[last] = value;
  return JSON.parse(JSON.stringify(body));
}

describe('readOrder', () => {
  it('reads an order', () => {
    expect(readOrder(BODY)).toEqual({
      order: {
        placerNumber: 'P-2026-0001',
        prescribedAt: '2026-11-20T08:15:00+01:00',
        prescriber: { nationalId: '810100000001', family: 'TEST', telecoms: [], mssAddress: 'cabinet.test@exemple.mssante.fr' },
        prescriberFiness: '750000001',
        patient: {
          status: 'qualifiee',
          traits: {
            birthName: 'NOM-TEST',
            birthFirstName: 'PRENOM',
            birthGivenNames: 'PRENOM AUTRE',
            birthDate: '19790328',
            sex: 'F',
            birthPlaceInsee: '63220',
          },
          insMatricule: { value: '279035121518989', oid: '1.2.250.1.213.1.4.10' },
          localIds: [],
          addresses: [],
          telecoms: [],
        },
        urgency: { level: 'ROUTINE' },
        exams: [{ loinc: { code: '3016-3' }, specimens: [{ system: '2.16.840.1.113883.6.96', code: '119364003', label: '' }] }],
        copies: [{ nationalId: '810100000002', family: '', telecoms: [], mssAddress: 'confrere@exemple.mssante.fr' }],
        patientCopy: true,
      },
    });
  });

  it.each`
    pointer                  | value                  | finding
    ${'/exams'}              | ${[]}                  | ${'order-member-invalid /exams'}
    ${'/exams'}              | ${undefined}           | ${'order-member-missing /exams'}
    ${'/exams/0/loinc'}      | ${undefined}           | ${'order-member-invalid /exams/0'}
    ${'/exams/0/loinc/code'} | ${'3016-4'}            | ${'order-member-invalid /exams/0/loinc/code'}
    ${'/exams/0/loinc/code'} | ${'19146-0'}           | ${'order-member-invalid /exams/0/freeText'}
    ${'/exams/0/lionc'}      | ${{}}                  | ${'order-member-unknown /exams/0/lionc'}
    ${'/urgency'}            | ${{ level: 'URGENT' }} | ${'order-member-missing /urgency/motive'}
    ${'/prescribedAt'}       | ${'20/11/2026'}        | ${'order-member-invalid /prescribedAt'}
    ${'/patient/birthDate'}  | ${'28/03/1979'}        | ${'order-member-invalid /patient/birthDate'}
    ${'/prescriber/rpps'}    | ${'1010000000'}        | ${'order-member-invalid /prescriber/rpps'}
    ${'/recipients/0/role'}  | ${'NEIGHBOUR'}         | ${'order-member-invalid /recipients/0/role'}
  `('$pointer as $value is $finding', ({ pointer, value, finding }: { pointer: string; value: unknown; finding: string }) => {
    const answer = readOrder(withChange(pointer, value));

    expect('findings' in answer && answer.findings.map(({ code, location }) => `${code} ${location}`)).toEqual([finding]);
  });

  it('names every wrong place at a time, and no value', () => {
    const answer = readOrder({ ...BODY, prescriber: { rpps: 's3cret' }, exams: [{}] });

    expect('findings' in answer && answer.findings).toHaveLength(2);
    expect(JSON.stringify(answer)).not.toContain('s3cret');
  });

  it.each([[null], ['text'], [[]]])('refuses %p', (body) => {
    expect(readOrder(body)).toMatchObject({ findings: [{ location: '' }] });
  });
});
