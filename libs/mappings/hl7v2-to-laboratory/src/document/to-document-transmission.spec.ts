import { decodeMessage } from '@segur/hl7v2';
import { qualifiedPatient } from '@segur/testing';
import { toDocumentTransmission } from './to-document-transmission.js';

const CDA =
  '<?xml version="1.0"?>\n<ClinicalDocument xmlns="urn:hl7-org:v3"><component><structuredBody/></component></ClinicalDocument>\n';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const context = { oidRoot: '2.999.1', finess: '990000001' };

/** What a message changes; everything else is a right first sending of version 2.1. */
interface Changes {
  readonly profile?: string;
  readonly control?: string;
  readonly status?: string;
  readonly obr4?: string;
  readonly code?: string;
  readonly payload?: string;
  readonly second?: string;
  readonly secondCode?: string;
  readonly secondStatus?: string;
  readonly type?: string;
  readonly version?: string;
  readonly txa?: string;
  readonly obr3?: string;
  readonly group?: string;
  readonly parties?: readonly string[];
  readonly flags?: Readonly<Record<string, string>>;
  readonly order?: readonly string[];
  readonly after?: readonly string[];
  readonly replace?: readonly [string, string];
}

const FLAGS = {
  MASQUE_PS: 'N',
  INVISIBLE_PATIENT: 'N',
  INVISIBLE_REP_LEGAUX: 'N',
  CONNEXION_SECRETE: 'N',
  MODIF_CONF_CODE: 'N',
  DESTDMP: 'Y',
  DESTMSSANTEPS: 'Y',
  DESTMSSANTEPAT: 'Y',
  ACK_RECEPTION: 'Y',
  ACK_LECTURE_MSS: 'N',
};
const DOCTOR =
  'PRT||UC||RCT^^participation|810000000018^MEDECIN^ANNE^^^^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS||||||||||^^X.400^anne.medecin@test.mssante.fr';
const PATIENT =
  'PRT||UC||RCT^^participation|279035121518989^PAT-TROIS^DOMINIQUE^^^^^^1.2.250.1.213.1.4.10^L^^^INS||||||||||^^X.400^279035121518989@patient.mssante.fr';
const SENDER =
  'PRT||UC||SB^^participation|810000000026^BIOLOGISTE^PAUL^^^^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS|||LABO^^^^^&1.2.250.1.71.4.2.2&ISO^FINEG^^^990000001';
const REPLY = 'PRT||UC||REPLY^^participation|||||||||||^^X.400^secretariat@labo.mssante.fr';

function text(changes: Changes = {}): string {
  const {
    profile = '2.1^CISIS_CDA_HL7_V2',
    control = 'NW',
    status = 'F',
    code = "11502-2^CR d'examens biologiques^LN",
    payload = base64(CDA),
  } = changes;
  const { obr4 = code, second, parties = [SENDER, DOCTOR, PATIENT, REPLY], flags = {}, after = [] } = changes;
  const values: Record<string, string | undefined> = { ...FLAGS, ...flags };
  const document = `|ED|${code}||^TEXT^XML^Base64^${payload}||||||${status}|`;
  return [
    `MSH|^~\\&|SIL|LABO|PFI|ORG|20261123103000||${changes.type ?? 'ORU^R01^ORU_R01'}|D1|P|${changes.version ?? '2.5'}|||||FRA|UNICODE UTF-8|||${profile}`,
    `PID|||${qualifiedPatient.identifiers}||${qualifiedPatient.names}||19790328|F|||${qualifiedPatient.addresses}|||||||||||||||||||||VALI`,
    'PV1|1|I|UF||||||||||||||||V123|||||||||||||||||||||||||20261120',
    `ORC|${control}|P1|${changes.obr3 ?? 'F1^LABO'}`,
    `OBR|1|P1|${changes.obr3 ?? 'F1^LABO'}|${obr4}|||||||||||||||||||||F`,
    ...(changes.txa === undefined ? [] : [changes.txa]),
    `OBX|1${document}`,
    ...parties,
    ...(second === undefined
      ? []
      : [`OBX|2|ED|${changes.secondCode ?? code}||^TEXT^XML^Base64^${second}||||||${changes.secondStatus ?? status}|`]),
    ...(changes.order ?? Object.keys(values))
      .filter((name) => values[name] !== undefined)
      .map((name) => `OBX|9|CE|${name}^x^MetaDMPMSS||${values[name]}^^expandedYes-NoIndicator||||||F|`),
    ...after,
  ]
    .join('\r')
    .replace(...(changes.replace ?? ['', '']));
}

