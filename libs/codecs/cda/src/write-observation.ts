import { element, fragment, textElement, type Xml } from '@segur/xml';
import type { PlacedComment, PlacedImage, PlacedObservation, PlacedPrior } from './chapter-layout.js';
import { OID, TEMPLATES } from './cr-bio-constants.js';
import type { CdaId } from './cda-types.js';
import type { CdaResultCode } from './cr-bio-document.js';
import { writeCode, writeId, writeOriginalText, writeReference, writeTemplates } from './write-cda-types.js';
import { writeEntryPerformer, writeKit, writeMedium, writeValidator } from './write-participations.js';
import { writeRangeValue, writeValue } from './write-value.js';

const OBSERVATION = writeTemplates(TEMPLATES.observation);
const IMAGE = writeTemplates(TEMPLATES.image);
const COMMENT = fragment(
  writeTemplates(TEMPLATES.comment),
  element('code', { code: '48767-8', codeSystem: OID.loinc, codeSystemName: 'LOINC', displayName: 'Commentaire' }),
);
const COMPLETED = element('statusCode', { code: 'completed' });
const ABORTED = element('statusCode', { code: 'aborted' });
const NORMAL = element('interpretationCode', { code: 'N', codeSystem: OID.interpretation, displayName: 'Normal' });
const OBSERVED = { classCode: 'OBS', moodCode: 'EVN' } as const;

/** Writes FR-Resultat-examens-de-biologie-element-clinique-pertinent. */
export function writeObservation(placed: PlacedObservation): Xml {
  const { observation, labelId, valueId, hasText, methodId, priors, comments } = placed;
  const { value, method, specimen, printed, kit, medium } = observation;
  return element(
    'observation',
    OBSERVED,
    OBSERVATION,
    observation.id && writeId(observation.id),
    writeResultCode(observation.code, labelId),
    hasText && element('text', {}, writeReference(valueId)),
    observation.status === 'completed' ? COMPLETED : ABORTED,
    observation.effectiveTime !== undefined && element('effectiveTime', { value: observation.effectiveTime }),
    value && writeValue(value, valueId),
    ...observation.interpretations.map((code) => writeCode('interpretationCode', code)),
    method
      ? writeCode('methodCode', method, printed.method !== undefined && writeOriginalText(methodId))
      : printed.method !== undefined && element('methodCode', {}, writeOriginalText(methodId)),
    specimen && writeSpecimenOf(specimen),
    ...(observation.performers ?? []).map(writeEntryPerformer),
    ...observation.validators.map(writeValidator),
    kit && writeKit(kit),
    medium && writeMedium(medium),
    ...priors.map((prior) => writePrior(prior, observation.code, labelId)),
    ...comments.map((comment) => element('entryRelationship', { inversionInd: 'true', typeCode: 'SUBJ' }, writeComment(comment))),
    writeRange(placed),
  );
}

/** Code of a result or of a battery: complete LOINC, or bare; the other codes are translations. */
export function writeResultCode({ loinc, local, others }: CdaResultCode, labelId: string): Xml {
  const inside = fragment(
    writeOriginalText(labelId),
    local && writeCode('translation', local),
    ...(others ?? []).map((other) => writeCode('translation', other)),
  );
  return loinc ? writeCode('code', loinc, inside) : element('code', {}, inside);
}

/** Which specimen of the act this is about. */
export function writeSpecimenOf(specimen: CdaId): Xml {
  return element('specimen', { typeCode: 'SPC' }, element('specimenRole', { classCode: 'SPEC' }, writeId(specimen)));
}

/** FR-Commentaire-ER, to be linked with SUBJ or as a component. */
export function writeComment({ id }: PlacedComment): Xml {
  return element('act', { classCode: 'ACT', moodCode: 'EVN' }, COMMENT, element('text', {}, writeReference(id)), COMPLETED);
}

/** A picture that the narrative shows. */
export function writeImage({ id, image: { mediaType, data } }: PlacedImage): Xml {
  return element(
    'observationMedia',
    { ID: id, ...OBSERVED },
    IMAGE,
    textElement('value', { mediaType, representation: 'B64' }, data),
  );
}

/** Antériorité. One that is only printed stands in the narrative alone. */
function writePrior({ id, prior }: PlacedPrior, code: CdaResultCode, labelId: string): Xml | undefined {
  if (!prior) return undefined;
  return element(
    'entryRelationship',
    { typeCode: 'REFR' },
    element(
      'observation',
      OBSERVED,
      writeResultCode(code, labelId),
      COMPLETED,
      element('effectiveTime', { value: prior.effectiveTime }),
      writeValue(prior.value, id),
    ),
  );
}

/** One range at most, which the volet demands: its bounds, and the words that were printed where they say more. */
function writeRange({ observation: { range }, rangeId, hasRangeText }: PlacedObservation): Xml | false {
  const { low, high } = range ?? {};
  const bounded = low !== undefined || high !== undefined;
  if (!bounded && !hasRangeText) return false;
  return element(
    'referenceRange',
    { typeCode: 'REFV' },
    element(
      'observationRange',
      { classCode: 'OBS', moodCode: 'EVN.CRT' },
      hasRangeText && element('text', {}, writeReference(rangeId)),
      bounded && writeRangeValue(low, high),
      NORMAL,
    ),
  );
}
