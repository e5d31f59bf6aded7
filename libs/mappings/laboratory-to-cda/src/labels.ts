/** Chapters of a CR-BIO by LOINC, in French: the specialties of XD-LAB. @see IHE PaLM XD-LAB, clause "Laboratory specialty sections" */
export const CHAPTER_LABELS: Readonly<Record<string, string>> = {
  '18717-9': 'Immuno-hématologie',
  '18718-7': 'Protéines, marqueurs tumoraux, vitamines',
  '18719-5': 'Biochimie',
  '18720-3': 'Hémostase, coagulation',
  '18721-1': 'Pharmacologie, suivi thérapeutique',
  '18722-9': 'Fertilité',
  '18723-7': 'Hématologie',
  '18724-5': 'Typage HLA',
  '18725-2': 'Microbiologie',
  '18727-8': 'Sérologie',
  '18728-6': 'Toxicologie',
  '18729-4': 'Analyse des urines',
  '18767-4': 'Gaz du sang',
  '18768-2': 'Numération cellulaire',
  '18769-0': 'Antibiogramme',
  '26435-8': 'Pathologie moléculaire',
  '26436-6': 'Analyses de biologie médicale',
  '26437-4': 'Épreuves fonctionnelles',
  '26438-2': 'Cytologie',
};

/** HL7 ObservationInterpretation codes that a CR-BIO may hold, with what the report prints. @see value set 2.16.840.1.113883.1.11.78 */
export const INTERPRETATION_LABELS: Readonly<Record<string, string>> = {
  '<': 'Inférieur à la limite de détection',
  '>': 'Supérieur à la limite de mesure',
  A: 'Anormal',
  AA: 'Très anormal, alerte',
  B: 'Amélioration',
  CAR: 'Porteur',
  D: 'Diminution significative',
  DET: 'Détecté',
  E: 'Équivoque',
  EX: 'Hors seuils',
  EXP: 'Attendu',
  H: 'Haut',
  HH: 'Très haut, alerte',
  HU: 'Significativement haut',
  HX: 'Hors seuil supérieur',
  I: 'Intermédiaire',
  IE: 'Preuves insuffisantes',
  IND: 'Indéterminé',
  L: 'Bas',
  LL: 'Très bas, alerte',
  LU: 'Significativement bas',
  LX: 'Hors seuil inférieur',
  N: 'Normal',
  NCL: 'Pas de norme définie',
  ND: 'Non détecté',
  NEG: 'Négatif',
  NR: 'Non réactif',
  NS: 'Non sensible',
  POS: 'Positif',
  R: 'Résistant',
  RR: 'Réactif',
  S: 'Sensible',
  SDD: 'Sensible à forte dose',
  'SYN-R': 'Synergie, résistant',
  'SYN-S': 'Synergie, sensible',
  U: 'Augmentation significative',
  UNE: 'Inattendu',
  W: 'Dégradation',
  WR: 'Faiblement réactif',
};

/** Label of the meeting of patient and laboratory, JDV J142. */
export const ENCOUNTER_LABELS = { AMB: 'Ambulatoire (hors établissement)', IMP: 'Hospitalisation', EMER: 'Urgence' } as const;

/** Label of the practice setting, JDV J04. */
export const SECTOR_LABELS = { AMBULATOIRE: 'Ambulatoire', ETABLISSEMENT: 'Etablissement de santé' } as const;

/** Label of the sex, JDV J143. */
export const SEX_LABELS = { M: 'Masculin', F: 'Féminin', UN: 'Inconnu' } as const;
