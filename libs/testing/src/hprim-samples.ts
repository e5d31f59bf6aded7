import { hprim, hprimGlucose, type HprimExamText } from './hprim.js';

const HEMATOLOGY = 'HEMATO~10';

/** A blood count: numbers, a flag, and a comment long enough to be continued. */
export const hprimBloodCount: HprimExamText = {
  codes: 'NFS~Numération formule sanguine~L',
  specimen: 'BLDV~Sang veineux',
  comments: ['Prélèvement effectué au laboratoire.'],
  results: [
    { type: 'NM', code: 'GB~Leucocytes~L', value: '6.8', unit: 'G/L', range: '4.0 - 10.0', flags: 'N', section: HEMATOLOGY },
    { type: 'NM', code: 'GR~Hématies~L', value: '4.62', unit: 'T/L', range: '3.80 - 5.20', section: HEMATOLOGY },
    { type: 'NM', code: 'HB~Hémoglobine~L', value: '10.4', unit: 'g/dL', range: '11.5 - 16.0', flags: 'L', section: HEMATOLOGY },
    {
      type: 'NM',
      code: 'PLT~Plaquettes~L',
      value: '243',
      unit: '10^9/L',
      range: '150 - 400',
      section: HEMATOLOGY,
      comments: [
        "Contrôle sur lame effectué par le biologiste : absence d'agrégats plaquettaires, morphologie sans particularité.",
        "Une anémie modérée est présente ; un dosage de la ferritine est conseillé si elle n'a pas été explorée, à trois mois au plus tard, avec une numération de contrôle et les réticulocytes.",
      ],
    },
  ],
};

/** A C-reactive protein below the threshold, an enzyme in catalytic units, and a free comment on the whole. */
export const hprimReactiveProtein: HprimExamText = {
  codes: 'CRP~Protéine C réactive~L^GGT~Gamma GT~L',
  specimen: 'SER~Sérum',
  results: [
    { type: 'ST', code: 'CRP~  Protéine C réactive~L', value: '< 3.0', unit: 'mg/L', range: '<5', section: 'BIOCH~80~CRP~388~0~P' },
    { type: 'NM', code: 'GGT~Gamma glutamyl transférase~L', value: '62', unit: 'UI/l', range: '10 - 40', flags: 'H' },
  ],
};

/** A serology: a coded result and a conclusion of two lines. */
export const hprimSerology: HprimExamText = {
  codes: 'HBS~Antigène HBs~L',
  specimen: 'SER~Sérum',
  results: [
    { type: 'CE', code: 'HBSAG~Antigène HBs~L', value: 'NEG~Négatif~L', flags: 'N', section: 'SEROLOGIE~40' },
    { type: 'TX', code: 'HBSC~Conclusion~L', value: "Absence d'antigène HBs.^Contrôle inutile.", section: 'SEROLOGIE~40' },
  ],
};

/** HPRIM Santé files that show what is read. Everybody in them is invented. */
export const sampleHprimFiles: readonly { readonly name: string; readonly title: string; readonly bytes: Buffer }[] = [
  { name: 'glycemie', title: 'Glycémie, résultat définitif', bytes: hprim({ dossier: '261123-0101' }) },
  {
    name: 'nfs-commentee',
    title: 'NFS avec commentaires, dont un continué par des segments A',
    bytes: hprim({ dossier: '261123-0102', exams: [hprimBloodCount], patientComments: ['Compte rendu complet.'] }),
  },
  {
    name: 'crp-sous-le-seuil',
    title: 'CRP inférieure au seuil et gamma GT, dans un même OBR',
    bytes: hprim({ dossier: '261123-0103', exams: [hprimReactiveProtein] }),
  },
  {
    name: 'serologie',
    title: 'Sérologie : résultat codé et conclusion en texte',
    bytes: hprim({ dossier: '261123-0104', exams: [hprimSerology] }),
  },
  {
    name: 'bilan',
    title: 'Plusieurs examens, plusieurs chapitres',
    bytes: hprim({ dossier: '261123-0105', exams: [hprimBloodCount, hprimGlucose, hprimReactiveProtein, hprimSerology] }),
  },
];
