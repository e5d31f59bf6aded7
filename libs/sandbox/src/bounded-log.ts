/** One thing that was kept, and its place in the order of arrival. */
export interface Kept<T> {
  readonly sequence: number;
  readonly item: T;
}

/** A page of what is kept, oldest first. */
export interface Page<T> {
  /** How many are kept now. */
  readonly total: number;
  /** How many were dropped since the last `clear`, because there were too many. */
  readonly dropped: number;
  readonly items: readonly T[];
  /** What to ask `after` for the next page; absent on the last one. */
  readonly next?: number;
}

/** What arrived, by key, in memory only: beyond `capacity` the oldest goes, and is counted. */
export class BoundedLog<T> {
  private readonly kept = new Map<string, Kept<T>>();
  private sequence = 0;
  private dropped = 0;

  constructor(private readonly capacity: number) {}

  add(key: string, item: T): void {
    this.sequence += 1;
    this.kept.set(key, { sequence: this.sequence, item });
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.capacity) break;
      this.kept.delete(oldest);
      this.dropped += 1;
    }
  }

  get(key: string): T | undefined {
    return this.kept.get(key)?.item;
  }

  /** Puts another state of a thing in its place; nothing happens when it is no longer kept. */
  change(key: string, change: (item: T) => T): void {
    const before = this.kept.get(key);
    if (before) this.kept.set(key, { ...before, item: change(before.item) });
  }

  find(wanted: (item: T) => boolean): T | undefined {
    for (const { item } of this.kept.values()) if (wanted(item)) return item;
    return undefined;
  }

  /** @param after - Sequence number of the last thing already seen; 0 for the first page. */
  page(after: number, limit: number): Page<T> {
    const rest = [...this.kept.values()].filter(({ sequence }) => sequence > after);
    const shown = rest.slice(0, limit);
    const last = shown.at(-1)?.sequence;
    return {
      total: this.kept.size,
      dropped: this.dropped,
      items: shown.map(({ item }) => item),
      ...(rest.length > shown.length && last !== undefined ? { next: last } : {}),
    };
  }

  /** Forgets everything but the sequence, so that an old cursor never shows a new thing twice. */
  clear(): void {
    this.kept.clear();
    this.dropped = 0;
  }
}
