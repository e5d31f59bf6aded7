import type { CrBioBody } from '@segur/cda';
import type { Laboratory, Report } from '@segur/laboratory';
import { toCdaTime } from './cda-time.js';
import type { ChapterContext } from './chapter-context.js';
import { wordsWithoutResults } from './to-chapters.js';
import { toCode } from './to-codes.js';

/** Headings of what a report says under no heading of its own. */
export const HEADINGS = {
  clinicalInformation: 'Renseignements cliniques',
  referral: 'Contexte de l’examen',
  vaccinations: 'Historique des vaccinations',
  attachment: 'Compte rendu joint',
} as const;

/** Why the examinations were asked for. */
export function toReferral({ referral }: Report): Pick<CrBioBody, 'referral'> {
  if (!referral) return {};
  const { title, text, reason, problem } = referral;
  return {
    referral: {
      title: title?.trim() || HEADINGS.referral,
      text: text.trim() === '' ? reason.label.trim() || reason.code : text,
      reason: toCode(reason),
      problem: toCode(problem),
    },
  };
}

/** Reports of other laboratories, as they came. */
export function toSecondIntention({ secondIntention = [] }: Report): Pick<CrBioBody, 'secondIntention'> {
  if (secondIntention.length === 0) return {};
  return {
    secondIntention: secondIntention.map(({ title, type, data }) => ({
      title: title.trim() || HEADINGS.attachment,
      ...(type && { type: toCode(type) }),
      data,
    })),
  };
}

/** Vaccinations, done or known not to have been. @throws {UnassemblableReport} `malformed-time`. */
export function toVaccinations({ vaccinations = [] }: Report, { timeZone }: Laboratory): Pick<CrBioBody, 'vaccinations'> {
  if (vaccinations.length === 0) return {};
  return {
    vaccinations: vaccinations.map(({ label, vaccine, done, at }) => ({
      label,
      ...(vaccine && { product: toCode(vaccine) }),
      done,
      ...(at !== undefined && { at: toCdaTime(at, timeZone) }),
    })),
  };
}

/** Texts under a heading of their own: what the prescriber said, what is said of examinations without result, what the laboratory adds. */
export function toRemarks(context: ChapterContext): Pick<CrBioBody, 'remarks'> {
  const { clinicalInformation = '', remarks = [] } = context.report;
  const all = [
    { title: HEADINGS.clinicalInformation, text: clinicalInformation },
    ...wordsWithoutResults(context).map(({ title, text }) => ({ title, text })),
    ...remarks.map(({ title, text }) => ({ title, text })),
  ].filter(({ text }) => text.trim() !== '');
  return all.length > 0 ? { remarks: all } : {};
}
