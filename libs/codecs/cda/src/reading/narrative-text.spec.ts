import { chapterOf, documentWith, inAct, read, readResultOf } from '../../test/documents-to-read.js';

const shown = (narrative: string) =>
  readResultOf('<value xsi:type="CD"><originalText><reference value="#v"/></originalText></value>', narrative).printed.result;

describe('NarrativeText', () => {
  it.each`
    what                          | narrative                                                                                                                                           | text
    ${'content'}                  | ${'<content ID="v"> mot </content>'}                                                                                                                | ${'mot'}
    ${'content inside content'}   | ${'<content ID="v">un <content styleCode="Bold">deux</content> <sup>3</sup></content>'}                                                             | ${'un deux 3'}
    ${'a line break'}             | ${'<content ID="v">un<br/>deux</content>'}                                                                                                          | ${'un\ndeux'}
    ${'two line breaks'}          | ${'<content ID="v">un<br/>\n  <br/>\n  deux</content>'}                                                                                             | ${'un\n\ndeux'}
    ${'text laid out over lines'} | ${'<content ID="v">(Colorimétrie\n      enzymatique)</content>'}                                                                                    | ${'(Colorimétrie enzymatique)'}
    ${'columns of spaces'}        | ${'<content ID="v">K    4,1<br/>Na   140</content>'}                                                                                                | ${'K    4,1\nNa   140'}
    ${'a cell'}                   | ${'<table><tbody><tr><td ID="v">\n Bisalbuminémie\n </td></tr></tbody></table>'}                                                                    | ${'Bisalbuminémie'}
    ${'a paragraph'}              | ${'<paragraph ID="v">un <linkHtml href="https://a">lien</linkHtml></paragraph>'}                                                                    | ${'un lien'}
    ${'a list'}                   | ${'<list ID="v">\n<item>un</item>\n<item>deux</item>\n</list>'}                                                                                     | ${'un\ndeux'}
    ${'a table'}                  | ${'<table ID="v"><thead><tr><th>A</th><th>B</th></tr></thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td></tr><tr><td>3</td><td/></tr></tbody></table>'} | ${'A | B\n1 | 2\n3 |'}
    ${'a character section'}      | ${'<content ID="v"><![CDATA[a < b]]></content>'}                                                                                                    | ${'a < b'}
    ${'a picture between words'}  | ${'<content ID="v">un <renderMultiMedia referencedObject="x"><caption>image</caption></renderMultiMedia>deux</content>'}                            | ${'un deux'}
  `('shows $what', ({ narrative, text }: { narrative: string; text: string }) => {
    expect(shown(narrative)).toBe(text);
  });

  it('reads the first of two elements with one ID, and says so', () => {
    const narrative = '<content ID="v">un</content><content ID="v">deux</content>';

    expect(shown(narrative)).toBe('un');
    expect(
      read(documentWith(chapterOf(inAct('<observation><statusCode code="aborted"/></observation>'), narrative))).findings,
    ).toMatchObject([
      { code: 'cda.duplicate-id', location: '/ClinicalDocument/component/structuredBody/component/section/text/content[2]' },
    ]);
  });
});
