import type { Laboratory, Report } from '@segur/laboratory';
import { spoken } from './chapter-context.js';
import type { PrintedReport } from './printed-report.js';
import { printValidator } from './printed-result.js';
import { COLON, printStated } from './printed-words.js';
import { toPrintedChapters } from './to-printed-chapters.js';
import { toLetterhead, toPatientFacts, toRequestFacts } from './to-printed-facts.js';
import { toConclusion, toIntroduction } from './to-printed-sections.js';
import { toLegalAuthenticator, toValidators } from './to-signatories.js';
import { withoutMatricule } from './without-matricule.js';

/**
 * Says what people read of a report.
 *
 * @throws {UnassemblableReport} `malformed-time`, `unknown-chapter`, `no-signatory`.
 */
export function toPrintedReport(stated: Report, laboratory: Laboratory): PrintedReport {
  const report = withoutMatricule(stated);
  const { traits } = report.identity;
  const context = { report, laboratory, validators: toValidators(report, laboratory) };
  const name = [traits.birthName, traits.birthFirstName].filter(Boolean).join(' ');
  const chapters = toPrintedChapters(context);
  return {
    title: 'Compte rendu d’examens de biologie médicale',
    laboratory: { name: laboratory.name, lines: toLetterhead(laboratory) },
    notices: toNotices(report),
    patient: { name, facts: toPatientFacts(report) },
    request: toRequestFacts(report, laboratory),
    introduction: toIntroduction(report),
    comments: spoken(report.comments),
    chapters,
    conclusion: toConclusion(context),
    validations: context.validators.map(printValidator),
    signature: `Signataire du compte rendu${COLON}${printValidator(toLegalAuthenticator(report, laboratory)).replace('Validé par ', '')}`,
    ...(isMarked(chapters) && { legend: LEGEND }),
    runningHead: `${name} – Dossier ${report.fillerNumber} – Compte rendu du ${printStated(report.releasedAt, laboratory)}`,
    footer: `${laboratory.name} – Dossier ${report.fillerNumber}`,
  };
}

const LEGEND = `▲ haut, ▼ bas, ● à remarquer${COLON}voir la colonne Interprétation.`;

function isMarked(chapters: PrintedReport['chapters']): boolean {
  return chapters.some(({ rows }) =>
    rows.some(
      (row) =>
        (row.kind === 'result' && row.mark !== undefined) ||
        (row.kind === 'antibiogram' && row.rows.some(({ mark }) => mark !== undefined)),
    ),
  );
}

/** « Résultats partiels » is the wording that readers look for. */
function toNotices({ status, replaces }: Report): readonly string[] {
  const before = replaces?.reason === 'completed' ? 'le compte rendu partiel précédent' : 'la version précédente';
  return [
    ...(replaces ? [`Ce compte rendu annule et remplace ${before}.`] : []),
    ...(status === 'partial' ? [`Résultats partiels${COLON}d’autres résultats suivront.`] : []),
  ];
}
