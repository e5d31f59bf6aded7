import pg from 'pg';
import { queryAsTenants, type TenantStatement } from './tenant-query.js';

/** How many statements travel together at most: enough to share a commit, too few to hold locks for long. */
const LONGEST_BATCH = 64;
/** How long a statement waits for company while there is traffic: others have left within this time. */
const PATIENCE_MS = 12;

interface Waiting {
  readonly statement: TenantStatement;
  readonly resolve: (rows: readonly unknown[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Runs work on a connection of the pool. */
export type WithClient = <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>;

/**
 * Statements that are transactions of their own, put together: one write, one commit and one read for all of them. A statement that comes
 * alone leaves with the present turn of the event loop; where others have just left, it waits a moment for company: a little later each, and
 * many more a second.
 *
 * None sees that it had company: where one fails, nothing of its batch took effect, and each is run again by itself. One that waits for
 * a lock fails in company after a quarter of a second, and then waits alone; meanwhile others take the next lane.
 */
export class StatementLanes {
  private waiting: Waiting[] = [];
  private busy = 0;
  private patience: NodeJS.Timeout | NodeJS.Immediate | undefined;
  private departedAt = 0;

  constructor(
    private readonly withClient: WithClient,
    private readonly lanes: number,
  ) {}

  /** @throws what PostgreSQL says of this statement, or of the connection. */
  run(statement: TenantStatement): Promise<readonly unknown[]> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ statement, resolve, reject });
      if (this.busy < this.lanes) this.gather();
    });
  }

  private gather(): void {
    if (this.patience !== undefined) return;
    const quiet = this.busy === 0 && performance.now() - this.departedAt > PATIENCE_MS;
    this.patience = quiet ? setImmediate(this.depart) : setTimeout(this.depart, PATIENCE_MS);
  }

  private readonly depart = (): void => {
    this.patience = undefined;
    if (this.waiting.length === 0 || this.busy >= this.lanes) return;
    const batch = this.waiting.splice(0, LONGEST_BATCH);
    this.departedAt = performance.now();
    this.busy += 1;
    void this.send(batch).finally(() => {
      this.busy -= 1;
      if (this.waiting.length > 0) this.gather();
    });
    if (this.waiting.length > 0 && this.busy < this.lanes) this.gather();
  };

  private async send(batch: readonly Waiting[]): Promise<void> {
    try {
      const results = await this.withClient((client) =>
        queryAsTenants(
          client,
          batch.map(({ statement }) => statement),
        ),
      );
      batch.forEach(({ resolve, reject }, index) => {
        const result = results[index];
        if (result instanceof Error) reject(result);
        else resolve(result?.rows ?? []);
      });
    } catch (error) {
      // On connections of their own: the one that failed may be waiting for a lock that its neighbour's caller holds.
      if (batch.length > 1 && undidAll(error)) await Promise.all(batch.map((one) => this.send([one])));
      else for (const { reject } of batch) reject(error);
    }
  }
}

/** The server refused a statement: nothing of the transaction is left. A lost connection leaves that open. */
function undidAll(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.severity === 'ERROR';
}
