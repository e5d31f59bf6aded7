/** OIDs that rules compare. */
export const OID = {
  loinc: '2.16.840.1.113883.6.1',
  professionals: '1.2.250.1.71.4.2.1',
  structures: '1.2.250.1.71.4.2.2',
  dmp: '1.2.250.1.213.4.1',
  awaitingLoinc: '1.2.250.1.213.1.1.5.130',
  snomed: '2.16.840.1.113883.6.96',
  germs: '2.16.840.1.113883.3.9471',
  interpretation: '2.16.840.1.113883.5.83',
  iheActCode: '1.3.5.1.4.1.19376.1.5.3.2',
  confidentiality: '2.16.840.1.113883.5.25',
  gender: '2.16.840.1.113883.5.1',
  practiceSetting: '1.2.250.1.213.1.1.4.9',
} as const;

/** Roots of the INS: NIR, NIA, test, demonstration. */
export const INS_ROOTS: ReadonlySet<string> = new Set(['8', '9', '10', '11'].map((arc) => `1.2.250.1.213.1.4.${arc}`));

/** HL7 ObservationInterpretation, value set 2.16.840.1.113883.1.11.78 of the CI-SIS. */
export const INTERPRETATIONS: ReadonlySet<string> = new Set(
  (
    '< > A AA B CAR D DET E EX EXP H HH HU HX I IE IND L LL LU LX N NCL ND NEG NR NS POS R RR S SDD SYN-R SYN-S ' + 'U UNE W WR'
  ).split(' '),
);

/** Null flavours of the CDA XSD. */
export const NULL_FLAVORS: ReadonlySet<string> = new Set('ASKU MSK NA NASK NAV NI NINF NP OTH PINF TRC UNK'.split(' '));

const setOf = (codes: string): ReadonlySet<string> => new Set(codes.split(' '));

const PARTICIPATIONS =
  'ADM ALY ATND AUT AUTHEN BBY BEN CAGNT CALLBCK CAT CON COV CSM CST DEV DIR DIS DIST DON DST ELOC ENT ESC EXPAGNT EXPART EXPTRGT EXSRC ' +
  'GUAR HLD IND INF IRCP LA LOC NOT NRD ORG PART PPRF PRCP PRD PRF RCT RCV RDV REF REFB REFT RESP RML SBJ SPC SPRF TRANS TRC VIA VRF WIT';

/** Structural attributes that the CDA fixes: it leaves them out or says this. */
export const FIXED_CODES: Readonly<Record<'classCode' | 'typeCode', Readonly<Record<string, string>>>> = {
  classCode: {
    patientRole: 'PAT',
    patient: 'PSN',
    guardian: 'GUARD',
    birthplace: 'BIRTHPL',
    place: 'PLC',
    assignedAuthor: 'ASSIGNED',
    assignedEntity: 'ASSIGNED',
    assignedCustodian: 'ASSIGNED',
    assignedPerson: 'PSN',
    associatedPerson: 'PSN',
    relatedPerson: 'PSN',
    representedOrganization: 'ORG',
    representedCustodianOrganization: 'ORG',
    receivedOrganization: 'ORG',
    scopingOrganization: 'ORG',
    encompassingEncounter: 'ENC',
    healthCareFacility: 'SDLOC',
    structuredBody: 'DOCBODY',
    section: 'DOCSECT',
    act: 'ACT ACCM CONS CTTEVENT INC INFRM PCPR REG SPCTRT',
    organizer: 'BATTERY CLUSTER',
    observationRange: 'OBS',
  },
  typeCode: {
    recordTarget: 'RCT',
    author: 'AUT',
    dataEnterer: 'ENT',
    informant: 'INF',
    custodian: 'CST',
    informationRecipient: 'PRCP TRC',
    legalAuthenticator: 'LA',
    authenticator: 'AUTHEN',
    inFulfillmentOf: 'FLFS',
    documentationOf: 'DOC',
    componentOf: 'COMP',
    performer: 'PRF PPRF SPRF',
    component: 'COMP',
    entry: 'COMP DRIV',
    entryRelationship: 'CAUS COMP GEVL MFST REFR RSON SAS SPRT SUBJ XCRPT',
    participant: PARTICIPATIONS,
    specimen: 'SPC',
    referenceRange: 'REFV',
  },
};
export const MOODS = setOf('APT ARQ CRT DEF EVN EVN.CRT EXPEC GOL INT OPT PERM PERMRQ PRMS PRP RMD RQO RSK SLOT');

