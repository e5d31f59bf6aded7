import { hasErrors, type Finding } from '@segur/errors';
import { CATALOGUE, type RemarkCode } from './finding-catalogue.js';

/** Collects the findings of one reading, in the order they are met. */
export class Remarks {
  private readonly made: Finding[];
  private readonly said = new Set<string>();

  constructor(before: readonly Finding[] = []) {
    this.made = [...before];
  }

  get findings(): readonly Finding[] {
    return this.made;
  }

  get refuses(): boolean {
    return hasErrors(this.made);
  }

  /** Notes a remark at a place, `OBX[3]-5`, once: a field may be read more than once. */
  add(code: RemarkCode, location: string): void {
    const key = `${code} ${location}`;
    if (this.said.has(key)) return;
    this.said.add(key);
    const { severity, en, fr } = CATALOGUE[code];
    this.made.push({ severity, code, location, message: en, messageFr: fr });
  }
}
