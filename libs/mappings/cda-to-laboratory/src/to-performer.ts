import type { CdaPerformer } from '@segur/cda';
import type { PerformingLaboratory } from '@segur/laboratory';
import type { Remarks } from './finding-catalogue.js';
import { timeAt } from './source.js';
import { toOrganization, toProfessional } from './to-people.js';

/** Who did the examinations, where the document says it; only the first of several. */
export function toPerformer(
  performers: readonly CdaPerformer[] | undefined,
  location: string,
  remarks: Remarks,
): { performedBy?: PerformingLaboratory } {
  const [performer, ...others] = performers ?? [];
  if (others.length > 0) remarks.add('cda-performer-left-out', location);
  if (!performer) return {};
  const { organization: structure, ...entity } = performer;
  const organization = toOrganization(structure);
  const director = toProfessional(entity);
  if (!organization && !director) return {};
  const at = timeAt(performer.time?.value ?? performer.time?.high ?? performer.time?.low, `${location}/performer/time`, remarks);
  return {
    performedBy: {
      organization: organization ?? { name: '', telecoms: [] },
      ...(director && { director }),
      ...(at !== undefined && { at }),
    },
  };
}
