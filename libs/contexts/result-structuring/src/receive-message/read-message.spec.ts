import { readMessage } from './read-message.js';

const MSH = 'MSH|^~\\&|SGL|LABO|SEGUR|PF|20261123090000||ORU^R01^ORU_R01|C1|P|2.5|||||FRA|UNICODE UTF-8';
const read = (...segments: string[]) => readMessage(Buffer.from(segments.join('\r')), 10_000);
const message = (...segments: string[]) => {
  const reading = read(...segments);
  return reading.status === 'read' ? reading.message : undefined;
};

describe('readMessage', () => {
  it('reads what the door needs', () => {
    expect(message(MSH, 'PID|1', 'ORC|RE|P1|F0', 'OBR|1|P1|F1^LABO|GLY')).toMatchObject({
      fillerNumbers: ['F1'],
      kind: 'hl7v2-oru',
      hasPatient: true,
      header: { controlId: 'C1', sendingApplication: 'SGL' },
    });
  });

  it.each`
    profile                   | obx                                           | kind
    ${''}                     | ${'OBX|1|NM|GLY||5.2'}                        | ${'hl7v2-oru'}
    ${'2.1^CISIS_CDA_HL7_V2'} | ${'OBX|1|NM|GLY||5.2'}                        | ${'hl7v2-cda'}
    ${'1.2^CISIS_CDA_HL7_V1'} | ${'OBX|1|ED|11502-2^CR||^TEXT^XML^Base64^PD'} | ${'hl7v2-cda'}
    ${''}                     | ${'OBX|1|ED|11502-2^CR||^TEXT^XML^Base64^PD'} | ${'hl7v2-cda'}
    ${''}                     | ${'OBX|1|ED|PDF^CR||^AP^PDF^Base64^JV'}       | ${'hl7v2-oru'}
  `('takes "$profile" with $obx for $kind', ({ profile, obx, kind }: { profile: string; obx: string; kind: string }) => {
    expect(message(`${MSH}|||${profile}`, 'PID|1', 'OBR|1||F1', obx)?.kind).toBe(kind);
  });

  it.each`
    what                           | segments                                 | condition
    ${'a line that is no segment'} | ${[MSH, 'PID|1', 'not a segment']}       | ${100}
    ${'more than is allowed'}      | ${[MSH, `NTE|1||${'x'.repeat(10_000)}`]} | ${199}
  `('refuses $what with $condition', ({ segments, condition }: { segments: string[]; condition: number }) => {
    expect(read(...segments)).toMatchObject({ status: 'malformed', header: { controlId: 'C1' }, error: { condition } });
  });

  it('refuses bytes that are not in the declared character set', () => {
    const bytes = Buffer.concat([Buffer.from(`${MSH}\rPID|1||||`), Buffer.from([0xe9]), Buffer.from('^X\r')]);

    expect(readMessage(bytes, 10_000)).toMatchObject({ status: 'malformed', error: { condition: 102, location: 'MSH[1]-18' } });
  });

  it('has nothing to answer to what is not HL7', () => {
    expect(read('GET / HTTP/1.1')).toEqual({ status: 'not-hl7' });
    expect(readMessage(Buffer.alloc(0), 10)).toEqual({ status: 'not-hl7' });
  });
});
