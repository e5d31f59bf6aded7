import { Injectable } from '@nestjs/common';
import type { Tx } from '@segur/persistence';
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
 * The caller says which release is in force, read in its own transaction; a map is loaded when that number changes, so a release
 * published by another replica is used from the next report on, and no report is coded with half of each.
 */
@Injectable()
export class PublishedMaps {
  private readonly loaded = new Map<string, PublishedMap>();

  async at(tx: Tx, tenantId: string, release: number): Promise<PublishedMap> {
    if (release === 0) return NONE;
    const known = this.loaded.get(tenantId);
    if (known?.release === release) return known;

    const rows = (await tx.query(
      'SELECT local_code, unit, specimen, loinc, loinc_label FROM mapping WHERE tenant_id = $1 AND release = $2 ORDER BY line',
      [tenantId, release],
    )) as MappingRow[];
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
