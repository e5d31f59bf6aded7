import type { AxisEvidence, LoincConcept } from '@segur/terminology';
import { UNASKED_DIVISOR, type ComponentMatch } from './match-components.js';
import type { IndexedConcept } from './proposal-index.js';
import type { ReadTest } from './read-test.js';

/** Evidence that may be left out, to measure what it is worth. */
export type Axes = 'lexicon' | 'property' | 'system' | 'time' | 'scale' | 'method' | 'challenge' | 'usage';

/** What one concept is worth for one catalogue line. */
export interface Judgement {
  readonly entry: IndexedConcept;
  readonly match: ComponentMatch;
  readonly score: number;
  /** Contradicted by a fact, or not to be sent: shown last. */
  readonly excluded: boolean;
  readonly propertyConfirmed: boolean;
  readonly systemConfirmed: boolean;
  readonly methodConfirmed: boolean;
  readonly evidence: readonly AxisEvidence[];
}

interface AxisScore {
  readonly points: number;
  readonly excluded?: boolean;
  readonly evidence?: AxisEvidence;
}

/** Worth of a perfect component match; the other axes are tuned against it. */
const COMPONENT_POINTS = 6;

/** Weighs one concept, axis by axis. @see loinc-transcoding.md §4.5 */
export function judge(read: ReadTest, match: ComponentMatch, entry: IndexedConcept, ignored: ReadonlySet<Axes>): Judgement {
  const scored = (axis: Axes, give: () => AxisScore): AxisScore => (ignored.has(axis) ? { points: 0 } : give());
  const property = scored('property', () => ofProperty(read, entry, match));
  const system = scored('system', () => ofSystem(read, entry, match));
  const method = scored('method', () => ofMethod(read, entry, match));
  const component = ofComponent(match, entry, read);
  const parts = [
    component,
    property,
    system,
    scored('time', () => ofTime(read, entry)),
    scored('scale', () => ofScale(read, entry)),
    method,
    scored('challenge', () => ofChallenge(read, entry, match)),
    ofStatus(entry),
    scored('usage', () => ofUsage(read, entry)),
  ];
  return {
    entry,
    match,
    score: parts.reduce((sum, { points }) => sum + points, 0),
    excluded: parts.some(({ excluded }) => excluded === true),
    propertyConfirmed: property.evidence?.verdict === 'confirmed',
    systemConfirmed: system.evidence?.verdict === 'confirmed',
    methodConfirmed: method.evidence?.verdict === 'confirmed',
    evidence: parts.flatMap(({ evidence }) => (evidence ? [evidence] : [])),
  };
}

function confirmed(points: number, axis: AxisEvidence['axis'], reason: string): AxisScore {
  return { points, evidence: { axis, verdict: 'confirmed', reason } };
}
function assumed(points: number, axis: AxisEvidence['axis'], reason: string): AxisScore {
  return { points, evidence: { axis, verdict: 'assumed', reason } };
}
function contradicted(points: number, axis: AxisEvidence['axis'], reason: string, excluded = false): AxisScore {
  return { points, excluded, evidence: { axis, verdict: 'contradicted', reason } };
}

/** A concept's own long name said word for word, where several share a component. */
const HEAD_POINTS = 0.12;

/** Whole divisors that a unit alone implies: `Neutrophiles` in % are neutrophils per 100 leukocytes. */
const IMPLIED_DIVISOR = /\/(?:100 .*|Protein\.total|Hemoglobin\.total|Hemoglobin|Leukocytes|Erythrocytes|cells)$/iu;

