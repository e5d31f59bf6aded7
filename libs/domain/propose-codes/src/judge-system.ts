import type { LoincConcept } from '@segur/terminology';
import { assumed, confirmed, contradicted, type AxisScore } from './axis-score.js';
import type { ComponentMatch } from './match-components.js';
import type { IndexedConcept } from './proposal-index.js';
import type { ReadTest } from './read-test.js';

/** Measured in whole blood wherever the tube says no more than "blood". */
const WHOLE_BLOOD =
  /hemoglobin|hematocrit|leukocyt|erythrocyt|platelet|neutrophil|lymphocyt|monocyt|eosinophil|basophil|cells|blast|reticulocyt|tacrolimus|cyclosporin|sirolimus|everolimus|^lead$|group|^rh$|sedimentation/iu;

/** Whether specimen and words admit the system, and how near it is to the likeliest. */
export function ofSystem(read: ReadTest, { concept, system, superSystem }: IndexedConcept, match: ComponentMatch): AxisScore {
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
