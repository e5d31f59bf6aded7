import type { Finding, Severity } from '@segur/errors';

interface Tolerance {
  readonly severity: Severity;
  readonly en: string;
  readonly fr: string;
}

const info = (en: string, fr: string): Tolerance => ({ severity: 'info', en, fr });
const warning = (en: string, fr: string): Tolerance => ({ severity: 'warning', en, fr });
const error = (en: string, fr: string): Tolerance => ({ severity: 'error', en, fr });

/** Every remark of these codecs. An `error` refuses one report of an HPRIM Médecin file, and not the others. */
export const TOLERANCES = {
  'hprim-charset-guessed': warning(
    'No one byte character set is declared: worked out from the letters',
    'Aucun jeu de caractères déclaré : déduit des lettres accentuées',
  ),
  'hprim-byte-order-mark': info(
    'A byte order mark says the character set',
    'Une marque d’ordre d’octets donne le jeu de caractères',
  ),
  'hprim-leading-bytes': info('Blanks before the header were dropped', 'Blancs avant l’en-tête, écartés'),
  'hprim-trailing-bytes': info('Filling after the end was dropped', 'Octets de remplissage après la fin, écartés'),
  'hprim-terminators': info('Lines end otherwise than the format says', 'Fins de ligne autres que celles du format'),
  'hprim-line-length': info('A line is longer than 220 characters', 'Une ligne dépasse 220 caractères'),
  'hprim-delimiters-unusual': info('Delimiters other than |~^\\&', 'Délimiteurs autres que |~^\\&'),
  'hprim-escape': warning(
    'An escape sequence is unknown or unclosed: kept as written',
    'Séquence d’échappement inconnue ou non fermée : gardée telle quelle',
  ),
  'hprim-html': warning('HTML entities: kept as written', 'Entités HTML : gardées telles quelles'),
  'hprim-count-mismatch': warning(
    'L.3 or L.4 does not count what the file holds',
    'L.3 ou L.4 ne correspond pas au contenu du fichier',
  ),
  'hprim-doubled-lines': warning('Every second line was empty: dropped', 'Une ligne sur deux était vide : écartées'),
  'hprim-end-missing': info('The file ends without its closing mark', 'Marque de fin de fichier absente'),
  'hprim-after-end': warning('Something follows the end: not read', 'Du contenu suit la fin : il n’est pas lu'),
  'hprim-header-shifted': warning('Empty lines stood before the header', 'Des lignes vides précédaient l’en-tête'),
  'hprim-results-missing': info('No part with results: text only', 'Pas de partie résultats : texte seul'),
  'hprim-results-in-text': warning(
    'Result lines without their mark: kept as text',
    'Lignes de résultats sans leur marque : gardées comme texte',
  ),
  'hprim-line-unknown': warning('A line is neither RES nor TEX: kept as it is', 'Ligne ni RES ni TEX : gardée telle quelle'),
  'hprim-result-layout': warning(
    'The fields of a second unit cannot be told apart: kept as they are',
    'Les champs de la seconde unité ne se distinguent pas : gardés tels quels',
  ),
  'hprim-character-replaced': warning(
    'A character does not exist in the file’s set: replaced',
    'Caractère absent du jeu du fichier : remplacé',
  ),
  'hprim-header': error('The twelve lines of the header cannot be found', 'Les douze lignes d’en-tête sont introuvables'),
  'hprim-date': error('Not a date JJ/MM/AAAA, or one that does not exist', 'Date absente du calendrier ou hors format JJ/MM/AAAA'),
  'hprim-report-truncated': error('The end of the report is missing', 'La fin du compte rendu manque'),
} as const satisfies Record<string, Tolerance>;

/** Code of a remark of these codecs. */
export type ToleranceCode = keyof typeof TOLERANCES;

/** A remark at a place: `line 12`, `OBX[3]`. */
export function remark(code: ToleranceCode, location: string): Finding {
  const { severity, en, fr } = TOLERANCES[code];
  return { severity, code, location, message: en, messageFr: fr };
}
