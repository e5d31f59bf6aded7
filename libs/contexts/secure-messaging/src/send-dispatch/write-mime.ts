import { createHash } from 'node:crypto';
import { displayName, fileNameParameters, headerText, oneLine } from './header-text.js';

/** A mail with attachments, before it is written. */
export interface Mail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly replyTo: string;
  /** With its angle brackets; the same on every attempt. */
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  /** Headers beside the usual ones, ASCII, e.g. `X-MSS-INS`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly { readonly fileName: string; readonly mediaType: string; readonly bytes: Buffer }[];
  readonly date: Date;
}

const LINE_LENGTH = 76;
const CRLF = '\r\n';
const ENCODING = 'Content-Transfer-Encoding: base64';

/**
 * Writes a mail as MIME: `multipart/mixed`, the text first, then the attachments in their order.
 *
 * The same mail gives the same bytes, boundary included: an attempt after a lost answer repeats the first.
 *
 * @see RFC 5322; RFC 2045; RFC 2046, 5.1
 */
export function writeMime(mail: Mail): Buffer {
  // Base64 has no underscore, so no part can hold the boundary.
  const boundary = `=_${createHash('sha256').update(mail.messageId).digest('hex').slice(0, 32)}`;
  const open = `--${boundary}${CRLF}`;
  const parts = [
    [...headersOf(mail), `Content-Type: multipart/mixed; boundary="${boundary}"`, '', ''].join(CRLF),
    open,
    ['Content-Type: text/plain; charset=utf-8', ENCODING, '', ''].join(CRLF),
    base64Lines(Buffer.from(mail.text)),
    ...mail.attachments.flatMap(({ fileName, mediaType, bytes }) => {
      const { name, filename } = fileNameParameters(fileName);
      const head = [
        `Content-Type: ${mediaType};`,
        ` ${name}`,
        'Content-Disposition: attachment;',
        ` ${filename}`,
        ENCODING,
        '',
        '',
      ];
      return [open, head.join(CRLF), base64Lines(bytes)];
    }),
    `--${boundary}--${CRLF}`,
  ];
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
}

function headersOf(mail: Mail): readonly string[] {
  return [
    `From: ${displayName(mail.from.name)}${CRLF} <${oneLine(mail.from.address)}>`,
    `To: ${oneLine(mail.to)}`,
    `Reply-To: ${oneLine(mail.replyTo)}`,
    `Message-ID: ${oneLine(mail.messageId)}`,
    `Date: ${mail.date.toUTCString().replace('GMT', '+0000')}`,
    `Subject: ${headerText('Subject', mail.subject)}`,
    ...Object.entries(mail.headers).map(([name, value]) => `${name}: ${headerText(name, value)}`),
    'MIME-Version: 1.0',
  ];
}

/** Lines of 76 characters, each with its end. */
function base64Lines(bytes: Buffer): Buffer {
  const flat = Buffer.from(bytes.toString('base64'), 'latin1');
  const lines = Buffer.allocUnsafe(flat.length + 2 * Math.ceil(flat.length / LINE_LENGTH));
  let at = 0;
  for (let from = 0; from < flat.length; from += LINE_LENGTH) {
    at += flat.copy(lines, at, from, from + LINE_LENGTH);
    lines[at] = 0x0d;
    lines[at + 1] = 0x0a;
    at += 2;
  }
  return lines;
}
