import { systemsOfSpecimen, type LocalTest, type ResultType } from '@segur/terminology';
import { foldText, stemsOf } from './fold-text.js';
import { methodClassesOf } from './method-classes.js';
import { readUnit, type ReadUnit } from './read-unit.js';

/** What state of the patient or what dose a catalogue line names. */
export type Challenge = 'fasting' | 'post-meal' | 'timed' | 'peak' | 'trough' | 'other';

/** How the label says the result is expressed. */
export type Expression = 'percent' | 'count' | 'ratio' | 'titre' | 'presence' | 'quantity' | 'rate' | 'interpretation';

/** A catalogue line taken apart: what is left of its label once the facts are out, and the facts. */
export interface ReadTest {
  readonly test: LocalTest;
  /** Stems of the words that are about the component. */
  readonly stems: readonly string[];
  /** Stems of all words: a phrase of the lexicon may be made of what is elsewhere a fact (`sang dans les selles`). */
  readonly wholeStems: readonly string[];
  readonly unit?: ReadUnit;
  /** Admissible systems, likeliest first. Absent: nothing was said. */
  readonly systems?: readonly string[];
  /** The words the systems were read from. */
  readonly specimenWords?: string;
  readonly time?: string;
  readonly methods: ReadonlySet<string>;
  readonly challenge?: Challenge;
  readonly expressions: ReadonlySet<Expression>;
  /** `Qn`, `Ord`, `Nom`, `Nar`, where the catalogue says so. */
  readonly scales?: ReadonlySet<string>;
  /** Properties that the catalogue states in words. */
  readonly statedProperties?: ReadonlySet<string>;
  /** Stems of other labels that the laboratory gives the analysis. */
  readonly synonymStems: readonly (readonly string[])[];
  /** The system was read from chapter or panel only: likely, and not said. */
  readonly systemsByContext: boolean;
}

/** Words of a label that name the specimen. Taken out only when something is left without them. */
const SPECIMEN_IN_LABEL: readonly RegExp[] = [
  /\b(dans|sur|du|des|de l)?\s*(les )?urines?( de)?( des)?( 24 ?h(eures)?)?\b|\burinaires?\b|\(u\)|\burin\b|(?<=[a-z\d] )u(?=\s*$)/u,
  /\b(du |dans le )?(lcr|csf)\b|\bliquide cephalo-? ?rachidien\b|\bcerebrospinal fluid\b/u,
  /\bliquide (d )?(de )?ascite|\bascites?\b|\bliquide peritoneal\b|\bperitoneal fluid\b/u,
  /\bliquide pleural\b|\bpleural( fluid)?\b/u,
  /\bliquide (synovial|articulaire)\b|\bjoint fluid\b|\bsynovial fluid\b|,\s*joint$/u,
  /\bliquide pericardique\b|\bpericardial( fluid)?\b/u,
  /\bliquide amniotique\b|\bamniotic fluid\b/u,
  /\bliquide de dialyse\b|\bdialysat\b/u,
  /\b(other )?body fluid\b|\bother fluid\b|\bliquide (biologique|de ponction)\b|,\s*fluid$/u,
  /\bliquide gastrique\b|\bgastric fluid\b/u,
  /\bselles?\b|\bfecale?s?\b|\bfecaux\b|\bstool\b|\bfaeces\b/u,
  /\bsang total\b|\bwhole blood\b|^wb\b|\bwb\b/u,
  /\bsang capillaire\b|\bcapillaire\b/u,
  /\bsang arteriel\b|\barterielles?\b|\barteriels?\b|\bgds( art(eriel)?)?\b|\bgazometrie\b|\barterial\b/u,
  /\bsang veineux\b|\bveineux\b|\bveineuse\b|\bvenous\b/u,
  /\bsang (du|de) cordon\b|\bcordon\b|\bcord blood\b/u,
  /\bseriques?\b|\bserum\b|\bplasmatiques?\b|\bplasma\b(?! cells)|\bsanguine?s?\b/u,
  /\bsalivaires?\b|\bsalive\b/u,
  /\bexpectoration\b|\bcrachats?\b/u,
  /\bnaso-?pharynge?\b|\bgorge\b/u,
  /\bmoelle\b|\bmedullaire\b|\bbone marrow\b/u,
  /\bsperme\b|\bspermatique\b/u,
  /\bvaginale?s?\b|\bvagin\b/u,
  /\buretrale?\b|\burethral\b/u,
  /\bendocol\b|\bendocervicale?\b/u,
  /,\s*blood$/u,
];

