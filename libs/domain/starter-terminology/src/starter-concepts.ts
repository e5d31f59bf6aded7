import type { LoincConcept } from '@segur/terminology';
import { OFFICIAL_FRENCH_NAMES } from './official-french-names.js';
import { readRows } from './read-rows.js';
import { ALLERGY } from './rows/allergy.js';
import { ANDROLOGY } from './rows/andrology.js';
import { ANTIBIOGRAM } from './rows/antibiogram.js';
import { AUTOIMMUNITY } from './rows/autoimmunity.js';
import { BIOCHEMISTRY } from './rows/biochemistry.js';
import { BLOOD_GASES } from './rows/blood-gases.js';
import { BLOOD_GROUPS } from './rows/blood-groups.js';
import { COAGULATION } from './rows/coagulation.js';
import { CSF_AND_FLUIDS } from './rows/csf-and-fluids.js';
import { DRUGS } from './rows/drugs.js';
import { ENZYMES } from './rows/enzymes.js';
import { HAEMATOLOGY } from './rows/haematology.js';
import { HORMONES } from './rows/hormones.js';
import { LIPIDS } from './rows/lipids.js';
import { MICROBIOLOGY } from './rows/microbiology.js';
import { MOLECULAR } from './rows/molecular.js';
import { PANELS } from './rows/panels.js';
import { PROTEINS } from './rows/proteins.js';
import { SEROLOGY } from './rows/serology.js';
import { TOXICOLOGY } from './rows/toxicology.js';
import { TUMOUR_MARKERS } from './rows/tumour-markers.js';
import { URINE } from './rows/urine.js';
import { VITAMINS } from './rows/vitamins.js';

const TABLES: readonly string[] = [
  HAEMATOLOGY,
  COAGULATION,
  BLOOD_GROUPS,
  BIOCHEMISTRY,
  ENZYMES,
  PROTEINS,
  LIPIDS,
  HORMONES,
  VITAMINS,
  TUMOUR_MARKERS,
  AUTOIMMUNITY,
  ALLERGY,
  SEROLOGY,
  MOLECULAR,
  URINE,
  CSF_AND_FLUIDS,
  BLOOD_GASES,
  DRUGS,
  TOXICOLOGY,
  ANDROLOGY,
  MICROBIOLOGY,
  ANTIBIOGRAM,
  PANELS,
];

/**
 * Common analyses of French laboratories, so that mapping can be tried before a laboratory has loaded its LOINC release.
 *
 * Selected and worded by this project. It is no release: it says nothing of replaced codes, ranks or members of panels, and a
 * code that it lacks may well exist. `STARTER_NOTICE` goes wherever it is shown or exported.
 */
export const STARTER_CONCEPTS: readonly LoincConcept[] = TABLES.flatMap(readRows).map((concept) => {
  const frenchName = OFFICIAL_FRENCH_NAMES.get(concept.code);
  return frenchName === undefined ? concept : { ...concept, frenchName };
});
