import { simpleParser, type ParsedMail } from 'mailparser';
import { MalformedInput, type Finding } from '@segur/errors';
import type { Sender } from '../sender.js';
import { inspectArchive, type ParsedArchive } from './inspect-archive.js';

/** A recipient, with what the sender asked of delivery status notifications (RFC 3461). */
export interface Recipient {
  readonly address: string;
  /** `SUCCESS`, `FAILURE`, `DELAY` or `NEVER`; none when the sender did not say. */
  readonly notify: readonly string[];
}

/** What the SMTP dialogue said of a message. */
export interface MailEnvelope {
  readonly id: string;
  readonly receivedAt: string;
  readonly sentBy: Sender;
  /** The mailbox that logged in. */
  readonly login: string;
  readonly from: string;
  readonly recipients: readonly Recipient[];
  /** `ENVID` and `RET` of RFC 3461, where given. */
  readonly envelopeId?: string;
  readonly notificationContent?: string;
}

/** A message as the operator holds it. */
export interface ReceivedMessage extends MailEnvelope {
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
  readonly attachments: readonly { readonly fileName: string; readonly contentType: string; readonly size: number }[];
  /** Absent when there is no IHE_XDM.ZIP, or when it cannot be read. */
  readonly archive?: ParsedArchive;
  readonly problems: readonly Finding[];
  readonly raw: Buffer;
}

const ARCHIVE = 'IHE_XDM.ZIP';

/** Reads a message that was accepted. What is wrong with it is reported in `problems`; nothing is refused for it. */
export async function readMessage(envelope: MailEnvelope, raw: Buffer): Promise<ReceivedMessage> {
  const mail = await simpleParser(raw);
  const zips = mail.attachments.filter(({ filename }) => filename?.toUpperCase() === ARCHIVE);
  const inspection = zips[0] && (await inspected(zips[0].content));
  return {
    ...envelope,
    headers: mail.headerLines.map(({ line }) => toHeader(line)),
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
    text: mail.text ?? '',
    attachments: mail.attachments.map(({ filename = '', contentType, size }) => ({ fileName: filename, contentType, size })),
    ...(inspection?.archive ? { archive: inspection.archive } : {}),
    problems: [
      ...headerProblems(mail, zips.length > 0),
      ...archiveProblems(zips.map(({ filename }) => filename)),
      ...(inspection?.problems ?? []),
    ],
    raw,
  };
}

async function inspected(zip: Buffer): Promise<{ archive?: ParsedArchive; problems: readonly Finding[] }> {
  try {
    return await inspectArchive(zip);
  } catch (error) {
    if (error instanceof MalformedInput) return { problems: [problem('SIM-XDM-ZIP', ARCHIVE, error.message)] };
    throw error;
  }
}

/** One demand on the headers: which, whether it is met, and what is wrong otherwise. */
type Demand = readonly [name: string, met: boolean, message: string];

/** Référentiel #2 of the MSSanté client: headers of every mail, and those of a mail that carries CDA. */
function headerProblems(mail: ParsedMail, carriesArchive: boolean): Finding[] {
  const given = new Map(mail.headerLines.map(({ key, line }) => [key, toHeader(line).value]));
  const has = (name: string): boolean => !!given.get(name);
  const always: Demand[] = [
    ['Message-ID', has('message-id'), 'every mail has one'],
    ['Date', has('date'), 'every mail has one'],
    ['Reply-To', has('reply-to'), 'a software mailbox names the mailbox that a person reads'],
    ['X-MSS-NIL', has('x-mss-nil'), 'the reference of the product is missing'],
  ];
  const withArchive: Demand[] = [
    ['Subject', /^XDM\/1\.0\/DDM\+\S/.test(mail.subject ?? ''), 'the subject of a mail with an archive begins with XDM/1.0/DDM+'],
    ['X-MSS-CODECDA', has('x-mss-codecda'), 'the type codes of the CDA documents are missing'],
    ['X-MSS-INS', /^[ON]$/.test(given.get('x-mss-ins') ?? ''), 'O or N says whether every CDA carries a qualified INS'],
  ];
  return [...always, ...(carriesArchive ? withArchive : [])]
    .filter(([, met]) => !met)
    .map(([name, , message]) => problem('SIM-MSS-HEADER', name, message));
}

function archiveProblems(names: readonly (string | undefined)[]): Finding[] {
  return [
    ...(names.length > 1 ? [problem('SIM-XDM-ZIP', ARCHIVE, 'a mail carries one archive')] : []),
    ...(names.some((name) => name !== ARCHIVE) ? [problem('SIM-XDM-ZIP', ARCHIVE, 'the name of the archive is in capitals')] : []),
  ];
}

function toHeader(line: string): { name: string; value: string } {
  const colon = line.indexOf(':');
  return {
    name: line.slice(0, colon),
    value: line
      .slice(colon + 1)
      .replace(/\r?\n[ \t]+/g, ' ')
      .trim(),
  };
}

function problem(code: string, location: string, message: string): Finding {
  return { severity: 'error', code, location, message };
}
