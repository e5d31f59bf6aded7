import { readCrBio } from '@segur/cda';
import { toReport } from '@segur/cda-to-laboratory';
import { PlatformError } from '@segur/errors';
import { toHtml } from '@segur/laboratory-to-html';

/** Beside the policy in the page itself: nothing runs, nothing is loaded, and nobody frames it. */
export const PAGE_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

/**
 * A document as a person reads it on a screen: one page, made of the very bytes that were delivered.
 *
 * @returns HTML, to be encoded as UTF-8. Absent: the document, which another software may have made, cannot be read that far.
 */
export function readablePage(cda: Uint8Array): string | undefined {
  try {
    const reading = toReport(readCrBio(cda));
    return reading.status === 'refused' ? undefined : toHtml(reading.report, reading.laboratory);
  } catch (error) {
    if (error instanceof PlatformError && error.kind === 'invalid') return undefined;
    throw error;
  }
}
