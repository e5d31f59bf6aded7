import { element, fragment, text, textElement, type Xml } from '@segur/xml';
import type {
  PlacedBattery,
  PlacedComment,
  PlacedGroup,
  PlacedImage,
  PlacedIsolate,
  PlacedObservation,
  PlacedPrior,
  PlacedSection,
} from './chapter-layout.js';
import type { CdaObservation } from './cr-bio-document.js';
import { printPerformer, printValidation } from './print-facts.js';
import { writeLines } from './write-cda-types.js';
import { writeSpecimensTable } from './write-specimens.js';

/** Columns of every table of results of one section. */
interface Columns {
  readonly titles: Xml;
  readonly head: Xml;
  readonly count: string;
  readonly hasPriors: boolean;
}

const TITLES = ['Examen', 'Résultat', 'Unité', 'Valeurs de référence', 'Interprétation'];
const WITHOUT_PRIORS = columns(TITLES, false);
const WITH_PRIORS = columns([...TITLES, 'Antériorités'], true);
const SPACE = text(' ');
const BREAK = element('br', {});
const EMPTY_CELL = element('td', {});
const TABLE = { border: '1' } as const;

function columns(titles: readonly string[], hasPriors: boolean): Columns {
  const row = element('tr', {}, ...titles.map((title) => textElement('th', {}, title)));
  return { titles: row, head: element('thead', {}, row), count: String(titles.length), hasPriors };
}

/** Writes the text of a chapter or sub-chapter: alone, it lets a clinician read the report. */
export function writeNarrative({ content, specimens, groups, images, comments, hasPriors }: PlacedSection): Xml {
  return element(
    'text',
    {},
    specimens.length > 0 && writeSpecimensTable(specimens),
    writeTables(groups, hasPriors ? WITH_PRIORS : WITHOUT_PRIORS),
    ...images.map((image) => element('paragraph', {}, writeImage(image))),
    ...comments.map((comment) => element('paragraph', {}, writeComment(comment))),
    ...(content.performers ?? []).map((performer) => textElement('paragraph', {}, printPerformer(performer))),
    ...content.validators.map((validator) => textElement('paragraph', {}, printValidation(validator))),
  );
}

/** One table for what follows each other, and one under the name of its germ for each isolate, wherever it stands. */
function writeTables(groups: readonly PlacedGroup[], shape: Columns): Xml {
  const tables: Xml[] = [];
  let rows: Xml[] = [];
  const closeTable = () => {
    if (rows.length > 0) tables.push(element('table', TABLE, shape.head, element('tbody', {}, ...rows)));
    rows = [];
  };
  const add = (group: PlacedGroup): void => {
    if (group.kind === 'observation') {
      rows.push(writeRow(group, shape));
    } else if (group.kind === 'battery') {
      rows.push(writeBatteryRows(group, shape));
      group.batteries.forEach(add);
      group.isolates.forEach(add);
    } else {
      closeTable();
      tables.push(writeIsolateTable(group, shape));
      // Of germs inside its antibiograms too, a table each: a result without its row would be coded and not shown.
      for (const antibiogram of group.antibiograms.flatMap(flatten)) antibiogram.isolates.forEach(add);
    }
  };
  groups.forEach(add);
  closeTable();
  return fragment(...tables);
}

function writeIsolateTable({ isolate, labelId, observations, antibiograms, comments }: PlacedIsolate, shape: Columns): Xml {
  const rows = [
    ...(isolate.performers ?? []).map((performer) => wideRow(text(printPerformer(performer)), shape)),
    ...observations.map((observation) => writeRow(observation, shape)),
    ...antibiograms.flatMap((antibiogram) => flatten(antibiogram).map((battery) => writeBatteryRows(battery, shape))),
    ...comments.map((comment) => wideRow(writeComment(comment), shape)),
  ];
  return element(
    'table',
    TABLE,
    element(
      'thead',
      {},
      element('tr', {}, element('th', { colspan: shape.count }, ISOLATE, content(labelId, isolate.label))),
      shape.titles,
    ),
    // A table needs a row, and of some germs only the name is given.
    element('tbody', {}, ...(rows.length > 0 ? rows : [wideRow(NAME_ONLY, shape)])),
  );
}

