import type { AttachedPdf, Report, Vaccination } from '@segur/laboratory';
import type { PrintContext } from './chapter-context.js';
import type { PrintedSection } from './printed-report.js';
import { printPerformer } from './printed-result.js';
import { COLON, printStated } from './printed-words.js';
import { HEADINGS } from './to-body.js';

/** Why the examinations were asked for, and what the prescriber said of the patient. */
export function toIntroduction({ referral, clinicalInformation }: Report): readonly PrintedSection[] {
  return filled([
    ...(referral
      ? [
          {
            title: referral.title?.trim() || HEADINGS.referral,
            lines: [referral.text, ...unsaid(referral.text, [referral.reason.label, referral.problem.label])],
          },
        ]
      : []),
    { title: HEADINGS.clinicalInformation, lines: [clinicalInformation ?? ''] },
  ]);
}

/** Vaccinations, remarks, and the reports of other laboratories by name. @throws {UnassemblableReport} `malformed-time`. */
export function toConclusion(context: PrintContext): readonly PrintedSection[] {
  const { remarks = [], vaccinations = [], secondIntention = [] } = context.report;
  return filled([
    { title: HEADINGS.vaccinations, lines: vaccinations.map((vaccination) => printVaccination(vaccination, context)) },
    ...remarks.map(({ title, text }) => ({ title: title.trim() || 'Remarque', lines: [text] })),
    { title: 'Documents joints', lines: secondIntention.map((attachment) => printAttachment(attachment, context)) },
  ]);
}

function printVaccination({ label, done, at }: Vaccination, { laboratory }: PrintContext): string {
  const when = at === undefined ? '' : ` le ${printStated(at, laboratory)}`;
  return `${label}${COLON}${done ? `réalisée${when}` : 'non réalisée'}`;
}

function printAttachment({ title, performedBy }: AttachedPdf, context: PrintContext): string {
  const by = performedBy ? [printPerformer(performedBy, context)] : [];
  return [`${HEADINGS.attachment}${COLON}${title.trim() || 'sans titre'}`, ...by].join(' – ');
}

/** A code is printed by its label, unless the text says so already. */
function unsaid(text: string, labels: readonly string[]): readonly string[] {
  return labels.filter((label) => !text.toLocaleLowerCase('fr').includes(label.toLocaleLowerCase('fr')));
}

function filled(sections: readonly PrintedSection[]): readonly PrintedSection[] {
  return sections.flatMap(({ title, lines }) => {
    const said = lines.filter((line) => line.trim() !== '');
    return said.length > 0 ? [{ title, lines: said }] : [];
  });
}
