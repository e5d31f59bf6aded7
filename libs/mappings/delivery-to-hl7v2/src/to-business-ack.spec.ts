import { decodeBusinessAck, decodeMessage, encodeBusinessAck, headerOf, readHeader } from '@segur/hl7v2';
import type { DeliveryOutcome } from './delivery-outcome.js';
import { toBusinessAck, toBusinessAckHeader } from './to-business-ack.js';

const at = '2026-11-23T10:15:00+01:00';
const mailbox = { address: 'anne.medecin@test.mssante.fr', ownerId: '810000000018' };
const OUTCOMES: Readonly<Record<string, DeliveryOutcome>> = {
  dmp: { channel: 'dmp', at },
  delivery: { channel: 'mss', proof: 'delivery', at, mailbox },
  reading: { channel: 'mss', proof: 'reading', at, mailbox },
};

describe('toBusinessAck', () => {
  it.each`
    outcome       | reception | reading  | kind
    ${'dmp'}      | ${true}   | ${false} | ${'dmp-reception'}
    ${'dmp'}      | ${false}  | ${true}  | ${undefined}
    ${'delivery'} | ${true}   | ${false} | ${'mss-reception'}
    ${'delivery'} | ${false}  | ${true}  | ${undefined}
    ${'reading'}  | ${false}  | ${true}  | ${'mss-reading'}
    ${'reading'}  | ${true}   | ${false} | ${undefined}
  `('$outcome, asked for reception $reception and reading $reading: $kind', ({ outcome, kind, ...acknowledgements }) => {
    const request = { messageControlId: '015', acknowledgements: acknowledgements as { reception: boolean; reading: boolean } };
    const ack = toBusinessAck(OUTCOMES[outcome as string] as DeliveryOutcome, request);

    expect(ack).toEqual(
      kind && { kind: kind as string, messageControlId: '015', at: '20261123101500+0100', ...(outcome !== 'dmp' && { mailbox }) },
    );
  });

  it.each`
    outcome       | code              | error
    ${'dmp'}      | ${'DMPClosed'}    | ${{ code: 'DMPClosed', text: 'fermé', system: 'DMPERRORCODE' }}
    ${'dmp'}      | ${'900'}          | ${{ code: '900', text: 'fermé', system: 'applicationErrorCondition' }}
    ${'delivery'} | ${'5.1.1'}        | ${{ code: '5.1.1', text: 'fermé', system: 'SMTPERRORCODE' }}
    ${'reading'}  | ${'904'}          | ${{ code: '904', text: 'fermé', system: 'applicationErrorCondition' }}
    ${'reading'}  | ${'disk-is-full'} | ${{ code: '906', text: 'disk-is-full: fermé', system: 'applicationErrorCondition' }}
  `('$outcome refused with $code', ({ outcome, code, error }) => {
    const failed = { ...OUTCOMES[outcome as string], failure: { code: code as string, text: 'fermé' } } as DeliveryOutcome;
    const request = { messageControlId: '015', acknowledgements: { reception: true, reading: true } };

    expect(toBusinessAck(failed, request)?.error).toEqual(error);
  });
});

describe('the ZAM of a message', () => {
  it('goes back where it came from, and says what became of its document', () => {
    const reading = readHeader(Buffer.from('MSH|^~\\&|SIL^1.2^ISO|labo|PFI|Org|2026||ORU^R01|015|T|2.5|||||FRA|UNICODE UTF-8'));
    if (reading.status !== 'read') throw new Error(reading.reason);
    const header = toBusinessAckHeader(reading.header, { controlId: '017', sentAt: at });
    const ack = toBusinessAck(OUTCOMES['delivery'] as DeliveryOutcome, {
      messageControlId: reading.header.controlId,
      acknowledgements: { reception: true, reading: false },
    });
    const zam = decodeMessage(encodeBusinessAck(header, ack ?? { kind: 'dmp-reception', messageControlId: '', at: '' }));

    expect(headerOf(zam)).toMatchObject({
      sendingApplication: 'PFI',
      sendingFacility: 'Org',
      receivingApplication: 'SIL',
      receivingFacility: 'labo',
      triggerEvent: 'Z02',
      processingId: 'T',
      controlId: '017',
    });
    expect(zam.header.text(5, 2)).toBe('1.2');
    expect(decodeBusinessAck(zam)).toEqual(ack);
  });
});
