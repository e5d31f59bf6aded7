import { children, hasTemplate, type CdaDocument } from './document.js';
import { TEMPLATE } from './rules/code-lists.js';

/** A published version of the volet CR-BIO. */
export type CrBioVersion = '2021.01' | '2023.01' | '2024.01';

const VERSIONS: readonly CrBioVersion[] = ['2021.01', '2023.01', '2024.01'];

/** What a document says of its version: the extension of its templateId, else the schematron that it names. */
export function statedVersion(document: CdaDocument): CrBioVersion | undefined {
  const volet = children(document.root, 'templateId').find(({ attributes }) => attributes['root'] === TEMPLATE.crBio);
  return VERSIONS.find((version) => version === volet?.attributes['extension']) ?? known(document.schematron);
}

/**
 * The version by which a document is judged. One that says nothing is judged as 2024.01, except where it can only be a 2021.01: the
 * templateId of the volet had no extension then, and the copy on paper was not allowed.
 */
export function versionOf(document: CdaDocument): CrBioVersion {
  const stated = statedVersion(document);
  if (stated !== undefined) return stated;
  const old = hasTemplate(document.root, TEMPLATE.crBio) && document.withTemplate(TEMPLATE.pdfCopy).length === 0;
  return old ? '2021.01' : '2024.01';
}

function known(text: string | undefined): CrBioVersion | undefined {
  return VERSIONS.find((version) => version === text);
}
