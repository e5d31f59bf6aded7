import pg from 'pg';
import type { EventEnvelope } from '@segur/events';
import type { Subscription } from '../event-bus.js';

/** One event of the log, at its place. */
export interface LoggedEvent {
  readonly position: number;
  readonly topic: string;
  readonly event: EventEnvelope;
}

/** One page of the log, as one snapshot shows it. */
export interface LogPage {
  /** The highest position there is. Everything up to it that concerns the reader and is not in `events` comes after them. */
  readonly head: number;
  readonly events: readonly LoggedEvent[];
}

/** Long for any of these statements; without it, a network that swallows packets would hold a group for hours. */
const QUERY_TIMEOUT_MS = 30_000;

/** The connection of one member of one group: it listens, holds the group's lock, reads and moves the cursor. Lost as a whole. */
export class LogSession {
  private lost = false;

  private constructor(
    private readonly client: pg.Client,
    private readonly group: string,
  ) {}

  /** @param on - Called when something was appended to one of the topics, and when the connection is lost. */
  static async open(
    databaseUrl: string,
    { group, topics }: Pick<Subscription, 'group' | 'topics'>,
    on: { onNews: () => void; onLost: () => void },
  ): Promise<LogSession> {
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: `event-log ${group}`,
      keepAlive: true,
      connectionTimeoutMillis: 5000,
      query_timeout: QUERY_TIMEOUT_MS,
    });
    const session = new LogSession(client, group);
    const lose = () => {
      session.lost = true;
      on.onLost();
    };
    client.on('error', lose);
    client.on('end', lose);
    client.on('notification', ({ payload = '' }) => {
      if (topics.includes(payload)) on.onNews();
    });
    await client.connect();
    await client.query('LISTEN event_log');
    return session;
  }

  get isLost(): boolean {
    return this.lost;
  }

  /** True: this member takes the group's events until the session ends, and no other does. */
  async becomeActive(): Promise<boolean> {
    const sql = `SELECT pg_try_advisory_lock(hashtextextended('event_log.group/' || $1, 0)) AS active`;
    const { rows } = await this.client.query<{ active: boolean }>(sql, [this.group]);
    return rows[0]?.active === true;
  }

  /** Where the group stopped, by topic. */
  async cursors(topics: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const sql = 'SELECT topic, next_position FROM event_log.cursor WHERE group_name = $1 AND topic = ANY($2)';
    const { rows } = await this.client.query<{ topic: string; next_position: string }>(sql, [this.group, topics]);
    return new Map(rows.map((row) => [row.topic, Number(row.next_position)]));
  }

  async read(topics: readonly string[], from: number, limit: number): Promise<LogPage> {
    const { rows } = await this.client.query<{ head: string; position: string | null; topic: string; envelope: string }>(
      `SELECT head.position AS head, page.* FROM (SELECT coalesce(max(position), 0) AS position FROM event_log.event) head
         LEFT JOIN (SELECT position, topic, envelope FROM event_log.event
                     WHERE position >= $1 AND topic = ANY($2) ORDER BY position LIMIT $3) page ON true
         ORDER BY page.position`,
      [from, topics, limit],
    );
    return {
      head: Number(rows[0]?.head ?? 0),
      events: rows
        .filter(({ position }) => position !== null)
        .map(({ position, topic, envelope }) => ({
          position: Number(position),
          topic,
          event: JSON.parse(envelope) as EventEnvelope,
        })),
    };
  }

  /** A topic that the group took up later may be behind the others; no cursor ever moves back. */
  async moveCursors(topics: readonly string[], next: number): Promise<void> {
    const sql = `UPDATE event_log.cursor SET next_position = $3, moved_at = now()
                  WHERE group_name = $1 AND topic = ANY($2) AND next_position < $3`;
    await this.client.query(sql, [this.group, topics, next]);
  }

  /** Hands the group over at once, rather than when the server notices that the connection is gone. */
  async end(): Promise<void> {
    if (!this.lost) await this.client.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    await this.client.end().catch(() => undefined);
  }
}
