import type { HprimSegment } from '@segur/hprim';
import { toSpecimenType, type SpecimenShelf } from '@segur/results-to-laboratory';
import type { Remarks } from '../remarks.js';
import type { StatedTimes } from '../stated-times.js';

/**
 * The specimen of a request: OBR.15 says what, OBR.7 and OBR.14 when, OBR.3 the number on the tube, which stands before the number of the
 * request.
 *
 * @returns Its identifier on the shelf; nothing when the OBR tells of none.
 */
export function shelveSpecimen(obr: HprimSegment, shelf: SpecimenShelf, times: StatedTimes, remarks: Remarks): string | undefined {
  const collections = times.all(obr, 7);
  const [collectedAt] = collections;
  if (collections.some((other) => other.slice(0, 10) !== collectedAt?.slice(0, 10)))
    remarks.add('hprim-several-collections', obr.location(7));
  const source = obr.field(15).repetitions[0];
  if (collectedAt === undefined && !source) return undefined;
  const accession = obr.text(3, 2).trim() === '' ? '' : obr.text(3).trim();
  return shelf.keep({
    ...toSpecimenType(source?.text(1) ?? '', source?.text(2) ?? '', ''),
    collectedAt,
    receivedAt: times.at(obr, 14),
    accession: accession || undefined,
  });
}
