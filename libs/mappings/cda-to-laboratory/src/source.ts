import type { CdaCode, CdaId, CdaTime } from '@segur/cda';
import type { Coded, Identifier, StatedTime } from '@segur/laboratory';
import { ARCS } from '@segur/laboratory-to-cda';
import type { Remarks } from './finding-catalogue.js';
import { toStatedTime } from './to-stated-time.js';

/** What every part of one reading shares. */
export interface Source {
  readonly remarks: Remarks;
  /** OID under which the document's laboratory numbers things, as `toLaboratory` derives it. */
  readonly oidRoot: string;
  /** Number of the request. */
  readonly fillerNumber: string;
}

/** A time, or nothing and a remark. Nothing without a remark when the document gave none. */
export function timeAt(time: CdaTime | undefined, location: string, remarks: Remarks): StatedTime | undefined {
  if (time === undefined || time === '') return undefined;
  const stated = toStatedTime(time);
  if (stated === undefined) remarks.add('cda-time-malformed', location);
  return stated;
}

/** A code with its system; one without a system means nothing, and is left out with a remark. */
export function codedAt(code: CdaCode | undefined, location: string, remarks: Remarks): Coded | undefined {
  if (!code) return undefined;
  if (code.codeSystem === undefined) {
    remarks.add('cda-code-without-system', location);
    return undefined;
  }
  return { code: code.code, system: code.codeSystem, label: code.displayName ?? code.code };
}

/** `II` as the domain has it. */
export function toIdentifier({ root, extension }: CdaId): Identifier {
  return { root, ...(extension !== undefined && { extension }) };
}

/** What people call an identifier: its extension, else the whole of it. */
export function nameOf({ root, extension }: CdaId): string {
  return extension ?? root;
}

/** True for a number that the laboratory's own OID gives, under one of the arcs that documents are written with. */
export function isOwn(id: CdaId, arc: keyof typeof ARCS, oidRoot: string): boolean {
  return id.extension !== undefined && id.root === `${oidRoot}.${ARCS[arc]}`;
}

/** The number without the identifier, where writing derives the identifier again; else both. */
export function numbered(id: CdaId, arc: keyof typeof ARCS, oidRoot: string): { number: string; identifier?: Identifier } {
  return isOwn(id, arc, oidRoot) ? { number: nameOf(id) } : { number: nameOf(id), identifier: toIdentifier(id) };
}
