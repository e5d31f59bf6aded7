import { writePdf } from './write-pdf.js';
import type { PdfDocument } from './pdf-document.js';

const document = (rows: number): PdfDocument => ({
  title: 'Compte rendu',
  footer: 'Dossier (1)',
  blocks: [
    { kind: 'title', text: "Compte rendu d'examens" },
    { kind: 'heading', text: 'BIOCHIMIE' },
    {
      kind: 'table',
      columns: [
        { title: 'Examen', width: 0.6 },
        { title: 'Résultat', width: 0.4 },
      ],
      rows: Array.from({ length: rows }, (_, index) => ({ cells: [`Créatinine ${index}`, '< 5,20'] })),
    },
  ],
});

const latin1 = (bytes: Buffer) => bytes.toString('latin1');

describe('writePdf', () => {
  it('gives every object at the offset that the table says', () => {
    const bytes = writePdf(document(200));
    const file = latin1(bytes);
    const table = Number(/startxref\n(\d+)/.exec(file)?.[1]);
    const offsets = [...file.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map((match) => Number(match[1]));

    expect(file.slice(table, table + 4)).toBe('xref');
    expect(offsets.length).toBeGreaterThan(7);
    for (const [index, offset] of offsets.entries()) {
      expect(file.slice(offset, offset + 12)).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
    }
  });

  it('says the right length of each content', () => {
    const file = latin1(writePdf(document(3)));
    const [, length, content] = /\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/.exec(file) ?? [];

    expect(Number(length)).toBe(content?.length);
  });

  it('prints every row once, over as many pages as it takes, with the titles on each', () => {
    const file = latin1(writePdf(document(200)));
    const pages = Number(/\/Count (\d+)/.exec(file)?.[1]);

    expect(file.match(/Cr\u00e9atinine \d+/g)).toHaveLength(200);
    expect(pages).toBeGreaterThan(2);
    expect(file.match(/\(R\u00e9sultat\)/g)).toHaveLength(pages);
    expect(file).toContain(`page ${pages}/${pages}`);
  });

  it('escapes what PDF strings need', () => {
    expect(latin1(writePdf(document(0)))).toContain('Dossier \\(1\\)');
  });

  it('gives the same bytes for the same document', () => {
    expect(writePdf(document(5)).equals(writePdf(document(5)))).toBe(true);
  });
});
