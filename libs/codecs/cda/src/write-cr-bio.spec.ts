import fc from 'fast-check';
import { XmlC14NMode, XmlDocument } from 'libxml2-wasm';
import type { CdaObservation, CdaValue, CrBioDocument } from './cr-bio-document.js';
import { sampleDocument, sampleObservation } from '../test/sample-document.js';
import { writeCrBio } from './write-cr-bio.js';

const write = (document: CrBioDocument) => writeCrBio(document).toString('utf8');
const withResults = (...groups: CdaObservation[]): CrBioDocument => ({
  ...sampleDocument,
  chapters: [{ ...sampleDocument.chapters[0], groups }],
});
const only = (value: CdaValue | undefined, change: Partial<CdaObservation> = {}) =>
  write(withResults(sampleObservation(1, value, change)));

describe('writeCrBio', () => {
  it('gives the same bytes for the same document', () => {
    expect(writeCrBio(sampleDocument).equals(writeCrBio(sampleDocument))).toBe(true);
  });

  it('spells as Canonical XML does', () => {
    const bytes = write(sampleDocument);
    const document = XmlDocument.fromString(bytes);
    try {
      expect(bytes).toBe(
        `<?xml version="1.0" encoding="UTF-8"?>\n${document.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_1_0 })}`,
      );
    } finally {
      document.dispose();
    }
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

  it('carries the PDF byte for byte', () => {
    const pdf = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    const base64 = /representation="B64">([^<]*)</.exec(write({ ...sampleDocument, pdf }))?.[1] ?? '';

    expect(Buffer.from(base64, 'base64').equals(pdf)).toBe(true);
  });

  it('writes no comment section without comments', () => {
    expect(write({ ...sampleDocument, comments: [] })).not.toContain('55112-7');
  });
});