const ISOLATE = text('Isolat : ');
const NAME_ONLY = text('Identification seule');

function flatten(battery: PlacedBattery): readonly PlacedBattery[] {
  return [battery, ...battery.batteries.flatMap(flatten)];
}

// What is said of a battery follows its heading, what is said of a result follows its row: a line belongs to what stands above it.
function writeBatteryRows({ battery, labelId, observations, images, comments }: PlacedBattery, shape: Columns): Xml {
  return fragment(
    wideRow(element('content', { ID: labelId, styleCode: 'Bold' }, writeLines(battery.label)), shape),
    ...images.map((image) => wideRow(writeImage(image), shape)),
    ...(battery.performers ?? []).map((performer) => wideRow(text(printPerformer(performer)), shape)),
    ...(battery.validators ?? []).map((validator) => wideRow(text(printValidation(validator)), shape)),
    ...observations.map((observation) => writeRow(observation, shape)),
    ...comments.map((comment) => wideRow(writeComment(comment), shape)),
  );
}

function writeRow(placed: PlacedObservation, shape: Columns): Xml {
  const { observation, labelId, valueId, hasText, methodId, rangeId, hasRangeText, priors, images, comments } = placed;
  const { label, method, result, unit, reference, interpretation } = observation.printed;
  const row = element(
    'tr',
    {},
    element('td', {}, content(labelId, label), method !== undefined && fragment(SPACE, content(methodId, method))),
    hasText || observation.value?.type === 'CD' ? element('td', {}, content(valueId, result)) : cell(result),
    cell(unit),
    hasRangeText ? element('td', {}, content(rangeId, reference)) : cell(reference),
    cell(interpretation),
    shape.hasPriors && element('td', {}, ...priors.map(writePrior)),
  );
  const lines = linesUnder(observation);
  if (lines.length === 0 && images.length === 0 && comments.length === 0) return row;
  return fragment(
    row,
    ...images.map((image) => wideRow(writeImage(image), shape)),
    ...lines.map((line) => wideRow(writeLines(line), shape)),
    ...comments.map((comment) => wideRow(writeComment(comment), shape)),
  );
}

/** Notes as they came, and what is coded and in none of them: nothing is coded that is not shown. */
function linesUnder({ printed: { notes = [] }, kit, medium, performers, validators }: CdaObservation): readonly string[] {
  const coded: string[] = [];
  if (kit) coded.push(`Trousse : ${kit.displayName ?? kit.code}`);
  if (medium) coded.push(`Milieu : ${medium.displayName ?? medium.code}`);
  for (const performer of performers ?? []) coded.push(printPerformer(performer));
  for (const validator of validators) coded.push(printValidation(validator));
  if (coded.length === 0) return notes;
  return [...notes, ...coded.filter((line) => !notes.includes(line))];
}

function writePrior({ id, printed: { date, result } }: PlacedPrior, index: number): Xml {
  return fragment(index > 0 && BREAK, content(id, result), date !== '' && text(` (${date})`));
}

function writeImage({ id, image: { title } }: PlacedImage): Xml {
  return fragment(
    title !== undefined && fragment(element('content', {}, writeLines(title)), SPACE),
    element('renderMultiMedia', { referencedObject: id }),
  );
}

function writeComment({ id, text: comment }: PlacedComment): Xml {
  return content(id, comment);
}

function wideRow(inside: Xml, { count }: Columns): Xml {
  return element('tr', {}, element('td', { colspan: count }, inside));
}

function content(id: string, printed: string): Xml {
  return element('content', { ID: id }, writeLines(printed));
}

function cell(printed: string): Xml {
  return printed === '' ? EMPTY_CELL : element('td', {}, writeLines(printed));
}
