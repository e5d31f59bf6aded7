import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '@segur/persistence';

/**
 * What operators look at, made of events alone: dropping these tables and reading the log again makes them anew.
 *
 * Each statement that writes here compares revisions and ranks, so events may come twice, or out of order across topics.
 */
export class ReadModels20261123090000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE operations.reception (
        tenant_id     text        NOT NULL,
        reception_id  uuid        NOT NULL,     -- UUIDv7: newest first is the index read backwards
        received_at   timestamptz NOT NULL,
        sender        text        NOT NULL,
        control_id    text        NOT NULL,
        kind          text        NOT NULL,
        report_set_id uuid        NOT NULL,
        PRIMARY KEY (tenant_id, reception_id)
      )`);
    await db.query(`
      CREATE TABLE operations.report (
        tenant_id          text        NOT NULL,
        report_set_id      uuid        NOT NULL,
        first_reception_id uuid        NOT NULL,
        received_at        timestamptz NOT NULL,
        reception_id       uuid        NOT NULL,     -- that the status is about
        revision           integer     NOT NULL CHECK (revision >= 0),   -- 0: no message could be read into a report yet
        status             text        NOT NULL CHECK (status IN ('RECEIVED', 'STRUCTURED', 'TRANSCODED', 'VALIDATED', 'REFUSED')),
        rank               integer     NOT NULL,
        changed_at         timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, report_set_id)
      )`);
    await db.query('CREATE INDEX report_newest ON operations.report (tenant_id, first_reception_id)');
    await db.query(`
      CREATE TABLE operations.report_revision (
        tenant_id     text        NOT NULL,
        report_set_id uuid        NOT NULL,
        revision      integer     NOT NULL CHECK (revision > 0),
        status        text        NOT NULL,
        rank          integer     NOT NULL,
        reception_id  uuid,
        map_release   integer,
        document_id   text,
        findings      jsonb       NOT NULL DEFAULT '[]',
        changed_at    timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, report_set_id, revision)
      )`);
    await db.query('CREATE INDEX report_revision_reception ON operations.report_revision (reception_id, tenant_id)');
    await db.query(`
      CREATE TABLE operations.refusal (
        tenant_id     text        NOT NULL,
        reception_id  uuid        NOT NULL,
        stage         text        NOT NULL CHECK (stage IN ('read', 'assemble')),
        report_set_id uuid        NOT NULL,
        revision      integer,
        findings      jsonb       NOT NULL,
        refused_at    timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, reception_id, stage)
      )`);
    await db.query('CREATE INDEX refusal_report ON operations.refusal (tenant_id, report_set_id)');
    await db.query(`
      CREATE TABLE operations.delivery (
        tenant_id      text        NOT NULL,
        report_set_id  uuid        NOT NULL,
        delivery_id    uuid        NOT NULL,
        revision       integer     NOT NULL,
        channel        text        NOT NULL,
        recipient_role text        NOT NULL,
        state          text        NOT NULL,
        state_revision integer     NOT NULL,
        attempts       integer     NOT NULL,
        remote_id      text,
        error_code     text,
        changed_at     timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, report_set_id, delivery_id)
      )`);
    await db.query(`
      CREATE TABLE operations.missing_mapping (
        tenant_id     text        NOT NULL,
        local_code    text        NOT NULL,
        reason        text        NOT NULL,
        unit          text        NOT NULL,
        label         text        NOT NULL,
        map_release   integer     NOT NULL,
        report_set_id uuid        NOT NULL,     -- where it was met
        seen_at       timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, local_code, reason, unit)
      )`);
    await db.query(`
      CREATE TABLE operations.set_aside (
        tenant_id      text        NOT NULL,
        dead_letter_id uuid        NOT NULL,
        context        text        NOT NULL,
        topic          text        NOT NULL,
        key            text        NOT NULL,
        error_code     text        NOT NULL,
        attempts       integer     NOT NULL,
        set_aside_at   timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, dead_letter_id)
      )`);
    for (const table of TABLES) await db.query(tenantTable(`operations.${table}`));
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of TABLES) await db.query(`DROP TABLE operations.${table}`);
  }
}

const TABLES = ['reception', 'report', 'report_revision', 'refusal', 'delivery', 'missing_mapping', 'set_aside'];
