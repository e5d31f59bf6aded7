import { writeCrBio, writeCrBioN1 } from '@segur/cda';
import { oidOfUuid, SAMPLE_LABORATORY } from '@segur/laboratory';
import { toCrBio } from '@segur/laboratory-to-cda';
import { report } from '@segur/testing';
import { printedReportOf } from './printed-report.js';

const PDF = Buffer.from('%PDF-1.4 as it was printed');
const document = toCrBio(report().build(), SAMPLE_LABORATORY, {
  createdAt: new Date('2026-11-23T09:00:00Z'),
  documentId: '2.25.1',
  setId: oidOfUuid('019aa0c0-0000-7000-8000-000000000001'),
  versionNumber: 1,
  pdf: PDF,
});
const level1 = writeCrBioN1(document.header, PDF);

describe('printedReportOf', () => {
  it.each`
    what                     | cda                     | body
    ${'the body of level 1'} | ${level1}               | ${'unstructured'}
    ${'the copy in level 3'} | ${writeCrBio(document)} | ${'structured'}
  `('takes $what out, byte for byte', ({ cda, body }: { cda: Buffer; body: 'structured' | 'unstructured' }) => {
    expect(printedReportOf(cda, { body })).toEqual({ pdf: PDF });
  });

  it.each`
    what                 | cda
    ${'text'}            | ${Buffer.from(level1.toString().replace('application/pdf', 'text/plain'))}
    ${'another file'}    | ${writeCrBioN1(document.header, Buffer.from('GIF89a'))}
    ${'nothing to read'} | ${Buffer.from('<ClinicalDocument xmlns="urn:hl7-org:v3"/>')}
  `('refuses a level 1 that holds $what', ({ cda }: { cda: Buffer }) => {
    expect(printedReportOf(cda, { body: 'unstructured' })).toMatchObject({
      finding: { severity: 'error', code: 'document-level-1-without-pdf' },
    });
  });

  it('lets a level 3 pass that holds none', () => {
    const cda = Buffer.from(
      writeCrBio(document).toString().replace(PDF.toString('base64'), Buffer.from('GIF89a').toString('base64')),
    );

    expect(printedReportOf(cda, { body: 'structured' })).toEqual({});
  });
});
