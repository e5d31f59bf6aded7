import { INS_AUTHORITIES, type Identity } from '@segur/identity';
import type { Report } from '@segur/laboratory';
import { toPrintedReport, type PrintedRow } from '@segur/laboratory-to-cda';
import { observation, plainSpaces, report, richReports, TEST_MATRICULE, testIdentity, testLaboratory } from '@segur/testing';
import fc from 'fast-check';
import { parseXmlDocument, type Element } from 'slimdom';
import { toHtml } from './to-html.js';

const show = (made: Report) => toHtml(made, testLaboratory);

/** The body is canonical XML: a reader of XML, which is not ours, sees what a browser builds. */
function bodyOf(html: string): Element {
  const body = html.slice(html.indexOf('<body>'), html.indexOf('</html>'));
  return parseXmlDocument(body).documentElement as Element;
}

const all = (within: Element, name: string): readonly Element[] => within.getElementsByTagName(name);
const textOf = (within: Element) => plainSpaces(within.textContent ?? '');

const rich = report()
  .withChapters(
    {
      code: '18719-5',
      batteries: [
        {
          batteryId: 'b1',
          code: { localCode: 'BIL', label: 'Bilan <lipidique> & co' },
          observations: [
            observation('GLY', { interpretations: ['H'], method: '(hexokinase)', comments: ['Ligne 1\nLigne 2'] }),
            observation('CHOL'),
          ],
          comments: ['À jeun'],
        },
      ],
    },
    {
      code: '18723-7',
      batteries: [{ batteryId: 'b2', code: { localCode: 'NFS', label: 'NFS' }, observations: [observation('GB')], comments: [] }],
    },
  )
  .with({ comments: ['<script>alert(1)</script>'], revision: 2, status: 'partial' })
  .build();

/** What a row says, as both forms print it. */
function wordsOf(row: PrintedRow): string {
  if (row.kind !== 'result') return plainSpaces(row.text);
  const { label, method, result, unit, reference, mark, interpretation } = row;
  return [label, method, result, unit, reference, mark, interpretation]
    .filter(Boolean)
    .map((word) => plainSpaces(word ?? ''))
    .join(' ');
}

