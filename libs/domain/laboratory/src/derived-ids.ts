import { createHash } from 'node:crypto';

/**
 * The identifier that every state of one report shares: the same laboratory and the same order number give the same UUID, on any machine.
 *
 * UUIDv8 over SHA-256, so that the laboratory's number cannot be read back from events and file names.
 *
 * @param fillerNumber - The laboratory's own number of the request, as sent.
 * @see RFC 9562, clause 5.8
 */
export function reportSetIdOf(tenantId: string, fillerNumber: string): string {
  return derivedUuid('report-set', tenantId, fillerNumber);
}

/** OID of one version of the document of a report: made again, it is the same, so that a retry never makes a second document. */
export function documentIdOf(reportSetId: string, revision: number): string {
  return oidOfUuid(derivedUuid('document', reportSetId, String(revision)));
}

/** The OID of a UUID, without any registration. @see ITU-T X.667, clause 6.3 */
export function oidOfUuid(uuid: string): string {
  return `2.25.${BigInt(`0x${uuid.replaceAll('-', '')}`)}`;
}

/** A UUIDv8 that depends on its parts only, and does not show them. @param parts - The first says what is numbered. */
export function derivedUuid(...parts: readonly string[]): string {
  // JSON keeps ('a', 'bc') and ('ab', 'c') apart.
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
