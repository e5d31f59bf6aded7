import type { AckError, Hl7Message } from '@segur/hl7v2';
import { ackFindingsToErr, toOrder, type OrderContext } from '@segur/hl7v2-to-laboratory';
import { numbersOfOrder } from '@segur/laboratory';

/** An order that may be taken in, or what is wrong with it. */
export type OrderJudgement =
  /** `number`: what tells it from the sender's other orders. Absent: nothing does. */
  { readonly status: 'taken'; readonly number?: string } | { readonly status: 'refused'; readonly errors: readonly AckError[] };

/** Which order it will be is for order-intake to say. */
const UNNUMBERED = { orderId: '00000000-0000-0000-0000-000000000000', revision: 1 };

/**
 * Reads an order as order-intake will, so that its sender is told at once, and in its own answer, what is wrong with it.
 *
 * New orders alone are taken. A cancellation or a change is answered with "unable", and changes nothing: whether an order may still be
 * given up depends on what the laboratory has done for it, which nobody tells the platform yet.
 *
 * @see orders.md §3.1, §6
 */
export function judgeOrder(message: Hl7Message, laboratory: OrderContext['laboratory']): OrderJudgement {
  const reading = toOrder(message, { laboratory, ...UNNUMBERED });
  if (reading.status === 'refused') return { status: 'refused', errors: ackFindingsToErr(reading.findings) };
  const { request } = reading;
  if (request.action !== 'place') return { status: 'refused', errors: [NOT_TAKEN[request.action]] };
  const { placer, filler } = numbersOfOrder(request.order);
  const number = placer[0] ?? filler[0];
  return { status: 'taken', ...(number !== undefined && { number }) };
}

const NOT_TAKEN: Readonly<Record<'cancel' | 'replace', AckError>> = {
  cancel: notTaken(
    'order-cancel-not-taken',
    'Orders are not cancelled here: the order stands, and the laboratory has to be called',
    'Annulation non prise en compte : la prescription demeure, appelez le laboratoire',
  ),
  replace: notTaken(
    'order-change-not-taken',
    'Orders are not changed here: the order stands, and the laboratory has to be called',
    'Modification non prise en compte : la prescription demeure, appelez le laboratoire',
  ),
};

function notTaken(code: string, message: string, userMessage: string): AckError {
  return { location: 'ORC[1]-1', condition: 207, severity: 'E', diagnostic: `${code}: ${message}`, userMessage };
}
