import { readFileSync, writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Finding } from '@segur/errors';
import { laboratorySchema, SAMPLE_LABORATORY, type Laboratory } from '@segur/laboratory';
import { readMappingCsv, toLoincMap, type LoincMap } from '@segur/loinc-transcoding/core';
import { toUcum } from '@segur/units';
import { z } from 'zod';
import { convertHl7v2ToCda } from './convert-hl7v2.js';

interface ConvertOptions {
  readonly lab?: string;
  readonly mapping?: string;
  readonly now?: Date;
  readonly output?: string;
  readonly ciSis?: string;
}

const EXAMPLES = `
Examples:
  segur convert --from hl7v2 --to cda result.hl7 -o result.xml
  segur convert --from hl7v2 --to cda --lab LAB.json --mapping MAP.csv --now 2026-11-23T08:00:00Z result.hl7

LAB.json is the sender's identity; its schema is docs/lab.schema.json. MAP.csv has the header
local_code,label,unit,specimen,method,loinc,loinc_label. Findings go to standard error as JSON lines.
Exit status: 0 converted, 1 refused or findings of severity error, 2 wrong usage.`;

/** `segur convert`: one format to another, without a server. */
export function convertCommand(): Command {
  return new Command('convert')
    .description('converts a result message to the national structured report')
    .addOption(new Option('--from <format>', 'format of IN').choices(['hl7v2']).makeOptionMandatory())
    .addOption(new Option('--to <format>', 'format of OUT').choices(['cda']).makeOptionMandatory())
    .option('--lab <LAB.json>', 'the laboratory that answers for the report (default: the sample laboratory)')
    .option('--mapping <MAP.csv>', 'reviewed map of local codes to LOINC (default: none, local codes are sent)')
    .option('--now <instant>', 'ISO 8601 instant of creation: fixes every generated time and id', instant)
    .option('--ci-sis <folder>', 'official kit, for its XSD (default: the variable CI_SIS_DIR)')
    .option('-o, --output <file>', 'where the result goes (default: standard output)')
    .argument('<IN>', 'the message, or - for standard input')
    .addHelpText('after', EXAMPLES)
    .action((input: string, options: ConvertOptions, command: Command) => {
      try {
        convert(input, options);
      } catch (error) {
        const { code, path } = error as NodeJS.ErrnoException;
        if (code === undefined || path === undefined) throw error;
        command.error(`error: ${path} cannot be opened (${code})`);
      }
    });
}

function convert(input: string, options: ConvertOptions): void {
  const ciSisDir = options.ciSis ?? process.env['CI_SIS_DIR'];
  const laboratory = options.lab === undefined ? sample() : readLaboratory(options.lab);
  const { output, findings } = convertHl7v2ToCda(readFileSync(input === '-' ? 0 : input), {
    laboratory,
    map: options.mapping === undefined ? new Map() : readMap(options.mapping),
    now: options.now ?? new Date(),
    ...(ciSisDir === undefined ? {} : { ciSisDir }),
  });
  findings.forEach(report);
  if (!output) process.exitCode = 1;
  else if (options.output === undefined) process.stdout.write(output);
  else writeFileSync(options.output, output);
}

function sample(): Laboratory {
  report({
    severity: 'info',
    code: 'sample-laboratory',
    location: '',
    message: 'No --lab: the report is that of the sample laboratory',
  });
  return SAMPLE_LABORATORY;
}

function readLaboratory(path: string): Laboratory {
  const refused = (message: string) => refuse([{ severity: 'error', code: 'invalid-configuration', location: path, message }]);
  const json = parsed(readFileSync(path, 'utf8'));
  if (json === undefined) return refused('Not JSON');
  const result = laboratorySchema.safeParse(json, { reportInput: false });
  return result.success ? (result.data as Laboratory) : refused(z.prettifyError(result.error));
}

/** Absent: it is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readMap(path: string): LoincMap {
  const { lines, findings } = readMappingCsv(readFileSync(path, 'utf8'), toUcum);
  if (findings.some(({ severity }) => severity === 'error')) return refuse(findings);
  return toLoincMap(lines);
}

function refuse(findings: readonly Finding[]): never {
  findings.forEach(report);
  process.exit(1);
}

function report(finding: Finding): void {
  process.stderr.write(`${JSON.stringify(finding)}\n`);
}

function instant(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new InvalidArgumentError('Not an ISO 8601 instant, e.g. 2026-11-23T08:00:00Z');
  return date;
}
