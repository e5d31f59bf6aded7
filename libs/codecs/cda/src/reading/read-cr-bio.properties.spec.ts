import fc from 'fast-check';
import { chapterOf, documentWith, header, inAct, resultOf } from '../../test/documents-to-read.js';
import { everyFeature } from '../../test/every-feature.js';
import { UnreadableCda } from '../unreadable-cda.js';
import { writeCrBio } from '../write-cr-bio.js';
import { readCrBio } from './read-cr-bio.js';

const bytes = writeCrBio(everyFeature);

/** Our error, or a reading: nothing else may come out. */
function outcome(input: Uint8Array): 'read' | 'refused' {
  try {
    const { findings } = readCrBio(input);
    expect(findings.length).toBeLessThanOrEqual(201);
    return 'read';
  } catch (error) {
    if (!(error instanceof UnreadableCda)) throw error;
    return 'refused';
  }
}

describe('readCrBio, whatever it is given', () => {
  it('refuses a document that was cut anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
        expect(outcome(bytes.subarray(0, length))).toBe('refused');
      }),
      { numRuns: 60 },
    );
  });

  it('reads or refuses a document with bytes changed', () => {
    const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.integer({ min: 0, max: 255 }) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const changed = Uint8Array.from(bytes);
        for (const { at, to } of changes) changed[at] = to;
        expect(['read', 'refused']).toContain(outcome(changed));
      }),
      { numRuns: 200 },
    );
  });

  it('reads or refuses a document whose elements stand elsewhere', () => {
    const elements = [
      ...bytes.toString('utf8').matchAll(/<(\w+)[^>]*><\/\1>|<(?:code|value|id|text|entry|section|component)[^>]*>/g),
    ];
    const move = fc.record({ from: fc.nat(elements.length - 1), to: fc.nat(elements.length - 1) });
    fc.assert(
      fc.property(move, ({ from, to }) => {
        const xml = bytes.toString('utf8');
        const moved = (elements[from] as RegExpExecArray)[0];
        const { index } = elements[to] as RegExpExecArray;
        expect(['read', 'refused']).toContain(outcome(Buffer.from(xml.slice(0, index) + moved + xml.slice(index))));
      }),
      { numRuns: 60 },
    );
  });

  it('reads or refuses any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (input) => expect(['read', 'refused']).toContain(outcome(input))));
  });

  const deep = (levels: number, name: string) => `${`<${name}>`.repeat(levels)}${`</${name}>`.repeat(levels)}`;
  const result = (inside: string, narrative = '') => documentWith(chapterOf(inAct(resultOf(inside)), narrative));

  it.each<[string, string, 'read' | 'refused']>([
    ['a hundred thousand elements inside each other', result(deep(100_000, 'a')), 'refused'],
    ['a narrative as deep', result('', deep(100_000, 'content')), 'refused'],
    [
      'sections inside sections',
      documentWith('<component><section>'.repeat(1000) + '</section></component>'.repeat(1000)),
      'refused',
    ],
    ['a million elements', result('<a/>'.repeat(1_000_000)), 'refused'],
    ['a million attributes', result(`<value ${Array.from({ length: 1_000_000 }, (_, n) => `a${n}=""`).join(' ')}/>`), 'refused'],
    [
      'ten thousand namespaces',
      result(`<value ${Array.from({ length: 10_000 }, (_, n) => `xmlns:a${n}="u"`).join(' ')}/>`),
      'refused',
    ],
    [
      'an entity bomb',
      result('&d;').replace('<Clin', '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY d "&b;&b;&b;&b;">]><Clin'),
      'refused',
    ],
    ['ten megabytes of white space', result('', `<content ID="v">${' '.repeat(10_000_000)}x</content>`), 'read'],
    ['a megabyte of a comment', result('', `<!--${'-\u00e9'.repeat(500_000)}-->`), 'read'],
    ['ten thousand results', documentWith(chapterOf(inAct(resultOf('<value xsi:type="REAL" value="1"/>')).repeat(10_000))), 'read'],
    [
      'ten thousand references to one long text',
      documentWith(
        chapterOf(
          inAct(resultOf('<value xsi:type="CD"><originalText><reference value="#v"/></originalText></value>')).repeat(10_000),
          `<content ID="v">${'mot '.repeat(100_000)}</content>`,
        ),
      ),
      'read',
    ],
    ['an attribute of Object.prototype', result('<value __proto__="1" constructor="2" xsi:type="REAL" value="1"/>'), 'read'],
  ])('takes %s', (_, xml, expected) => {
    expect(outcome(Buffer.from(xml))).toBe(expected);
  });

  it('takes a PDF of five megabytes', () => {
    const pdf = Buffer.alloc(5_000_000, 'PDF').toString('base64');
    const xml = documentWith(chapterOf('')).replace(
      /<structuredBody>.*<\/structuredBody>/s,
      `<nonXMLBody><text mediaType="application/pdf" representation="B64">${pdf}</text></nonXMLBody>`,
    );

    expect(readCrBio(Buffer.from(xml)).pdf).toHaveLength(5_000_000);
  });

  it('stops where narratives inside each other would make many times the document', () => {
    const levels = 60;
    const long = 'mot '.repeat(500_000);
    const open = Array.from({ length: levels }, (_, n) => `<content ID="v${n}">`).join('');
    const references = Array.from({ length: levels }, (_, n) =>
      inAct(resultOf(`<value xsi:type="CD"><originalText><reference value="#v${n}"/></originalText></value>`)),
    ).join('');

    expect(outcome(Buffer.from(documentWith(chapterOf(references, `${open}${long}${'</content>'.repeat(levels)}`))))).toBe(
      'refused',
    );
  });

  it('reads a header of nothing but what it needs', () => {
    expect(header).not.toContain('author');
    expect(outcome(Buffer.from(documentWith(chapterOf(''))))).toBe('read');
  });
});
