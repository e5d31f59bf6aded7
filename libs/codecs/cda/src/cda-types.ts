/** HL7 v3 timestamp as written in the document: `YYYY[MM[DD[hhmm[ss]]]]` with an offset for anything finer than a day. */
export type CdaTime = string;

/** `II`. */
export interface CdaId {
  /** OID or UUID. */
  readonly root: string;
  readonly extension?: string;
  readonly assigningAuthorityName?: string;
}

/** `CE`/`CD` with a code. */
export interface CdaCode {
  readonly code: string;
  /** OID. Absent only for the few codes of `CS` type. */
  readonly codeSystem?: string;
  readonly codeSystemName?: string;
  readonly displayName?: string;
}

/** The datum is withheld (`MSK`) or not known (`UNK`). */
export interface CdaNull {
  readonly nullFlavor: string;
}

/** `AD`: lines, or named parts; never both. */
export interface CdaAddress {
  readonly use?: string;
  readonly lines?: readonly string[];
  readonly houseNumber?: string;
  readonly houseNumberNumeric?: string;
  readonly streetName?: string;
  readonly streetNameType?: string;
  /** Building, floor, hamlet. */
  readonly additionalLocator?: string;
  /** Flat, staircase, door. */
  readonly unitID?: string;
  readonly postBox?: string;
  readonly precinct?: string;
  readonly state?: string;
  readonly postalCode?: string;
  readonly city?: string;
  /** INSEE (COG) code of the commune, or 99xxx for a country of birth. */
  readonly county?: string;
  readonly country?: string;
}

/** `TEL` with its scheme: `tel:0102030405`. */
export interface CdaTelecom {
  readonly value: string;
  readonly use?: string;
}

/** Name of a professional. */
export interface CdaPersonName {
  readonly family: string;
  readonly given?: string;
  /** JDV J245: `M` or `MME`. */
  readonly prefix?: string;
  /** JDV J246: `DR`, `MC`, `MG`, `PC`, `PG` or `PR`. */
  readonly suffix?: string;
}

/** A structure. `ids` may hold its FINESS and its accreditation. */
export interface CdaOrganization {
  readonly ids: readonly CdaId[];
  readonly name?: string;
  readonly telecoms: readonly (CdaTelecom | CdaNull)[];
  readonly addresses: readonly (CdaAddress | CdaNull)[];
  /** JDV J04, `standardIndustryClassCode`: the practice setting. */
  readonly industryClass?: CdaCode;
}

/** `assignedEntity`, `assignedAuthor`, `associatedEntity` and `intendedRecipient` alike. */
export interface CdaEntity {
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
  readonly addresses: readonly (CdaAddress | CdaNull)[];
  readonly telecoms: readonly (CdaTelecom | CdaNull)[];
  readonly person?: CdaPersonName;
  readonly organization?: CdaOrganization;
}

/** `IVL_TS`: a point (`value`) or bounds. */
export interface CdaInterval {
  readonly value?: CdaTime;
  readonly low?: CdaTime;
  readonly high?: CdaTime;
}

/** True for a datum that is withheld or not known. */
export function isNull(datum: object): datum is CdaNull {
  return 'nullFlavor' in datum;
}
