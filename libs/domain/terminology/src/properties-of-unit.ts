const PREFIX = '(?:[kdcmunpf]|da|h)?';
const MASS = new RegExp(`^${PREFIX}g$`, 'u');
const SUBSTANCE = new RegExp(`^${PREFIX}(?:mol|eq)$`, 'u');
const OSMOLE = new RegExp(`^${PREFIX}osm$`, 'u');
const CATALYTIC = new RegExp(`^${PREFIX}(?:U|kat)$`, 'u');
const INTERNATIONAL = new RegExp(`^${PREFIX}\\[IU\\]$`, 'u');
const ARBITRARY = /^(?:\[[^\]]*'U\]|\{PSU\}|\[BU\]|\{BU\}|\[?beth'U\]?)$/u;
const COUNT = /^(?:1|10\*\d+|\[CFU\]|\[PFU\]|\{copies\}|10\*\d+\{copies\}|)$/u;
const VOLUME = new RegExp(`^(?:${PREFIX}L|${PREFIX}m3)$`, 'u');
const LENGTH = new RegExp(`^${PREFIX}m$`, 'u');
const SHORT_TIME = /^(?:m?s|min|h|d|wk|mo|a)$/u;
const DURATION = /^(?:\(?\d*\.?(?:h|d)\)?|min|s)$/u;
const FIELD = /^\[[HL]PF\]$/u;

/** Units that are no quotient of two known ones, or whose annotation is the unit. */
const SPECIAL: Readonly<Record<string, string>> = {
  '%': 'MFr NFr VFr SFr CFr AFr RelCCnc RelACnc RelMCnc RelSCnc RelTime Ratio MRto SRto NRto VRto CFrDiff',
  '%{activity}': 'RelCCnc RelACnc RelTime',
  '[ppth]': 'NFr MFr VFr',
  '{INR}': 'RelTime',
  '{ratio}': 'Ratio RelTime SRto MRto NRto VRto CRto TRto MSRto RelCCnc RelACnc RelMCnc',
  '{titer}': 'Titr',
  '{index}': 'ACnc Ratio RelACnc Score',
  '{s_co_ratio}': 'ACnc Ratio RelACnc',
  '{score}': 'Score Num',
  '{Log_copies}/mL': 'LnCnc',
  '{Log_IU}/mL': 'LaCnc',
  "[GPL'U]": 'ACnc',
  "[MPL'U]": 'ACnc',
  'mL/min/{1.73_m2}': 'ArVRat',
  '[pH]': 'LsCnc',
  Cel: 'Temp',
  'mm[Hg]': 'PPres Pres',
  kPa: 'PPres Pres',
  'mm/h': 'Vel Len',
  mm: 'Len Vel',
  pg: 'EntMass',
  'pg/{cell}': 'EntMass',
  fL: 'EntVol',
  um3: 'EntVol',
  cP: 'Visc',
};

const BY_DIMENSION: Readonly<Record<string, string>> = {
  'mass/volume': 'MCnc MSCnc Susc',
  'substance/volume': 'SCnc MSCnc',
  'osmole/volume': 'Osmol',
  'osmole/mass': 'Osmol',
  'catalytic/volume': 'CCnc ACnc',
  'international/volume': 'ACnc CCnc',
  'arbitrary/volume': 'ACnc',
  'arbitrary/': 'ACnc',
  'count/volume': 'NCnc',
  'count/field': 'Naric',
  'count/mass': 'NCnt',
  'count/duration': 'NRat',
  'mass/duration': 'MRat',
  'substance/duration': 'SRat',
  'catalytic/duration': 'CRat',
  'international/duration': 'ARat CRat',
  'volume/duration': 'VRat Vol',
  'mass/mass': 'MCnt MRto MFr',
  'mass/substance': 'MRto MSRto Ratio',
  'substance/substance': 'SRto SFr MFr',
  'substance/mass': 'SCnt SRto',
  'catalytic/mass': 'CCnt',
  'international/mass': 'ACnt CCnt',
  'catalytic/substance': 'CRto CCnt',
  'catalytic/count': 'EntCat CNum',
  'international/count': 'EntCat CNum',
  'substance/count': 'EntSub',
  'mass/count': 'EntMass',
  'time/': 'Time TmDf',
  'mass/': 'Mass',
  'substance/': 'Sub',
  'volume/': 'Vol',
  'length/': 'Len',
  'volume/length': 'Vol',
};

const remembered = new Map<string, ReadonlySet<string> | undefined>();
const REMEMBERED_MAX = 2_000;

/**
 * The LOINC properties that a result in this unit may have; a code of another property is never right for it.
 *
 * @param ucum - As `toUcum` of `@segur/units` gives it. Annotations do not count, but for the few that are the unit (`{INR}`).
 * @returns Nothing for a unit whose dimension is not known here: then nothing is contradicted.
 * @see loinc-transcoding.md §7.3
 */
export function propertiesOfUnit(ucum: string): ReadonlySet<string> | undefined {
  if (remembered.has(ucum)) return remembered.get(ucum);
  const names = SPECIAL[ucum] ?? BY_DIMENSION[dimensionOf(ucum)];
  const properties = names === undefined ? undefined : new Set(names.split(' '));
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(ucum, properties);
  return properties;
}

function dimensionOf(ucum: string): string {
  const plain = ucum.replace(/(?<=[^/])\{(?!PSU|BU|copies)[^}]*\}/gu, '').replace(/\{(?:cells?|WBCs?|RBCs?)\}/giu, '1');
  const [numerator = '', denominator = ''] = plain.split(/\/(.*)/su);
  return `${numeratorKind(numerator)}/${denominator === '' ? '' : denominatorKind(denominator)}`;
}

function numeratorKind(text: string): string {
  if (MASS.test(text)) return 'mass';
  if (SUBSTANCE.test(text)) return 'substance';
  if (OSMOLE.test(text)) return 'osmole';
  if (CATALYTIC.test(text)) return 'catalytic';
  if (INTERNATIONAL.test(text)) return 'international';
  if (ARBITRARY.test(text)) return 'arbitrary';
  if (COUNT.test(text)) return 'count';
  if (VOLUME.test(text)) return 'volume';
  if (SHORT_TIME.test(text)) return 'time';
  if (LENGTH.test(text)) return 'length';
  return '?';
}

function denominatorKind(text: string): string {
  if (VOLUME.test(text)) return 'volume';
  if (FIELD.test(text)) return 'field';
  if (DURATION.test(text)) return 'duration';
  if (MASS.test(text)) return 'mass';
  if (SUBSTANCE.test(text)) return 'substance';
  if (COUNT.test(text)) return 'count';
  return '?';
}
