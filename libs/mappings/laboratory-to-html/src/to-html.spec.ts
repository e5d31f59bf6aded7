import { INS_AUTHORITIES, type Identity } from '@segur/identity';
import type { Report } from '@segur/laboratory';
import { toPrintedReport, type PrintedRow } from '@segur/laboratory-to-cda';
import { observation, plainSpaces, report, TEST_MATRICULE, testIdentity, testLaboratory } from '@segur/testing';
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
    expect(html).not.toMatch(/<script|<link|<img|<iframe|<object|\son\w+=|(src|href|action)=|url\(|@import/i);
    expect(/<title>(.*)<\/title>/.exec(html)?.[1]).toBe('Compte rendu d’examens de biologie médicale');
  });

  it('has one first heading, headings in order, landmarks once, and no empty heading', () => {
    const body = bodyOf(show(rich));
    const headings = ['h1', 'h2', 'h3'].map((name) => all(body, name));

    expect(headings.map(({ length }) => length)).toEqual([1, 6, 0]);
    expect(headings.flat().every((heading) => textOf(heading) !== '')).toBe(true);
    for (const landmark of ['header', 'main', 'footer']) expect(all(body, landmark)).toHaveLength(1);
  });

  it('captions each table and says what each header is about', () => {
    const body = bodyOf(show(rich));

    for (const table of all(body, 'table')) {
      expect(textOf(all(table, 'caption')[0]!)).toMatch(/^Résultats, /);
      for (const header of all(table, 'th')) expect(['col', 'row', 'rowgroup']).toContain(header.getAttribute('scope'));
      for (const row of all(table, 'tr')) {
        const width = row.childNodes.reduce((sum, cell) => sum + Number((cell as Element).getAttribute('colspan') ?? 1), 0);
        expect(width).toBe(5);
      }
    }
    for (const region of all(body, 'div').filter((div) => div.getAttribute('tabindex') !== null)) {
      expect([region.getAttribute('role'), region.getAttribute('aria-label')]).toEqual(['region', expect.stringMatching(/./)]);
    }
  });

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

    expect(show(report().build())).toContain(`${TEST_MATRICULE} (NIR de test)`);
    fc.assert(
      fc.property(held, (change) => {
        const html = show(
          report()
            .with({ identity: { ...testIdentity, ...change } })
            .build(),
        );

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

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
