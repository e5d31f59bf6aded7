import type { Submission } from '../submission.entity.js';
import { decideWithdrawal } from './decide-withdrawal.js';

describe('decideWithdrawal', () => {
  it.each`
    state              | mayBeThere | inFlight | withdrawal
    ${'PENDING'}       | ${false}   | ${false} | ${'cancel'}
    ${'PENDING'}       | ${false}   | ${true}  | ${'take-back'}
    ${'WAITING_RETRY'} | ${false}   | ${false} | ${'cancel'}
    ${'WAITING_RETRY'} | ${false}   | ${true}  | ${'take-back'}
    ${'UNCERTAIN'}     | ${true}    | ${false} | ${'take-back'}
    ${'ACCEPTED'}      | ${false}   | ${false} | ${'take-back'}
    ${'REJECTED'}      | ${false}   | ${false} | ${'cancel'}
    ${'REJECTED'}      | ${true}    | ${false} | ${'take-back'}
    ${'FAILED'}        | ${false}   | ${false} | ${'cancel'}
    ${'FAILED'}        | ${true}    | ${false} | ${'take-back'}
    ${'NOT_ELIGIBLE'}  | ${false}   | ${false} | ${'leave'}
    ${'NOT_ELIGIBLE'}  | ${true}    | ${false} | ${'take-back'}
    ${'WITHDRAWING'}   | ${true}    | ${true}  | ${'leave'}
    ${'WITHDRAWN'}     | ${false}   | ${false} | ${'leave'}
  `(
    '$state, may be there: $mayBeThere, in flight: $inFlight → $withdrawal',
    ({
      state,
      mayBeThere,
      inFlight,
      withdrawal,
    }: Pick<Submission, 'state' | 'mayBeThere'> & { inFlight: boolean; withdrawal: string }) => {
      expect(decideWithdrawal({ state, mayBeThere }, inFlight)).toBe(withdrawal);
    },
  );
});
