import { readSmtpFailure } from './smtp-answer.js';

describe('readSmtpFailure', () => {
  it.each`
    what                        | failure                                                 | kind             | code
    ${'mailbox unknown'}        | ${{ responseCode: 550, response: '550 5.1.1 unknown' }} | ${'rejected'}    | ${'smtp-550-5.1.1'}
    ${'mail too large'}         | ${{ responseCode: 552, response: '552 too large' }}     | ${'rejected'}    | ${'smtp-552'}
    ${'greylisted'}             | ${{ responseCode: 451, response: '451 4.7.1 later' }}   | ${'unavailable'} | ${'smtp-451-4.7.1'}
    ${'our login refused'}      | ${{ responseCode: 535, response: '535 5.7.8 no' }}      | ${'unavailable'} | ${'smtp-535-5.7.8'}
    ${'nobody there'}           | ${{ code: 'ECONNECTION' }}                              | ${'unavailable'} | ${'remote-unavailable'}
    ${'certificate refused'}    | ${{ code: 'ETLS' }}                                     | ${'unavailable'} | ${'smtp-tls-failed'}
    ${'answer lost after DATA'} | ${{ code: 'ETIMEDOUT' }}                                | ${'uncertain'}   | ${'smtp-answer-lost'}
  `('reads "$what" as $kind', ({ what, failure, kind, code }) => {
    expect(readSmtpFailure(failure, what === 'answer lost after DATA')).toEqual({ kind, code });
  });
});
