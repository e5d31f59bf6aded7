import { eventually } from '@segur/testing';
import { rowsOf } from './behind-the-doors.js';
import type { PlatformUnderTest } from './platform-under-test.js';

const CHANNELS = ['dmp_feeding', 'secure_messaging'] as const;
export const MINUTES = 60_000;

/** What is due so soon is about to begin. */
const SOON_MS = 3000;

/**
 * Lets time pass on a platform that has a clock to move. What is under way or due ends before: an attempt that an hour passed over would
 * be taken for one of a dead process.
 */
export async function later({ platform }: { readonly platform: PlatformUnderTest }, durationMs: number): Promise<void> {
  await eventually(() => isIdle(platform), { withinMs: 60_000, orSay: () => 'an attempt does not end' });
  await platform.advance(durationMs);
}

async function isIdle(platform: PlatformUnderTest): Promise<boolean> {
  const soon = new Date((await platform.advance(0)).getTime() + SOON_MS);
  const busy = CHANNELS.map(
    (schema) => `SELECT 1 FROM ${schema}.attempt WHERE finished_at IS NULL AND (lease IS NOT NULL OR available_at <= $1)`,
  );
  return (await rowsOf(platform.databaseUrl, busy.join(' UNION ALL '), [soon])).length === 0;
}
