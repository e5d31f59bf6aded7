import fc from 'fast-check';
import { XmlC14NMode, XmlDocument } from 'libxml2-wasm';
import { everyFeature } from '../test/every-feature.js';
import { bareDocument, result } from '../test/feature-samples.js';
import type { CrBioDocument } from './cr-bio-document.js';
import { writeCrBio } from './write-cr-bio.js';
import { writeSelfPresentable } from './write-self-presentable.js';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACES = { c: 'urn:hl7-org:v3', data: 'urn:asip-sante:ci-sis', xsl: 'http://www.w3.org/1999/XSL/Transform' };

function canonical(xml: string): string {
  const document = XmlDocument.fromString(xml);
  try {
    return document.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_1_0 });
  } finally {
    document.dispose();
  }
}

function count(xml: string, path: string): number {
  const document = XmlDocument.fromString(xml);
  try {
    return document.find(path, NAMESPACES).length;
  } finally {
    document.dispose();
  }
}

describe('writeSelfPresentable', () => {
  const written = writeSelfPresentable(everyFeature).toString('utf8');

  it('names itself as its style sheet, and carries the document in data:Contenu', () => {
    expect(written).toMatch(/^<\?xml [^>]*>\n<\?xml-stylesheet href="#" type="text\/xsl"\?>\n<xsl:stylesheet /);
    expect(count(written, '/xsl:stylesheet/data:Contenu/c:ClinicalDocument')).toBe(1);
  });

  it('carries every element of the plain form, under a prefix, types too', () => {
    const plain = writeCrBio(everyFeature).toString('utf8');

    expect(count(written, '//c:ClinicalDocument//*')).toBe(count(plain, '/c:ClinicalDocument//*'));
    expect(written).toContain('<c:value unit="mmol/L" value="4.89" xsi:type="c:PQ">');
    expect(written).toContain('<lab:statusCode code="completed">');
    expect(written).not.toMatch(/xsi:type="(?!c:)/);
  });

  it('spells as Canonical XML does, whatever the texts are', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .filter((value) => !/[\p{Cc}\ufffe\uffff]/u.test(value.replace(/[\t\n\r]/g, '')));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        const document: CrBioDocument = {
          ...bareDocument,
          chapters: [{ ...bareDocument.chapters[0], groups: texts.map((value) => result(value, { type: 'ST', text: value })) }],
        };
        const xml = writeSelfPresentable(document).toString('utf8');

        expect(xml).toBe(DECLARATION + canonical(xml));
      }),
      { numRuns: 50 },
    );
  });
});
