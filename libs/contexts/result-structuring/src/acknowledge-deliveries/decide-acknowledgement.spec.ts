import type { DeliveryChanged } from '@segur/events';
import { decideAcknowledgement } from './decide-acknowledgement.js';

describe('decideAcknowledgement', () => {
  it.each`
    channel  | state              | errorCode              | answers         | kind
    ${'dmp'} | ${'ACCEPTED'}      | ${undefined}           | ${'delivery'}   | ${'dmp-reception'}
    ${'mss'} | ${'ACCEPTED'}      | ${undefined}           | ${'delivery'}   | ${'mss-reception'}
    ${'dmp'} | ${'REJECTED'}      | ${'DMPClosed'}         | ${'delivery'}   | ${'dmp-reception'}
    ${'mss'} | ${'REJECTED'}      | ${'smtp-550-5.1.1'}    | ${'delivery'}   | ${'mss-reception'}
    ${'dmp'} | ${'NOT_ELIGIBLE'}  | ${'ins-not-qualified'} | ${'delivery'}   | ${'dmp-reception'}
    ${'mss'} | ${'FAILED'}        | ${'smtp-450'}          | ${'delivery'}   | ${'mss-reception'}
    ${'dmp'} | ${'WITHDRAWN'}     | ${undefined}           | ${'withdrawal'} | ${'dmp-reception'}
    ${'dmp'} | ${'FAILED'}        | ${'dmp-not-withdrawn'} | ${'withdrawal'} | ${'dmp-reception'}
    ${'mss'} | ${'FAILED'}        | ${'mss-not-withdrawn'} | ${'withdrawal'} | ${'mss-reception'}
    ${'dmp'} | ${'NOT_ELIGIBLE'}  | ${'dmp-not-wished'}    | ${undefined}    | ${undefined}
    ${'mss'} | ${'NOT_ELIGIBLE'}  | ${'mss-not-wished'}    | ${undefined}    | ${undefined}
    ${'dmp'} | ${'PENDING'}       | ${undefined}           | ${undefined}    | ${undefined}
    ${'dmp'} | ${'UNCERTAIN'}     | ${'dmp-answer-lost'}   | ${undefined}    | ${undefined}
    ${'mss'} | ${'WAITING_RETRY'} | ${'smtp-450'}          | ${undefined}    | ${undefined}
    ${'mss'} | ${'WITHDRAWING'}   | ${undefined}           | ${undefined}    | ${undefined}
  `('$channel $state ($errorCode): $kind of the $answers', ({ channel, state, errorCode, answers, kind }) => {
    const delivery = { channel, state, errorCode } as DeliveryChanged;

    expect(decideAcknowledgement(delivery, { mssReception: 'operator' })).toEqual(
      answers && { answers: answers as string, kind: kind as string, ...(errorCode && { errorCode: errorCode as string }) },
    );
  });

  it.each`
    channel  | state          | told
    ${'mss'} | ${'ACCEPTED'}  | ${false}
    ${'mss'} | ${'WITHDRAWN'} | ${false}
    ${'mss'} | ${'REJECTED'}  | ${true}
    ${'dmp'} | ${'ACCEPTED'}  | ${true}
  `('waiting for notifications, $channel $state is told: $told', ({ channel, state, told }) => {
    const due = decideAcknowledgement({ channel, state } as DeliveryChanged, { mssReception: 'notification' });

    expect(due !== undefined).toBe(told);
  });
});
