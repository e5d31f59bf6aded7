/** Bytes of one encoded word: 64 characters with its marks, so that a line holds it after the name of its header (RFC 2047, 2: 76). */
const WORD_BYTES = 39;
const LINE_LENGTH = 76;

/** One line: what a header cannot hold becomes a space, so that no value can begin a header of its own. */
export function oneLine(value: string): string {
  return value.replace(/\p{C}+/gu, ' ');
}

/**
 * Writes free text as the value of a header: as it is when it is ASCII, folded at spaces, else in encoded words.
 *
 * @param name - Of the header, without colon: the first line is shorter by it.
 * @see RFC 5322, 2.2.3; RFC 2047
 */
export function headerText(name: string, value: string): string {
  const line = oneLine(value);
  return isPlain(line) ? folded(line, name.length + 2) : encodedWords(line).join('\r\n ');
}

/** Writes a person's or a mailbox's name before an address. @see RFC 5322, 3.4 */
export function displayName(value: string): string {
  const line = oneLine(value);
  return isPlain(line) ? quoted(line) : encodedWords(line).join('\r\n ');
}

/**
 * Writes a file name as parameters of `Content-Type` and `Content-Disposition`.
 *
 * Beyond ASCII it stands twice: percent-encoded as today's readers want it, in encoded words for those of yesterday.
 *
 * @see RFC 2231, 4; RFC 2183
 */
export function fileNameParameters(fileName: string): { readonly name: string; readonly filename: string } {
  const line = oneLine(fileName);
  if (isPlain(line)) return { name: `name=${quoted(line)}`, filename: `filename=${quoted(line)}` };
  const percent = encodeURIComponent(line).replace(/['()*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return { name: `name="${encodedWords(line).join('\r\n ')}"`, filename: `filename*=UTF-8''${percent}` };
}

/** Printable ASCII that no reader takes for an encoded word. */
function isPlain(line: string): boolean {
  return /^[\x20-\x7e]*$/.test(line) && !line.includes('=?');
}

function quoted(line: string): string {
  return `"${line.replace(/["\\]/g, '\\$&')}"`;
}

function folded(line: string, indent: number): string {
  const lines: string[] = [];
  let room = LINE_LENGTH - indent;
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > room) {
      if (last !== undefined) room = LINE_LENGTH - 1;
      lines.push(word);
    } else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join('\r\n ');
}

/** Cut between characters, never inside one. */
function encodedWords(line: string): string[] {
  const words: string[] = [''];
  for (const character of line) {
    const current = words.at(-1) ?? '';
    if (Buffer.byteLength(current) + Buffer.byteLength(character) > WORD_BYTES) words.push(character);
    else words[words.length - 1] = current + character;
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`);
}
