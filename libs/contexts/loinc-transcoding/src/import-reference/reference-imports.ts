import { Injectable } from '@nestjs/common';
import { Clock } from '@segur/clock';
import type { Finding } from '@segur/errors';
import { ContextDatabase, type Tx } from '@segur/persistence';
import type { ReleaseProgress } from './read-release.js';

export type ReferenceKind = 'loinc-release' | 'value-set';

/** One import of reference data, as it stands. */
export interface ReferenceImport {
  readonly id: string;
  readonly kind: ReferenceKind;
  /** `ready` is seen by everybody; `superseded`: the same version was imported again. */
  readonly state: 'waiting' | 'running' | 'ready' | 'refused' | 'superseded';
  readonly version?: string;
  readonly author: string;
  readonly progress: {
    readonly rows: number;
    /** 0 to 1. */
    readonly done: number;
  };
  readonly counts: Readonly<Record<string, number>>;
  /** At most the first thousand; `counts.findings` says how many there are. */
  readonly findings: readonly Finding[];
  readonly createdAt: string;
  readonly finishedAt?: string;
}

/** One of many imports. */
export type ListedImport = Omit<ReferenceImport, 'findings'>;

/** What is to be imported, and who says so. */
export interface AskedImport {
  /** UUID. */
  readonly id: string;
  readonly sha256: string;
  readonly author: string;
  /** Absent: as the files say. */
  readonly version?: string | undefined;
}

/** An import that this process has taken on. */
export interface ClaimedImport {
  readonly id: string;
  readonly lease: string;
  readonly version: string | null;
  /** An archive or a folder, on the machine that took it. */
  readonly sourcePath: string | null;
}

/** How an import ended. */
export interface ImportResult {
  readonly version?: string | undefined;
  readonly counts: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}

interface ImportRow {
  readonly id: string;
  readonly kind: ReferenceKind;
  readonly state: ReferenceImport['state'];
  readonly version: string | null;
  readonly author: string;
  readonly rows: number;
  readonly done: number;
  readonly counts: Record<string, number>;
  readonly findings: readonly Finding[];
  readonly created_at: Date;
  readonly finished_at: Date | null;
}

/** Reference data belongs to no laboratory: its tables have no policy that a tenant would satisfy. */
const NO_TENANT = '';
const FINDINGS_KEPT = 1_000;
/** A process sets its heartbeat with each batch: once it has been silent for so long it is dead, or its archive hangs. */
const SILENT_SECONDS = 60;

const COLUMNS = `import_id AS id, kind, state, version, author, rows_read AS rows, counts, findings, created_at, finished_at,
  CASE WHEN state IN ('ready', 'superseded') THEN 1 WHEN bytes_total = 0 THEN 0
       ELSE least(0.99, bytes_read::float8 / bytes_total) END AS done`;

/** Imports of reference data: what was asked for, how far it got, and which versions there are. */
@Injectable()
export class ReferenceImports {
  constructor(
    private readonly db: ContextDatabase,
    private readonly clock: Clock,
  ) {}

  /** Writes down a release that is to be imported. The same bytes, asked for again while they wait, are read or are ready, are the import before. */
  async add(asked: AskedImport & { readonly sourcePath: string }): Promise<{ readonly id: string; readonly isNew: boolean }> {
    return this.db.transaction(NO_TENANT, async (tx) => {
      const known = await this.known(tx, 'loinc-release', asked);
      if (known !== undefined) return { id: known, isNew: false };
      await this.insert(tx, 'loinc-release', asked);
      return { id: asked.id, isNew: true };
    });
  }

  /** Imports in one transaction. The same bytes, if they are ready, are the import before, and nothing is written. @returns Its identifier. */
  async addWhole(
    kind: ReferenceKind,
    asked: AskedImport & { readonly version: string },
    result: ImportResult,
    write: (tx: Tx) => Promise<void>,
  ): Promise<string> {
    return this.db.transaction(NO_TENANT, async (tx) => {
      const known = await this.known(tx, kind, asked);
      if (known !== undefined) return known;
      await this.insert(tx, kind, asked);
      await write(tx);
      await this.publishIn(tx, asked.id, kind, { ...result, version: asked.version });
      return asked.id;
    });
  }

  /** Takes on a release that waits, or whose process died. */
  async claim(): Promise<ClaimedImport | undefined> {
    const [row] = await this.db.queryWithoutTenant<ClaimedImport>(
      `WITH due AS (SELECT import_id FROM reference_import
                    WHERE kind = 'loinc-release' AND state IN ('waiting', 'running')
                      AND (heartbeat_at IS NULL OR heartbeat_at < now() - interval '${SILENT_SECONDS} seconds')
                    ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       UPDATE reference_import SET state = 'running', lease = gen_random_uuid(), heartbeat_at = now(), rows_read = 0, bytes_read = 0
       FROM due WHERE reference_import.import_id = due.import_id
       RETURNING reference_import.import_id AS id, lease, version, source_path AS "sourcePath"`,
    );
    return row;
  }

  /** @returns False when somebody else has taken the import over: then stop. */
  async advance({ id, lease }: ClaimedImport, { rows, bytes, bytesTotal }: ReleaseProgress): Promise<boolean> {
    const changed = await this.db.queryWithoutTenant(
      `UPDATE reference_import SET rows_read = $3, bytes_read = $4, bytes_total = $5, heartbeat_at = now()
       WHERE import_id = $1 AND lease = $2 RETURNING import_id`,
      [id, lease, rows, bytes, bytesTotal],
    );
    return changed.length > 0;
  }

