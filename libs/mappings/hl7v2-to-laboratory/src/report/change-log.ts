import type { ReceivedChanges } from '@segur/results-to-laboratory';

/** What one message says of results without holding them: gathered while its results are read. */
export class ChangeLog {
  readonly removed: string[] = [];
  readonly promoted: string[] = [];
  /** Labels of the examinations that are whole. */
  readonly settled: string[] = [];
  /** Names of what is still to come. */
  readonly awaited: string[] = [];
  /** Why specimens were not fit, or results could not be obtained. */
  readonly nonConformities: string[] = [];

  get changes(): ReceivedChanges {
    return { removed: this.removed, promoted: this.promoted, settled: this.settled };
  }

  /** True when the message changes nothing of what was sent before. */
  get isEmpty(): boolean {
    return this.removed.length + this.promoted.length === 0;
  }
}