const STATES: readonly (readonly [RegExp, Challenge])[] = [
  [/\ba ?jeun\b|\bjeun\b|\bfasting\b/u, 'fasting'],
  [/\bpost[- ]?prandiale?\b|\bpost[- ]?meal\b|\bapres (le )?repas\b|\bgpp\b/u, 'post-meal'],
  [
    /\bt ?[+-]? ?\d+( ?min(utes)?| ?mn| ?h(eures?)?|')?\b(?<!\bt ?[34])|\b(a|apres|\+) ?\d+ ?(min(utes)?|mn|h(eures?)?)\b|\b\d+ ?(min(utes)?|mn|h(eures?)?) (apres|post)\b|\b(30|60|90|120|180) ?(min|mn)\b/u,
    'timed',
  ],
  [/\bpic\b|\bpeak\b|\bmaximum\b/u, 'peak'],
  [/\bresiduel(le)?\b|\bvallee\b|\btrough\b|\bt0\b/u, 'trough'],
  [/\bprovoquee?\b|\bsous charge\b|\bhgpo\b|\btest (au|a la) /u, 'other'],
];

const EXPRESSIONS: readonly (readonly [RegExp, Expression, boolean])[] = [
  [/%|\bpourcentage\b|\bpercent\b|\bpour cent\b/u, 'percent', true],
  [
    /#|\babs\b|\babsolue?s?\b|\babsolute\b|\bnombre( de)?\b|\bcount\b|\bnumeration( des?)?\b|\bcompte( des?)?\b|\bcomptage( des?)?\b|\bsoit\b/u,
    'count',
    true,
  ],
  [/\brapport\b|\bratio\b|[a-z)]\s*\/\s*[a-z(]/u, 'ratio', false],
  [/\btitre\b|\btitrage\b|\btiter\b/u, 'titre', true],
  [
    /\bqualitati(f|ve)\b|\bqual\b|\bscreen(ing)?\b|\bdepistage\b|\brecherche( d[eu]s?)?\b|\bpresence\b|\bdetection\b/u,
    'presence',
    true,
  ],
  [
    /\bquantitati(f|ve)\b|\bquant\b|\bcharge virale\b|\bviral load\b|\bdosages?( d[eu]s?)?\b|\bvalue\b|\btaux( d[eu]s?)?\b|\bnumerical result\b/u,
    'quantity',
    false,
  ],
  [/\bdebit\b|\bexcretion\b|\bdiurese\b/u, 'rate', false],
  [/\binterpretation\b|\bconclusion\b|\bcommentaires?\b|\bcomments?\b|\binterpreted result\b/u, 'interpretation', true],
];

/** Method words taken from a label too. Those that also name components (`direct`, `agglutinines`, `culture`) are not. */
const METHODS_IN_LABEL: ReadonlySet<string> = new Set(
  (
    'manual automated calculated electrophoresis immunofixation strip rapid confirm screen immunoassay fluorescence blot tppa hemagglutination vdrl rpr pcr ' +
    'highSensitivity lowLimit withP5P pyruvateToLactate lactateToPyruvate ckdEpi mdrd cockcroft schwartz culture microscopy gram acidfast ' +
    'hplc ifcc aerobe anaerobe westergren mic disk etest chromogenic'
  ).split(' '),
);
/** What a panel's name says of how each of its results is got. */
const METHODS_OF_PANELS: ReadonlySet<string> = new Set(['electrophoresis', 'immunofixation', 'strip', 'blot', 'flow']);
const METHOD_WORDS =
  /\b(bandelette( urinaire)?|\bbu\b|p5p|ifcc|ckd[- ]?epi|mdrd|cockcroft( (et|&) gault)?([- ]gault)?|schwartz|eps|hs|us|ultra-?sensible|ultrasensible|haute sensibilite|high[- ]sensitivity|elisa|eia|hplc|calculee?|calculated|estimee?|estimated|measured|automate|auto|automated|manuel(le)?|manual|test rapide|rapid(e)?|by pcr|pcr|methode|technique|electrophorese|p ?-+> ?l|l ?-+> ?p|friedewald|westergren|soit)\b/gu;
/** Words about the act, not the analysis. */
const IDLE =
  /\b(dosages?|mesures?|examens?|resultats?|determination|valeurs?|bilan|analyse|test de|concentration( en)?|taux( de)?|activite seule|value|level|assay|prep(aration)?|smear|serologies?|quantitati(f|ve)|quant|prelevement|diurese|systematique|controle|37 ?°? ?c\b|30 ?°? ?c\b|avk|screening)\b/gu;

/** Units that only one way of measuring gives. */
const METHOD_OF_UNIT: Readonly<Record<string, string>> = { 'mmol/mol': 'ifcc', '/[HPF]': 'highPower', '/[LPF]': 'lowPower' };

/** Takes a catalogue line apart into facts and component words. @see loinc-transcoding.md §4.1, §4.3 */
export function readTest(test: LocalTest): ReadTest {
  let text = ` ${foldText(test.label)} `;
  let labelUnit: string | undefined;
  text = text.replace(/[([]([^)\]]{1,20})[)\]]/gu, (whole, inside: string) => {
    if (/^[a-z\d]{1,6}$/u.test(inside)) return ` ${inside} `;
    const unit = readUnit(inside);
    if (unit.properties === undefined) return whole;
    labelUnit ??= inside;
    return ' ';
  });
  const methods = new Set(methodClassesOf(test.method ?? ''));
  // Two hours after the dose, or just before it: so are followed the drugs of transplants.
  if (/ciclospor|cyclospor|tacrolim|sirolim|everolim|mycophen/u.test(text)) {
    text = text.replace(/\bc ?2\b/gu, ' 2 h apres ').replace(/\b[ct] ?0\b/gu, ' residuel ');
  }

  for (const name of methodClassesOf(text)) if (METHODS_IN_LABEL.has(name)) methods.add(name);

  // Elsewhere `direct` is bilirubin or Coombs.
  if (/\b[lh]dl\b/u.test(text) && /\bdirect|\bmesure|\bmeasured/u.test(text)) {
    methods.add('direct');
    text = unlessEmptied(text, /\b(direct|mesure|measured)e?\b/u);
  }
  if (methods.has('tppa')) methods.add('agglutination');

  const timing = foldText(test.timing ?? '');
  const is24Hours = /24 ?h|24 heures|\b24hr/u.test(text) || /24/u.test(timing) || /24/u.test(test.specimen ?? '');
  text = text.replace(/\b(des |de |sur |par |\/ ?)?24 ?-?(h(eures?|rs?|our)?)\b/gu, ' ');

  let challenge: Challenge | undefined;
  for (const [pattern, state] of STATES) {
    if (!pattern.test(text) && !pattern.test(timing)) continue;
    challenge ??= state;
    text = unlessEmptied(text, pattern);
  }
  // A clock time (`8h`, `16 h`) says when, not after what: it is no challenge.
  text = text.replace(/\b(?:a )?(?:[01]?\d|2[0-3]) ?h(?:eures?)?(?:\d\d)?\b/gu, ' ');

  const expressions = new Set<Expression>();
  for (const [pattern, expression, taken] of EXPRESSIONS) {
    if (!pattern.test(text)) continue;
    expressions.add(expression);
    if (taken) text = unlessEmptied(text, pattern);
  }
  const specimenWords: string[] = [];
  for (const pattern of SPECIMEN_IN_LABEL) {
    const words = pattern.exec(text)?.[0];
    if (words === undefined) continue;
    const without = unlessEmptied(text, pattern);
    if (without === text) continue;
    specimenWords.push(words);
    text = without;
  }
  text = unlessEmptied(text, METHOD_WORDS);
  text = unlessEmptied(text, IDLE);
  text = unlessEmptied(text, /\bcultures?\b/u);

  const fieldSystems = systemsOfSpecimen(test.specimen ?? '');
  const labelSystems = specimenWords.flatMap((words) => labelSystemsOf(words) ?? []);
  const said = reconcile(labelSystems, fieldSystems);
  const context = `${test.chapter ?? ''} ${test.panelLabel ?? ''}`;
  const byContext = said === undefined ? systemsOfSpecimen(context) : undefined;
  const systems = said ?? byContext;
  for (const name of methodClassesOf(context)) if (METHODS_OF_PANELS.has(name)) methods.add(name);
  const unitText = test.unit?.trim() !== '' && test.unit !== undefined ? test.unit : labelUnit;
  const unit = unitText === undefined ? undefined : readUnit(unitText);
  const method = METHOD_OF_UNIT[unit?.ucum ?? ''];
  if (method !== undefined) methods.add(method);
  const scales = scalesOf(test);
  const statedProperties = propertiesInWords(test.property) ?? PROPERTIES_OF_TYPES[test.resultType ?? 'numeric'];
  return {
    test,
    wholeStems: stemsOf(test.label),
    stems: [...stemsOf(text), ...wordsOfUnit(unitText ?? '')],
    methods,
    expressions,
    synonymStems: (test.synonyms ?? []).map(stemsOf).filter((stems) => stems.length > 0),
    systemsByContext: said === undefined && byContext !== undefined,
    ...(unit ? { unit } : {}),
    ...(systems ? { systems, specimenWords: test.specimen ?? (specimenWords.join(' ').trim() || context.trim()) } : {}),
    ...(is24Hours ? { time: '24H' } : {}),
    ...(challenge ? { challenge } : {}),
    ...(scales ? { scales } : {}),
    ...(statedProperties ? { statedProperties } : {}),
  };
}

