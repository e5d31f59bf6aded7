import { functionOf, sharedTable } from '@segur/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Remembers every context that ever mentioned documents of this store: a sweep that cannot ask all of them deletes nothing. */
export class MentioningContexts20261124090000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE document_store.mentioning_context (
        context     text        PRIMARY KEY,
        enrolled_at timestamptz NOT NULL DEFAULT now()
      );
      ${sharedTable('document_store.mentioning_context')}
      REVOKE UPDATE, DELETE ON document_store.mentioning_context FROM segur_document_store;
      DROP FUNCTION document_store.orphan_sweep(timestamptz, text[]);
      ${SWEEP}
      ${functionOf('document_store', 'orphan_sweep(timestamptz, text[])')}`);
  }

  async down(db: QueryRunner): Promise<void> {
    // The function goes on without the table's word, as the version before it did.
    await db.query(`
      DROP FUNCTION document_store.orphan_sweep(timestamptz, text[]);
      ${SWEEP.replaceAll(ALL_ARE_ASKED, 'true')}
      ${functionOf('document_store', 'orphan_sweep(timestamptz, text[])')}
      DROP TABLE document_store.mentioning_context`);
  }
}

const ALL_ARE_ASKED =
  'cardinality(reviewers) > 0 AND NOT EXISTS (SELECT FROM mentioning_context m WHERE m.context <> ALL (reviewers))';

const SWEEP = `
  CREATE FUNCTION document_store.orphan_sweep(before timestamptz, reviewers text[]) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = document_store, pg_temp AS
    'WITH orphan AS (
       DELETE FROM document d WHERE NOT mentioned AND stored_at < before AND ${ALL_ARE_ASKED} AND NOT EXISTS (
         SELECT FROM unnest(reviewers) AS reviewer (context) WHERE NOT EXISTS (
           SELECT FROM orphan_review r WHERE r.tenant_id = d.tenant_id AND r.sha256 = d.sha256 AND r.context = reviewer.context
             AND r.reviewed_at > d.stored_at))
       RETURNING tenant_id, sha256, body_id),
     chunks AS (DELETE FROM document_chunk c USING orphan WHERE c.tenant_id = orphan.tenant_id AND c.body_id = orphan.body_id),
     reviews AS (DELETE FROM orphan_review r USING orphan WHERE r.tenant_id = orphan.tenant_id AND r.sha256 = orphan.sha256),
     -- Chunks of a stream that broke off, or whose bytes turned out to be known.
     broken AS (DELETE FROM document_chunk c WHERE stored_at < before AND NOT EXISTS (
       SELECT FROM document d WHERE d.tenant_id = c.tenant_id AND d.body_id = c.body_id))
     SELECT count(*) FROM orphan';`;
