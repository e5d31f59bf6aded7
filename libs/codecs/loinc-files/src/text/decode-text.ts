/** Text of a file, and how it was spelled in bytes. */
export interface DecodedText {
  /** Without byte order mark. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'windows-1252';
}

/**
 * The text of a file that a person saved from a spreadsheet: UTF-8, with or without byte order mark, else windows-1252.
 *
 * Line ends of old Macintosh programs become those of everybody else. Never throws: each byte is something in windows-1252.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  try {
    return { text: withLineFeeds(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), encoding: 'utf-8' };
  } catch {
    return { text: withLineFeeds(new TextDecoder('windows-1252').decode(bytes)), encoding: 'windows-1252' };
  }
}

function withLineFeeds(text: string): string {
  return text.includes('\r') && !text.includes('\n') ? text.replaceAll('\r', '\n') : text;
}
