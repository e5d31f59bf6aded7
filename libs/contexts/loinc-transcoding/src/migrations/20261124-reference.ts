import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sharedTable } from '@segur/persistence';

/**
 * LOINC releases and value sets. They belong to no laboratory: the operator loads them for all. What is not `ready` is seen by nobody, so
 * the rows of an import may be written over many transactions.
 */
export class LoincReference20261124105000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const sql of [IMPORT, CONCEPT, ENTRY]) await db.query(sql);
    for (const table of TABLES) await db.query(sharedTable(`loinc_transcoding.${table}`));
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await db.query(`DROP TABLE loinc_transcoding.${table}`);
  }
}

const TABLES = ['reference_import', 'loinc_concept', 'value_set_entry'];

const IMPORT = `
  CREATE TABLE loinc_transcoding.reference_import (
    import_id     uuid        PRIMARY KEY,
    kind          text        NOT NULL CHECK (kind IN ('loinc-release', 'value-set')),
    state         text        NOT NULL CHECK (state IN ('waiting', 'running', 'ready', 'refused', 'superseded')),
    version       text,                            -- as the operator said, else as the files say; known when ready
    source_path   text,                            -- on the machine that took it; null once read
    source_sha256 text        NOT NULL,
    author        text        NOT NULL,
    rows_read     integer     NOT NULL DEFAULT 0,
    bytes_read    bigint      NOT NULL DEFAULT 0,
    bytes_total   bigint      NOT NULL DEFAULT 0,  -- unpacked, of the files that are read; 0: not known yet
    counts        jsonb       NOT NULL DEFAULT '{}',
    findings      jsonb       NOT NULL DEFAULT '[]',
    created_at    timestamptz NOT NULL,
    -- Of the process that reads it: who it is, and when it last said so. A process that dies stops saying it.
    lease         uuid,
    heartbeat_at  timestamptz,
    finished_at   timestamptz,
    CHECK (state NOT IN ('ready', 'superseded') OR version IS NOT NULL),
    CHECK ((state IN ('waiting', 'running')) = (finished_at IS NULL))
  );
  CREATE UNIQUE INDEX reference_import_version ON loinc_transcoding.reference_import (kind, version) WHERE state = 'ready'`;

const CONCEPT = `
  CREATE TABLE loinc_transcoding.loinc_concept (
    import_id  uuid     NOT NULL REFERENCES loinc_transcoding.reference_import,
    code       text     NOT NULL,
    class_type smallint,
    concept    json     NOT NULL,
    PRIMARY KEY (import_id, code)
  )`;

const ENTRY = `
  CREATE TABLE loinc_transcoding.value_set_entry (
    import_id uuid NOT NULL REFERENCES loinc_transcoding.reference_import,
    code      text NOT NULL,
    entry     json NOT NULL,
    PRIMARY KEY (import_id, code)
  )`;