function ofComponent(match: ComponentMatch, entry: IndexedConcept, read: ReadTest): AxisScore {
  const { component } = entry.concept.axes;
  const senses = match.reading.senses.map(({ means }) => means);
  let points = match.score * COMPONENT_POINTS;
  if (match.hasDivisor && match.divisorSaid < 0.99) {
    const isImplied = IMPLIED_DIVISOR.test(component) && (read.unit?.properties?.has('NFr') ?? read.expressions.has('percent'));
    const perCreatinine =
      /\/Creatinine$/iu.test(component) &&
      (read.unit?.properties?.has('MRto') === true || read.unit?.properties?.has('SRto') === true) &&
      !read.unit?.properties?.has('NFr');
    const isUnsaid = read.unit === undefined && !read.expressions.has('count') && IMPLIED_DIVISOR.test(component);
    if (isImplied || perCreatinine || isUnsaid)
      points = points / (1 - UNASKED_DIVISOR * (1 - match.divisorSaid)) - (isUnsaid ? 0.05 : 0);
    else points -= 0.8;
  }
  // A ratio is asked for: a component without divisor is only half of it.
  if (!match.hasDivisor && read.expressions.has('ratio') && match.reading.words.some(({ inDivisor }) => inDivisor)) points -= 0.4;
  if (entry.headStems.length > 0 && entry.headStems.every((stem) => match.reading.words.some((word) => word.stem === stem)))
    points += HEAD_POINTS;
  if (read.methods.has('pcr') && /\bA[bg]\b/u.test(component)) points -= 0.8;
  const name = component === '' ? entry.concept.longCommonName : component;
  const words = read.test.label.trim();
  const reason =
    senses.length > 0 && match.explained > 0.9
      ? `« ${words} » lu ${senses.join(' + ')} → ${name}`
      : `« ${words} » proche de ${name} (${Math.round(match.explained * 100)} % des mots expliqués)`;
  return match.explained > 0.9 && match.said > 0.85 ? confirmed(points, 'component', reason) : assumed(points, 'component', reason);
}

function ofProperty(read: ReadTest, { concept, system }: IndexedConcept, match: ComponentMatch): AxisScore {
  const { property } = concept.axes;
  const { unit, statedProperties } = read;
  if (property === '') return assumed(unit?.properties ? 0.2 : -0.2, 'property', 'propriété inconnue de la table');
  if (statedProperties?.has(property)) return confirmed(0.9, 'property', `propriété « ${read.test.property ?? ''} » → ${property}`);
  if (unit?.properties) {
    if (!unit.properties.has(property)) return contradicted(-5, 'property', `unité ${unit.raw} : ${property} impossible`, true);
    if (unit.raw.includes('|')) return assumed(0.8, 'property', `unités ${unit.raw} : ${property} possible`);
    return confirmed(
      0.9 + preferredProperty(unit.raw, property, concept.axes.component),
      'property',
      `unité ${unit.raw} → ${property}`,
    );
  }
  if (statedProperties)
    return assumed(-0.5, 'property', `${property} alors que le catalogue dit ${[...statedProperties].join(', ')}`);
  const said = match.reading.senses.find((sense) => sense.property !== undefined)?.property;
  if (said !== undefined) {
    return said === property
      ? assumed(0.5, 'property', `« ${read.test.label} » → ${property}`)
      : assumed(-0.3, 'property', `${property} alors que le libellé dit ${said}`);
  }
  return assumed(
    propertyWithoutUnit(read, property, system, concept.axes.component),
    'property',
    'unité absente : propriété supposée',
  );
}

/** A unit may admit several properties; one is the usual. */
function preferredProperty(unit: string, property: string, component: string): number {
  if (
    /^%/u.test(unit.trim()) &&
    /^(?:Ratio|MRto|SRto|RelTime)$/u.test(property) &&
    !/distribution width|INR|induced/iu.test(component)
  )
    return -0.1;
  if (/mol/u.test(unit) && property === 'Ratio') return -0.15;
  if (property === 'MSCnc') return -0.7;
  return 0;
}

const WITHOUT_UNIT: Readonly<Record<string, number>> = {
  MCnc: 0.1,
  PrThr: 0.12,
  NCnc: 0.05,
  SCnc: 0,
  CCnc: 0.05,
  ACnc: 0,
  Prid: 0,
  Type: 0.1,
  LsCnc: 0.2,
  RelTime: 0.1,
  SpGrav: 0.1,
  Rden: 0.1,
  Susc: -0.5,
  Titr: -0.1,
  Naric: -0.05,
  Imp: -0.3,
  MSCnc: -0.3,
};

/** Answered by yes or no more often than by a figure. */
const QUALITATIVE =
  /\b(?:Ab|Ag|RNA|DNA|rRNA|genes?|virus|sp|screen|crystals|casts|cells|antibod)\b|^(?:Nitrite|Ketones|Blood|Leukocyte esterase|Barbiturates|Benzodiazepines|Cannabinoids|Cocaine|Opiates|Amphetamines|Tricyclic antidepressants|Bacteria|Yeast|Mucus)/u;

