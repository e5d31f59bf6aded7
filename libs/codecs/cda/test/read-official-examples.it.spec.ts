import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseXmlDocument } from 'slimdom';
import { describeWithOfficial } from '@segur/testing';
import { readCdaHeader, readCrBio } from '../src/index.js';
import { factsInDocument, headerInDocument } from './facts-by-xpath.js';
import { factsInReading, headerInReading } from './facts-of-reading.js';

function readsLikeXPath(file: string): void {
  const bytes = readFileSync(file);
  const document = parseXmlDocument(bytes.toString('utf8'));
  const reading = readCrBio(bytes);

  expect(factsInReading(reading)).toEqual(factsInDocument(document));
  expect(headerInReading(reading.header)).toEqual(headerInDocument(document));
}

describeWithOfficial('ci-sis', 'readCrBio on the official examples', (directory) => {
  const examples = join(directory, 'examples');

  it.each(readdirSync(examples))('finds what XPath finds: %s', (name) => {
    readsLikeXPath(join(examples, name));
  });

  it('finds what XPath finds in the skeleton', () => {
    readsLikeXPath(join(directory, 'skeleton', 'cr-bio-2024.01-skeleton.xml'));
  });

  it.each`
    name                                                                    | version      | form                  | results | findings
    ${'BIO-CR-BIO_2021.01_Auto-Presentable.xml'}                            | ${'2021.01'} | ${'auto-presentable'} | ${11}   | ${11}
    ${'BIO-CR-BIO_2021.01_CDA-R2-Niveau-1.xml'}                             | ${undefined} | ${'n1'}               | ${0}    | ${0}
    ${'BIO-CR-BIO_2021.01_CR-2nde-intention.xml'}                           | ${'2021.01'} | ${'n3'}               | ${1}    | ${0}
    ${'BIO-CR-BIO_2021.01_Microbiologie_V1.xml'}                            | ${'2021.01'} | ${'n3'}               | ${14}   | ${0}
    ${'BIO-CR-BIO_2024.01_CR-2nde-intention-PDF.xml'}                       | ${'2024.01'} | ${'n3'}               | ${1}    | ${1}
    ${'BIO-CR-BIO_2024.01_CRP_non_LOINC.xml'}                               | ${'2024.01'} | ${'n3'}               | ${1}    | ${2}
    ${'BIO-CR-BIO_2024.01_DEP-CCU-tout-structuré.xml'}                      | ${'2024.01'} | ${'n3'}               | ${2}    | ${6}
    ${'BIO-CR-BIO_2024.01_Glycémie deux unités principales_mole_masse.xml'} | ${'2024.01'} | ${'n3'}               | ${2}    | ${1}
    ${'BIO-CR-BIO_2024.01_Microbiologie_V1.xml'}                            | ${'2024.01'} | ${'n3'}               | ${14}   | ${1}
    ${'BIO-CR-BIO_2024.01_TSH_1.xml'}                                       | ${'2024.01'} | ${'n3'}               | ${2}    | ${1}
  `(
    'reads $name',
    ({
      name,
      version,
      form,
      results,
      findings,
    }: {
      name: string;
      version?: string;
      form: string;
      results: number;
      findings: number;
    }) => {
      const reading = readCrBio(readFileSync(join(examples, name)));

      expect(reading).toMatchObject(version === undefined ? { form } : { form, version });
      expect((factsInReading(reading) as { statuses: string[] }).statuses).toHaveLength(results);
      // Every one of them a mistake of the example (spec, trap 19), but for the legal form of a laboratory, which no model has.
      expect(reading.findings.filter(({ code }) => code !== 'cda.dangling-reference').map(({ location }) => location)).toEqual(
        name.includes('DEP-CCU')
          ? [
              '/ClinicalDocument/componentOf/encompassingEncounter/responsibleParty/assignedEntity/representedOrganization/asOrganizationPartOf',
            ]
          : [],
      );
      expect(reading.findings).toHaveLength(findings);
    },
  );

  it.each(readdirSync(examples).filter((name) => !name.includes('Auto-Presentable')))(
    'finds the header that the header reader finds: %s',
    (name) => {
      const bytes = readFileSync(join(examples, name));

      expect(readCdaHeader(bytes)).toEqual(readCrBio(bytes).header);
    },
  );
});

describeWithOfficial('hl7v2-examples', 'readCrBio on the document of an official message', (directory) => {
  const name = 'segur2_v2.1_ORU_INIT_N3.cda.xml';

  it('finds what XPath finds', () => {
    readsLikeXPath(join(directory, name));
  });

  it('says what it does not read', () => {
    expect(readCrBio(readFileSync(join(directory, name))).findings.map(({ code, location }) => `${code} ${location}`)).toEqual([
      'cda.dangling-reference /ClinicalDocument/component/structuredBody/component[3]/section/entry/act/entryRelationship/organizer/component[12]/observation/code/originalText/reference',
      'cda.dangling-reference /ClinicalDocument/component/structuredBody/component[6]/section/entry/organizer/component[1]/observation/text/reference',
      'cda.unread /ClinicalDocument/recordTarget/patientRole/patient/name/family[2]',
      'cda.unread /ClinicalDocument/component/structuredBody/component[2]/section/component[1]/section/entry/act/code/translation',
      'cda.unread /ClinicalDocument/component/structuredBody/component[2]/section/component[1]/section/entry/act/entryRelationship[1]/procedure/performer',
    ]);
  });
});
