import type { CdaAttachedDocument, CrBioBody, CrBioReading } from '@segur/cda';
import type { AttachedPdf, Report } from '@segur/laboratory';
import { codedAt, timeAt } from './source.js';
import type { Remarks } from './finding-catalogue.js';

/** What stands in a document beside its chapters. */
export type Extras = Pick<Report, 'referral' | 'secondIntention' | 'vaccinations' | 'comments' | 'remarks'>;

/** Reads what stands in the body beside the chapters. */
export function toExtras(body: CrBioBody | undefined, remarks: Remarks): Extras {
  const { secondIntention = [], vaccinations = [] } = body ?? {};
  const referral = body && toReferral(body, remarks);
  return {
    ...(referral && { referral }),
    ...(secondIntention.length > 0 && {
      secondIntention: secondIntention.map((attached, index) => toAttached(attached, index, remarks)),
    }),
    ...(vaccinations.length > 0 && {
      vaccinations: vaccinations.map(({ label, product, done, at }, index) => {
        const place = `vaccination[${index + 1}]`;
        const vaccine = codedAt(product, place, remarks);
        const time = timeAt(at, place, remarks);
        return { label, ...(vaccine && { vaccine }), done, ...(time !== undefined && { at: time }) };
      }),
    }),
    comments: body?.comments ?? [],
    ...(body?.remarks && body.remarks.length > 0 && { remarks: body.remarks.map(({ title, text }) => ({ title, text })) }),
  };
}

/** The copy on paper of an N3, or all that an N1 holds. */
export function toPrintedCopy({ pdf }: CrBioReading): AttachedPdf | undefined {
  return pdf && { attachmentId: 'copie', title: 'Copie du document', data: Buffer.from(pdf).toString('base64') };
}

function toAttached({ title, type, data }: CdaAttachedDocument, index: number, remarks: Remarks): AttachedPdf {
  const attachmentId = `si${index + 1}`;
  const coded = codedAt(type, attachmentId, remarks);
  return { attachmentId, title, data, ...(coded && { type: coded }) };
}

function toReferral({ referral }: CrBioBody, remarks: Remarks): Report['referral'] {
  const reason = codedAt(referral?.reason, 'referral/reason', remarks);
  const problem = codedAt(referral?.problem, 'referral/problem', remarks);
  if (!referral || !reason || !problem) return undefined;
  return { ...(referral.title !== '' && { title: referral.title }), text: referral.text, reason, problem };
}