/** A unit may name what it counts: D-dimers are in `FEU` or `DDU`. */
function wordsOfUnit(unit: string): readonly string[] {
  return /\b(?:feu|ddu)\b/iu.exec(unit)?.[0].toLowerCase().split(' ') ?? [];
}

function unlessEmptied(text: string, pattern: RegExp): string {
  const without = text.replace(pattern.global ? pattern : new RegExp(pattern.source, `g${pattern.flags}`), ' ');
  return /[a-z\d]/u.test(without) ? without : text;
}

function labelSystemsOf(words: string): readonly string[] | undefined {
  const trimmed = words.trim();
  if (/^\(?u\)?$/u.test(trimmed) || trimmed === 'urin') return ['Urine', 'Urine sed'];
  if (trimmed === 'wb') return systemsOfSpecimen('whole blood');
  return systemsOfSpecimen(trimmed);
}

/** What label and specimen agree on; where they do not, the label is about this analysis and the specimen about its tube. */
function reconcile(label: readonly string[], field: readonly string[] | undefined): readonly string[] | undefined {
  if (label.length === 0) return field;
  if (field === undefined) return label;
  // `sanguin` in a label tells blood from urine, and nothing of which blood.
  if (label[0] === 'Bld' && label[1] === 'Ser/Plas' && field.some((system) => /^(?:Bld|Ser|Plas|PPP)/u.test(system))) return field;
  const shared = label.filter((system) => field.includes(system));
  return shared.length > 0 ? [...new Set([...shared, ...label])] : [...new Set([...label, ...field])];
}