function propertyWithoutUnit(read: ReadTest, property: string, system: string, component: string): number {
  const { expressions } = read;
  let points = WITHOUT_UNIT[property] ?? -0.05;
  if (property === 'PrThr' && !QUALITATIVE.test(component) && !/^(?:Urine|Stool|XXX)/u.test(system)) points -= 0.25;
  if (expressions.has('presence')) points += property === 'PrThr' || property === 'Prid' ? 0.3 : -0.1;
  if (expressions.has('quantity')) points += property === 'PrThr' ? -0.3 : 0.15;
  if (expressions.has('titre')) points += property === 'Titr' ? 0.5 : 0;
  if (expressions.has('percent')) points += /Fr$|^RelCCnc|^RelTime/u.test(property) ? 0.4 : -0.2;
  if (expressions.has('count')) points += property === 'NCnc' ? 0.4 : -0.2;
  if (expressions.has('ratio')) points += /Rto$|^Ratio|Fr$/u.test(property) ? 0.2 : 0;
  if (expressions.has('interpretation')) points += property === 'Imp' ? 0.5 : -0.1;
  if (read.time === '24H') points += /Rat$/u.test(property) ? 0.3 : 0;
  if (/^Urine/u.test(system) && property === 'PrThr') points += 0.15;
  return points;
}

/** Measured in whole blood wherever the tube says no more than "blood". */
const WHOLE_BLOOD =
  /hemoglobin|hematocrit|leukocyt|erythrocyt|platelet|neutrophil|lymphocyt|monocyt|eosinophil|basophil|cells|blast|reticulocyt|tacrolimus|cyclosporin|sirolimus|everolimus|^lead$|group|^rh$|sedimentation/iu;

function ofSystem(read: ReadTest, { concept, system, superSystem }: IndexedConcept, match: ComponentMatch): AxisScore {
  const component = concept.axes.component;
  if (superSystem !== '' && !(SUPER_SYSTEM_WORDS[superSystem] ?? NEVER).test(read.test.label))
    return contradicted(-1.5, 'system', `${concept.axes.system} non demandé`);
  const asked = superSystem === '' ? 0 : 0.3;
  const { systems } = read;
  const sensed = match.reading.senses.find((sense) => sense.system !== undefined)?.system;
  // The word has another meaning in this specimen: `sang` in stool is not blood in urine.
  const isElsewhere = sensed !== undefined && systems !== undefined && !systems.includes(sensed) && !BLOOD_SIDE.has(sensed);
  if (isElsewhere && sensed !== 'RBC')
    return contradicted(-1.2, 'system', `« ${read.test.label} » se dit d’un autre milieu (${sensed})`);
  const bySense = isElsewhere ? undefined : sensed;
  if (bySense !== undefined && system === bySense) return confirmed(0.9, 'system', `« ${read.test.label} » → ${system}`);
  if (bySense !== undefined && !(systems?.includes(system) ?? false)) {
    return bySense === 'Ser/Plas' && /^(?:Ser|Plas|Bld|PPP|Ser\/Plas\/Bld|BldV)$/u.test(system)
      ? assumed(0.4, 'system', `« ${read.test.label} » : ${system} possible`)
      : contradicted(-1.5, 'system', `« ${read.test.label} » : ${system} écarté`);
  }
  if (system === '') return assumed(0.3, 'system', 'milieu non précisé par le code');
  if (systems === undefined) return assumed(systemByDefault(system, component), 'system', 'prélèvement absent : milieu supposé');
  const words = read.specimenWords ?? '';
  const order = systems.indexOf(system);
  if (order < 0) {
    if (read.systemsByContext) return assumed(-0.3, 'system', `${words} : ${system} inattendu`);
    if (system === 'XXX') return assumed(0.1, 'system', `${words} : milieu quelconque`);
    return contradicted(-4, 'system', `${words} : ${system} impossible`, true);
  }
  const isVagueBlood = systems[0] === 'Bld' && systems[1] === 'Ser/Plas';
  let points = 0.8 - 0.04 * Math.min(order, 8);
  if (isVagueBlood) points = vagueBloodPoints(read, system, concept.axes) - 0.01 * order;
  if (systems[0] !== 'Body fld' && system === 'Body fld') return assumed(0.25, 'system', `${words} → ${system}, faute de mieux`);
  if (systems[0] === 'Body fld') return assumed(points, 'system', `${words} → ${system} possible`);
  return (read.systemsByContext ? assumed : confirmed)(points + asked, 'system', `${words} → ${concept.axes.system}`);
}

