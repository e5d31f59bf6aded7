import { element, fragment, text, textElement, type Xml } from '@segur/xml';
import type { PlacedChapter, PlacedComment, PlacedGroup, PlacedObservation } from './chapter-layout.js';
import type { CdaSignatory } from './cda-header.js';
import type { CdaResultCode, CdaSpecimen } from './cr-bio-document.js';
import { OID, TEMPLATES } from './cr-bio-constants.js';
import { writeCode, writeId, writeOriginalText, writeReference, writeTemplates } from './write-cda-types.js';
import { writePerformer } from './write-header.js';
import { hasBounds, writeRangeValue, writeValue } from './write-value.js';

const RESULTS = writeTemplates(TEMPLATES.results);
const BATTERY = writeTemplates(TEMPLATES.battery);
const OBSERVATION = writeTemplates(TEMPLATES.observation);
const SPECIMEN = fragment(writeTemplates(TEMPLATES.specimen), element('code', { nullFlavor: 'NA' }));
const RECEIVED = fragment(
  writeTemplates(TEMPLATES.specimenReceived),
  element('code', {
    code: 'SPRECEIVE',
    codeSystem: OID.iheActCode,
    codeSystemName: 'IHEActCode',
    displayName: 'Échantillon reçu',
  }),
);
const COMMENT = fragment(
  writeTemplates(TEMPLATES.comment),
  element('code', { code: '48767-8', codeSystem: OID.loinc, codeSystemName: 'LOINC', displayName: 'Commentaire' }),
);
const VALIDATOR = writeTemplates(TEMPLATES.entryValidator);
const ENTRY_PERFORMER = writeTemplates(TEMPLATES.entryPerformer);
const MASKED = fragment(element('addr', { nullFlavor: 'MSK' }), element('telecom', { nullFlavor: 'MSK' }));
const COMPLETED = element('statusCode', { code: 'completed' });
const ABORTED = element('statusCode', { code: 'aborted' });
const NORMAL = element('interpretationCode', { code: 'N', codeSystem: OID.interpretation, displayName: 'Normal' });
const EVENT = { moodCode: 'EVN' } as const;

/** Writes the one entry of a chapter: FR-Resultats-examens-de-biologie-medicale. */
export function writeResultsEntry({ chapter, specimens, groups }: PlacedChapter): Xml {
  const within = (inside: Xml) => element('entryRelationship', { typeCode: 'COMP' }, inside);
  return element(
    'entry',
    { typeCode: 'DRIV' },
    RESULTS,
    element(
      'act',
      { classCode: 'ACT', ...EVENT },
      writeCode('code', chapter.code),
      element('statusCode', { code: chapter.status }),
      ...(chapter.performers ?? []).map((performer) => writePerformer(performer, ENTRY_PERFORMER)),
      ...chapter.validators.map(writeValidator),
      ...specimens.map(({ specimen, labelId }) => within(writeSpecimen(specimen, labelId))),
      ...groups.map((group) => within(writeGroup(group))),
    ),
  );
}

function writeGroup({ battery, observations }: PlacedGroup): Xml {
  if (!battery) return fragment(...observations.map(writeObservation));
  return element(
    'organizer',
    { classCode: 'BATTERY', ...EVENT },
    BATTERY,
    writeResultCode(battery.battery.code, battery.labelId),
    battery.battery.status === 'completed' ? COMPLETED : ABORTED,
    ...observations.map((observation) => element('component', {}, writeObservation(observation))),
    ...battery.comments.map((comment) => element('component', {}, writeComment(comment))),
  );
}

function writeObservation(placed: PlacedObservation): Xml {
  const { observation, labelId, valueId, methodId, rangeId, comments } = placed;
  const { value, range, specimen, printed } = observation;
  return element(
    'observation',
    { classCode: 'OBS', ...EVENT },
    OBSERVATION,
    observation.id && writeId(observation.id),
    writeResultCode(observation.code, labelId),
    observation.status === 'completed' ? COMPLETED : ABORTED,
    observation.effectiveTime !== undefined && element('effectiveTime', { value: observation.effectiveTime }),
    value && writeValue(value, valueId),
    ...observation.interpretations.map((code) => writeCode('interpretationCode', code)),
    printed.method !== undefined && element('methodCode', {}, writeOriginalText(methodId)),
    specimen && element('specimen', { typeCode: 'SPC' }, element('specimenRole', { classCode: 'SPEC' }, writeId(specimen))),
    ...observation.validators.map(writeValidator),
    ...comments.map((comment) => element('entryRelationship', { inversionInd: 'true', typeCode: 'SUBJ' }, writeComment(comment))),
    printed.reference !== '' &&
      element(
        'referenceRange',
        { typeCode: 'REFV' },
        element(
          'observationRange',
          { classCode: 'OBS', moodCode: 'EVN.CRT' },
          hasBounds(range) ? writeRangeValue(range?.low, range?.high) : element('text', {}, writeReference(rangeId)),
          NORMAL,
        ),
      ),
  );
}

function writeResultCode({ loinc, local }: CdaResultCode, labelId: string): Xml {
  const inside = fragment(writeOriginalText(labelId), local && writeCode('translation', local));
  return loinc ? writeCode('code', loinc, inside) : element('code', {}, inside);
}

function writeComment({ id }: PlacedComment): Xml {
  return element('act', { classCode: 'ACT', ...EVENT }, COMMENT, element('text', {}, writeReference(id)), COMPLETED);
}

function writeSpecimen({ id, code, collectedAt, receivedAt }: CdaSpecimen, labelId: string): Xml {
  return element(
    'procedure',
    { classCode: 'PROC', ...EVENT },
    SPECIMEN,
    element('effectiveTime', collectedAt === undefined ? { nullFlavor: 'UNK' } : { value: collectedAt }),
    element(
      'participant',
      { typeCode: 'PRD' },
      element(
        'participantRole',
        { classCode: 'SPEC' },
        writeId(id),
        element(
          'playingEntity',
          {},
          code ? writeCode('code', code, writeOriginalText(labelId)) : element('code', {}, writeOriginalText(labelId)),
        ),
      ),
    ),
    receivedAt !== undefined &&
      element(
        'entryRelationship',
        { typeCode: 'COMP' },
        element('act', { classCode: 'ACT', ...EVENT }, RECEIVED, element('effectiveTime', { value: receivedAt })),
      ),
  );
}

function writeValidator({ ids, time, person }: CdaSignatory): Xml {
  return element(
    'participant',
    { typeCode: 'AUTHEN' },
    VALIDATOR,
    element('time', {}, element('high', { value: time })),
    element(
      'participantRole',
      {},
      ...ids.map((id) => writeId(id)),
      MASKED,
      person &&
        element(
          'playingEntity',
          {},
          element(
            'name',
            {},
            person.given !== undefined && textElement('given', {}, person.given),
            element('family', {}, text(person.family)),
          ),
        ),
    ),
  );
}
