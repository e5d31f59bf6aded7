import fc from 'fast-check';
import { decodeBusinessAck, encodeBusinessAck, type BusinessAck } from './business-ack.js';
import { decodeMessage } from './decode-message.js';

const header = {
  sender: { application: 'PFI-X', facility: 'Organisation-X' },
  receiver: { application: 'SIL-Y', facility: 'labo' },
  sentAt: '20261123100000',
  controlId: '017',
} as const;
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });

const anyAck: fc.Arbitrary<BusinessAck> = fc
  .record({
    kind: fc.constantFrom('dmp-reception', 'mss-reception', 'mss-reading'),
    messageControlId: text,
    at: fc.constant('20261123095959'),
    error: fc.option(fc.record({ code: text, text, system: fc.constantFrom('DMPERRORCODE', 'SMTPERRORCODE') })),
    mailbox: fc.record({ address: text, ownerId: text }),
  })
  .map(({ error, mailbox, ...rest }) => ({
    ...rest,
    ...(rest.kind !== 'dmp-reception' && { mailbox }),
    ...(error && { error: { ...error, severity: 'E' } }),
  })) as fc.Arbitrary<BusinessAck>;

describe('ZAM', () => {
  it('reads back what it writes', () => {
    fc.assert(
      fc.property(anyAck, (ack) => {
        expect(decodeBusinessAck(decodeMessage(encodeBusinessAck(header, ack)))).toEqual(ack);
      }),
    );
  });

  it.each`
    what                   | change
    ${'another message'}   | ${['ZAM^Z01', 'ACK^Z01']}
    ${'another event'}     | ${['ZAM^Z01', 'ZAM^Z09']}
    ${'no verdict'}        | ${['ACK_RECEPTION_DMP', 'ACK_AUTRE']}
    ${'neither yes or no'} | ${['|Y^', '|O^']}
  `('is not read from $what', ({ change: [from, to] }: { change: [string, string] }) => {
    const zam = encodeBusinessAck(header, { kind: 'dmp-reception', messageControlId: '015', at: '20261123' }).toString();

    expect(zam).toContain(from);
    expect(decodeBusinessAck(decodeMessage(Buffer.from(zam.replace(from, to))))).toBeUndefined();
  });

  it('takes both spellings of the system of DMP errors', () => {
    const error = { code: 'DMPClosed', text: 'DMP fermé', system: 'DMPERRORCODE' } as const;
    const zam = encodeBusinessAck(header, { kind: 'dmp-reception', messageControlId: '015', at: '20261123', error }).toString();

    expect(decodeBusinessAck(decodeMessage(Buffer.from(zam.replace('DMPERRORCODE', 'DMP_ERROR_CODE'))))?.error).toMatchObject(
      error,
    );
  });
});