function vagueBloodPoints(read: ReadTest, system: string, { component, property }: LoincConcept['axes']): number {
  const isWhole = /^(?:Bld|RBC|WBC|Plt|Bld\/.*)$/u.test(system);
  const isGas = property === 'PPres' || /^(?:Oxygen|Base excess|pH$|Oxygen saturation)/iu.test(component);
  if (isGas && /vein/iu.test(`${read.test.label} ${read.test.specimen ?? ''}`)) return system === 'BldV' ? 0.95 : 0.5;
  if (isGas || WHOLE_BLOOD.test(component)) return isWhole ? 0.75 : 0.5;
  return isWhole || system === 'BldV' ? 0.5 : 0.75;
}

const BLOOD_SIDE: ReadonlySet<string> = new Set(['Ser/Plas', 'Bld', 'Plas']);

const NEVER = /(?!)/u;
/** What a label says when it means another than the patient. */
const SUPER_SYSTEM_WORDS: Readonly<Record<string, RegExp>> = {
  Fetus: /f(?:o|œ)?et/iu,
  Donor: /donneu|donor/iu,
  Control: /t[ée]moin|control/iu,
  Newborn: /nouveau|newborn|n[ée]onat/iu,
};

const DEFAULT_SYSTEMS: Readonly<Record<string, number>> = {
  'Ser/Plas': 0.4,
  Ser: 0.35,
  Bld: 0.35,
  PPP: 0.38,
  RBC: 0.3,
  Plas: 0.3,
  'Ser/Plas/Bld': 0.25,
  Urine: 0.15,
  Isolate: 0.1,
  XXX: 0.15,
  Stool: 0.05,
};

function systemByDefault(system: string, component: string): number {
  const points = DEFAULT_SYSTEMS[system] ?? 0;
  if (system === 'Bld') return WHOLE_BLOOD.test(component) ? 0.42 : 0.25;
  return points;
}

function ofTime(read: ReadTest, { concept }: IndexedConcept): AxisScore {
  const { time, property } = concept.axes;
  const isRate = /Rat$/u.test(property);
  if (time === '' || (time === 'Pt' && read.time === undefined)) return { points: 0.1 };
  if (read.time === time) return confirmed(isRate ? 0.5 : 0.15, 'time', `recueil ${time}`);
  if (time === '24H') {
    return isRate && read.unit?.properties?.has(property)
      ? confirmed(0.4, 'time', `unité ${read.unit.raw} → ${time}`)
      : contradicted(-0.6, 'time', `recueil de 24 h non dit`);
  }
  if (time === 'Pt') return assumed(0, 'time', 'recueil de 24 h : concentration ponctuelle');
  return contradicted(-0.9, 'time', `durée ${time} non dite`);
}

function ofScale(read: ReadTest, { concept }: IndexedConcept): AxisScore {
  const { scale } = concept.axes;
  if (scale === '') return { points: 0 };
  if (read.scales) {
    return read.scales.has(scale)
      ? confirmed(0.4, 'scale', `type de résultat → ${scale}`)
      : contradicted(-0.8, 'scale', `type de résultat : ${scale} inattendu`);
  }
  if (read.unit?.properties)
    return scale === 'Qn'
      ? confirmed(0.1, 'scale', `unité ${read.unit.raw} → Qn`)
      : contradicted(-0.6, 'scale', `unité : ${scale} inattendu`);
  if (scale === 'Nar' || scale === 'Doc') return { points: -0.3 };
  if (read.unit === undefined && scale === 'Qn' && concept.exampleUcumUnits.some((unit) => !UNWRITTEN.has(unit)))
    return assumed(-0.08, 'scale', 'résultat chiffré supposé, sans unité');
  return { points: 0 };
}

/** Units that laboratories leave out. */
const UNWRITTEN: ReadonlySet<string> = new Set(['{INR}', '{ratio}', '[pH]', '1', '{titer}', '{s_co_ratio}', '{index}', '']);

/** Methods so usual in their place that no catalogue names them. */
/** Inhibitors and zymogens are measured by their effect on a chromogen, other factors by the clot. */
const CHROMOGENIC = /^(?:Protein C|Antithrombin|Heparin|Plasminogen|Plasmin inhibitor|Alpha 2 antiplasmin)/u;

