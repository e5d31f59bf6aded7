import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { hasErrors, type Finding } from '@segur/errors';
import { SAMPLE_LABORATORY } from '@segur/laboratory';
import { decodeText } from '@segur/loinc-files';
import { readCatalogue } from '@segur/loinc-transcoding/core';
import { STARTER_CONCEPTS } from '@segur/starter-terminology';
import { refusalOf, tell } from '../cli/findings.js';
import { instant, withFiles } from '../cli/input-files.js';
import { readLaboratory } from '../cli/laboratory-file.js';
import { checkFiles, writeCatalogue } from './check-files.js';
import { compareMaps, writeChanges } from './compare-maps.js';
import { exportMap, MAP_FORMS, type MapForm } from './export-map.js';
import { LOINC_HELP } from './loinc-help.js';
import { readNationalCatalogue } from './national-files.js';
import { readConceptTable, type ConceptTable } from './read-concept-table.js';
import { readMapFile } from './read-map-file.js';
import { suggestCodes } from './suggest-codes.js';

interface SuggestOptions {
  readonly catalogue: string;
  readonly table?: string;
  readonly french?: string;
  readonly top: number;
  readonly output?: string;
}

interface ExportOptions {
  readonly to: MapForm;
  readonly catalogue?: readonly string[];
  readonly lab?: string;
  readonly mapVersion?: string;
  readonly release?: string;
  readonly now?: Date;
  readonly output?: string;
}

/** `segur loinc`: codes for a laboratory's catalogue, on files. */
export function loincCommand(): Command {
  const suggest = new Command('suggest')
    .description('proposes LOINC codes for each analysis of a catalogue')
    .requiredOption('--catalogue <CAT.csv>', 'header local_code,label,unit,specimen,method; or LOINC_3_export_resultats_….csv')
    .option('--table <LOINC.csv>', 'Loinc.csv of a release, or a plain table (default: the starter table of the product)')
    .option('--french <VARIANT.csv>', 'the French variant of that release, e.g. frFR8LinguisticVariant.csv')
    .option('--top <number>', 'codes for one analysis, at most', positive, 5)
    .option('-o, --output <OUT.csv>', 'where the proposals go (default: standard output)')
    .addHelpText('after', LOINC_HELP.suggest)
    .action((options: SuggestOptions, command: Command) => withFiles(command, () => suggestFile(options)));
  const check = new Command('import')
    .description('checks the files of a catalogue or of its map')
    .argument('<FILE...>', 'LOINC_1 to LOINC_6, a plain CSV, or a ConceptMap in JSON')
    .option('-o, --output <CAT.csv>', 'where the catalogue goes, as one table')
    .addHelpText('after', LOINC_HELP.import)
    .action((files: readonly string[], { output }: { readonly output?: string }, command: Command) =>
      withFiles(command, () => importFiles(files, output)),
    );
  const write = new Command('export')
    .description('turns a map into another form')
    .argument('<MAP>', 'CSV with a header, LOINC_6 or a ConceptMap')
    .addOption(new Option('--to <form>', 'form of the result').choices(MAP_FORMS).makeOptionMandatory())
    .option('--catalogue <FILE...>', 'LOINC_1, LOINC_2 and LOINC_3, beside which LOINC_4, LOINC_5 and LOINC_6 are written')
    .option('--lab <LAB.json>', 'who publishes a ConceptMap (default: the sample laboratory)')
    .option('--map-version <version>', 'version of a ConceptMap (default: the day)')
    .option('--release <number>', 'LOINC release of the codes, e.g. 2.80')
    .option('--now <instant>', 'ISO 8601 instant of publication', instant)
    .option('-o, --output <file>', 'where the map goes (default: standard output)')
    .addHelpText('after', LOINC_HELP.export)
    .action((map: string, options: ExportOptions, command: Command) => withFiles(command, () => exportFile(map, options)));
  const diff = new Command('diff')
    .description('shows what changed between two maps')
    .argument('<BEFORE>', 'a map, in any form')
    .argument('<AFTER>', 'the other')
    .option('-o, --output <OUT.csv>', 'where the differences go (default: standard output)')
    .addHelpText('after', LOINC_HELP.diff)
    .action((before: string, after: string, { output }: { readonly output?: string }, command: Command) =>
      withFiles(command, () => diffFiles(before, after, output)),
    );
  const loinc = new Command('loinc').description('LOINC codes for a catalogue: proposals, maps, differences');
  return [suggest, check, write, diff].reduce((parent, child) => parent.addCommand(child), loinc);
}

