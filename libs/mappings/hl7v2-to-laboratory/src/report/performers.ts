import type { Laboratory, Organization, PerformingLaboratory, Professional } from '@segur/laboratory';
import type { Repetition, Segment } from '@segur/hl7v2';
import { toProfessional } from '../professionals.js';
import type { StatedTimes } from '../stated-times.js';
import { toAddress } from './patient-contacts.js';

/** OID of the national register of structures. */
const STRUCTURES_OID = '1.2.250.1.71.4.2.2';

/** Who did an examination, where it is not the laboratory that reports it. */
export class Performers {
  private readonly own: ReadonlySet<string>;

  /** @param sender - MSH-4: what the laboratory calls itself. */
  constructor(
    laboratory: Pick<Laboratory, 'finess' | 'name'>,
    sender: Repetition,
    private readonly times: StatedTimes,
  ) {
    const names = [laboratory.finess, `1${laboratory.finess}`, laboratory.name, sender.text(1), sender.text(2)];
    this.own = new Set(names.map(folded).filter((name) => name !== ''));
  }

  /**
   * Reads OBX-23 to 25, else OBX-15.
   *
   * @returns Nothing when they name nobody, or the reporting laboratory itself, by any number or name of it.
   */
  of(obx: Segment): PerformingLaboratory | undefined {
    const named = this.fromOrganization(obx) ?? this.fromProducer(obx);
    if (!named) return undefined;
    const director = toProfessional(obx.field(25).repetition(0));
    const at = this.times.at(obx, 19);
    return { organization: named, ...(director && { director }), ...(at && { at }) };
  }

  /** OBX-23 is an XON; its number is in the tenth component since 2.5, and in the third before. */
  private fromOrganization(obx: Segment): Organization | undefined {
    const xon = obx.field(23).repetition(0);
    const [name, number] = [xon.text(1).trim(), xon.text(10).trim() || xon.text(3).trim()];
    if (this.isOwn(name, number)) return undefined;
    const nationalId = toNationalStructure(number, `${xon.component(6).text} ${xon.text(7)}`);
    const address = toAddress(obx.field(24).repetition(0));
    const isWritten = address.lines.length > 0 || address.city !== undefined;
    return { ...(nationalId && { nationalId }), name: name || number, ...(isWritten && { address }), telecoms: [] };
  }

  private fromProducer(obx: Segment): Organization | undefined {
    const producer = obx.field(15).repetition(0);
    const [code, name] = [producer.component(1).subcomponent(1).trim(), producer.text(2).trim()];
    if (this.isOwn(name, code)) return undefined;
    const nationalId = toNationalStructure(code, producer.text(3));
    return { ...(nationalId && { nationalId }), name: name || code, telecoms: [] };
  }

  private isOwn(...names: readonly string[]): boolean {
    const said = names.map(folded).filter((name) => name !== '');
    return said.length === 0 || said.some((name) => this.own.has(name));
  }
}

/** Who answers for a result elsewhere: not one of our biologists, and nobody that we would let sign. */
export function directedBy(performer: PerformingLaboratory, person: Professional | undefined): PerformingLaboratory {
  return performer.director || !person ? performer : { ...performer, director: person };
}

/** The number of a structure with its type digit, where the sender says which register it is of. */
export function toNationalStructure(number: string, register: string): string | undefined {
  const said = register.toUpperCase();
  if (!said.includes(STRUCTURES_OID) && !/FINE|IDNST|SIRE/.test(said)) return undefined;
  if (/^1[0-9AB]{9}$/i.test(number) || /^3\d{14}$/.test(number)) return number;
  if (/^\d{14}$/.test(number)) return `3${number}`;
  return /^[0-9][0-9AB]\d{7}$/i.test(number) && !said.includes('SIREN') ? `1${number}` : undefined;
}

function folded(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toUpperCase();
}
