import type { XdsCode, XdsPatientId, XdsPatientInfo, XdsPerson, XdsStructure } from './metadata.js';

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\E\\', '|': '\\F\\', '^': '\\S\\', '&': '\\T\\', '~': '\\R\\' };

/**
 * Escapes the separators of HL7 v2 inside a component. Line ends and tabs become spaces: a metadata value is one line.
 *
 * @see HL7 v2.5.1, chapter 2, 2.7.1
 */
export function escapeHl7(text: string): string {
  return text.replace(/[\\|^&~]/g, (separator) => ESCAPES[separator] ?? separator).replace(/\s+/g, ' ');
}

/** `8{RPPS}^NOM^Prénom^^^^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS`. */
export function formatXcn({ id, family, given, authority, nameType, idType }: XdsPerson): string {
  const name = `${escapeHl7(id)}^${escapeHl7(family)}^${escapeHl7(given ?? '')}`;
  return `${name}^^^^^^&${authority}&ISO^${nameType}^^^${idType}`;
}

/** `NOM^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^{Struct_IdNat}`. */
export function formatXon({ name, id }: XdsStructure): string {
  return `${escapeHl7(name)}^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^${escapeHl7(id)}`;
}

/** `{matricule}^^^&{OID}&ISO^NH`; the former date of effect is not written. */
export function formatCx({ id, authority, type }: XdsPatientId): string {
  return `${escapeHl7(id)}^^^&${authority}&ISO^${type}`;
}

/** `code^label^system`: how French metadata write a coded authorSpecialty. */
export function formatCodedText({ code, label, system }: XdsCode): string {
  return `${escapeHl7(code)}^${escapeHl7(label)}^${system}`;
}

/** The values of `sourcePatientInfo`: birth name and first given name, birth date, sex. */
export function formatPatientInfo({ family, given, birthDate, sex }: XdsPatientInfo): readonly string[] {
  const values = [`PID-5|${escapeHl7(family)}^${escapeHl7(given ?? '')}^^^^^L`];
  if (birthDate) values.push(`PID-7|${birthDate}`);
  return [...values, `PID-8|${sex}`];
}
