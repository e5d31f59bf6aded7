import type { Severity } from '@segur/errors';
import type { Language } from '../cli/language.js';
import { textTable } from '../cli/text-table.js';
import type { DocumentCheck } from './check-document.js';

const WORDS = {
  en: {
    columns: ['file', 'version', 'form', 'errors', 'warnings', 'layers', 'ms'],
    selfPresentable: 'self-presentable',
    total: (files: number, good: number, errors: number, warnings: number) =>
      `${files} ${files === 1 ? 'file' : 'files'}: ${good} without error, ${files - good} with errors (${errors} errors, ${warnings} warnings).`,
    withKit: 'Official layers: those of the kit at ',
    withoutKit: 'The XSD and the official schematrons did not run: name the kit with --ci-sis or CI_SIS_DIR. Our own rules ran.',
  },
  fr: {
    columns: ['fichier', 'version', 'forme', 'erreurs', 'avertissements', 'couches', 'ms'],
    selfPresentable: 'auto-présentable',
    total: (files: number, good: number, errors: number, warnings: number) =>
      `${files} ${files === 1 ? 'fichier' : 'fichiers'} : ${good} sans erreur, ${files - good} avec erreurs (${errors} erreurs, ${warnings} avertissements).`,
    withKit: 'Couches officielles : celles du kit ',
    withoutKit:
      'Le schéma XSD et les schématrons officiels ne sont pas passés : indiquez le kit par --ci-sis ou CI_SIS_DIR. Nos propres règles sont passées.',
  },
} as const;

/** One line a file, then what they come to and which official layers there were. */
export function checkSummary(checks: readonly DocumentCheck[], ciSisDir: string | undefined, language: Language): string {
  const words = WORDS[language];
  const columns = words.columns.map((title, index) => ({ title, align: index >= 3 && index !== 5 ? 'right' : 'left' }) as const);
  const rows = checks.map((check) => [
    check.file,
    versionOf(check) ?? '-',
    formOf(check, language),
    `${count(check, 'error')}`,
    `${count(check, 'warning')}`,
    check.layers.join(' ') || '-',
    `${check.milliseconds}`,
  ]);
  const errors = checks.map((check) => count(check, 'error'));
  const warnings = checks.map((check) => count(check, 'warning'));
  return [
    textTable(columns, rows),
    '',
    words.total(checks.length, errors.filter((number) => number === 0).length, sum(errors), sum(warnings)),
    ciSisDir === undefined ? words.withoutKit : `${words.withKit}${ciSisDir}`,
  ].join('\n');
}

/** The same for programs: one JSON line a file. */
export function checkLine(check: DocumentCheck): string {
  const { file, kind, layers, milliseconds } = check;
  return JSON.stringify({
    file,
    version: versionOf(check),
    form: kind && formOf(check, 'en'),
    errors: count(check, 'error'),
    warnings: count(check, 'warning'),
    layers,
    milliseconds,
  });
}

/** A document whose body is a PDF follows no version of the volet. */
function versionOf({ kind }: DocumentCheck): string | undefined {
  return kind?.level === 3 ? kind.version : undefined;
}

function formOf({ kind }: DocumentCheck, language: Language): string {
  if (!kind) return '-';
  return kind.selfPresentable ? WORDS[language].selfPresentable : `N${kind.level}`;
}

function count({ findings }: DocumentCheck, wanted: Severity): number {
  return findings.filter(({ severity }) => severity === wanted).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
