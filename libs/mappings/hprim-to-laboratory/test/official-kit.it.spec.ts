import { writeCrBio } from '@segur/cda';
import { decodeHprimSante } from '@segur/hprim';
import { observationsOf } from '@segur/laboratory';
import { toCrBio } from '@segur/laboratory-to-cda';
import { openPdfFonts } from '@segur/pdf';
import { checkWithOfficialKit, describeWithOfficial, sampleHprimFiles, testFontFiles, testLaboratory } from '@segur/testing';
import { toReport } from '../src/index.js';

/** As XML writes it. */
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const options = {
  createdAt: new Date('2026-11-23T10:00:00Z'),
  documentId: '2.25.201',
  setId: '2.25.200',
  versionNumber: 1,
  pdf: { fonts: openPdfFonts(testFontFiles()) },
};

describeWithOfficial('ci-sis', 'A document made of an HPRIM file', () => {
  it.each(sampleHprimFiles)(
    'passes every official layer: $title',
    async ({ bytes }) => {
      const reading = toReport(decodeHprimSante(bytes), { laboratory: testLaboratory, reportSetId: 'r', revision: 1 });
      if (reading.status === 'refused') throw new Error(JSON.stringify(reading.findings));
      const document = writeCrBio(toCrBio(reading.report, testLaboratory, options));
      const verdict = await checkWithOfficialKit(document);

      for (const observation of observationsOf(reading.report))
        for (const text of [observation.code.label, observation.value.text, observation.range?.text, ...observation.comments])
          for (const line of (text ?? '').split('\n')) expect(document.toString()).toContain(escaped(line));
      expect(verdict.errors).toEqual([]);
      // The kit warns that there is no INS: an HPRIM file never brings one.
      expect(verdict.warnings.map(({ rule }) => rule)).toEqual(['KIT-08']);
    },
    60_000,
  );
});
