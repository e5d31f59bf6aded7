/** What an answer of the DMP means for a submission. */
export type Verdict =
  /** The DMP has it. */
  | 'accepted'
  /** Nothing was kept; ask again later. */
  | 'transient'
  /** Nobody knows whether it was kept. */
  | 'uncertain'
  /** The laboratory's certificate or settings are refused: all its submissions wait until a person mends them. */
  | 'configuration'
  /** This patient's DMP takes nothing: none, closed, or not known. */
  | 'eligibility'
  /** The document or its metadata are refused; a person decides. */
  | 'refused'
  /** As `refused`, and a patient may be mixed up with another. */
  | 'alarm'
  /** Its identifier is known there: ours, if an earlier answer was lost. */
  | 'duplicate';

/** What to do about one code. */
export interface AnswerPolicy {
  readonly verdict: Verdict;
  /** Of `transient`: how many attempts in all before a person decides. Absent: as the table of retries says. */
  readonly tries?: number;
}

const policies = (verdict: Verdict, codes: readonly string[], tries?: number) =>
  codes.map((code) => [code, tries === undefined ? { verdict } : { verdict, tries }] as const);

/**
 * Policy by code, as far as public material tells; the annex of the DMP's guide has more.
 *
 * @see IHE ITI TF-3, table 4.2.4.1-2; specs/dmp.md §9.2
 */
export const ANSWER_POLICIES: ReadonlyMap<string, AnswerPolicy> = new Map<string, AnswerPolicy>([
  ...policies('transient', [
    'XDSRegistryBusy',
    'XDSRepositoryBusy',
    'XDSRegistryOutOfResources',
    'XDSRepositoryOutOfResources',
    'XDSRegistryNotAvailable',
  ]),
  ...policies('transient', ['XDSRegistryError', 'XDSRepositoryError'], 3),
  // The entry that was to be replaced moved meanwhile: it is looked up anew for the second try.
  ...policies(
    'transient',
    [
      'XDSRegistryDeprecatedDocumentError',
      'XDSMetadataUpdateError',
      'XDSMetadataVersionError',
      'UnresolvedReferenceException',
      'XDSDocumentUniqueIdError',
    ],
    2,
  ),
  ...policies('configuration', [
    'DMPInvalidCertificate',
    'XDSUnknownRepositoryId',
    'XDSUnknownCommunity',
    'XDSUnavailableCommunity',
    'XDSMissingHomeCommunityId',
  ]),
  ...policies('eligibility', ['DMPClosed', 'DMPNotFound', 'XDSUnknownPatientId']),
  ...policies('duplicate', ['XDSDuplicateUniqueIdInRegistry']),
  ...policies('alarm', [
    'XDSPatientIdDoesNotMatch',
    'XDSPatientIDReconciliationError',
    'XDSResultNotSinglePatient',
    'DMPIdentityCertificationFailure',
  ]),
  ...policies('refused', [
    'DMPAccessDeniedByRightsService',
    'XDSRegistryMetadataError',
    'XDSRepositoryMetadataError',
    'XDSMissingDocument',
    'XDSMissingDocumentMetadata',
    'XDSRegistryDuplicateUniqueIdInMessage',
    'XDSRepositoryDuplicateUniqueIdInMessage',
    'XDSNonIdenticalHash',
    'XDSNonIdenticalSize',
    'XDSReplaceFailed',
    'InvalidDocumentContent',
    'XDSUnknownStoredQuery',
    'XDSStoredQueryMissingParam',
    'XDSStoredQueryParamNumber',
    'XDSTooManyResults',
    'XDSMetadataIdentifierError',
    'XDSMetadataUpdateOperationError',
    'XDSMetadataAnnotationError',
    'XDSObjectTypeError',
    'XDSInvalidRequestException',
    'XDSUnreferencedObjectException',
    'PartialFolderContentNotProcessed',
    'PartialAppendContentNotProcessed',
    'PartialReplaceContentNotProcessed',
    'PartialTransformNotProcessed',
    'PartialTransformReplaceNotProcessed',
    'DocumentQueued',
    'ReferencesExistException',
    'XDSRemoveDocumentsError',
  ]),
]);

/** A code that nobody told us of: one more try, then a person, and the table gets a line. */
export const UNKNOWN_CODE: AnswerPolicy = { verdict: 'transient', tries: 2 };

/** Texts of faults that came without a code. Matched only then. */
export const FAULT_TEXTS: readonly (readonly [RegExp, AnswerPolicy])[] = [
  [/DMP\s+(est\s+)?ferm|DMP inexistant|Patient inconnu/i, { verdict: 'eligibility' }],
];

/** When several codes come at once, the one that weighs most decides. */
export const WEIGHT: readonly Verdict[] = [
  'alarm',
  'refused',
  'configuration',
  'eligibility',
  'uncertain',
  'duplicate',
  'transient',
  'accepted',
];
