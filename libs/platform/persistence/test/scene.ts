import { randomUUID } from 'node:crypto';
import { EventBus } from '@segur/event-bus';
import type { EventEnvelope } from '@segur/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import pg from 'pg';
import { tenantTable } from '../src/index.js';
import type { ContextSchema } from '../src/index.js';

/** Two laboratories. */
export const A = '750000001';
export const B = '690000002';

class Notes20261123100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const [{ schema }] = (await db.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    await db.query(`
      CREATE TABLE ${schema}.note (tenant_id text NOT NULL, note_id uuid NOT NULL, text text NOT NULL, PRIMARY KEY (tenant_id, note_id));
      ${tenantTable(`${schema}.note`)}`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE note');
  }
}

/** A context with one table, `note`. */
export function contextOf(name: string): ContextSchema {
  return { context: name, schema: name.replaceAll('-', '_'), migrations: [Notes20261123100000] };
}

export function eventOf(key: string, data: unknown, tenantId = A): EventEnvelope {
  return {
    id: randomUUID(),
    topic: 'internal.spec.v1',
    key,
    tenantId,
    source: 'spec',
    occurredAt: '2026-11-23T08:00:00.000Z',
    data,
  };
}

/** A bus that keeps what it is given, and is down when a test says so. */
export class KeepingBus extends EventBus {
  readonly events: EventEnvelope[] = [];
  readonly batches: number[] = [];
  down = false;
  /** Called before a batch is taken. */
  onAppend: () => Promise<void> | void = () => undefined;

  async append(events: readonly EventEnvelope[]): Promise<void> {
    await this.onAppend();
    if (this.down) throw new Error('down');
    this.batches.push(events.length);
    this.events.push(...events);
  }
  async subscribe(): Promise<void> {
    throw new Error('not used here');
  }
  override async stopTaking(): Promise<void> {
    return;
  }
  async close(): Promise<void> {
    this.down = true;
  }
  isConnected(): boolean {
    return !this.down;
  }

  async lag(): Promise<number> {
    return 0;
  }

  data(key: string): unknown[] {
    return this.events.filter((event) => event.key === key).map(({ data }) => data);
  }
}

/** Waits until something is so; fails with the test's own time limit. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Runs one statement as the owner, whom no policy binds. */
export async function asOwner(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
