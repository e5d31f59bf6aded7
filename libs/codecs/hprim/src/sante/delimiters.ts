import { HprimDecodingError } from '../hprim-decoding-error.js';

/** The characters that separate, as the five after `H` declare them. */
export interface Delimiters {
  readonly field: string;
  /** Sub-field. */
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  /** Sub-sub-field. */
  readonly subcomponent: string;
}

/** `|~^\&`: what HPRIM senders write, and what we write. Components and repetitions are swapped against HL7. */
export const USUAL_DELIMITERS: Delimiters = { field: '|', component: '~', repetition: '^', escape: '\\', subcomponent: '&' };

const LOCATION = 'H[1]-2';

/**
 * Reads the five delimiters, each by its position: field, component, repetition, escape, sub-component.
 *
 * @param header - The text from its `H` on.
 * @param agreed - The roles of this partner's delimiters, where its order is another: ASTM writes repetition, component, escape.
 * @throws {HprimDecodingError} `hprim-structure`: no `H`, or delimiters that are missing, doubled, or letters. `hprim-delimiters`: a
 * backslash elsewhere than fourth, so that the roles cannot be told and nothing was agreed.
 * @see hprim-sante.md §1.2
 */
export function decodeDelimiters(header: string, agreed?: Delimiters): Delimiters {
  const [, field = '', rest = ''] = /^H([^\p{L}\p{N}\s])(.{0,5})/u.exec(header) ?? [];
  const end = rest.indexOf(field);
  const declared = [...(end === -1 ? rest : rest.slice(0, end))];
  const [component, repetition, escape, subcomponent] = declared;
  if (field === '' || !component || !repetition || !escape || !subcomponent || declared.length !== 4)
    throw new HprimDecodingError('hprim-structure', LOCATION, 'The file does not start with H and its five delimiters');
  if (new Set(declared).size !== 4 || declared.some((character) => /[\p{L}\p{N}\s]/u.test(character)))
    throw new HprimDecodingError('hprim-structure', LOCATION, 'H declares a delimiter twice, or a letter, a figure or a blank');
  if (agreed) return checkAgreed(agreed, [field, ...declared]);
  if (declared.includes('\\') && escape !== '\\')
    throw new HprimDecodingError(
      'hprim-delimiters',
      LOCATION,
      'The backslash is not fourth: the roles of the delimiters are ambiguous',
    );
  return { field, component, repetition, escape, subcomponent };
}

function checkAgreed(agreed: Delimiters, declared: readonly string[]): Delimiters {
  const { field, component, repetition, escape, subcomponent } = agreed;
  const sorted = (characters: readonly string[]) => characters.toSorted().join('');
  if (sorted([field, component, repetition, escape, subcomponent]) !== sorted(declared))
    throw new HprimDecodingError('hprim-delimiters', LOCATION, 'H declares other delimiters than those agreed with the partner');
  return agreed;
}

/** True for `|~^\&`. */
export function areUsual(delimiters: Delimiters): boolean {
  return (Object.keys(USUAL_DELIMITERS) as (keyof Delimiters)[]).every((key) => delimiters[key] === USUAL_DELIMITERS[key]);
}