const USUAL: readonly ((entry: IndexedConcept) => boolean)[] = [
  ({ methods, concept }) => methods.has('chromogenic') && CHROMOGENIC.test(concept.axes.component),
  ({ methods, system }) => methods.has('automated') && methods.size === 1 && /^(?:Bld|RBC|)$/u.test(system),
  ({ methods, system, concept }) =>
    methods.has('coagulation') && methods.size === 1 && !CHROMOGENIC.test(concept.axes.component) && /^(?:PPP|Bld)$/u.test(system),
  ({ methods, concept }) =>
    methods.has('electrophoresis') &&
    methods.size === 1 &&
    /globulin|protein\.total|fractions|pattern/iu.test(concept.axes.component),
];
const NEARLY_USUAL: readonly ((entry: IndexedConcept) => boolean)[] = [
  ({ methods, concept }) => methods.has('immunoassay') && /gastrointestinal\.lower/u.test(concept.axes.component),
  ({ methods, system }) => methods.has('chromogenic') && system === 'PPP',
  ({ methods, concept }) =>
    methods.has('strip') && methods.size === 1 && (concept.axes.property === 'PrThr' || concept.axes.system === 'Urine'),
  ({ methods }) => methods.has('culture') && methods.size === 1,
  ({ methods, concept }) => methods.has('pcr') && /RNA|DNA|gene/u.test(concept.axes.component),
  ({ methods, concept }) => (methods.has('ckdEpi') || methods.has('cockcroft')) && /predicted/iu.test(concept.axes.component),
  ({ methods }) => methods.has('westergren'),
];
const USUAL_POINTS = 0.06;
const NEARLY_USUAL_POINTS = -0.05;
const IMMUNOASSAY_POINTS = -0.13;
const UNASKED_POINTS = -0.35;

function ofMethod(read: ReadTest, entry: IndexedConcept, match: ComponentMatch): AxisScore {
  const { method } = entry.concept.axes;
  const sensed = match.reading.senses.flatMap((sense) => sense.method ?? []);
  const said = sensed.length === 0 ? read.methods : new Set([...read.methods, ...sensed]);
  if (method === '') return said.size === 0 ? { points: 0 } : assumed(0, 'method', 'code sans méthode');
  const shared = [...entry.methods].filter((name) => said.has(name));
  if (shared.length > 0) {
    // HbA1c is calibrated alike whatever the technique: the code without method stands for all.
    if (STANDARDISED.test(entry.concept.axes.component) && !entry.methods.has('ifcc'))
      return assumed(-0.1, 'method', `${method} : résultats standardisés`);
    const unasked = entry.methods.size - shared.length;
    return confirmed(
      0.5 + 0.1 * (shared.length - 1) - 0.15 * unasked,
      'method',
      `méthode « ${(read.test.method ?? read.test.label).trim()} » → ${method}`,
    );
  }
  const opposed = OPPOSED.some(
    ([one, other]) => (said.has(one) && entry.methods.has(other)) || (said.has(other) && entry.methods.has(one)),
  );
  if (opposed) return contradicted(-0.8, 'method', `méthode ${method} contredite`);
  if (USUAL.some((isUsual) => isUsual(entry))) return assumed(USUAL_POINTS, 'method', `${method} : méthode usuelle`);
  if (NEARLY_USUAL.some((isUsual) => isUsual(entry)))
    return assumed(NEARLY_USUAL_POINTS, 'method', `${method} : méthode fréquente`);
  if (entry.methods.has('immunoassay') && entry.methods.size === 1)
    return assumed(IMMUNOASSAY_POINTS, 'method', `${method} : méthode fréquente`);
  return contradicted(UNASKED_POINTS, 'method', `méthode ${method} non demandée`);
}

const STANDARDISED = /^Hemoglobin A1c\//iu;

const OPPOSED: readonly (readonly [string, string])[] = [
  ['automated', 'manual'],
  ['withP5P', 'withoutP5P'],
  ['pyruvateToLactate', 'lactateToPyruvate'],
  ['calculated', 'direct'],
  ['ckdEpi', 'mdrd'],
  ['ckdEpi', 'cockcroft'],
  ['mdrd', 'cockcroft'],
  ['strip', 'microscopy'],
  ['strip', 'automated'],
  ['vdrl', 'rpr'],
  ['mic', 'disk'],
  ['pcr', 'immunoassay'],
  ['pcr', 'culture'],
];

const CHALLENGES: Readonly<Record<string, RegExp>> = {
  fasting: /fast|CFst|pre-?meal/iu,
  'post-meal': /post (?:meal|breakfast|lunch|dinner)|post-?meal/iu,
  timed: /\d+(?:\.\d+)? ?[HM]\b|\d+ (?:hour|minute)/u,
  peak: /peak/iu,
  trough: /trough|pre dose|baseline/iu,
  other: /post|challenge|dose/iu,
};

