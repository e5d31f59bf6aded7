const LABORATORIES = 1000;

/**
 * The missing codes that this process knows to be recorded, by laboratory and release of its map: most reports meet no new one, and need
 * not ask the database. A new release forgets them, as the database does for the codes that it maps.
 */
export class RecordedGaps {
  private readonly known = new Map<string, { readonly release: number; readonly keys: Set<string> }>();

  /** True: each of them was recorded before. */
  has(tenantId: string, release: number, keys: readonly string[]): boolean {
    const recorded = this.known.get(tenantId);
    return keys.every((key) => recorded?.release === release && recorded.keys.has(key));
  }

  /** To be called once the recording is committed. */
  add(tenantId: string, release: number, keys: readonly string[]): void {
    if (keys.length === 0) return;
    const recorded = this.known.get(tenantId);
    if (recorded?.release === release) return keys.forEach((key) => recorded.keys.add(key));
    if (this.known.size >= LABORATORIES) this.known.clear();
    this.known.set(tenantId, { release, keys: new Set(keys) });
  }
}
