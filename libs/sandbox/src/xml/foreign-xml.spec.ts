import { MalformedInput } from '@segur/errors';
import { escaped, value, values, withXml } from './foreign-xml.js';

describe('withXml', () => {
  it('finds by namespace, whatever the prefix', () => {
    const text = '<x:Header xmlns:x="urn:hl7-org:v3" a="1"><x:id root=" 2 "/><id xmlns="" root="3"/></x:Header>';

    expect(withXml(Buffer.from(text), (root) => [values(root, 'hl7:id/@root'), value(root, '@a'), value(root, '@b')])).toEqual([
      ['2'],
      '1',
      undefined,
    ]);
  });

  it('reads a text of more than ten megabytes, as a PDF in a CDA may be', () => {
    expect(withXml(Buffer.from(`<a>${'x'.repeat(11_000_000)}</a>`), (root) => root.content.length)).toBe(11_000_000);
  });

  it.each([
    ['a document type', Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')],
    ['a document type in UTF-16', Buffer.from('\ufeff<!DOCTYPE a [<!ENTITY b "c">]><a/>', 'utf16le')],
    ['an external entity', Buffer.from('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>')],
    ['two roots', Buffer.from('<a/><b/>')],
    ['nothing', Buffer.alloc(0)],
  ])('refuses %s', (_what, bytes) => {
    expect(() => withXml(bytes, () => undefined)).toThrow(MalformedInput);
  });
});

describe('escaped', () => {
  it('makes any text fit for XML', () => {
    expect(escaped(`<a b='c'>&"</a>`)).toBe('&#60;a b=&#39;c&#39;&#62;&#38;&#34;&#60;/a&#62;');
  });
});
