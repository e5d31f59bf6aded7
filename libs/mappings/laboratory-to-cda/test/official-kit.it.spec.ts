import { writeCrBio } from '@segur/cda';
import { isQualified, qualify } from '@segur/identity';
import { openPdfFonts } from '@segur/pdf';
import { checkWithOfficialKit, describeWithOfficial, testFontFiles, testLaboratory } from '@segur/testing';
import { toCrBio } from '../src/index.js';
import { variedReports } from './varied-reports.js';

const options = {
  createdAt: new Date('2026-11-20T15:01:00Z'),
  documentId: '2.25.101',
  setId: '2.25.100',
  versionNumber: 1,
  pdf: { fonts: openPdfFonts(testFontFiles()) },
};

describeWithOfficial('ci-sis', 'Official layers', () => {
  it.each(Object.keys(variedReports))(
    'accept: %s',
    async (name) => {
      const report = variedReports[name]!;
      const verdict = await checkWithOfficialKit(writeCrBio(toCrBio(report, testLaboratory, options)));
      // The kit warns that there is no INS; without a qualified identity there must be none.
      const expected = isQualified(qualify(report.identity)) ? [] : ['KIT-08'];

      expect(verdict.errors).toEqual([]);
      expect(verdict.warnings.map(({ rule }) => rule)).toEqual(expected);
    },
    60_000,
  );

  it('accept a document that replaces another', async () => {
    const replacing = { ...options, documentId: '2.25.102', versionNumber: 2, replaces: options.documentId };
    const report = variedReports['one glucose, identity qualified']!;
    const verdict = await checkWithOfficialKit(writeCrBio(toCrBio(report, testLaboratory, replacing)));

    expect(verdict).toEqual({ errors: [], warnings: [] });
  });
});
