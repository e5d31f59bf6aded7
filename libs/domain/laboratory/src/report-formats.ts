/** A form that a text of the JSON report must have: how it is recognised, and what to tell the two people who look at a refusal. */
export interface ReportFormat {
  readonly pattern: RegExp;
  /** Most characters; `LONGEST_FORM` where nothing is said. Absent in the published schema for free texts and attachments. */
  readonly maxLength?: number;
  /** For developers, to stand after "expected". */
  readonly en: string;
  /** For the people of the laboratory, to stand after « attendu : ». */
  readonly fr: string;
  readonly example: string;
}

/**
 * The forms of texts in a report, by name. The name is the message of the schema's issue, so that a reader of issues finds the words here.
 *
 * Texts that a person wrote have no form: they are kept as printed.
 */
export const REPORT_FORMATS = {
  'filled-text': {
    pattern: /\S/,
    maxLength: Number.POSITIVE_INFINITY,
    en: 'a text that is not blank',
    fr: 'un texte non vide',
    example: 'GLY',
  },
  uuid: {
    pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    en: 'a UUID in lower case',
    fr: 'un UUID en minuscules',
    example: '019aa0c0-0000-8000-8000-0000000000aa',
  },
  base64: {
    // For those who read the schema; here `isWholeBase64` decides.
    pattern: /^[A-Za-z0-9+/]+={0,2}$/,
    maxLength: Number.POSITIVE_INFINITY,
    en: 'base64 with its padding, without blanks or line breaks, not empty',
    fr: 'du base64 complet (avec ses « = »), sans blanc ni saut de ligne, non vide',
    example: 'R0lGODlhAQABAAAAACwAAAAAAQABAAAC',
  },
  oid: { pattern: /^[0-2](\.(0|[1-9]\d*))+$/, en: 'an OID', fr: 'un OID', example: '2.16.840.1.113883.6.96' },
  root: {
    pattern: /^([0-2](\.(0|[1-9]\d*))+|[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$/,
    en: 'an OID or a UUID',
    fr: 'un OID ou un UUID',
    example: '1.2.250.1.999.1.2',
  },
  loinc: { pattern: /^\d{1,7}-\d$/, en: 'a LOINC code', fr: 'un code LOINC', example: '40193-5' },
  chapter: {
    pattern: /^(\d{1,7}-\d|1443252)$/,
    en: 'the LOINC code of a chapter, or 1443252',
    fr: 'le code LOINC d’un chapitre, ou 1443252',
    example: '18719-5',
  },
  decimal: {
    pattern: /^-?(0|[1-9]\d*)(\.\d+)?$/,
    en: 'a decimal number as text, with a point and no thousands separator',
    fr: 'un nombre décimal sous forme de texte, avec un point et sans séparateur de milliers',
    example: '4.89',
  },
  'stated-time': {
    pattern: /^\d{4}(-\d{2}(-\d{2}(T\d{2}(:\d{2}(:\d{2}(\.\d+)?)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/,
    en: 'an ISO 8601 date or time that exists, cut at its precision',
    fr: 'une date ou une heure ISO 8601 existante, tronquée à sa précision',
    example: '2026-11-20T09:40:00+01:00',
  },
  duration: {
    pattern: /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/,
    en: 'an ISO 8601 duration',
    fr: 'une durée ISO 8601',
    example: 'P18Y',
  },
  'birth-date': {
    pattern: /^(\d{4}(\d{2}(\d{2})?)?)?$/,
    en: 'a birth date YYYYMMDD, cut where it is unknown, day or month 00 when unknown',
    fr: 'une date de naissance AAAAMMJJ, tronquée à ce qui est connu, jour ou mois inconnu à 00',
    example: '19790328',
  },
  'death-date': {
    pattern: /^\d{4}(\d{2}(\d{2})?)?$/,
    en: 'a date YYYYMMDD, cut where it is unknown',
    fr: 'une date AAAAMMJJ, tronquée à ce qui est connu',
    example: '20261119',
  },
  insee: {
    pattern: /^(\d{2}|2[AB])\d{3}$/,
    en: 'an INSEE code of five characters',
    fr: 'un code INSEE de cinq caractères',
    example: '51215',
  },
  telecom: {
    pattern: /^(tel|fax|mailto|http|https|ftp|mllp):\S+$/,
    maxLength: 2048,
    en: 'a telecom with its scheme and no blank',
    fr: 'une coordonnée avec son préfixe (tel:, mailto:…), sans blanc',
    example: 'tel:0102030405',
  },
  mailbox: {
    pattern: /^[^\s@]+@[^\s@]+$/,
    maxLength: 320,
    en: 'a mail address',
    fr: 'une adresse de messagerie',
    example: 'a@b.mssante.fr',
  },
  'national-id': {
    pattern: /^(8\d{11}|0[0-9A-Z]{9}|[35]\S+)$/,
    en: '8 + RPPS, 0 + ADELI, 3 + FINESS + / + internal number, or 5 + SIRET + / + internal number',
    fr: '8 + RPPS, 0 + ADELI, 3 + FINESS + / + numéro interne, ou 5 + SIRET + / + numéro interne',
    example: '899700000011',
  },
  'structure-id': {
    pattern: /^(0[0-9A-Z]{9,11}|1[0-9AB]{9}|2\d{9}|3\d{14}|4\d{11,13})$/,
    en: '0 + ADELI and rank, 1 + FINESS, 2 + SIREN, 3 + SIRET, or 4 + RPPS and rank',
    fr: '0 + ADELI et rang, 1 + FINESS, 2 + SIREN, 3 + SIRET, ou 4 + RPPS et rang',
    example: '1990000001',
  },
} as const satisfies Readonly<Record<string, ReportFormat>>;

/** The name of a form. */
export type ReportFormatName = keyof typeof REPORT_FORMATS;

/** Most characters of a form that says nothing else: a pattern that repeats a group overflows the stack of the engine on a long text. */
export const LONGEST_FORM = 128;

/**
 * True when a text is base64 with its padding. Looks for what may not stand in it: a pattern that says what may would go back over all that it
 * took, and a few megabytes of that overflow the stack of the engine.
 */
export function isWholeBase64(text: string): boolean {
  if (text.length === 0 || text.length % 4 !== 0 || NOT_BASE64.test(text)) return false;
  const padding = text.indexOf('=');
  return padding === -1 || (padding >= text.length - 2 && text.endsWith('='));
}

const NOT_BASE64 = /[^A-Za-z0-9+/=]/;

/** True when the date and the time of day of a stated time exist: 30 February does not, nor does 25 o'clock. */
export function existsInCalendar(stated: string): boolean {
  const [date = '', clock = '00'] = stated.split('T');
  const [, hour = '00', minute = '00', second = '00', offset] =
    /^(\d{2})(?::(\d{2}))?(?::(\d{2}))?(?:\.\d+)?(.*)$/.exec(clock) ?? [];
  const full = `${date}${'-01-01'.slice(date.length - 4)}T${hour}:${minute}:${second}`;
  const utc = new Date(`${full}Z`);
  // `Date` rolls 30 February over to March instead of refusing it, so compare what comes back.
  const exists = !Number.isNaN(utc.getTime()) && utc.toISOString().slice(0, 19) === full;
  return exists && (!offset || offset === 'Z' || !Number.isNaN(Date.parse(`${full}${offset}`)));
}
