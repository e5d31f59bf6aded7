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
  return JSON.stringify(content, (_key, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
