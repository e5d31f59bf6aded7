import type { Coded, Specimen } from '@segur/laboratory';
import type { Segment } from '@segur/hl7v2';
import { SpecimenShelf, toSpecimenType } from '@segur/results-to-laboratory';
import type { OrderGroup } from '../message-groups.js';
import type { Remarks } from '../remarks.js';
import type { StatedTimes } from '../stated-times.js';

const SNOMED_CT = '2.16.840.1.113883.6.96';

/** The specimens of a report, each once, and which one an examination was made on. */
export class Specimens {
  private readonly shelf = new SpecimenShelf();

  constructor(
    private readonly times: StatedTimes,
    private readonly remarks: Remarks,
  ) {}

  get all(): readonly Specimen[] {
    return this.shelf.all;
  }

  /**
   * Takes the specimens of an examination: SPM, or before version 2.5 OBR-7, OBR-14 and OBR-15.
   *
   * @returns The identifier to give to its results; nothing when there are several, or none.
   */
  of({ obr, specimens }: OrderGroup): string | undefined {
    if (specimens.length > 1) this.remarks.add('hl7-several-specimens', obr.location());
    const ids = specimens.length > 0 ? specimens.map((spm) => this.fromSpm(spm, obr)) : [this.fromObr(obr)];
    return ids.length === 1 ? ids[0] : undefined;
  }

  private fromSpm(spm: Segment, obr: Segment): string {
    const numbers = spm.field(2).repetition(0);
    const accession = numbers.component(2).subcomponent(1) || numbers.component(1).subcomponent(1);
    const site = toSite({ code: spm.text(8), label: spm.text(8, 2), system: spm.text(8, 3) });
    if (!site && spm.field(8).state === 'value') this.remarks.add('hl7-code-local', spm.location(8));
    return this.shelf.keep({
      ...toSpecimenType(spm.text(4), spm.text(4, 2), spm.text(4, 3)),
      ...(site ? { site } : spm.text(8, 2) && { detail: spm.text(8, 2) }),
      collectedAt: this.times.at(spm, 17) ?? this.times.at(obr, 7),
      receivedAt: this.times.at(spm, 18) ?? this.times.at(obr, 14),
      accession: accession || undefined,
    });
  }

  private fromObr(obr: Segment): string | undefined {
    const source = obr.field(15).repetition(0).component(1);
    const collectedAt = this.times.at(obr, 7);
    if (collectedAt === undefined && source.raw === '') return undefined;
    const [, , , bodySite] = [1, 2, 3, 4].map((part) => obr.field(15).component(part));
    const detail = bodySite?.subcomponent(2).trim() || bodySite?.subcomponent(1).trim();
    return this.shelf.keep({
      ...(detail && { detail }),
      ...toSpecimenType(source.subcomponent(1), source.subcomponent(2), source.subcomponent(3)),
      collectedAt,
      receivedAt: this.times.at(obr, 14),
      accession: undefined,
    });
  }
}

/** What SPM-21 (why it was rejected) and SPM-24 (its condition) say against a specimen. */
export function nonConformities(specimens: readonly Segment[]): readonly string[] {
  return specimens.flatMap((spm) => {
    const label = spm.text(4, 2).trim() || spm.text(4).trim();
    return [21, 24].flatMap((field) =>
      spm.field(field).repetitions.flatMap((reason) => {
        const text = (reason.text(2) || reason.text(9) || reason.text(1)).trim();
        return text === '' ? [] : [`Échantillon${label && ` (${label})`} : ${text}`];
      }),
    );
  });
}

/** SPM-8, or the fourth component of OBR-15: where on the body it was taken. A code without an OID has no place in a document. */
function toSite(spelt: { readonly code: string; readonly label: string; readonly system: string }): Coded | undefined {
  const system = spelt.system.toUpperCase();
  const oid = /^[012](\.\d+)+$/.test(spelt.system) ? spelt.system : /^(?:SCT|SNOMED-?CT)$/.test(system) ? SNOMED_CT : undefined;
  return spelt.code !== '' && oid ? { code: spelt.code, system: oid, label: spelt.label || spelt.code } : undefined;
}
