import { FhirDecimal } from './decimal.js';
import type { DocumentBundle, Resource } from './resources.js';

/**
 * Writes a resource as FHIR JSON, UTF-8. Decimals keep their digits; the same resource gives the same bytes.
 *
 * FHIR knows no empty element: a blank text, a list or an object without content, and what is undefined are left out.
 *
 * @see FHIR R4, JSON representation
 */
export function writeFhirJson(resource: DocumentBundle | Resource): Uint8Array {
  return Buffer.from(spell(resource) ?? '{}', 'utf8');
}

/** JSON text of a value; nothing for what must be left out. */
function spell(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : JSON.stringify(value);
  if (typeof value === 'boolean' || typeof value === 'number') return JSON.stringify(value);
  if (value instanceof FhirDecimal) return value.digits;
  if (Array.isArray(value)) return enclose('[', value.map(spell), ']');
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = Object.entries(value).map(([name, field]) => {
    const spelled = spell(field);
    return spelled === undefined ? undefined : `${JSON.stringify(name)}:${spelled}`;
  });
  return enclose('{', fields, '}');
}

function enclose(open: string, parts: readonly (string | undefined)[], close: string): string | undefined {
  const told = parts.filter((part) => part !== undefined);
  return told.length === 0 ? undefined : `${open}${told.join(',')}${close}`;
}
