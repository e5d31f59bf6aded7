import { writeCrBio, writeCrBioN1 } from '@segur/cda';
import { documentIdOf, oidOfUuid, SAMPLE_LABORATORY } from '@segur/laboratory';
import { toCrBio } from '@segur/laboratory-to-cda';
import { report, TEST_MATRICULE } from '@segur/testing';

/** A finished document, as another software of the laboratory makes it. */
export interface FinishedDocument {
  /** Of its report: UUID, and the laboratory's number. */
  readonly reportSetId: string;
  readonly fillerNumber: string;
  readonly version?: number;
  readonly level?: 1 | 3;
  readonly pdf: Buffer;
}

/** Writes it. A later version replaces the one before. */
export function finishedDocument({ reportSetId, fillerNumber, version = 1, level = 3, pdf }: FinishedDocument): Buffer {
  const document = toCrBio({ ...report().build(), fillerNumber }, SAMPLE_LABORATORY, {
    createdAt: new Date('2026-11-23T09:00:00Z'),
    documentId: documentIdOf(reportSetId, version),
    setId: oidOfUuid(reportSetId),
    versionNumber: version,
    pdf,
    ...(version > 1 && { replaces: documentIdOf(reportSetId, version - 1) }),
  });
  return level === 1 ? writeCrBioN1(document.header, pdf) : writeCrBio(document);
}

/** How documents are entrusted. */
export interface Entrusting {
  /** MSH-9. */
  readonly type?: 'ORU^R01^ORU_R01' | 'MDM^T02^MDM_T02' | 'MDM^T10^MDM_T10' | 'MDM^T04^MDM_T04';
  readonly controlId: string;
  readonly fillerNumber: string;
  /** ORC-1, and OBX-11 of the documents. */
  readonly asked?: readonly ['NW' | 'RO' | 'CA', 'F' | 'C' | 'D'];
}

const FLAGS = ['MASQUE_PS', 'INVISIBLE_PATIENT', 'INVISIBLE_REP_LEGAUX', 'CONNEXION_SECRETE', 'MODIF_CONF_CODE'];
const DESTINATIONS = ['DESTDMP', 'DESTMSSANTEPS', 'DESTMSSANTEPAT'];
const TYPE = "11502-2^CR d'examens biologiques^LN";

/** Writes a message that entrusts documents (volet 2.1): to the DMP, the prescriber and the patient. A MDM is as the published example. */
export function entrusting(documents: readonly Buffer[], options: Entrusting): Buffer {
  const { type = 'ORU^R01^ORU_R01', controlId, fillerNumber, asked: [control, status] = ['NW', 'F'] } = options;
  const mdm = type.startsWith('MDM');
  const flag = (code: string, value: 'Y' | 'N', index: number) =>
    `OBX|${documents.length + index + 1}|${mdm ? 'CWE' : 'CE'}|${code}^x^MetaDMPMSS||${value}^^expandedYes-NoIndicator||||||F`;
  const [first = '', ...others] = documents.map(
    (cda, index) => `OBX|${index + 1}|ED|${TYPE}||^TEXT^XML^Base64^${cda.toString('base64')}||||||${status}`,
  );
  return Buffer.from(
    [
      `MSH|^~\\&|SIL|labo|PFI|PF|20261123093100||${type}|${controlId}|P|${mdm ? '2.6' : '2.5'}|||||FRA|UNICODE UTF-8|||2.1^CISIS_CDA_HL7_V2`,
      ...(mdm ? ['EVN||20261123093100'] : []),
      `PID|||${TEST_MATRICULE}^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS||PATIENT-TEST^CAMILLE^CAMILLE ANNE^^^^L||19790328|F|||^^^^^^BDL^^51215|||||||||||||||||||||VALI`,
      'PV1|1|N',
      mdm ? `ORC|${control}` : `ORC|${control}|P-1|${fillerNumber}^labo`,
      mdm ? `OBR|1|||${TYPE}` : `OBR|1|P-1|${fillerNumber}^labo|${TYPE}`,
      ...(mdm ? [`TXA|1|11502-2|TEXT|20261123093100||||||||2.25.1|||${fillerNumber}||AU`] : []),
      first,
      'PRT||UC||RCT^^participation|899700000029^TESTPRESC^LOUIS^^^^^^ASIP-SANTE-PS&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS||||||||||^^X.400^louis.testpresc@cabinet-exemple.mssante.fr',
      `PRT||UC||RCT^^participation|${TEST_MATRICULE}^PATIENT-TEST^CAMILLE^^^^^^&1.2.250.1.213.1.4.10&ISO^L^^^INS||||||||||^^X.400^${TEST_MATRICULE}@patient.mssante.fr`,
      ...others,
      ...[...FLAGS.map((code) => [code, 'N'] as const), ...DESTINATIONS.map((code) => [code, 'Y'] as const)].map(
        ([code, value], index) => flag(code, value, index),
      ),
      '',
    ].join('\r'),
  );
}
