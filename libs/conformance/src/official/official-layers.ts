import type { CrBioVersion } from '../cr-bio-version.js';

/** A layer of the official tool, named as its publisher and the kits name it; the XSD is apart. */
export type OfficialLayer = 'ihe' | 'terminologies' | 'modeles' | 'strucmin' | 'ans' | 'volet';

/** Every layer, in the order of the official tool. */
export const OFFICIAL_LAYERS: readonly OfficialLayer[] = ['ihe', 'terminologies', 'modeles', 'strucmin', 'ans', 'volet'];

/** The code of what each layer finds. */
export const LAYER_FINDINGS = {
  ihe: { code: 'official-ihe' },
  terminologies: { code: 'official-terminologies' },
  modeles: { code: 'official-modeles' },
  strucmin: { code: 'official-strucmin' },
  ans: { code: 'official-ans' },
  volet: { code: 'official-volet' },
} as const satisfies Readonly<Record<OfficialLayer, { readonly code: string }>>;

/** Layers that a document whose body is a PDF goes through. */
export const LEVEL_1_LAYERS: readonly OfficialLayer[] = ['terminologies', 'strucmin'];

/** Entry file of a layer in the folder of the publisher. */
export function schemaPathOf(layer: OfficialLayer, version: CrBioVersion): string {
  return layer === 'volet' ? `schematrons/CI-SIS_BIO-CR-BIO_${version}.sch` : PATHS[layer];
}

const PATHS: Readonly<Record<Exclude<OfficialLayer, 'volet'>, string>> = {
  ihe: 'schematrons/profils/IHE.sch',
  terminologies: 'schematrons/profils/terminologies/schematron/terminologie.sch',
  modeles: 'schematrons/profils/CI-SIS_ModelesDeContenusCDA.sch',
  strucmin: 'schematrons/profils/structurationMinimale/ASIP-STRUCT-MIN-StrucMin.sch',
  ans: 'schematrons/profils/CI-SIS_Modeles_ANS.sch',
};
