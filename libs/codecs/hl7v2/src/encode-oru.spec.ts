import { decodeMessage } from './decode-message.js';
import { encodeOru } from './encode-oru.js';

const header = {
  sender: { application: 'SGL', facility: 'LABO' },
  receiver: { application: 'SEGUR', facility: 'PF' },
  sentAt: '20261123100000',
  controlId: '42',
} as const;
const message = {
  header,
  patient: { 3: ['8000123', '', '', 'LABO', 'PI'], 5: ['HÉRAULT', 'ANNE', '', '', '', '', 'L'] },
  patientNotes: ['à jeun'],
  visit: { 2: 'O' },
  orders: [
    {
      orc: { 1: 'RE', 3: '261123-0042' },
      obr: { 3: '261123-0042', 4: ['GLY', 'Glycémie', 'L'], 25: 'F' },
      notes: ['contrôlé'],
      observations: [
        { obx: { 2: 'NM', 3: ['GLY', 'Glycémie', 'L'], 5: '5,20', 6: 'mmol/L', 11: 'F' }, notes: ['ligne 1', 'a|b'] },
        { obx: { 2: 'ST', 3: ['ASP', 'Aspect', 'L'], 5: null, 11: 'F' } },
      ],
      specimens: [{ 4: ['BLD', '', 'HL70487'] }],
    },
  ],
} as const;

describe('encodeOru', () => {
  it('writes the segments in the order of ORU_R01, numbered', () => {
    expect(encodeOru(message).toString().split('\r')).toEqual([
      'MSH|^~\\&|SGL|LABO|SEGUR|PF|20261123100000||ORU^R01^ORU_R01|42|P|2.5|||||FRA|UNICODE UTF-8',
      'PID|||8000123^^^LABO^PI||HÉRAULT^ANNE^^^^^L',
      'NTE|1||à jeun',
      'PV1|1|O',
      'ORC|RE||261123-0042',
      'OBR|1||261123-0042|GLY^Glycémie^L|||||||||||||||||||||F',
      'NTE|1||contrôlé',
      'OBX|1|NM|GLY^Glycémie^L||5,20|mmol/L|||||F',
      'NTE|1||ligne 1',
      'NTE|2||a\\F\\b',
      'OBX|2|ST|ASP^Aspect^L||""||||||F',
      'SPM|1|||BLD^^HL70487',
      '',
    ]);
  });

  it('writes in the set it names', () => {
    const read = decodeMessage(encodeOru(message, 'iso-8859-15'));

    expect([read.charset, read.header.text(18), read.first('PID')?.text(5)]).toEqual(['iso-8859-15', '8859/15', 'HÉRAULT']);
  });
});
