import { isQualified, qualify, type Identity } from '@segur/identity';
import type { Report } from '@segur/laboratory';

const INS_ARC = '1.2.250.1.213.1.4.';
const PATIENT_MAILBOX = /@patient\.mssante\.fr$/i;
/** A number that is too short to be a matricule hides nothing. */
const WITHOUT_KEY = 13;

/**
 * Takes the matricule out of the report of an identity that is not qualified, wherever a sender may have put it.
 *
 * As an identifier or in a mailbox it goes with the whole entry; inside any other text it is replaced by `***`, also when it is
 * printed without its key, or in groups. The report of a qualified identity comes back as it is.
 */
export function withholdMatricule(report: Report): Report {
  const { identity } = report;
  if (isQualified(qualify(identity))) return report;
  const { insMatricule, ...anonymous } = identity;
  const kept: Identity = {
    ...anonymous,
    localIds: identity.localIds.filter(
      ({ root, extension }) => !root.startsWith(INS_ARC) && !hides(extension, insMatricule?.value),
    ),
    telecoms: identity.telecoms.filter(({ value }) => !PATIENT_MAILBOX.test(value) && !hides(value, insMatricule?.value)),
  };
  const pattern = patternOf(insMatricule?.value);
  const withheld = { ...report, identity: kept };
  return pattern ? masked(withheld, pattern) : withheld;
}

function hides(text: string, matricule: string | undefined): boolean {
  return patternOf(matricule)?.test(text) ?? false;
}

/** The figures with whatever groups them, and the key when it follows. */
function patternOf(matricule: string | undefined): RegExp | undefined {
  const figures = [...(matricule ?? '').replace(/[^\dAB]/gi, '')];
  if (figures.length < WITHOUT_KEY) return undefined;
  const grouped = (some: readonly string[]) => some.join('[^0-9A-Za-z]*');
  const key = figures.slice(WITHOUT_KEY);
  return new RegExp(grouped(figures.slice(0, WITHOUT_KEY)) + (key.length > 0 ? `(?:[^0-9A-Za-z]*${grouped(key)})?` : ''), 'i');
}

function masked<T>(value: T, pattern: RegExp): T {
  if (typeof value === 'string') return value.replaceAll(new RegExp(pattern, 'gi'), '***') as T & string;
  if (Array.isArray(value)) return value.map((item: unknown) => masked(item, pattern)) as T & unknown[];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, masked(field, pattern)])) as T & object;
}