/** Data types of the CDA that an element may say to have. */
export const XSI_TYPES = setOf(
  'AD ADXP ANY BIN BL BN CD CE CO CR CS CV ED EIVL_TS EN ENXP GLIST_PQ GLIST_TS II INT IVL_INT IVL_MO IVL_PQ IVL_REAL IVL_TS MO ON ' +
    'PIVL_TS PN PQ PQR QTY REAL RTO RTO_MO_PQ RTO_PQ_PQ RTO_QTY_QTY SC SLIST_PQ SLIST_TS ST SXCM_INT SXCM_MO SXCM_PQ SXCM_REAL SXCM_TS ' +
    'SXPR_TS TEL TN TS URL UVP_TS HXIT_PQ HXIT_CE BXIT_IVL_PQ IVXB_INT IVXB_MO IVXB_PQ IVXB_REAL IVXB_TS SXCM_CD PPD_PQ PPD_TS IVL_PPD_PQ IVL_PPD_TS thumbnail',
);

/** JDV J04 PracticeSetting. */
export const PRACTICE_SETTINGS = setOf('AMBULATOIRE AMO DEPISTAGE ESSMS ETABLISSEMENT HAD MAD PALLIATIF SAD SNR');

/** JDV J245 Civilité and J246 Titre. */
export const PREFIXES: ReadonlySet<string> = new Set(['M', 'MME']);
export const SUFFIXES: ReadonlySet<string> = new Set(['DR', 'MC', 'MG', 'PC', 'PG', 'PR']);

/** Template identifiers on which rules hang. */
export const TEMPLATE = {
  hl7France: '2.16.840.1.113883.2.8.2.1',
  structurationMinimale: '1.2.250.1.213.1.1.1.1',
  xdLab: '1.3.6.1.4.1.19376.1.3.3',
  crBio: '1.2.250.1.213.1.1.1.55',
  scannedDocument: '1.3.6.1.4.1.19376.1.2.20',
  authenticator: '1.3.6.1.4.1.19376.1.3.3.1.5',
  performer: '1.3.6.1.4.1.19376.1.3.3.1.7',
  chapter: '1.3.6.1.4.1.19376.1.3.3.2.1',
  subChapter: '1.3.6.1.4.1.19376.1.3.3.2.2',
  secondIntention: '1.2.250.1.213.1.1.2.60',
  comments: '1.3.6.1.4.1.19376.1.4.1.2.16',
  reason: '1.2.250.1.213.1.1.2.128',
  pdfCopy: '1.2.250.1.213.1.1.2.243',
  vaccinations: '1.2.250.1.213.1.1.2.147',
  results: '1.3.6.1.4.1.19376.1.3.1',
  nonHumanSubject: '1.3.6.1.4.1.19376.1.3.3.1.2.1',
  frenchResults: '1.2.250.1.213.1.1.3.21',
  battery: '1.3.6.1.4.1.19376.1.3.1.4',
  isolate: '1.3.6.1.4.1.19376.1.3.1.5',
  frenchIsolate: '1.2.250.1.213.1.1.3.79',
  observation: '1.3.6.1.4.1.19376.1.3.1.6',
  frenchObservation: '1.2.250.1.213.1.1.3.80',
  specimen: '1.3.6.1.4.1.19376.1.3.1.2',
  specimenReceived: '1.3.6.1.4.1.19376.1.3.1.3',
  comment: '1.3.6.1.4.1.19376.1.5.3.1.4.2',
  ccdComment: '2.16.840.1.113883.10.20.1.40',
  frenchComment: '1.2.250.1.213.1.1.3.32',
  attached: '1.2.250.1.213.1.1.3.18',
  attachedType: '1.2.250.1.213.1.1.3.48.18',
  simpleObservation: '1.3.6.1.4.1.19376.1.5.3.1.4.13',
  codedReason: '1.3.6.1.4.1.19376.1.5.3.1.3.2',
  problem: '1.3.6.1.4.1.19376.1.5.3.1.4.5',
  ccdProblem: '2.16.840.1.113883.10.20.1.28',
  immunizations: '1.3.6.1.4.1.19376.1.5.3.1.3.23',
  ccdImmunizations: '2.16.840.1.113883.10.20.1.6',
  immunization: '1.3.6.1.4.1.19376.1.5.3.1.4.12',
  ccdImmunization: '2.16.840.1.113883.10.20.1.24',
  product: '1.3.6.1.4.1.19376.1.5.3.1.4.7.2',
} as const;
