import type { Professional } from './actors.js';
import type { Report } from './report.js';

const biologist: Professional = {
  nationalId: '899700000011',
  family: 'TESTBIO',
  given: 'CLAIRE',
  prefix: 'MME',
  suffix: 'DR',
  specialty: { code: 'G15_10/SM03', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Biologie médicale (SM)' },
  telecoms: [{ value: 'tel:0100000011', use: 'WP' }],
};

/** One glucose of an invented patient, as it is handed in: the example of the published intake schema. */
export const REPORT_INTAKE_EXAMPLE: Omit<Report, 'reportSetId' | 'revision'> = {
  status: 'final',
  fillerNumber: 'DOS-2026-0001',
  placerNumber: 'PRESC-1',
  identity: {
    status: 'qualifiee',
    insMatricule: { value: '279035121518989', oid: '1.2.250.1.213.1.4.10' },
    traits: {
      birthName: 'PATIENT-TEST',
      birthFirstName: 'CAMILLE',
      birthGivenNames: 'CAMILLE ANNE',
      birthDate: '19790328',
      sex: 'F',
      birthPlaceInsee: '51215',
    },
    localIds: [{ root: '1.2.250.1.999.1.9', extension: 'IPP-0001' }],
    addresses: [{ lines: ['1 RUE DU TEST'], postalCode: '99000', city: 'TESTVILLE' }],
    telecoms: [{ value: 'tel:0600000000', use: 'MC' }],
  },
  prescriber: { nationalId: '899700000029', family: 'TESTPRESC', given: 'LOUIS', telecoms: [] },
  prescribedOn: '2026-11-19',
  copies: [],
  encounter: { kind: 'AMB' },
  receivedAt: '2026-11-20T09:22:00+01:00',
  releasedAt: '2026-11-20T16:00:00+01:00',
  specimens: [{ specimenId: 'S1', typeCode: 'BLDV', label: 'Sang veineux', collectedAt: '2026-11-20T07:35:00+01:00' }],
  chapters: [
    {
      code: '18719-5',
      batteries: [
        {
          batteryId: 'GLY',
          code: { localCode: 'GLY', label: 'Glycémie à jeun' },
          observations: [
            {
              observationId: 'GLY/GLY',
              code: { localCode: 'GLY', label: 'Glycémie à jeun' },
              value: { kind: 'numeric', text: '4,89', value: '4.89' },
              unit: { raw: 'mmol/l', ucum: 'mmol/L' },
              interpretations: ['N'],
              range: { text: '3,89 - 6,00', low: '3.89', high: '6.00' },
              status: 'final',
              observedAt: '2026-11-20T09:40:00+01:00',
              comments: [],
              specimenId: 'S1',
            },
          ],
          comments: [],
        },
      ],
    },
  ],
  comments: [],
  validations: [{ biologist, at: '2026-11-20T15:20:00+01:00' }],
  delivery: {
    dmp: true,
    professionals: true,
    patient: true,
    maskedToProfessionals: false,
    hiddenFromPatient: false,
    hiddenFromRepresentatives: false,
  },
};

/** The same as a report: the example of the published schema. */
export const REPORT_EXAMPLE: Report = {
  reportSetId: '019aa0c0-0000-8000-8000-0000000000aa',
  revision: 1,
  ...REPORT_INTAKE_EXAMPLE,
};