  /** Puts an import back, to be begun anew by whoever comes first. */
  async giveBack({ id, lease }: ClaimedImport): Promise<void> {
    await this.db.queryWithoutTenant(
      `UPDATE reference_import SET state = 'waiting', lease = NULL, heartbeat_at = NULL WHERE import_id = $1 AND lease = $2`,
      [id, lease],
    );
  }

  /** Makes an import what everybody sees, in the place of an earlier one of the same version, whose rows go. */
  async publish(id: string, kind: ReferenceKind, about: ImportResult & { readonly version: string }): Promise<void> {
    await this.db.transaction(NO_TENANT, (tx) => this.publishIn(tx, id, kind, about));
  }

  private async publishIn(
    tx: Tx,
    id: string,
    kind: ReferenceKind,
    about: ImportResult & { readonly version: string },
  ): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('reference-version ' || $1, 0))`, [`${kind} ${about.version}`]);
    const [old] = (await tx.query(
      `UPDATE reference_import SET state = 'superseded' WHERE kind = $1 AND version = $2 AND state = 'ready' AND import_id <> $3
         RETURNING import_id AS id`,
      [kind, about.version, id],
    )) as [{ id: string }[], number];
    const superseded = old.map((one) => one.id);
    await tx.query('DELETE FROM value_set_entry WHERE import_id = ANY ($1)', [superseded]);
    await tx.query('DELETE FROM loinc_concept WHERE import_id = ANY ($1)', [superseded]);
    await tx.query(FINISH, this.ending(id, 'ready', about));
  }

  /** @param asked - Two uploads of the same bytes at a time wait for each other here. */
  private async known(tx: Tx, kind: ReferenceKind, asked: AskedImport): Promise<string | undefined> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('reference ' || $1, 0))`, [asked.sha256]);
    const [known] = (await tx.query(
      `SELECT import_id AS id FROM reference_import
       WHERE kind = $1 AND source_sha256 = $2 AND state IN ('waiting', 'running', 'ready') AND ($3::text IS NULL OR version = $3)
       ORDER BY created_at DESC LIMIT 1`,
      [kind, asked.sha256, asked.version ?? null],
    )) as { id: string }[];
    return known?.id;
  }

  private async insert(tx: Tx, kind: ReferenceKind, asked: AskedImport & { readonly sourcePath?: string }): Promise<void> {
    await tx.query(
      `INSERT INTO reference_import (import_id, kind, state, source_sha256, author, version, source_path, created_at)
       VALUES ($1, $2, 'waiting', $3, $4, $5, $6, $7)`,
      [asked.id, kind, asked.sha256, asked.author, asked.version ?? null, asked.sourcePath ?? null, this.clock.now()],
    );
  }

  /** Ends an import without making anything visible. */
  async refuse(id: string, about: ImportResult): Promise<void> {
    await this.db.queryWithoutTenant(FINISH, this.ending(id, 'refused', about));
  }

  /** The newest first, without their findings. */
  async list(kind: ReferenceKind, limit: number): Promise<readonly ListedImport[]> {
    const rows = await this.db.queryWithoutTenant<ImportRow>(
      `SELECT ${COLUMNS} FROM reference_import WHERE kind = $1 ORDER BY created_at DESC, import_id DESC LIMIT $2`,
      [kind, limit],
    );
    return rows.map(toImport).map(listed);
  }

  async find(kind: ReferenceKind, id: string): Promise<ReferenceImport | undefined> {
    const rows = await this.db.queryWithoutTenant<ImportRow>(
      `SELECT ${COLUMNS} FROM reference_import WHERE kind = $1 AND import_id = $2`,
      [kind, id],
    );
    return rows.map(toImport)[0];
  }

  /** Every version that may be used. */
  async ready(): Promise<readonly { readonly id: string; readonly kind: ReferenceKind; readonly version: string }[]> {
    return this.db.queryWithoutTenant(
      `SELECT import_id AS id, kind, version FROM reference_import WHERE state = 'ready' ORDER BY import_id`,
    );
  }

  private ending(id: string, state: 'ready' | 'refused', { version, counts, findings }: ImportResult): unknown[] {
    return [
      id,
      state,
      version ?? null,
      JSON.stringify({ ...counts, findings: findings.length }),
      JSON.stringify(findings.slice(0, FINDINGS_KEPT)),
      this.clock.now(),
    ];
  }
}

const FINISH = `UPDATE reference_import SET state = $2, version = coalesce($3, version), counts = $4, findings = $5, finished_at = $6,
    source_path = NULL, lease = NULL, heartbeat_at = NULL
  WHERE import_id = $1 AND state IN ('waiting', 'running')`;

function listed(found: ReferenceImport): ListedImport {
  const { id, kind, state, version, author, progress, counts, createdAt, finishedAt } = found;
  return {
    id,
    kind,
    state,
    ...(version !== undefined && { version }),
    author,
    progress,
    counts,
    createdAt,
    ...(finishedAt !== undefined && { finishedAt }),
  };
}

function toImport({
  id,
  kind,
  state,
  version,
  author,
  rows,
  done,
  counts,
  findings,
  created_at,
  finished_at,
}: ImportRow): ReferenceImport {
  return {
    id,
    kind,
    state,
    ...(version !== null && { version }),
    author,
    progress: { rows, done },
    counts,
    findings,
    createdAt: created_at.toISOString(),
    ...(finished_at && { finishedAt: finished_at.toISOString() }),
  };
}
