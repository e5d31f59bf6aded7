import { glucose, oru, unqualifiedPatient, type MessageExam } from './messages.js';

/** Numération formule sanguine, values of a healthy adult. */
export const bloodCount: MessageExam = {
  code: 'NFS^Numération formule sanguine^LABO',
  section: 'HM',
  specimen: 'BLDV^Sang veineux^HL70487',
  results: [
    {
      type: 'NM',
      code: 'GB^Leucocytes^LABO^6690-2^Leucocytes [Nombre/Volume] Sang ; Numérique ; Comptage automate^LN',
      value: '6,8',
      unit: 'G/L',
      range: '4,0 - 10,0',
      flags: 'N',
    },
    {
      type: 'NM',
      code: 'GR^Hématies^LABO^789-8^Érythrocytes [Nombre/Volume] Sang ; Numérique ; Comptage automate^LN',
      value: '4,62',
      unit: 'T/L',
      range: '3,80 - 5,20',
    },
    {
      type: 'NM',
      code: 'HB^Hémoglobine^LABO^718-7^Hémoglobine [Masse/Volume] Sang ; Numérique^LN',
      value: '13,4',
      unit: 'g/dL',
      range: '11,5 - 16,0',
    },
    { type: 'NM', code: 'HT^Hématocrite^LABO', value: '40,1', unit: '%', range: '35,0 - 47,0' },
    { type: 'NM', code: 'VGM^Volume globulaire moyen^LABO', value: '86,8', unit: 'fL', range: '80,0 - 100,0' },
    { type: 'NM', code: 'TCMH^Teneur corpusculaire moyenne^LABO', value: '29,0', unit: 'pg', range: '27,0 - 32,0' },
    { type: 'NM', code: 'PLT^Plaquettes^LABO', value: '243', unit: 'G/L', range: '150 - 400' },
    {
      type: 'NM',
      code: 'PNN^Polynucléaires neutrophiles^LABO',
      value: '3,90',
      unit: 'G/L',
      range: '1,80 - 7,50',
      notes: ['Formule établie par automate, contrôlée au microscope.'],
    },
  ],
};

/** Ionogramme sanguin with a potassium to be told at once. */
export const criticalIonogram: MessageExam = {
  code: 'IONO^Ionogramme sanguin^LABO',
  section: 'CH',
  specimen: 'SER^Sérum^HL70487',
  results: [
    { type: 'NM', code: 'NA^Sodium^LABO', value: '139', unit: 'mmol/L', range: '136 - 145' },
    {
      type: 'NM',
      code: 'K^Potassium^LABO',
      value: '6,9',
      unit: 'mmol/L',
      range: '3,5 - 5,1',
      flags: 'HH',
      notes: ['Résultat contrôlé, téléphoné au prescripteur.', 'Absence d’hémolyse.'],
    },
    { type: 'NM', code: 'CL^Chlorures^LABO', value: '103', unit: 'mmol/L', range: '98 - 107' },
    { type: 'NM', code: 'CREA^Créatinine^LABO', value: '182', unit: 'µmol/L', range: '45 - 84', flags: 'H' },
    {
      type: 'NM',
      code: 'DFG^Débit de filtration glomérulaire estimé (CKD-EPI)^LABO',
      value: '27',
      unit: 'mL/min/1,73m2',
      range: '> 60',
      flags: 'L',
    },
  ],
};

/** C-reactive protein below what the method measures. */
export const reactiveProtein: MessageExam = {
  code: 'CRP^Protéine C réactive^LABO',
  section: 'CH',
  specimen: 'SER^Sérum^HL70487',
  results: [{ type: 'SN', code: 'CRP^Protéine C réactive^LABO', value: '<^0,6', unit: 'mg/L', range: '< 5,0', flags: '<' }],
};

/** Thyroid-stimulating hormone. */
export const thyrotropin: MessageExam = {
  code: 'TSH^Thyréostimuline^LABO',
  section: 'CH',
  specimen: 'SER^Sérum^HL70487',
  results: [{ type: 'NM', code: 'TSH^TSH ultrasensible^LABO', value: '2,31', unit: 'mUI/L', range: '0,40 - 4,00', flags: 'N' }],
};

/** Serology: a coded result, and a conclusion in words. */
export const serology: MessageExam = {
  code: 'HBS^Antigène HBs^LABO',
  section: 'SR',
  specimen: 'SER^Sérum^HL70487',
  results: [
    { type: 'CE', code: 'HBSAG^Antigène HBs^LABO', value: '260385009^Négatif^SCT', flags: 'NEG' },
    { type: 'ST', code: 'HBSC^Conclusion^LABO', value: 'Absence d’antigène HBs détectable.' },
  ],
};

/** An analysis that no map knows. */
export const unmappedExam: MessageExam = {
  code: 'ZX900^Dosage propre au laboratoire^LABO',
  section: 'CH',
  specimen: 'SER^Sérum^HL70487',
  results: [{ type: 'NM', code: 'ZX901^Marqueur interne^LABO', value: '12', unit: 'UA/mL', range: '< 20' }],
};

/** Messages that show what the platform does. Everybody in them is invented, and the matricule is of the official test identities. */
export const sampleMessages: readonly { readonly name: string; readonly title: string; readonly bytes: Buffer }[] = [
  {
    name: 'glycemie',
    title: 'Glycémie, résultat définitif, identité qualifiée',
    bytes: oru({ controlId: 'DEMO0001', fillerNumber: '261123-0001', exams: [glucose] }),
  },
  {
    name: 'bilan',
    title: 'NFS, CRP, TSH et sérologie : numérique, inférieur au seuil, codé et texte',
    bytes: oru({ controlId: 'DEMO0002', fillerNumber: '261123-0002', exams: [bloodCount, reactiveProtein, thyrotropin, serology] }),
  },
  {
    name: 'identite-provisoire',
    title: 'NFS, identité provisoire : ni DMP ni messagerie citoyenne',
    bytes: oru({ controlId: 'DEMO0003', fillerNumber: '261123-0003', patient: unqualifiedPatient, exams: [bloodCount] }),
  },
  {
    name: 'code-sans-loinc',
    title: 'Analyse propre au laboratoire, sans code LOINC validé',
    bytes: oru({ controlId: 'DEMO0004', fillerNumber: '261123-0004', exams: [unmappedExam] }),
  },
  {
    name: 'deux-examens',
    title: 'NFS et glycémie, avec commentaires',
    bytes: oru({
      controlId: 'DEMO0005',
      fillerNumber: '261123-0005',
      exams: [bloodCount, { ...glucose, notes: ['Prélèvement réalisé à jeun depuis 12 heures.'] }],
      patientNotes: ['Compte rendu complet.'],
    }),
  },
  {
    name: 'kaliemie-critique',
    title: 'Ionogramme, potassium critique',
    bytes: oru({ controlId: 'DEMO0006', fillerNumber: '261123-0006', exams: [criticalIonogram] }),
  },
];
