import type { CdaNode } from '../cda-tree.js';
import type { CdaCode } from '../cda-types.js';
import type { CdaResultCode } from '../cr-bio-document.js';
import { OID } from '../cr-bio-constants.js';
import { child, children, listed, present, toCode } from '../read-cda-types.js';
import type { ReadingContext } from './reading-context.js';

const OBSERVATION_METHOD = '2.16.840.1.113883.5.84';

/** A code of a result or of a battery, with what the report shows of it. */
export interface ReadCode {
  readonly code: CdaResultCode;
  /** What the reference shows, else the label of the code, else that of its translation. Empty: nothing says it. */
  readonly label: string;
}

/**
 * Reads the `code` of a result or of a battery.
 *
 * LOINC is LOINC in the code alone. The local code is a code of another system, as is tolerated since 2023.01, else the first
 * translation that is neither LOINC nor an HL7 method; whatever is left is among the others.
 */
export function readResultCode(owner: CdaNode, context: ReadingContext): ReadCode {
  const node = child(owner, 'code');
  const own = toCode(node);
  const translations = children(node, 'translation').flatMap((translation) => toCode(translation) ?? []);
  const words = context.originalText(node);
  const loinc = own?.codeSystem === OID.loinc ? own : undefined;
  const local = own && !loinc ? own : translations.find(isLocal);
  const others = listed(translations.filter((translation) => translation !== local));
  return {
    code: present<CdaResultCode>({ loinc, local, others }),
    label: words ?? own?.displayName ?? translations.find(({ displayName }) => displayName !== undefined)?.displayName ?? '',
  };
}

function isLocal({ codeSystem }: CdaCode): boolean {
  return codeSystem !== OID.loinc && codeSystem !== OBSERVATION_METHOD;
}

/** A code whose printed wording gives way to its label: kit, medium, act, site, vaccine. */
export function readLabelledCode(node: CdaNode | undefined, context: ReadingContext): { code?: CdaCode; words?: string } {
  const words = context.originalText(node);
  return present<{ code?: CdaCode; words?: string }>({ code: toCode(node), words });
}
