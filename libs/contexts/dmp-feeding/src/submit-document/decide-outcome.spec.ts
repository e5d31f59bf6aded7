import type { ClassifiedReply } from './classify-reply.js';
import { decideOutcome } from './decide-outcome.js';

describe('decideOutcome', () => {
  it.each`
    verdict            | tries        | number | mayBeThere | state              | attempt       | there
    ${'accepted'}      | ${undefined} | ${1}   | ${false}   | ${'ACCEPTED'}      | ${'done'}     | ${false}
    ${'transient'}     | ${undefined} | ${20}  | ${false}   | ${'WAITING_RETRY'} | ${'retry'}    | ${false}
    ${'transient'}     | ${3}         | ${2}   | ${false}   | ${'WAITING_RETRY'} | ${'retry'}    | ${false}
    ${'transient'}     | ${3}         | ${3}   | ${false}   | ${'FAILED'}        | ${'given-up'} | ${false}
    ${'transient'}     | ${undefined} | ${2}   | ${true}    | ${'UNCERTAIN'}     | ${'retry'}    | ${true}
    ${'uncertain'}     | ${undefined} | ${1}   | ${false}   | ${'UNCERTAIN'}     | ${'retry'}    | ${true}
    ${'configuration'} | ${undefined} | ${1}   | ${false}   | ${'WAITING_RETRY'} | ${'retry'}    | ${false}
    ${'configuration'} | ${undefined} | ${2}   | ${true}    | ${'UNCERTAIN'}     | ${'retry'}    | ${true}
    ${'eligibility'}   | ${undefined} | ${1}   | ${false}   | ${'NOT_ELIGIBLE'}  | ${'given-up'} | ${false}
    ${'refused'}       | ${undefined} | ${1}   | ${false}   | ${'REJECTED'}      | ${'given-up'} | ${false}
    ${'alarm'}         | ${undefined} | ${1}   | ${false}   | ${'REJECTED'}      | ${'given-up'} | ${false}
    ${'duplicate'}     | ${undefined} | ${1}   | ${false}   | ${'REJECTED'}      | ${'given-up'} | ${false}
    ${'duplicate'}     | ${undefined} | ${2}   | ${true}    | ${'ACCEPTED'}      | ${'done'}     | ${false}
  `(
    'attempt $number, $verdict, may be there: $mayBeThere → $state',
    ({ verdict, tries, number, mayBeThere, state, attempt, there }) => {
      const reply = { verdict, tries, ...(verdict === 'accepted' ? {} : { code: 'a-code' }) } as ClassifiedReply;
      const outcome = decideOutcome(reply, { number, mayBeThere });

      expect(outcome).toMatchObject({ state, mayBeThere: there, errorCode: state === 'ACCEPTED' ? null : 'a-code' });
      expect(outcome.attempt.outcome).toBe(attempt);
    },
  );
});
