import { element, fragment, type Xml } from '@segur/xml';
import type { PlacedBattery, PlacedGroup, PlacedIsolate, PlacedObservation, PlacedSection } from './chapter-layout.js';
import type { CdaCode } from './cda-types.js';
import { OID, TEMPLATES } from './cr-bio-constants.js';
import { writeCode, writeId, writeOriginalText, writeTemplates } from './write-cda-types.js';
import { writeComment, writeImage, writeObservation, writeResultCode, writeSpecimenOf } from './write-observation.js';
import { writeEntryPerformer, writeValidator } from './write-participations.js';
import { writeSpecimen } from './write-specimens.js';

const RESULTS = writeTemplates(TEMPLATES.results);
const BATTERY = writeTemplates(TEMPLATES.battery);
const ISOLATE = writeTemplates(TEMPLATES.isolate);
const NO_CODE = element('code', { nullFlavor: 'NI' });

/**
 * Writes the one entry of a chapter or sub-chapter: FR-Resultats-examens-de-biologie-medicale.
 *
 * A picture of a result follows it; a picture of a battery or of the act stands before their results.
 *
 * @param sectionCode - Code of the act, unless it has its own.
 */
export function writeResultsEntry({ content, specimens, groups, images, comments }: PlacedSection, sectionCode?: CdaCode): Xml {
  // The act takes a LOINC only: the interim code of a chapter is not repeated in it.
  const code = [content.actCode, sectionCode].find((some) => some?.codeSystem === OID.loinc);
  return element(
    'entry',
    { typeCode: 'DRIV' },
    RESULTS,
    element(
      'act',
      { classCode: 'ACT', moodCode: 'EVN' },
      code ? writeCode('code', code) : NO_CODE,
      element('statusCode', { code: content.status }),
      ...(content.performers ?? []).map(writeEntryPerformer),
      ...content.validators.map(writeValidator),
      ...specimens.map((specimen) => inAct(writeSpecimen(specimen))),
      ...images.map((image) => inAct(writeImage(image))),
      ...groups.map(writeGroup),
      ...comments.map((comment) => element('entryRelationship', { inversionInd: 'true', typeCode: 'SUBJ' }, writeComment(comment))),
    ),
  );
}

function writeGroup(group: PlacedGroup): Xml {
  if (group.kind === 'observation') return withImages(group, inAct);
  return inAct(group.kind === 'battery' ? writeBattery(group) : writeIsolate(group));
}

function writeBattery({ battery, labelId, observations, isolates, batteries, images, comments }: PlacedBattery): Xml {
  return element(
    'organizer',
    { classCode: 'BATTERY', moodCode: 'EVN' },
    BATTERY,
    battery.id && writeId(battery.id),
    writeResultCode(battery.code, labelId),
    element('statusCode', { code: battery.status }),
    battery.effectiveTime !== undefined && element('effectiveTime', { value: battery.effectiveTime }),
    battery.specimen && writeSpecimenOf(battery.specimen),
    ...(battery.performers ?? []).map(writeEntryPerformer),
    ...(battery.validators ?? []).map(writeValidator),
    ...images.map((image) => component(writeImage(image))),
    ...observations.map((observation) => withImages(observation, component)),
    ...batteries.map((inner) => component(writeBattery(inner))),
    ...isolates.map((isolate) => component(writeIsolate(isolate))),
    ...comments.map((comment) => component(writeComment(comment))),
  );
}

function writeIsolate({ isolate, labelId, observations, antibiograms, comments }: PlacedIsolate): Xml {
  const inside = fragment(writeOriginalText(labelId), isolate.ncbi && writeCode('translation', isolate.ncbi));
  return element(
    'organizer',
    { classCode: 'CLUSTER', moodCode: 'EVN' },
    ISOLATE,
    element('statusCode', { code: isolate.status }),
    isolate.effectiveTime !== undefined && element('effectiveTime', { value: isolate.effectiveTime }),
    element(
      'specimen',
      { typeCode: 'SPC' },
      element(
        'specimenRole',
        { classCode: 'SPEC' },
        writeId(isolate.id),
        element(
          'specimenPlayingEntity',
          { classCode: 'MIC' },
          isolate.code ? writeCode('code', isolate.code, inside) : element('code', {}, inside),
        ),
      ),
    ),
    ...(isolate.performers ?? []).map(writeEntryPerformer),
    ...observations.map((observation) => withImages(observation, component)),
    ...antibiograms.map((antibiogram) => component(writeBattery(antibiogram))),
    ...comments.map((comment) => component(writeComment(comment))),
  );
}

function withImages(placed: PlacedObservation, link: (inside: Xml) => Xml): Xml {
  const observation = link(writeObservation(placed));
  if (placed.images.length === 0) return observation;
  return fragment(observation, ...placed.images.map((image) => link(writeImage(image))));
}

function inAct(inside: Xml): Xml {
  return element('entryRelationship', { typeCode: 'COMP' }, inside);
}

function component(inside: Xml): Xml {
  return element('component', {}, inside);
}
