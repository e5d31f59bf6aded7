import { Injectable } from '@nestjs/common';
import { ContextDatabase } from '@segur/persistence';
import type { LoincMap } from './code-observations.js';
import { toLoincMap } from './loinc-map.js';

/** A published map, with the number that every report coded with it records. */
export interface PublishedMap {
  /** 0: this laboratory has published none. */
  readonly release: number;
  readonly map: LoincMap;
}

interface MappingRow {
  local_code: string;
  unit: string | null;
  specimen: string | null;
  loinc: string | null;
  loinc_label: string | null;
}

const NONE: PublishedMap = { release: 0, map: new Map() };

/**
 * The map of each laboratory, in memory.
 *
 * Which release is in force is asked for each report, so one published by another replica is used from the next report on; its lines are
 * read when that number changes, and no report is coded with half of each.
 */
@Injectable()
export class PublishedMaps {
  private readonly loaded = new Map<string, PublishedMap>();

  constructor(private readonly db: ContextDatabase) {}

  async inForce(tenantId: string): Promise<PublishedMap> {
    const [latest] = await this.db.query<{ release: number }>(
      tenantId,
      'SELECT coalesce(max(release), 0) AS release FROM map_release WHERE tenant_id = $1',
      [tenantId],
    );
    const release = latest?.release ?? 0;
    if (release === 0) return NONE;
    const known = this.loaded.get(tenantId);
    if (known?.release === release) return known;

    const rows = await this.db.query<MappingRow>(
      tenantId,
      'SELECT local_code, unit, specimen, loinc, loinc_label FROM mapping WHERE tenant_id = $1 AND release = $2 ORDER BY line',
      [tenantId, release],
    );
    const published = { release, map: toMap(rows) };
    this.loaded.set(tenantId, published);
    return published;
  }
}

function toMap(rows: readonly MappingRow[]): LoincMap {
  return toLoincMap(
    rows.map(({ local_code: localCode, unit, specimen, loinc, loinc_label: loincLabel }) => ({
      localCode,
      ...(unit !== null && { unit }),
      ...(specimen !== null && { specimen }),
      ...(loinc !== null && loincLabel !== null && { target: { loinc, loincLabel } }),
    })),
  );
}
