import type { ObservationToCode } from '@segur/events';
import type { Tx } from '@segur/persistence';
import type { LocalTest } from '@segur/terminology';
import { conditionOf, toEntry } from '../review-mappings/catalogue-entry.js';
import type { MissingCode } from './missing-codes.js';

/**
 * Puts analyses that reports name and the catalogue does not into the queue of review, with what the report says of them.
 *
 * @param fresh - The gaps met for the first time; usually none.
 */
export async function queueUnknown(
  tx: Tx,
  tenantId: string,
  fresh: readonly MissingCode[],
  observations: readonly ObservationToCode[],
): Promise<void> {
  const rows = fresh.map((gap) => {
    const seen = observations.find(({ localCode, unitRaw }) => localCode === gap.localCode && unitRaw === gap.unitRaw);
    const test: LocalTest = {
      localCode: gap.localCode,
      label: gap.label,
      ...(gap.unitRaw && { unit: gap.unitRaw }),
      ...(seen?.specimen && { specimen: seen.specimen }),
    };
    const { entryId, fingerprint } = toEntry(test);
    return { entry_id: entryId, local_code: gap.localCode, fingerprint, ...conditionOf(test), test };
  });
  await tx.query(
    `INSERT INTO local_test (tenant_id, entry_id, local_code, fingerprint, unit, specimen, test, source, active, first_seen_at, changed_at)
     SELECT $1, t.*, 'report', true, now(), now()
     FROM jsonb_to_recordset($2::jsonb)
       AS t (entry_id text, local_code text, fingerprint text, unit text, specimen text, test jsonb)
     WHERE NOT EXISTS (SELECT FROM local_test known
                       WHERE known.tenant_id = $1 AND known.local_code = t.local_code AND known.unit = t.unit AND known.active)
     ON CONFLICT DO NOTHING`,
    [tenantId, JSON.stringify(rows)],
  );
}
