import { MicroBatches } from './micro-batches.js';

/** A write that ends when the test says so. */
class HeldWrites {
  readonly batches: string[][] = [];
  private readonly ends: (() => void)[] = [];

  readonly write = async (_lane: string, items: readonly string[]): Promise<string[]> => {
    this.batches.push([...items]);
    await new Promise<void>((resolve) => this.ends.push(resolve));
    return items.map((item) => `ack of ${item}`);
  };

  async endNext(): Promise<void> {
    this.ends.shift()?.();
    await new Promise(setImmediate);
  }
}

describe('MicroBatches', () => {
  it('writes a lone item at once, and gathers what arrives meanwhile', async () => {
    const held = new HeldWrites();
    const batches = new MicroBatches(held.write, { items: 10, bytes: 1000 });
    const answers = Promise.all(['a', 'b', 'c'].map((item) => batches.submit('lane', item, 1)));
    expect(held.batches).toEqual([['a']]);

    await held.endNext();
    expect(held.batches).toEqual([['a'], ['b', 'c']]);

    await held.endNext();
    expect(await answers).toEqual(['ack of a', 'ack of b', 'ack of c']);
  });

  it('does not let lanes wait for each other', () => {
    const held = new HeldWrites();
    const batches = new MicroBatches(held.write, { items: 10, bytes: 1000 });
    void batches.submit('one', 'a', 1);
    void batches.submit('two', 'b', 1);

    expect(held.batches).toEqual([['a'], ['b']]);
  });

  it.each`
    limits                       | sizes             | expected
    ${{ items: 2, bytes: 1000 }} | ${[1, 1, 1, 1]}   | ${[['0'], ['1', '2'], ['3']]}
    ${{ items: 10, bytes: 10 }}  | ${[1, 6, 4, 1]}   | ${[['0'], ['1', '2'], ['3']]}
    ${{ items: 10, bytes: 10 }}  | ${[1, 50, 50, 1]} | ${[['0'], ['1'], ['2'], ['3']]}
  `(
    'keeps within $limits',
    async ({ limits, sizes, expected }: { limits: { items: number; bytes: number }; sizes: number[]; expected: string[][] }) => {
      const held = new HeldWrites();
      const batches = new MicroBatches(held.write, limits);
      sizes.forEach((size, index) => void batches.submit('lane', String(index), size));
      for (let end = 0; end < expected.length; end += 1) await held.endNext();

      expect(held.batches).toEqual(expected);
    },
  );

  it('keeps one bad item from taking its neighbours with it', async () => {
    const write = async (_lane: string, items: readonly string[]): Promise<readonly string[]> => {
      await new Promise(setImmediate);
      if (items.includes('bad')) throw new Error('cannot be written');
      return items;
    };
    const batches = new MicroBatches(write, { items: 10, bytes: 1000 });

    const outcomes = await Promise.allSettled(['first', 'good', 'bad', 'also good'].map((item) => batches.submit('lane', item, 1)));

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await batches.submit('lane', 'later', 1)).toBe('later');
  });
});
