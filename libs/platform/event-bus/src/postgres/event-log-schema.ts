import pg from 'pg';
import type { ClientBase } from 'pg';

const VERSION = 2;

/**
 * The log, its cursors, and the one function that appends.
 *
 * A position is assigned under a lock that is held to commit, so the order of positions is the order of commits: a reader that
 * has seen a position never meets a lower one later.
 */
const SCHEMA = `
  CREATE SCHEMA IF NOT EXISTS event_log;
  CREATE SEQUENCE IF NOT EXISTS event_log.position;
  CREATE TABLE IF NOT EXISTS event_log.event (
    position    bigint      PRIMARY KEY,
    topic       text        NOT NULL,
    key         text        NOT NULL,
    tenant_id   text        NOT NULL,
    event_id    text        NOT NULL,
    appended_at timestamptz NOT NULL DEFAULT now(),
    envelope    text        NOT NULL           -- JSON as it was appended, never queried
  );
  CREATE INDEX IF NOT EXISTS event_by_topic ON event_log.event (topic, position);
  CREATE TABLE IF NOT EXISTS event_log.cursor (
    group_name    text        NOT NULL,
    topic         text        NOT NULL,
    next_position bigint      NOT NULL,        -- everything of this topic below it is handled by this group
    moved_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (group_name, topic)
  );
  CREATE OR REPLACE FUNCTION event_log.append(topics text[], keys text[], tenants text[], ids text[], envelopes text[])
  RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('event_log.append', 0));
    INSERT INTO event_log.event (position, topic, key, tenant_id, event_id, envelope)
      SELECT nextval('event_log.position'), e.topic, e.key, e.tenant_id, e.event_id, e.envelope
      FROM (SELECT * FROM unnest(topics, keys, tenants, ids, envelopes)
              WITH ORDINALITY AS given(topic, key, tenant_id, event_id, envelope, n) ORDER BY n) e;
    PERFORM pg_notify('event_log', topic) FROM (SELECT DISTINCT topic FROM unnest(topics) AS topic) appended;
  END $$;
  CREATE TABLE IF NOT EXISTS event_log.schema_version (version integer PRIMARY KEY);
  INSERT INTO event_log.schema_version VALUES (${VERSION}) ON CONFLICT DO NOTHING;
`;

/** Creates the schema `event_log` where it is missing. Many processes may do so at once: one does it, the others wait. */
export async function migrateEventLog(client: Pick<ClientBase, 'query'>): Promise<void> {
  if (await isCurrent(client)) return;
  // One simple query is one transaction, so the lock is held until all of it is there.
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('event_log.migrate', 0)); ${SCHEMA}`);
}

/** Lets a user who is not the owner of the log read and append. */
export async function grantEventLog(client: Pick<ClientBase, 'query'>, user: string): Promise<void> {
  const to = pg.escapeIdentifier(user);
  await client.query(`
    GRANT USAGE ON SCHEMA event_log TO ${to};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA event_log TO ${to};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA event_log TO ${to}`);
}

async function isCurrent(client: Pick<ClientBase, 'query'>): Promise<boolean> {
  const { rows } = await client.query<{ known: boolean }>(`SELECT to_regclass('event_log.schema_version') IS NOT NULL AS known`);
  if (!rows[0]?.known) return false;
  const { rowCount } = await client.query('SELECT 1 FROM event_log.schema_version WHERE version = $1', [VERSION]);
  return rowCount === 1;
}
