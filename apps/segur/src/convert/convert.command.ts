import { readFileSync, writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { readMappingCsv, toLoincMap, type LoincMap } from '@segur/loinc-transcoding/core';
import { toUcum } from '@segur/units';
import { refuse, tell } from '../cli/findings.js';
import { instant, withFiles } from '../cli/input-files.js';
import { readLaboratory } from '../cli/laboratory-file.js';
import { kitDirectory } from '../cli/official-kit.js';
import { INPUT_FORMATS, OUTPUT_FORMATS, type InputFormat, type OutputFormat } from './conversion.js';
import { convertReport } from './convert-report.js';

interface ConvertOptions {
  readonly from: InputFormat;
  readonly to: OutputFormat;
  readonly lab?: string;
  readonly mapping?: string;
  readonly now?: Date;
  readonly request?: string;
  readonly output?: string;
  readonly ciSis?: string;
}

const TEACHING = `
Formats in:
  hl7v2   ORU^R01 and OUL^R22 with results, ORU and MDM that carry a finished CDA; versions 2.2 to 2.8
  hprim   HPRIM Santé 2.0 to 2.5, one request at a time
  json    the report of docs/report-intake.schema.json
  cda     CR-BIO 2021.01, 2023.01 and 2024.01, level 1 or 3, self-presentable
Formats out:
  cda                   CR-BIO 2024.01, level 3, with its copy on paper
  cda-n1                level 1: the header and the PDF
  cda-auto-presentable  a style sheet that carries the document, for any browser
  json, fhir            the report as JSON, as a FHIR R4 document
  html, pdf             for people; the PDF is PDF/A-1b, or the laboratory's own when the input carries it

Examples:
  segur convert --from hl7v2 --to cda result.hl7 -o result.xml
  segur convert --from hl7v2 --to cda --lab LAB.json --mapping MAP.csv --now 2026-11-23T08:00:00Z result.hl7
  segur convert --from cda --to html report.xml > report.html
  segur convert --from hprim --request DOS-0042 --to json day.hpr

LAB.json is the sender's identity: docs/lab.schema.json, and docs/lab.example.json to begin with. MAP.csv has the header
local_code,label,unit,specimen,method,loinc,loinc_label. A CDA names its laboratory itself.
A document is checked before it is written: see "segur check --help" for the official kit.

Findings go to standard error, one JSON line each: {severity, code, location, message}. Codes are explained in
docs/errors.md.
Exit status: 0 converted, 1 refused or findings of severity error, 2 wrong usage.`;

/** `segur convert`: one format to another, without a server. */
export function convertCommand(): Command {
  return new Command('convert')
    .description('converts a report from one format to another, by the rules of the platform')
    .addOption(new Option('--from <format>', 'format of IN').choices(INPUT_FORMATS).makeOptionMandatory())
    .addOption(new Option('--to <format>', 'format of OUT').choices(OUTPUT_FORMATS).makeOptionMandatory())
    .option('--lab <LAB.json>', 'the laboratory that answers for the report (default: that of a CDA, else the sample laboratory)')
    .option('--mapping <MAP.csv>', 'reviewed map of local codes to LOINC (default: none, codes stay as they came)')
    .option('--now <instant>', 'ISO 8601 instant of creation: fixes every generated time and id', instant)
    .option('--request <number>', 'the request to convert, of a HPRIM file with several')
    .option('--ci-sis <folder>', 'official kit, for its XSD (default: the variable CI_SIS_DIR)')
    .option('-o, --output <file>', 'where the result goes (default: standard output)')
    .argument('<IN>', 'the message or document, or - for standard input')
    .addHelpText('after', TEACHING)
    .action((input: string, options: ConvertOptions, command: Command) => {
      withFiles(command, () => convert(input, options));
    });
}

const NO_MAP: LoincMap = new Map();

function convert(input: string, options: ConvertOptions): void {
  const ciSisDir = kitDirectory(options.ciSis, process.env);
  const { from, to, lab, mapping, request, now } = options;
  const context = {
    from,
    to,
    ...(lab !== undefined && { laboratory: readLaboratory(lab) }),
    map: mapping === undefined ? NO_MAP : readMap(mapping),
    now: now ?? new Date(),
    ...(request !== undefined && { request }),
    ...(ciSisDir !== undefined && { ciSisDir }),
  };
  const { output, findings } = convertReport(readFileSync(input === '-' ? 0 : input), context);
  tell(findings);
  if (!output) process.exitCode = 1;
  else if (options.output === undefined) process.stdout.write(output);
  else writeFileSync(options.output, output);
}

function readMap(path: string): LoincMap {
  const { lines, findings } = readMappingCsv(readFileSync(path, 'utf8'), toUcum);
  if (findings.some(({ severity }) => severity === 'error')) return refuse(findings);
  return toLoincMap(lines);
}
