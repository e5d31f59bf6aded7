import { LEXICON_VERSION } from '@segur/propose-codes';
import type { Reference } from '../import-reference/reference-concepts.js';
import type { MappingEvidence } from './reviewed-mapping.js';

/** Of the way in which proposals are made; a new one makes all of them again. */
export const ALGORITHM_VERSION = '1';

/** What proposals depend on, in one text. */
export function proposalVersions(reference: Pick<Reference, 'release' | 'valueSetVersion'>): string {
  return JSON.stringify(versionFields(reference));
}

/** The same, as a mapping keeps it. */
export function versionFields({ release, valueSetVersion }: Pick<Reference, 'release' | 'valueSetVersion'>): MappingEvidence {
  return {
    loincRelease: release,
    ...(valueSetVersion && { valueSetVersion }),
    algorithmVersion: ALGORITHM_VERSION,
    lexiconVersion: LEXICON_VERSION,
  };
}
