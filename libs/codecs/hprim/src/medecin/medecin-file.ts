import type { Finding } from '@segur/errors';
import type { HprimCharset } from '../charset.js';

/** A laboratory or a doctor: `code name`, split at the first blank, as the format writes them. */
export interface MedecinParty {
  readonly code: string;
  readonly name: string;
}

/** The twelve lines above a report. Texts as sent; empty where nothing is said. */
export interface MedecinHeader {
  /** Line 1: number of the patient at the laboratory, or a label of the file: vendors differ. */
  readonly patientCode: string;
  /** Line 2: name at birth or in use, the format does not say. */
  readonly family: string;
  readonly given: string;
  readonly address: readonly [string, string];
  /** Line 6: postal code and town. */
  readonly town: string;
  /** Line 7, `YYYY-MM-DD`; empty when not stated. */
  readonly birthDate: string;
  /** Line 8: may be that of a parent. It is no matricule INS, and is never written. */
  readonly socialSecurityNumber: string;
  /** Line 9: number of the request at the laboratory. */
  readonly dossier: string;
  /** Line 10, `YYYY-MM-DD`; empty when not stated. */
  readonly dossierDate: string;
  readonly sender: MedecinParty;
  readonly recipient: MedecinParty;
}

/** A value in one unit, with its bounds. Texts as sent. */
export interface MedecinMeasure {
  /** Decimal point, no thousands separator, where the type is `N`. */
  readonly value: string;
  readonly unit: string;
  readonly low: string;
  readonly high: string;
}

/** A `RES` line with the `TEX` lines under it. */
export interface MedecinResult extends MedecinMeasure {
  readonly label: string;
  /** Standard or local, the format does not say. Empty: a title, or the second line of a label. */
  readonly code: string;
  /** `N` numeric, `A` alphanumeric; others as sent. */
  readonly type: string;
  /** `N`, `L`, `H`, `LL`, `HH`; others as sent. */
  readonly abnormality: string;
  /** `F` final; others as sent. */
  readonly status: string;
  /** The same result in a second unit. */
  readonly second?: MedecinMeasure;
  /** Fields beyond the known ones, or that could not be told apart. */
  readonly others: readonly string[];
  readonly comments: readonly string[];
}

/** One report of a file. */
export interface MedecinReport {
  readonly header: MedecinHeader;
  /** What the doctor reads, line by line. Its numbers have a decimal comma: they are never to be computed with. */
  readonly text: readonly string[];
  readonly results: readonly MedecinResult[];
  /** `TEX` lines before any result. */
  readonly comments: readonly string[];
  /** Lines among the results that are neither `RES` nor `TEX`. */
  readonly others: readonly string[];
}

/** A report, or why it is none. One bad report does not refuse the others of its file. */
export type MedecinEntry =
  | { readonly status: 'read'; readonly report: MedecinReport; readonly findings: readonly Finding[] }
  | { readonly status: 'refused'; readonly findings: readonly Finding[] };

/** A decoded file, in the order of its reports. */
export interface MedecinFile {
  readonly entries: readonly MedecinEntry[];
  /** The set the bytes were read in. */
  readonly charset: HprimCharset;
  /** What was tolerated of the file as a whole. Never an `error`. */
  readonly findings: readonly Finding[];
}
