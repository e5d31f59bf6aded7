import type { DmpReply } from './classify-reply.js';
import type { Existence } from './dmp-gateway.js';
import { unlessOpen } from './judge-existence.js';

const record = (state: 'open' | 'closed' | 'none'): Existence => ({ kind: 'existence', record: state });
const refused = (...codes: readonly string[]): Existence => ({ kind: 'refused', codes });
const unanswered = (reply: DmpReply): Existence => ({ kind: 'unanswered', reply });

describe('unlessOpen', () => {
  it.each`
    what                           | existence                                     | judged
    ${'an open DMP'}               | ${record('open')}                             | ${undefined}
    ${'a closed DMP'}              | ${record('closed')}                           | ${{ verdict: 'eligibility', code: 'dmp-closed' }}
    ${'no DMP'}                    | ${record('none')}                             | ${{ verdict: 'eligibility', code: 'dmp-none' }}
    ${'a refusal of the table'}    | ${refused('DMPIdentityCertificationFailure')} | ${{ verdict: 'alarm', code: 'DMPIdentityCertificationFailure' }}
    ${'the heaviest of two codes'} | ${refused('DMPNew', 'DMPInvalidCertificate')} | ${{ verdict: 'configuration', code: 'DMPInvalidCertificate' }}
    ${'a refusal without a code'}  | ${refused()}                                  | ${{ verdict: 'transient', tries: 2, code: 'dmp-existence-refused' }}
    ${'a lost answer'}             | ${unanswered({ kind: 'lost' })}               | ${{ verdict: 'transient', code: 'dmp-answer-lost' }}
    ${'a gateway in trouble'}      | ${unanswered({ kind: 'http', status: 503 })}  | ${{ verdict: 'transient', code: 'dmp-http-unavailable' }}
    ${'a wrong address'}           | ${unanswered({ kind: 'http', status: 404 })}  | ${{ verdict: 'configuration', code: 'dmp-http-refused' }}
    ${'no connection'}             | ${unanswered({ kind: 'unreachable' })}        | ${{ verdict: 'transient', code: 'remote-unavailable' }}
  `('reads $what', ({ existence, judged }: { existence: Existence; judged: object | undefined }) => {
    expect(unlessOpen(existence)).toEqual(judged);
  });
});
