import { element, textElement, type Xml } from '@segur/xml';

/** The question whether a patient has a DMP, and who asks. */
export interface ExistenceTest {
  /** UUIDs, new for each message. */
  readonly messageId: string;
  readonly queryId: string;
  readonly askedAt: Date;
  /** OID of the software instance that asks, and its LPS_Nom. */
  readonly sender: { readonly oid: string; readonly name: string };
  /** Matricule INS, 15 characters, under the OID that INSi gave. */
  readonly ins: { readonly value: string; readonly oid: string };
  /** `D` or `P`: samples differ, so it is a setting. */
  readonly processingCode: 'D' | 'P';
}

/** `wsa:Action` of TD0.2. */
export const EXISTENCE_TEST_ACTION = 'urn:hl7-org:v3:PRPA_IN201307UV02';

const INTERACTIONS = '2.16.840.1.113883.1.6';
const DMP_OID = '1.2.250.1.213.4.1.1.1';
const REASONS = '1.2.250.1.213.1.1.4.11';

/**
 * Writes the body of TD0.2: PRPA_IN201307UV02.
 *
 * @see dmp.md §4; HL7 V3, Patient Registry Get Identifiers Query
 */
export function encodeExistenceTest({ messageId, queryId, askedAt, sender, ins, processingCode }: ExistenceTest): Xml {
  return element(
    'PRPA_IN201307UV02',
    { xmlns: 'urn:hl7-org:v3', 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance', ITSVersion: 'XML_1.0' },
    element('id', { root: sender.oid, extension: messageId }),
    element('creationTime', { value: askedAt.toISOString().replace(/\D/g, '').slice(0, 14) }),
    element('interactionId', { root: INTERACTIONS, extension: 'PRPA_IN201307UV02' }),
    element('processingCode', { code: processingCode }),
    element('processingModeCode', { code: 'T' }),
    element('acceptAckCode', { code: 'AL' }),
    element('receiver', { typeCode: 'RCV' }, device(DMP_OID, 'DMP')),
    element('sender', { typeCode: 'SND' }, device(sender.oid, sender.name)),
    element(
      'controlActProcess',
      { classCode: 'CACT', moodCode: 'EVN' },
      element('reasonCode', { code: 'TEST_EXST', codeSystem: REASONS, displayName: "Test d'existence de dossier" }),
      element(
        'queryByParameter',
        {},
        element('queryId', { root: `${sender.oid}.2`, extension: queryId }),
        element('statusCode', { code: 'new' }),
        element(
          'parameterList',
          {},
          element('dataSource', { 'xsi:nil': 'true' }),
          element(
            'patientIdentifier',
            {},
            element('value', { root: ins.oid, extension: ins.value }),
            textElement('semanticsText', {}, 'Patient.id'),
          ),
        ),
      ),
    ),
  );
}

function device(oid: string, name: string): Xml {
  return element(
    'device',
    { classCode: 'DEV', determinerCode: 'INSTANCE' },
    element('id', { root: oid }),
    textElement('softwareName', {}, name),
  );
}
