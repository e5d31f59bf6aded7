import type { Finding } from '@segur/errors';
import type { CdaHeader } from './cda-header.js';
import type { CrBioBody } from './cr-bio-document.js';

/** Versions of the volet that are read. */
export type CrBioVersion = '2021.01' | '2023.01' | '2024.01';

/** A CR-BIO as it was read, in the document's own words. */
export interface CrBioReading {
  /** From the volet's templateId, else from the schematron that the document names, else from what it holds; absent for an N1. */
  readonly version?: CrBioVersion;
  /** `auto-presentable`: a style sheet that carries the document. */
  readonly form: 'n3' | 'n1' | 'auto-presentable';
  readonly header: CdaHeader;
  /** Absent for an N1: its content is the PDF. */
  readonly body?: CrBioBody;
  /** The copy on paper of an N3, or the body of an N1. Absent: the document holds none, as in 2021.01. */
  readonly pdf?: Uint8Array;
  /** What stands in the document and not here, each with its path: nothing is dropped in silence. */
  readonly findings: readonly Finding[];
}
