import type { Battery, Coded, Image, Isolate, Observation, PerformingLaboratory, Professional, Report } from '@segur/laboratory';
import { testJpeg, testPng } from './pictures.js';
import { bareObservation, battery, observation, report, specimen, testBiologist, testIdentity } from './reports.js';

const SNOMED = '2.16.840.1.113883.6.96';
const NCBI = '2.16.840.1.113883.3.9471';
const TA_ASIP = '1.2.250.1.213.1.1.4.322';
const REACTIFS = '1.2.250.1.213.2.3.5';
const pathology = {
  code: 'G15_10/C01',
  system: '1.2.250.1.213.1.1.4.5',
  label: 'Médecin - Anatomie et Cytologie pathologiques humaines (C)',
};

/** A laboratory that is known entirely: the header can name it. */
export const otherLaboratory: PerformingLaboratory = {
  organization: {
    nationalId: '1990000002',
    name: 'LABORATOIRE SPECIALISE',
    address: { lines: ['3 RUE DU MICROSCOPE'], postalCode: '99100', city: 'AUTREVILLE' },
    telecoms: [{ value: 'tel:0100000099', use: 'WP' }],
    sector: 'ETABLISSEMENT',
  },
  director: {
    nationalId: '899700000052',
    family: 'TESTPATHO',
    given: 'THIERRY',
    prefix: 'M',
    suffix: 'DR',
    specialty: pathology,
    telecoms: [],
  },
  at: '2026-11-20T14:00:00+01:00',
};

/** A laboratory of which only the name is known. */
export const namedLaboratory: PerformingLaboratory = { organization: { name: 'LABORATOIRE VOISIN', telecoms: [] } };

const grey = [0, 64, 128, 192];
/** A curve that every form can show. */
export const testCurve: Image = {
  imageId: 'IMG1',
  mediaType: 'image/png',
  data: testPng({
    width: 4,
    bits: 8,
    colour: 0,
    rows: [
      [0, ...grey],
      [2, ...grey],
    ],
  }).toString('base64'),
  title: 'Courbe d’électrophorèse',
};
const photograph: Image = {
  imageId: 'IMG2',
  mediaType: 'image/jpeg',
  data: testJpeg().toString('base64'),
  title: 'Culture à 48 h',
};
const film: Image = {
  imageId: 'IMG3',
  mediaType: 'image/gif',
  data: 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
  title: 'Mobilité',
};
const pdf = Buffer.from('%PDF-1.4\n%%EOF\n').toString('base64');

const coded = (code: string, system: string, label: string): Coded => ({ code, system, label });

const antibiotic = (code: string, label: string, flag: string, change: Partial<Observation> = {}): Observation =>
  bareObservation(code, { kind: 'absent', text: '' }, { code: { localCode: code, label }, interpretations: [flag], ...change });

const antibiogram = (germ: string, ...observations: readonly Observation[]): Battery =>
  battery(`ATB-${germ}`, observations, {
    code: { localCode: `ATB-${germ}`, label: 'Antibiogramme' },
    loinc: { code: '18769-0', label: 'Antibiogramme' },
  });

const coli: Isolate = {
  isolateId: 'ISO-1',
  identifier: { root: '1D2C7E5A-9A51-4A0C-8E0B-0F5C9E2A7B11' },
  organism: {
    label: 'Escherichia coli',
    snomed: coded('112283007', SNOMED, 'Escherichia coli'),
    ncbi: coded('562', NCBI, 'Escherichia coli'),
  },
  observedAt: '2026-11-20T14:30:00+01:00',
  observations: [
    observation('NUM-COLI', {
      code: { localCode: 'NUM-COLI', label: 'Numération E. coli' },
      loinc: { code: '51480-2', label: 'Bactéries Numération' },
      value: { kind: 'numeric', text: '1 000 000', value: '1000000' },
      unit: { raw: 'UFC/mL', ucum: '/mL' },
      interpretations: ['A'],
    }),
  ],
  antibiograms: [
    antibiogram(
      'COLI',
      antibiotic('AMX', 'Amoxicilline', 'R', {
        value: { kind: 'bounded', text: '> 32', comparator: '>', value: '32' },
        unit: { raw: 'mg/L', ucum: 'mg/L' },
      }),
      antibiotic('FOS', 'Fosfomycine', 'S', {
        value: { kind: 'numeric', text: '0,5', value: '0.5' },
        unit: { raw: 'mg/L', ucum: 'mg/L' },
        comments: ['Traitement de première intention'],
      }),
      antibiotic('CIP', 'Ciprofloxacine', 'I'),
    ),
  ],
  comments: ['Souche productrice de pénicillinase'],
};

