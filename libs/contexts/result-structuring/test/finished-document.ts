import { randomUUID } from 'node:crypto';
import { writeCrBio } from '@segur/cda';
import { documentIdOf, oidOfUuid, SAMPLE_LABORATORY, type Report } from '@segur/laboratory';
import { toCrBio } from '@segur/laboratory-to-cda';
import { report } from '@segur/testing';

/** What a document of a test is. */
export interface FinishedDocument {
  readonly controlId?: string;
  /** Matricule in PID. */
  readonly patient?: string;
  /** UUID that its identifiers are made of. */
  readonly document?: string;
  readonly version?: number;
  /** OID of the document that it replaces. */
  readonly replaces?: string;
  /** ORC-1 and OBX-11. */
  readonly asked?: readonly [string, string];
  readonly content?: Partial<Report>;
  /** ACK_RECEPTION: its sender wants to be told. */
  readonly wantsReception?: boolean;
}

/** A CDA of our own, as another system would write it. */
export function finishedCda({ document = randomUUID(), version = 1, replaces, content = {} }: FinishedDocument = {}): Buffer {
  const options = {
    createdAt: new Date('2026-11-23T09:00:00Z'),
    documentId: documentIdOf(document, version),
    setId: oidOfUuid(document),
    versionNumber: version,
    pdf: Buffer.from('%PDF-1.4'),
    ...(replaces !== undefined && { replaces }),
  };
  return writeCrBio(toCrBio({ ...report().build(), ...content }, SAMPLE_LABORATORY, options));
}

const FLAGS = [
  'MASQUE_PS',
  'INVISIBLE_PATIENT',
  'INVISIBLE_REP_LEGAUX',
  'CONNEXION_SECRETE',
  'MODIF_CONF_CODE',
  'DESTDMP',
  'DESTMSSANTEPS',
  'DESTMSSANTEPAT',
];

/** A message that entrusts such a document, to the DMP and to its prescriber. */
export function finished(fillerNumber: string, options: FinishedDocument = {}): Buffer {
  const { controlId = fillerNumber, patient = '279035121518989', asked: [control, status] = ['NW', 'F'] } = options;
  const wished = ['DESTDMP', 'DESTMSSANTEPS', ...(options.wantsReception ? ['ACK_RECEPTION'] : [])];
  const flags = [...FLAGS, ...(options.wantsReception === undefined ? [] : ['ACK_RECEPTION', 'ACK_LECTURE_MSS'])];
  return Buffer.from(
    [
      `MSH|^~\\&|SIL|labo|PFI|PF|20261123093100||ORU^R01^ORU_R01|${controlId}|P|2.5|||||FRA|UNICODE UTF-8|||2.1^CISIS_CDA_HL7_V2`,
      `PID|||${patient}^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS||PATIENT-TEST^CAMILLE^CAMILLE ANNE^^^^L||19790328|F|||^^^^^^BDL^^51215|||||||||||||||||||||VALI`,
      'PV1|1|N',
      `ORC|${control}|P-1|${fillerNumber}^labo`,
      `OBR|1|P-1|${fillerNumber}^labo|11502-2^CR d'examens biologiques^LN`,
      `OBX|1|ED|11502-2^CR d'examens biologiques^LN||^TEXT^XML^Base64^${finishedCda(options).toString('base64')}||||||${status}`,
      'PRT||UC||RCT^^participation|899700000029^TESTPRESC^LOUIS^^^^^^ASIP-SANTE-PS&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS||||||||||^^X.400^louis@exemple.mssante.fr',
      ...flags.map((flag, index) => `OBX|${index + 2}|CE|${flag}^x^MetaDMPMSS||${wished.includes(flag) ? 'Y' : 'N'}||||||F`),
      '',
    ].join('\r'),
  );
}
