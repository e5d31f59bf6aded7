const MINUTE_MS = 60_000;
const FIRST_DELAYS_MIN: readonly number[] = [1, 5, 30, 120];
/** 1 min, 5 min, 30 min, 2 h, then hourly until the next one would fall after 24 h. */
const LAST_NUMBER = 25;

/**
 * When a remote call that could not be made is tried again.
 *
 * @param number - Of the attempt that failed; the first is 1.
 * @returns Absent: a day has passed, and a person decides.
 */
export function retryAt(number: number, now: Date): Date | undefined {
  if (number > LAST_NUMBER) return undefined;
  const delayMin = FIRST_DELAYS_MIN[number - 1] ?? 60;
  return new Date(now.getTime() + delayMin * MINUTE_MS);
}
