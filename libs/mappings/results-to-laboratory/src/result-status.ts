import type { Observation } from '@segur/laboratory';

/** What a status says to do with one result. */
export type ResultStep =
  | { readonly step: 'result'; readonly status: Observation['status'] }
  /** Not known yet, or order details only: named in the report as awaited. */
  | { readonly step: 'awaited' }
  /** Entered and verified by nobody: it never enters a report, which is not whole without it. */
  | { readonly step: 'unverified' }
  | { readonly step: 'not-asked' }
  /** To be taken out of what was reported before. */
  | { readonly step: 'removed' }
  /** Said before as preliminary, and final now, without being sent again. */
  | { readonly step: 'promoted' }
  /** Wrong, e.g. of another patient: the whole report is to be withdrawn. */
  | { readonly step: 'withdrawn' }
  /** No status, neither on the result nor on its order. */
  | { readonly step: 'unsaid' }
  | { readonly step: 'unknown' };

/** A step, and what deserves a remark about how it was decided. */
export type StatusDecision = ResultStep & {
  /** `assumed`: only the order has a status. `contradiction`: result and order disagree, and the weaker of the two was taken. */
  readonly remark?: 'assumed' | 'contradiction';
};

const STEPS: Readonly<Record<string, ResultStep>> = {
  F: { step: 'result', status: 'final' },
  C: { step: 'result', status: 'corrected' },
  X: { step: 'result', status: 'cancelled' },
  P: { step: 'result', status: 'preliminary' },
  S: { step: 'result', status: 'preliminary' },
  I: { step: 'awaited' },
  O: { step: 'awaited' },
  R: { step: 'unverified' },
  N: { step: 'not-asked' },
  D: { step: 'removed' },
  U: { step: 'promoted' },
  W: { step: 'withdrawn' },
};
const WHOLE_ORDERS = ['F', 'C', 'X'];
const ORDERS = [...WHOLE_ORDERS, 'P', 'A', 'I', 'S', 'O', 'R'];

/** True for a status of orders, the empty one included. @see HL7 table 0123 */
export function isOrderStatus(status: string): boolean {
  return status === '' || ORDERS.includes(status);
}

/** True when results of the order are still to come: the report is partial. */
export function isOpenOrder(status: string): boolean {
  return status !== '' && !WHOLE_ORDERS.includes(status);
}

/**
 * What to do with a result, by its own status and that of its order, in capitals.
 *
 * Final results of an order that is not whole yet (`P`, `A`) are final; of an order that has no result yet, or none verified, they are not.
 *
 * @see HL7 tables 0085 and 0123; hl7v2.md §5.1 and §5.2
 */
export function decideStep(result: string, order: string): StatusDecision {
  if (result === '') return assumedFrom(order);
  const step = Object.hasOwn(STEPS, result) ? STEPS[result] : undefined;
  if (!step) return { step: 'unknown' };
  const isFinal = step.step === 'result' && (step.status === 'final' || step.status === 'corrected');
  if (isFinal && order === 'R') return { step: 'unverified', remark: 'contradiction' };
  if (isFinal && ['I', 'S', 'O'].includes(order)) return { step: 'result', status: 'preliminary', remark: 'contradiction' };
  const isWeak = step.step === 'awaited' || step.step === 'unverified' || (step.step === 'result' && step.status === 'preliminary');
  return isWeak && (order === 'F' || order === 'C') ? { ...step, remark: 'contradiction' } : step;
}

function assumedFrom(order: string): StatusDecision {
  if (order === 'F' || order === 'C') return { step: 'result', status: 'final', remark: 'assumed' };
  if (order === 'P' || order === 'A') return { step: 'result', status: 'preliminary', remark: 'assumed' };
  return { step: 'unsaid' };
}
