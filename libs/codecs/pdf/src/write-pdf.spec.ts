import { readPdfPages, testFontFiles } from '@segur/testing';
import { openPdfFonts } from './pdf-fonts.js';
import type { PdfBlock, PdfDocument, PdfRow } from './pdf-document.js';
import { writePdf } from './write-pdf.js';

const fonts = openPdfFonts(testFontFiles());

const documentOf = (...blocks: readonly PdfBlock[]): PdfDocument => ({
  title: 'Compte rendu',
  author: 'Laboratoire',
  createdAt: new Date('2026-11-23T08:00:00.500Z'),
  identifier: '2.25.1',
  runningHead: 'PATIENT-TEST – Dossier (1)',
  footer: 'Laboratoire – Dossier (1)',
  blocks,
});

const table = (rows: readonly PdfRow[]): PdfBlock => ({
  kind: 'table',
  heading: 'BIOCHIMIE',
  lines: [{ text: 'Prélèvement : sang' }],
  columns: [
    { title: 'Examen', width: 0.6 },
    { title: 'Résultat', width: 0.4 },
  ],
  rows,
});

const results = (count: number): readonly PdfRow[] =>
  Array.from({ length: count }, (_, index) => ({ kind: 'cells', cells: [{ text: `Créatinine n°${index};` }, { text: '< 5,20' }] }));

const latin1 = (bytes: Buffer) => bytes.toString('latin1');

describe('writePdf', () => {
  it('gives every object at the offset that the table says, with its right length', () => {
    const file = latin1(writePdf(documentOf(table(results(200))), fonts));
    const start = Number(/startxref\n(\d+)/.exec(file)?.[1]);
    const offsets = [...file.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map((match) => Number(match[1]));

    expect(file.slice(start, start + 4)).toBe('xref');
    expect(offsets.length).toBeGreaterThan(17);
    for (const [index, offset] of offsets.entries()) {
      const object = file.slice(offset, offsets[index + 1] ?? start);
      const [, head, length = ''] = /^(\d+) 0 obj\n<<.*\/Length (\d+) >>\nstream\n/.exec(object) ?? [];

      expect(object.startsWith(`${index + 1} 0 obj\n`)).toBe(true);
      if (head) expect(object.slice(object.indexOf('\nstream\n') + 8 + Number(length))).toBe('\nendstream\nendobj\n');
    }
  });

  it('prints every row once, over as many pages as it takes, with heading, titles, head and foot on each', async () => {
    const pages = await readPdfPages(writePdf(documentOf(table(results(200))), fonts));
    const whole = pages.join(' ');

    expect(pages.length).toBeGreaterThan(3);
    for (let index = 0; index < 200; index += 1) expect(whole.split(`Créatinine n°${index};`)).toHaveLength(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('BIOCHIMIE');
      expect(page).toContain('Examen Résultat');
      expect(page).toContain(`Page ${index + 1}/${pages.length}`);
      expect(page.includes('PATIENT-TEST – Dossier (1)')).toBe(index > 0);
      expect(page.includes('(suite)')).toBe(index > 0);
    }
  });

  it('never leaves the name of a group at the foot of a page', async () => {
    for (let before = 40; before < 60; before += 1) {
      const rows: readonly PdfRow[] = [
        ...results(before),
        { kind: 'group', text: 'Bilan' },
        { kind: 'cells', cells: [{ text: 'Suivante' }] },
        { kind: 'note', text: 'Remarque' },
      ];
      const pages = await readPdfPages(writePdf(documentOf(table(rows)), fonts));

      for (const kept of ['Suivante', 'Remarque']) {
        expect(pages.filter((page) => page.includes('Bilan'))).toEqual(pages.filter((page) => page.includes(kept)));
      }
    }
  });

  it.each`
    what                               | count   | block
    ${'a row taller than a page'}      | ${3000} | ${table([{ kind: 'cells', cells: [{ text: 'zq '.repeat(3000) }, { text: 'x' }] }])}
    ${'a note taller than a page'}     | ${9000} | ${table([{ kind: 'note', text: 'zq '.repeat(9000) }])}
    ${'a paragraph longer than pages'} | ${9000} | ${{ kind: 'paragraph', text: 'zq '.repeat(9000) }}
    ${'a panel that fits no page'}     | ${200}  | ${{ kind: 'panel', framed: true, columns: [{ width: 1, lines: Array.from({ length: 200 }, () => ({ text: 'zq' })) }] }}
    ${'a notice of many lines'}        | ${900}  | ${{ kind: 'notice', text: 'zq '.repeat(900) }}
    ${'a word longer than a line'}     | ${2000} | ${{ kind: 'paragraph', text: 'zq'.repeat(2000) }}
  `('loses nothing of $what', async ({ count, block }: { count: number; block: PdfBlock }) => {
    const pages = await readPdfPages(writePdf(documentOf(block), fonts));

    expect(pages.join('').replaceAll(' ', '').split('zq')).toHaveLength(count + 1);
  });

  it('keeps signs beyond those prepared: the same document gives them back', async () => {
    const text = 'Łukasz Šťastný Ştefan, Ž ≥ 1:80, β-HCG, 10⁹/L, ♀, ₂, Ж';

    expect((await readPdfPages(writePdf(documentOf({ kind: 'paragraph', text }), fonts))).join()).toContain(text);
  });

  it('gives the same bytes for the same document, and others for another time or identifier', () => {
    const base = documentOf(table(results(5)));

    expect(writePdf(base, fonts).equals(writePdf(base, openPdfFonts(testFontFiles())))).toBe(true);
    expect(writePdf(base, fonts).equals(writePdf({ ...base, identifier: '2.25.2' }, fonts))).toBe(false);
    expect(writePdf(base, fonts).equals(writePdf({ ...base, createdAt: new Date(0) }, fonts))).toBe(false);
  });

  it('says in both places of the metadata what it is, and holds no clock of its own', () => {
    const file = latin1(writePdf(documentOf(), fonts));

    expect(file).toContain('/CreationDate (D:20261123080000Z)');
    expect(file).toContain('<xmp:CreateDate>2026-11-23T08:00:00Z</xmp:CreateDate>');
    expect(file).toContain('<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>');
  });
});
