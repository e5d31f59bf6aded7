/** Where a bar is drawn: a terminal, or something that is none. */
export interface BarStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const WIDTH = 24;

/** A bar on a terminal, redrawn in its place. On anything else it draws nothing: what is written there is read by programs. */
export class ProgressBar {
  private drawn = false;

  constructor(
    private readonly stream: BarStream,
    private readonly total: number,
  ) {}

  /** Shows how many are done, and what is being done. */
  show(done: number, label: string): void {
    // One file is done before anybody reads a bar.
    if (!this.stream.isTTY || this.total < 2) return;
    const filled = Math.round((WIDTH * done) / this.total);
    const bar = `[${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}] ${done}/${this.total} `;
    const room = Math.max((this.stream.columns ?? 80) - bar.length - 1, 0);
    // The end of a path says more than its start.
    const shown = label.length > room ? `…${label.slice(label.length - room + 1)}` : label;
    this.stream.write(`\r\u001B[K${bar}${room > 1 ? shown : ''}`);
    this.drawn = true;
  }

  /** Takes the bar away, so that a line may be written. */
  clear(): void {
    if (!this.drawn) return;
    this.stream.write('\r\u001B[K');
    this.drawn = false;
  }
}