function ofChallenge(read: ReadTest, { concept, challenge, adjustment }: IndexedConcept, match: ComponentMatch): AxisScore {
  const asked = read.challenge ?? (match.reading.senses.some((sense) => sense.fasting) ? 'fasting' : undefined);
  if (
    adjustment !== '' &&
    !/corrig|adjust|correct|standard|std/iu.test(`${read.test.label} ${match.reading.senses.map(({ means }) => means).join(' ')}`)
  ) {
    return contradicted(-1.2, 'challenge', `ajustement « ${adjustment} » non demandé`);
  }
  if (adjustment !== '' && challenge === '') {
    // Laboratories correct calcium by albumin unless they say otherwise.
    const preferred =
      /albumin/iu.test(adjustment) || read.stems.some((stem) => stem.length > 4 && adjustment.toLowerCase().includes(stem));
    return confirmed(preferred ? 0.4 : 0.25, 'challenge', `« ${read.test.label.trim()} » → ${adjustment}`);
  }
  if (challenge === '') {
    return asked === 'fasting' || asked === 'timed' || asked === 'post-meal'
      ? assumed(-0.35, 'challenge', 'état du patient absent du code')
      : { points: 0 };
  }
  if (asked === undefined) return contradicted(-1.6, 'challenge', `« ${challenge} » non demandé`);
  const pattern = CHALLENGES[asked];
  if (!pattern?.test(challenge)) return contradicted(-1.6, 'challenge', `« ${challenge} » : autre état`);
  // French laboratories code the fasting patient by the pre-meal codes of the value set where it has them.
  const preference = asked === 'fasting' && /pre-?meal/iu.test(challenge) ? 0.12 : 0;
  const precise =
    asked !== 'timed' ? 0 : (sameDelay(read.test.label, challenge) ? 0.4 : 0) + (/75 g glucose/u.test(challenge) ? 0.1 : 0);
  return confirmed(
    0.4 + preference + precise - (/XXX|dose|\bg\b/u.test(challenge) && asked === 'fasting' ? 0.5 : 0),
    'challenge',
    `« ${read.test.label.trim()} » → ${challenge} (${concept.code})`,
  );
}

function sameDelay(label: string, challenge: string): boolean {
  const minutes = (amount: string, unit: string): number => Number(amount.replace(',', '.')) * (/^h/iu.test(unit) ? 60 : 1);
  const asked = /(\d+(?:[.,]\d+)?) ?(h|min|mn|m|')?/iu.exec(label.replace(/t ?4|t ?3/giu, ''));
  const given = /(\d+(?:\.\d+)?) ?(H|M)\b/u.exec(challenge) ?? /(\d+(?:\.\d+)?) (hour|minute)/u.exec(challenge);
  if (!asked || !given) return false;
  return minutes(asked[1] ?? '', asked[2] ?? 'min') === minutes(given[1] ?? '', given[2] ?? '');
}

function ofStatus({ concept }: IndexedConcept): AxisScore {
  if (concept.status === 'DEPRECATED' || concept.status === 'DISCOURAGED') {
    const instead = concept.mapTo?.map(({ code }) => code).join(', ') ?? '';
    return contradicted(
      -4,
      'status',
      `code ${concept.status === 'DEPRECATED' ? 'obsolète' : 'déconseillé'}${instead === '' ? '' : `, voir ${instead}`}`,
      true,
    );
  }
  if (concept.isPanel === true || concept.axes.scale === '-' || / panel\b/iu.test(concept.axes.component))
    return contradicted(-4, 'status', 'panel, et non un résultat', true);
  if (concept.orderOrObservation === 'Order') return contradicted(-4, 'status', 'code de prescription seulement', true);
  return { points: 0 };
}

function ofUsage(read: ReadTest, { concept, inValueSet }: IndexedConcept): AxisScore {
  const ucum = read.unit?.ucum;
  let points = inValueSet ? 0.3 : 0;
  if (concept.commonTestRank !== undefined && concept.commonTestRank > 0)
    points += 0.25 * Math.max(0, 1 - Math.log10(concept.commonTestRank) / 4.3);
  if (ucum !== undefined && concept.exampleUcumUnits.includes(ucum)) points += 0.05;
  if (concept.frenchName !== undefined) points += 0.02;
  if (!inValueSet) return { points };
  return confirmed(points, 'usage', 'code du jeu de valeurs français');
}
