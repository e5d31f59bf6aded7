import { decideTurn, type KnownDispatch } from './decide-turn.js';

describe('decideTurn', () => {
  it.each`
    state              | mayBeThere | newestRevision | withdrawnUpTo | turn
    ${'PENDING'}       | ${false}   | ${2}           | ${0}          | ${'send'}
    ${'UNCERTAIN'}     | ${true}    | ${2}           | ${1}          | ${'send'}
    ${'PENDING'}       | ${false}   | ${3}           | ${0}          | ${'superseded'}
    ${'PENDING'}       | ${false}   | ${3}           | ${2}          | ${'cancel'}
    ${'WAITING_RETRY'} | ${false}   | ${2}           | ${2}          | ${'cancel'}
    ${'REJECTED'}      | ${false}   | ${2}           | ${2}          | ${'cancel'}
    ${'UNCERTAIN'}     | ${true}    | ${2}           | ${2}          | ${'take-back'}
    ${'ACCEPTED'}      | ${true}    | ${2}           | ${3}          | ${'take-back'}
    ${'ACCEPTED'}      | ${true}    | ${2}           | ${1}          | ${'over'}
    ${'NOT_ELIGIBLE'}  | ${false}   | ${2}           | ${2}          | ${'over'}
    ${'WITHDRAWING'}   | ${true}    | ${3}           | ${2}          | ${'notify'}
    ${'WITHDRAWN'}     | ${false}   | ${3}           | ${2}          | ${'over'}
  `(
    'revision 2, $state, may be there: $mayBeThere, newest $newestRevision, withdrawn up to $withdrawnUpTo → $turn',
    ({ turn, ...known }: KnownDispatch & { turn: string }) => {
      expect(decideTurn({ ...known, revision: 2, olderUnderWay: false })).toBe(turn);
    },
  );

  it.each`
    newestRevision | withdrawnUpTo | turn
    ${2}           | ${0}          | ${'wait'}
    ${2}           | ${1}          | ${'wait'}
    ${3}           | ${0}          | ${'superseded'}
    ${2}           | ${2}          | ${'cancel'}
  `(
    'revision 2 while an older one is handed over, newest $newestRevision, withdrawn up to $withdrawnUpTo → $turn',
    ({ turn, ...known }: KnownDispatch & { turn: string }) => {
      expect(decideTurn({ ...known, revision: 2, state: 'PENDING', mayBeThere: false, olderUnderWay: true })).toBe(turn);
    },
  );
});
