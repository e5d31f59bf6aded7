import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { MalformedInput } from '@segur/errors';
import { element, fragment, text, textElement, xmlDocument, type Xml } from './xml-writer.js';

/** What libxml2 makes of a document by Canonical XML 1.0: the judge of our spelling. */
function canonical(xml: string): string {
  const document = XmlDocument.fromString(xml);
  try {
    return document.canonicalizeToString();
  } finally {
    document.dispose();
  }
}

describe('element', () => {
  it.each`
    what                        | xml                                                                             | spelled
    ${'an empty element'}       | ${element('a', {})}                                                             | ${'<a></a>'}
    ${'attributes in order'}    | ${element('a', { 'xsi:t': '3', b: '2', a: '1', 'xmlns:xsi': 'u', xmlns: 'd' })} | ${'<a xmlns="d" xmlns:xsi="u" a="1" b="2" xsi:t="3"></a>'}
    ${'an attribute left out'}  | ${element('a', { b: undefined })}                                               | ${'<a></a>'}
    ${'a child left out'}       | ${element('a', {}, undefined, false, element('b', {}))}                         | ${'<a><b></b></a>'}
    ${'markup in text'}         | ${textElement('a', {}, '1 < 2 & "3" > 2\r\n')}                                  | ${'<a>1 &lt; 2 &amp; "3" &gt; 2&#xD;\n</a>'}
    ${'markup in an attribute'} | ${element('a', { b: '<"&>\t\n' })}                                              | ${'<a b="&lt;&quot;&amp;>&#x9;&#xA;"></a>'}
    ${'several pieces'}         | ${fragment(text('a'), undefined, text('b'))}                                    | ${'ab'}
  `('writes $what', ({ xml, spelled }) => {
    expect(xml).toBe(spelled);
  });

  it.each(['\u0000', '\u000b', '\u001c', '\ufffe', '\ud800'])('refuses the character %j, which XML cannot hold', (character) => {
    expect(() => text(`a${character}b`)).toThrow(MalformedInput);
    expect(() => element('a', { b: character })).toThrow(MalformedInput);
  });

  it('spells as libxml2 canonicalises', () => {
    const content = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .filter((value) => !/[\p{Cc}\ufffe\uffff]/u.test(value.replace(/[\t\n\r]/g, '')));
    const attributes = fc.dictionary(fc.constantFrom('id', 'code', 'a', 'b', 'xsi:type'), content);
    const tree = fc.letrec<{ node: Xml }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        content.map((value) => text(value)),
        fc.tuple(attributes, fc.array(tie('node'), { maxLength: 3 })).map(([some, children]) => element('e', some, ...children)),
      ),
    })).node;
    fc.assert(
      fc.property(tree, (child) => {
        const root = element('root', { xmlns: 'urn:d', 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance' }, child);
        expect(canonical(xmlDocument(root))).toBe(root);
      }),
      { numRuns: 300 },
    );
  });
});
