import { inflateSync } from 'node:zlib';
import { writeCrBio, writeCrBioN1, writeSelfPresentable } from '@segur/cda';
import { INS_AUTHORITIES, type Identity } from '@segur/identity';
import { mapObservations, type Report } from '@segur/laboratory';
import { openPdfFonts } from '@segur/pdf';
import { readPdfPages, report, TEST_MATRICULE, testFontFiles, testIdentity, testLaboratory } from '@segur/testing';
import { arbitraryReport } from '@segur/testing/arbitrary-report';
import fc from 'fast-check';
import { variedReports } from '../test/varied-reports.js';
import { toCrBio } from './to-cr-bio.js';
import { toDeliverySheet } from './to-delivery-sheet.js';
import { toPrintedReport } from './to-printed-report.js';
import { withoutMatricule } from './without-matricule.js';

const NUMBER = TEST_MATRICULE.slice(0, 13);
const GROUPED = '2 79 03 51 215 189 89';
const options = {
  createdAt: new Date('2026-11-20T15:01:00Z'),
  documentId: '2.25.101',
  setId: '2.25.100',
  versionNumber: 1,
  pdf: { fonts: openPdfFonts(testFontFiles()) },
};

/** Where a sender may have put the number, by name. */
const places: Readonly<Record<string, (whole: Report, secret: string) => Report>> = {
  'a local identifier': (whole, secret) =>
    withIdentity(whole, { localIds: [{ root: '1.2.3', extension: secret }, ...whole.identity.localIds] }),
  'an identifier under the arc of the INS': (whole, secret) =>
    withIdentity(whole, { localIds: [{ root: INS_AUTHORITIES.nia, extension: secret }, ...whole.identity.localIds] }),
  'the mailbox': (whole, secret) =>
    withIdentity(whole, { telecoms: [{ value: `mailto:${secret}@patient.mssante.fr` }, { value: `tel:${secret}` }] }),
  'an address': (whole, secret) => withIdentity(whole, { addresses: [{ lines: [`NIR ${secret}`] }] }),
  'a guardian': (whole, secret) =>
    withIdentity(whole, { guardians: [{ name: secret, kind: 'person', addresses: [], telecoms: [] }] }),
  'a name': (whole, secret) => withIdentity(whole, { traits: { ...whole.identity.traits, birthName: `X ${secret}` } }),
  'the number of the request': (whole, secret) => ({
    ...whole,
    fillerNumber: secret,
    fillerIdentifier: { root: '1.2.3', extension: secret },
  }),
  'the number of the order': (whole, secret) => ({ ...whole, placerNumber: `P-${secret}` }),
  'a comment': (whole, secret) => ({ ...whole, comments: [`INS${secret}.`, ...whole.comments] }),
  'what the prescriber said': (whole, secret) => ({ ...whole, clinicalInformation: `n°${secret}` }),
  'a remark': (whole, secret) => ({ ...whole, remarks: [{ title: secret, text: secret }] }),
  'every result': (whole, secret) => ({
    ...whole,
    chapters: mapObservations(whole.chapters, (one) => ({
      ...one,
      observationId: secret,
      code: { localCode: secret, label: secret },
      value: { kind: 'text', text: secret },
      comments: [secret],
    })),
  }),
};

function withIdentity(whole: Report, change: Partial<Identity>): Report {
  return { ...whole, identity: { ...whole.identity, ...change } };
}

/** An identity that is not qualified, for whichever reason, and enough of one for a document. */
const unqualified: fc.Arbitrary<Partial<Identity>> = fc.oneof(
  fc.constantFrom<Identity['status']>('provisoire', 'recuperee', 'validee').map((status) => ({ status })),
  fc.constant<Partial<Identity>>({ status: 'qualifiee', insMatricule: { value: TEST_MATRICULE, oid: '1.2.3' } }),
  fc.constant<Partial<Identity>>({ status: 'qualifiee', insMatricule: { value: NUMBER, oid: INS_AUTHORITIES.nir } }),
  fc.constant<Partial<Identity>>({ status: 'qualifiee', traits: { ...testIdentity.traits, sex: 'U' } }),
);

