import type { DocumentEntry } from '@segur/xds';
import { VISIBILITY } from './vocabulary.js';
import { xdsTimeOf } from './xds-time.js';

/** What is known of the signature of a lot once it is made. */
export interface SignatureFacts {
  readonly entryId: string;
  /** OID of its own. */
  readonly uniqueId: string;
  readonly signedAt: Date;
  readonly hash?: string;
  readonly sizeBytes?: number;
}

/**
 * Metadata of the file that signs a lot: about the patient, by the authors and in the place of the document that it vouches for, and hidden from everyone
 * who reads documents.
 *
 * @see CI-SIS, volet Partage de documents de santé, signature du lot; dmp.md §5.7
 */
export function toSignatureEntry(document: DocumentEntry, facts: SignatureFacts): DocumentEntry {
  const signedAt = xdsTimeOf(facts.signedAt);
  const { patientId, sourcePatientInfo, authors, legalAuthenticator, facilityType, practiceSetting } = document;
  return {
    entryId: facts.entryId,
    uniqueId: facts.uniqueId,
    patientId,
    sourcePatientId: patientId,
    ...(sourcePatientInfo && { sourcePatientInfo }),
    authors,
    ...(legalAuthenticator && { legalAuthenticator }),
    title: 'Source',
    creationTime: signedAt,
    serviceStartTime: signedAt,
    serviceStopTime: signedAt,
    languageCode: 'art',
    mimeType: 'text/xml',
    classCode: { code: 'urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1', label: 'Digital Signature', system: 'URN' },
    typeCode: { code: 'E1762', label: 'Full Document', system: 'ASTM' },
    formatCode: { code: 'http://www.w3.org/2000/09/xmldsig#', label: 'Default Signature Style', system: 'URN' },
    facilityType,
    practiceSetting,
    eventCodes: [{ code: '1.2.840.10065.1.12.1.14', label: 'Source', system: '1.2.840.10065.1.12' }],
    confidentiality: [
      { code: 'N', label: 'Normal', system: '2.16.840.1.113883.5.25' },
      VISIBILITY.maskedToProfessionals,
      VISIBILITY.hiddenFromPatient,
    ],
    ...(facts.hash !== undefined && { hash: facts.hash }),
    ...(facts.sizeBytes !== undefined && { sizeBytes: facts.sizeBytes }),
  };
}
