import type { Resolution } from './dmp-gateway.js';
import { decideRemoval, settle, settlePassed, unlessReplaceable } from './judge-resolution.js';

const HASH = 'a'.repeat(40);
const entryUuid = 'urn:uuid:019aa0c0-0000-4000-8000-0000000000aa';
const known = (status: string, hash?: string): Resolution => ({
  kind: 'known',
  document: { entryUuid, uniqueId: '2.25.1', status, ...(hash === undefined ? {} : { hash }) },
});
const absent: Resolution = { kind: 'absent' };
const lost: Resolution = { kind: 'unanswered', reply: { kind: 'lost' } };
const forbidden: Resolution = { kind: 'unanswered', reply: { kind: 'http', status: 403 } };
const EARLY = 119_999;
const LATE = 120_000;

describe('settle', () => {
  it.each`
    what                    | there                                    | verdict
    ${'ours'}               | ${known('approved', HASH)}               | ${'accepted'}
    ${'ours, in capitals'}  | ${known('approved', HASH.toUpperCase())} | ${'accepted'}
    ${'one without a hash'} | ${known('approved')}                     | ${'accepted'}
    ${'other bytes'}        | ${known('approved', 'b'.repeat(40))}     | ${'refused'}
    ${'nothing'}            | ${absent}                                | ${undefined}
    ${'no answer'}          | ${lost}                                  | ${'uncertain'}
    ${'a refusal to say'}   | ${forbidden}                             | ${undefined}
  `('says $verdict when the DMP has $what', ({ there, verdict }: { there: Resolution; verdict: string | undefined }) => {
    expect(settle(there, HASH)?.verdict).toBe(verdict);
  });
});

describe('settlePassed', () => {
  it.each`
    what                  | there                                | waitedMs | verdict
    ${'it'}               | ${known('approved', HASH)}           | ${0}     | ${'accepted'}
    ${'other bytes'}      | ${known('approved', 'b'.repeat(40))} | ${0}     | ${'refused'}
    ${'nothing yet'}      | ${absent}                            | ${EARLY} | ${'uncertain'}
    ${'nothing any more'} | ${absent}                            | ${LATE}  | ${'eligibility'}
    ${'no answer'}        | ${lost}                              | ${LATE}  | ${'uncertain'}
    ${'a refusal to say'} | ${forbidden}                         | ${LATE}  | ${'uncertain'}
  `(
    'says $verdict when the DMP has $what',
    ({ there, waitedMs, verdict }: { there: Resolution; waitedMs: number; verdict: string }) => {
      expect(settlePassed(there, HASH, waitedMs).verdict).toBe(verdict);
    },
  );
});

describe('unlessReplaceable', () => {
  it.each`
    what                  | previous               | verdict
    ${'the current one'}  | ${known('approved')}   | ${undefined}
    ${'one replaced'}     | ${known('deprecated')} | ${'refused'}
    ${'one archived'}     | ${known('archived')}   | ${'refused'}
    ${'one deleted'}      | ${absent}              | ${undefined}
    ${'one unknown'}      | ${lost}                | ${'transient'}
    ${'one out of reach'} | ${forbidden}           | ${'configuration'}
  `('of $what says $verdict', ({ previous, verdict }: { previous: Resolution; verdict: string | undefined }) => {
    expect(unlessReplaceable(previous)?.verdict).toBe(verdict);
  });
});

describe('decideRemoval', () => {
  const deletion = (from: string) => ({ step: 'delete', entryUuid, from });
  const none = (verdict: string) => ({ step: 'none', reply: { verdict } });

  it.each`
    what                    | there                  | waitedMs | removal
    ${'the current one'}    | ${known('approved')}   | ${0}     | ${deletion('approved')}
    ${'one archived'}       | ${known('archived')}   | ${0}     | ${deletion('archived')}
    ${'one replaced'}       | ${known('deprecated')} | ${0}     | ${none('accepted')}
    ${'one of other state'} | ${known('submitted')}  | ${0}     | ${none('refused')}
    ${'none yet'}           | ${absent}              | ${EARLY} | ${none('transient')}
    ${'none any more'}      | ${absent}              | ${LATE}  | ${none('accepted')}
    ${'no answer'}          | ${lost}                | ${LATE}  | ${none('transient')}
    ${'a refusal to say'}   | ${forbidden}           | ${LATE}  | ${none('configuration')}
  `('when the DMP has $what', ({ there, waitedMs, removal }: { there: Resolution; waitedMs: number; removal: object }) => {
    expect(decideRemoval(there, waitedMs)).toMatchObject(removal);
  });
});
