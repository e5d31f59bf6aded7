import type { PrintedPrior, PrintedResult } from '@segur/cda';
import type { Observation, OtherRange, OtherUnitValue, PerformingLaboratory, PriorResult } from '@segur/laboratory';
import type { PrintContext } from './chapter-context.js';
import { INTERPRETATION_LABELS } from './labels.js';
import { COLON, printAddress, printFrenchTime, printName, printStated } from './printed-words.js';
import { toResultValidator } from './to-signatories.js';

/**
 * What the report on paper shows of a result: in the narrative of the document and in its PDF copy alike.
 *
 * @throws {UnassemblableReport} `malformed-time`.
 */
export function toPrintedResult(observation: Observation, context: PrintContext): PrintedResult {
  const { code, value, unit, range, priors = [] } = observation;
  const method = observation.method?.trim() || observation.methodCode?.label.trim();
  const notes = toNotes(observation, context);
  return {
    label: code.label || code.localCode,
    result: value.text,
    unit: unit?.raw ?? '',
    reference: range?.text.trim() ?? '',
    interpretation: observation.interpretations.map((flag) => INTERPRETATION_LABELS[flag] ?? flag).join(', '),
    ...(method && { method }),
    ...(priors.length > 0 && { priors: priors.map((prior) => toPrintedPrior(prior, context)) }),
    ...(notes.length > 0 && { notes }),
  };
}

/**
 * What the document says of a result by codes and participants, one line each. Its narrative is made of these by the writer; on paper
 * they follow the notes.
 *
 * @throws {UnassemblableReport} `malformed-time`.
 */
export function toPrintedFacts(observation: Observation, context: PrintContext): readonly string[] {
  const { kit, medium, performedBy } = observation;
  const validator = toResultValidator(observation, context);
  return [
    ...(kit ? [`Trousse${COLON}${kit.label || kit.code}`] : []),
    ...(medium ? [`Milieu${COLON}${medium.label || medium.code}`] : []),
    ...(performedBy ? [printPerformer(performedBy, context)] : []),
    ...(validator && validator.ids.length > 0 ? [printValidator(validator)] : []),
  ];
}

/** `Examens réalisés par : LABORATOIRE, 1 RUE EXEMPLE, 75000 VILLE`. */
export function printPerformer(
  { organization, director, at }: PerformingLaboratory,
  { laboratory }: PrintContext,
  subject = 'Réalisé par',
): string {
  const { name, address } = organization;
  const place = address ? printAddress(address) : '';
  return [
    `${subject}${COLON}${[name, place].filter(Boolean).join(', ')}`,
    ...(director ? [printName(director)] : []),
    ...(at === undefined ? [] : [`le ${printStated(at, laboratory)}`]),
  ].join(', ');
}

/** `Validé par Dr CLAIRE TESTBIO, le 20/11/2026 à 15:20`. */
export function printValidator({ person, time }: { person?: Parameters<typeof printName>[0]; time: string }): string {
  return `Validé par ${printName(person ?? {})}, le ${printFrenchTime(time)}`;
}

function toPrintedPrior({ observedAt, value, unit }: PriorResult, { laboratory }: PrintContext): PrintedPrior {
  return { date: printStated(observedAt, laboratory), result: withUnit(value.text, unit?.raw) };
}

/** What has no column of its own and no code in the document, one line each. */
function toNotes(observation: Observation, context: PrintContext): readonly string[] {
  const { status, otherUnits = [], otherRanges = [] } = observation;
  const validator = toResultValidator(observation, context);
  return [
    ...(status === 'preliminary' ? ['Résultat provisoire'] : []),
    ...(status === 'corrected' ? ['Résultat corrigé'] : []),
    ...otherUnits.map(printOtherUnit),
    ...otherRanges.map(printOtherRange),
    ...(validator?.ids.length === 0 ? [printValidator(validator)] : []),
  ];
}

function printOtherUnit({ value, unit, range }: OtherUnitValue): string {
  const reference = range?.text.trim() ? ` (valeurs de référence${COLON}${range.text.trim()})` : '';
  return `Soit ${withUnit(value.text, unit.raw)}${reference}`;
}

const SEXES = { M: 'homme', F: 'femme' } as const;

function printOtherRange({ text, label, sex, ageFrom, ageTo }: OtherRange): string {
  const whom = [
    ...(label ? [label] : []),
    ...(sex ? [SEXES[sex]] : []),
    ...(ageFrom ? [`à partir de ${printAge(ageFrom)}`] : []),
    ...(ageTo ? [`avant ${printAge(ageTo)}`] : []),
  ].join(', ');
  return `Autres valeurs de référence${whom && ` (${whom})`}${COLON}${text.trim()}`;
}

const UNITS_OF_AGE: Readonly<Record<string, readonly [string, string]>> = {
  Y: ['an', 'ans'],
  M: ['mois', 'mois'],
  W: ['semaine', 'semaines'],
  D: ['jour', 'jours'],
};

/** `P18Y` → `18 ans`; what is spelt otherwise is printed as it is. */
function printAge(duration: string): string {
  const parts = /^P(?=\d)(?:\d+[YMWD])+$/.test(duration) ? [...duration.matchAll(/(\d+)([YMWD])/g)] : [];
  const words = parts.map(([, count = '', unit = '']) => `${count} ${UNITS_OF_AGE[unit]?.[Number(count) > 1 ? 1 : 0] ?? ''}`);
  return words.length > 0 ? words.join(' ') : duration;
}

function withUnit(text: string, unit: string | undefined): string {
  return [text, unit].filter(Boolean).join(' ');
}
