// Atoms of UCUM that medicine uses; those of the first list take a metric prefix. Bracketed atoms are taken by form.
const METRIC =
  'm s g rad K C cd L l mol sr Hz N Pa J W A V F Ohm S Wb Cel T H lm lx Bq Gy Sv bar kat eq osm U t u eV cal B Np bit By st Ci G dyn erg ' +
  'm[Hg] m[H2O] P St R RAD REM Gal Gb Mx Oe Ky sb tex gf mho b Bd Bi Lmb';
const PLAIN = '% g% min h d wk mo a deg pi ar AU pc Torr Ph ph atm att circ sph gon Ao a_j a_t a_g mo_j mo_s mo_g';
const PREFIX = '(?:Y|Z|E|P|T|G|M|k|h|da|d|c|m|u|n|p|f|a|z|y)?';

const escaped = (atoms: string) => atoms.split(' ').map((atom) => atom.replace(/[%*[\]]/g, '\\$&'));
const ATOM = `(?:${PREFIX}(?:${escaped(METRIC).join('|')}|\\[[^\\]{}\\s]+\\])|(?:${escaped(PLAIN).join('|')})|10[*^])`;
const COMPONENT = new RegExp(`^(?:${ATOM}(?:[+-]?\\d+)?|\\d+)$`);

/**
 * True for what may be a unit of a quantity in a CR-BIO: a UCUM term, annotations aside.
 *
 * A bare number is UCUM too, but the official list has none: `1` is refused there, and so here.
 *
 * @see The Unified Code for Units of Measure, clause 2.2
 */
export function isUnit(text: string): boolean {
  // Parentheses only group: `g/(24.h)`.
  const bare = text.replace(/\{[^{}\s]*\}|[()]/g, '');
  if (bare === '' && text !== '') return true;
  if (/\s/.test(bare) || /^\d+$/.test(bare)) return false;
  const terms = bare.replace(/^\//, '').split(/[./]/);
  // `/{…}` and `mL/{…}` lose a whole term with its annotation.
  return terms.every((term) => (term === '' ? text.includes('{') : COMPONENT.test(term)));
}
