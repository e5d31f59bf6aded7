import type {
  CdaBattery,
  CdaChapter,
  CdaEntity,
  CdaHeader,
  CdaIsolate,
  CdaObservation,
  CdaOrganization,
  CrBioBody,
  CrBioReading,
} from '@segur/cda';
import { toReport, type CdaReading } from '../src/index.js';

/** OIDs of the invented document. */
export const OIDS = {
  professionals: '1.2.250.1.71.4.2.1',
  structures: '1.2.250.1.71.4.2.2',
  loinc: '2.16.840.1.113883.6.1',
  snomed: '2.16.840.1.113883.6.96',
  specialty: '1.2.250.1.213.1.1.4.5',
  interpretation: '2.16.840.1.113883.5.83',
} as const;

const ADDRESS = { houseNumber: '12', streetName: 'RUE DES ESSAIS', postalCode: '99000', city: 'TESTVILLE' };

/** The invented laboratory. */
export const organization: CdaOrganization = {
  ids: [{ root: OIDS.structures, extension: '1990000001' }],
  name: 'LABORATOIRE DE TEST',
  telecoms: [{ value: 'tel:0100000000', use: 'WP' }],
  addresses: [ADDRESS],
};

/** Somebody of the invented laboratory. */
export function person(number: string, family: string, change: Partial<CdaEntity> = {}): CdaEntity {
  return {
    ids: [{ root: OIDS.professionals, extension: number }],
    code: { code: 'G15_10/SM03', codeSystem: OIDS.specialty, displayName: 'Médecin - Biologie médicale (SM)' },
    addresses: [ADDRESS],
    telecoms: [{ value: 'tel:0100000000', use: 'WP' }],
    person: { family, given: 'CLAIRE', prefix: 'MME', suffix: 'DR' },
    organization,
    ...change,
  };
}

/** A header with everything a report needs, and nothing more. */
export const header: CdaHeader = {
  templateIds: [],
  id: { root: '1.2.250.1.999.1.100.1' },
  setId: { root: '1.2.250.1.999.1.100' },
  versionNumber: 1,
  code: { code: '11502-2', codeSystem: OIDS.loinc },
  title: "Compte rendu d'examens biologiques",
  effectiveTime: '20261120160000+0100',
  confidentiality: { code: 'N', codeSystem: '2.16.840.1.113883.5.25' },
  language: 'fr-FR',
  patient: {
    ids: [{ root: '1.2.250.1.999.1.9', extension: 'IPP-0001' }],
    addresses: [{ nullFlavor: 'UNK' }],
    telecoms: [{ nullFlavor: 'UNK' }],
    name: { birthFamily: 'PATIENT-TEST', givenNames: 'CAMILLE ANNE', birthGiven: 'CAMILLE' },
    gender: { code: 'F', codeSystem: '2.16.840.1.113883.5.1' },
    birthTime: '19790328',
    birthplace: { county: '51215', city: 'TESTVILLE-SUR-MARNE' },
  },
  authors: [],
  custodian: organization,
  informationRecipients: [],
  legalAuthenticator: { ...person('899700000011', 'TESTBIO'), time: '20261120155900+0100' },
  authenticators: [],
  participants: [],
  orders: [],
  serviceEvents: [
    {
      ids: [{ root: '1.2.250.1.999.1.1', extension: 'DOS-1' }],
      code: { code: '18719-5', codeSystem: OIDS.loinc },
      status: 'completed',
      time: { low: '20261120092200+0100', high: '20261120155800+0100' },
      performer: {
        ...person('899700000011', 'TESTBIO'),
        organization: {
          ...organization,
          industryClass: { code: 'ETABLISSEMENT', codeSystem: '1.2.250.1.213.1.1.4.9' },
        },
        time: { high: '20261120155800+0100' },
      },
    },
  ],
  encounter: {
    ids: [],
    code: { code: 'AMB', codeSystem: '2.16.840.1.113883.5.4' },
    time: { low: '202611200735+0100' },
    responsibleParty: {
      ...person('899700000011', 'TESTBIO'),
      organization: { ...organization, ids: [...organization.ids, { root: '1.2.250.1.213.6.3.1', extension: '8-0000' }] },
    },
    facilityCode: { code: 'SA25', codeSystem: '1.2.250.1.71.4.2.4' },
    facilityName: 'LABORATOIRE DE TEST',
  },
  body: 'structured',
};

/** One result; a glucose unless told otherwise. */
export function result(change: Partial<CdaObservation> = {}): CdaObservation {
  return {
    kind: 'observation',
    code: { loinc: { code: '40193-5', codeSystem: OIDS.loinc, displayName: 'Glucose à jeun [Moles/Volume]' } },
    printed: { label: 'Glycémie', result: '4.89', unit: 'mmol/L', reference: '', interpretation: '' },
    status: 'completed',
    effectiveTime: '20261120094000+0100',
    value: { type: 'PQ', value: '4.89', unit: 'mmol/L' },
    interpretations: [],
    validators: [],
    comments: [],
    ...change,
  };
}

/** A battery of one glucose unless told otherwise. */
export function battery(change: Partial<CdaBattery> = {}): CdaBattery {
  return { kind: 'battery', label: 'Bilan', code: {}, status: 'completed', observations: [result()], comments: [], ...change };
}

/** A germ without anything about it. */
export function isolate(change: Partial<CdaIsolate> = {}): CdaIsolate {
  return {
    kind: 'isolate',
    id: { root: '6E281244-000B-4ACB-9ED8-0826543A9694' },
    label: 'Escherichia coli',
    status: 'completed',
    observations: [],
    antibiograms: [],
    comments: [],
    ...change,
  };
}

/** A chapter of biochemistry. */
export function chapter(groups: CdaChapter['groups'], change: Partial<CdaChapter> = {}): CdaChapter {
  const code = { code: '18719-5', codeSystem: OIDS.loinc, displayName: 'Biochimie' };
  return { code, title: 'BIOCHIMIE', status: 'completed', validators: [], specimens: [], groups, ...change };
}

/** A whole document of one glucose, changed where told. */
export function aReading(change: { header?: Partial<CdaHeader>; body?: Partial<CrBioBody> } = {}): CrBioReading {
  return {
    version: '2024.01',
    form: 'n3',
    header: { ...header, ...change.header },
    body: { chapters: [chapter([result()])], comments: [], ...change.body },
    pdf: Buffer.from('%PDF-1.4\n'),
    findings: [],
  };
}

/** What was read; fails when the document was refused. */
export function read(reading: CrBioReading): Extract<CdaReading, { status: 'read' }> {
  const answer = toReport(reading);
  if (answer.status === 'refused') throw new Error(`Refused: ${answer.findings.map(({ code }) => code).join(', ')}`);
  return answer;
}

/** The first result of a document of one. */
export function readResult(change: Partial<CdaObservation>, header: Partial<CdaHeader> = {}) {
  const { report, findings } = read(aReading({ header, body: { chapters: [chapter([result(change)])] } }));
  const observation = report.chapters[0]?.batteries[0]?.observations[0];
  if (!observation) throw new Error('No result');
  return { observation, codes: findings.map(({ code }) => code) };
}

/** The same without some of its fields. */
export function without<T extends object, K extends keyof T>(whole: T, ...names: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name as K))) as Omit<T, K>;
}
