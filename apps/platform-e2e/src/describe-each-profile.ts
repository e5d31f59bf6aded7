import { whyNoBroker } from '@segur/testing';
import type { Profile } from './platform-under-test.js';

/** Starting seven processes, a broker and a database takes a while on a busy machine. */
export const START_MS = 240_000;

/** Tells the same stories of both compositions. Without Java the services apart are skipped, and their title says so; in CI that fails. */
export function describeEachProfile(title: string, stories: (profile: Profile) => void): void {
  describe(`${title}, in one process`, () => stories('one process'));
  const lacking = whyNoBroker();
  if (lacking === undefined) return describe(`${title}, its services apart on Kafka`, () => stories('services apart'));
  describe.skip(`${title}, its services apart [skipped: ${lacking}]`, () => it('needs Kafka', () => undefined));
}
