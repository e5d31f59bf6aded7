import type { ReceivedChanges } from '@segur/results-to-laboratory';

/** What one message says of results without holding them: gathered while its results are read. */
export class ChangeLog {
  readonly removed: string[] = [];
  readonly promoted: string[] = [];
  /** Names of what is still to come. */
  readonly awaited: string[] = [];
  /** Why specimens were not fit, or results could not be obtained. */
  readonly nonConformities: string[] = [];

  get changes(): ReceivedChanges {
    return { removed: this.removed, promoted: this.promoted };
  }

  /** True when the message changes something, though it may hold no result. */
  get isEmpty(): boolean {
    return this.removed.length + this.promoted.length === 0;
  }
}
