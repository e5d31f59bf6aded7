import type { Submission } from '../submission.entity.js';
import { decideTurn } from './decide-turn.js';

const version = (revision: number, state: Submission['state'], mayBeThere = false) =>
  ({ revision, state, mayBeThere, documentId: `2.25.${revision}` }) as Submission;

describe('decideTurn', () => {
  it.each`
    what                                 | own                              | others                                              | turn
    ${'the only version'}                | ${version(1, 'PENDING')}         | ${[]}                                               | ${{ turn: 'send' }}
    ${'after one that the DMP has'}      | ${version(2, 'PENDING')}         | ${[version(1, 'ACCEPTED')]}                         | ${{ turn: 'send', replaces: '2.25.1' }}
    ${'after two that the DMP has'}      | ${version(3, 'PENDING')}         | ${[version(1, 'ACCEPTED'), version(2, 'ACCEPTED')]} | ${{ turn: 'send', replaces: '2.25.2' }}
    ${'after one that was refused'}      | ${version(2, 'PENDING')}         | ${[version(1, 'REJECTED')]}                         | ${{ turn: 'send' }}
    ${'over one that was refused'}       | ${version(3, 'PENDING')}         | ${[version(1, 'ACCEPTED'), version(2, 'REJECTED')]} | ${{ turn: 'send', replaces: '2.25.1' }}
    ${'after one that is under way'}     | ${version(2, 'PENDING')}         | ${[version(1, 'PENDING')]}                          | ${{ turn: 'wait' }}
    ${'after one whose answer was lost'} | ${version(2, 'WAITING_RETRY')}   | ${[version(1, 'UNCERTAIN', true)]}                  | ${{ turn: 'wait' }}
    ${'passed by a newer one'}           | ${version(1, 'WAITING_RETRY')}   | ${[version(2, 'PENDING')]}                          | ${{ turn: 'superseded' }}
    ${'passed, but perhaps there'}       | ${version(1, 'UNCERTAIN', true)} | ${[version(2, 'PENDING')]}                          | ${{ turn: 'send' }}
  `('$what: $turn.turn', ({ own, others, turn }: { own: Submission; others: Submission[]; turn: object }) => {
    expect(decideTurn(own, others)).toEqual(turn);
  });
});
