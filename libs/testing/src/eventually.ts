import { setTimeout as sleep } from 'node:timers/promises';

/** How long a test is ready to wait. Generous on purpose: it only ends a test that has failed. */
export interface Patience {
  readonly withinMs?: number;
  /** Said when the wait is over, with what was seen last. */
  readonly orSay?: () => string;
}

/**
 * Waits until something is true of the world outside the test.
 *
 * @throws {Error} It did not become true in time (20 s unless told).
 */
export async function eventually(
  isTrue: () => boolean | Promise<boolean>,
  { withinMs = 20_000, orSay = () => String(isTrue) }: Patience = {},
): Promise<void> {
  const until = performance.now() + withinMs;
  while (!(await isTrue())) {
    if (performance.now() > until) throw new Error(`Not within ${withinMs} ms: ${orSay()}`);
    await sleep(5);
  }
}
