import fc from 'fast-check';
import { STANDARD_DELIMITERS } from './delimiters.js';
import { escapeText, hasStrayEscape, unescapeText } from './escape-sequences.js';

const context = { delimiters: STANDARD_DELIMITERS, charset: 'utf-8' } as const;

describe('unescapeText', () => {
  it.each`
    written                        | text                  | why
    ${'CRP \\T\\ VS'}              | ${'CRP & VS'}         | ${'sub-component'}
    ${'a\\F\\b\\S\\c\\R\\d\\E\\e'} | ${'a|b^c~d\\e'}       | ${'all the others'}
    ${'ligne 1\\.br\\ligne 2'}     | ${'ligne 1\nligne 2'} | ${'line break'}
    ${'a\\.sp2\\b'}                | ${'a\n\nb'}           | ${'two lines down'}
    ${'a\\.sp\\b'}                 | ${'a\nb'}             | ${'one line down'}
    ${'a\\.sk3\\b'}                | ${'a   b'}            | ${'three columns'}
    ${'\\.in4\\a\\.ti-2\\\\.fi\\'} | ${'a'}                | ${'layout that a text has not'}
    ${'\\H\\positif\\N\\'}         | ${'positif'}          | ${'highlighting'}
    ${'\\XC3A9\\'}                 | ${'é'}                | ${'bytes in the set of the message'}
    ${'\\XE9\\'}                   | ${'\\XE9\\'}          | ${'bytes of another set: kept'}
    ${'\\P\\'}                     | ${'\\P\\'}            | ${'truncation that is not declared: kept'}
    ${'\\X0D0A\\'}                 | ${'\r\n'}             | ${'line end as bytes'}
    ${'\\Zlocal\\'}                | ${'\\Zlocal\\'}       | ${'local: kept'}
    ${'\\C2842\\'}                 | ${'\\C2842\\'}        | ${'switch of set: kept'}
    ${'\\Q\\'}                     | ${'\\Q\\'}            | ${'unknown: kept'}
    ${'C:\\temp'}                  | ${'C:\\temp'}         | ${'unclosed: kept'}
    ${'1\\2 \\.br\\fin'}           | ${'1\\2 \nfin'}       | ${'a stray one does not hide the next'}
    ${'\\.sp99999\\'}              | ${'\n'.repeat(200)}   | ${'bounded'}
  `('$written ($why)', ({ written, text }: { written: string; text: string }) => {
    expect(unescapeText(written, context)).toBe(text);
  });

  it('gives back any text that was escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) =>
        expect(unescapeText(escapeText(text, STANDARD_DELIMITERS), context)).toBe(text),
      ),
    );
  });

  it('ends whatever the text', () => {
    const soup = fc
      .array(fc.constantFrom('\\', 'X', '.', 'sp', '9', 'E', 'Z', 'C', 'a', '^'), { maxLength: 200 })
      .map((parts) => parts.join(''));
    fc.assert(fc.property(soup, (text) => expect(typeof unescapeText(text, context)).toBe('string')));
  });
});

describe('hasStrayEscape', () => {
  it.each(['a\\', '\\Q\\', '\\Zx\\', 'C:\\temp'])('sees %p', (text) => expect(hasStrayEscape(text, context)).toBe(true));
  it.each(['', 'a', '\\E\\', '\\.br\\', '\\X0D\\'])('lets %p pass', (text) => expect(hasStrayEscape(text, context)).toBe(false));
});
