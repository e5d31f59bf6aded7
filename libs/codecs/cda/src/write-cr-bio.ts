import type { CrBioDocument } from './cr-bio-document.js';
/** Writes the document: UTF-8, canonical spelling, no byte order mark. */
export declare function writeCrBio(document: CrBioDocument): Buffer;
