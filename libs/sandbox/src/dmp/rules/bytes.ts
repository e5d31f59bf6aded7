import { createHash } from 'node:crypto';
import type { ReceivedLot } from '../received-lot.js';
import type { Refusal } from '../refusal.js';
import { slot } from '../registry-objects.js';

/** SHA-1 in lower-case hexadecimal, as XDS writes a `hash` (IHE ITI TF-3, 4.2.3.2.10). */
export function sha1(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('hex');
}

/** M10 (and T4): the bytes that arrived are those that the sender measured. */
export function byteRefusals({ entries, bytes }: ReceivedLot): Refusal[] {
  return entries.flatMap((entry) => {
    const received = bytes.get(entry.id) ?? Buffer.alloc(0);
    const wrong = (message: string): Refusal => ({
      code: 'XDSRepositoryMetadataError',
      rule: 'SIM-M10',
      message,
      location: entry.id,
    });
    const [hash, size] = [slot(entry, 'hash')[0], slot(entry, 'size')[0]];
    return [
      ...(hash === undefined || hash === sha1(received) ? [] : [wrong('hash is not the SHA-1 of the received bytes')]),
      ...(size === undefined || size === String(received.byteLength) ? [] : [wrong('size is not the number of received bytes')]),
    ];
  });
}
