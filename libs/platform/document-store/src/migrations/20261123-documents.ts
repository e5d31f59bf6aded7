import { functionOf, tenantTable } from '@segur/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A document that fits one chunk is one row; a longer one has its chunks apart, under an identifier chosen before its hash is known.
 *
 * Append-only: the role may neither change nor delete bytes. Orphans go through a function of the owner.
 */
export class Documents20261123090000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    await db.query(FUNCTIONS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE document, document_chunk, orphan_review CASCADE; DROP FUNCTION orphan_candidates, orphan_sweep');
  }
}

const TABLES = `
  CREATE TABLE document_store.document (
    tenant_id   text        NOT NULL,
    sha256      bytea       NOT NULL CHECK (length(sha256) = 32),
    size_bytes  bigint      NOT NULL CHECK (size_bytes >= 0),
    media_type  text        NOT NULL,
    key_id      text        NOT NULL,
    wrapped_key bytea       NOT NULL,
    -- Nonce, ciphertext, tag. Absent when the bytes are in chunks.
    sealed      bytea,
    body_id     uuid,
    chunks      integer     NOT NULL DEFAULT 1 CHECK (chunks > 0),
    -- Of the last time that somebody wrote these bytes: a new mention may follow.
    stored_at   timestamptz NOT NULL,
    mentioned   boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (tenant_id, sha256),
    CHECK ((sealed IS NULL) <> (body_id IS NULL))
  );
  -- Ciphertext does not compress; trying costs time.
  ALTER TABLE document_store.document ALTER COLUMN sealed SET STORAGE EXTERNAL;
  CREATE INDEX document_unmentioned ON document_store.document (stored_at) WHERE NOT mentioned;
  CREATE INDEX document_body ON document_store.document (tenant_id, body_id) WHERE body_id IS NOT NULL;

  CREATE TABLE document_store.document_chunk (
    tenant_id text        NOT NULL,
    body_id   uuid        NOT NULL,
    number    integer     NOT NULL CHECK (number >= 0),
    sealed    bytea       NOT NULL,
    stored_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, body_id, number)
  );
  ALTER TABLE document_store.document_chunk ALTER COLUMN sealed SET STORAGE EXTERNAL;

  CREATE TABLE document_store.orphan_review (
    tenant_id   text        NOT NULL,
    sha256      bytea       NOT NULL,
    context     text        NOT NULL,
    reviewed_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, sha256, context)
  );
  ${['document', 'document_chunk', 'orphan_review'].map((table) => tenantTable(`document_store.${table}`)).join('\n')}
  REVOKE UPDATE, DELETE ON document_store.document, document_store.document_chunk FROM segur_document_store;
  GRANT UPDATE (stored_at, mentioned) ON document_store.document TO segur_document_store;`;

const FUNCTIONS = `
  CREATE FUNCTION document_store.orphan_candidates(before timestamptz, reviewer text, at_most integer)
    RETURNS TABLE (tenant_id text, sha256 bytea) LANGUAGE sql SECURITY DEFINER SET search_path = document_store, pg_temp AS
    'SELECT tenant_id, sha256 FROM document d WHERE NOT mentioned AND stored_at < before AND NOT EXISTS (
       SELECT FROM orphan_review r WHERE r.tenant_id = d.tenant_id AND r.sha256 = d.sha256 AND r.context = reviewer AND r.reviewed_at > d.stored_at)
     ORDER BY tenant_id LIMIT at_most';
  CREATE FUNCTION document_store.orphan_sweep(before timestamptz, reviewers text[]) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = document_store, pg_temp AS
    'WITH orphan AS (
       DELETE FROM document d WHERE NOT mentioned AND stored_at < before AND NOT EXISTS (
         SELECT FROM unnest(reviewers) AS reviewer (context) WHERE NOT EXISTS (
           SELECT FROM orphan_review r WHERE r.tenant_id = d.tenant_id AND r.sha256 = d.sha256 AND r.context = reviewer.context
             AND r.reviewed_at > d.stored_at))
       RETURNING tenant_id, sha256, body_id),
     chunks AS (DELETE FROM document_chunk c USING orphan WHERE c.tenant_id = orphan.tenant_id AND c.body_id = orphan.body_id),
     reviews AS (DELETE FROM orphan_review r USING orphan WHERE r.tenant_id = orphan.tenant_id AND r.sha256 = orphan.sha256),
     -- Chunks of a stream that broke off, or whose bytes turned out to be known.
     broken AS (DELETE FROM document_chunk c WHERE stored_at < before AND NOT EXISTS (
       SELECT FROM document d WHERE d.tenant_id = c.tenant_id AND d.body_id = c.body_id))
     SELECT count(*) FROM orphan';
  ${functionOf('document_store', 'orphan_candidates(timestamptz, text, integer)')}
  ${functionOf('document_store', 'orphan_sweep(timestamptz, text[])')}`;
