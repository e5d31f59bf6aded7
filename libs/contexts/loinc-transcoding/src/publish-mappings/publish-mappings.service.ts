import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hasErrors, type Finding } from '@segur/errors';
import { ContextDatabase } from '@segur/persistence';
import { toUcum } from '@segur/units';
import { ReferenceConcepts } from '../import-reference/reference-concepts.js';
import { checkConsistency, UNIT_CONTRADICTED } from './check-consistency.js';
import { MappingRefused } from './mapping-refused.js';
import { PublishMapService, type Publication } from './publish-map.service.js';
import { readMappingCsv } from './read-mapping-csv.js';

/** A release of a laboratory's map, in force from the next report on. */
export interface MapRelease {
  readonly release: number;
  readonly lines: number;
  /** Remarks that did not stop the release. */
  readonly findings: readonly Finding[];
}

/** Publishes a map that the laboratory reviewed elsewhere as an immutable release, and as validated in the review here. */
@Injectable()
export class PublishMappingsService {
  constructor(
    private readonly db: ContextDatabase,
    private readonly maps: PublishMapService,
    private readonly references: ReferenceConcepts,
  ) {}

  /**
   * Publishes a map. The file of the release in force, posted again, is that release again.
   *
   * @param csv - See {@link readMappingCsv}.
   * @throws {MappingRefused} A line is wrong, or its unit contradicts its code: nothing of the file is published.
   */
  async publish(tenantId: string, csv: string, by: Publication = { author: 'file' }): Promise<MapRelease> {
    const { lines, findings } = readMappingCsv(csv, toUcum);
    if (hasErrors(findings)) throw new MappingRefused(findings);
    const sha256 = createHash('sha256').update(csv).digest('hex');
    const remarks = checkConsistency(lines, await this.references.current()).flatMap(asRemark);
    if (hasErrors(remarks)) throw new MappingRefused([...findings, ...remarks]);
    const release = await this.maps.swap(tenantId, (tx) =>
      this.maps.publishWhole(tx, tenantId, lines, { ...by, origin: 'file', sha256 }),
    );
    return { release, lines: lines.length, findings: [...findings, ...remarks] };
  }

  /** Publishes a map for a laboratory that has none, and leaves any other alone. */
  async publishFirst(tenantId: string, csv: string): Promise<void> {
    const rows = await this.db.query(tenantId, 'SELECT 1 FROM map_release WHERE tenant_id = $1 LIMIT 1', [tenantId]);
    if (rows.length === 0) await this.publish(tenantId, csv);
  }
}

const REMARKS: ReadonlySet<string> = new Set([UNIT_CONTRADICTED, 'map-units-incompatible', 'map-target-deprecated']);

/**
 * A file that a biologist reviewed elsewhere is taken as it is, and what is odd in it is said. A code whose property is never measured in
 * the unit of its line is no matter of opinion: with it, results would leave wrong by a factor.
 *
 * @see loinc-transcoding.md §7.3
 */
function asRemark(finding: Finding): readonly Finding[] {
  if (!REMARKS.has(finding.code)) return [];
  return [finding.code === UNIT_CONTRADICTED ? finding : { ...finding, severity: 'warning' }];
}
