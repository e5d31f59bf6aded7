import type { CdaImage, CdaObservation, CdaSignatory } from '@segur/cda';
import type { Image, Observation, ObservationValue, PriorResult } from '@segur/laboratory';
import { codedAt, timeAt } from './source.js';
import { identified, keyOf, type SectionSource } from './section-source.js';
import { toCode } from './to-code.js';
import { toPerformer } from './to-performer.js';
import { toValidation } from './to-signatures.js';
import { toRange, toValue, withRanges } from './to-value.js';

const MEASURED: readonly ObservationValue['kind'][] = ['numeric', 'bounded', 'interval'];
const IMAGES: readonly Image['mediaType'][] = ['image/png', 'image/jpeg', 'image/gif'];

/** What a battery says for each of its results. */
export interface Inherited {
  readonly effectiveTime?: string;
  readonly validators?: readonly CdaSignatory[];
}

/** Reads one result. */
export function toObservation(observation: CdaObservation, source: SectionSource, inherited: Inherited = {}): Observation {
  const { remarks } = source;
  const path = source.next('o');
  const { name, identifier } = identified(observation.id, path, source);
  const { printed, kit, medium, method } = observation;
  const toTime = (time: string) => timeAt(time, `${path}/value`, remarks);
  const { otherUnits, ...reading } = toValue(
    observation.status === 'aborted' ? { type: 'none' } : observation.value,
    printed,
    toTime,
  );
  const range = toRange(observation);
  // Where words are compared with an interval, the unit is the interval's, and is not printed beside the words.
  const ofRange = MEASURED.includes(reading.value.kind) ? undefined : (observation.range?.low ?? observation.range?.high)?.unit;
  const observedAt = timeAt(observation.effectiveTime ?? inherited.effectiveTime, `${path}/effectiveTime`, remarks);
  const coded = {
    methodCode: codedAt(method, `${path}/methodCode`, remarks),
    kit: codedAt(kit, `${path}/kit`, remarks),
    medium: codedAt(medium, `${path}/medium`, remarks),
  };
  const priors = toPriors(observation, path, source);
  const images = toImages(observation.images, source);
  return {
    observationId: source.unique.observation(name),
    ...(identifier && { identifier }),
    ...toCode(observation.code, printed.label, path),
    ...reading,
    ...(ofRange !== undefined && { unit: { raw: '', ucum: ofRange } }),
    ...(otherUnits && { otherUnits: withRanges(otherUnits, observation.range) }),
    interpretations: observation.interpretations.map(({ code }) => code),
    ...(range && { range }),
    status: observation.status === 'aborted' ? 'cancelled' : 'final',
    ...(observedAt !== undefined && { observedAt }),
    // The name of a coded method is printed where the report gives no other.
    ...(printed.method && printed.method !== method?.displayName && { method: printed.method }),
    ...(coded.methodCode && { methodCode: coded.methodCode }),
    ...(coded.kit && { kit: coded.kit }),
    ...(coded.medium && { medium: coded.medium }),
    ...(priors.length > 0 && { priors }),
    comments: observation.comments,
    ...toSpecimenId(observation.specimen, path, source),
    ...toPerformer(observation.performers, path, remarks),
    ...toValidator(observation.validators.length > 0 ? observation.validators : (inherited.validators ?? []), path, source),
    ...(images.length > 0 && { images }),
  };
}

/** Reads pictures; one of a type that a report cannot hold is left out. */
export function toImages(images: readonly CdaImage[] | undefined, source: SectionSource): readonly Image[] {
  return (images ?? []).flatMap(({ mediaType, data, title }): readonly Image[] => {
    const imageId = source.next('img');
    const known = IMAGES.find((candidate) => candidate === mediaType);
    if (!known) {
      source.remarks.add('cda-image-type', imageId);
      return [];
    }
    return [{ imageId, mediaType: known, data, ...(title !== undefined && { title }) }];
  });
}

/** The key of a specimen that a result names. */
export function toSpecimenId(
  specimen: CdaObservation['specimen'],
  path: string,
  { specimenKeys, remarks }: SectionSource,
): { specimenId?: string } {
  if (!specimen) return {};
  const specimenId = specimenKeys.get(keyOf(specimen));
  if (specimenId === undefined) remarks.add('cda-specimen-unknown', `${path}/specimen`);
  return specimenId === undefined ? {} : { specimenId };
}

function toPriors({ priors = [], printed }: CdaObservation, path: string, { remarks }: SectionSource): readonly PriorResult[] {
  return priors.flatMap(({ effectiveTime, value }, index): readonly PriorResult[] => {
    const at = `${path}/prior[${index + 1}]`;
    const observedAt = timeAt(effectiveTime, at, remarks);
    if (observedAt === undefined) return [];
    const shown = { result: printed.priors?.[index]?.result ?? '', unit: '' };
    const { value: read, ...units } = toValue(value, shown, (time) => timeAt(time, at, remarks));
    return [{ observedAt, value: read, ...units }];
  });
}

function toValidator(
  validators: readonly CdaSignatory[],
  path: string,
  { directory, remarks }: SectionSource,
): Pick<Observation, 'validatedBy' | 'validatedAt'> {
  const [first, ...others] = validators;
  if (others.length > 0) remarks.add('cda-validator-left-out', path);
  if (!first) return {};
  const validation = toValidation(first, directory, path, remarks);
  if (validation) return { validatedBy: validation.biologist, validatedAt: validation.at };
  const person = directory.find(first);
  return person ? { validatedBy: person } : {};
}
