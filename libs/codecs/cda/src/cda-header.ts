import type {
  CdaAddress,
  CdaCode,
  CdaEntity,
  CdaId,
  CdaInterval,
  CdaNull,
  CdaOrganization,
  CdaPersonName,
  CdaTelecom,
  CdaTime,
} from './cda-types.js';

/** Parts of a patient's name by qualifier (CI-SIS, structuration minimale). */
export interface CdaPatientName {
  /** `family qualifier="BR"`: nom de naissance. */
  readonly birthFamily?: string;
  /** `given` without qualifier: prénoms de l'acte de naissance, separated by spaces. */
  readonly givenNames?: string;
  /** `given qualifier="BR"`: premier prénom de l'acte de naissance. */
  readonly birthGiven?: string;
  /** `family qualifier="CL"`: nom utilisé. */
  readonly usedFamily?: string;
  /** `given qualifier="CL"`: prénom utilisé. */
  readonly usedGiven?: string;
}

/** Commune or country of birth. */
export interface CdaBirthplace {
  /** INSEE code, `addr/county`. */
  readonly county?: string;
  readonly city?: string;
}

/** `patient/guardian`. */
export interface CdaGuardian {
  readonly addresses: readonly (CdaAddress | CdaNull)[];
  readonly telecoms: readonly (CdaTelecom | CdaNull)[];
  /** `guardianPerson` or `guardianOrganization`. */
  readonly person?: CdaPersonName;
  readonly organization?: { readonly name: string };
}

/** `informant/relatedEntity`. */
export interface CdaRelative {
  /** `ECON`, `NOK`, `CON`, `CAREGIVER` or `PAT`. */
  readonly classCode: string;
  /** JDV J11. */
  readonly code?: CdaCode;
  readonly addresses: readonly (CdaAddress | CdaNull)[];
  readonly telecoms: readonly (CdaTelecom | CdaNull)[];
  readonly person?: CdaPersonName;
}

/** `recordTarget/patientRole`. */
export interface CdaPatient {
  /** In document order: the INS first, when there is one. */
  readonly ids: readonly CdaId[];
  readonly addresses: readonly (CdaAddress | CdaNull)[];
  readonly telecoms: readonly (CdaTelecom | CdaNull)[];
  readonly name: CdaPatientName;
  /** Absent: unknown (`UNK`). */
  readonly gender?: CdaCode;
  /** `YYYYMMDD` or shorter. Absent: unknown (`UNK`). */
  readonly birthTime?: CdaTime;
  readonly birthplace?: CdaBirthplace;
  readonly guardians?: readonly CdaGuardian[];
  /** `sdtc:deceasedInd` true, and when if known. */
  readonly deceased?: { readonly time?: CdaTime };
  /** `sdtc:multipleBirthOrderNumber`. */
  readonly birthOrder?: number;
}

/** A device as author, e.g. a self-validating system. */
export interface CdaDevice {
  readonly manufacturerModelName?: string;
  readonly softwareName?: string;
}

/** `informationRecipient`. The XSD gives it no profession. */
export interface CdaRecipient extends Omit<CdaEntity, 'code'> {
  /** `PRCP`: addressed to; `TRC`: in copy. */
  readonly typeCode?: string;
}

/** `author`. */
export interface CdaAuthor extends CdaEntity {
  readonly time: CdaTime;
  readonly functionCode?: CdaCode;
  readonly device?: CdaDevice;
}

/** `legalAuthenticator` or `authenticator`. */
export interface CdaSignatory extends CdaEntity {
  readonly time: CdaTime;
}

/** Header `participant`; the organisation is its `scopingOrganization`. */
export interface CdaParticipant extends CdaEntity {
  /** `REF` prescriber, `PRF` sampler… (JDV J144). */
  readonly typeCode: string;
  readonly functionCode?: CdaCode;
  readonly time: CdaInterval;
}

/** `serviceEvent/performer`. */
export interface CdaPerformer extends CdaEntity {
  readonly time?: CdaInterval;
}

/** `documentationOf/serviceEvent`. */
export interface CdaServiceEvent {
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
  /** `lab:statusCode`: `completed` or `active`. */
  readonly status?: string;
  readonly time: CdaInterval;
  readonly performer?: CdaPerformer;
}

/** `componentOf/encompassingEncounter`. */
export interface CdaEncounter {
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
  readonly time: CdaInterval;
  readonly responsibleParty?: CdaEntity;
  /** JDV J02: `location/healthCareFacility/code`. */
  readonly facilityCode?: CdaCode;
  readonly facilityName?: string;
  readonly facilityAddress?: CdaAddress;
}

/** Header of a CDA R2 document of the CI-SIS, in the document's own words. What XDS metadata are made of. */
export interface CdaHeader {
  readonly templateIds: readonly CdaId[];
  readonly id: CdaId;
  readonly setId?: CdaId;
  readonly versionNumber?: number;
  readonly code: CdaCode;
  readonly title: string;
  readonly effectiveTime: CdaTime;
  readonly confidentiality: CdaCode;
  readonly language: string;
  readonly patient: CdaPatient;
  /** One or more. */
  readonly authors: readonly CdaAuthor[];
  /** `informant/relatedEntity`. */
  readonly relatives?: readonly CdaRelative[];
  readonly custodian?: CdaOrganization;
  readonly informationRecipients: readonly CdaRecipient[];
  readonly legalAuthenticator?: CdaSignatory;
  readonly authenticators: readonly CdaSignatory[];
  readonly participants: readonly CdaParticipant[];
  /** `inFulfillmentOf/order/id`. */
  readonly orders: readonly CdaId[];
  /** The first is the main act, the one with a performer. */
  readonly serviceEvents: readonly CdaServiceEvent[];
  /** `relatedDocument[@typeCode='RPLC']/parentDocument/id`. */
  readonly replaces?: CdaId;
  readonly encounter?: CdaEncounter;
  /** `structured` (N3) or `unstructured` (N1: `nonXMLBody`). */
  readonly body: 'structured' | 'unstructured';
}
