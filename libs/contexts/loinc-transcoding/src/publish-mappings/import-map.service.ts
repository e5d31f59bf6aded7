import { Injectable } from '@nestjs/common';
import { hasErrors, type Finding } from '@segur/errors';
import { ContextDatabase } from '@segur/persistence';
import { withCodesOf } from '../import-catalogue/catalogue-outline.js';
import { CatalogueStore } from '../import-catalogue/catalogue-store.js';
import { ReferenceConcepts } from '../import-reference/reference-concepts.js';
import { LaboratorySettings } from '../review-mappings/laboratory-settings.js';
import { MappingLedger } from '../review-mappings/mapping-ledger.js';
import { checkConsistency } from './check-consistency.js';
import { importLines, type ImportedLines } from './import-lines.js';
import { MappingRefused } from './mapping-refused.js';
import { readMap } from './map-files.js';
import { readOutline } from './outline-files.js';

/** A map in a file, and who brings it. */
export interface MapImport {
  readonly name: string;
  readonly text: string;
  readonly by: string;
  /** A validator answers for it: its lines are validated instead of proposed. */
  readonly signed: boolean;
  /** Says what would be done, and does nothing. */
  readonly dryRun: boolean;
}

/** What was done with a map from a file. */
export interface MapImportReport {
  readonly lines: number;
  readonly dryRun: boolean;
  readonly counts: ImportedLines['counts'];
  readonly findings: readonly Finding[];
}

/** Takes maps from files into the review; what is sent changes only with the next release. */
@Injectable()
export class ImportMapService {
  constructor(
    private readonly db: ContextDatabase,
    private readonly ledger: MappingLedger,
    private readonly catalogue: CatalogueStore,
    private readonly references: ReferenceConcepts,
    private readonly settings: LaboratorySettings,
  ) {}

  /** @throws {MappingRefused} A line is wrong: nothing of the file was taken. */
  async import(tenantId: string, given: MapImport): Promise<MapImportReport> {
    const { name, text, by, signed, dryRun } = given;
    const outline = readOutline(name, text);
    if (outline) return this.importOutline(tenantId, outline, given);
    const { lines, findings } = readMap(name, text);
    if (hasErrors(findings)) throw new MappingRefused(findings);
    const remarks = checkConsistency(lines, await this.references.current());

    return this.db.transaction(tenantId, async (tx) => {
      await this.ledger.lock(tx, tenantId);
      const known = await this.catalogue.active(tx, tenantId);
      const entries = [...(await this.ledger.read(tx, tenantId)).values()].filter(({ active }) => active);
      const imported = importLines(entries, lines, {
        by,
        signed,
        fourEyes: this.settings.fourEyes(tenantId),
        day: this.ledger.today(),
        hasCatalogue: known.some(({ source }) => source === 'catalogue'),
        newId: () => this.ledger.newId(),
      });
      if (!dryRun) {
        await this.catalogue.enter(tx, tenantId, imported.enter, 'map');
        await this.ledger.record(tx, tenantId, await this.ledger.read(tx, tenantId), { actor: by, deeds: imported.deeds });
      }
      // What would stop a release does not stop an import: it is looked at before.
      const all = [...findings, ...imported.findings, ...remarks.map((it) => ({ ...it, severity: 'warning' as const }))];
      return { lines: lines.length, dryRun, counts: imported.counts, findings: all.slice(0, 1000) };
    });
  }

  /** Codes of chapters and exams are no mappings of results: a validator gives them, or they are looked at only. */
  private async importOutline(
    tenantId: string,
    { outline, rows, findings }: NonNullable<ReturnType<typeof readOutline>>,
    { signed, dryRun }: MapImport,
  ): Promise<MapImportReport> {
    if (hasErrors(findings)) throw new MappingRefused(findings);
    return this.db.transaction(tenantId, async (tx) => {
      await this.ledger.lock(tx, tenantId);
      const { outline: joined, parked } = withCodesOf(await this.catalogue.outline(tx, tenantId), outline);
      const kept = signed && !dryRun;
      if (kept) await this.catalogue.saveOutline(tx, tenantId, joined);
      const counts = { validated: kept ? rows - parked : 0, proposed: 0, unchanged: kept ? 0 : rows - parked, parked };
      return { lines: rows, dryRun: !kept, counts, findings };
    });
  }
}
