import type { MigrationInterface, QueryRunner } from 'typeorm';
import { functionOf, tenantTable } from '../database/tenant-table.js';

/**
 * What every context has beside its own tables: outbox, inbox, failures, dead letters, attempts.
 *
 * Work that serves all tenants at once (relay, claims, sweeps) goes through functions of the owner, so that the role itself never sees
 * more than one tenant.
 */
export class PlatformTables20261123090000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const [{ schema }] = (await db.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    await db.query(wakeSql(schema));
    await db.query(outboxSql(schema));
    await db.query(inboxSql(schema));
    await db.query(deadLetterSql(schema));
    await db.query(attemptSql(schema));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE outbox, inbox, handling_failure, dead_letter, attempt CASCADE;
      DROP FUNCTION wake, outbox_pending, outbox_mark, outbox_oldest, outbox_sweep, inbox_sweep, dead_letters_open, attempt_claim,
        attempt_renew, attempt_sweep`);
  }
}

/**
 * NOTIFY makes commits wait for each other, one by one through the disk: five writers fell from 5 300 to 1 100 commits a second. So a
 * reader that is awake says so by holding a shared lock, and then needs no waking.
 */
const wakeSql = (schema: string) => `
  CREATE FUNCTION ${schema}.wake() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF pg_try_advisory_lock(7002, hashtext(TG_ARGV[0])) THEN
      PERFORM pg_advisory_unlock(7002, hashtext(TG_ARGV[0]));
      PERFORM pg_notify(TG_ARGV[0], '');
    END IF;
    RETURN NULL;
  END $$;
  ${functionOf(schema, 'wake()')}`;

const definer = (schema: string) => `SECURITY DEFINER SET search_path = ${schema}, pg_temp`;

const outboxSql = (schema: string) => `
  CREATE TABLE ${schema}.outbox (
    -- Leads the key although tenants share it: the relay reads all of them in one order.
    seq          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id    text        NOT NULL,
    event_id     uuid        NOT NULL,
    -- json, not jsonb: it is written once, read once, and leaves as it was stated.
    envelope     json        NOT NULL,
    added_at     timestamptz NOT NULL DEFAULT now(),
    published_at timestamptz
  ) WITH (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.5);
  CREATE INDEX outbox_pending_seq ON ${schema}.outbox (seq) WHERE published_at IS NULL;
  ${tenantTable(`${schema}.outbox`)}
  REVOKE UPDATE, DELETE ON ${schema}.outbox FROM segur_${schema};
  CREATE TRIGGER outbox_wake AFTER INSERT ON ${schema}.outbox FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.wake('${schema}_outbox');

  CREATE FUNCTION ${schema}.outbox_pending(at_most integer) RETURNS TABLE (seq bigint, envelope json) LANGUAGE sql ${definer(schema)} AS
    'SELECT seq, envelope FROM outbox WHERE published_at IS NULL ORDER BY seq LIMIT at_most';
  CREATE FUNCTION ${schema}.outbox_mark(published bigint[]) RETURNS void LANGUAGE sql ${definer(schema)} AS
    'UPDATE outbox SET published_at = now() WHERE seq = ANY (published) AND published_at IS NULL';
  CREATE FUNCTION ${schema}.outbox_oldest() RETURNS double precision LANGUAGE sql ${definer(schema)} AS
    'SELECT extract(epoch FROM clock_timestamp() - added_at)::double precision FROM outbox WHERE published_at IS NULL ORDER BY seq LIMIT 1';
  CREATE FUNCTION ${schema}.outbox_sweep(before timestamptz, at_most integer) RETURNS bigint LANGUAGE sql ${definer(schema)} AS
    'WITH oldest AS (SELECT seq, published_at FROM outbox ORDER BY seq LIMIT at_most),
          swept AS (DELETE FROM outbox USING oldest WHERE outbox.seq = oldest.seq AND oldest.published_at < before RETURNING 1)
     SELECT count(*) FROM swept';
  ${['outbox_pending(integer)', 'outbox_mark(bigint[])', 'outbox_oldest()', 'outbox_sweep(timestamptz, integer)']
    .map((each) => functionOf(schema, each))
    .join('\n')}`;

const inboxSql = (schema: string) => `
  CREATE TABLE ${schema}.inbox (
    tenant_id  text        NOT NULL,
    event_id   uuid        NOT NULL,
    handled_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, event_id)
  );
  CREATE INDEX inbox_handled ON ${schema}.inbox USING brin (handled_at);
  ${tenantTable(`${schema}.inbox`)}
  CREATE TABLE ${schema}.handling_failure (
    tenant_id  text        NOT NULL,
    event_id   uuid        NOT NULL,
    tries      integer     NOT NULL CHECK (tries > 0),
    error_code text        NOT NULL,
    failed_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, event_id)
  );
  ${tenantTable(`${schema}.handling_failure`)}
  CREATE FUNCTION ${schema}.inbox_sweep(before timestamptz) RETURNS bigint LANGUAGE sql ${definer(schema)} AS
    'WITH failures AS (DELETE FROM handling_failure WHERE failed_at < before),
          swept AS (DELETE FROM inbox WHERE handled_at < before RETURNING 1)
     SELECT count(*) FROM swept';
  ${functionOf(schema, 'inbox_sweep(timestamptz)')}`;

const deadLetterSql = (schema: string) => `
  CREATE TABLE ${schema}.dead_letter (
    tenant_id      text        NOT NULL,
    dead_letter_id uuid        NOT NULL,
    event_id       uuid        NOT NULL,
    topic          text        NOT NULL,
    key            text        NOT NULL,
    envelope       json        NOT NULL,
    error_code     text        NOT NULL,
    attempts       integer     NOT NULL CHECK (attempts > 0),
    state          text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'REPLAYED', 'DISCARDED')),
    set_aside_at   timestamptz NOT NULL,
    resolved_at    timestamptz,
    PRIMARY KEY (tenant_id, dead_letter_id),
    UNIQUE (tenant_id, event_id)
  );
  CREATE INDEX dead_letter_open ON ${schema}.dead_letter (tenant_id, dead_letter_id) WHERE state = 'OPEN';
  ${tenantTable(`${schema}.dead_letter`)}
  CREATE FUNCTION ${schema}.dead_letters_open() RETURNS bigint LANGUAGE sql ${definer(schema)} AS
    $$SELECT count(*) FROM dead_letter WHERE state = 'OPEN'$$;
  ${functionOf(schema, 'dead_letters_open()')}`;

const attemptSql = (schema: string) => `
  CREATE TABLE ${schema}.attempt (
    tenant_id    text        NOT NULL,
    subject_id   uuid        NOT NULL,
    -- Of the last claim; 0 before the first.
    number       integer     NOT NULL DEFAULT 0,
    -- A claim is a lease: it moves this into the future, and whoever dies leaves it to pass.
    available_at timestamptz NOT NULL,
    lease        uuid,
    -- Scheduled again while it ran: what runs may have read the state from before.
    again_at     timestamptz,
    outcome      text        CHECK (outcome IN ('DONE', 'GIVEN_UP')),
    error_code   text,
    finished_at  timestamptz,
    PRIMARY KEY (tenant_id, subject_id),
    CHECK ((outcome IS NULL) = (finished_at IS NULL))
  );
  CREATE INDEX attempt_due ON ${schema}.attempt (available_at) WHERE finished_at IS NULL;
  ${tenantTable(`${schema}.attempt`)}
  CREATE TRIGGER attempt_wake AFTER INSERT ON ${schema}.attempt FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.wake('${schema}_attempt');

  CREATE FUNCTION ${schema}.attempt_claim(at timestamptz, leased_until timestamptz, lease_id uuid, at_most integer)
    RETURNS TABLE (tenant_id text, subject_id uuid, number integer) LANGUAGE sql ${definer(schema)} AS
    'WITH due AS (
       SELECT tenant_id, subject_id FROM attempt WHERE finished_at IS NULL AND available_at <= at
       ORDER BY available_at LIMIT at_most FOR UPDATE SKIP LOCKED)
     UPDATE attempt SET number = attempt.number + 1, available_at = leased_until, lease = lease_id, again_at = NULL
     FROM due WHERE attempt.tenant_id = due.tenant_id AND attempt.subject_id = due.subject_id
     RETURNING attempt.tenant_id, attempt.subject_id, attempt.number';
  CREATE FUNCTION ${schema}.attempt_renew(leased_until timestamptz, lease_id uuid) RETURNS void LANGUAGE sql ${definer(schema)} AS
    'UPDATE attempt SET available_at = leased_until WHERE lease = lease_id AND finished_at IS NULL';
  CREATE FUNCTION ${schema}.attempt_sweep(before timestamptz) RETURNS bigint LANGUAGE sql ${definer(schema)} AS
    'WITH swept AS (DELETE FROM attempt WHERE finished_at < before RETURNING 1) SELECT count(*) FROM swept';
  ${['attempt_claim(timestamptz, timestamptz, uuid, integer)', 'attempt_renew(timestamptz, uuid)', 'attempt_sweep(timestamptz)']
    .map((each) => functionOf(schema, each))
    .join('\n')}`;
