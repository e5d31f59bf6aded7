import type { CdaCode, CdaResultCode } from '@segur/cda';
import type { Coded, Laboratory, LocalCode, LoincCode } from '@segur/laboratory';
import { CHAPTER_LABELS, INTERPRETATION_LABELS } from './labels.js';
import { UnassemblableReport } from './unassemblable-report.js';

/** OID of LOINC. */
export const LOINC = '2.16.840.1.113883.6.1';
// Codes that wait for a LOINC: seven digits, where a LOINC has a hyphen.
const INTERIM = '1.2.250.1.213.1.1.5.130';
const INTERPRETATION = '2.16.840.1.113883.5.83';
const OID = /^[0-2](\.(0|[1-9]\d*))+$/;

/** A code that somebody gave, as it is. Every code of a document has a label: where nobody gave one, it is the code. */
export function toCode({ code, system, label }: Coded): CdaCode {
  return { code: spaceless(code), codeSystem: system, displayName: label.trim() || code };
}

/** A code, if it is one of that system: a document takes no other in this place. */
export function codeOf(system: string, coded: Coded | undefined): CdaCode | undefined {
  return coded?.system === system ? toCode(coded) : undefined;
}

/** A LOINC with its French label. */
export function toLoinc({ code, label }: LoincCode): CdaCode {
  return { code, codeSystem: LOINC, codeSystemName: 'LOINC', displayName: label.trim() || code };
}

/** The code of a chapter with its French label. @throws {UnassemblableReport} `unknown-chapter`. */
export function toChapterCode(code: string): CdaCode & { readonly displayName: string } {
  const displayName = CHAPTER_LABELS[code];
  if (displayName === undefined) throw new UnassemblableReport('unknown-chapter', { chapter: code });
  return code.includes('-')
    ? { code, codeSystem: LOINC, codeSystemName: 'LOINC', displayName }
    : { code, codeSystem: INTERIM, displayName };
}

/** Codes of a result or of a battery: LOINC where transcoding found one, the laboratory's own beside it. */
export function toResultCode(
  { code, loinc, category }: { readonly code: LocalCode; readonly loinc?: LoincCode; readonly category?: Coded },
  laboratory: Laboratory,
): CdaResultCode {
  const local = toLocalCode(code, laboratory);
  return {
    ...(loinc && { loinc: toLoinc(loinc) }),
    ...(local && { local }),
    ...(category && { others: [toCode(category)] }),
  };
}

/** Under LOINC's own OID there is no local code: the sender knew the LOINC alone. */
function toLocalCode({ localCode, label, system }: LocalCode, laboratory: Laboratory): CdaCode | undefined {
  if (system === LOINC || localCode.trim() === '') return undefined;
  const named =
    system !== undefined && OID.test(system) && system !== laboratory.catalogueOid
      ? { codeSystem: system }
      : { codeSystem: laboratory.catalogueOid, codeSystemName: laboratory.catalogueName };
  return { code: spaceless(localCode), ...named, displayName: label.trim() || localCode };
}

/** Interpretations of the French value set, none twice; the others are only printed. */
export function toInterpretations(codes: readonly string[]): readonly CdaCode[] {
  return [...new Set(codes)].flatMap((code) => {
    const displayName = INTERPRETATION_LABELS[code];
    return displayName === undefined ? [] : [{ code, codeSystem: INTERPRETATION, displayName }];
  });
}

/** A code in a document may hold no white space. */
function spaceless(code: string): string {
  return code.trim().replace(/\s+/g, '_');
}
