import type { Dispatch } from '../dispatch.entity.js';
import { decideWithdrawal, decideWithdrawals, type WithdrawnDispatch } from './decide-withdrawal.js';

describe('decideWithdrawal', () => {
  it.each`
    state              | mayBeThere | withdrawal
    ${'PENDING'}       | ${false}   | ${'cancel'}
    ${'PENDING'}       | ${true}    | ${'notify'}
    ${'WAITING_RETRY'} | ${false}   | ${'cancel'}
    ${'UNCERTAIN'}     | ${true}    | ${'notify'}
    ${'ACCEPTED'}      | ${true}    | ${'notify'}
    ${'REJECTED'}      | ${false}   | ${'cancel'}
    ${'REJECTED'}      | ${true}    | ${'notify'}
    ${'FAILED'}        | ${false}   | ${'cancel'}
    ${'FAILED'}        | ${true}    | ${'notify'}
    ${'NOT_ELIGIBLE'}  | ${false}   | ${'leave'}
    ${'NOT_ELIGIBLE'}  | ${true}    | ${'notify'}
    ${'WITHDRAWING'}   | ${true}    | ${'leave'}
    ${'WITHDRAWN'}     | ${false}   | ${'leave'}
  `(
    '$state, may be there: $mayBeThere → $withdrawal',
    ({ state, mayBeThere, withdrawal }: Pick<Dispatch, 'state' | 'mayBeThere'> & { withdrawal: string }) => {
      expect(decideWithdrawal({ state, mayBeThere })).toBe(withdrawal);
    },
  );
});

describe('decideWithdrawals', () => {
  it.each`
    what                                           | first                                       | second                                           | decided
    ${'two versions in one mailbox'}               | ${{ state: 'ACCEPTED' }}                    | ${{ state: 'ACCEPTED' }}                         | ${['replaced', 'notify']}
    ${'one version in each of two mailboxes'}      | ${{ state: 'ACCEPTED' }}                    | ${{ state: 'ACCEPTED', mailbox: 'b' }}           | ${['notify', 'notify']}
    ${'a correction that may have arrived'}        | ${{ state: 'ACCEPTED' }}                    | ${{ state: 'UNCERTAIN' }}                        | ${['notify', 'notify']}
    ${'a correction under way'}                    | ${{ state: 'ACCEPTED' }}                    | ${{ state: 'PENDING', inFlight: true }}          | ${['notify', 'wait']}
    ${'a correction that never left'}              | ${{ state: 'ACCEPTED' }}                    | ${{ state: 'WAITING_RETRY', mayBeThere: false }} | ${['notify', 'cancel']}
    ${'a correction to none, of one that may be'}  | ${{ state: 'NOT_ELIGIBLE' }}                | ${{ state: 'ACCEPTED' }}                         | ${['replaced', 'notify']}
    ${'one whose notice was refused, and a newer'} | ${failed('mss-not-withdrawn')}              | ${{ state: 'ACCEPTED' }}                         | ${['notify', 'notify']}
    ${'one taken back already, and a newer'}       | ${{ state: 'WITHDRAWING' }}                 | ${{ state: 'ACCEPTED' }}                         | ${['leave', 'notify']}
    ${'mailboxes that are not known'}              | ${{ ...unknown('ACCEPTED') }}               | ${{ ...unknown('ACCEPTED') }}                    | ${['notify', 'notify']}
    ${'a notice under way'}                        | ${{ state: 'WITHDRAWING', inFlight: true }} | ${{ state: 'WITHDRAWN', inFlight: true }}        | ${['leave', 'leave']}
  `('$what → $decided', ({ first, second, decided }: Record<'first' | 'second', Change> & { decided: string[] }) => {
    const answer = decideWithdrawals([found(1, first), found(2, second)]);

    expect([answer.get('1'), answer.get('2')]).toEqual(decided);
  });
});

type Change = Partial<WithdrawnDispatch['dispatch'] & Omit<WithdrawnDispatch, 'dispatch'>>;

function found(revision: number, { inFlight = false, ...change }: Change): WithdrawnDispatch {
  const { state = 'ACCEPTED', mayBeThere = true, errorCode = null } = change;
  const mailbox = 'mailbox' in change ? change.mailbox : 'a';
  return { dispatch: { dispatchId: String(revision), revision, state, mayBeThere, errorCode }, mailbox, inFlight };
}

function failed(errorCode: string): Change {
  return { state: 'FAILED', errorCode };
}

function unknown(state: Dispatch['state']): Change {
  return { state, mailbox: undefined };
}
