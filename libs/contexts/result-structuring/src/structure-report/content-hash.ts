import { createHash } from 'node:crypto';
import type { Report } from '@segur/laboratory';

/**
 * What a report says, as one hash: two messages with one hash differ in nothing that anybody reads.
 *
 * The moment of release is left out, because some laboratories write the time of sending there; so are the revision and
 * what it replaces, which are ours.
 */
export function contentHash(report: Report): string {
  return createHash('sha256').update(canonical(report)).digest('hex');
}

/** JSON with members in one order, so that code which builds a report in another order gives the same text. */
function canonical(report: Report): string {
  const content: { -readonly [member in keyof Report]?: Report[member] } = { ...report };
  delete content.revision;
  delete content.releasedAt;
  delete content.replaces;
  return inOneOrder(content);
}

function inOneOrder(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inOneOrder).join()}]`;
  const members = value as Record<string, unknown>;
  const named = Object.keys(members)
    .sort()
    .filter((name) => members[name] !== undefined);
  return `{${named.map((name) => `${JSON.stringify(name)}:${inOneOrder(members[name])}`).join()}}`;
}
