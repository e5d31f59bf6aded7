import { SAMPLE_LABORATORY, type Order } from '@segur/laboratory';
import { omlText } from '@segur/testing';
import { BODY, MESSAGE } from '../../test/same-prescription.js';
import { readOrder } from '../receive-order/read-order.js';
import { OrderMessageNotRead } from './order-message-not-read.js';
import { readOrderMessage } from './read-order-message.js';

const reception = { orderId: '019aa0c0-0000-7000-8000-00000000000e', revision: 1 };
const read = (options = MESSAGE): Order =>
  readOrderMessage(Buffer.from(omlText(options)), { laboratory: SAMPLE_LABORATORY, ...reception });

describe('readOrderMessage', () => {
  it.each(['O21', 'O33', 'O35'] as const)('gives of OML^%s the order that the same prescription as JSON gives', (event) => {
    const asJson = readOrder(BODY);

    expect('order' in asJson && { ...asJson.order, ...reception }).toEqual(read({ ...MESSAGE, event }));
  });

  it.each`
    what                | change                | details
    ${'no prescriber'}  | ${{ prescriber: '' }} | ${{ codes: 'hl7-required' }}
    ${'a cancellation'} | ${{ control: 'CA' }}  | ${{ action: 'cancel' }}
    ${'a change'}       | ${{ control: 'XO' }}  | ${{ action: 'replace' }}
  `('refuses $what', ({ change, details }: { change: object; details: object }) => {
    expect(() => read({ ...MESSAGE, ...change })).toThrow(OrderMessageNotRead);
    expect(() => read({ ...MESSAGE, ...change })).toThrow(expect.objectContaining({ details }) as Error);
  });
});
