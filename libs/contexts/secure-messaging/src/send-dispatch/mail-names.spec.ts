import type { CdaHeader } from '@segur/cda';
import { sampleReport } from '../../test/sample-report.js';
import { mailSubject, pdfFileName } from './mail-names.js';

const { header } = sampleReport();
const code = (displayName?: string): Partial<CdaHeader> => ({
  code: { code: '11502-2', codeSystem: '2.16.840.1.113883.6.1', ...(displayName === undefined ? {} : { displayName }) },
});
const patient = (birthFamily: string, birthGiven: string): Partial<CdaHeader> => ({
  patient: { ...header.patient, name: { birthFamily, birthGiven } },
});

describe('mailSubject', () => {
  it.each`
    what                                  | change                                         | subject
    ${'the label, the usager, the date'}  | ${{}}                                          | ${"XDM/1.0/DDM+CR d'examens biologiques PATIENT-TEST Camille 28/03/1979"}
    ${'accents of the label kept'}        | ${code('Résultat')}                            | ${'XDM/1.0/DDM+Résultat PATIENT-TEST Camille 28/03/1979'}
    ${'a label cut between characters'}   | ${code(`${'x'.repeat(39)}😀y`)}                | ${`XDM/1.0/DDM+${'x'.repeat(39)}😀 PATIENT-TEST Camille 28/03/1979`}
    ${'no space left by the cut'}         | ${code(`${'x'.repeat(39)} tail`)}              | ${`XDM/1.0/DDM+${'x'.repeat(39)} PATIENT-TEST Camille 28/03/1979`}
    ${'the title without a label'}        | ${{ ...code(), title: 'Titre\r\nX-Other: y' }} | ${'XDM/1.0/DDM+Titre X-Other: y PATIENT-TEST Camille 28/03/1979'}
    ${'a name of sixty characters'}       | ${patient('N'.repeat(60), 'P')}                | ${`XDM/1.0/DDM+CR d'examens biologiques ${'N'.repeat(60)} P 28/03/1979`}
    ${'an injected line kept in its own'} | ${patient('NOM\r\nBcc: a@b.fr', 'P')}          | ${"XDM/1.0/DDM+CR d'examens biologiques NOM BCC: A@B.FR P 28/03/1979"}
  `('$what', ({ change, subject }) => {
    expect(mailSubject({ ...header, ...change })).toBe(subject);
  });
});

describe('pdfFileName', () => {
  it.each`
    what                            | change                    | fillerNumber | fileName
    ${'act, type, usager, dossier'} | ${{}}                     | ${'D-12'}    | ${"20261120_CR d'examens biologiques_PATIENT-TEST_Camille_D-12.pdf"}
    ${'no forbidden character'}     | ${code('A/B:C*?"<>|\\D')} | ${'12/34'}   | ${'20261120_A-B-C-------D_PATIENT-TEST_Camille_12-34.pdf'}
    ${'an act without a date'}      | ${{ serviceEvents: [] }}  | ${'1'}       | ${"CR d'examens biologiques_PATIENT-TEST_Camille_1.pdf"}
    ${'no dossier'}                 | ${{}}                     | ${' '}       | ${"20261120_CR d'examens biologiques_PATIENT-TEST_Camille.pdf"}
  `('$what', ({ change, fillerNumber, fileName }) => {
    expect(pdfFileName({ ...header, ...change }, fillerNumber)).toBe(fileName);
  });
});
