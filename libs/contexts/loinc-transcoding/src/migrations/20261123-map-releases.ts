import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '@segur/persistence';

/** Releases are immutable: run time reads a release by its number, and a correction is a new release. */
export class MapReleases20261123090000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE loinc_transcoding.map_release (
        tenant_id     text        NOT NULL,
        release       integer     NOT NULL CHECK (release > 0),
        -- Of the file as it was posted: the same file again is the same release.
        source_sha256 text        NOT NULL,
        line_count    integer     NOT NULL CHECK (line_count > 0),
        published_at  timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, release)
      )`);
    await db.query(`
      CREATE TABLE loinc_transcoding.mapping (
        tenant_id   text    NOT NULL,
        release     integer NOT NULL,
        line        integer NOT NULL CHECK (line > 0),
        local_code  text    NOT NULL,
        label       text    NOT NULL,
        unit        text,               -- UCUM where the spelling is known
        specimen    text,
        method      text,
        loinc       text,               -- null: a biologist decided that no code fits
        loinc_label text,
        PRIMARY KEY (tenant_id, release, line),
        FOREIGN KEY (tenant_id, release) REFERENCES loinc_transcoding.map_release,
        CHECK ((loinc IS NULL) = (loinc_label IS NULL))
      )`);
    await db.query(`
      CREATE TABLE loinc_transcoding.coded_report (
        tenant_id     text    NOT NULL,
        report_set_id uuid    NOT NULL,
        revision      integer NOT NULL CHECK (revision > 0),
        PRIMARY KEY (tenant_id, report_set_id)
      )`);
    await db.query(`
      CREATE TABLE loinc_transcoding.missing_code (
        tenant_id     text        NOT NULL,
        local_code    text        NOT NULL,
        reason        text        NOT NULL CHECK (reason IN ('unmapped', 'unit-mismatch')),
        unit          text        NOT NULL,       -- as sent; empty unless the unit is the trouble
        first_seen_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, local_code, reason, unit)
      )`);
    for (const table of ['map_release', 'mapping', 'coded_report', 'missing_code']) {
      await db.query(tenantTable(`loinc_transcoding.${table}`));
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['missing_code', 'coded_report', 'mapping', 'map_release']) {
      await db.query(`DROP TABLE loinc_transcoding.${table}`);
    }
  }
}
