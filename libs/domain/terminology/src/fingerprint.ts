import { createHash } from 'node:crypto';
import type { LocalTest } from './local-test.js';

/**
 * What a validated mapping stands on: label, unit, specimen, method and result type.
 *
 * Two catalogue lines with one fingerprint are the same analysis; a code whose fingerprint changed is reviewed again. Case and blanks
 * around words do not count, except in units, where `G/L` and `g/L` differ.
 *
 * @returns 64 hexadecimal digits.
 * @see loinc-transcoding.md §2.1
 */
export function fingerprintOf({ label, unit, specimen, method, resultType }: LocalTest): string {
  const parts = [plain(label), (unit ?? '').trim(), plain(specimen), plain(method), resultType ?? ''];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function plain(text = ''): string {
  return text.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
