import type { CdaId, CdaImage, CdaObservation, CdaPrior, CdaSignatory } from '@segur/cda';
import type { Image, Observation, PriorResult } from '@segur/laboratory';
import { toCdaTime } from './cda-time.js';
import { spoken, type ChapterContext } from './chapter-context.js';
import { toPrintedResult } from './printed-result.js';
import { localId, toPerformer } from './to-actors.js';
import { toCode, toInterpretations, toResultCode } from './to-codes.js';
import { toResultValidator } from './to-signatories.js';
import { toRange, toValue } from './to-value.js';

/** One result. @throws {UnassemblableReport} `malformed-time`. */
export function toObservation(observation: Observation, specimen: CdaId | undefined, context: ChapterContext): CdaObservation {
  const { report, laboratory } = context;
  const { methodCode, kit, medium, priors = [], images = [], performedBy, observedAt } = observation;
  const value = toValue(observation, laboratory.timeZone);
  return {
    kind: 'observation',
    id: localId(laboratory, 'result', `${report.fillerNumber}-${observation.observationId}`, observation.identifier),
    code: toResultCode(observation, laboratory),
    printed: toPrintedResult(observation, context),
    status: observation.status === 'cancelled' ? 'aborted' : 'completed',
    ...(observedAt !== undefined && { effectiveTime: toCdaTime(observedAt, laboratory.timeZone) }),
    ...(value && { value }),
    interpretations: toInterpretations(observation.interpretations),
    ...(methodCode && { method: toCode(methodCode) }),
    ...(kit && { kit: toCode(kit) }),
    ...(medium && { medium: toCode(medium) }),
    ...(priors.length > 0 && { priors: priors.map((prior) => toPrior(prior, context)) }),
    range: toRange(observation, value),
    ...(specimen && { specimen }),
    ...(performedBy && { performers: [toPerformer(performedBy, laboratory)] }),
    validators: validatorsOf(observation, context),
    comments: spoken(observation.comments),
    ...(images.length > 0 && { images: images.map(toImage) }),
  };
}

/** A picture, without what only the report needs to know of it. */
export function toImage({ mediaType, data, title }: Image): CdaImage {
  return { mediaType, data, ...(title?.trim() && { title }) };
}

function toPrior({ observedAt, ...result }: PriorResult, { laboratory }: ChapterContext): CdaPrior {
  const value = toValue({ ...result, status: 'final' }, laboratory.timeZone);
  return { effectiveTime: toCdaTime(observedAt, laboratory.timeZone), value: value ?? { type: 'none' } };
}

/** Who cannot be identified is printed only. */
function validatorsOf(observation: Observation, context: ChapterContext): readonly CdaSignatory[] {
  const validator = toResultValidator(observation, context);
  return validator && validator.ids.length > 0 ? [validator] : [];
}
