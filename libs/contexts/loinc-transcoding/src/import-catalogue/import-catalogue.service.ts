import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@segur/clock';
import { hasErrors, type Finding } from '@segur/errors';
import { ResourceNotFound } from '@segur/http-security';
import { readCatalogueHeader, type ColumnMapping } from '@segur/loinc-files';
import { ContextDatabase, type Tx } from '@segur/persistence';
import type { LocalTest } from '@segur/terminology';
import { decideEnd } from '../review-mappings/decide-review.js';
import { MappingLedger } from '../review-mappings/mapping-ledger.js';
import { withKnownCodes, type CatalogueOutline } from './catalogue-outline.js';
import { CatalogueChangedMeanwhile, CatalogueRefused } from './catalogue-refused.js';
import { CatalogueStore, stateOf } from './catalogue-store.js';
import { compareCatalogues, type CatalogueDifference, type CodeDifference } from './compare-catalogues.js';
import { readCatalogue, type CatalogueText } from './read-catalogue.js';

/** What an import would do, or has done. */
export interface CatalogueReport {
  readonly importId: string;
  readonly state: 'checked' | 'committed';
  /** False: a finding of severity `error` stops it. */
  readonly committable: boolean;
  readonly analyses: number;
  readonly counts: CatalogueDifference['counts'];
  /** The first thousand codes that are not as they were. */
  readonly codes: readonly CodeDifference[];
  /** The first thousand, errors first. */
  readonly findings: readonly Finding[];
  /** Of a plain catalogue: which column was taken for what, and which there are. */
  readonly columns?: { readonly mapping: ColumnMapping; readonly names: readonly string[] };
}

const SHOWN = 1000;

/** Takes over a laboratory's catalogue in two steps: a report, then all of it or nothing. */
@Injectable()
export class ImportCatalogueService {
  constructor(
    private readonly db: ContextDatabase,
    private readonly clock: Clock,
    private readonly ledger: MappingLedger,
    private readonly catalogue: CatalogueStore,
  ) {}

  /** Says what the files would change, and keeps them for {@link commit}. @param columns - Absent: those of the last import, where the file has them. */
  async check(
    tenantId: string,
    author: string,
    files: readonly CatalogueText[],
    columns?: ColumnMapping,
  ): Promise<CatalogueReport> {
    const header = readCatalogueHeader(files.at(-1)?.text ?? '');
    const remembered = columns ?? (await this.remembered(tenantId, header.columns));
    const { tests, findings, columns: used, outline } = readCatalogue(files, remembered);
    return this.db.transaction(tenantId, async (tx) => {
      const known = await this.catalogue.active(tx, tenantId);
      const difference = compareCatalogues(known, tests);
      const all = [...findings, ...difference.findings].sort(gravestFirst);
      const report: CatalogueReport = {
        importId: this.ledger.newId(),
        state: 'checked',
        committable: !hasErrors(all) && tests.length > 0,
        analyses: tests.length,
        counts: difference.counts,
        codes: difference.codes.slice(0, SHOWN),
        findings: all.slice(0, SHOWN),
        ...(used && { columns: { mapping: used, names: header.columns } }),
      };
      await tx.query(
        `INSERT INTO catalogue_import (tenant_id, import_id, state, source_sha256, tests, report, compared_with, outline, author, created_at)
         VALUES ($1, $2, 'checked', $3, $4, $5, $6, $7, $8, $9)`,
        [
          tenantId,
          report.importId,
          sha256Of(files),
          JSON.stringify(tests),
          JSON.stringify(report),
          stateOf(known),
          JSON.stringify(outline),
          author,
          this.clock.now().toISOString(),
        ],
      );
      return report;
    });
  }

  /** @throws {ResourceNotFound} */
  async report(tenantId: string, importId: string): Promise<CatalogueReport> {
    const [row] = await this.db.query<{ report: CatalogueReport; state: CatalogueReport['state'] }>(
      tenantId,
      'SELECT report, state FROM catalogue_import WHERE tenant_id = $1 AND import_id = $2',
      [tenantId, importId],
    );
    if (!row) throw new ResourceNotFound('There is no such import', { importId });
    return { ...row.report, state: row.state };
  }

