/** A code, its label and the OID (or name) of its system: one ebXML Classification. */
export interface XdsCode {
  readonly code: string;
  readonly label: string;
  /** `codingScheme`: an OID without `urn:oid:`, or one of the names that the DMP uses (`URN`, `ASTM`). */
  readonly system: string;
}

/** A person or a device, HL7 v2 data type XCN. */
export interface XdsPerson {
  readonly id: string;
  readonly family: string;
  readonly given?: string;
  /** OID of who gave the identifier: 1.2.250.1.71.4.2.1 for professionals. */
  readonly authority: string;
  /** XCN.10: `D` a person under their own name, `U` a device. */
  readonly nameType: 'D' | 'U';
  /** XCN.13: `IDNPS` national, `EI` given by an employer, `RI` a resource. */
  readonly idType: 'IDNPS' | 'EI' | 'RI';
}

/** A structure, HL7 v2 data type XON; always identified under 1.2.250.1.71.4.2.2. */
export interface XdsStructure {
  readonly name: string;
  /** Struct_IdNat: `1` + FINESS, `3` + SIRET… */
  readonly id: string;
}

/** A patient's identifier, HL7 v2 data type CX. */
export interface XdsPatientId {
  readonly id: string;
  /** OID. */
  readonly authority: string;
  /** `NH`: matricule INS. `PI`: given by an institution. */
  readonly type: 'NH' | 'PI';
}

/** Strict traits of the patient: PID-5, PID-7 and PID-8. */
export interface XdsPatientInfo {
  readonly family: string;
  readonly given?: string;
  /** `YYYYMMDD`, or cut. Absent: unknown. */
  readonly birthDate?: string;
  readonly sex: 'M' | 'F' | 'U';
}

/** One author with what they were when they wrote. */
export interface XdsAuthor {
  readonly person?: XdsPerson;
  readonly institutions: readonly XdsStructure[];
  readonly role?: string;
  /** JDV J01, e.g. `G15_10/SM03`. */
  readonly specialty?: XdsCode;
}

/** HL7 v2 DTM in UTC, without offset: `YYYY[MM[DD[hh[mm[ss]]]]]`. */
export type XdsTime = string;

/** An ebXML slot that this model does not name. */
export interface XdsSlot {
  readonly name: string;
  readonly values: readonly string[];
}

/**
 * Metadata of one document.
 *
 * @see IHE ITI TF-3, 4.2.3.2; CI-SIS, volet Partage de documents de santé
 */
export interface DocumentEntry {
  /** Id in the message, equal to that of the document's bytes: `Document01`, or `urn:uuid:`… */
  readonly entryId: string;
  /** OID, at most 64 characters, no extension. */
  readonly uniqueId: string;
  readonly patientId: XdsPatientId;
  readonly sourcePatientId: XdsPatientId;
  readonly sourcePatientInfo?: XdsPatientInfo;
  /** One or more. */
  readonly authors: readonly XdsAuthor[];
  readonly legalAuthenticator?: XdsPerson;
  /** At most 128 characters. */
  readonly title: string;
  readonly comments?: string;
  readonly creationTime: XdsTime;
  readonly serviceStartTime?: XdsTime;
  readonly serviceStopTime?: XdsTime;
  readonly languageCode: string;
  readonly mimeType: string;
  readonly classCode: XdsCode;
  readonly typeCode: XdsCode;
  readonly formatCode: XdsCode;
  readonly facilityType: XdsCode;
  readonly practiceSetting: XdsCode;
  readonly eventCodes: readonly XdsCode[];
  /** One of N, R, V, and up to three of the French codes. */
  readonly confidentiality: readonly XdsCode[];
  /** SHA-1 of the bytes, lower-case hexadecimal. */
  readonly hash?: string;
  readonly sizeBytes?: number;
  /** File name on a medium (XDM). Never sent to the DMP. */
  readonly uri?: string;
  /** Further slots, e.g. `referenceIdList` or `urn:action:extraMetadataSlot`. */
  readonly extraSlots?: readonly XdsSlot[];
}

/**
 * Metadata of one lot.
 *
 * @see IHE ITI TF-3, 4.2.3.3
 */
export interface SubmissionSet {
  /** Id in the message: `SubmissionSet01`, or `urn:uuid:`… */
  readonly entryId: string;
  /** OID, other than any document's. */
  readonly uniqueId: string;
  /** OID of the software instance that sends. */
  readonly sourceId: string;
  readonly patientId: XdsPatientId;
  readonly submissionTime: XdsTime;
  readonly title?: string;
  readonly comments?: string;
  readonly authors: readonly XdsAuthor[];
  readonly contentType: XdsCode;
}

/** A lot: its set, its documents, and how they relate to what is there and to each other. */
export interface Submission {
  readonly set: SubmissionSet;
  /** One or more. */
  readonly documents: readonly DocumentEntry[];
  /** Documents of this lot that replace a version which the registry holds. */
  readonly replacements?: readonly {
    /** `DocumentEntry.entryId` of the new version. */
    readonly by: string;
    /** entryUUID of the old version: `urn:uuid:`…, asked for just before. */
    readonly replaced: string;
  }[];
  /** `entryId` of the document that holds the lot's signature. */
  readonly signature?: string;
}
