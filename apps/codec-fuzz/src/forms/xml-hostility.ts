/** What XML readers of the whole world fell over. Each takes the beginning and the end of a document that is right. */
export function xmlHostility(head: string, foot: string): Readonly<Record<string, () => Buffer>> {
  const within = (content: string) => Buffer.from(head + content + foot);
  const declared = (subset: string, content: string) => {
    const declaration = head.startsWith('<?xml') ? head.indexOf('?>') + 2 : 0;
    return Buffer.from(`${head.slice(0, declaration)}<!DOCTYPE a [${subset}]>${head.slice(declaration)}${content}${foot}`);
  };
  const laughs = Array.from({ length: 12 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join('');
  return {
    'a billion laughs': () => declared(`<!ENTITY l0 "ha">${laughs}`, '&l12;'),
    'an entity of a million signs, a thousand times': () => declared(`<!ENTITY a "${'a'.repeat(1_000_000)}">`, '&a;'.repeat(1000)),
    'an entity of itself': () => declared('<!ENTITY a "&b;"><!ENTITY b "&a;">', '&a;'),
    'a file of the machine': () => declared('<!ENTITY a SYSTEM "file:///etc/passwd">', '&a;'),
    'a parameter entity': () => declared('<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd"> %a;', ''),
    'a document type of a million signs': () => declared(`<!ATTLIST a ${'b CDATA "c" '.repeat(100_000)}>`, ''),
    'a hundred thousand levels': () => within('<a>'.repeat(100_000) + '</a>'.repeat(100_000)),
    'a hundred thousand levels left open': () => within('<a b="c">'.repeat(100_000)),
    'a million elements': () => within('<a/>'.repeat(1_000_000)),
    'a hundred thousand attributes': () =>
      within(`<a ${Array.from({ length: 100_000 }, (_, index) => `a${index}="1"`).join(' ')}/>`),
    'one attribute many times': () => within(`<a ${'a="1" '.repeat(100_000)}/>`),
    'an attribute of five million signs': () => within(`<a b="${'x'.repeat(5_000_000)}"/>`),
    'an attribute without end': () => Buffer.from(`${head}<a b="${'x '.repeat(2_000_000)}`),
    'a name of a million signs': () => within(`<${'a'.repeat(1_000_000)}/>`),
    'a hundred thousand prefixes': () =>
      within(`<a ${Array.from({ length: 100_000 }, (_, index) => `xmlns:p${index}="u"`).join(' ')}/>`),
    'a prefix of every level': () =>
      within(Array.from({ length: 90 }, (_, index) => `<a xmlns:p${index}="${'u'.repeat(10_000)}">`).join('')),
    'a million references': () => within('&amp;'.repeat(1_000_000)),
    'a million wrong references': () => within('&#xD800;'.repeat(200_000)),
    'a million little texts': () => within('a<!-- -->'.repeat(500_000)),
    'a million processing instructions': () => within('<?a b?>'.repeat(500_000)),
    'a comment without end': () => Buffer.from(`${head}<!--${'- '.repeat(2_000_000)}`),
    'a CDATA without end': () => Buffer.from(`${head}<![CDATA[${']'.repeat(4_000_000)}`),
    'a million line ends': () => within('\r\n'.repeat(2_000_000)),
    'UTF-16': () => Buffer.from(`\ufeff${head}${foot}`, 'utf16le'),
    'UTF-7': () => Buffer.from('<?xml version="1.0" encoding="UTF-7"?>+ADw-a/+AD4-'),
    'a declaration of a million signs': () => Buffer.from(`<?xml version="1.0" encoding="${'U'.repeat(1_000_000)}"?><a/>`),
    'a declaration of a million blanks': () => Buffer.from(`<?xml version="1.0"${' '.repeat(1_000_000)}x?><a/>`),
  };
}

/** Signs and words of every XML format. */
export const XML_WORDS = [
  ...[
    '<',
    '>',
    '/>',
    '</',
    '"',
    "'",
    '&',
    ';',
    '=',
    '<a>',
    '</a>',
    '<a/>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?a',
    '?>',
    '<?xml version="1.0"?>',
  ],
  ...[
    '&amp;',
    '&lt;',
    '&#0;',
    '&#x10FFFF;',
    '&#xD800;',
    '&a;',
    '<!DOCTYPE a [<!ENTITY a "b">]>',
    'xmlns=""',
    'xmlns="urn:hl7-org:v3"',
  ],
  ...[
    'xmlns:xml="a"',
    'xmlns:a=""',
    'xsi:nil="true"',
    'xml:space="preserve"',
    'encoding="ISO-8859-1"',
    '__proto__',
    'constructor',
    'toString',
  ],
] as const;
