import { createHash } from 'node:crypto';
import type { Finding } from '@segur/errors';
import { decodeHprimSante, headerOf, HprimDecodingError } from '@segur/hprim';
import { isResults, splitRequests } from '@segur/hprim-to-laboratory';
import { reportSetIdOf } from '@segur/laboratory';
import type { AcceptanceRules } from './acceptance-rules.js';
import type { Judgement } from './receive-content.service.js';

/**
 * Lets an HPRIM Santé file in, or says why not: everything that can be said without reading patients or results. It is let in whole or
 * not at all.
 *
 * The same name comes again with other bytes: that is another file, because many senders use one name for all.
 *
 * @see hprim-sante.md §1.9, §3
 */
export function judgeHprim(bytes: Buffer, tenantId: string, rules: AcceptanceRules): Judgement {
  try {
    const message = decodeHprimSante(bytes);
    const { fileName, sender, processing, sentAt } = headerOf(message);
    if (!isResults(message)) return refused('hprim-context', 'H[1]-7', 'Only results (H.7 ORU) are received here');
    if (processing !== '' && processing !== 'P' && !rules.acceptsTests) {
      return refused('content-test-message', 'H[1]-12', 'Test files never leave: this laboratory sends P only');
    }
    const numbers = splitRequests(message).map(({ fillerNumber }) => fillerNumber ?? '');
    if (numbers.length === 0 || numbers.includes('')) {
      return refused('hprim-required', 'OBR[1]-3', "The laboratory's own number of each request is required");
    }
    if (new Set(numbers).size < numbers.length) {
      return refused('content-number-shared', 'OBR[1]-3', 'Two patients of one file have the same number of request');
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return {
      status: 'taken',
      kind: 'hprim-sante',
      key: {
        sender: printable(sender.id || sender.name),
        controlId: printable(fileName),
        sentAt: `${printable(sentAt)} ${sha256}`,
      },
      reportSetIds: numbers.map((fillerNumber) => reportSetIdOf(tenantId, fillerNumber)),
    };
  } catch (error) {
    if (!(error instanceof HprimDecodingError)) throw error;
    const { code, location, message } = error;
    return { status: 'unreadable', findings: [{ severity: 'error', code, location, message }] };
  }
}

function refused(code: string, location: string, message: string): Judgement {
  const finding: Finding = { severity: 'error', code, location, message };
  return { status: 'refused', findings: [finding] };
}

/** What a row and a log line can hold of a text that names a file or a sender. */
function printable(text: string): string {
  return text.replaceAll(/[\u0000-\u001f\u007f]/g, '').slice(0, 250);
}
