import { MalformedInput } from '@segur/errors';

declare const written: unique symbol;

/** Well-formed XML text in canonical spelling. Only the functions of this file make it, so nothing unescaped slips in. */
export type Xml = string & { readonly [written]: true };

/** What may stand between two tags. `undefined` and `false` are left out, so that optional parts read as conditions. */
export type XmlChild = Xml | undefined | false;

/** Attribute values by qualified name. `undefined` leaves the attribute out. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/**
 * Writes one element in the spelling of Canonical XML: start and end tag, namespace declarations first, then attributes in order.
 *
 * Order of attributes: unprefixed by name, then prefixed by name. That is C14N order as long as one element has no two
 * prefixed attributes whose prefixes sort otherwise than their namespaces; the formats written here have `xsi:` at most.
 *
 * @throws {MalformedInput} An attribute holds a character that XML 1.0 cannot.
 * @see Canonical XML 1.0, clauses 2.2 and 2.3
 */
export function element(name: string, attributes: XmlAttributes, ...children: readonly XmlChild[]): Xml {
  let out = `<${name}`;
  for (const key of keysInCanonicalOrder(attributes)) {
    const value = attributes[key];
    if (value !== undefined) out += ` ${key}="${escapeAttribute(value)}"`;
  }
  out += '>';
  for (const child of children) if (child) out += child;
  return `${out}</${name}>` as Xml;
}

/** Writes several pieces side by side. */
export function fragment(...children: readonly XmlChild[]): Xml {
  let out = '';
  for (const child of children) if (child) out += child;
  return out as Xml;
}

/**
 * Writes character data.
 *
 * @throws {MalformedInput} The text holds a character that XML 1.0 cannot.
 */
export function text(value: string): Xml {
  if (!TEXT_SPECIAL.test(refuseForbidden(value))) return value as Xml;
  return value.replace(/[&<>\r]/g, (character) => TEXT_ESCAPES[character] ?? character) as Xml;
}

/** An element that holds only character data. */
export function textElement(name: string, attributes: XmlAttributes, value: string): Xml {
  return element(name, attributes, text(value));
}

/** The declaration and the root: a whole document, to be encoded as UTF-8 without byte order mark. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}

const TEXT_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
const ATTRIBUTE_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

// XML 1.0, production 2 (Char): no control characters but tab, line feed and carriage return, no lone surrogate.
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

// Nearly no text has one of these, and a class alone is tested several times faster than the rule above.
const SUSPECT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
const TEXT_SPECIAL = /[&<>\r]/;
const ATTRIBUTE_SPECIAL = /[&<"\t\n\r]/;

function refuseForbidden(value: string): string {
  if (SUSPECT.test(value) && FORBIDDEN.test(value))
    throw new MalformedInput('A character that XML cannot hold', { length: value.length });
  return value;
}

function escapeAttribute(value: string): string {
  if (!ATTRIBUTE_SPECIAL.test(refuseForbidden(value))) return value;
  return value.replace(/[&<"\t\n\r]/g, (character) => ATTRIBUTE_ESCAPES[character] ?? character);
}

/** Callers mostly give their attributes in order already: that is seen without sorting. */
function keysInCanonicalOrder(attributes: XmlAttributes): readonly string[] {
  const keys = Object.keys(attributes);
  for (let index = 1; index < keys.length; index += 1) {
    if (inCanonicalOrder(keys[index - 1] ?? '', keys[index] ?? '') > 0) return keys.sort(inCanonicalOrder);
  }
  return keys;
}

function inCanonicalOrder(a: string, b: string): number {
  return rankOf(a) - rankOf(b) || (a < b ? -1 : 1);
}

function rankOf(name: string): number {
  if (name.startsWith('xmlns')) return name === 'xmlns' ? 0 : name.startsWith('xmlns:') ? 1 : 2;
  return name.includes(':') ? 3 : 2;
}
