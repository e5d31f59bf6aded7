import { element, fragment, text, textElement, type Xml } from '@segur/xml';
import type { PlacedChapter, PlacedComment, PlacedGroup, PlacedObservation } from './chapter-layout.js';
import type { CdaSignatory } from './cda-header.js';
import type { CdaTime } from './cda-types.js';
import type { CdaValue } from './cr-bio-document.js';
import { writeLines } from './write-cda-types.js';
import { hasBounds } from './write-value.js';

const COLUMNS = ['Examen', 'Résultat', 'Unité', 'Valeurs de référence', 'Interprétation'];
const RESULTS_HEAD = element('thead', {}, element('tr', {}, ...COLUMNS.map((title) => textElement('th', {}, title))));
const SPECIMENS_HEAD = element(
  'thead',
  {},
  element('tr', {}, ...['Prélèvement', 'Prélevé le', 'Reçu le'].map((title) => textElement('th', {}, title))),
);
const SPACE = text(' ');

/** Writes the text of a chapter: alone, it lets a clinician read the report. */
export function writeNarrative({ chapter, specimens, groups }: PlacedChapter): Xml {
  return element(
    'text',
    {},
    specimens.length > 0 &&
      element(
        'table',
        { border: '0' },
        SPECIMENS_HEAD,
        element(
          'tbody',
          {},
          ...specimens.map(({ specimen, labelId }) =>
            element(
              'tr',
              {},
              element('td', {}, content(labelId, specimen.label)),
              cell(printTime(specimen.collectedAt)),
              cell(printTime(specimen.receivedAt)),
            ),
          ),
        ),
      ),
    element('table', { border: '1' }, RESULTS_HEAD, element('tbody', {}, ...groups.map(writeGroup))),
    ...chapter.validators.map((validator) => textElement('paragraph', {}, printValidation(validator))),
  );
}

function writeGroup({ battery, observations }: PlacedGroup): Xml {
  return fragment(
    battery && element('tr', {}, wide(element('content', { ID: battery.labelId, styleCode: 'Bold' }, text(battery.battery.label)))),
    ...observations.map(writeRow),
    ...(battery?.comments ?? []).map(writeComment),
  );
}

function writeRow({ observation, labelId, valueId, methodId, rangeId, comments }: PlacedObservation): Xml {
  const { label, method, result, unit, reference, interpretation } = observation.printed;
  return fragment(
    element(
      'tr',
      {},
      element('td', {}, content(labelId, label), method !== undefined && fragment(SPACE, content(methodId, method))),
      needsId(observation.value) ? element('td', {}, content(valueId, result)) : cell(result),
      cell(unit),
      hasBounds(observation.range) || reference === '' ? cell(reference) : element('td', {}, content(rangeId, reference)),
      cell(interpretation),
    ),
    ...comments.map(writeComment),
  );
}

function writeComment({ id, text: comment }: PlacedComment): Xml {
  return element('tr', {}, wide(element('content', { ID: id }, writeLines(comment))));
}

function wide(inside: Xml): Xml {
  return element('td', { colspan: '5' }, inside);
}

function content(id: string, printed: string): Xml {
  return element('content', { ID: id }, writeLines(printed));
}

function cell(printed: string): Xml {
  return printed === '' ? EMPTY_CELL : element('td', {}, writeLines(printed));
}

/** Only a value that is words points to its cell. */
function needsId(value: CdaValue | undefined): boolean {
  return value?.type === 'CD';
}

const EMPTY_CELL = element('td', {});

function printValidation({ person, time }: CdaSignatory): string {
  const name = [person?.suffix, person?.given, person?.family].filter((part) => part !== undefined).join(' ');
  return `Validé par ${name} le ${printTime(time)}`;
}

/** `20250102073500+0100` → `02/01/2025 07:35`, as far as the time is known. */
export function printTime(time: CdaTime | undefined): string {
  const [, year, month, day, hour, minute] = /^(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?/.exec(time ?? '') ?? [];
  if (!year) return '';
  const date = [day, month, year].filter((part) => part !== undefined).join('/');
  return hour === undefined ? date : `${date} ${hour}:${minute ?? '00'}`;
}
