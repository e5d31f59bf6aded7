import type { CdaHeader, CdaOrganization } from '@segur/cda';

const laboratory: CdaOrganization = {
  ids: [{ root: '1.2.250.1.71.4.2.2', extension: '1750000000' }],
  name: 'LABORATOIRE TEST',
  telecoms: [],
  addresses: [],
};
const biologist = {
  ids: [{ root: '1.2.250.1.71.4.2.1', extension: '899700000018' }],
  code: { code: 'G15_10/SM03', displayName: 'Médecin - Biologie médicale (SM)', codeSystem: '1.2.250.1.213.1.1.4.5' },
  addresses: [],
  telecoms: [],
  person: { family: 'EXEMPLE', given: 'Claude' },
  organization: laboratory,
};
const loinc = (code: string, displayName: string) => ({ code, displayName, codeSystem: '2.16.840.1.113883.6.1' });

/** An invented header with everything that metadata are made of. */
export const testHeader: CdaHeader = {
  templateIds: [{ root: '1.3.6.1.4.1.19376.1.3.3' }, { root: '1.2.250.1.213.1.1.1.55', extension: '2024.01' }],
  id: { root: '2.25.1000' },
  code: loinc('11502-2', "CR d'examens biologiques"),
  title: "Compte rendu d'examens biologiques",
  effectiveTime: '20260102160000+0100',
  confidentiality: { code: 'N', displayName: 'Normal', codeSystem: '2.16.840.1.113883.5.25' },
  language: 'fr-FR',
  patient: {
    ids: [
      { root: '1.2.250.1.213.1.4.10', extension: '279035121518989' },
      { root: '2.999.2', extension: 'IPP1' },
    ],
    addresses: [],
    telecoms: [],
    name: { birthFamily: 'TEST', givenNames: 'CAMILLE ANNE', usedFamily: 'AUTRE' },
    gender: { code: 'F', codeSystem: '2.16.840.1.113883.5.1' },
    birthTime: '19790328',
  },
  authors: [{ ...biologist, time: '20260102160000+0100', functionCode: { code: 'BIO', displayName: 'Biologiste' } }],
  custodian: laboratory,
  informationRecipients: [],
  legalAuthenticator: {
    ...biologist,
    ids: [{ root: '1.2.250.1.71.4.2.1', extension: '3750000000/12' }],
    person: { family: 'EXEMPLE', given: 'Dominique' },
    time: '20260102160000+0100',
  },
  authenticators: [],
  participants: [],
  orders: [{ root: '2.999.3', extension: 'P-1' }],
  serviceEvents: [
    {
      ids: [],
      code: loinc('18719-5', 'Biochimie'),
      time: { low: '20260102002200+0100', high: '202601021600+0100' },
      performer: {
        ...biologist,
        organization: {
          ...laboratory,
          industryClass: { code: 'AMBULATOIRE', displayName: 'Ambulatoire', codeSystem: '1.2.250.1.213.1.1.4.9' },
        },
      },
    },
    { ids: [], code: loinc('18723-7', 'Hématologie'), time: {} },
    { ids: [], code: loinc('18719-5', 'Biochimie'), time: {} },
  ],
  encounter: {
    ids: [],
    time: {},
    facilityCode: { code: 'SA25', displayName: 'Laboratoire de biologie médicale', codeSystem: '1.2.250.1.71.4.2.4' },
  },
  body: 'structured',
};
