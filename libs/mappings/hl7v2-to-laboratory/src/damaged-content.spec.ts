import { Hl7DecodingError, decodeMessage } from '@segur/hl7v2';
import fc from 'fast-check';
import { toDocumentTransmission } from './document/to-document-transmission.js';
import { contentOf } from './message-kind.js';
import { toOrder } from './order/to-order.js';
import { toPatientEvent } from './patient-events/to-patient-event.js';

const laboratory = { oidRoot: '2.999.1', finess: '990000001', catalogueOid: '2.999.1.7' };
const msh = (type: string) => `MSH|^~\\&|A|B|C|D|20261123||${type}|1|P|2.5|||||FRA|UNICODE UTF-8|||2.1^CISIS_CDA_HL7_V2`;
const PID =
  'PID|||279035121518989^^^INS&1.2.250.1.213.1.4.10&ISO^INS~1^^^L^PI||A^B^B^^^^L||19790328|F|||^^^^^^BDL^^63220|||||||||||||||||||||VALI';
const CDA = Buffer.from('<ClinicalDocument><structuredBody/></ClinicalDocument>').toString('base64');
const FLAGS = [
  'MASQUE_PS',
  'INVISIBLE_PATIENT',
  'INVISIBLE_REP_LEGAUX',
  'CONNEXION_SECRETE',
  'MODIF_CONF_CODE',
  'DESTDMP',
  'DESTMSSANTEPS',
];
const MESSAGES = [
  [
    msh('ORU^R01'),
    PID,
    'ORC|NW|P|F',
    'OBR|1|P|F|11502-2',
    `OBX|1|ED|11502-2||^TEXT^XML^Base64^${CDA}||||||F`,
    'PRT||UC||RCT|810000000018^M^A^^^^^^&1.2.250.1.71.4.2.1&ISO||||||||||^^X.400^a@b.mssante.fr',
    ...FLAGS.map((flag) => `OBX|2|CE|${flag}||${flag === 'DESTMSSANTEPS' ? 'Y' : 'N'}||||||F`),
    'OBX|9|CE|DESTMSSANTEPAT||N||||||F',
    'NTE|1|||FIN',
  ],
  [
    msh('OML^O21'),
    PID,
    'ORC|NW|P||G|||||20261120|||1^D^A',
    'TQ1|1||||||||S',
    'OBR|1|P||K^K^L|||||||||info|||1^D^A',
    'NTE|1||motif urgence: x',
    'OBX|1|ST|Q^Q^L||oui',
    'SPM|1|||BLD',
  ],
  [msh('ADT^A40'), 'EVN||20261120', PID, 'PV1|1|I', 'MRG|9^^^L^PI', 'ZFA|ACTIF||||||||INO|20261120|IC'],
].map((segments) => segments.join('\r'));

/** One wound: `length` characters from `at` replaced by `by`. */
const wound = fc.record({
  at: fc.nat(1_200),
  length: fc.nat(12),
  by: fc.constantFrom('', '|', '^', '~', '&', '\\', '\r', '""', '0', 'é', '\u0000', '99999999', 'SPM|', '\rORC|', '\rPID|'),
});

describe('the same messages, whole', () => {
  it('are read', () => {
    const [document, order, event] = MESSAGES.map((text) => decodeMessage(Buffer.from(text)));

    expect(document && toDocumentTransmission(document, laboratory).status).toBe('read');
    expect(order && toOrder(order, { laboratory, orderId: 'o', revision: 1 }).status).toBe('read');
    expect(event && toPatientEvent(event, laboratory).status).toBe('read');
  });
});

describe('a damaged message of documents, orders or patients', () => {
  it('is read or refused with its reasons, by every reader, and breaks none', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MESSAGES), fc.array(wound, { maxLength: 6 }), (text, wounds) => {
        const damaged = wounds.reduce((all, { at, length, by }) => all.slice(0, at) + by + all.slice(at + length), text);
        try {
          const message = decodeMessage(Buffer.from(damaged));
          contentOf(message);
          for (const { status, findings } of [
            toDocumentTransmission(message, laboratory),
            toOrder(message, { laboratory, orderId: 'o', revision: 1 }),
            toPatientEvent(message, laboratory),
          ]) {
            expect(status === 'refused').toBe(findings.some(({ severity }) => severity === 'error'));
          }
        } catch (error) {
          expect(error).toBeInstanceOf(Hl7DecodingError);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
