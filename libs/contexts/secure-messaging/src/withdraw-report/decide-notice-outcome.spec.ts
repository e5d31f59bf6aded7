import { decideNoticeOutcome } from './decide-notice-outcome.js';

describe('decideNoticeOutcome', () => {
  it.each`
    kind             | state            | errorCode              | mayBeThere | then
    ${'accepted'}    | ${'WITHDRAWN'}   | ${null}                | ${false}   | ${'done'}
    ${'rejected'}    | ${'FAILED'}      | ${'mss-not-withdrawn'} | ${true}    | ${'given-up'}
    ${'unavailable'} | ${'WITHDRAWING'} | ${'c'}                 | ${true}    | ${'retry'}
    ${'uncertain'}   | ${'WITHDRAWING'} | ${'c'}                 | ${true}    | ${'retry'}
  `('$kind → $state', ({ kind, then, ...expected }) => {
    const { attempt, ...after } = decideNoticeOutcome({ kind, code: 'c' });

    expect(attempt.outcome).toBe(then);
    expect(after).toMatchObject({ state: expected.state, errorCode: expected.errorCode, mayBeThere: expected.mayBeThere });
  });
});
