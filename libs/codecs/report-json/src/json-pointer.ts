/** A place in a JSON text: names of fields and positions in lists, from the root. */
export type JsonPath = readonly (string | number)[];

/**
 * Spells a place. The root is the empty text.
 *
 * A field that does not look like one of ours may be a name or a number of a patient, and is spelled `?`.
 *
 * @see RFC 6901
 */
export function toJsonPointer(path: JsonPath): string {
  return path.map((step) => `/${typeof step === 'number' || FIELD_NAME.test(step) ? step : '?'}`).join('');
}

/** Camel case without a figure: no escape of RFC 6901 is needed, and no number or capitalised name passes. */
const FIELD_NAME = /^[a-z][A-Za-z]{0,39}$/;
