import { MalformedInput } from '@segur/errors';
import type { FuzzedReaders } from '../reader.js';

const HELD: Buffer[] = [];

/** Every way in which a reader can fail, by the input that makes it. */
const WAYS: Readonly<Record<string, () => void>> = {
  'refuses as it must': () => {
    throw new MalformedInput('refused');
  },
  breaks: () => {
    throw new TypeError('broken');
  },
  'is slow': () => {
    const begun = process.cpuUsage();
    while (process.cpuUsage(begun).user < 150_000) Math.sqrt(2);
  },
  'takes memory': () => void HELD.push(Buffer.alloc(300 * 1024 * 1024, 1)),
  // Asleep for ever, so that a test that waits for the end of it costs nothing.
  hangs: () => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0),
  dies: () => process.abort(),
};

/** What the harness itself is tried on; `npm run fuzz` does not know it. */
export const READERS: FuzzedReaders = {
  faulty: {
    form: {
      grammar: { words: ['a'], openings: ['a'] },
      samples: () => [Buffer.from('reads')],
      hostile: Object.fromEntries(Object.keys(WAYS).map((way) => [way, () => Buffer.from(way)])),
    },
    read: (bytes) => {
      WAYS[bytes.toString()]?.();
      return 'read';
    },
  },
};