const faecalis: Isolate = {
  isolateId: 'ISO-2',
  organism: { label: 'Enterococcus faecalis' },
  observations: [],
  antibiograms: [antibiogram('FAEC', antibiotic('VAN', 'Vancomycine', 'S'))],
  comments: [],
};

const microscopy = battery(
  'MIC',
  [bareObservation('LEU', { kind: 'text', text: 'Nombreux' }), bareObservation('HEM', { kind: 'text', text: 'Rares' })],
  {
    category: coded('107', '2.16.840.1.113883.5.84', 'Microscopie'),
    comments: ['Lecture à l’état frais'],
  },
);

const hpvTest = observation('HPV', {
  code: { localCode: 'HPV', label: 'Recherche HPV haut risque' },
  loinc: { code: '77379-6', label: 'Papillomavirus humain, ADN, col utérin' },
  value: { kind: 'coded', text: 'HPV-HR détecté', coded: coded('1269497006', SNOMED, 'HPV-HR détecté') },
  interpretations: ['POS'],
  method: 'PCR',
  methodCode: coded('PCR', REACTIFS, 'PCR'),
  kit: coded('24-1', REACTIFS, 'Trousse HPV'),
  medium: coded('GEN-303', TA_ASIP, 'Hologic ThinPrep PreservCyt'),
  priors: [
    {
      observedAt: '2023-12-04T15:50:00+01:00',
      value: { kind: 'coded', text: 'non détecté', coded: coded('77851000146104', SNOMED, 'HPV-HR non détecté') },
    },
    { observedAt: '2020-01', value: { kind: 'text', text: 'non interprétable' } },
  ],
});
Reflect.deleteProperty(hpvTest, 'unit');
Reflect.deleteProperty(hpvTest, 'range');

const cytology = bareObservation(
  'CYTO',
  { kind: 'coded', text: 'adénocarcinome SAP', coded: coded('MED-1194', TA_ASIP, 'adénocarcinome SAP') },
  {
    code: { localCode: '10524-7', label: 'Examen cytologique', system: '2.16.840.1.113883.6.1' },
    loinc: { code: '10524-7', label: 'Observation microscopique, col de l’utérus' },
    methodCode: coded('MI', REACTIFS, 'Observation microscopique'),
  },
);

const midwife: Professional = {
  nationalId: '899700000060',
  family: 'TESTSF',
  given: 'EVE',
  prefix: 'MME',
  telecoms: [{ value: 'tel:0100000060' }],
};

