import { decideRevision } from './decide-revision.js';

const known = (state: string, contentHash: string) => ({ revision: 2, state, contentHash });

describe('decideRevision', () => {
  it.each`
    given                         | expected
    ${undefined}                  | ${{ decision: 'revise', revision: 1 }}
    ${known('STRUCTURED', 'new')} | ${{ decision: 'unchanged' }}
    ${known('VALIDATED', 'new')}  | ${{ decision: 'unchanged' }}
    ${known('VALIDATED', 'old')}  | ${{ decision: 'correction' }}
    ${known('STRUCTURED', 'old')} | ${{ decision: 'correction' }}
    ${known('REFUSED', 'new')}    | ${{ decision: 'revise', revision: 3 }}
    ${known('REFUSED', 'old')}    | ${{ decision: 'revise', revision: 3 }}
  `('$given.state with content $given.contentHash: $expected.decision', ({ given, expected }) => {
    expect(decideRevision(given as never, 'new')).toEqual(expected);
  });
});
