import { MalformedInput, type Finding } from '@segur/errors';
import { writeText } from '../charset.js';
import { remark } from '../tolerances.js';
import type { MedecinMeasure, MedecinReport, MedecinResult } from './medecin-file.js';
import { toWritable } from './writable-text.js';

/** A written file, and what its set could not hold. */
export interface EncodedMedecin {
  readonly bytes: Buffer;
  readonly findings: readonly Finding[];
}

/** Longest line of text. @see hprim-sante.md §2.6 */
const WIDTH = 78;

/**
 * Writes an HPRIM Médecin 3.0 file in windows-1252, CRLF, lines of text of at most 78 characters.
 *
 * The social security number is left empty, always: a doctor's product files the report without it. `|` in a value becomes `/`, and what the
 * set does not hold becomes its nearest spelling (`≥` is `>=`) or `?`, with a finding.
 *
 * @throws {MalformedInput} No report, or a date that is not `YYYY-MM-DD`.
 */
export function encodeHprimMedecin(reports: readonly MedecinReport[]): EncodedMedecin {
  if (reports.length === 0) throw new MalformedInput('A file holds at least one report');
  const findings: Finding[] = [];
  const pages = reports.map((report, index) => {
    const page = [...toLines(report), '****FIN****'].join('\r\n');
    const { text, replaced } = toWritable(page);
    if (replaced) findings.push(remark('hprim-character-replaced', `report ${index + 1}`));
    return text;
  });
  const bytes = writeText([...pages, '****FINFICHIER****', ''].join('\r\n'), 'windows-1252');
  if (!bytes) throw new MalformedInput('A text cannot be written in windows-1252');
  return { bytes, findings };
}

function toLines({ header, text, comments, results, others }: MedecinReport): readonly string[] {
  const { patientCode, family, given, address, town, birthDate, dossier, dossierDate, sender, recipient } = header;
  return [
    ...[patientCode, family, given, address[0], address[1], town].map(oneLine),
    toFrenchDate(birthDate),
    '',
    oneLine(dossier),
    toFrenchDate(dossierDate),
    // The code ends at the first blank: it may hold none.
    ...[sender, recipient].map(({ code, name }) => `${oneLine(code).replaceAll(' ', '_')} ${oneLine(name)}`.trimEnd()),
    ...text.flatMap(wrapped).map(unstarred),
    '****LAB****',
    ...comments.flatMap(toComment),
    ...results.flatMap((result) => [toResultLine(result), ...result.comments.flatMap(toComment)]),
    ...others.flatMap(wrapped).map(unstarred),
  ];
}

function toResultLine(result: MedecinResult): string {
  const { label, code, type, abnormality, status, second, others } = result;
  const measure = ({ value, unit, low, high }: MedecinMeasure) => [value, unit, low, high];
  const fields = [label, code, type, ...measure(result), abnormality, status, ...(second ? measure(second) : []), ...others];
  const last = fields.findLastIndex((field) => field !== '');
  return ['RES', ...fields.slice(0, last + 1).map((field) => oneLine(field).replaceAll('|', '/'))].join('|');
}

function toComment(comment: string): readonly string[] {
  return wrapped(comment).map((line) => `TEX|${line.replaceAll('|', '/')}`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A line that starts with stars would be read as a mark. */
function unstarred(line: string): string {
  return /^\s*\*{3}/.test(line) ? line.replace(/\*{3,}/, '**') : line;
}

/** Lines of at most 78 characters, cut at a blank where there is one. */
function wrapped(text: string): readonly string[] {
  return text
    .replaceAll('\t', '    ')
    .split(/\r\n|[\r\n\f]/)
    .flatMap((line) => {
      const lines: string[] = [];
      let rest = line.trimEnd();
      while (rest.length > WIDTH) {
        const blank = rest.lastIndexOf(' ', WIDTH);
        const end = blank > WIDTH / 2 ? blank : WIDTH;
        lines.push(rest.slice(0, end).trimEnd());
        rest = rest.slice(end).trimStart();
      }
      return [...lines, rest];
    });
}

function toFrenchDate(iso: string): string {
  if (iso === '') return '';
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  if (!year) throw new MalformedInput('Not a date', { length: iso.length });
  return `${day}/${month}/${year}`;
}
