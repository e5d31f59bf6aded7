import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '@segur/persistence';

/**
 * The catalogue, its proposals, and mappings under review. The database itself keeps history: events and releases cannot be changed, a
 * mapping makes allowed moves only, and two cannot be in force for one code, unit and specimen on one day.
 */
export class MappingReview20261124100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const sql of [CATALOGUE, PROPOSALS, MAPPINGS, EVENTS, RELEASES, GUARDS]) await db.query(sql);
    for (const table of TABLES) await db.query(tenantTable(`loinc_transcoding.${table}`));
    for (const table of APPEND_ONLY) {
      await db.query(`
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON loinc_transcoding.${table}
          FOR EACH ROW EXECUTE FUNCTION loinc_transcoding.refuse_change();
        REVOKE UPDATE, DELETE ON loinc_transcoding.${table} FROM segur_loinc_transcoding`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER append_only ON loinc_transcoding.map_release;
      DROP TRIGGER append_only ON loinc_transcoding.mapping;
      GRANT UPDATE, DELETE ON loinc_transcoding.map_release, loinc_transcoding.mapping TO segur_loinc_transcoding;
      ALTER TABLE loinc_transcoding.mapping DROP COLUMN mapping_id, DROP COLUMN equivalence;
      ALTER TABLE loinc_transcoding.map_release DROP COLUMN origin, DROP COLUMN author, DROP COLUMN signer, DROP COLUMN note,
        DROP COLUMN equal_to, DROP COLUMN loinc_release, DROP COLUMN value_set_version`);
    for (const table of [...TABLES].reverse()) await db.query(`DROP TABLE loinc_transcoding.${table}`);
    await db.query(`
      DROP FUNCTION loinc_transcoding.refuse_change();
      DROP FUNCTION loinc_transcoding.guard_mapping()`);
  }
}

const TABLES = [
  'catalogue_import',
  'catalogue_columns',
  'local_test',
  'proposal_list',
  'reviewed_mapping',
  'mapping_event',
  'coding_day',
];
const APPEND_ONLY = ['mapping_event', 'map_release', 'mapping'];

const CATALOGUE = `
  CREATE TABLE loinc_transcoding.catalogue_import (
    tenant_id     text        NOT NULL,
    import_id     uuid        NOT NULL,
    state         text        NOT NULL CHECK (state IN ('checked', 'committed')),
    source_sha256 text        NOT NULL,
    tests         jsonb       NOT NULL,
    report        jsonb       NOT NULL,
    -- Of the catalogue that the report compares with: another one asks for another report.
    compared_with text        NOT NULL,
    author        text        NOT NULL,
    created_at    timestamptz NOT NULL,
    committed_by  text,
    committed_at  timestamptz,
    PRIMARY KEY (tenant_id, import_id),
    CHECK ((state = 'committed') = (committed_at IS NOT NULL) AND (committed_at IS NULL) = (committed_by IS NULL))
  );
  CREATE TABLE loinc_transcoding.catalogue_columns (
    tenant_id  text        NOT NULL PRIMARY KEY,
    columns    jsonb       NOT NULL,
    changed_at timestamptz NOT NULL
  );
  CREATE TABLE loinc_transcoding.local_test (
    tenant_id     text        NOT NULL,
    entry_id      text        NOT NULL,
    local_code    text        NOT NULL,
    fingerprint   text        NOT NULL,
    unit          text        NOT NULL,   -- UCUM where known; with the specimen, what tells the lines of one code apart
    specimen      text        NOT NULL,
    test          jsonb       NOT NULL,
    volume        integer,
    source        text        NOT NULL CHECK (source IN ('catalogue', 'map', 'report')),
    active        boolean     NOT NULL,
    first_seen_at timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, entry_id)
  );
  CREATE INDEX local_test_code ON loinc_transcoding.local_test (tenant_id, local_code)`;

const PROPOSALS = `
  CREATE TABLE loinc_transcoding.proposal_list (
    tenant_id     text          NOT NULL,
    entry_id      text          NOT NULL,
    -- Algorithm, lexicon, release and value set that it was made with.
    versions      text          NOT NULL,
    proposals     jsonb         NOT NULL,
    missing_facts jsonb         NOT NULL,
    confidence    text          CHECK (confidence IN ('high', 'medium', 'low')),
    uncertainty   numeric(5, 4) NOT NULL CHECK (uncertainty BETWEEN 0 AND 1),
    computed_at   timestamptz   NOT NULL,
    PRIMARY KEY (tenant_id, entry_id),
    FOREIGN KEY (tenant_id, entry_id) REFERENCES loinc_transcoding.local_test
  )`;

const MAPPINGS = `
  CREATE TABLE loinc_transcoding.reviewed_mapping (
    tenant_id     text NOT NULL,
    mapping_id    uuid NOT NULL,
    entry_id      text NOT NULL,
    local_code    text NOT NULL,
    unit          text NOT NULL,
    specimen      text NOT NULL,
    status        text NOT NULL CHECK (status IN ('proposed', 'validated', 'rejected', 'no_match', 'obsolete')),
    loinc         text,
    loinc_label   text,
    equivalence   text NOT NULL CHECK (equivalence IN ('equal', 'broader', 'narrower')),
    justification text,
    origin        text NOT NULL CHECK (origin IN ('manual', 'algorithm', 'imported', 'reused', 'release-migration')),
    author        text NOT NULL,
    validator     text,
    valid_from    date,
    valid_to      date,
    evidence      jsonb,
    proposed_at   timestamptz NOT NULL,
    decided_at    timestamptz,
    condition     bigint NOT NULL GENERATED ALWAYS AS
      (hashtextextended(tenant_id || chr(31) || local_code || chr(31) || unit || chr(31) || specimen, 0)) STORED,
    PRIMARY KEY (tenant_id, mapping_id),
    FOREIGN KEY (tenant_id, entry_id) REFERENCES loinc_transcoding.local_test,
    CHECK ((loinc IS NULL) = (loinc_label IS NULL)),
    CHECK (equivalence <> 'narrower' OR justification IS NOT NULL),
    CHECK ((valid_from IS NULL) = (status IN ('proposed', 'rejected'))),
    CHECK ((status = 'obsolete') = (valid_to IS NOT NULL) AND valid_to >= valid_from),
    CHECK (status <> 'validated' OR loinc IS NOT NULL),
    CHECK (status <> 'no_match' OR loinc IS NULL),
    CHECK ((validator IS NULL) = (status = 'proposed')),
    -- One code, unit and specimen has one mapping in force on each day. (Ranges of one number: an index on text would need an extension.)
    EXCLUDE USING gist (int8range(condition, condition, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&)
      WHERE (valid_from IS NOT NULL)
  );
  CREATE INDEX reviewed_mapping_entry ON loinc_transcoding.reviewed_mapping (tenant_id, entry_id);
  CREATE INDEX reviewed_mapping_loinc ON loinc_transcoding.reviewed_mapping (tenant_id, loinc)`;

const EVENTS = `
  CREATE TABLE loinc_transcoding.mapping_event (
    tenant_id  text        NOT NULL,
    seq        bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    entry_id   text        NOT NULL,
    mapping_id uuid,
    deed       text        NOT NULL CHECK (deed IN ('proposed', 'validated', 'rejected', 'no_match', 'obsolete', 'commented')),
    actor      text        NOT NULL,
    at         timestamptz NOT NULL,
    detail     jsonb       NOT NULL,
    comment    text,
    PRIMARY KEY (tenant_id, seq)
  );
  CREATE INDEX mapping_event_entry ON loinc_transcoding.mapping_event (tenant_id, entry_id, seq);
  -- Per laboratory and day, for the share of results that leave with LOINC.
  CREATE TABLE loinc_transcoding.coding_day (
    tenant_id    text   NOT NULL,
    day          date   NOT NULL,
    observations bigint NOT NULL,
    coded        bigint NOT NULL,
    PRIMARY KEY (tenant_id, day)
  )`;

const RELEASES = `
  ALTER TABLE loinc_transcoding.map_release
    ADD origin text NOT NULL DEFAULT 'file' CHECK (origin IN ('file', 'review', 'rollback')),
    ADD author text NOT NULL DEFAULT 'unknown',
    ADD signer text,
    ADD note text,
    ADD equal_to integer,
    ADD loinc_release text,
    ADD value_set_version text;
  ALTER TABLE loinc_transcoding.mapping
    ADD mapping_id uuid,
    ADD equivalence text NOT NULL DEFAULT 'equal' CHECK (equivalence IN ('equal', 'broader', 'narrower'))`;

const GUARDS = `
  CREATE FUNCTION loinc_transcoding.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME;
  END $$;

  CREATE FUNCTION loinc_transcoding.guard_mapping() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'mappings are never deleted'; END IF;
    IF ROW (NEW.entry_id, NEW.local_code, NEW.unit, NEW.specimen, NEW.loinc, NEW.equivalence, NEW.origin, NEW.author, NEW.proposed_at)
       IS DISTINCT FROM
       ROW (OLD.entry_id, OLD.local_code, OLD.unit, OLD.specimen, OLD.loinc, OLD.equivalence, OLD.origin, OLD.author, OLD.proposed_at)
    THEN RAISE EXCEPTION 'what a mapping says is never changed'; END IF;
    IF (OLD.status, NEW.status) NOT IN (('proposed', 'validated'), ('proposed', 'rejected'), ('proposed', 'no_match'),
                                        ('validated', 'obsolete'), ('no_match', 'obsolete'))
    THEN RAISE EXCEPTION 'a mapping cannot go from % to %', OLD.status, NEW.status; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER guard_mapping BEFORE UPDATE OR DELETE ON loinc_transcoding.reviewed_mapping
    FOR EACH ROW EXECUTE FUNCTION loinc_transcoding.guard_mapping()`;
