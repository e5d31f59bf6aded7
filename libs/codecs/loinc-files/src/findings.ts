import type { Finding, Severity } from '@segur/errors';

/** What a reader gives: the rows that are right as far as one file can tell, and one finding for each fault. */
export interface ReadRows<Row> {
  readonly rows: readonly Row[];
  /** An `error` says that its line gave no row, or, at line 1, that no line did. */
  readonly findings: readonly Finding[];
}

/** Every fault that this library finds, with what it says to developers and to the people of a laboratory. */
const FAULTS = {
  'loinc-file-empty': ['error', 'The file has no lines', 'Le fichier ne contient aucune ligne'],
  'loinc-file-quote': ['error', 'A quote is opened and never closed', 'Un guillemet est ouvert et jamais refermé'],
  'loinc-file-header': ['error', 'The header lacks this column', "L'en-tête n'a pas cette colonne"],
  'loinc-file-columns': [
    'error',
    'The line has more cells than the file has columns',
    'La ligne a plus de cellules que le fichier de colonnes',
  ],
  'loinc-file-short-line': ['warning', 'The line ends before the last column', 'La ligne finit avant la dernière colonne'],
  'loinc-file-cell-missing': ['error', 'This cell must be filled', 'Cette cellule est obligatoire'],
  'loinc-file-check-digit': [
    'error',
    'Not a LOINC code, or its check digit is wrong',
    "Ce n'est pas un code LOINC, ou sa clé de contrôle est fausse",
  ],
  'loinc-file-repeated': ['error', 'The same key stands in an earlier line', 'La même clé figure dans une ligne précédente'],
  'loinc-file-repeated-same': ['warning', 'The line repeats an earlier one', 'La ligne répète une ligne précédente'],
  'loinc-file-several-codes': ['error', 'Several LOINC codes for one analysis', 'Plusieurs codes LOINC pour une même analyse'],
  'loinc-file-name-missing': [
    'warning',
    'A LOINC code goes with one of its names, and none is given',
    "Un code LOINC s'accompagne d'un de ses libellés, et aucun n'est donné",
  ],
  'loinc-file-value': [
    'warning',
    'The value is none that this column takes',
    "La valeur n'est pas de celles que prend cette colonne",
  ],
  'loinc-file-status': ['error', 'Not a status of LOINC', "Ce n'est pas un statut de LOINC"],
  'loinc-file-chapter-unknown': [
    'warning',
    'The chapter or sub-chapter is not in the file of chapters',
    "Le chapitre ou sous-chapitre n'est pas dans le fichier des chapitres",
  ],
  'loinc-file-analysis-unknown': [
    'warning',
    'The analysis is not in the file of results',
    "L'analyse n'est pas dans le fichier des résultats",
  ],
  'loinc-file-json': ['error', 'Not the JSON of the resource that is expected', "Ce n'est pas le JSON de la ressource attendue"],
  'loinc-file-not-listed': [
    'warning',
    'The value set is given by a rule: only listed codes can be read',
    'Le jeu de valeurs est défini par une règle : seuls les codes énumérés sont lus',
  ],
  'loinc-file-other-system': ['warning', 'Not a code of LOINC: left out', "Ce n'est pas un code de LOINC : il est laissé de côté"],
} as const satisfies Record<string, readonly [Severity, string, string]>;

export type FaultCode = keyof typeof FAULTS;

/** One fault at one place. @param note - What the message cannot say by itself: never a value of the file but its own names. */
export function fault(code: FaultCode, location: string, note?: { readonly en: string; readonly fr: string }): Finding {
  const [severity, message, messageFr] = FAULTS[code];
  return {
    severity,
    code,
    location,
    message: note ? `${message}: ${note.en}` : message,
    messageFr: note ? `${messageFr} : ${note.fr}` : messageFr,
  };
}

/** A place in a table. */
export function place(line: number, column?: string): string {
  return column === undefined ? `line ${line}` : `line ${line}, ${column}`;
}

/** All codes, for the test that compares them with docs/codes. */
export const FAULT_CODES = Object.keys(FAULTS) as readonly FaultCode[];
