import type { ClassifiedReply } from '../submit-document/classify-reply.js';
import { decideTakingBack } from './decide-taking-back.js';

describe('decideTakingBack', () => {
  it.each`
    verdict            | tries        | number | state            | code                   | attempt
    ${'accepted'}      | ${undefined} | ${1}   | ${'WITHDRAWN'}   | ${null}                | ${'done'}
    ${'transient'}     | ${undefined} | ${20}  | ${'WITHDRAWING'} | ${'a-code'}            | ${'retry'}
    ${'transient'}     | ${2}         | ${1}   | ${'WITHDRAWING'} | ${'a-code'}            | ${'retry'}
    ${'transient'}     | ${2}         | ${2}   | ${'FAILED'}      | ${'dmp-not-withdrawn'} | ${'given-up'}
    ${'uncertain'}     | ${undefined} | ${5}   | ${'WITHDRAWING'} | ${'a-code'}            | ${'retry'}
    ${'configuration'} | ${undefined} | ${5}   | ${'WITHDRAWING'} | ${'a-code'}            | ${'retry'}
    ${'duplicate'}     | ${undefined} | ${2}   | ${'WITHDRAWING'} | ${'a-code'}            | ${'retry'}
    ${'duplicate'}     | ${undefined} | ${3}   | ${'FAILED'}      | ${'dmp-not-withdrawn'} | ${'given-up'}
    ${'eligibility'}   | ${undefined} | ${1}   | ${'FAILED'}      | ${'dmp-not-withdrawn'} | ${'given-up'}
    ${'refused'}       | ${undefined} | ${1}   | ${'FAILED'}      | ${'dmp-not-withdrawn'} | ${'given-up'}
    ${'alarm'}         | ${undefined} | ${1}   | ${'FAILED'}      | ${'dmp-not-withdrawn'} | ${'given-up'}
  `('attempt $number, $verdict → $state', ({ verdict, tries, number, state, code, attempt }) => {
    const reply = { verdict, tries, ...(verdict === 'accepted' ? {} : { code: 'a-code' }) } as ClassifiedReply;
    const outcome = decideTakingBack(reply, number as number);

    expect(outcome).toMatchObject({ state, errorCode: code, mayBeThere: state !== 'WITHDRAWN' });
    expect(outcome.attempt.outcome).toBe(attempt);
  });
});
