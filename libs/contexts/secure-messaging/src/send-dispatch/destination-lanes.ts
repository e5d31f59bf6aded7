/** A lane that did not move for so long stands still. Operators answer in well under a second, or look for viruses first. */
const STILL_AFTER_MS = 2000;

/** How many mails at once a destination may hold. */
interface LaneLimits {
  /** Under way. */
  readonly under: number;
  /** Behind them, once they do not move. */
  readonly behind: number;
}

/** One destination: so many mails at once, and the others behind them for as long as it moves. */
class Lane {
  private under = 0;
  private behind: ((enters: boolean) => void)[] = [];
  private movedAt = performance.now();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly limits: LaneLimits) {}

  get isEmpty(): boolean {
    return this.under === 0 && this.behind.length === 0;
  }

  /** True when one more would be turned away. */
  get isShut(): boolean {
    return this.under >= this.limits.under && this.behind.length >= this.limits.behind && this.stillForMs() >= STILL_AFTER_MS;
  }

  /** Resolves to false where the lane stands still, and enough wait already. */
  async enter(): Promise<boolean> {
    if (this.isShut) return false;
    if (this.under >= this.limits.under) {
      this.watch();
      return new Promise((resolve) => this.behind.push(resolve));
    }
    this.under += 1;
    this.movedAt = performance.now();
    return true;
  }

  leave(): void {
    this.movedAt = performance.now();
    const next = this.behind.shift();
    if (next) next(true);
    else this.under -= 1;
  }

  private stillForMs(): number {
    return performance.now() - this.movedAt;
  }

  private watch(): void {
    this.timer ??= setTimeout(
      () => {
        this.timer = undefined;
        if (this.stillForMs() < STILL_AFTER_MS) return this.watch();
        for (const turnAway of this.behind.splice(this.limits.behind)) turnAway(false);
      },
      Math.max(1, STILL_AFTER_MS - this.stillForMs()),
    ).unref();
  }
}

/**
 * Keeps the mails to whoever does not answer from taking every connection, and every place at work: a mailbox holds half of the connections
 * at most, a domain leaves one of them free, an operator leaves places to other laboratories.
 */
export class DestinationLanes {
  private readonly lanes = new Map<string, Lane>();

  /** @param limits - Connections to one operator, and mails at work at once for all. */
  constructor(private readonly limits: { readonly connections: number; readonly concurrency: number }) {}

  /** Sends in the lanes of an address. Absent: one of them stands still, and nothing was done. */
  async through<T>(operator: string, address: string, send: () => Promise<T>): Promise<T | undefined> {
    const entered: Lane[] = [];
    try {
      for (const [name, limits] of this.on(operator, address)) {
        const lane = this.lane(name, limits);
        if (!(await lane.enter())) return undefined;
        entered.push(lane);
      }
      return await send();
    } finally {
      for (const lane of entered) lane.leave();
      for (const [name] of this.on(operator, address)) if (this.lanes.get(name)?.isEmpty) this.lanes.delete(name);
    }
  }

  /** Whether any lane stands still: cheap, and mostly false. */
  get isAnyShut(): boolean {
    for (const lane of this.lanes.values()) if (lane.isShut) return true;
    return false;
  }

  /** Whether a mail to an address would be turned away now. */
  isShut(operator: string, address: string): boolean {
    return this.on(operator, address).some(([name]) => this.lanes.get(name)?.isShut);
  }

  private on(operator: string, address: string): readonly (readonly [name: string, limits: LaneLimits])[] {
    const { connections, concurrency } = this.limits;
    const mailbox = address.toLowerCase();
    const domain = mailbox.slice(mailbox.lastIndexOf('@'));
    return [
      [`${operator} ${mailbox}`, { under: Math.max(1, connections >> 1), behind: 1 }],
      [`${operator} ${domain}`, { under: Math.max(1, connections - 1), behind: 1 }],
      [operator, { under: connections, behind: Math.max(0, (concurrency >> 1) - connections) }],
    ];
  }

  private lane(name: string, limits: LaneLimits): Lane {
    const known = this.lanes.get(name) ?? new Lane(limits);
    this.lanes.set(name, known);
    return known;
  }
}
