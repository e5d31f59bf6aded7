import { SaxesParser } from 'saxes';
import { UnreadableSchema } from './schema-files.js';

const SCHEMATRON = 'http://purl.oclc.org/dsdl/schematron';

/** An element of a schema. Names of other vocabularies are kept with a colon, so that nothing takes them for Schematron. */
export interface SchemaElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly (SchemaElement | string)[];
}

interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  content: (OpenElement | string)[];
}

/**
 * Reads one file of a schema.
 *
 * @throws {UnreadableSchema} It is not well-formed XML.
 */
export function readSchemaElement(text: string, file: string): SchemaElement {
  const holder: OpenElement = { name: '', attributes: {}, content: [] };
  const stack = [holder];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', () => {
    throw new UnreadableSchema('A file of the schema is not well-formed XML', { file });
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const own: Record<string, string> = {};
    for (const name in attributes) own[name] = attributes[name]?.value ?? '';
    const element = { name: uri === SCHEMATRON ? local : `other:${local}`, attributes: own, content: [] };
    stack.at(-1)?.content.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  const addText = (chunk: string) => {
    stack.at(-1)?.content.push(chunk);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text.replace(/^\uFEFF/, '')).close();
  return holder.content.find((part) => typeof part !== 'string') ?? holder;
}

/** Elements that an element holds, texts aside. */
export function elementsOf(element: SchemaElement): readonly SchemaElement[] {
  return element.content.filter((part) => typeof part !== 'string');
}

/** Elements of one name that an element holds. */
export function elementsNamed(element: SchemaElement, name: string): readonly SchemaElement[] {
  return elementsOf(element).filter((part) => part.name === name);
}

/** Text of an element and of all that it holds, white space normalised. */
export function textOf(element: SchemaElement | undefined): string {
  if (!element) return '';
  const all = (part: SchemaElement | string): string => (typeof part === 'string' ? part : part.content.map(all).join(''));
  return all(element).replaceAll(/\s+/g, ' ').trim();
}