/** Reports that say what few do, by name. */
export const richReports: Readonly<Record<string, Report>> = {
  'microbiology, two isolates': report()
    .withChapters({
      code: '18725-2',
      title: 'EXAMEN CYTOBACTERIOLOGIQUE DES URINES',
      batteries: [
        battery('ECBU', [bareObservation('ASP', { kind: 'text', text: 'Trouble' })], {
          batteries: [microscopy],
          isolates: [coli],
          specimenId: 'S3',
          loinc: { code: '630-4', label: 'Bactéries identifiées par culture, urine' },
        }),
      ],
      isolates: [faecalis],
      comments: ['Infection urinaire probable'],
      validations: [{ biologist: testBiologist, at: '2026-11-20T15:10:00+01:00' }],
      specimenIds: ['S3'],
    })
    .with({ specimens: [specimen('S1'), specimen('S3', { typeCode: 'UR', label: 'Urine' })] })
    .build(),
  'glucose in two units, other ranges, priors': report()
    .withObservations(
      observation('GLY', {
        otherUnits: [
          {
            value: { kind: 'numeric', text: '0,88', value: '0.88' },
            unit: { raw: 'g/L', ucum: 'g/L' },
            range: { text: '0,70 - 1,08', low: '0.70', high: '1.08' },
          },
        ],
        otherRanges: [
          { text: '2,8 - 4,4', low: '2.8', high: '4.4', ageTo: 'P28D' },
          { text: '< 5,1', high: '5.1', sex: 'F', ageFrom: 'P18Y', label: 'Femme enceinte' },
        ],
        priors: [
          {
            observedAt: '2026-01-05T08:00:00+01:00',
            value: { kind: 'numeric', text: '5,10', value: '5.10' },
            unit: { raw: 'mmol/L', ucum: 'mmol/L' },
          },
        ],
        status: 'corrected',
      }),
      observation('EGAL', { range: { text: '3 - 3', low: '3', high: '3' } }),
    )
    .build(),
  'examinations of two other laboratories': report()
    .withChapters(
      {
        code: '18719-5',
        batteries: [
          battery('A', [
            observation('A', {
              performedBy: namedLaboratory,
              validatedBy: testBiologist,
              validatedAt: '2026-11-20T13:00:00+01:00',
            }),
          ]),
          battery('B', [observation('B1'), observation('B2')], { performedBy: otherLaboratory }),
        ],
      },
      {
        code: '1443252',
        title: 'EXAMENS SOUS-TRAITES',
        actCode: coded('26438-2', '2.16.840.1.113883.6.1', 'Cytologie'),
        batteries: [battery('C', [cytology])],
        performedBy: otherLaboratory,
      },
    )
    .build(),
  'sub-chapters, images': report()
    .withChapters({
      code: '18719-5',
      batteries: [],
      images: [film],
      comments: ['Chapitre relu'],
      subChapters: [
        {
          title: 'Biochimie sanguine',
          code: { code: '18719-5', label: 'Biochimie' },
          batteries: [battery('SANG', [observation('NA'), observation('K', { images: [testCurve] })], { images: [photograph] })],
        },
        {
          title: 'Biochimie urinaire',
          batteries: [battery('URINE', [observation('CREAT'), observation('UREE')])],
          specimenIds: ['S2'],
        },
        { title: 'Biochimie des selles', batteries: [], comments: ['Échantillon non parvenu'] },
      ],
    })
    .with({ specimens: [specimen('S1'), specimen('S2', { typeCode: 'UR', label: 'Urine' })] })
    .build(),
  'second intention as PDF, the paper of the laboratory': report()
    .with({
      secondIntention: [
        { attachmentId: 'PDF1', title: 'Caryotype', data: pdf, performedBy: otherLaboratory },
        { attachmentId: 'PDF2', title: 'Séquençage', data: pdf },
      ],
      printedCopy: { attachmentId: 'PDF0', title: 'Compte rendu', data: pdf },
    })
    .build(),
  'HPV screening': report()
    .withChapters(
      { code: '18725-2', title: 'Recherche HPV', batteries: [battery('HPV', [hpvTest])] },
      {
        code: '1443252',
        title: 'Examen cytologique',
        actCode: coded('26438-2', '2.16.840.1.113883.6.1', 'Cytologie'),
        batteries: [battery('CYTO', [cytology])],
        performedBy: otherLaboratory,
      },
    )
    .with({
      specimens: [
        specimen('S1', {
          typeCode: 'CVX',
          label: 'Frottis cervico-utérin',
          procedure: coded('0027', '1.2.250.1.213.2.7', 'Prélèvement cervico-utérin'),
          site: coded('28349006', SNOMED, 'exocol'),
        }),
      ],
      referral: {
        title: 'Contexte de l’examen',
        text: 'Dépistage primaire, dossier B97.7',
        reason: coded('MED-1210', TA_ASIP, 'Dépistage individuel'),
        problem: coded('B97.7', '2.16.840.1.113883.6.3', 'Papillomavirus, cause de maladies classées dans d’autres chapitres'),
      },
      vaccinations: [
        {
          label: 'Vaccin contre le papillomavirus',
          vaccine: coded('J07BM', '2.16.840.1.113883.6.73', 'Vaccins contre le papillomavirus'),
          done: false,
        },
        { label: 'Rappel', done: true, at: '2019-05' },
      ],
      remarks: [
        { title: 'Conclusion', text: 'Un avis spécialisé est nécessaire.' },
        {
          title: 'Protection des données',
          text: 'Vos résultats sont transmis au collecteur national.\nVous pouvez vous y opposer.',
        },
      ],
      samplers: [{ professional: midwife, at: '2026-11-20T07:35:00+01:00' }],
      copies: [
        {
          family: '',
          telecoms: [],
          mssAddress: 'collecteur@depistage.mssante.example',
          organization: { name: 'COLLECTEUR NATIONAL', telecoms: [] },
        },
      ],
      clinicalInformation: 'Douleurs pelviennes\ndepuis trois mois',
    })
    .build(),
  'partial, with a preliminary result': report()
    .withObservations(observation('GLY', { status: 'preliminary' }))
    .with({ status: 'partial' })
    .build(),
  'corrected, replaces what was partial': report()
    .with({
      revision: 2,
      replaces: { document: { root: '2.25.77', extension: 'V1' }, reason: 'completed' },
      confidentiality: 'R',
      signedBy: { biologist: testBiologist, at: '2026-11-20T17:00:00+01:00' },
      fillerIdentifier: { root: '1.2.250.1.999.7', extension: 'DOS' },
      placerIdentifier: { root: '1.2.250.1.999.8', extension: 'PRE' },
    })
    .build(),
  'a child, guardians, relatives, a stay elsewhere': report()
    .with({
      identity: {
        ...testIdentity,
        guardians: [
          {
            name: 'PATIENT-TEST',
            given: 'JEANNE',
            kind: 'person',
            prefix: 'MME',
            addresses: testIdentity.addresses,
            telecoms: [{ value: 'tel:0600000001', use: 'MC' }],
          },
          { name: 'FOYER DE TEST', kind: 'organization', addresses: [], telecoms: [] },
        ],
        birthRank: 2,
        deceased: { at: '202611' },
      },
      relatives: [
        {
          role: 'ECON',
          relationship: coded('MTH', '2.16.840.1.113883.5.111', 'Mère'),
          family: 'PATIENT-TEST',
          given: 'JEANNE',
          telecoms: [{ value: 'tel:0600000001', use: 'MC' }],
        },
        { role: 'NOK', family: 'ESSAI', telecoms: [] },
      ],
      encounter: {
        kind: 'EXTERNE',
        identifier: { root: '1.2.250.1.999.9', extension: 'VENUE' },
        start: '2026-11-20T07:00:00+01:00',
        end: '2026-11-20T18:00:00+01:00',
      },
      facility: {
        name: 'HOPITAL DE TEST',
        address: { lines: ['1 PLACE DE L HOPITAL'], postalCode: '99000', city: 'TESTVILLE' },
        telecoms: [],
      },
    })
    .build(),
  'a chapter of words, a battery of words': report()
    .withChapters(
      {
        code: '18719-5',
        batteries: [battery('GLY', [observation('GLY')]), battery('HBA', [], { comments: ['Tube non parvenu'] })],
      },
      { code: '18723-7', batteries: [], comments: ['Numération non réalisée : tube coagulé'] },
    )
    .build(),
};
