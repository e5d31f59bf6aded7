import { freshDatabase, type FreshDatabase } from '@segur/testing';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrate, tenantTable } from '../src/index.js';

// The wider a row, the fewer rows the planner expects in a table that it knows nothing of.
const WIDE = Array.from({ length: 12 }, (_, index) => `text_${index} text`).join(', ');

class Letters20261123000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE planned.letter (
      tenant_id text NOT NULL, letter_id uuid NOT NULL, report_id uuid NOT NULL, revision integer NOT NULL,
      ${WIDE},
      CONSTRAINT by_letter PRIMARY KEY (tenant_id, letter_id),
      CONSTRAINT by_report UNIQUE (tenant_id, report_id, revision))`);
    await db.query(tenantTable('planned.letter'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE planned.letter');
  }
}

describe('the plan that a session makes while a tenant table is empty, and keeps', () => {
  let database: FreshDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await freshDatabase();
    await migrate(database.url, [{ context: 'planned', schema: 'planned', migrations: [Letters20261123000000] }]);
    client = new pg.Client({
      connectionString: database.url,
      options: '-c role=segur_planned -c plan_cache_mode=force_generic_plan',
    });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it.each`
    asked                                 | index
    ${'letter_id = $2'}                   | ${'by_letter'}
    ${'report_id = $2'}                   | ${'by_report'}
    ${'report_id = $2 AND revision >= 1'} | ${'by_report'}
  `('looks for $asked by $index', async ({ asked, index }: { asked: string; index: string }) => {
    await client.query(`PREPARE look(text, uuid) AS SELECT * FROM planned.letter WHERE tenant_id = $1 AND ${asked}`);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN EXECUTE look('750000000', '${crypto.randomUUID()}')`);
    await client.query('DEALLOCATE look');
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain(index);
    expect(plan).toMatch(/Index Cond: .*(letter_id|report_id) = \$2/);
  });
});
