import type { Form } from './form.js';
import { publishedFiles } from './published-files.js';
import { sampleDocument, sampleDocuments } from './sample-reports.js';
import { XML_WORDS, xmlHostility } from './xml-hostility.js';

const text = () => sampleDocument().toString();
/** The document up to its first section's text, and from there. */
const [HEAD = '', FOOT = ''] = split(text(), '</text>');
/** Up to the end of the header, and from there. */
const [HEADER = '', BODY = ''] = split(text(), '<component>');

function split(whole: string, at: string): readonly [string, string] {
  const index = whole.indexOf(at);
  return [whole.slice(0, index), whole.slice(index)];
}

const entry = /<entry .*?<\/entry>/s.exec(text())?.[0] ?? '<entry/>';
const inside = (content: string) => Buffer.from(HEAD + content + FOOT);

/** CDA R2 documents of every form. */
export const cdaForm: Form = {
  grammar: {
    structure: 'elements',
    words: [
      ...XML_WORDS,
      ...[
        'nullFlavor="UNK"',
        'xsi:type="PQ"',
        'xsi:type="IVL_PQ"',
        'xsi:type="ED"',
        'xsi:type="a:CD"',
        'value="1e999"',
        'value="-"',
        'unit="{"',
      ],
      ...[
        '<value xsi:type="PQ" value="1" unit="g"/>',
        '<originalText><reference value="#a"/></originalText>',
        '<reference value="#"/>',
      ],
      ...[
        'ID="a"',
        'negationInd="true"',
        'root="1.3.6.1.4.1.19376.1.3.1.6"',
        'typeCode="COMP"',
        'classCode="CLUSTER"',
        '<renderMultiMedia referencedObject="a b"/>',
      ],
      ...[
        '<section>',
        '<entry>',
        '<component>',
        '<observation classCode="OBS" moodCode="EVN">',
        '<table>',
        '<td>',
        '<tr><td rowspan="99999999"/></tr>',
      ],
    ],
    openings: [
      ...([
        '<a>',
        '<component>',
        '<organizer>',
        '<entryRelationship><observation>',
        '<section><text><table><tr><td>',
        '<content>',
        '<list><item>',
      ] as const),
    ],
  },
  samples: () => [
    ...sampleDocuments(),
    ...publishedFiles('ci-sis', 'examples', '.xml'),
    ...publishedFiles('hl7v2-examples', '', '.xml'),
  ],
  hostile: {
    ...xmlHostility(HEAD, FOOT),
    'a billion laughs in the header': () =>
      Buffer.from(HEADER.replace('<ClinicalDocument', '<!DOCTYPE a [<!ENTITY a "b">]><ClinicalDocument') + BODY),
    'a hundred thousand addressees': () =>
      Buffer.from(`${HEADER}${'<informationRecipient><intendedRecipient/></informationRecipient>'.repeat(100_000)}${BODY}`),
    'a long style sheet around': () =>
      Buffer.from(
        `<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">${'<xsl:variable name="a"/>'.repeat(150_000)}${text().replace(/^<\?xml.*?\?>/, '')}</xsl:stylesheet>`,
      ),
    'a style sheet around, and much after': () =>
      Buffer.from(
        `<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">${text().replace(/^<\?xml.*?\?>/, '')}${'<xsl:variable name="a"/>'.repeat(150_000)}</xsl:stylesheet>`,
      ),
    'many texts of one name': () => inside('<content ID="a">b</content>'.repeat(100_000)),
    'many texts of names of their own': () =>
      inside(Array.from({ length: 60_000 }, (_, index) => `<content ID="a${index}">b</content>`).join('')),
    'a table of a million cells': () =>
      inside(`<table><tbody>${`<tr>${'<td>1</td>'.repeat(1000)}</tr>`.repeat(150)}</tbody></table>`),
    'the deepest narrative': () => inside(`${'<content>'.repeat(80)}x${'</content>'.repeat(80)}`),
    'the deepest narratives, wide': () => inside(`${'<content>'.repeat(80)}${'<br/>x'.repeat(50_000)}${'</content>'.repeat(80)}`),
    'many entries': () => Buffer.from(HEAD + FOOT.replace(entry, entry.repeat(Math.floor(3_000_000 / entry.length)))),
    'many sections': () =>
      Buffer.from(
        text().replace(
          '</section>',
          `${'<component><section><code code="18719-5" codeSystem="2.16.840.1.113883.6.1"/><text/></section></component>'.repeat(20_000)}</section>`,
        ),
      ),
    'many pictures': () => inside('<renderMultiMedia referencedObject="a b c d e f"/>'.repeat(60_000)),
    'a picture of a million names': () => inside(`<renderMultiMedia referencedObject="${'a '.repeat(1_000_000)}"/>`),
    'a PDF of zeros': () =>
      Buffer.from(
        text().replace(/(mediaType="application\/pdf"[^>]*>)[^<]*/, (_, opening: string) => opening + 'A'.repeat(8_000_000)),
      ),
    'a title of blanks': () => Buffer.from(text().replace(/<title>.*?<\/title>/, `<title>${' '.repeat(2_000_000)}</title>`)),
  },
};
