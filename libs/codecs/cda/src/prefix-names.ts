import { element, text, type Xml } from '@segur/xml';
import { SaxesParser, type SaxesAttributeNS } from 'saxes';

const HL7 = 'urn:hl7-org:v3';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const XSI_TYPE = 'xsi:type';

interface OpenElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Xml[];
}

/**
 * Spells a document of ours with a prefix on every HL7 name, types included, so that it can stand inside another root.
 *
 * The names of the extensions keep their prefixes. All namespaces are left to the root around it to declare.
 *
 * @param xml - What this codec wrote: no DOCTYPE, no processing instruction, no comment.
 */
export function prefixNames(xml: string, prefix: string): Xml {
  const stack: OpenElement[] = [{ name: '', attributes: {}, children: [] }];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, local, uri, attributes }) => {
    stack.push({
      name: uri === HL7 ? `${prefix}:${local}` : name,
      attributes: prefixTypes(Object.values(attributes), prefix),
      children: [],
    });
  });
  parser.on('text', (value) => {
    stack.at(-1)?.children.push(text(value));
  });
  parser.on('closetag', () => {
    const closed = stack.pop();
    if (closed) stack.at(-1)?.children.push(element(closed.name, closed.attributes, ...closed.children));
  });
  parser.write(xml).close();
  // Between declaration and root there is a line break: the root is what comes last.
  return stack[0]?.children.at(-1) ?? text('');
}

function prefixTypes(attributes: readonly SaxesAttributeNS[], prefix: string): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const { name, uri, value } of attributes) {
    if (uri !== XMLNS) kept[name] = name === XSI_TYPE ? `${prefix}:${value}` : value;
  }
  return kept;
}
