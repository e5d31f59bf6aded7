import { FhirDecimal, type Quantity, type Range } from '@segur/fhir';
import type { OtherRange } from '@segur/laboratory';
import { UCUM } from './code-systems.js';

interface AgeUnit {
  readonly label: string;
  readonly ucum: string;
  /** Units of the calendar and of the clock are not compared: a month has no fixed number of days. */
  readonly kind: 'calendar' | 'clock';
  /** In months, or in minutes. */
  readonly size: number;
}

interface Age {
  readonly count: number;
  readonly unit: AgeUnit;
}

const UNITS: Readonly<Record<string, AgeUnit>> = {
  Y: { label: 'ans', ucum: 'a', kind: 'calendar', size: 12 },
  M: { label: 'mois', ucum: 'mo', kind: 'calendar', size: 1 },
  W: { label: 'semaines', ucum: 'wk', kind: 'clock', size: 10_080 },
  D: { label: 'jours', ucum: 'd', kind: 'clock', size: 1440 },
  TH: { label: 'heures', ucum: 'h', kind: 'clock', size: 60 },
  TM: { label: 'minutes', ucum: 'min', kind: 'clock', size: 1 },
};

/**
 * The ages that an interval is for: as a range where one unit says both bounds, else in words.
 *
 * @see FHIR R4, Range, rng-2: low and high are compared, which FHIR does not do between months and days
 */
export function toAge({ ageFrom, ageTo }: OtherRange): { readonly age?: Range; readonly words?: string } {
  if (ageFrom === undefined && ageTo === undefined) return {};
  const [low, high] = inOneUnit(readAge(ageFrom), readAge(ageTo));
  const readable = (ageFrom === undefined || low) && (ageTo === undefined || high);
  const ordered = !low || !high || low.count <= high.count;
  if (!readable || !ordered || (low && high && low.unit !== high.unit)) return { words: toWords(ageFrom, ageTo) };
  return { age: { ...(low && { low: toQuantity(low) }), ...(high && { high: toQuantity(high) }) } };
}

/** Nought has any unit; of two units of one kind, the smaller says both. */
function inOneUnit(low: Age | undefined, high: Age | undefined): readonly [Age | undefined, Age | undefined] {
  if (!low || !high || low.unit === high.unit) return [low, high];
  if (low.count === 0) return [{ count: 0, unit: high.unit }, high];
  if (low.unit.kind !== high.unit.kind) return [low, high];
  const unit = low.unit.size < high.unit.size ? low.unit : high.unit;
  const inUnit = ({ count, unit: { size } }: Age): Age => ({ count: (count * size) / unit.size, unit });
  return [inUnit(low), inUnit(high)];
}

function toQuantity({ count, unit: { label, ucum } }: Age): Quantity {
  const value = FhirDecimal.of(String(count));
  if (!value) throw new RangeError('An age is a whole number');
  return { value, unit: label, system: UCUM, code: ucum };
}

function toWords(from: string | undefined, to: string | undefined): string {
  const say = (stated: string) => {
    const age = readAge(stated);
    return age ? `${age.count} ${age.unit.label}` : stated;
  };
  return ['Âge', ...(from === undefined ? [] : [`de ${say(from)}`]), ...(to === undefined ? [] : [`à ${say(to)}`])].join(' ');
}

/** An ISO 8601 duration that one unit can say; years and months together are months. */
function readAge(duration = ''): Age | undefined {
  const [, years, months] = /^P(\d{1,4})Y(\d{1,4})M$/.exec(duration) ?? [];
  const single = years === undefined ? duration : `P${Number(years) * 12 + Number(months)}M`;
  const [, time = '', count, letter = ''] = /^P(T?)(\d{1,6})([YMWDH])$/.exec(single) ?? [];
  const unit = UNITS[`${time}${letter}`];
  return unit && count !== undefined ? { count: Number(count), unit } : undefined;
}
