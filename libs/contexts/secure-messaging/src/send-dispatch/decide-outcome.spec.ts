import { decideOutcome } from './decide-outcome.js';

describe('decideOutcome', () => {
  it.each`
    kind             | mayBeThere | state              | then          | mayBeThereAfter
    ${'accepted'}    | ${false}   | ${'ACCEPTED'}      | ${'done'}     | ${true}
    ${'accepted'}    | ${true}    | ${'ACCEPTED'}      | ${'done'}     | ${true}
    ${'rejected'}    | ${false}   | ${'REJECTED'}      | ${'given-up'} | ${false}
    ${'rejected'}    | ${true}    | ${'REJECTED'}      | ${'given-up'} | ${true}
    ${'unavailable'} | ${false}   | ${'WAITING_RETRY'} | ${'retry'}    | ${false}
    ${'unavailable'} | ${true}    | ${'UNCERTAIN'}     | ${'retry'}    | ${true}
    ${'uncertain'}   | ${false}   | ${'UNCERTAIN'}     | ${'retry'}    | ${true}
  `('$kind, may be there: $mayBeThere → $state', ({ kind, mayBeThere, state, then, mayBeThereAfter }) => {
    const { attempt, ...after } = decideOutcome({ kind, code: 'c' }, mayBeThere);

    expect(attempt.outcome).toBe(then);
    expect(after).toEqual({ state, mayBeThere: mayBeThereAfter, errorCode: kind === 'accepted' ? null : 'c' });
  });
});
