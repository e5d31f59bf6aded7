/** A code in an attribute of an assertion, HL7 V3 data type CE. */
export interface VihfCode {
  readonly code: string;
  /** OID. */
  readonly system: string;
  readonly label: string;
  readonly systemName?: string;
}

/** Vecteur d'identification et d'habilitation formelles: who asks, for whom, with which software. */
export interface Vihf {
  /** Starts with a letter or `_`: `_` and a UUID, new for each call. */
  readonly id: string;
  readonly issuedAt: Date;
  /** Login, or the start of the job. */
  readonly authenticatedAt: Date;
  /** Subject of the certificate that signs. */
  readonly issuer: string;
  /** PS_IdNat of the person who answers for an automated sending, or of who is logged in. */
  readonly subjectNameId: string;
  /** Person, or `software, version, service`. */
  readonly subjectId: string;
  /** `urn:oasis:names:tc:SAML:2.0:ac:classes:…`. */
  readonly authenticationContext: string;
  readonly mode: 'INDIRECTE' | 'INDIRECTE_RENFORCEE' | 'DIRECTE';
  /** The published samples do not agree on the spelling of this attribute. */
  readonly modeAttribute: 'Authentification_Mode' | 'Authentification_mode';
  readonly version: string;
  /** Struct_IdNat. */
  readonly structureId: string;
  /** JDV J02 with its OID: `SA25^1.2.250.1.71.4.2.4`. */
  readonly sector: string;
  /** Profession, then specialty; or `AUTOMATE` alone. */
  readonly roles: readonly [VihfCode, ...VihfCode[]];
  /** Absent: no patient is concerned. */
  readonly patient?: { readonly value: string; readonly oid: string };
  readonly purpose: VihfCode;
  readonly software: { readonly name: string; readonly version: string; readonly homologation: string; readonly instance?: string };
  /** `connexion secrète`, for minors under secret care: the code that the DMP gave for it. */
  readonly secretConnection?: string;
}

/** Normal access. Its system name follows the version of the VIHF. */
export const NORMAL_ACCESS: VihfCode = {
  code: 'normal',
  system: '1.2.250.1.213.1.1.4.248',
  systemName: 'mode acces VIHF 2.0',
  label: 'Accès normal',
};

/** An automated sender. */
export const AUTOMATE: VihfCode = { code: 'AUTOMATE', system: '1.2.250.1.213.1.1.4.6', label: 'Automate' };
