import type { CdaEntity, CdaOrganization } from '../src/cda-types.js';
import type {
  CdaBattery,
  CdaChapter,
  CdaImage,
  CdaIsolate,
  CdaObservation,
  CdaPrior,
  CdaSubChapter,
  CdaValue,
  CrBioDocument,
} from '../src/cr-bio-document.js';

// Everything here is invented, and coded as the official layers want it.
const LOINC = '2.16.840.1.113883.6.1';
/** SNOMED CT. */
export const SNOMED = '2.16.840.1.113883.6.96';
/** ANSM table of reagents. */
export const REAGENTS = '1.2.250.1.213.2.3.5';
/** TA_ASIP. */
export const TERMS = '1.2.250.1.213.1.1.4.322';
const INTERPRETATION = '2.16.840.1.113883.5.83';
/** Identifiers of professionals. */
export const PROFESSIONALS = '1.2.250.1.71.4.2.1';
/** When all of it happened. */
export const time = '20261120160000+0100';
const earlier = '20260301080000+0100';

/** A LOINC code. Labels are ours. */
export const loinc = (code: string, displayName: string) => ({ code, codeSystem: LOINC, codeSystemName: 'LOINC', displayName });
/** An HL7 interpretation. */
export const interpretation = (code: string, displayName: string) => ({ code, codeSystem: INTERPRETATION, displayName });
/** An address in parts. */
export const address = { houseNumber: '12', streetName: 'RUE DES ESSAIS', postalCode: '99000', city: 'TESTVILLE' };

const laboratory: CdaOrganization = {
  ids: [{ root: '1.2.250.1.71.4.2.2', extension: '1990000001' }],
  name: 'LABORATOIRE DE TEST',
  telecoms: [{ value: 'tel:0100000000', use: 'WP' }],
  addresses: [address],
  industryClass: { code: 'AMBULATOIRE', codeSystem: '1.2.250.1.213.1.1.4.9', displayName: 'Ambulatoire' },
};
/** A structure as author. */
export const authoring: CdaOrganization = {
  ids: laboratory.ids,
  name: 'LABORATOIRE DE TEST',
  telecoms: laboratory.telecoms,
  addresses: [address],
};
/** Who validates. */
export const biologist: CdaEntity = {
  ids: [{ root: PROFESSIONALS, extension: '899700000011' }],
  code: { code: 'G15_10/SM03', codeSystem: '1.2.250.1.213.1.1.4.5', displayName: 'Médecin - Biologie médicale (SM)' },
  addresses: [address],
  telecoms: [{ value: 'tel:0100000011', use: 'WP' }],
  person: { family: 'TESTBIO', given: 'CLAIRE', prefix: 'MME', suffix: 'DR' },
  organization: laboratory,
};
/** Who asked. */
export const prescriber: CdaEntity = {
  ids: [{ root: PROFESSIONALS, extension: '899700000029' }],
  code: { code: 'G15_10/SM26', codeSystem: '1.2.250.1.213.1.1.4.5', displayName: 'Médecin - Qualifié en Médecine Générale (SM)' },
  addresses: [{ nullFlavor: 'MSK' }],
  telecoms: [{ nullFlavor: 'MSK' }],
  person: { family: 'TESTPRESC', given: 'PAUL', prefix: 'M', suffix: 'DR' },
};
/** A validation. */
export const validator = { ...biologist, time };
/** An executing laboratory of which all is known. */
export const performer = { ...biologist, time: { high: time } };
/** Specialty of a chapter. */
export const specialty = loinc('18719-5', 'Biochimie');
/** Specialty of a chapter. */
export const microbiology = loinc('18725-2', 'Microbiologie');

/** Smallest PNG: one transparent point. */
export const png: CdaImage = {
  mediaType: 'image/png',
  data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  title: 'Tracé d’électrophorèse',
};

/** A result with nothing more than the template wants. */
export function result(label: string, value: CdaValue | undefined, change: Partial<CdaObservation> = {}): CdaObservation {
  const printed =
    value?.type === 'PQ'
      ? { result: value.value.replace('.', ','), unit: value.unit }
      : { result: `résultat de ${label}`, unit: '' };
  return {
    kind: 'observation',
    code: { loinc: loinc('40193-5', 'Glucose à jeun [Moles/Volume] Sérum/Plasma ; Numérique') },
    printed: { label, ...printed, reference: '', interpretation: '' },
    status: 'completed',
    effectiveTime: time,
    ...(value && { value }),
    interpretations: [],
    validators: [],
    comments: [],
    ...change,
  };
}

/** A battery with its heading. */
export function battery(label: string, observations: readonly CdaObservation[], change: Partial<CdaBattery> = {}): CdaBattery {
  const code = { local: { code: label.replaceAll(' ', '-'), codeSystem: '1.2.3.5', displayName: label } };
  return { kind: 'battery', label, code, status: 'completed', observations, comments: [], ...change };
}

