import type { CdaEntity, CdaOrganization } from '../src/cda-types.js';
import type { CdaObservation, CdaValue, CrBioDocument } from '../src/cr-bio-document.js';

const time = '20261120160000+0100';
const organization: CdaOrganization = {
  ids: [{ root: '1.2.250.1.71.4.2.2', extension: '1990000001' }],
  name: 'LABORATOIRE <DE> TEST & FILS',
  telecoms: [{ value: 'tel:0100000000', use: 'WP' }],
  addresses: [
    { houseNumber: '12', streetName: 'RUE DES ESSAIS', additionalLocator: 'BAT A', postalCode: '99000', city: 'TESTVILLE' },
  ],
};
const performing: CdaOrganization = {
  ...organization,
  industryClass: { code: 'AMBULATOIRE', codeSystem: '1.2.250.1.213.1.1.4.9', displayName: 'Ambulatoire' },
};
const biologist: CdaEntity = {
  ids: [{ root: '1.2.250.1.71.4.2.1', extension: '899700000011' }],
  code: { code: 'G15_10/SM03', codeSystem: '1.2.250.1.213.1.1.4.5', displayName: 'Médecin - Biologie médicale (SM)' },
  addresses: [{ lines: ['12 RUE DES ESSAIS', '99000 TESTVILLE'], use: 'WP' }],
  telecoms: [{ value: 'tel:0100000011', use: 'WP' }],
  person: { family: 'TESTBIO', given: 'CLAIRE', prefix: 'MME', suffix: 'DR' },
  organization: performing,
};
const prescriber: CdaEntity = {
  ids: [{ root: '1.2.250.1.71.4.2.1', extension: '899700000029' }],
  addresses: [{ nullFlavor: 'MSK' }],
  telecoms: [{ nullFlavor: 'MSK' }],
  person: { family: 'TESTPRESC' },
};
const chapter = { code: '18719-5', codeSystem: '2.16.840.1.113883.6.1', codeSystemName: 'LOINC', displayName: 'Biochimie' };

/** A result of any value, for tests. */
export function sampleObservation(
  number: number,
  value: CdaValue | undefined,
  change: Partial<CdaObservation> = {},
): CdaObservation {
  return {
    kind: 'observation',
    id: { root: '1.2.3.4', extension: `R${number}` },
    code: {
      loinc: { code: '40193-5', codeSystem: '2.16.840.1.113883.6.1', codeSystemName: 'LOINC', displayName: 'Glucose' },
      local: { code: `A${number}`, codeSystem: '1.2.3.5', displayName: `Analyse ${number}` },
    },
    printed: {
      label: `Analyse ${number}`,
      result: `imprimé ${number}`,
      unit: 'mmol/L',
      reference: '3 - 6',
      interpretation: 'Normal',
    },
    status: 'completed',
    effectiveTime: time,
    ...(value && { value }),
    interpretations: [{ code: 'N', codeSystem: '2.16.840.1.113883.5.83', displayName: 'Normal' }],
    validators: [],
    comments: [],
    ...change,
  };
}

