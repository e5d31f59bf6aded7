/** Chapters of a CR-BIO in French: the specialties of XD-LAB by LOINC, and the interim code of a second laboratory. @see IHE PaLM XD-LAB, clause "Laboratory specialty sections" */
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
  '1443252': "Résultats des examens d'un laboratoire de seconde intention",
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

const HL7_ENCOUNTER = '2.16.840.1.113883.5.4';
const FRENCH_ENCOUNTER = '1.2.250.1.213.1.1.4.2.291';

/** The meeting of patient and laboratory, JDV J142. */
export const ENCOUNTERS = {
  AMB: { codeSystem: HL7_ENCOUNTER, displayName: 'Ambulatoire (hors établissement)' },
  IMP: { codeSystem: HL7_ENCOUNTER, displayName: 'Hospitalisation (établissement, y compris HAD)' },
  EMER: { codeSystem: HL7_ENCOUNTER, displayName: 'Passage aux urgences (établissement)' },
  HH: { codeSystem: HL7_ENCOUNTER, displayName: 'Soins à domicile (hors établissement)' },
  FLD: { codeSystem: HL7_ENCOUNTER, displayName: 'Terrain (voie publique, hélicoptère, ambulance, etc.)' },
  VR: { codeSystem: HL7_ENCOUNTER, displayName: "Virtuelle (exemple : RCP en l'absence du patient)" },
  EXTERNE: { codeSystem: FRENCH_ENCOUNTER, displayName: 'Acte et consultation externe (établissement)' },
  SEANCE: { codeSystem: FRENCH_ENCOUNTER, displayName: 'Séance (établissement ou libéral)' },
} as const;

/** Label of the practice setting, JDV J04. */
export const SECTOR_LABELS: Readonly<Record<string, string>> = {
  AMBULATOIRE: 'Ambulatoire',
  AMO: "Organisme d'assurance maladie obligatoire",
  DEPISTAGE: 'Dépistage',
  ESSMS: 'Etablissement ou Service Social ou Médico-Social',
  ETABLISSEMENT: 'Etablissement de santé',
  HAD: 'Hospitalisation à domicile',
  MAD: 'Maintien à domicile',
  PALLIATIF: 'Soins palliatifs',
  SAD: 'Soins à domicile',
  SAMU_SMUR: 'SAMU/SMUR',
};

/** Label of the confidentiality, HL7 Confidentiality. */
export const CONFIDENTIALITY_LABELS = { N: 'Normal', R: 'Restreint', V: 'Très restreint' } as const;

/** Label of the sex, JDV J143. */
export const SEX_LABELS = { M: 'Masculin', F: 'Féminin', UN: 'Inconnu' } as const;
