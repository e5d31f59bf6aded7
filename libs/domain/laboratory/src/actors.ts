import type { Address, Telecom } from '@segur/identity';

/** A code with the system that gives it a meaning. */
export interface Coded {
  readonly code: string;
  /** OID. */
  readonly system: string;
  readonly label: string;
}

/** A structure: a laboratory, a hospital, a practice. */
export interface Organization {
  /** National identifier with its type digit (`1` + FINESS, `2` + SIREN, `3` + SIRET, `0` + ADELI and rank), under 1.2.250.1.71.4.2.2. */
  readonly nationalId?: string;
  readonly name: string;
  readonly address?: Address;
  readonly telecoms: readonly Telecom[];
  /** JDV J04 practiceSettingCode, e.g. `AMBULATOIRE`. */
  readonly sector?: string;
}

/** A health professional. */
export interface Professional {
  /** National identifier with its type digit (`8` + RPPS, `0` + ADELI, `3` + FINESS + `/` + internal), under 1.2.250.1.71.4.2.1. */
  readonly nationalId?: string;
  /** Identifier of the sender's own directory, where there is no national one. */
  readonly localId?: string;
  readonly family: string;
  readonly given?: string;
  /** JDV J245 Civilité. */
  readonly prefix?: 'M' | 'MME';
  /** JDV J246 Titre. */
  readonly suffix?: 'DR' | 'MC' | 'MG' | 'PC' | 'PG' | 'PR';
  /** Profession and savoir-faire, JDV J01, e.g. `G15_10/SM03`. */
  readonly specialty?: Coded;
  readonly address?: Address;
  readonly telecoms: readonly Telecom[];
  /** MSSanté address. Absent: it must be looked up, or the mail cannot leave. */
  readonly mssAddress?: string;
  /** Where they practise. */
  readonly organization?: Organization;
}

/** How the messages of a laboratory depart from what is expected of everybody. */
export interface MessageHabits {
  /** Codes of OBX-3 under which a PDF is the whole report as it was printed, beside LOINC 11502-2 and 55108-5. */
  readonly printedReportCodes?: readonly string[];
  /** Local codes of OBX-3 under which the name of a germ stands. */
  readonly organismCodes?: readonly string[];
  /** Words in a field for numbers (OBX-2 NM) are a result in words. Absent: they refuse the message. */
  readonly wordsInNumbers?: boolean;
  /** `2.920` is two thousand nine hundred and twenty. Absent: decimal, or refused where the message writes decimal commas. */
  readonly thousandsByPoints?: boolean;
  /** Each message holds the whole state: results that it leaves out are gone. Absent: they stand. */
  readonly fullReplace?: boolean;
}

/** The laboratory that answers for a report: what a message does not say and a document must. */
export interface Laboratory {
  /** Tenant: the legal FINESS, 9 characters. */
  readonly finess: string;
  readonly name: string;
  readonly address: Address;
  readonly telecoms: readonly Telecom[];
  /** OID under which this laboratory numbers orders, reports, specimens and local patients. */
  readonly oidRoot: string;
  /** OID of its catalogue of analyses, for local codes in documents. */
  readonly catalogueOid: string;
  readonly catalogueName: string;
  /** JDV J04 practiceSettingCode. */
  readonly sector: 'AMBULATOIRE' | 'ETABLISSEMENT';
  /** Biologists who may sign. A report's validator is matched here by identifier; the first is the default where the message names none and the laboratory allows it. */
  readonly biologists: readonly Professional[];
  /** Who directs it; absent: the first of the biologists. */
  readonly director?: Professional;
  /** Sign with the first biologist when the message names no validator. */
  readonly defaultBiologist: boolean;
  /** Section identifier of the COFRAC accreditation, e.g. `8-0000`. */
  readonly cofrac?: string;
  /** OBR-24 diagnostic section → chapter LOINC, in addition to the standard table. */
  readonly chapters?: Readonly<Record<string, string>>;
  /** Mailbox that patients and professionals may answer to. */
  readonly replyTo?: string;
  /** MSSanté addresses of those the laboratory writes to, by national identifier: its own address book, used where a message gives none. */
  readonly correspondents?: Readonly<Record<string, string>>;
  readonly messages?: MessageHabits;
  /** IANA zone of times that a message states without an offset. Absent: `Europe/Paris`. */
  readonly timeZone?: string;
}
