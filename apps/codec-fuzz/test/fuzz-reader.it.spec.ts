import { join } from 'node:path';
import { repository } from '@segur/testing';
import { fuzzReader } from '../src/fuzz-reader.js';

const compiled = join(repository(), 'apps/codec-fuzz/dist');

describe('fuzzReader', () => {
  it('tells every way in which a reader fails, and goes on after each', async () => {
    const { cases, read, refused, failures } = await fuzzReader({
      program: join(compiled, 'fuzz-child.js'),
      readersModule: join(compiled, 'readers/faulty-readers.js'),
      reader: 'faulty',
      seed: 1,
      from: 0,
      to: 20,
      limits: { cpuMs: 100, memoryMb: 200 },
      hangMs: 15_000,
    });

    expect(failures.map(({ origin, kind }) => `${origin}: ${kind}`)).toEqual([
      'breaks: broke',
      'is slow: slow',
      expect.stringMatching(/^takes memory: (greedy|slow)$/),
      'hangs: hung',
      'dies: died',
    ]);
    expect({ cases, read, refused }).toEqual({ cases: 20, read: 14, refused: 1 });
  });
});
