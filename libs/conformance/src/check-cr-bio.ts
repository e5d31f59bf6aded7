import type { Finding } from '@segur/errors';

/** A layer of checks. */
export type CheckLayer = 'security' | 'xsd' | 'rules';

/** What the checks said, and which of them ran. */
export interface CrBioCheck {
  readonly findings: readonly Finding[];
  readonly layers: readonly CheckLayer[];
}

/**
 * Checks a CR-BIO document: XSD when the official schemas are given, and our own rules always.
 *
 * @param options.ciSisDir - Folder of the official kit; without it the XSD does not run, and `layers` says so.
 */
export declare function checkCrBio(bytes: Uint8Array, options?: { readonly ciSisDir?: string }): CrBioCheck;
/** Validates against the official XSD. */
export declare function validateXsd(bytes: Uint8Array, ciSisDir: string): readonly Finding[];
