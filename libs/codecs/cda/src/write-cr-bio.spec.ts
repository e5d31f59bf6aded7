import fc from 'fast-check';
import { XmlC14NMode, XmlDocument } from 'libxml2-wasm';
import { MalformedInput } from '@segur/errors';
import type { CdaObservation, CdaValue, CrBioDocument } from './cr-bio-document.js';
import { everyFeature, features } from '../test/every-feature.js';
import { bareDocument } from '../test/feature-samples.js';
import { sampleDocument, sampleObservation } from '../test/sample-document.js';
import { writeCrBio, writeCrBioN1 } from './write-cr-bio.js';

const write = (document: CrBioDocument) => writeCrBio(document).toString('utf8');
const withResults = (...groups: CdaObservation[]): CrBioDocument => ({
  ...sampleDocument,
  chapters: [{ ...sampleDocument.chapters[0], groups }],
});
const feature = (name: string) => write(features[name] ?? bareDocument);
/** What libxml2 makes of it by Canonical XML 1.0, with the declaration before it. */
const canonical = (xml: string) => {
  const document = XmlDocument.fromString(xml);
  try {
    return `<?xml version="1.0" encoding="UTF-8"?>\n${document.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_1_0 })}`;
  } finally {
    document.dispose();
  }
};
const only = (value: CdaValue | undefined, change: Partial<CdaObservation> = {}) =>
  write(withResults(sampleObservation(1, value, change)));

