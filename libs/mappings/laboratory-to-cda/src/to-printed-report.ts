import type { CdaSignatory } from '@segur/cda';
import type { Chapter, Laboratory, Report } from '@segur/laboratory';
import type { PrintedChapter, PrintedReport } from './printed-report.js';
import { COLON, printFrenchTime, printName, printStated } from './printed-words.js';
import { specimensOf, toChapterCode } from './to-chapters.js';
import { toLetterhead, toPatientFacts, toRequestFacts } from './to-printed-facts.js';
import { toPrintedRows } from './to-printed-rows.js';
import { toLegalAuthenticator, toValidators } from './to-signatories.js';

/**
 * Says what people read of a report.
 *
 * @throws {UnassemblableReport} `malformed-time`, `unknown-chapter`, `no-signatory`.
 */
export function toPrintedReport(report: Report, laboratory: Laboratory): PrintedReport {
  const { traits } = report.identity;
  const name = [traits.birthName, traits.birthFirstName].filter(Boolean).join(' ');
  const chapters = report.chapters.flatMap((chapter) => toPrintedChapter(chapter, report, laboratory));
  const marked = chapters.some(({ rows }) => rows.some((row) => row.kind === 'result' && row.mark !== undefined));
  return {
    title: 'Compte rendu d’examens de biologie médicale',
    laboratory: { name: laboratory.name, lines: toLetterhead(laboratory) },
    notices: toNotices(report),
    patient: { name, facts: toPatientFacts(report) },
    request: toRequestFacts(report, laboratory),
    comments: report.comments.filter((comment) => comment.trim() !== ''),
    chapters,
    validations: toValidators(report, laboratory).map((validator) => `Validé par ${printSignatory(validator)}`),
    signature: `Signataire du compte rendu${COLON}${printSignatory(toLegalAuthenticator(report, laboratory))}`,
    ...(marked && { legend: LEGEND }),
    runningHead: `${name} – Dossier ${report.fillerNumber} – Compte rendu du ${printStated(report.releasedAt, laboratory)}`,
    footer: `${laboratory.name} – Dossier ${report.fillerNumber}`,
  };
}

const LEGEND = `▲ haut, ▼ bas, ● à remarquer${COLON}voir la colonne Interprétation.`;

function toNotices({ status, revision }: Report): readonly string[] {
  return [
    ...(revision > 1 ? [`Ce compte rendu annule et remplace la version précédente (version ${revision - 1}).`] : []),
    ...(status === 'partial' ? [`Compte rendu partiel${COLON}d’autres résultats suivront.`] : []),
  ];
}

function toPrintedChapter(chapter: Chapter, report: Report, laboratory: Laboratory): readonly PrintedChapter[] {
  const rows = toPrintedRows(chapter);
  if (rows.length === 0) return [];
  const specimens = specimensOf(chapter, report).map(({ label, collectedAt, receivedAt }) =>
    [
      `Prélèvement${COLON}${label}`,
      ...(collectedAt ? [`prélevé le ${printStated(collectedAt, laboratory)}`] : []),
      ...(receivedAt ? [`reçu le ${printStated(receivedAt, laboratory)}`] : []),
    ].join(', '),
  );
  return [{ title: toChapterCode(chapter.code).displayName.toLocaleUpperCase('fr'), specimens, rows }];
}

function printSignatory({ person, time }: CdaSignatory): string {
  return `${printName(person ?? {})}, le ${printFrenchTime(time)}`;
}
