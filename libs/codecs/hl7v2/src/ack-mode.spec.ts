import { ackModeOf, wantsAck } from './ack-mode.js';
import type { AckCode } from './encode-ack.js';

const ALL: readonly AckCode[] = ['AA', 'AE', 'AR', 'CA', 'CE', 'CR'];

describe('the answers that a sender waits for', () => {
  it.each`
    accept  | application | wanted
    ${''}   | ${''}       | ${['AA', 'AE', 'AR']}
    ${'AL'} | ${'NE'}     | ${['CA', 'CE', 'CR']}
    ${'AL'} | ${'AL'}     | ${['AA', 'AE', 'AR', 'CA', 'CE', 'CR']}
    ${'NE'} | ${'AL'}     | ${['AA', 'AE', 'AR']}
    ${'ER'} | ${'SU'}     | ${['AA', 'CE', 'CR']}
    ${'SU'} | ${'ER'}     | ${['AE', 'AR', 'CA']}
    ${'AL'} | ${''}       | ${['CA', 'CE', 'CR']}
    ${'NE'} | ${'NE'}     | ${[]}
    ${'al'} | ${'XX'}     | ${['CA', 'CE', 'CR']}
  `(
    'MSH-15 "$accept", MSH-16 "$application": $wanted',
    ({ accept, application, wanted }: { accept: string; application: string; wanted: AckCode[] }) => {
      const mode = ackModeOf({ acceptAck: accept, applicationAck: application });

      expect(ALL.filter((code) => wantsAck(mode, code))).toEqual(wanted);
    },
  );
});
