import type { Submission } from '../submission.entity.js';
import { decideTurn, type Turn } from './decide-turn.js';

const version = (revision: number, state: Submission['state'], mayBeThere = false) =>
  ({ revision, state, mayBeThere, documentId: `2.25.${revision}` }) as Submission;

/** A turn as a table says it: what is to be done, and the revisions that may be replaced. */
const said = (turn: Turn) =>
  [
    turn.turn,
    ...(turn.turn === 'send' ? turn.replaces.map(({ revision }) => revision) : []),
    ...(turn.turn === 'wait' ? [turn.until] : []),
  ].join(' ');

describe('decideTurn', () => {
  it.each`
    what                                       | own                              | others                                                  | turn
    ${'the only version'}                      | ${version(1, 'PENDING')}         | ${[]}                                                   | ${'send'}
    ${'after one that the DMP has'}            | ${version(2, 'PENDING')}         | ${[version(1, 'ACCEPTED')]}                             | ${'send 1'}
    ${'after two that the DMP has'}            | ${version(3, 'PENDING')}         | ${[version(1, 'ACCEPTED'), version(2, 'ACCEPTED')]}     | ${'send 2'}
    ${'after one that was refused'}            | ${version(2, 'PENDING')}         | ${[version(1, 'REJECTED')]}                             | ${'send'}
    ${'over one that was refused'}             | ${version(3, 'PENDING')}         | ${[version(1, 'ACCEPTED'), version(2, 'REJECTED')]}     | ${'send 1'}
    ${'after one of unknown fate'}             | ${version(2, 'PENDING')}         | ${[version(1, 'FAILED', true)]}                         | ${'send 1'}
    ${'after one that it has, one of unknown'} | ${version(3, 'PENDING')}         | ${[version(1, 'ACCEPTED'), version(2, 'FAILED', true)]} | ${'send 2 1'}
    ${'after one that was withdrawn'}          | ${version(2, 'PENDING')}         | ${[version(1, 'WITHDRAWN')]}                            | ${'send'}
    ${'after one that is under way'}           | ${version(2, 'PENDING')}         | ${[version(1, 'PENDING')]}                              | ${'wait attempt'}
    ${'after one whose answer was lost'}       | ${version(2, 'WAITING_RETRY')}   | ${[version(1, 'UNCERTAIN', true)]}                      | ${'wait dmp'}
    ${'after one that is being taken back'}    | ${version(2, 'PENDING')}         | ${[version(1, 'WITHDRAWING', true)]}                    | ${'wait dmp'}
    ${'passed by a newer one'}                 | ${version(1, 'WAITING_RETRY')}   | ${[version(2, 'PENDING')]}                              | ${'superseded'}
    ${'passed, but perhaps there'}             | ${version(1, 'UNCERTAIN', true)} | ${[version(2, 'PENDING')]}                              | ${'resolve'}
  `('$what: $turn', ({ own, others, turn }: { own: Submission; others: Submission[]; turn: string }) => {
    expect(said(decideTurn(own, others))).toBe(turn);
  });

  it.each`
    what                                  | own                                | withdrawnUpTo | turn
    ${'never left'}                       | ${version(1, 'PENDING')}           | ${1}          | ${'cancel'}
    ${'announced after it was withdrawn'} | ${version(2, 'PENDING')}           | ${3}          | ${'cancel'}
    ${'perhaps there'}                    | ${version(1, 'UNCERTAIN', true)}   | ${1}          | ${'take-back'}
    ${'being taken back'}                 | ${version(1, 'WITHDRAWING', true)} | ${1}          | ${'take-back'}
    ${'newer than what was withdrawn'}    | ${version(3, 'PENDING')}           | ${2}          | ${'send'}
  `(
    'withdrawn up to $withdrawnUpTo, $what: $turn',
    ({ own, withdrawnUpTo, turn }: { own: Submission; withdrawnUpTo: number; turn: string }) => {
      expect(
        said(
          decideTurn(
            own,
            [version(9, 'PENDING')].filter(() => withdrawnUpTo === 1),
            withdrawnUpTo,
          ),
        ),
      ).toBe(turn);
    },
  );
});
