/** What stands at a place of a JSON text, without saying what it says. */
export type JsonKind =
  'nothing' | 'null' | 'boolean' | 'number' | 'empty text' | 'text' | 'list' | 'object' | 'more' | 'something else';

/** The kinds in French. */
export const KIND_FR: Readonly<Record<JsonKind, string>> = {
  nothing: 'rien',
  null: 'null',
  boolean: 'un booléen',
  number: 'un nombre',
  'empty text': 'un texte vide',
  text: 'un texte',
  list: 'une liste',
  object: 'un objet',
  more: 'davantage',
  'something else': 'autre chose',
};

/** The kind of a value read from JSON. `undefined` is nothing. */
export function kindOf(value: unknown): JsonKind {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string') return value === '' ? 'empty text' : 'text';
  if (typeof value === 'boolean' || typeof value === 'number') return typeof value as 'boolean' | 'number';
  return Array.isArray(value) ? 'list' : 'object';
}
