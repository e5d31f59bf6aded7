import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from '@segur/errors';
import { KitFileUnreadable, kitFileUnreadable, readKitFile } from './kit-file.js';
import { DOCTYPE } from './parse-document.js';
import { ParseOption, XmlDocument, XmlElement, XmlError, XmlLibError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

// Without HUGE, libxml2 refuses a text of more than 10 MB: the base64 of a PDF may be one.
const PARSE = { option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_HUGE };

const validators = new Map<string, XsdValidator>();

/**
 * Validates against the XSD of the official kit. The schema is compiled once per process.
 *
 * A document with a DOCTYPE is refused before libxml2 sees it.
 *
 * @param ciSisDir - Folder of the kit, laid out as the publisher's repository.
 */
export function validateXsd(bytes: Uint8Array, ciSisDir: string): readonly Finding[] {
  // With HUGE, libxml2 has no guard of its own against entities that expand.
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('<!DOCTYPE')) return [DOCTYPE];
  const validator = validatorOf(ciSisDir);
  if (!(validator instanceof XsdValidator)) return [validator];
  let document: XmlDocument | undefined;
  try {
    document = XmlDocument.fromBuffer(bytes, PARSE);
    const carried = document.root.name === 'stylesheet' ? document.get('//c:ClinicalDocument', { c: 'urn:hl7-org:v3' }) : null;
    if (carried instanceof XmlElement) validator.validate(carried);
    else validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.details.map(({ message }) => toFinding(message));
  } finally {
    // Memory of WebAssembly is not garbage collected.
    document?.dispose();
  }
}

function validatorOf(ciSisDir: string): XsdValidator | Finding {
  const known = validators.get(ciSisDir);
  if (known) return known;
  if (validators.size === 0) xmlRegisterFsInputProviders();
  try {
    // The schema of XSLT serves self-presentable documents only, and is slow to compile.
    const source = readKitFile(ciSisDir, SCHEMA).replace(/<xs:import\b[^>]*XSL\/Transform[^>]*\/>/, '');
    const schema = XmlDocument.fromString(source, { url: pathToFileURL(join(ciSisDir, SCHEMA)).href, ...PARSE });
    const validator = XsdValidator.fromDoc(schema);
    validators.set(ciSisDir, validator);
    return validator;
  } catch (error) {
    if (error instanceof KitFileUnreadable || error instanceof XmlError) return kitFileUnreadable('xsd', SCHEMA);
    throw error;
  }
}

const SCHEMA = 'infrastructure/cda/CDA_extended.xsd';

/** libxml2 quotes values, and a finding holds none: only names of elements and attributes, and what was expected, are kept. */
function toFinding(raw: string): Finding {
  const said = raw.replaceAll(/\{[^}]*\}/g, '').trim();
  const [, element, attribute] = /^Element '([^']*)'(?:, attribute '([^']*)')?/.exec(said) ?? [];
  const expected = /Expected is (?:one of )?\( [^)]*\)/.exec(said)?.[0];
  const kind = KINDS.find(([pattern]) => pattern.test(said))?.[1] ?? 'does not follow the schema';
  const place = element === undefined ? 'The document' : attribute === undefined ? element : `${element}/@${attribute}`;
  return {
    severity: 'error',
    code: 'xsd',
    location: element === undefined ? '/' : `//${place}`,
    message: [`${place} ${kind}`, expected].filter(Boolean).join('. '),
    messageFr: `${place} : non conforme au schéma XSD`,
  };
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/This element is not expected/, 'is not expected here'],
  [/Missing child element/, 'misses a child element'],
  [/is required but missing/, 'misses a required attribute'],
  [/The attribute '[^']*' is not allowed/, 'is not allowed'],
  [/not allowed/, 'has content that is not allowed'],
  [/is not accepted by the pattern|is not a valid value|facet/, 'has a value that is not valid'],
  [/xsi:type|type definition/, 'has a type that is not valid'],
];
