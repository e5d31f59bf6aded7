/** Specimens between which a LOINC code changes. Serum, plasma and whole blood are one family: they come from one needle, and are named freely. */
export type SpecimenFamily = 'blood' | 'urine' | 'csf' | 'stool' | 'semen' | 'saliva' | 'fluid';

/** HL7 table 0487 codes and the words of French catalogues, without accents. The first that matches decides, so compounds come first. */
const FAMILIES: readonly (readonly [RegExp, SpecimenFamily])[] = [
  [/^(lcr|csf)\b|liquide? c[eé]phalo|cephalo-?rachidien/, 'csf'],
  [/^(ur|urt|urc|urns|urnsource|u24)$|\burines?\b|\bmiction/, 'urine'],
  [/^(stl|sto)$|\bselles?\b|\bfeces\b/, 'stool'],
  [/^(smn|smpls)$|\bsperme\b|\bliquide seminal\b/, 'semen'],
  [/^slv$|\bsalive\b/, 'saliva'],
  [/^(flu|fld|snv|plr|prt)$|\bliquide (synovial|pleural|d'ascite|peritoneal|articulaire)/, 'fluid'],
  [/^(bld|bldc|blda|bldv|bldco|ser|plas|plasma|ppp|wb|bldd)$|\bsang\b|\bserums?\b|\bplasmas?\b|\bedta\b/, 'blood'],
];

/**
 * The family of a specimen, read from its code or its French name.
 *
 * Absent when the name says nothing certain, or names two families ("Urines + sérum"): then it is no ground to tell codes apart.
 */
export function specimenFamily(specimen: string | undefined): SpecimenFamily | undefined {
  if (!specimen) return undefined;
  if (remembered.has(specimen)) return remembered.get(specimen);
  const plain = specimen.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
  const families = new Set(FAMILIES.filter(([pattern]) => pattern.test(plain)).map(([, family]) => family));
  const family = families.size === 1 ? [...families][0] : undefined;
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(specimen, family);
  return family;
}

// Each result of each report asks, and laboratories name few specimens.
const remembered = new Map<string, SpecimenFamily | undefined>();
const REMEMBERED_MAX = 1_000;