const planted = fc
  .tuple(
    fc.oneof(arbitraryReport(), fc.constantFrom(...Object.values(variedReports))),
    unqualified,
    fc.subarray(Object.values(places), { minLength: 1 }),
    fc.constantFrom(TEST_MATRICULE, NUMBER, GROUPED, GROUPED.replaceAll(' ', '\u00a0')),
  )
  .map(([whole, identity, chosen, secret]) => {
    const held = withIdentity(whole, { ...testIdentity, ...identity });
    return chosen.reduce((grown, place) => place(grown, secret), held);
  });

const figures = (text: string) => text.replaceAll(/[^0-9A-Za-z]/g, '');

/** Everything in a PDF: what is written in it, what is deflated in it, what a reader makes of it. */
async function allOf(pdf: Uint8Array): Promise<string> {
  const bytes = Buffer.from(pdf);
  const streams = [...bytes.toString('latin1').matchAll(/\/FlateDecode \/Length (\d+) >>\nstream\n/g)].map((match) => {
    const start = match.index + match[0].length;
    return inflateSync(bytes.subarray(start, start + Number(match[1]))).toString('latin1');
  });
  return [bytes.toString('latin1'), ...streams, ...(await readPdfPages(pdf))].join('\n');
}

describe('The matricule of an identity that is not qualified', () => {
  it('stands in no byte of any output, whatever the report and wherever a sender put it', async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(planted, async (whole) => {
        const outputs: string[] = [JSON.stringify(toDeliverySheet(whole, '2.25.2'))];
        try {
          outputs.push(JSON.stringify(toPrintedReport(whole, testLaboratory)));
          const document = toCrBio(whole, testLaboratory, options);
          outputs.push(await allOf(document.pdf));
          outputs.push(writeCrBio(document).toString('utf8'));
          outputs.push(writeCrBioN1(document.header, document.pdf).toString('utf8'));
          outputs.push(writeSelfPresentable(document).toString('utf8'));
          made += 1;
        } catch (error) {
          // Arbitrary reports may hold no result, or a code that no chapter has.
          expect(error).toMatchObject({ code: 'report-unassemblable' });
        }
        for (const output of outputs) expect(figures(output)).not.toContain(NUMBER);
      }),
      { numRuns: 60 },
    );
    expect(made).toBeGreaterThan(15);
  }, 120_000);

  it.each(Object.entries(places))('is taken out of %s', (_, place) => {
    const held = place(report().unqualified().build(), GROUPED);

    expect(figures(JSON.stringify(held))).toContain(NUMBER);
    expect(figures(JSON.stringify(withoutMatricule(held)))).not.toContain(NUMBER);
  });

  it('leaves out the paper of the laboratory, which may show it, and no picture', () => {
    const printedCopy = { attachmentId: '1', title: 'Papier', data: Buffer.from('%PDF-1.4').toString('base64') };
    const images = [{ imageId: '1', mediaType: 'image/png' as const, data: NUMBER }];
    const chapters = report()
      .build()
      .chapters.map((chapter) => ({ ...chapter, images }));
    const held = report().unqualified().with({ printedCopy, chapters }).build();

    expect(withoutMatricule(held)).not.toHaveProperty('printedCopy');
    expect(withoutMatricule(held).chapters[0]?.images).toEqual(images);
  });

  it('takes nothing from a qualified identity, nor from one without matricule', () => {
    const qualified = report()
      .with({ comments: [GROUPED] })
      .build();
    const { insMatricule, ...anonymous } = testIdentity;
    const unknown = report()
      .with({ identity: { ...anonymous, status: 'validee' }, comments: [insMatricule?.value ?? ''] })
      .build();

    expect(withoutMatricule(qualified)).toBe(qualified);
    expect(withoutMatricule(unknown)).toEqual(unknown);
  });
});
