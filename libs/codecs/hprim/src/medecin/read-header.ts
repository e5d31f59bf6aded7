import type { Finding } from '@segur/errors';
import { remark } from '../tolerances.js';
import { isDate, type NumberedLine } from './file-blocks.js';
import type { MedecinHeader, MedecinParty } from './medecin-file.js';

/** A header and where it ends; or the finding that says why there is none. */
export type HeaderReading =
  | { readonly status: 'read'; readonly header: MedecinHeader; readonly next: number; readonly findings: readonly Finding[] }
  | { readonly status: 'refused'; readonly finding: Finding };

const LINES = 12;
const BIRTH_DATE = 6;
const DOSSIER_DATE = 9;
/** Empty lines that may stand before a header. */
const MOST_SHIFTED = 3;

/**
 * Reads the twelve lines of a header. It is anchored on its two dates, lines 7 and 10, so that empty lines before it shift nothing; one of
 * the dates may be missing where nothing is shifted.
 *
 * @see hprim-sante.md §2.3
 */
export function readHeader(lines: readonly NumberedLine[]): HeaderReading {
  const first = lines[0]?.number ?? 1;
  const shift = anchor(lines);
  if (shift === undefined || lines.length < shift + LINES)
    return { status: 'refused', finding: remark('hprim-header', `line ${first}`) };
  const at = (index: number) => (lines[shift + index]?.text ?? '').trim();
  const place = (index: number) => `line ${lines[shift + index]?.number ?? first}`;
  const birthDate = toIsoDate(at(BIRTH_DATE));
  const dossierDate = toIsoDate(at(DOSSIER_DATE));
  if (birthDate === undefined) return { status: 'refused', finding: remark('hprim-date', place(BIRTH_DATE)) };
  if (dossierDate === undefined) return { status: 'refused', finding: remark('hprim-date', place(DOSSIER_DATE)) };
  return {
    status: 'read',
    next: shift + LINES,
    findings: shift > 0 ? [remark('hprim-header-shifted', `line ${first}`)] : [],
    header: {
      patientCode: at(0),
      family: at(1),
      given: at(2),
      address: [at(3), at(4)],
      town: at(5),
      birthDate,
      socialSecurityNumber: at(7),
      dossier: at(8),
      dossierDate,
      sender: toParty(lines[shift + 10]?.text ?? ''),
      recipient: toParty(lines[shift + 11]?.text ?? ''),
    },
  };
}

/** How many empty lines stand before the header; nothing when its dates are nowhere. */
function anchor(lines: readonly NumberedLine[]): number | undefined {
  for (let shift = 0; shift <= MOST_SHIFTED; shift += 1) {
    if (isDate(lines[shift + BIRTH_DATE]?.text) && isDate(lines[shift + DOSSIER_DATE]?.text)) return shift;
    if (lines[shift]?.text.trim() !== '') break;
  }
  const isBlank = (index: number) => lines[index]?.text.trim() === '';
  const oneDate =
    (isDate(lines[BIRTH_DATE]?.text) && isBlank(DOSSIER_DATE)) || (isBlank(BIRTH_DATE) && isDate(lines[DOSSIER_DATE]?.text));
  return oneDate ? 0 : undefined;
}

/** `JJ/MM/AAAA` to ISO; empty stays empty; nothing for two figures of a year, of which century nobody may choose. */
function toIsoDate(text: string): string | undefined {
  if (text === '') return '';
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  if (!day || !month || !year) return undefined;
  const days = Number(month) >= 1 && Number(month) <= 12 ? new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate() : 0;
  return Number(day) >= 1 && Number(day) <= days ? `${year}-${month}-${day}` : undefined;
}

function toParty(line: string): MedecinParty {
  const blank = line.search(/\s/);
  return blank === -1 ? { code: line, name: '' } : { code: line.slice(0, blank), name: line.slice(blank).trim() };
}
