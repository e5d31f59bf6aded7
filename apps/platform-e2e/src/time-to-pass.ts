import { eventually } from '@segur/testing';
import { rowsOf } from './behind-the-doors.js';
import type { PlatformUnderTest } from './platform-under-test.js';

const CHANNELS = ['dmp_feeding', 'secure_messaging'] as const;
export const MINUTES = 60_000;

/** Lets time pass on a platform that has a clock to move: what is under way ends before, as no call takes so long. */
export async function later({ platform }: { readonly platform: PlatformUnderTest }, durationMs: number): Promise<void> {
  await noCallUnderWay(platform);
  await platform.advance(durationMs);
}

async function noCallUnderWay({ databaseUrl }: PlatformUnderTest): Promise<void> {
  const counts = CHANNELS.map((schema) => `SELECT count(*)::int AS n FROM ${schema}.attempt WHERE lease IS NOT NULL`);
  const sql = `SELECT sum(n)::int AS calls FROM (${counts.join(' UNION ALL ')}) AS channels`;
  await eventually(async () => (await rowsOf(databaseUrl, sql))[0]?.['calls'] === 0, { orSay: () => 'a call does not end' });
}
