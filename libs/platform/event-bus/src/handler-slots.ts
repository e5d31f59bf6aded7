/** How many handlers of one group run at the same time, over all the dispatchers that share these slots. */
export class HandlerSlots {
  private taken = 0;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly limit: number) {}

  /** Takes a slot, or promises to call `onFree` once when one gets free. */
  take(onFree: () => void): boolean {
    if (this.taken >= this.limit) {
      this.waiting.add(onFree);
      return false;
    }
    this.taken += 1;
    return true;
  }

  /** Gives a slot back, and lets the one who waits longest try. */
  release(): void {
    this.taken -= 1;
    for (const onFree of this.waiting) {
      this.waiting.delete(onFree);
      onFree();
      if (this.taken >= this.limit) return;
    }
  }
}
