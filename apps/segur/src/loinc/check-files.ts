import { basename } from 'node:path';
import type { Finding } from '@segur/errors';
import { readCatalogueFileName, readChapterMap, readExamMap, writeCsv } from '@segur/loinc-files';
import { readCatalogue } from '@segur/loinc-transcoding/core';
import type { LocalTest } from '@segur/terminology';
import { readMapFile } from './read-map-file.js';

/** One file that was given, in text. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** What the files of a catalogue or of its map hold. */
export interface CheckedFiles {
  /** One line for people for each file of a map, and one for the catalogue. */
  readonly counts: readonly string[];
  readonly findings: readonly Finding[];
  readonly tests: readonly LocalTest[];
}

const COLUMNS = {
  local_code: ({ localCode }) => localCode,
  label: ({ label }) => label,
  unit: ({ unit }) => unit,
  specimen: ({ specimen }) => specimen,
  method: ({ method }) => method,
  synonym: ({ synonyms = [] }) => synonyms.join(', '),
  chapter: ({ chapter }) => chapter,
  panel_code: ({ panelCode }) => panelCode,
  panel_label: ({ panelLabel }) => panelLabel,
  result_type: ({ resultType }) => resultType,
  timing: ({ timing }) => timing,
  property: ({ property }) => property,
  scale: ({ scale }) => scale,
  nabm: ({ nabmCodes = [] }) => nabmCodes.join(' '),
  volume: ({ volume12m }) => volume12m?.toString(),
} as const satisfies Record<string, (test: LocalTest) => string | undefined>;

/** Checks files together, as an import does: those of one catalogue explain each other; each map is one of its own. */
export function checkFiles(files: readonly NamedText[]): CheckedFiles {
  const maps = files.filter(isMap);
  const catalogue = files.filter((file) => !isMap(file)).map(({ name, text }) => ({ name: basename(name), text }));
  const checked = maps.map(checkMap);
  const { tests, findings } = catalogue.length > 0 ? readCatalogue(catalogue) : { tests: [], findings: [] };
  return {
    tests,
    findings: [...findings, ...checked.flatMap((map) => map.findings)],
    counts: [
      ...(catalogue.length > 0 ? [`${catalogue.map(({ name }) => name).join(', ')}: ${tests.length} analyses`] : []),
      ...checked.map(({ count }) => count),
    ],
  };
}

/** A catalogue as one table, which `segur loinc suggest` reads. */
export function writeCatalogue(tests: readonly LocalTest[]): string {
  const cells = Object.values(COLUMNS) as ((test: LocalTest) => string | undefined)[];
  return writeCsv([Object.keys(COLUMNS), ...tests.map((test) => cells.map((cell) => cell(test)))], ',');
}

function isMap({ name, text }: NamedText): boolean {
  const kind = readCatalogueFileName(basename(name))?.kind;
  if (kind !== undefined) return kind.endsWith('-map');
  return text.trimStart().startsWith('{') || /(^|[;,\t"])loinc(["_;,\t\r\n]|$)/i.test(text.slice(0, text.search(/[\r\n]|$/)));
}

function checkMap({ name, text }: NamedText): { readonly count: string; readonly findings: readonly Finding[] } {
  const shown = basename(name);
  const kind = readCatalogueFileName(shown)?.kind;
  if (kind === 'chapter-map' || kind === 'exam-map') {
    const { rows, findings } = kind === 'exam-map' ? readExamMap(text) : readChapterMap(text);
    return { count: `${shown}: ${rows.length} lines`, findings: inFile(shown, findings) };
  }
  const { form, records, findings } = readMapFile(name, text);
  const coded = records.filter(({ loinc }) => loinc !== undefined).length;
  const count = `${shown}: ${form}, ${records.length} mappings, ${coded} with a code, ${records.length - coded} without`;
  return { count, findings: inFile(shown, findings) };
}

function inFile(name: string, findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => ({ ...finding, location: `${name}, ${finding.location}` }));
}
