/** How much one write takes at most. The first item of a batch is always taken, whatever its size. */
export interface BatchLimits {
  readonly items: number;
  readonly bytes: number;
}

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly sizeBytes: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes together what waits together: while one write of a lane is in flight, what arrives for that lane gathers for the next.
 *
 * A lone item is written at once and waits for nobody, so batching costs no latency; under load a write serves many. Items of one
 * lane are written in the order of `submit`. Lanes do not wait for each other.
 */
export class MicroBatches<Item, Answer> {
  private readonly lanes = new Map<string, Waiting<Item, Answer>[]>();

  /** @param write - Answers once per item, in their order. */
  constructor(
    private readonly write: (lane: string, items: readonly Item[]) => Promise<readonly Answer[]>,
    private readonly limits: BatchLimits,
  ) {}

  /** Resolves with the item's own answer once its batch is written. */
  submit(lane: string, item: Item, sizeBytes: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const waiting = { item, sizeBytes, resolve, reject };
      const queue = this.lanes.get(lane);
      if (queue) return void queue.push(waiting);
      this.lanes.set(lane, [waiting]);
      void this.run(lane);
    });
  }

  private async run(lane: string): Promise<void> {
    for (let queue = this.lanes.get(lane); queue && queue.length > 0; queue = this.lanes.get(lane)) {
      await this.writeBatch(lane, queue.splice(0, this.sizeOfNext(queue)));
    }
    this.lanes.delete(lane);
  }

  private sizeOfNext(queue: readonly Waiting<Item, Answer>[]): number {
    let [count, bytes] = [1, queue[0]?.sizeBytes ?? 0];
    while (count < Math.min(queue.length, this.limits.items)) {
      bytes += queue[count]?.sizeBytes ?? 0;
      if (bytes > this.limits.bytes) break;
      count += 1;
    }
    return count;
  }

  private async writeBatch(lane: string, batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.write(
        lane,
        batch.map(({ item }) => item),
      );
      batch.forEach(({ resolve }, index) => resolve(answers[index] as Answer));
    } catch (error) {
      const [only, ...others] = batch;
      if (only && others.length === 0) return only.reject(error);
      // One item that cannot be written must not take its neighbours with it: each has its own try.
      await Promise.all(batch.map((waiting) => this.writeBatch(lane, [waiting])));
    }
  }
}