const SCALES: Readonly<Record<string, readonly string[]>> = {
  numeric: ['Qn'],
  'semi-quantitative': ['Ord', 'OrdQn', 'Qn'],
  coded: ['Ord', 'Nom'],
  text: ['Nar', 'Nom', 'Ord'],
  titre: ['Qn', 'OrdQn'],
  organism: ['Nom'],
  susceptibility: ['OrdQn', 'Ord', 'Qn'],
  document: ['Doc', 'Nar'],
};

/** Fewer results tell nothing of the scale. */
const RESULTS_MIN = 20;

function scalesOf({ scale, resultType, valueStats }: LocalTest): ReadonlySet<string> | undefined {
  const stated = scale === undefined ? undefined : /^(qn|ord|nom|nar|doc|ordqn|multi)$/iu.exec(scale.trim())?.[0]?.toLowerCase();
  if (stated !== undefined) return new Set([stated === 'ordqn' ? 'OrdQn' : stated.charAt(0).toUpperCase() + stated.slice(1)]);
  const possible = resultType === undefined ? undefined : SCALES[resultType];
  if (possible) return new Set(possible);
  if (valueStats?.nonNumeric === undefined || valueStats.n < RESULTS_MIN) return undefined;
  if (valueStats.nonNumeric > 0.9) return new Set(['Ord', 'Nom', 'Nar']);
  return valueStats.nonNumeric < 0.3 ? new Set(['Qn', 'OrdQn']) : undefined;
}

/** Kinds of results that have one property. */
const PROPERTIES_OF_TYPES: Partial<Record<ResultType, ReadonlySet<string>>> = {
  organism: new Set(['Prid']),
  susceptibility: new Set(['Susc']),
  titre: new Set(['Titr']),
};

const PROPERTIES_IN_WORDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(masse?)([/ ]?(vol|conc).*)?$|concentration massique/u, ['MCnc']],
  [/^(substance|moles?|molaire)([/ ]?(vol|conc).*)?$|concentration molaire/u, ['SCnc']],
  [/^(nombre|numerique)([/ ]?(vol|conc).*)?$/u, ['NCnc']],
  [/catalyt/u, ['CCnc']],
  [/arbitr/u, ['ACnc']],
  [/presence|seuil/u, ['PrThr']],
  [/fraction massique/u, ['MFr']],
  [/fraction (de )?nombre/u, ['NFr']],
  [/fraction volum/u, ['VFr']],
];

function propertiesInWords(words: string | undefined): ReadonlySet<string> | undefined {
  if (words === undefined || words.trim() === '') return undefined;
  const folded = foldText(words).trim();
  const found = PROPERTIES_IN_WORDS.find(([pattern]) => pattern.test(folded))?.[1];
  if (found) return new Set(found);
  // LOINC's own word, as laboratories copy it: `MCnc`.
  return /^[A-Z][A-Za-z]{2,7}$/u.test(words.trim()) ? new Set([words.trim()]) : undefined;
}
