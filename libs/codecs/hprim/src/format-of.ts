/** `hprim-sante`: segments. `hprim-medecin`: twelve lines, a text, marks of stars. */
export type HprimFormat = 'hprim-sante' | 'hprim-medecin';

const MARK = /^[ \t]*\*{3,5}(?:LAB|FIN|FINFICHIER)\*{3,5}[ \t]*\r?$/im;
/** Far enough for the first mark of a report that somebody could read; a door looks at every file. */
const LOOKED_AT = 1024 * 1024;

/** Tells the two formats apart by their first bytes and their marks, without reading them; nothing when it is neither. Cheap, never throws. */
export function formatOf(bytes: Uint8Array): HprimFormat | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, LOOKED_AT));
  const wide = buffer[0] === 0xff || buffer[0] === 0xfe;
  // Only ASCII is looked for: without its zero bytes, UTF-16 of ASCII is ASCII.
  const text = wide ? buffer.toString('latin1').replaceAll('\u0000', '') : buffer.toString('latin1');
  if (/^[^A-Za-z0-9]{0,16}H([^\p{L}\p{N}\s])[^\p{L}\p{N}\s]{3,4}\1/u.test(text)) return 'hprim-sante';
  return MARK.test(text) ? 'hprim-medecin' : undefined;
}
