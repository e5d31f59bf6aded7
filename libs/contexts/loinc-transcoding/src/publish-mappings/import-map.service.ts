import { Injectable } from '@nestjs/common';
import { hasErrors, type Finding } from '@segur/errors';
import { ContextDatabase, type Tx } from '@segur/persistence';
import { withCodesOf, type RowsAside } from '../import-catalogue/catalogue-outline.js';
import { CatalogueStore } from '../import-catalogue/catalogue-store.js';
import { ReferenceConcepts } from '../import-reference/reference-concepts.js';
import { LaboratorySettings } from '../review-mappings/laboratory-settings.js';
import { MappingLedger } from '../review-mappings/mapping-ledger.js';
import { checkConsistency } from './check-consistency.js';
import { importLines, type ImportedLines } from './import-lines.js';
import { MapConfirmationMissing } from './map-confirmation-missing.js';
import { FILE_OLDER, mapFileRemarks, type MapFileFacts } from './map-file-remarks.js';
import { linesOfLoinc6, readMap } from './map-files.js';
import { MapReleases } from './map-releases.js';
import { MappingRefused } from './mapping-refused.js';
import { readOutline, type OutlineRead } from './outline-files.js';
import { latestRelease } from './publish-map.service.js';

/** A map in a file, and who brings it. */
export interface MapImport {
  readonly name: string;
  readonly text: string;
  readonly by: string;
  /** A validator answers for it: its lines are validated instead of proposed. */
  readonly signed: boolean;
  /** Says what would be done, and does nothing. */
  readonly dryRun: boolean;
  /** It is meant, though the file is older than the map in force. */
  readonly acceptOlder: boolean;
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
    private readonly releases: MapReleases,
  ) {}

  /** @throws {MappingRefused} A line is wrong: nothing of the file was taken. @throws {MapConfirmationMissing} */
  async import(tenantId: string, given: MapImport): Promise<MapImportReport> {
    const { name, text, by, signed, dryRun } = given;
    const outline = readOutline(name, text);
    if (outline) return this.importOutline(tenantId, outline, given);
    const { lines, findings, ...file } = readMap(name, text);
    if (hasErrors(findings)) throw new MappingRefused(findings);
    const remarks = checkConsistency(lines, await this.references.current());

    return this.db.transaction(tenantId, async (tx) => {
      await this.ledger.lock(tx, tenantId);
      const known = await this.catalogue.active(tx, tenantId);
      const ofCatalogue = known.filter(({ source }) => source === 'catalogue').length;
      const aboutFile = await this.remarksOn(tx, tenantId, file, { given, ofCatalogue });
      const entries = [...(await this.ledger.read(tx, tenantId)).values()].filter(({ active }) => active);
      const imported = importLines(entries, lines, {
        by,
        signed,
        fourEyes: this.settings.fourEyes(tenantId),
        day: this.ledger.today(),
        hasCatalogue: ofCatalogue > 0,
        newId: () => this.ledger.newId(),
      });
      if (!dryRun) {
        await this.catalogue.enter(tx, tenantId, imported.enter, 'map');
        await this.ledger.record(tx, tenantId, await this.ledger.read(tx, tenantId), { actor: by, deeds: imported.deeds });
      }
      // What would stop a release does not stop an import: it is looked at before.
      const all = [
        ...findings,
        ...aboutFile,
        ...imported.findings,
        ...remarks.map((it) => ({ ...it, severity: 'warning' as const })),
      ];
      return { lines: lines.length, dryRun, counts: imported.counts, findings: all.slice(0, 1000) };
    });
  }

  /** Codes of chapters and exams are no mappings of results: a validator gives them, or they are looked at only. */
  private async importOutline(
    tenantId: string,
    { outline, findings, ...file }: OutlineRead,
    given: MapImport,
  ): Promise<MapImportReport> {
    if (hasErrors(findings)) throw new MappingRefused(findings);
    return this.db.transaction(tenantId, async (tx) => {
      await this.ledger.lock(tx, tenantId);
      const known = await this.catalogue.outline(tx, tenantId);
      const ofCatalogue = (outline.chapters ? known.chapters : known.exams).length;
      const aboutFile = await this.remarksOn(tx, tenantId, file, { given, ofCatalogue });
      const { outline: joined, aside } = withCodesOf(known, outline);
      const parked = aside.unknown + aside.relabelled;
      const kept = given.signed && !given.dryRun;
      const { rows } = file;
      if (kept) await this.catalogue.saveOutline(tx, tenantId, joined);
      const counts = { validated: kept ? rows - parked : 0, proposed: 0, unchanged: kept ? 0 : rows - parked, parked };
      return { lines: rows, dryRun: !kept, counts, findings: [...findings, ...aboutFile, ...rowsAside(aside)] };
    });
  }

  /** @throws {MapConfirmationMissing} */
  private async remarksOn(
    tx: Tx,
    tenantId: string,
    file: MapFileFacts,
    { given, ofCatalogue }: { readonly given: MapImport; readonly ofCatalogue: number },
  ): Promise<readonly Finding[]> {
    const release = await latestRelease(tx, tenantId);
    const [inForce] = release > 0 ? await this.releases.list(tenantId, release) : [];
    const exported = release > 0 ? linesOfLoinc6(await this.releases.lines(tx, tenantId, release)).length : 0;
    const remarks = mapFileRemarks(file, {
      publishedAt: inForce?.publishedAt.toISOString(),
      exportedRows: ofCatalogue > 0 ? [ofCatalogue, exported] : [],
    });
    const confirmed = given.acceptOlder || given.dryRun;
    if (!confirmed && remarks.some(({ code }) => code === FILE_OLDER)) throw new MapConfirmationMissing(remarks);
    return remarks;
  }
}

function rowsAside({ unknown, relabelled }: RowsAside): readonly Finding[] {
  const warning = (code: string, message: string): Finding => ({ severity: 'warning', code, location: 'file', message });
  return [
    ...(unknown > 0 ? [warning('map-line-unknown', `${unknown} rows that the catalogue does not have`)] : []),
    ...(relabelled > 0 ? [warning('map-line-relabelled', `${relabelled} rows whose labels are others in the catalogue now`)] : []),
  ];
}
