import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCrBio, writeCrBio, writeCrBioN1, writeSelfPresentable } from '@segur/cda';
import { documentIdOf, oidOfUuid, reportSchema, type Laboratory, type Report } from '@segur/laboratory';
import { toCdaTime, toCrBio, toCrBioN1 } from '@segur/laboratory-to-cda';
import { openPdfFonts } from '@segur/pdf';
import { checkWithOfficialKit, describeWithOfficial, testFontFiles } from '@segur/testing';
import { toStatedTime } from '../src/index.js';
import { read } from './a-reading.js';
import { clinicalFacts, missing } from './clinical-facts.js';

/** What the originals say and we do not write, each for a reason; the test fails as well when one of them is no longer missing. */
const LOST: Readonly<Record<string, readonly string[]>> = {
  // The header announces chapters that the body does not hold: remnants of a longer example.
  'BIO-CR-BIO_2021.01_Auto-Presentable.xml': ['act: 18727-8', 'act: 18718-7'],
  'BIO-CR-BIO_2024.01_CRP_non_LOINC.xml': ['act: 18727-8', 'act: 18718-7'],
  'BIO-CR-BIO_2024.01_Glycémie deux unités principales_mole_masse.xml': ['act: 18727-8', 'act: 18718-7'],
  'BIO-CR-BIO_2024.01_TSH_1.xml': ['act: 18727-8', 'act: 18718-7'],
  // An earlier result of month 20: a result without a date that exists cannot be placed, and is named by a finding.
  'segur2_v2.1_ORU_INIT_N3.cda.xml': ['result: 28540-3 prior 20092012081500+0100 PQ 32.5 g/dL'],
};

/** What we write of results and the originals do not say. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  // The original refers to a text that is not there; what we write refers to the label of its code.
  'BIO-CR-BIO_2024.01_DEP-CCU-tout-structuré.xml': [
    'result: 10524-7 prior 20231204155000+0100 shown négatifpourunelésionintra-épithélialeoumaligne',
  ],
};
const OF_RESULTS =
  /^(?:result: \S+ (?:value|interpretation|range|prior|kit|medium|comment|status|at)|isolate|specimen|performer)\b/;

const fonts = openPdfFonts(testFontFiles());

/** Written again as the state after it, so that nothing is copied from the identifiers of the document. */
function options({ reportSetId, revision }: Report) {
  return {
    createdAt: new Date('2026-11-20T15:01:00Z'),
    documentId: documentIdOf(reportSetId, revision),
    setId: oidOfUuid(reportSetId),
    versionNumber: revision,
    pdf: { fonts },
  };
}

/** A document gives every time of day its offset: that of the laboratory, where the original gave none. */
function withOffsets(report: Report, { timeZone }: Laboratory): unknown {
  return JSON.parse(JSON.stringify(report), (_key, value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}(:\d{2}){0,2}$/.test(value)
      ? toStatedTime(toCdaTime(value, timeZone))
      : value,
  );
}

/** CR-BIO 2021.01 has no section for the copy on paper, which 2024.01 requires. */
function withoutNewCopy({ printedCopy, ...second }: Report, first: Report): unknown {
  return first.printedCopy ? { ...second, printedCopy } : second;
}

function prove(directory: string, files: readonly string[]): void {
  it.each(files)(
    'gives the report of %s back, losing nothing of it',
    async (name) => {
      const original = readFileSync(join(directory, name));
      const reading = readCrBio(original);
      const first = read(reading);
      const assembled = [first.report, first.laboratory, options(first.report)] as const;
      const level1 = reading.form === 'n1' ? toCrBioN1(...assembled) : undefined;
      const written = level1 ? writeCrBioN1(level1.header, level1.pdf) : writeCrBio(toCrBio(...assembled));
      const second = read(readCrBio(written));
      const facts = clinicalFacts(original);
      const again = clinicalFacts(written);

      expect(reportSchema.safeParse(first.report).error?.issues ?? []).toEqual([]);
      expect(withoutNewCopy(second.report, first.report)).toEqual(withOffsets(first.report, first.laboratory));
      expect(second.laboratory).toEqual(first.laboratory);
      expect(missing(facts, again)).toEqual(LOST[name] ?? []);
      expect(missing(again, facts).filter((fact) => OF_RESULTS.test(fact))).toEqual(ADDED[name] ?? []);
      expect(await checkWithOfficialKit(written)).toMatchObject({ errors: [], warnings: [] });
    },
    60_000,
  );

  it.each(files.filter((name) => !name.includes('Niveau-1')))('gives it back from the self-presentable form of %s too', (name) => {
    const first = read(readCrBio(readFileSync(join(directory, name))));
    const document = toCrBio(first.report, first.laboratory, options(first.report));
    const plain = writeCrBio(document);
    const presentable = writeSelfPresentable(document);

    expect(read(readCrBio(presentable)).report).toEqual(read(readCrBio(plain)).report);
    expect(clinicalFacts(presentable)).toEqual(clinicalFacts(plain));
  });
}

describeWithOfficial('ci-sis', 'Official examples of CR-BIO', (directory) => {
  const files = readdirSync(join(directory, 'examples')).filter((name) => name.endsWith('.xml'));

  it('are ten', () => expect(files).toHaveLength(10));
  prove(join(directory, 'examples'), files);
});

describeWithOfficial('hl7v2-examples', 'Documents in official messages', (directory) => {
  const files = readdirSync(directory).filter((name) => name.endsWith('.cda.xml'));

  it('are there', () => expect(files.length).toBeGreaterThan(0));

  // The comparison proves nothing if it looks at nothing.
  it.each`
    what                                  | count
    ${/^result: \S+$/}                    | ${44}
    ${/^result: \S+ value (PQ|low|high)/} | ${40}
    ${/^result: \S+ prior \d+\+0100 PQ/}  | ${20}
    ${/^result: \S+ range (low|high) \d/} | ${46}
    ${/^result: \S+ interpretation/}      | ${24}
    ${/^result: \S+ comment|^comment/}    | ${3}
    ${/^isolate: \S+ at/}                 | ${2}
    ${/^specimen: \S+ type/}              | ${2}
    ${/^validation/}                      | ${4}
    ${/^performer/}                       | ${1}
    ${/^file/}                            | ${2}
  `('hold $count facts of the form $what', ({ what, count }: { what: RegExp; count: number }) => {
    const facts = clinicalFacts(readFileSync(join(directory, 'segur2_v2.1_ORU_INIT_N3.cda.xml')));

    expect(facts.filter((fact) => what.test(fact))).toHaveLength(count);
  });

  it('differ by what one of them lacks, as often as it lacks it', () => {
    expect(missing(['a', 'a', 'b'], ['a', 'c'])).toEqual(['a', 'b']);
  });

  prove(directory, files);
});
