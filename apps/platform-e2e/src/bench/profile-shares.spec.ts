import { cpuByOwner, type CpuProfile } from './profile-shares.js';

const frame = (functionName: string, url = '') => ({ functionName, url });
const profile: CpuProfile = {
  startTime: 1_000_000,
  nodes: [
    { id: 1, callFrame: frame('(root)'), children: [2, 3, 4, 7] },
    { id: 2, callFrame: frame('(idle)') },
    { id: 3, callFrame: frame('(garbage collector)') },
    { id: 4, callFrame: frame('constructor', 'file:///here/libs/codecs/xml-signature/dist/sign.js'), children: [5, 6] },
    { id: 5, callFrame: frame('signOneShot', 'node:crypto') },
    { id: 6, callFrame: frame('query', 'file:///here/node_modules/pg/lib/client.js') },
    { id: 7, callFrame: frame('onStreamRead', 'node:internal/stream_base_commons') },
  ],
  samples: [4, 5, 6, 2, 3, 7, 4],
  timeDeltas: [0, 1000, 2000, 3000, 4000, 5000, 6000],
};

describe('cpuByOwner', () => {
  it('gives what Node does to whoever called it, and leaves idle time out', () => {
    expect(cpuByOwner(profile, { from: 0, to: Infinity })).toEqual([
      ['node: event loop and sockets', 6],
      ['garbage collector', 5],
      ['libs/codecs/xml-signature', 3],
      ['npm: pg', 3],
    ]);
  });

  it('looks at the span alone', () => {
    expect(cpuByOwner(profile, { from: 1_003_000, to: 1_003_500 })).toEqual([['npm: pg', 3]]);
  });
});