function suggestFile({ catalogue, table, french, top, output }: SuggestOptions): void {
  const { tests, findings } = readCatalogue([{ name: basename(catalogue), text: textOf(catalogue) }]);
  const codes: ConceptTable =
    table === undefined ? STARTER : readConceptTable(textOf(table), french === undefined ? undefined : textOf(french));
  tell([...findings, ...codes.findings]);
  if (tests.length > 0 && codes.concepts.length > 0) {
    const suggestions = suggestCodes(tests, codes.concepts, { top, partial: table === undefined });
    tell(suggestions.findings);
    write(suggestions.csv, output);
  }
  if (hasErrors([...findings, ...codes.findings])) process.exitCode = 1;
}

const STARTER: ConceptTable = {
  concepts: STARTER_CONCEPTS,
  findings: [
    {
      severity: 'info',
      code: 'loinc-starter-table',
      location: '',
      message: `No --table: codes are proposed from the ${STARTER_CONCEPTS.length} of the starter table`,
      messageFr: `Sans --table, les codes proposés sont parmi les ${STARTER_CONCEPTS.length} de la table de départ`,
    },
  ],
};

function importFiles(names: readonly string[], output: string | undefined): void {
  const { counts, findings, tests } = checkFiles(names.map((name) => ({ name, text: textOf(name) })));
  tell(findings);
  process.stdout.write(`${counts.join('\n')}\n`);
  if (hasErrors(findings)) process.exitCode = 1;
  else if (output !== undefined) writeFileSync(output, writeCatalogue(tests));
}

function exportFile(name: string, options: ExportOptions): void {
  const { to, catalogue = [], lab, mapVersion, release, now = new Date(), output } = options;
  const laboratory = lab === undefined ? SAMPLE_LABORATORY : readLaboratory(lab);
  const map = readMapFile(name, textOf(name));
  const beside = readNationalCatalogue(catalogue.map((file) => ({ name: file, text: textOf(file) })));
  const findings = [...map.findings, ...beside.findings];
  tell(findings);
  if (lab === undefined && to === 'conceptmap') tell([SAMPLE]);
  if (hasErrors(findings)) return void (process.exitCode = 1);
  const publication = {
    laboratory,
    version: mapVersion ?? now.toISOString().slice(0, 10),
    at: now,
    ...(release !== undefined && { loincRelease: release }),
  };
  try {
    const written = exportMap(map.records, to, publication, beside);
    tell(written.findings);
    if (written.output === undefined) process.exitCode = 1;
    else write(written.output, output);
  } catch (error) {
    tell([refusalOf(error)]);
    process.exitCode = 1;
  }
}

const SAMPLE: Finding = {
  severity: 'info',
  code: 'sample-laboratory',
  location: '',
  message: 'No --lab: the map is that of the sample laboratory',
};

function diffFiles(before: string, after: string, output: string | undefined): void {
  const [old, current] = [before, after].map((name) => readMapFile(name, textOf(name)));
  const findings = [...(old?.findings ?? []), ...(current?.findings ?? [])];
  tell(findings);
  if (hasErrors(findings)) process.exitCode = 1;
  else write(writeChanges(compareMaps(old?.records ?? [], current?.records ?? [])), output);
}

function textOf(name: string): string {
  return decodeText(readFileSync(name === '-' ? 0 : name)).text;
}

function write(text: string, output: string | undefined): void {
  if (output === undefined) process.stdout.write(text);
  else writeFileSync(output, text);
}

function positive(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Not a whole number from 1');
  return number;
}
