/** Where an identity stands in the référentiel INS. Only `qualifiee` lets the matricule leave. */
export type IdentityStatus = 'provisoire' | 'recuperee' | 'validee' | 'qualifiee';

/** National health identity number, as INSi gave it. */
export interface InsMatricule {
  /** 15 characters: 13 of the NIR or NIA, then the two digits of the key; Corsica keeps `2A` or `2B`. */
  readonly value: string;
  /** OID of the assigning authority: one of `INS_AUTHORITIES`. */
  readonly oid: string;
}

/** The traits of an identity. Texts are kept as they came: lunar and partial birth dates are real. */
export interface IdentityTraits {
  /** Nom de naissance. */
  readonly birthName: string;
  /** Premier prénom de l'acte de naissance. */
  readonly birthFirstName: string;
  /** Prénoms de l'acte de naissance, all of them, separated by spaces. */
  readonly birthGivenNames?: string;
  readonly usedName?: string;
  readonly usedFirstName?: string;
  /** `YYYYMMDD`, or cut where the sender stopped; day or month may be `00`. Empty when unknown. */
  readonly birthDate: string;
  readonly sex: 'M' | 'F' | 'U';
  /** INSEE code (COG) of the commune of birth, or 99xxx for a country. */
  readonly birthPlaceInsee?: string;
  readonly birthPlaceName?: string;
}

/** An identifier given by an institution: an OID and what it means there. */
export interface LocalIdentifier {
  readonly root: string;
  readonly extension: string;
}

export interface Address {
  readonly lines: readonly string[];
  readonly postalCode?: string;
  readonly city?: string;
  readonly country?: string;
}

export interface Telecom {
  /** With its scheme: `tel:0102030405`, `mailto:someone@example.org`. */
  readonly value: string;
  readonly use?: 'H' | 'HP' | 'HV' | 'WP' | 'DIR' | 'PUB' | 'EC' | 'MC' | 'PG';
}

/** Who acts for a patient who may not: a parent, a tutor, an institution. */
export interface Guardian {
  /** Family name, or the name of the institution. */
  readonly name: string;
  /** Absent for an institution. */
  readonly given?: string;
  readonly kind: 'person' | 'organization';
  readonly prefix?: 'M' | 'MME';
  readonly addresses: readonly Address[];
  readonly telecoms: readonly Telecom[];
}

/** A patient, as the laboratory identifies them. */
export interface Identity {
  readonly status: IdentityStatus;
  readonly traits: IdentityTraits;
  /** Kept as received whatever the status; it may be printed only through `QualifiedIdentity`. */
  readonly insMatricule?: InsMatricule;
  /** IPP and other identifiers of the laboratory or the hospital. */
  readonly localIds: readonly LocalIdentifier[];
  readonly addresses: readonly Address[];
  readonly telecoms: readonly Telecom[];
  readonly guardians?: readonly Guardian[];
  /** Known to be dead, and since when (`YYYYMMDD`, cut where it is unknown) if somebody said. */
  readonly deceased?: { readonly at?: string };
  /** Rank among the children of a multiple birth. */
  readonly birthRank?: number;
}