/** A document with something in every place of its header. */
export const sampleDocument: CrBioDocument = {
  header: {
    id: { root: '2.25.102' },
    setId: { root: '2.25.100' },
    versionNumber: 2,
    effectiveTime: time,
    confidentiality: { code: 'N', codeSystem: '2.16.840.1.113883.5.25', displayName: 'Normal' },
    patient: {
      ids: [
        { root: '1.2.250.1.213.1.4.10', extension: '279035121518989' },
        { root: '1.2.3.6', extension: 'IPP' },
      ],
      addresses: [{ streetName: 'RUE DU TEST', city: 'TESTVILLE' }],
      telecoms: [{ value: 'tel:0600000000', use: 'MC' }],
      name: { birthFamily: "D'ESSAI", givenNames: 'ANNE MARIE', birthGiven: 'ANNE', usedFamily: 'ÉTÉ', usedGiven: 'ZOÉ' },
      gender: { code: 'F', codeSystem: '2.16.840.1.113883.5.1', displayName: 'Féminin' },
      birthTime: '19790328',
      birthplace: { county: '51215', city: 'TESTVILLE' },
    },
    authors: [
      { ...biologist, organization, time, functionCode: { code: 'FCT', codeSystem: '1.2.3.7', displayName: 'Fonction' } },
      {
        ids: [{ root: '1.2.3.8', extension: 'APP' }],
        addresses: [],
        telecoms: [],
        time,
        device: { manufacturerModelName: 'MODELE', softwareName: 'LOGICIEL' },
      },
    ],
    custodian: organization,
    informationRecipients: [
      {
        ids: prescriber.ids,
        addresses: [],
        telecoms: [{ value: 'mailto:a@example.org' }],
        person: { family: 'TESTPRESC' },
        typeCode: 'PRCP',
      },
    ],
    legalAuthenticator: { ...biologist, time },
    authenticators: [{ ...biologist, time }],
    participants: [
      { ...prescriber, typeCode: 'REF', time: { high: '20261119' } },
      {
        ...prescriber,
        typeCode: 'PRF',
        functionCode: { code: 'PRELV', codeSystem: '1.2.250.1.213.1.1.4.2.280', displayName: 'Préleveur' },
        time: { low: '20261120', high: '20261120160000+0100' },
      },
    ],
    orders: [{ root: '1.2.3.9', extension: 'PRESC' }],
    serviceEvents: [
      {
        ids: [{ root: '1.2.3.10', extension: 'DOSSIER' }],
        code: chapter,
        status: 'completed',
        time: { low: '20261120092200+0100', high: time },
        performer: { ...biologist, time: { high: time } },
      },
      { ids: [], code: { ...chapter, code: '18723-7', displayName: 'Hématologie' }, time: {} },
    ],
    replaces: { root: '2.25.101' },
    encounter: {
      ids: [{ root: '1.2.3.11', extension: 'SEJOUR' }],
      code: { code: 'AMB', codeSystem: '2.16.840.1.113883.5.4', displayName: 'Ambulatoire' },
      time: { low: '202611200735+0100' },
      responsibleParty: {
        ...biologist,
        organization: {
          ...organization,
          ids: [...organization.ids, { root: '1.2.250.1.213.6.3.1', extension: '8-0000', assigningAuthorityName: 'COFRAC' }],
        },
      },
      facilityCode: { code: 'SA25', codeSystem: '1.2.250.1.71.4.2.4', displayName: 'Laboratoire de biologie médicale' },
      facilityName: 'LABORATOIRE',
      facilityAddress: { city: 'TESTVILLE' },
    },
  },
  chapters: [
    {
      code: chapter,
      title: 'BIOCHIMIE',
      status: 'completed',
      performers: [{ ...biologist, time: { high: time } }],
      validators: [{ ...biologist, time }],
      specimens: [
        {
          id: { root: '1.2.3.12', extension: 'TUBE' },
          code: { code: 'BLDV', codeSystem: '2.16.840.1.113883.18.311', displayName: 'Sang veineux' },
          label: 'Sang veineux',
          collectedAt: '20261120073500+0100',
          receivedAt: '20261120092200+0100',
        },
      ],
      groups: [
        {
          kind: 'battery',
          label: 'Bilan',
          code: { local: { code: 'BIL', codeSystem: '1.2.3.5', displayName: 'Bilan' } },
          status: 'completed',
          observations: [
            sampleObservation(1, { type: 'PQ', value: '4.89', unit: 'mmol/L' }),
            sampleObservation(2, { type: 'CD' }, { comments: ['Première ligne\nseconde ligne'] }),
          ],
          comments: ['Sérum lactescent'],
        },
        sampleObservation(3, undefined, { status: 'aborted' }),
      ],
    },
  ],
  comments: ['Conclusion générale'],
  pdf: Buffer.from('%PDF-1.4\n%%EOF\n'),
};
