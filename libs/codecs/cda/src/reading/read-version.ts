import type { CdaTree } from '../cda-tree.js';
import type { CrBioVersion } from '../cr-bio-reading.js';
import type { CrBioBody } from '../cr-bio-document.js';
import type { ReadingNotes } from './reading-notes.js';

const VOLET = '1.2.250.1.213.1.1.1.55';
const KNOWN: readonly string[] = ['2021.01', '2023.01', '2024.01'] satisfies readonly CrBioVersion[];

/** The version of the volet: from its templateId, else from the schematron that the document names, else from what it holds. */
export function readVersion({ root, prolog }: CdaTree, body: CrBioBody, hasCopy: boolean, notes: ReadingNotes): CrBioVersion {
  const template = root.children.find(({ name, attributes }) => name === 'templateId' && attributes['root'] === VOLET);
  const stated = template?.attributes['extension'];
  if (stated !== undefined && isKnown(stated)) return stated;
  if (template && stated !== undefined) notes.add('cda.version', template, 'extension');
  const named = /<\?[^?]*BIO-CR-BIO_(\d{4}\.\d{2})\.sch/.exec(prolog)?.[1];
  if (named !== undefined && isKnown(named)) return named;
  // The copy on paper is required since 2024.01; context and vaccinations came with 2023.01.
  if (hasCopy) return '2024.01';
  return body.referral || body.vaccinations ? '2023.01' : '2021.01';
}

function isKnown(version: string): version is CrBioVersion {
  return KNOWN.includes(version);
}
