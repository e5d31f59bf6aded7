import type { Finding } from '@segur/errors';
import type { DocumentTransmission } from '@segur/hl7v2-to-laboratory';

/** What a sender may rightly ask for and is not done yet, by name: nothing of such a message leaves. */
export function refuseTransmission({ action, documents }: Pick<DocumentTransmission, 'action' | 'documents'>): readonly Finding[] {
  // Whatever its form, a deletion says only which document it is about.
  if (action === 'delete') return [];
  const findings: Finding[] = [];
  const add = (code: string, location: string, message: string, messageFr: string) =>
    void findings.push({ severity: 'error', code, location, message, messageFr });
  if (documents.length > 1) {
    add(
      'document-second-not-read',
      'OBX[2]',
      'A report in two documents is not taken yet',
      'Un compte rendu en deux documents n’est pas encore pris en charge',
    );
  } else if (documents[0].level === 1) {
    add(
      'document-level-not-read',
      'OBX[1]-5',
      'A CDA of level 1 alone is not taken yet',
      'Un CDA de niveau 1 seul n’est pas encore pris en charge',
    );
  }
  return findings;
}