describe('writeCrBio', () => {
  it('gives the same bytes for the same document', () => {
    expect(writeCrBio(sampleDocument).equals(writeCrBio(sampleDocument))).toBe(true);
  });

  it.each([sampleDocument, everyFeature])('spells as Canonical XML does', (document) => {
    const bytes = write(document);

    expect(bytes).toBe(canonical(bytes));
  });

  it('spells any text as Canonical XML does, or refuses what XML cannot hold', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ unit: fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 4 }),
      fc.constantFrom(']]>', '<![CDATA[', '"\'&amp;', '\u0000', '\ud800', '\r\n', '<?x?>', '-->'),
    );
    const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
    fc.assert(
      fc.property(
        fc.record({ label: hostile, text: hostile, comment: hostile, code: hostile }),
        ({ label, text, comment, code }) => {
          const printed = { label, result: text, unit: text, reference: text, interpretation: text, method: text, notes: [text] };
          const local = { code, codeSystem: '1.2', displayName: label };
          const document = withResults(
            sampleObservation(1, { type: 'ST', text }, { printed, comments: [comment], code: { local } }),
          );
          if (forbidden.test([label, text, comment, code].join(' '))) {
            expect(() => write(document)).toThrow(MalformedInput);
          } else {
            expect(write(document)).toBe(canonical(write(document)));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each<[string, CdaValue | undefined, string]>([
    ['quantity', { type: 'PQ', value: '1.50', unit: 'g/L' }, '<value unit="g/L" value="1.50" xsi:type="PQ">'],
    ['number without dimension', { type: 'REAL', value: '7.40' }, '<value value="7.40" xsi:type="REAL">'],
    [
      'below',
      { type: 'IVL_PQ', high: { value: '5', unit: 'g/L', inclusive: false } },
      '<value xsi:type="IVL_PQ"><high inclusive="false" unit="g/L" value="5">',
    ],
    [
      'titre',
      { type: 'RTO', numerator: '1', denominator: '80.5' },
      '<value xsi:type="RTO"><numerator value="1" xsi:type="INT"></numerator><denominator value="80.5" xsi:type="REAL">',
    ],
    [
      'coded',
      { type: 'CD', code: { code: 'P', codeSystem: '1.2', displayName: 'Présence' } },
      '<value code="P" codeSystem="1.2" displayName="Présence" xsi:type="CD"><originalText><reference value="#c1-r1-val">',
    ],
    ['words', { type: 'CD' }, '<value xsi:type="CD"><originalText><reference value="#c1-r1-val">'],
    ['text', { type: 'ST', text: 'a < b & c' }, '<value xsi:type="ST">a &lt; b &amp; c</value>'],
    ['date', { type: 'TS', value: '20261102' }, '<value value="20261102" xsi:type="TS">'],
    ['nothing to give', { type: 'none' }, '<value nullFlavor="NI" xsi:type="CD">'],
  ])('writes a %s', (_, value, expected) => {
    expect(only(value)).toContain(expected);
  });

  it('writes no value for a result that could not be obtained', () => {
    const observation =
      /<observation classCode="OBS" moodCode="EVN"><templateId root="1.3.6.1.4.1.19376.1.3.1.6">.*?<\/observation>/.exec(
        only(undefined, { status: 'aborted' }),
      )?.[0];

    expect(observation).toContain('<statusCode code="aborted">');
    expect(observation).not.toContain('xsi:type="PQ"');
    expect(observation?.replace(/<referenceRange.*<\/referenceRange>/, '')).not.toContain('<value');
  });

  it('writes a code that no LOINC names bare, with the local code as translation', () => {
    expect(only({ type: 'CD' }, { code: { local: { code: 'LOC', codeSystem: '1.2', displayName: 'Local' } } })).toContain(
      '<code><originalText><reference value="#c1-r1"></reference></originalText><translation code="LOC" codeSystem="1.2" displayName="Local">',
    );
  });

  it('writes a range as bounds, or else as the words that were printed', () => {
    const bounds = only({ type: 'PQ', value: '1', unit: 'g/L' }, { range: { low: { value: '0.5', unit: 'g/L' } } });
    const words = only({ type: 'CD' });

    expect(bounds).toContain('<value xsi:type="IVL_PQ"><low unit="g/L" value="0.5"></low></value>');
    expect(words).toContain('moodCode="EVN.CRT"><text><reference value="#c1-r1-ref">');
    expect(words).toContain('<content ID="c1-r1-ref">3 - 6</content>');
  });

  it('shows in the narrative whatever was printed, and every reference finds its place', () => {
    const printable = fc
      .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 })
      .map((text) => `x${text.replace(/[\r\n]/g, '')}`);
    const value = fc.oneof(
      fc.constant<CdaValue>({ type: 'CD' }),
      fc.constant<CdaValue>({ type: 'PQ', value: '1', unit: 'g/L' }),
      fc.constant<CdaValue>({ type: 'none' }),
    );
    const result = fc.record({
      label: printable,
      text: printable,
      method: fc.option(printable),
      comments: fc.array(printable),
      value,
    });
    fc.assert(
      fc.property(fc.array(result, { minLength: 1, maxLength: 8 }), (results) => {
        const xml = write(
          withResults(
            ...results.map(({ label, text, method, comments, value: typed }, index) =>
              sampleObservation(index, typed, {
                printed: { label, result: text, unit: '', reference: '', interpretation: '', ...(method && { method }) },
                comments,
              }),
            ),
          ),
        );
        const ids = Array.from(xml.matchAll(/ ID="([^"]*)"/g), ([, id]) => id);
        const references = Array.from(xml.matchAll(/<reference value="#([^"]*)"/g), ([, id]) => id);
        const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toEqual(expect.arrayContaining(references));
        for (const { label, text, comments } of results) {
          for (const shown of [label, text, ...comments]) expect(xml).toContain(`>${escaped(shown)}<`);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('gives every place an ID of its own, and finds each one that is referred to', () => {
    const xml = write(everyFeature);
    const ids = Array.from(xml.matchAll(/ ID="([^"]*)"/g), ([, id]) => id);
    const references = Array.from(xml.matchAll(/(?:reference value="#|referencedObject=")([^"]*)"/g), ([, id]) => id);

    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(references));
  });

  it('leaves results to the sub-chapters of a chapter that has some', () => {
    const chapter = /<section><templateId root="1.3.6.1.4.1.19376.1.3.3.2.1">.*?<component>/.exec(feature('sub-chapters'))?.[0];

    expect(chapter).toContain('<title>BIOCHIMIE</title>');
    expect(chapter).not.toMatch(/<text>|<entry/);
  });

  it('writes what is not known of an executing laboratory as such', () => {
    const performer = /<performer typeCode="PRF"><templateId root="[^"]*"><\/templateId><templateId .*?<\/performer>/.exec(
      feature('a performer of whom nothing is known'),
    )?.[0];

    for (const name of ['time', 'id', 'name', 'telecom', 'addr', 'standardIndustryClassCode'])
      expect(performer).toContain(`<${name} nullFlavor="UNK">`);
  });

  it('shows a column of earlier results only where there are some', () => {
    expect(feature('earlier results')).toContain('<content ID="c1-r1-ant1">5,10 mmol/L</content> (01/03/2026)');
    expect(feature('the least')).not.toContain('Antériorités');
  });

  it('names a kit, a medium, who performed and who validated under the result, and none of them twice', () => {
    const xml = feature('methods, kit and medium');

    expect(xml.split('>Trousse : Alinity m<')).toHaveLength(2);
    expect(xml).toContain('>Milieu : Hologic ThinPrep PreservCyt<');
    expect(feature('validators and performers everywhere')).toContain(
      '<td colspan="5">Réalisé par LABORATOIRE DE TEST, 99000 TESTVILLE (DR CLAIRE TESTBIO) le 20/11/2026 16:00</td>',
    );
  });

  it('refers to what was printed where the value alone says something else', () => {
    const value: CdaValue = { type: 'PQ', value: '4.89', unit: 'mmol/L' };
    const printed = { label: 'Glucose', result: '4.89', unit: 'mmol/L', reference: '', interpretation: '' };

    expect(only(value, { printed })).not.toContain('#c1-r1-val');
    expect(only(value, { printed: { ...printed, result: '4,89' } })).toContain('<text><reference value="#c1-r1-val">');
  });

  it('hangs the ids of its places on its own', () => {
    expect(feature('second intention')).toContain('<id extension="doc-1" root="2.25.102">');
    expect(feature('a document whose id has an extension')).toContain('<id extension="DOC-1-pdf" root="1.2.3">');
  });

  it('carries the PDF byte for byte', () => {
    const pdf = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    const base64 = /representation="B64">([^<]*)</.exec(write({ ...sampleDocument, pdf }))?.[1] ?? '';

    expect(Buffer.from(base64, 'base64').equals(pdf)).toBe(true);
  });

  it('writes no comment section without comments', () => {
    expect(write({ ...sampleDocument, comments: [] })).not.toContain('55112-7');
  });
});

describe('writeCrBioN1', () => {
  const xml = writeCrBioN1(bareDocument.header, bareDocument.pdf).toString('utf8');

  it('claims the structuration minimale, and neither XD-LAB nor the volet', () => {
    const roots = Array.from(xml.slice(0, xml.indexOf('<id ')).matchAll(/templateId root="([^"]*)"/g), ([, root]) => root);

    expect(roots).toEqual(['2.16.840.1.113883.2.8.2.1', '1.2.250.1.213.1.1.1.1', '1.3.6.1.4.1.19376.1.2.20']);
  });

  it('holds the PDF and nothing else', () => {
    const pdf = bareDocument.pdf as Buffer;

    expect(xml).toContain(
      `<component><nonXMLBody><text mediaType="application/pdf" representation="B64">${pdf.toString('base64')}</text></nonXMLBody></component>`,
    );
    expect(xml).toBe(canonical(xml));
  });
});
