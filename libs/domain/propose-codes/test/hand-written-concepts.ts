import type { LoincConcept } from '@segur/terminology';

type Axes = readonly [component: string, property: string, system: string, scale: string, method?: string, time?: string];

function concept(
  code: string,
  longCommonName: string,
  axes: Axes,
  units: readonly string[] = [],
  more: Partial<LoincConcept> = {},
): LoincConcept {
  const [component, property, system, scale, method = '', time = 'Pt'] = axes;
  return {
    code,
    status: 'ACTIVE',
    axes: { component, property, time, system, scale, method },
    longCommonName,
    exampleUcumUnits: units,
    ...more,
  };
}

/** A handful of LOINC codes, enough for each rule of the engine to have something to choose from. */
export const CONCEPTS: readonly LoincConcept[] = [
  concept('2345-7', 'Glucose [Mass/volume] in Serum or Plasma', ['Glucose', 'MCnc', 'Ser/Plas', 'Qn'], ['mg/dL']),
  concept('14749-6', 'Glucose [Moles/volume] in Serum or Plasma', ['Glucose', 'SCnc', 'Ser/Plas', 'Qn'], ['mmol/L']),
  concept('2350-7', 'Glucose [Mass/volume] in Urine', ['Glucose', 'MCnc', 'Urine', 'Qn'], ['mg/dL']),
  concept('14744-7', 'Glucose [Moles/volume] in Cerebral spinal fluid', ['Glucose', 'SCnc', 'CSF', 'Qn'], ['mmol/L']),
  concept(
    '53049-3',
    'Glucose [Mass/volume] in Serum or Plasma --pre-meal',
    ['Glucose^pre-meal', 'MCnc', 'Ser/Plas', 'Qn'],
    ['mg/dL'],
  ),
  concept('2951-2', 'Sodium [Moles/volume] in Serum or Plasma', ['Sodium', 'SCnc', 'Ser/Plas', 'Qn'], ['mmol/L']),
  concept('2955-3', 'Sodium [Moles/volume] in Urine', ['Sodium', 'SCnc', 'Urine', 'Qn'], ['mmol/L']),
  concept('2956-1', 'Sodium [Moles/time] in 24 hour Urine', ['Sodium', 'SRat', 'Urine', 'Qn', '', '24H'], ['mmol/(24.h)']),
  concept(
    '6690-2',
    'Leukocytes [#/volume] in Blood by Automated count',
    ['Leukocytes', 'NCnc', 'Bld', 'Qn', 'Automated count'],
    ['10*3/uL'],
  ),
  concept('26464-8', 'Leukocytes [#/volume] in Blood', ['Leukocytes', 'NCnc', 'Bld', 'Qn'], ['10*3/uL']),
  concept(
    '770-8',
    'Neutrophils/100 leukocytes in Blood by Automated count',
    ['Neutrophils/100 leukocytes', 'NFr', 'Bld', 'Qn', 'Automated count'],
    ['%'],
  ),
  concept(
    '751-8',
    'Neutrophils [#/volume] in Blood by Automated count',
    ['Neutrophils', 'NCnc', 'Bld', 'Qn', 'Automated count'],
    ['10*3/uL'],
  ),
  concept(
    '2039-6',
    'Carcinoembryonic Ag [Mass/volume] in Serum or Plasma',
    ['Carcinoembryonic Ag', 'MCnc', 'Ser/Plas', 'Qn'],
    ['ng/mL'],
  ),
  concept(
    '2742-5',
    'Angiotensin converting enzyme [Enzymatic activity/volume] in Serum or Plasma',
    ['Angiotensin converting enzyme', 'CCnc', 'Ser/Plas', 'Qn'],
    ['U/L'],
  ),
  concept(
    '3024-7',
    'Thyroxine (T4) free [Mass/volume] in Serum or Plasma',
    ['Thyroxine.free', 'MCnc', 'Ser/Plas', 'Qn'],
    ['ng/dL'],
  ),
  concept('3026-2', 'Thyroxine (T4) [Mass/volume] in Serum or Plasma', ['Thyroxine', 'MCnc', 'Ser/Plas', 'Qn'], ['ug/dL']),
  concept('2888-6', 'Protein [Mass/volume] in Urine', ['Protein', 'MCnc', 'Urine', 'Qn'], ['mg/dL']),
  concept('2885-2', 'Protein [Mass/volume] in Serum or Plasma', ['Protein', 'MCnc', 'Ser/Plas', 'Qn'], ['g/dL']),
  concept(
    '1920-8',
    'Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma',
    ['Aspartate aminotransferase', 'CCnc', 'Ser/Plas', 'Qn'],
    ['U/L'],
  ),
  concept(
    '30239-8',
    "Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma by With P-5'-P",
    ['Aspartate aminotransferase', 'CCnc', 'Ser/Plas', 'Qn', "With P-5'-P"],
    ['U/L'],
  ),
  concept(
    '5334-8',
    'Rubella virus IgG Ab [Units/volume] in Serum or Plasma by Immunoassay',
    ['Rubella virus Ab.IgG', 'ACnc', 'Ser/Plas', 'Qn', 'Immunoassay'],
    ['[IU]/mL'],
  ),
  concept('24116-6', 'Rubella virus IgM Ab [Presence] in Serum or Plasma by Immunoassay', [
    'Rubella virus Ab.IgM',
    'PrThr',
    'Ser/Plas',
    'Ord',
    'Immunoassay',
  ]),
  concept('3968-5', 'Phenytoin [Mass/volume] in Serum or Plasma', ['Phenytoin', 'MCnc', 'Ser/Plas', 'Qn'], ['ug/mL']),
  concept(
    '24323-8',
    'Comprehensive metabolic 2000 panel - Serum or Plasma',
    ['Comprehensive metabolic 2000 panel', '-', 'Ser/Plas', '-'],
    [],
    { isPanel: true },
  ),
  concept('X2345-0', 'Deprecated Glucose [Mass/volume] in Serum or Plasma', ['Glucose', 'MCnc', 'Ser/Plas', 'Qn'], ['mg/dL'], {
    status: 'DEPRECATED',
    mapTo: [{ code: '2345-7' }],
  }),
];
