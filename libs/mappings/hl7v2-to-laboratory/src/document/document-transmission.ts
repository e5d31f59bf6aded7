import type { Finding } from '@segur/errors';
import type { Identity } from '@segur/identity';
import type { DeliveryWishes, Identifier, Report } from '@segur/laboratory';
import type { DocumentAction } from './order-action.js';
import type { Party } from './participations.js';

/** MSH-21.1. */
export type Dialect = '1.2' | '2.0' | '2.1';

/** One CDA of a message, byte for byte. */
export interface EntrustedDocument {
  /** 3: structured. 1: a file in an envelope. */
  readonly level: 1 | 3;
  readonly bytes: Buffer;
}

/** One finished report, as a laboratory entrusts it: the bytes, whose they are, where they go. */
export interface DocumentTransmission {
  readonly dialect: Dialect;
  /** `MDM` carries the same content, without the laboratory's numbers. */
  readonly carrier: 'ORU' | 'MDM';
  readonly action: DocumentAction;
  /** The document: one CDA, or the same report as level 1 and level 3. For a deletion, its last version. */
  readonly documents: readonly [EntrustedDocument, ...EntrustedDocument[]];
  /** The CDA that says most: level 3 if there is one. */
  readonly cda: Buffer;
  /** OBX-3 of the document. */
  readonly documentType: { readonly code: string; readonly label: string };
  readonly identity: Identity;
  readonly encounter: Report['encounter'];
  readonly fillerNumber: string;
  readonly placerNumber?: string;
  readonly delivery: DeliveryWishes;
  /** DMP: secret connection asked for. */
  readonly secretConnection: boolean;
  readonly confidentialityChanged: boolean;
  readonly sender?: Party;
  /** Professionals, organisations, applications and the patient, in the order of the message. */
  readonly recipients: readonly Party[];
  /** Address for answers. */
  readonly replyTo?: string;
  /** Business acknowledgements that the sender wants back (ZAM). */
  readonly acknowledgements: { readonly reception: boolean; readonly reading: boolean };
  /** Texts of the mails; absent: a default one. */
  readonly bodies: { readonly professionals?: string; readonly patient?: string };
  readonly patientMayAnswer: boolean;
  /** COMP_LOT of version 1.2: identifiers of the documents that make one submission set. */
  readonly submissionSet?: readonly Identifier[];
}

/** A transmission, or why there is none. */
export type TransmissionReading =
  | { readonly status: 'read'; readonly transmission: DocumentTransmission; readonly findings: readonly Finding[] }
  | { readonly status: 'refused'; readonly findings: readonly Finding[] };