describe('toHtml', () => {
  it('has the rows of the copy on paper, in their order, and nothing more', () => {
    const rows = all(bodyOf(show(rich)), 'tbody').flatMap((body) =>
      all(body, 'tr').map((row) =>
        row.childNodes
          .map((cell) => textOf(cell as Element))
          .filter(Boolean)
          .join(' '),
      ),
    );

    expect(rows).toEqual(toPrintedReport(rich, testLaboratory).chapters.flatMap((chapter) => chapter.rows.map(wordsOf)));
  });

  it('says everything else of the copy on paper too', () => {
    const whole = textOf(bodyOf(show(rich)));
    const { chapters, ...rest } = { ...toPrintedReport(rich, testLaboratory), runningHead: '' };
    const texts = [...textsOf(rest), ...chapters.flatMap(({ title, specimens }) => [title, ...specimens])];

    for (const text of texts) expect(whole).toContain(plainSpaces(text));
  });

  it('is one page in French that loads nothing, runs nothing and names no patient in its title', () => {
    const html = show(rich);

    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="fr"><head><meta charset="utf-8">/);
    expect(html).not.toMatch(/<script|<link|<iframe|<object|\son\w+=|(src|href|action)=(?!"data:image\/)|url\(|@import/i);
    expect(/<title>(.*)<\/title>/.exec(html)?.[1]).toBe('Compte rendu d’examens de biologie médicale');
  });

  it.each(Object.entries(richReports))('shows all that is printed of: %s', (_, made) => {
    const whole = textOf(bodyOf(show(made)));
    const printed = { ...toPrintedReport(made, testLaboratory), runningHead: '' };

    for (const text of textsOf(printed)) expect(whole).toContain(plainSpaces(text));
  });

  it('has a table for each antibiogram: antibiotic, concentration, S, I or R in words', () => {
    const tables = all(bodyOf(show(richReports['microbiology, two isolates']!)), 'table');
    const antibiogram = tables.find((table) => textOf(table).startsWith('Antibiogramme – Escherichia coli'));
    const rows = antibiogram && all(antibiogram, 'tr').map((row) => row.childNodes.map((cell) => textOf(cell as Element)));

    expect(rows).toEqual([
      ['Antibiotique', 'CMI', 'Interprétation'],
      ['Amoxicilline', '> 32 mg/L', '● Résistant'],
      ['Fosfomycine', '0,5 mg/L', 'Sensible'],
      ['Traitement de première intention'],
      ['Ciprofloxacine', '', 'Intermédiaire'],
    ]);
  });

  it('has a column for earlier results only where there are any', () => {
    const titlesOf = (made: Report) => all(all(bodyOf(show(made)), 'thead')[0]!, 'th').map(textOf);

    expect(titlesOf(report().build())).not.toContain('Antériorité');
    expect(titlesOf(richReports['glucose in two units, other ranges, priors']!).at(-1)).toBe('Antériorité');
  });

  it('holds its pictures, each with its name for those who do not see it, and its policy lets them be shown', () => {
    const html = show(richReports['sub-chapters, images']!);
    const pictures = all(bodyOf(html), 'img').map((img) => [img.getAttribute('alt'), img.getAttribute('src')?.slice(0, 22)]);

    expect(pictures).toEqual([
      ['Courbe d’électrophorèse', 'data:image/png;base64,'],
      ['Culture à 48 h', 'data:image/jpeg;base64'],
      ['Mobilité', 'data:image/gif;base64,'],
    ]);
    expect(html).toContain("default-src 'none'; img-src data:;");
    expect(html).not.toContain('</img>');
  });

  it('has one first heading, headings in order, landmarks once, and no empty heading', () => {
    const body = bodyOf(show(rich));
    const headings = ['h1', 'h2', 'h3'].map((name) => all(body, name));

    expect(headings.map(({ length }) => length)).toEqual([1, 6, 0]);
    expect(headings.flat().every((heading) => textOf(heading) !== '')).toBe(true);
    for (const landmark of ['header', 'main', 'footer']) expect(all(body, landmark)).toHaveLength(1);
  });

  it.each([['rich', rich], ...Object.entries(richReports)] as const)(
    'captions each table and says what each header is about: %s',
    (_, made) => {
      const body = bodyOf(show(made));

      for (const table of all(body, 'table')) {
        const columns = all(all(table, 'thead')[0]!, 'th').length;
        expect(textOf(all(table, 'caption')[0]!)).toMatch(/^(Résultats, |Antibiogramme)/);
        for (const header of all(table, 'th')) expect(['col', 'row', 'rowgroup']).toContain(header.getAttribute('scope'));
        for (const row of all(table, 'tr')) {
          const width = row.childNodes.reduce((sum, cell) => sum + Number((cell as Element).getAttribute('colspan') ?? 1), 0);
          expect(width).toBe(columns);
        }
      }
      for (const region of all(body, 'div').filter((div) => div.getAttribute('tabindex') !== null)) {
        expect([region.getAttribute('role'), region.getAttribute('aria-label')]).toEqual(['region', expect.stringMatching(/./)]);
      }
    },
  );

  it('says a flag in words beside its sign and colour', () => {
    const marked = all(bodyOf(show(rich)), 'td').filter((cell) => cell.getAttribute('class') === 'marked');

    expect(marked.map(textOf)).toEqual(['4,89', '▲ Haut']);
  });

  it('shows a matricule only when the identity is qualified', () => {
    const held: fc.Arbitrary<Partial<Identity>> = fc.record({
      status: fc.constantFrom<Identity['status']>('provisoire', 'recuperee', 'validee'),
      localIds: fc.constantFrom([], [{ root: INS_AUTHORITIES.nir, extension: TEST_MATRICULE }]),
      telecoms: fc.constantFrom([], [{ value: `mailto:${TEST_MATRICULE}@patient.mssante.fr` }]),
    });

    const bases = [report().build(), ...Object.values(richReports)];

    expect(show(report().build())).toContain(`${TEST_MATRICULE} (NIR de test)`);
    fc.assert(
      fc.property(held, fc.constantFrom(...bases), fc.constantFrom([], [`INS ${TEST_MATRICULE}`]), (change, base, comments) => {
        const html = show({ ...base, identity: { ...testIdentity, ...change }, comments });

        expect(html.replaceAll(/\s/g, '')).not.toContain(TEST_MATRICULE.slice(0, 13));
      }),
    );
  });

  it('shows any text as text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (comment) => {
        fc.pre(comment.trim() !== '' && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(comment));
        const body = bodyOf(
          show(
            report()
              .with({ comments: [comment] })
              .build(),
          ),
        );

        expect(all(body, 'p').map((paragraph) => paragraph.textContent)).toContain(comment);
      }),
    );
  });
});

// What is no text: of which kind a row is, the bytes of a picture, and what an antibiogram says again in lines.
const NO_TEXT = new Set(['kind', 'image']);

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    NO_TEXT.has(key) || (key === 'text' && 'rows' in value) ? [] : textsOf(inside),
  );
}