function read(changes: Changes = {}) {
  const reading = toDocumentTransmission(decodeMessage(Buffer.from(text(changes))), context);
  return { reading, findings: reading.findings.map(({ severity, code, location }) => `${severity} ${code} ${location}`) };
}

describe('toDocumentTransmission', () => {
  it('reads the document, its routing and everybody concerned', () => {
    const { reading, findings } = read({
      after: [`OBX|12|ED|CORPSMAIL_PS^x^MetaDMPMSS||^TEXT^^Base64^${base64('Cher confrère')}||||||F|`],
    });

    expect(findings).toEqual([]);
    expect(reading.status === 'read' && reading.transmission.cda.toString()).toBe(CDA);
    expect(reading).toMatchObject({
      transmission: {
        dialect: '2.1',
        carrier: 'ORU',
        action: 'create',
        documents: [{ level: 3 }],
        documentType: { code: '11502-2', label: "CR d'examens biologiques" },
        identity: { status: 'qualifiee' },
        encounter: { kind: 'IMP', id: 'V123', start: '2026-11-20' },
        fillerNumber: 'F1',
        placerNumber: 'P1',
        delivery: { dmp: true, professionals: true, patient: true, hiddenFromPatient: false },
        sender: { kind: 'professional', id: '810000000026', name: 'BIOLOGISTE', given: 'PAUL' },
        recipients: [
          { kind: 'professional', id: '810000000018', mssAddress: 'anne.medecin@test.mssante.fr' },
          { kind: 'patient', id: '279035121518989', mssAddress: '279035121518989@patient.mssante.fr' },
        ],
        replyTo: 'secretariat@labo.mssante.fr',
        acknowledgements: { reception: true, reading: false },
        bodies: { professionals: 'Cher confrère' },
        patientMayAnswer: true,
      },
    });
  });

  it('reads that the patient may not answer', () => {
    const { reading } = read({
      flags: { ACK_RECEPTION: undefined, ACK_LECTURE_MSS: undefined } as unknown as Record<string, string>,
      after: ['NTE|1|||FIN|'],
    });

    expect(reading.status === 'read' && reading.transmission.patientMayAnswer).toBe(false);
  });

  it('reads version 1.2: older names, SC, examination in OBR-4, recipients in the document', () => {
    const names: readonly string[] = [
      'MASQUE_PS',
      'INVISIBLE_PATIENT',
      'INVISIBLE_REPRESENTANTS_LEGAUX',
      'CONNEXION_SECRETE',
      'MODIF_CONFIDENTIALITYCODE',
      'DESTDMP',
      'DESTMSSANTEPS',
      'DESTMSSANTEPAT',
    ];
    const { reading, findings } = read({
      profile: '1.2^CISIS_CDA_HL7_V1',
      control: 'SC',
      obr4: '34555-3^Clairance^LN',
      parties: [],
      order: names,
      flags: { INVISIBLE_REPRESENTANTS_LEGAUX: 'Y', MODIF_CONFIDENTIALITYCODE: 'N' },
      after: ['OBX|11|CE|COMP_LOT^x||1.2.3^A||||||F|'],
    });

    expect(findings).toEqual(['warning hl7-combination-unlisted OBX[1]', 'warning hl7-recipients-in-document OBX[1]']);
    expect(reading).toMatchObject({
      transmission: {
        dialect: '1.2',
        action: 'create',
        delivery: { hiddenFromRepresentatives: true },
        submissionSet: [{ root: '1.2.3', extension: 'A' }],
      },
    });
  });

  it.each`
    field   | address
    ${'14'} | ${'|^^X.400'}
    ${'16'} | ${'|||^^X.400'}
  `('finds an address one field away, in PRT-$field, and says so', ({ field, address }: { field: string; address: string }) => {
    const { reading, findings } = read({ parties: [SENDER, DOCTOR.replace('||^^X.400', address), PATIENT] });

    expect(findings).toEqual([`info hl7-field-misplaced PRT[2]-${field}`]);
    expect(reading.status === 'read' && reading.transmission.recipients[0]?.mssAddress).toBe('anne.medecin@test.mssante.fr');
  });

  it('decodes base64 without its padding', () => {
    const unpadded = CDA.replace('\n</', '</').trimEnd();
    expect(read({ payload: base64(unpadded).replace(/=+$/, '') }).findings).toEqual([]);
  });
});

