import type { Clock } from '@segur/clock';

const PAUSE_MS = 5 * 60_000;

/**
 * Laboratories whose certificate or settings the DMP has just refused. The next document would be refused alike, so none is sent
 * for a while. Known to this process only: another one finds out by itself.
 */
export class StructurePauses {
  private readonly untilMs = new Map<string, { readonly at: number; readonly code: string }>();

  constructor(private readonly clock: Clock) {}

  begin(tenantId: string, code: string): void {
    this.untilMs.set(tenantId, { at: this.clock.now().getTime() + PAUSE_MS, code });
  }

  end(tenantId: string): void {
    this.untilMs.delete(tenantId);
  }

  /** The code that began the pause. Absent: none. */
  current(tenantId: string): string | undefined {
    const pause = this.untilMs.get(tenantId);
    return pause && pause.at > this.clock.now().getTime() ? pause.code : undefined;
  }
}
