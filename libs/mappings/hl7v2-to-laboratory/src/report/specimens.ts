import type { Specimen } from '@segur/laboratory';
import type { Segment } from '@segur/hl7v2';
import { SpecimenShelf, toSpecimenType } from '@segur/results-to-laboratory';
import type { OrderGroup } from '../message-groups.js';
import type { Remarks } from '../remarks.js';
import type { StatedTimes } from '../stated-times.js';

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
    return this.shelf.keep({
      ...toSpecimenType(spm.text(4), spm.text(4, 2), spm.text(4, 3)),
      collectedAt: this.times.at(spm, 17) ?? this.times.at(obr, 7),
      receivedAt: this.times.at(spm, 18) ?? this.times.at(obr, 14),
      accession: accession || undefined,
    });
  }

  private fromObr(obr: Segment): string | undefined {
    const source = obr.field(15).repetition(0).component(1);
    const collectedAt = this.times.at(obr, 7);
    if (collectedAt === undefined && source.raw === '') return undefined;
    return this.shelf.keep({
      ...toSpecimenType(source.subcomponent(1), source.subcomponent(2), source.subcomponent(3)),
      collectedAt,
      receivedAt: this.times.at(obr, 14),
      accession: undefined,
    });
  }
}

/** What SPM-21 and SPM-24 say against a specimen, as a comment. */
export function nonConformities(specimens: readonly Segment[]): readonly string[] {
  return specimens.flatMap((spm) =>
    [21, 24].flatMap((field) =>
      spm.field(field).repetitions.flatMap((reason) => {
        const text = reason.text(2) || reason.text(1);
        return text === '' ? [] : [`Échantillon : ${text}`];
      }),
    ),
  );
}
