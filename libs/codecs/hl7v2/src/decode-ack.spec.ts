import { decodeAck } from './decode-ack.js';
import { decodeMessage } from './decode-message.js';
import { encodeAck, type AckCode } from './encode-ack.js';
import { readHeader } from './read-header.js';

const MSH = 'MSH|^~\\&|PFI|ORG|SIL|labo|202106060931||ACK^R01^ACK|016|P|2.5|||||FRA|UNICODE UTF-8';
const read = (...segments: string[]) => decodeAck(decodeMessage(Buffer.from([MSH, ...segments].join('\r'))));

describe('decodeAck', () => {
  it.each(['AA', 'AE', 'AR', 'CA', 'CE', 'CR'] as const)('reads %s', (code) => {
    expect(read(`MSA|${code}|015`)).toEqual({ code, controlId: '015', errors: [] });
  });

  it.each`
    what                   | segments
    ${'no MSA'}            | ${[]}
    ${'no verdict'}        | ${['MSA||015']}
    ${'a verdict of none'} | ${['MSA|OK|015']}
  `('is not given by $what', ({ segments }: { segments: string[] }) => {
    expect(read(...segments)).toBeUndefined();
  });

  it('reads every field of an error', () => {
    const err =
      'ERR||OBX^3^5^1^2^1|207^Application internal error^HL70357|E|904^INS differs^applicationErrorCondition|p1~p2|see \\T\\ look|À vérifier';

    expect(read('MSA|AE|015', err, 'ERR|||101')?.errors).toEqual([
      {
        location: 'OBX[3]-5.2.1',
        condition: '207',
        conditionText: 'Application internal error',
        severity: 'E',
        application: { code: '904', text: 'INS differs', system: 'applicationErrorCondition' },
        parameters: ['p1', 'p2'],
        diagnostic: 'see & look',
        userMessage: 'À vérifier',
      },
      { condition: '101', parameters: [] },
    ]);
  });

  it('reads errors as version 2.4 and before wrote them', () => {
    expect(read('MSA|AE|015|Champ manquant', 'ERR|PID^1^5^101&Required field missing&HL70357~PV1^^2^103')).toEqual({
      code: 'AE',
      controlId: '015',
      text: 'Champ manquant',
      errors: [
        { location: 'PID[1]-5', condition: '101', conditionText: 'Required field missing', parameters: [] },
        { location: 'PV1[1]-2', condition: '103', parameters: [] },
      ],
    });
  });

  it.each(['2.3', '2.5', '2.8'])('reads back what is written to a sender of version %s', (version) => {
    const reading = readHeader(Buffer.from(`MSH|^~\\&|SIL|labo|PFI|ORG|2026||ORU^R01|015|P|${version}|||AL|AL|FRA|UNICODE UTF-8`));
    const header = reading.status === 'read' ? reading.header : undefined;
    const code: AckCode = 'AR';
    const bytes = encodeAck({
      header,
      code,
      controlId: '016',
      sentAt: '20261123',
      errors: [{ location: 'PID[1]-3.4', condition: 101, severity: 'E', application: 903, parameters: ['a'], userMessage: 'é|^~' }],
    });

    expect(decodeAck(decodeMessage(bytes))).toMatchObject({
      code,
      controlId: '015',
      errors: [{ location: 'PID[1]-3.4', condition: '101', application: { code: '903' }, parameters: ['a'], userMessage: 'é|^~' }],
    });
  });
});