describe('what a transmission does', () => {
  const LEVEL_1 = CDA.replaceAll('structuredBody', 'nonXMLBody');

  it.each`
    what                                | changes                                                                                                       | expected
    ${'a replacement'}                  | ${{ control: 'RO', status: 'C' }}                                                                             | ${{ action: 'replace', documents: [{ level: 3 }] }}
    ${'a deletion'}                     | ${{ control: 'CA', status: 'D' }}                                                                             | ${{ action: 'delete' }}
    ${'version 2.0, SC'}                | ${{ profile: '2.0^CISIS_CDA_HL7_V2', control: 'SC' }}                                                         | ${{ dialect: '2.0', action: 'create' }}
    ${'a blank in the profile'}         | ${{ profile: '2.1^ CISIS_CDA_HL7_V2' }}                                                                       | ${{ dialect: '2.1' }}
    ${'level 1 alone'}                  | ${{ payload: base64(LEVEL_1) }}                                                                               | ${{ documents: [{ level: 1 }] }}
    ${'level 1 then level 3'}           | ${{ payload: base64(LEVEL_1), second: base64(CDA) }}                                                          | ${{ documents: [{ level: 1 }, { level: 3 }], cda: Buffer.from(CDA) }}
    ${'level 3 then level 1, replaced'} | ${{ control: 'RO', status: 'C', second: base64(LEVEL_1) }}                                                    | ${{ action: 'replace', documents: [{ level: 3 }, { level: 1 }], cda: Buffer.from(CDA) }}
    ${'a MDM, first sending'}           | ${{ type: 'MDM^T02^MDM_T02', version: '2.6' }}                                                                | ${{ carrier: 'MDM', action: 'create', fillerNumber: 'F1' }}
    ${'a MDM, replacement'}             | ${{ type: 'MDM^T10', version: '2.6', control: 'RO', status: 'C' }}                                            | ${{ action: 'replace' }}
    ${'a MDM, deletion'}                | ${{ type: 'MDM^T04', version: '2.6', control: 'CA', status: 'D' }}                                            | ${{ action: 'delete' }}
    ${'a MDM, number in TXA-15'}        | ${{ type: 'MDM^T02', obr3: '', txa: 'TXA|1|11502-2|TEXT|||||||||D9|||F7' }}                                   | ${{ fillerNumber: 'F7' }}
    ${'a document without component'}   | ${{ payload: 'X', code: '11502-2^CR^LN', replace: [`^TEXT^XML^Base64^X`, `TEXT^XML^Base64^${base64(CDA)}`] }} | ${{ documents: [{ level: 3 }] }}
    ${'base64 on several lines'}        | ${{ payload: `${base64(CDA).slice(0, 40)}\\.br\\${base64(CDA).slice(40)}` }}                                  | ${{ cda: Buffer.from(CDA) }}
  `('$what', ({ changes, expected }: { changes: Changes; expected: object }) => {
    const { reading, findings } = read(changes);

    expect(findings.filter((finding) => finding.startsWith('error'))).toEqual([]);
    expect(reading).toMatchObject({ status: 'read', transmission: expected });
  });

  it('takes the number of the document for want of another, and says so', () => {
    const { reading, findings } = read({ type: 'MDM^T02', obr3: '', txa: 'TXA|1|11502-2|TEXT|||||||||D9' });

    expect(findings).toEqual(['warning hl7-number-of-document TXA[1]-12']);
    expect(reading.status === 'read' && reading.transmission.fillerNumber).toBe('D9');
  });

  it.each`
    flags                                                                              | finding
    ${{}}                                                                              | ${undefined}
    ${{ INVISIBLE_PATIENT: 'Y', DESTMSSANTEPAT: 'N' }}                                 | ${undefined}
    ${{ MASQUE_PS: 'Y', INVISIBLE_REP_LEGAUX: 'Y', DESTDMP: 'N', DESTMSSANTEPS: 'N' }} | ${undefined}
    ${{ INVISIBLE_REP_LEGAUX: 'Y', DESTMSSANTEPS: 'N', DESTMSSANTEPAT: 'N' }}          | ${undefined}
    ${{ DESTMSSANTEPAT: 'N' }}                                                         | ${'hl7-combination-unlisted'}
    ${{ MASQUE_PS: 'Y' }}                                                              | ${'hl7-combination-unlisted'}
    ${{ MASQUE_PS: 'Y', DESTMSSANTEPS: 'N' }}                                          | ${'hl7-combination-unlisted'}
    ${{ CONNEXION_SECRETE: 'Y', DESTMSSANTEPS: 'N', DESTDMP: 'N' }}                    | ${'hl7-combination-unlisted'}
  `('takes the combination $flags, and tells when it is not listed', ({ flags, finding }) => {
    const { reading, findings } = read({ flags: flags as Record<string, string> });

    expect(reading.status).toBe('read');
    expect(findings).toEqual(finding === undefined ? [] : [`warning ${String(finding)} OBX[1]`]);
  });

  it('says that the DMP will not know who sends', () => {
    expect(read({ parties: [DOCTOR, PATIENT] }).findings).toEqual(['warning hl7-sender-missing OBX[1]']);
  });

  it('sends nothing from a test message', () => {
    const bytes = Buffer.from(text().replace('|D1|P|', '|D1|T|'));
    const reading = toDocumentTransmission(decodeMessage(bytes), context);

    expect(reading).toMatchObject({ transmission: { delivery: { dmp: false, professionals: false, patient: false } } });
  });
});

