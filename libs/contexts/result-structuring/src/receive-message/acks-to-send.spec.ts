import { ackModeOf } from '@segur/hl7v2';
import { acksToSend, splitAcks, type DoorVerdict } from './acks-to-send.js';

describe('acksToSend', () => {
  it.each`
    accept  | application | verdict | acks
    ${''}   | ${''}       | ${'AA'} | ${['AA']}
    ${''}   | ${''}       | ${'AE'} | ${['AE']}
    ${''}   | ${''}       | ${'AR'} | ${['AR']}
    ${'AL'} | ${'NE'}     | ${'AA'} | ${['CA']}
    ${'AL'} | ${'NE'}     | ${'AE'} | ${['CE']}
    ${'AL'} | ${'NE'}     | ${'AR'} | ${['CR']}
    ${'AL'} | ${'AL'}     | ${'AA'} | ${['CA', 'AA']}
    ${'AL'} | ${'AL'}     | ${'AE'} | ${['CE']}
    ${'NE'} | ${'AL'}     | ${'AA'} | ${['AA']}
    ${'NE'} | ${'AL'}     | ${'AE'} | ${['AE']}
    ${'ER'} | ${'AL'}     | ${'AA'} | ${['AA']}
    ${'ER'} | ${'AL'}     | ${'AR'} | ${['CR']}
    ${'SU'} | ${'ER'}     | ${'AA'} | ${['CA']}
    ${'SU'} | ${'ER'}     | ${'AE'} | ${['AE']}
    ${'AL'} | ${'SU'}     | ${'AA'} | ${['CA', 'AA']}
    ${'NE'} | ${'NE'}     | ${'AA'} | ${[]}
    ${'NE'} | ${'NE'}     | ${'AE'} | ${[]}
  `(
    'MSH-15 "$accept", MSH-16 "$application", $verdict: $acks',
    ({ accept, application, verdict, acks }: { accept: string; application: string; verdict: DoorVerdict; acks: string[] }) => {
      expect(acksToSend(ackModeOf({ acceptAck: accept, applicationAck: application }), verdict)).toEqual(acks);
    },
  );
});

describe('splitAcks', () => {
  it.each([[[]], [['MSH|1\rMSA|CA|1\r']], [['MSH|1\rMSA|CA|1\r', 'MSH|2\rMSA|AA|1\rERR|MSH\r']]])('parts %j', (texts: string[]) => {
    expect(splitAcks(Buffer.from(texts.join(''))).map(String)).toEqual(texts);
  });
});