  /**
   * Takes a checked catalogue over. Mappings of analyses that changed or went end; a second commit changes nothing.
   *
   * @throws {ResourceNotFound} @throws {CatalogueRefused} @throws {CatalogueChangedMeanwhile}
   */
  async commit(tenantId: string, author: string, importId: string): Promise<CatalogueReport> {
    return this.db.transaction(tenantId, async (tx) => {
      await this.ledger.lock(tx, tenantId);
      const [row] = (await tx.query(
        `SELECT tests, report, state, outline, compared_with AS "comparedWith" FROM catalogue_import WHERE tenant_id = $1 AND import_id = $2`,
        [tenantId, importId],
      )) as {
        tests: LocalTest[];
        report: CatalogueReport;
        state: CatalogueReport['state'];
        outline: Partial<CatalogueOutline>;
        comparedWith: string;
      }[];
      if (!row) throw new ResourceNotFound('There is no such import', { importId });
      if (row.state === 'committed') return { ...row.report, state: 'committed' };
      if (!row.report.committable) throw new CatalogueRefused(row.report.findings.filter(({ severity }) => severity === 'error'));

      const known = await this.catalogue.active(tx, tenantId);
      if (stateOf(known) !== row.comparedWith) throw new CatalogueChangedMeanwhile();
      await this.apply(tx, tenantId, author, compareCatalogues(known, row.tests));
      await this.catalogue.saveOutline(tx, tenantId, withKnownCodes(await this.catalogue.outline(tx, tenantId), row.outline));
      if (row.report.columns) await this.remember(tx, tenantId, row.report.columns.mapping);
      await tx.query(
        `UPDATE catalogue_import SET state = 'committed', committed_by = $3, committed_at = $4 WHERE tenant_id = $1 AND import_id = $2`,
        [tenantId, importId, author, this.clock.now().toISOString()],
      );
      return { ...row.report, state: 'committed' };
    });
  }

  private async apply(tx: Tx, tenantId: string, actor: string, { enter, keep, leave }: CatalogueDifference): Promise<void> {
    const leaving = await this.ledger.read(
      tx,
      tenantId,
      leave.map(({ entryId }) => entryId),
    );
    const day = this.ledger.today();
    const deeds = leave.flatMap(({ entryId, reason }) =>
      decideEnd(leaving.get(entryId)?.mappings ?? [], { by: actor, day, reason }),
    );
    await this.ledger.record(tx, tenantId, leaving, { actor, deeds });
    await this.catalogue.leave(tx, tenantId, [...leaving.keys()]);
    await this.catalogue.enter(tx, tenantId, [...enter, ...keep], 'catalogue');
  }

  private async remembered(tenantId: string, names: readonly string[]): Promise<ColumnMapping | undefined> {
    const [row] = await this.db.query<{ columns: ColumnMapping }>(
      tenantId,
      'SELECT columns FROM catalogue_columns WHERE tenant_id = $1',
      [tenantId],
    );
    return row && Object.values(row.columns).every((name) => names.includes(name)) ? row.columns : undefined;
  }

  private async remember(tx: Tx, tenantId: string, columns: ColumnMapping): Promise<void> {
    await tx.query(
      `INSERT INTO catalogue_columns (tenant_id, columns, changed_at) VALUES ($1, $2, $3)
       ON CONFLICT (tenant_id) DO UPDATE SET columns = excluded.columns, changed_at = excluded.changed_at`,
      [tenantId, JSON.stringify(columns), this.clock.now().toISOString()],
    );
  }
}

const WEIGHTS = { error: 0, warning: 1, info: 2 } as const;
function gravestFirst(a: Finding, b: Finding): number {
  return WEIGHTS[a.severity] - WEIGHTS[b.severity];
}

function sha256Of(files: readonly CatalogueText[]): string {
  return createHash('sha256').update(JSON.stringify(files)).digest('hex');
}