/** A quantity. */
export const glucose: CdaValue = { type: 'PQ', value: '4.89', unit: 'mmol/L' };
/** Two earlier results, one in words. */
export const priors: readonly CdaPrior[] = [
  { effectiveTime: earlier, value: { type: 'PQ', value: '5.10', unit: 'mmol/L' } },
  { effectiveTime: '20250301', value: { type: 'CD' } },
];
const amoxicillin = result(
  'Amoxicilline',
  { type: 'IVL_PQ', low: { value: '0.512', unit: 'ug/mL', inclusive: true } },
  {
    code: { loinc: loinc('20-8', 'Amoxicilline+clavulanate [Sensibilité] Isolat ; Alphanumérique ; CMI') },
    printed: { label: 'Amoxicilline', result: '>= 0,512', unit: 'µg/mL', reference: '', interpretation: 'R' },
    interpretations: [interpretation('R', 'Résistant')],
    method: { code: 'BDB', codeSystem: REAGENTS, displayName: 'Antibiogramme - bandette gradient' },
  },
);
const antibiogram = battery('Antibiogramme (CMI)', [amoxicillin], { code: { loinc: loinc('18769-0', 'Antibiogramme') } });
/** A germ with all that is known of it. */
export const isolate: CdaIsolate = {
  kind: 'isolate',
  id: { root: '1.2.3.13', extension: 'ISOLAT-1' },
  label: 'Escherichia coli',
  code: { code: '112283007', codeSystem: SNOMED, codeSystemName: 'SNOMED CT', displayName: 'Escherichia coli' },
  ncbi: { code: '562', codeSystem: '2.16.840.1.113883.3.9471', codeSystemName: 'NCBI-Taxonomy', displayName: 'Escherichia coli' },
  status: 'completed',
  effectiveTime: time,
  performers: [performer],
  observations: [
    result('Dénombrement', { type: 'PQ', value: '100000', unit: '/mL' }, { code: { loinc: loinc('51480-2', 'Bactérie') } }),
  ],
  antibiograms: [antibiogram],
  comments: ['Souche sauvage'],
};
/** A germ of which the name is known. */
export const bareIsolate: CdaIsolate = {
  kind: 'isolate',
  id: { root: '1.2.3.13', extension: 'ISOLAT-2' },
  label: 'Germe inconnu',
  status: 'active',
  observations: [],
  antibiograms: [],
  comments: [],
};

/** What a chapter and a sub-chapter hold. */
export const section = (...groups: CdaChapter['groups']): CdaSubChapter => ({
  status: 'completed',
  validators: [],
  specimens: [],
  groups,
});
/** A chapter. */
export const chapter = (...groups: CdaChapter['groups']): CdaChapter => ({
  ...section(...groups),
  code: specialty,
  title: 'BIOCHIMIE',
});

/** A document with nothing more than the volet wants. */
export const bareDocument: CrBioDocument = {
  header: {
    id: { root: '2.25.102' },
    setId: { root: '2.25.100' },
    versionNumber: 1,
    effectiveTime: time,
    confidentiality: { code: 'N', codeSystem: '2.16.840.1.113883.5.25', displayName: 'Normal' },
    patient: {
      ids: [{ root: '1.2.250.1.213.1.4.10', extension: '279035121518989' }],
      addresses: [{ nullFlavor: 'UNK' }],
      telecoms: [{ nullFlavor: 'UNK' }],
      name: { birthFamily: "D'ESSAI", givenNames: 'ANNE MARIE', birthGiven: 'ANNE' },
      gender: { code: 'F', codeSystem: '2.16.840.1.113883.5.1', displayName: 'Féminin' },
      birthTime: '19790328',
      birthplace: { county: '51215', city: 'TESTVILLE' },
    },
    authors: [{ ...biologist, organization: authoring, time }],
    custodian: authoring,
    informationRecipients: [],
    legalAuthenticator: { ...biologist, time },
    authenticators: [],
    participants: [{ ...prescriber, typeCode: 'REF', time: { high: '20261119' } }],
    orders: [],
    serviceEvents: [{ ids: [], code: specialty, status: 'completed', time: { low: '20261120092200+0100', high: time }, performer }],
    encounter: {
      ids: [],
      code: { code: 'AMB', codeSystem: '2.16.840.1.113883.5.4', displayName: 'Ambulatoire' },
      time: { low: '202611200735+0100' },
      responsibleParty: biologist,
      facilityCode: { code: 'SA25', codeSystem: '1.2.250.1.71.4.2.4', displayName: 'Laboratoire de biologie médicale' },
      facilityAddress: address,
    },
  },
  chapters: [chapter(result('Glucose', glucose))],
  comments: [],
  pdf: Buffer.from('%PDF-1.4\n%%EOF\n'),
};
