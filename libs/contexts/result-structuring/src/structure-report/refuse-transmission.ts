import type { Finding } from '@segur/errors';
import type { DocumentTransmission } from '@segur/hl7v2-to-laboratory';

/**
 * What a sender may ask for by the volet and is not taken here, by name: nothing of such a message leaves.
 *
 * @see hl7v2.md §3.2: level 1 beside level 3 is not of Ségur wave 2, where the PDF travels inside the level 3
 */
export function refuseTransmission({ action, documents }: Pick<DocumentTransmission, 'action' | 'documents'>): readonly Finding[] {
  // Whatever its form, a deletion says only which document it is about.
  if (action === 'delete' || documents.length === 1) return [];
  return [
    {
      severity: 'error',
      code: 'document-second-not-read',
      location: 'OBX[2]',
      message: 'A report in two documents is not taken: its PDF travels inside the CDA of level 3',
      messageFr: 'Un compte rendu en deux documents n’est pas accepté : son PDF voyage dans le CDA de niveau 3',
    },
  ];
}
