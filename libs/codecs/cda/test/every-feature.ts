import type { CdaChapter, CrBioDocument } from '../src/cr-bio-document.js';
import {
  address,
  authoring,
  bareDocument,
  bareIsolate,
  battery,
  biologist,
  chapter,
  glucose,
  interpretation,
  isolate,
  loinc,
  microbiology,
  performer,
  png,
  prescriber,
  priors,
  PROFESSIONALS,
  REAGENTS,
  result,
  section,
  SNOMED,
  specialty,
  TERMS,
  time,
  validator,
} from './feature-samples.js';

const withGroups = (...groups: CdaChapter['groups']): Partial<CrBioDocument> => ({ chapters: [chapter(...groups)] });
const withSection = (change: Partial<CdaChapter>): Partial<CrBioDocument> => ({
  chapters: [{ ...chapter(result('Glucose', glucose)), ...change }],
});

/** What a body can say beside the least. */
const bodies: Readonly<Record<string, Partial<CrBioDocument>>> = {
  'the least': {},
  'sub-chapters': withSection({
    groups: [],
    subChapters: [
      { ...section(result('Glucose', glucose, { comments: ['À jeun'] })), code: specialty, title: 'Sang' },
      { ...section(battery('Urines', [result('Glucose urinaire', glucose)])), title: 'Urines', validators: [validator] },
      section(isolate),
    ],
  }),
  'a code of the act': withSection({ actCode: loinc('26438-2', 'Cytologie') }),
  'validators and performers everywhere': withSection({
    performers: [performer],
    validators: [
      validator,
      { ...validator, addresses: [], telecoms: [], ids: [{ root: PROFESSIONALS, extension: '899700000037' }] },
    ],
    groups: [
      battery('Bilan', [result('Glucose', glucose, { performers: [performer], validators: [validator] })], {
        performers: [performer],
        validators: [validator],
      }),
    ],
  }),
  'a performer of whom nothing is known': withSection({ performers: [{ ids: [], addresses: [], telecoms: [] }] }),
  'a performer known by name': withSection({
    performers: [
      { ids: [], addresses: [], telecoms: [], organization: { ids: [], name: 'LABO TIERS', telecoms: [], addresses: [] } },
    ],
  }),
  'batteries in batteries': withGroups(
    battery('Numération', [result('Hématies', glucose)], {
      id: { root: '1.2.3.14', extension: 'BAT' },
      effectiveTime: time,
      code: {
        loinc: loinc('58410-2', 'Hémogramme'),
        local: { code: 'NFS', codeSystem: '1.2.3.5', displayName: 'NFS' },
        others: [{ code: '107', codeSystem: '2.16.840.1.113883.5.84', displayName: 'Microscopie' }],
      },
      batteries: [battery('Formule', [result('Polynucléaires', glucose)], { comments: ['Formule automate'] })],
      comments: ['Numération de contrôle'],
    }),
  ),
  'isolates and antibiograms': {
    chapters: [
      {
        ...chapter(
          battery('Microscopie', [result('Coloration de Gram', { type: 'CD' })], {
            code: { others: [{ code: '107', codeSystem: '2.16.840.1.113883.5.84', displayName: 'Microscopie' }] },
            isolates: [bareIsolate],
          }),
          isolate,
          { ...bareIsolate, label: 'Streptococcus sp.', ...(isolate.ncbi && { ncbi: isolate.ncbi }) },
          result('Recherche de BMR', { type: 'CD' }),
        ),
        code: microbiology,
        title: 'ECBU',
      },
    ],
  },
  'a germ inside an antibiogram': withGroups({
    ...bareIsolate,
    antibiograms: [
      battery('Antibiogramme', [], {
        isolates: [
          {
            ...bareIsolate,
            id: { root: '1.2.3.15', extension: 'DEDANS' },
            label: 'Candida albicans',
            antibiograms: [battery('Antifongigramme', [result('Fluconazole', glucose)], { comments: ['Relu'] })],
          },
        ],
      }),
    ],
  }),
  'methods, kit and medium': withGroups(
    result(
      'Test HPV-HR',
      { type: 'CD', code: { code: '1269497006', codeSystem: SNOMED, displayName: "ADN d'HPV-HR détecté" } },
      {
        code: { loinc: loinc('77379-6', 'Papillomavirus humain') },
        printed: {
          label: 'Test HPV-HR',
          result: 'Détecté',
          unit: '',
          reference: '',
          interpretation: '',
          method: 'PCR',
          notes: ['Trousse : Alinity m', 'Autre note\nsur deux lignes'],
        },
        method: { code: 'GUF', codeSystem: REAGENTS, displayName: 'PCR/RT PCR - Point final' },
        kit: { code: 'VHEDA1GUR01LX', codeSystem: REAGENTS, displayName: 'Alinity m' },
        medium: { code: 'GEN-303', codeSystem: TERMS, displayName: 'Hologic ThinPrep PreservCyt' },
      },
    ),
    result('Couleur', { type: 'CD' }, { method: { code: 'MA', codeSystem: REAGENTS, displayName: 'Observation macroscopique' } }),
  ),
  'earlier results': withGroups(
    result('Glucose', glucose, {
      printed: {
        label: 'Glucose',
        result: '4,89',
        unit: 'mmol/L',
        reference: '3,89 - 6,00',
        interpretation: 'N',
        priors: [{ date: '01/03/2026', result: '5,10 mmol/L' }],
      },
      priors,
      range: { low: { value: '3.89', unit: 'mmol/L' }, high: { value: '6.00', unit: 'mmol/L' } },
      interpretations: [interpretation('N', 'Normal')],
    }),
    result('Sans antériorité', glucose),
  ),
  images: withSection({
    images: [png, { ...png, mediaType: 'image/jpeg' }],
    groups: [
      battery('Électrophorèse', [result('Albumine', glucose, { images: [png] }), result('Gamma', glucose)], { images: [png] }),
      result('Immunofixation', { type: 'CD' }, { images: [png] }),
    ],
  }),
  'two units in one value': withGroups(
    result(
      'Triglycérides',
      { type: 'PQ', value: '0.62', unit: 'g/L', translations: [{ value: '0.71', unit: 'mmol/L' }] },
      {
        range: {
          low: { value: '0.50', unit: 'g/L', translations: [{ value: '0.57', unit: 'mmol/L' }] },
          high: { value: '1.50', unit: 'g/L', translations: [{ value: '1.71', unit: 'mmol/L' }] },
        },
      },
    ),
    result('CRP', {
      type: 'IVL_PQ',
      high: { value: '5', unit: 'mg/L', inclusive: false, translations: [{ value: '0.5', unit: 'mg/dL' }] },
    }),
  ),
  'values of every type': withGroups(
    result('pH', { type: 'REAL', value: '7.40' }),
    result('Titre', { type: 'RTO', numerator: '1', denominator: '80' }),
    result('Texte', { type: 'ST', text: 'Un texte' }),
    result('Date', { type: 'TS', value: '20261102' }),
    result('Rien', { type: 'none' }),
    result('Non fait', undefined, { status: 'aborted' }),
    result('Code local', { type: 'CD' }, { code: { local: { code: 'LOC', codeSystem: '1.2.3.5', displayName: 'Code local' } } }),
  ),
  specimens: withSection({
    specimens: [
      {
        id: { root: '1.2.3.12', extension: 'TUBE-1' },
        code: { code: 'GENV', codeSystem: '2.16.840.1.113883.18.311', displayName: 'Prélèvement vaginal' },
        label: 'Prélèvement vaginal',
        act: { code: '0027', codeSystem: '1.2.250.1.213.2.7', codeSystemName: 'NABM', displayName: 'FCU-DO - FROTTIS' },
        site: { code: '76784001', codeSystem: SNOMED, codeSystemName: 'SNOMED CT', displayName: 'vagin' },
        collectedAt: '20261120073500+0100',
        receivedAt: '20261120092200+0100',
      },
      { id: { root: '1.2.3.12', extension: 'TUBE-2' }, label: 'Tube sans étiquette' },
    ],
    groups: [
      battery('Bilan', [result('Glucose', glucose)], { specimen: { root: '1.2.3.12', extension: 'TUBE-1' } }),
      result('Glucose', glucose, { specimen: { root: '1.2.3.12', extension: 'TUBE-2' } }),
    ],
  }),
  'comments of the act': withSection({ comments: ['Commentaire de l’acte\nsur deux lignes', 'Un autre'] }),
  'screening context and vaccinations': {
    referral: {
      title: 'Contexte de l’examen',
      text: 'Test HPV-HR de dépistage primaire',
      reason: { code: 'MED-1210', codeSystem: TERMS, codeSystemName: 'TA_ASIP', displayName: 'Test HPV-HR de dépistage primaire' },
      problem: { code: 'B97.7', codeSystem: '2.16.840.1.113883.6.3', codeSystemName: 'CIM-10', displayName: 'Papillovirus' },
    },
    vaccinations: [
      {
        label: 'Vaccin contre le papillomavirus',
        product: {
          code: 'J07BM',
          codeSystem: '2.16.840.1.113883.6.73',
          codeSystemName: 'ATC',
          displayName: 'vaccins contre le Papillomavirus',
        },
        done: false,
      },
      { label: 'Vaccin de l’enfance', done: true, at: '1991' },
      { label: 'Vaccin sans date', done: true },
    ],
  },
  'second intention': {
    secondIntention: [
      { title: 'Compte rendu du laboratoire tiers', data: 'JVBERi0xLjQK' },
      { title: 'Caryotype', type: loinc('11526-1', 'CR d’anatomie'), data: 'JVBERi0xLjQK' },
    ],
  },
  'comments and remarks': {
    comments: ['Conclusion générale', 'Une autre'],
    remarks: [
      { title: 'Conclusion simplifiée', text: 'Tout va bien.\nRevenez dans trois ans.' },
      { title: 'Protection des données', text: 'Vos droits.' },
    ],
  },
};

