import { isQualified, qualify, type Identity } from '@segur/identity';
import type { Report } from '@segur/laboratory';

const INS_ARC = '1.2.250.1.213.1.4.';
const PATIENT_MAILBOX = /@patient\.mssante\.fr$/i;
/** Figures before the key. */
const WITHOUT_KEY = 13;
/** What is read in the place of a matricule that somebody typed into a text. */
const WITHHELD = '***';

/**
 * Takes out of a report the matricule that may not leave with it, wherever a sender put it: identity, local identifiers, mailboxes,
 * numbers, comments. A report of a qualified identity is given back as it is.
 *
 * The bytes of pictures and of the reports of others are not looked into. The laboratory's own printed copy is left out: it may show
 * the matricule, and the report can be printed again without it.
 *
 * @see Référentiel INS: the matricule leaves with a qualified identity only
 */
export function withoutMatricule(report: Report): Report {
  const { identity } = report;
  if (isQualified(qualify(identity))) return report;
  const number = findNumber(identity.insMatricule);
  const holds = (text: string) => number?.test(text) === true;
  const anonymous: Identity = {
    ...without(identity, 'insMatricule'),
    localIds: identity.localIds.filter(({ root, extension }) => !root.startsWith(INS_ARC) && !holds(extension)),
    telecoms: identity.telecoms.filter(({ value }) => !PATIENT_MAILBOX.test(value) && !holds(value)),
  };
  if (!number) return { ...report, identity: anonymous };
  return withhold({ ...without(report, 'printedCopy'), identity: anonymous }, new RegExp(number, 'gi')) as Report;
}

/** The figures with whatever groups them, and the key when it follows. What is too short to be a matricule hides nothing. */
function findNumber(matricule: Identity['insMatricule']): RegExp | undefined {
  const figures = [...(matricule?.value ?? '').replace(/[^\dAB]/gi, '')];
  if (figures.length < WITHOUT_KEY) return undefined;
  const grouped = (some: readonly string[]) => some.join('[^0-9A-Za-z]*');
  const key = figures.slice(WITHOUT_KEY);
  const last = key.length > 0 ? `(?:[^0-9A-Za-z]*${grouped(key)})?` : '';
  return new RegExp(grouped(figures.slice(0, WITHOUT_KEY)) + last, 'i');
}

function withhold(value: unknown, number: RegExp): unknown {
  if (typeof value === 'string') return value.length < WITHOUT_KEY ? value : value.replace(number, WITHHELD);
  if (Array.isArray(value)) return value.map((item) => withhold(item, number));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    // Base64 spells no number: what looks like one there is chance, and must stay as it is.
    Object.entries(value).map(([key, inside]) => [key, key === 'data' ? inside : withhold(inside, number)]),
  );
}

function without<T extends object, K extends keyof T & string>(whole: T, left: K): Omit<T, K> {
  return Object.fromEntries(Object.entries(whole).filter(([key]) => key !== left)) as Omit<T, K>;
}
