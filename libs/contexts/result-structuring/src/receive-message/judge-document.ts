import { createHash } from 'node:crypto';
import { readCrBio, UnreadableCda } from '@segur/cda';
import { toReport } from '@segur/cda-to-laboratory';
import { reportSetIdOf } from '@segur/laboratory';
import type { Judgement } from './receive-content.service.js';

/** LOINC of a laboratory report, and the template of CR-BIO. */
const [CR_BIO_CODE, CR_BIO_TEMPLATE] = ['11502-2', '1.2.250.1.213.1.1.1.55'];

/**
 * Lets a CR-BIO in that comes alone, or says why not. Whether it conforms is judged when it is taken over.
 *
 * Its number is that of the main act.
 */
export function judgeDocument(bytes: Buffer, tenantId: string): Judgement {
  try {
    const read = readCrBio(bytes);
    const { code, templateIds, id } = read.header;
    if (code.code !== CR_BIO_CODE || !templateIds.some(({ root }) => root === CR_BIO_TEMPLATE)) {
      return refused('document-not-cr-bio', '/ClinicalDocument/code', 'Only reports of biology (CR-BIO) are received here');
    }
    const reading = toReport(read);
    if (reading.status === 'refused') return reading;
    return {
      status: 'taken',
      kind: 'cda',
      // A document that was refused may come again under its identifier, mended.
      key: { sender: '', controlId: id.root, sentAt: createHash('sha256').update(bytes).digest('hex') },
      reportSetIds: [reportSetIdOf(tenantId, reading.report.fillerNumber)],
    };
  } catch (error) {
    if (!(error instanceof UnreadableCda)) throw error;
    const { code, message } = error;
    return { status: 'unreadable', findings: [{ severity: 'error', code, location: '/ClinicalDocument', message }] };
  }
}

function refused(code: string, location: string, message: string): Judgement {
  return { status: 'refused', findings: [{ severity: 'error', code, location, message }] };
}
