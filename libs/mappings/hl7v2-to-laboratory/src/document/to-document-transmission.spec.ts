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
  readonly parties?: readonly string[];
  readonly flags?: Readonly<Record<string, string>>;
  readonly order?: readonly string[];
  readonly after?: readonly string[];
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
    `MSH|^~\\&|SIL|LABO|PFI|ORG|20261123103000||ORU^R01^ORU_R01|D1|P|2.5|||||FRA|UNICODE UTF-8|||${profile}`,
    `PID|||${qualifiedPatient.identifiers}||${qualifiedPatient.names}||19790328|F|||${qualifiedPatient.addresses}|||||||||||||||||||||VALI`,
    'PV1|1|I|UF||||||||||||||||V123|||||||||||||||||||||||||20261120',
    `ORC|${control}|P1|F1^LABO`,
    `OBR|1|P1|F1^LABO|${obr4}|||||||||||||||||||||F`,
    `OBX|1${document}`,
    ...parties,
    ...(second === undefined ? [] : [`OBX|2|ED|11502-2||^TEXT^XML^Base64^${second}||||||F|`]),
    ...(changes.order ?? Object.keys(values))
      .filter((name) => values[name] !== undefined)
      .map((name) => `OBX|9|CE|${name}^x^MetaDMPMSS||${values[name]}^^expandedYes-NoIndicator||||||F|`),
    ...after,
  ].join('\r');
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
        order: 'NW',
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

    expect(findings).toEqual(['warning hl7-recipients-in-document OBX[1]']);
    expect(reading).toMatchObject({ transmission: { dialect: '1.2', delivery: { hiddenFromRepresentatives: true } } });
  });

  it('finds an address one field away, and says so', () => {
    const { reading, findings } = read({ parties: [DOCTOR.replace('||^^X.400', '|^^X.400'), PATIENT] });

    expect(findings).toEqual(['info hl7-field-misplaced PRT[1]-14']);
    expect(reading.status === 'read' && reading.transmission.recipients[0]?.mssAddress).toBe('anne.medecin@test.mssante.fr');
  });

  it('decodes base64 without its padding', () => {
    const unpadded = CDA.replace('\n</', '</').trimEnd();
    expect(read({ payload: base64(unpadded).replace(/=+$/, '') }).findings).toEqual([]);
  });
});

describe('what refuses a document', () => {
  const flagsWithout = (name: string) => Object.keys(FLAGS).filter((flag) => flag !== name);

  it.each`
    what                                    | changes                                                                 | finding
    ${'an unknown profile'}                 | ${{ profile: '3.0^CISIS_CDA_HL7_V2' }}                                  | ${'hl7-profile MSH[1]-21'}
    ${'a replacement'}                      | ${{ control: 'RO', status: 'C' }}                                       | ${'hl7-replacement-not-read ORC[1]-1'}
    ${'a deletion'}                         | ${{ control: 'CA', status: 'D' }}                                       | ${'hl7-deletion-not-read ORC[1]-1'}
    ${'NW with a corrected status'}         | ${{ status: 'C' }}                                                      | ${'hl7-order-status-mismatch ORC[1]-1'}
    ${'NW with a deleted status'}           | ${{ status: 'D' }}                                                      | ${'hl7-order-status-mismatch ORC[1]-1'}
    ${'SC in version 2.1'}                  | ${{ control: 'SC' }}                                                    | ${'hl7-order-control-not-read ORC[1]-1'}
    ${'no order control'}                   | ${{ control: '' }}                                                      | ${'hl7-required ORC[1]-1'}
    ${'two documents'}                      | ${{ second: base64(CDA) }}                                              | ${'hl7-several-documents-not-read OBX[2]'}
    ${'another type of document'}           | ${{ code: '18748-4^CR imagerie^LN' }}                                   | ${'hl7-document-type-not-read OBX[1]-3'}
    ${'OBX-3 other than OBR-4'}             | ${{ obr4: '18748-4^CR imagerie^LN' }}                                   | ${'hl7-document-type-mismatch OBR[1]-4'}
    ${'base64 that is no XML'}              | ${{ payload: base64('Document médical au format CDA') }}                | ${'hl7-document-unreadable OBX[1]-5'}
    ${'a document cut short'}               | ${{ payload: base64(CDA.slice(0, 80)) }}                                | ${'hl7-document-unreadable OBX[1]-5'}
    ${'no base64'}                          | ${{ payload: '<ClinicalDocument/>' }}                                   | ${'hl7-document-unreadable OBX[1]-5'}
    ${'nothing'}                            | ${{ payload: '' }}                                                      | ${'hl7-document-unreadable OBX[1]-5'}
    ${'a CDA of level 1'}                   | ${{ payload: base64(CDA.replace('structuredBody', 'nonXMLBody')) }}     | ${'hl7-document-level-not-read OBX[1]-5'}
    ${'a metadata missing'}                 | ${{ order: flagsWithout('DESTDMP') }}                                   | ${'hl7-metadata-missing OBX[1] DESTDMP'}
    ${'metadata in disorder'}               | ${{ order: Object.keys(FLAGS).reverse() }}                              | ${'hl7-metadata-order OBX[3]-3'}
    ${'neither Y nor N'}                    | ${{ flags: { MASQUE_PS: 'O' } }}                                        | ${'hl7-metadata-value OBX[2]-5'}
    ${'invisible, and sent to the patient'} | ${{ flags: { INVISIBLE_PATIENT: 'Y' } }}                                | ${'hl7-visibility-contradiction OBX[1]'}
    ${'no destination'}                     | ${{ flags: { DESTDMP: 'N', DESTMSSANTEPS: 'N', DESTMSSANTEPAT: 'N' } }} | ${'hl7-no-destination OBX[1]'}
    ${'professionals without address'}      | ${{ parties: [SENDER, PATIENT] }}                                       | ${'hl7-recipient-missing PRT[1]-15'}
    ${'a patient without address'}          | ${{ parties: [SENDER, DOCTOR] }}                                        | ${'hl7-recipient-missing PRT[1]-15'}
  `('$what: $finding', ({ changes, finding }: { changes: Changes; finding: string }) => {
    const { reading, findings } = read(changes);

    expect(reading.status).toBe('refused');
    expect(findings).toContain(`error ${finding}`);
  });
});
