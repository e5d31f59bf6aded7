import { readSmtpFailure } from './smtp-answer.js';

const answer = (responseCode: number, response: string, command: string) => ({ responseCode, response, command });

describe('readSmtpFailure', () => {
  it.each`
    what                             | failure                                                              | left     | kind             | code
    ${'mailbox unknown'}             | ${answer(550, '550 5.1.1 unknown', 'RCPT TO')}                       | ${false} | ${'rejected'}    | ${'smtp-550-5.1.1'}
    ${'mail refused by a scanner'}   | ${answer(554, '554 5.7.1 no', 'DATA')}                               | ${true}  | ${'rejected'}    | ${'smtp-554-5.7.1'}
    ${'mail too large, said late'}   | ${answer(552, '552 too large', 'MAIL FROM')}                         | ${false} | ${'rejected'}    | ${'smtp-552'}
    ${'mail too large, said before'} | ${{ code: 'EMESSAGE', command: 'MAIL FROM' }}                        | ${false} | ${'rejected'}    | ${'mss-mail-too-large'}
    ${'greylisted'}                  | ${answer(451, '451 4.7.1 later', 'RCPT TO')}                         | ${false} | ${'unavailable'} | ${'smtp-451-4.7.1'}
    ${'our login refused'}           | ${answer(535, '535 5.7.8 no', 'AUTH PLAIN')}                         | ${false} | ${'unavailable'} | ${'smtp-535-5.7.8'}
    ${'our mailbox not ours'}        | ${answer(553, '553 not yours', 'MAIL FROM')}                         | ${false} | ${'unavailable'} | ${'smtp-553'}
    ${'server not for us today'}     | ${answer(554, '554 no service', 'CONN')}                             | ${false} | ${'unavailable'} | ${'smtp-554'}
    ${'nobody there'}                | ${{ code: 'ESOCKET', originalCode: 'ECONNREFUSED' }}                 | ${false} | ${'unavailable'} | ${'remote-unavailable'}
    ${'their certificate refused'}   | ${{ code: 'ETLS' }}                                                  | ${false} | ${'unavailable'} | ${'smtp-tls-failed'}
    ${'our certificate refused'}     | ${{ code: 'ESOCKET', originalCode: 'ERR_SSL_TLSV13_ALERT_UNKNOWN' }} | ${false} | ${'unavailable'} | ${'smtp-tls-failed'}
    ${'answer lost after DATA'}      | ${{ code: 'ETIMEDOUT' }}                                             | ${true}  | ${'uncertain'}   | ${'smtp-answer-lost'}
  `('reads "$what" as $kind', ({ failure, left, kind, code }) => {
    expect(readSmtpFailure(failure, left)).toEqual({ kind, code });
  });
});
