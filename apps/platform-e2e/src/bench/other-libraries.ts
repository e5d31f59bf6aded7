import { XMLParser } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';
import { create } from 'xmlbuilder2';

/** An element as any library would be handed it. */
export interface PlainElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: (string | PlainElement)[];
}

/** A document as a tree without anything of ours. */
export function toPlainTree(xml: string): PlainElement {
  const top: PlainElement = { name: '', attributes: {}, content: [] };
  const stack = [top];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    // Copied: saxes gives objects without prototype, which xmlbuilder2 does not take.
    const element: PlainElement = { name, attributes: { ...attributes }, content: [] };
    stack.at(-1)?.content.push(element);
    stack.push(element);
  });
  parser.on('text', (text) => stack.at(-1)?.content.push(text));
  parser.on('closetag', () => stack.pop());
  parser.write(xml).close();
  return top.content.find((item) => typeof item !== 'string') as PlainElement;
}

/** The same document by xmlbuilder2, in its fluent form. */
export function writeWithXmlbuilder2(tree: PlainElement): string {
  type Node = ReturnType<ReturnType<typeof create>['ele']>;
  const add = (parent: Pick<Node, 'ele'>, { name, attributes, content }: PlainElement): void => {
    const element = parent.ele(name, attributes);
    for (const item of content) {
      if (typeof item === 'string') element.txt(item);
      else add(element, item);
    }
  };
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  add(document, tree);
  return document.end();
}

/** The same bytes by saxes, which our readers stand on: events alone, nothing is made of them. */
export function readWithSaxes(xml: string): void {
  new SaxesParser({ xmlns: true }).write(xml).close();
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
});

/** The same bytes by fast-xml-parser, set so that it loses nothing. */
export function readWithFastXmlParser(xml: string): unknown {
  return parser.parse(xml);
}