/** What a patient can be beside the least. */
const patients: Readonly<Record<string, Partial<CrBioDocument['header']['patient']>>> = {
  guardians: {
    guardians: [
      {
        addresses: [address],
        telecoms: [{ value: 'tel:0600000001' }],
        person: { family: 'TESTPARENT', given: 'JEANNE', prefix: 'MME' },
      },
      { addresses: [{ nullFlavor: 'UNK' }], telecoms: [{ nullFlavor: 'UNK' }], organization: { name: 'TUTELLE DE TEST' } },
    ],
  },
  'a deceased twin': { deceased: { time: '20261119' }, birthOrder: 2 },
  'a detailed address': {
    addresses: [
      {
        use: 'H',
        houseNumber: '12',
        houseNumberNumeric: '12',
        streetName: 'DES ESSAIS',
        streetNameType: 'RUE',
        additionalLocator: 'BAT A',
        unitID: 'PORTE 3',
        postBox: 'BP 1',
        precinct: 'LE HAMEAU',
        state: 'MARNE',
        postalCode: '99000',
        city: 'TESTVILLE',
        county: '51215',
        country: 'FRANCE',
      },
    ],
  },
};

/** What a header can say beside the least. */
const headers: Readonly<Record<string, Partial<CrBioDocument['header']>>> = {
  relatives: {
    relatives: [
      {
        classCode: 'ECON',
        code: { code: 'SIS', codeSystem: '2.16.840.1.113883.5.111', displayName: 'Soeur' },
        addresses: [{ nullFlavor: 'UNK' }],
        telecoms: [{ value: 'tel:0600000002', use: 'MC' }],
        person: { family: 'TESTSOEUR', given: 'SOPHIE' },
      },
      { classCode: 'NOK', addresses: [], telecoms: [], person: { family: 'TESTSOEUR' } },
    ],
  },
  'several acts': {
    serviceEvents: [
      bareDocument.header.serviceEvents[0],
      { ids: [{ root: '1.2.3.10', extension: 'DOSSIER-2' }], code: microbiology, status: 'active', time: { low: time }, performer },
      { ids: [], code: loinc('18723-7', 'Hématologie'), time: {} },
    ],
  },
  'every actor of the header': {
    authors: [
      { ...biologist, organization: authoring, time },
      {
        ids: [{ root: '1.2.3.8', extension: 'APP' }],
        addresses: [address],
        telecoms: [{ value: 'tel:0100000002' }],
        time,
        device: { manufacturerModelName: 'MODELE', softwareName: 'LOGICIEL' },
      },
    ],
    informationRecipients: [
      { ids: prescriber.ids, addresses: [address], telecoms: [{ value: 'tel:0100000003' }], person: { family: 'TESTPRESC' } },
    ],
    authenticators: [{ ...biologist, time }],
    orders: [{ root: '1.2.3.9', extension: 'PRESC' }],
    replaces: { root: '2.25.101' },
    versionNumber: 2,
  },
  'a document whose id has an extension': { id: { root: '1.2.3', extension: 'DOC-1' } },
};

const entries = <T>(changes: Readonly<Record<string, T>>, apply: (change: T) => CrBioDocument) =>
  Object.entries(changes).map(([name, change]) => [name, apply(change)] as const);
const { header } = bareDocument;

/** One document for each thing that a document can say. */
export const features: Readonly<Record<string, CrBioDocument>> = Object.fromEntries([
  ...entries(bodies, (change) => ({ ...bareDocument, ...change })),
  ...entries(patients, (change) => ({ ...bareDocument, header: { ...header, patient: { ...header.patient, ...change } } })),
  ...entries(headers, (change) => ({ ...bareDocument, header: { ...header, ...change } })),
]);

/** Those that a header alone says. */
export const headerFeatures: readonly string[] = [...Object.keys(patients), ...Object.keys(headers)];

/** One document that says all of it at once. */
export const everyFeature: CrBioDocument = {
  ...Object.assign({}, bareDocument, ...Object.values(bodies)),
  chapters: Object.values(bodies).flatMap(({ chapters = [] }) => chapters),
  header: {
    ...Object.assign({}, header, ...Object.values(headers)),
    patient: Object.assign({}, header.patient, ...Object.values(patients)),
  },
};
