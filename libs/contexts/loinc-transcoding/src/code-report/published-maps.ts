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

/** No report is coded with a map that was replaced for longer than this, even where no notice of the new one arrives. */
export const RECHECK_AFTER_MS = 1000;

/** What a map was when it was last looked at. */
interface Known {
  readonly published: Promise<PublishedMap>;
  /** On {@link PublishedMaps.elapsedMs}, before the database was asked: its answer is at least as new. */
  readonly askedAt: number;
}

/**
 * The map of each laboratory, in memory.
 *
 * A release is taken up when its notice arrives (`recheck`, from this process or from {@link ReleaseNotices}); without one the number of the
 * release in force is asked again after {@link RECHECK_AFTER_MS}. Lines are read when that number changes, and no report is coded with half
 * of each.
 */
@Injectable()
export class PublishedMaps {
  private readonly loaded = new Map<string, PublishedMap>();
  private readonly known = new Map<string, Known>();

  constructor(private readonly db: ContextDatabase) {}

  /** @throws {DatabaseUnavailable} What is in force is not known, and nothing is coded with what may be over. */
  async inForce(tenantId: string): Promise<PublishedMap> {
    const known = this.known.get(tenantId);
    if (known && this.elapsedMs() - known.askedAt < RECHECK_AFTER_MS) return known.published;

    const asked: Known = { published: this.read(tenantId), askedAt: this.elapsedMs() };
    this.known.set(tenantId, asked);
    try {
      return await asked.published;
    } catch (error) {
      if (this.known.get(tenantId) === asked) this.known.delete(tenantId);
      throw error;
    }
  }

  /** Something was published: the next report asks again, even if a question is on its way. @param tenantId - Absent: whoever it was. */
  recheck(tenantId?: string): void {
    if (tenantId === undefined) this.known.clear();
    else this.known.delete(tenantId);
  }

  /** Never goes back, as the time of day may. */
  protected elapsedMs(): number {
    return performance.now();
  }

  private async read(tenantId: string): Promise<PublishedMap> {
    const [latest] = await this.db.query<{ release: number }>(
      tenantId,
      'SELECT coalesce(max(release), 0) AS release FROM map_release WHERE tenant_id = $1',
      [tenantId],
    );
    const release = latest?.release ?? 0;
    if (release === 0) return NONE;
    const loaded = this.loaded.get(tenantId);
    if (loaded && loaded.release >= release) return loaded;

    const rows = await this.db.query<MappingRow>(
      tenantId,
      'SELECT local_code, unit, specimen, loinc, loinc_label FROM mapping WHERE tenant_id = $1 AND release = $2 ORDER BY line',
      [tenantId, release],
    );
    const published = { release, map: toMap(rows) };
    // A slower question may end after a later one.
    if (release > (this.loaded.get(tenantId)?.release ?? 0)) this.loaded.set(tenantId, published);
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
