import type { Laboratory, Professional } from './actors.js';

const ADDRESS = { lines: ['1 RUE DE L’EXEMPLE'], postalCode: '75000', city: 'PARIS' };

const BIOLOGIST: Professional = {
  nationalId: '899700000018',
  family: 'EXEMPLE',
  given: 'Claude',
  prefix: 'MME',
  suffix: 'DR',
  specialty: { code: 'G15_10/SM03', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Biologie médicale (SM)' },
  address: ADDRESS,
  telecoms: [{ value: 'tel:0100000001', use: 'WP' }],
};

/**
 * The laboratory that a newcomer plays: a fictional one, under a FINESS that nobody holds and an OID arc reserved for examples.
 *
 * @see ITU-T X.660: 2.999 is the arc reserved for examples
 */
export const SAMPLE_LABORATORY: Laboratory = {
  finess: '750000000',
  name: 'LABORATOIRE EXEMPLE',
  address: ADDRESS,
  telecoms: [{ value: 'tel:0100000000', use: 'WP' }],
  oidRoot: '2.999.1',
  catalogueOid: '2.999.1.1',
  catalogueName: 'Codes du laboratoire exemple',
  sector: 'AMBULATOIRE',
  biologists: [BIOLOGIST],
  defaultBiologist: true,
  cofrac: '8-0000',
  correspondents: { '899700000029': 'louis.testpresc@cabinet-exemple.mssante.fr' },
  replyTo: 'secretariat@labo-exemple.mssante.fr',
};
