import { cameBeforeWithdrawal, decideRevision, revisionAfter, standingRevision, type ReportHistory } from './decide-revision.js';

/** `V old` is a validated revision whose content is `old`; revisions are numbered from 1. */
const history = (...revisions: string[]): ReportHistory =>
  revisions.map((said, index) => {
    const [letter = '', contentHash = ''] = said.split(' ');
    const state = { S: 'STRUCTURED', V: 'VALIDATED', R: 'REFUSED', W: 'WITHDRAWN' }[letter] as never;
    return { revision: index + 1, state, contentHash, reportSha256: null, documentId: null };
  });

describe('a message about a report', () => {
  it.each`
    known                        | decision       | revision | standing
    ${[]}                        | ${'revise'}    | ${1}     | ${undefined}
    ${['S new']}                 | ${'unchanged'} | ${2}     | ${1}
    ${['V new']}                 | ${'unchanged'} | ${2}     | ${1}
    ${['S old']}                 | ${'revise'}    | ${2}     | ${1}
    ${['V old']}                 | ${'revise'}    | ${2}     | ${1}
    ${['R new']}                 | ${'revise'}    | ${2}     | ${undefined}
    ${['V old', 'R new']}        | ${'revise'}    | ${3}     | ${1}
    ${['V new', 'R old']}        | ${'unchanged'} | ${3}     | ${1}
    ${['V new', 'V old']}        | ${'revise'}    | ${3}     | ${2}
    ${['W new']}                 | ${'revise'}    | ${2}     | ${undefined}
    ${['W old', 'W new', 'S 3']} | ${'revise'}    | ${4}     | ${3}
  `('after $known: $decision', ({ known, decision, revision, standing }) => {
    const all = history(...(known as string[]));

    expect(decideRevision(all, 'new')).toEqual({ decision });
    expect(revisionAfter(all)).toBe(revision);
    expect(standingRevision(all)?.revision).toBe(standing);
  });
});

describe('cameBeforeWithdrawal', () => {
  const [early, moment, late] = [
    '019aa0c0-0000-7000-8000-000000000001',
    '019aa0c0-0000-7000-8000-000000000002',
    '019aa0c1-0000-7000-8000-000000000000',
  ];
  const [first, second] = history('V 1', 'W 2');

  it.each`
    withdrawnBefore | receptionId | before
    ${undefined}    | ${early}    | ${false}
    ${null}         | ${early}    | ${false}
    ${moment}       | ${early}    | ${true}
    ${moment}       | ${moment}   | ${false}
    ${moment}       | ${late}     | ${false}
  `('$receptionId before $withdrawnBefore: $before', ({ withdrawnBefore, receptionId, before }) => {
    const known = [first, { ...second, withdrawnBefore: withdrawnBefore as string | null }] as ReportHistory;

    expect(cameBeforeWithdrawal(known, receptionId as string)).toBe(before);
  });
});