describe('what refuses a document', () => {
  const flagsWithout = (name: string) => Object.keys(FLAGS).filter((flag) => flag !== name);

  it.each`
    what                                    | changes                                                                                                                  | finding
    ${'an unknown profile'}                 | ${{ profile: '3.0^CISIS_CDA_HL7_V2' }}                                                                                   | ${'hl7-profile MSH[1]-21'}
    ${'NW with a corrected status'}         | ${{ status: 'C' }}                                                                                                       | ${'hl7-order-status-mismatch ORC[1]-1'}
    ${'NW with a deleted status'}           | ${{ status: 'D' }}                                                                                                       | ${'hl7-order-status-mismatch ORC[1]-1'}
    ${'SC in version 2.1'}                  | ${{ control: 'SC' }}                                                                                                     | ${'hl7-order-control-not-read ORC[1]-1'}
    ${'no order control'}                   | ${{ control: '' }}                                                                                                       | ${'hl7-required ORC[1]-1'}
    ${'two documents of one level'}         | ${{ second: base64(CDA) }}                                                                                               | ${'hl7-documents-differ OBX[2]'}
    ${'two documents of two types'}         | ${{ second: base64(CDA.replaceAll('structuredBody', 'nonXMLBody')), secondCode: '18748-4' }}                             | ${'hl7-document-type-not-read OBX[2]-3'}
    ${'two documents, two statuses'}        | ${{ second: base64(CDA.replaceAll('structuredBody', 'nonXMLBody')), secondStatus: 'C' }}                                 | ${'hl7-order-status-mismatch ORC[1]-1'}
    ${'three documents'}                    | ${{ second: base64(CDA), replace: ['OBX|9|CE', `OBX|3|ED|11502-2||^TEXT^XML^Base64^${base64(CDA)}||||||F|\rOBX|9|CE`] }} | ${'hl7-documents-too-many OBX[3]'}
    ${'a document after the routing'}       | ${{ after: [`OBX|13|ED|11502-2||^TEXT^XML^Base64^${base64(CDA)}||||||F|`] }}                                             | ${'hl7-sequence OBX[12]'}
    ${'two documents in a MDM'}             | ${{ type: 'MDM^T02', second: base64(CDA) }}                                                                              | ${'hl7-documents-too-many OBX[2]'}
    ${'a second order'}                     | ${{ after: ['OBR|2||F2|11502-2'] }}                                                                                      | ${'hl7-several-orders-not-read OBR[2]'}
    ${'a MDM whose event says otherwise'}   | ${{ type: 'MDM^T10' }}                                                                                                   | ${'hl7-order-status-mismatch MSH[1]-9'}
    ${'a MDM of another event'}             | ${{ type: 'MDM^T01' }}                                                                                                   | ${'hl7-event-not-read MSH[1]-9'}
    ${'another message'}                    | ${{ type: 'ORU^R30' }}                                                                                                   | ${'hl7-message-type MSH[1]-9'}
    ${'an old version'}                     | ${{ version: '2.3' }}                                                                                                    | ${'hl7-version MSH[1]-12'}
    ${'a replacement called final'}         | ${{ control: 'RO' }}                                                                                                     | ${'hl7-order-status-mismatch ORC[1]-1'}
    ${'a deletion called final'}            | ${{ control: 'CA' }}                                                                                                     | ${'hl7-order-status-mismatch ORC[1]-1'}
    ${'a profile of another name'}          | ${{ profile: '2.1^CISIS_CDA_HL7_V1' }}                                                                                   | ${'hl7-profile MSH[1]-21'}
    ${'another type of document'}           | ${{ code: '18748-4^CR imagerie^LN' }}                                                                                    | ${'hl7-document-type-not-read OBX[1]-3'}
    ${'OBX-3 other than OBR-4'}             | ${{ obr4: '18748-4^CR imagerie^LN' }}                                                                                    | ${'hl7-document-type-mismatch OBR[1]-4'}
    ${'base64 that is no XML'}              | ${{ payload: base64('Document médical au format CDA') }}                                                                 | ${'hl7-document-unreadable OBX[1]-5'}
    ${'a document cut short'}               | ${{ payload: base64(CDA.slice(0, 80)) }}                                                                                 | ${'hl7-document-unreadable OBX[1]-5'}
    ${'no base64'}                          | ${{ payload: '<ClinicalDocument/>' }}                                                                                    | ${'hl7-document-unreadable OBX[1]-5'}
    ${'nothing'}                            | ${{ payload: '' }}                                                                                                       | ${'hl7-document-unreadable OBX[1]-5'}
    ${'a metadata missing'}                 | ${{ order: flagsWithout('DESTDMP') }}                                                                                    | ${'hl7-metadata-missing OBX[1] DESTDMP'}
    ${'metadata in disorder'}               | ${{ order: Object.keys(FLAGS).reverse() }}                                                                               | ${'hl7-metadata-order OBX[3]-3'}
    ${'neither Y nor N'}                    | ${{ flags: { MASQUE_PS: 'O' } }}                                                                                         | ${'hl7-metadata-value OBX[2]-5'}
    ${'invisible, and sent to the patient'} | ${{ flags: { INVISIBLE_PATIENT: 'Y' } }}                                                                                 | ${'hl7-visibility-contradiction OBX[1]'}
    ${'no destination'}                     | ${{ flags: { DESTDMP: 'N', DESTMSSANTEPS: 'N', DESTMSSANTEPAT: 'N' } }}                                                  | ${'hl7-no-destination OBX[1]'}
    ${'professionals without address'}      | ${{ parties: [SENDER, PATIENT] }}                                                                                        | ${'hl7-recipient-missing PRT[1]-15'}
    ${'a patient without address'}          | ${{ parties: [SENDER, DOCTOR] }}                                                                                         | ${'hl7-recipient-missing PRT[1]-15'}
  `('$what: $finding', ({ changes, finding }: { changes: Changes; finding: string }) => {
    const { reading, findings } = read(changes);

    expect(reading.status).toBe('refused');
    expect(findings).toContain(`error ${finding}`);
  });
});
