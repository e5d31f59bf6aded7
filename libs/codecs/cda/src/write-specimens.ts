import { element, fragment, textElement, type Xml } from '@segur/xml';
import type { PlacedSection } from './chapter-layout.js';
import { OID, TEMPLATES } from './cr-bio-constants.js';
import { printTime } from './print-facts.js';
import { writeCode, writeId, writeLines, writeOriginalText, writeTemplates } from './write-cda-types.js';

type PlacedSpecimen = PlacedSection['specimens'][number];

const SPECIMEN = writeTemplates(TEMPLATES.specimen);
const NO_ACT = element('code', { nullFlavor: 'NA' });
const RECEIVED = fragment(
  writeTemplates(TEMPLATES.specimenReceived),
  element('code', {
    code: 'SPRECEIVE',
    codeSystem: OID.iheActCode,
    codeSystemName: 'IHEActCode',
    displayName: 'Échantillon reçu',
  }),
);

/** Writes the narrative table of the specimens. Columns of act and site stand there only if some specimen has one. */
export function writeSpecimensTable(specimens: readonly PlacedSpecimen[]): Xml {
  const withAct = specimens.some(({ specimen }) => specimen.act !== undefined);
  const withSite = specimens.some(({ specimen }) => specimen.site !== undefined);
  const titles = ['Prélèvement', ...(withAct ? ['Acte'] : []), ...(withSite ? ['Localisation'] : []), 'Prélevé le', 'Reçu le'];
  return element(
    'table',
    { border: '0' },
    element('thead', {}, element('tr', {}, ...titles.map((title) => textElement('th', {}, title)))),
    element('tbody', {}, ...specimens.map((placed) => writeSpecimenRow(placed, withAct, withSite))),
  );
}

function writeSpecimenRow({ specimen, labelId }: PlacedSpecimen, withAct: boolean, withSite: boolean): Xml {
  const { label, act, site, collectedAt, receivedAt } = specimen;
  return element(
    'tr',
    {},
    element('td', {}, element('content', { ID: labelId }, writeLines(label))),
    withAct && textElement('td', {}, act?.displayName ?? act?.code ?? ''),
    withSite && textElement('td', {}, site?.displayName ?? site?.code ?? ''),
    textElement('td', {}, printTime(collectedAt)),
    textElement('td', {}, printTime(receivedAt)),
  );
}

/** Writes FR-Prelevement, and FR-Echantillon-date-reception inside it. */
export function writeSpecimen({ specimen, labelId }: PlacedSpecimen): Xml {
  const { id, code, act, site, collectedAt, receivedAt } = specimen;
  return element(
    'procedure',
    { classCode: 'PROC', moodCode: 'EVN' },
    SPECIMEN,
    act ? writeCode('code', act) : NO_ACT,
    element('effectiveTime', collectedAt === undefined ? { nullFlavor: 'UNK' } : { value: collectedAt }),
    site && writeCode('targetSiteCode', site),
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
        element('act', { classCode: 'ACT', moodCode: 'EVN' }, RECEIVED, element('effectiveTime', { value: receivedAt })),
      ),
  );
}
