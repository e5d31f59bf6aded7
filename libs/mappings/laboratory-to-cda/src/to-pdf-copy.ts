import type { CdaPersonName, CdaSignatory } from '@segur/cda';
import { printTime } from '@segur/cda';
import type { Laboratory, Report } from '@segur/laboratory';
import { writePdf, type PdfBlock, type PdfRow } from '@segur/pdf';
import { isQualified, qualify } from '@segur/identity';
import { toCdaTime } from './cda-time.js';
import { SEX_LABELS } from './labels.js';
import { toPrintedResult } from './printed-result.js';
import { specimensOf, toChapterCode } from './to-chapters.js';
import { toValidators } from './to-signatories.js';

const COLUMNS = [
  { title: 'Examen', width: 0.34 },
  { title: 'Résultat', width: 0.2 },
  { title: 'Unité', width: 0.1 },
  { title: 'Valeurs de référence', width: 0.2 },
  { title: 'Interprétation', width: 0.16 },
];

/**
 * Prints the report on paper: the rows are those of the document's narrative.
 *
 * @throws {UnassemblableReport} `malformed-time`, `unknown-chapter`.
 */
export function toPdfCopy(report: Report, laboratory: Laboratory): Uint8Array {
  const paragraph = (text: string, bold = false): PdfBlock => ({ kind: 'paragraph', text, bold });
  const { address } = laboratory;
  return writePdf({
    title: "Compte rendu d'examens biologiques",
    footer: `${laboratory.name} - Dossier ${report.fillerNumber}`,
    blocks: [
      paragraph(laboratory.name, true),
      paragraph([...address.lines, [address.postalCode, address.city].filter(Boolean).join(' ')].filter(Boolean).join(', ')),
      { kind: 'title', text: "Compte rendu d'examens biologiques" },
      ...patientLines(report).map((line) => paragraph(line)),
      ...requestLines(report, laboratory).map((line) => paragraph(line)),
      ...(report.status === 'partial' ? [paragraph('Compte rendu partiel', true)] : []),
      ...report.comments.map((comment) => paragraph(comment)),
      ...report.chapters.flatMap((chapter) => [
        { kind: 'heading', text: toChapterCode(chapter.code).displayName.toLocaleUpperCase('fr') } as const,
        ...specimensOf(chapter, report).map(({ label, collectedAt }) =>
          paragraph(collectedAt ? `Prélèvement : ${label}, le ${printStated(collectedAt, laboratory)}` : `Prélèvement : ${label}`),
        ),
        { kind: 'table', columns: COLUMNS, rows: chapter.batteries.flatMap(toRows) } as const,
      ]),
      ...toValidators(report, laboratory).map((validator) => paragraph(printValidation(validator))),
    ],
  });
}

function toRows(battery: Report['chapters'][number]['batteries'][number]): readonly PdfRow[] {
  const comments = (texts: readonly string[]): readonly PdfRow[] => texts.map((text) => ({ cells: [text] }));
  return [
    { cells: [battery.code.label || battery.code.localCode], bold: true },
    ...battery.observations.flatMap((observation): readonly PdfRow[] => {
      const { label, method, result, unit, reference, interpretation } = toPrintedResult(observation);
      const name = method === undefined ? label : `${label} ${method}`;
      return [{ cells: [name, result, unit, reference, interpretation] }, ...comments(observation.comments)];
    }),
    ...comments(battery.comments),
  ];
}

function patientLines({ identity }: Report): readonly string[] {
  const { traits } = identity;
  const answer = qualify(identity);
  const sex = traits.sex === 'U' ? SEX_LABELS.UN : SEX_LABELS[traits.sex];
  const used = [traits.usedName, traits.usedFirstName].filter(Boolean).join(' ');
  return [
    `Patient : ${traits.birthName} ${traits.birthGivenNames || traits.birthFirstName}${used ? ` (nom utilisé : ${used})` : ''}`,
    `Né(e) le ${printTime(traits.birthDate) || 'date inconnue'} - Sexe : ${sex}${traits.birthPlaceName ? ` - Lieu de naissance : ${traits.birthPlaceName}` : ''}`,
    ...(isQualified(answer) ? [`Matricule INS : ${answer.insMatricule.value} (${answer.insMatricule.oid})`] : []),
  ];
}

function requestLines(report: Report, laboratory: Laboratory): readonly string[] {
  const { prescriber, prescribedOn, copies } = report;
  return [
    `Dossier ${report.fillerNumber}, reçu le ${printStated(report.receivedAt, laboratory)}`,
    ...(prescriber
      ? [`Prescrit par ${fullName(prescriber)}${prescribedOn ? ` le ${printStated(prescribedOn, laboratory)}` : ''}`]
      : []),
    ...(copies.length > 0 ? [`Copie à ${copies.map(fullName).join(', ')}`] : []),
    `Compte rendu du ${printStated(report.releasedAt, laboratory)}`,
  ];
}

function printStated(stated: string, { timeZone }: Laboratory): string {
  return printTime(toCdaTime(stated, timeZone));
}

function fullName({ suffix, given, family }: Pick<CdaPersonName, 'family' | 'given' | 'suffix'>): string {
  return [suffix, given, family].filter(Boolean).join(' ');
}

function printValidation({ person, time }: CdaSignatory): string {
  return `Validé par ${person ? fullName(person) : ''} le ${printTime(time)}`;
}
