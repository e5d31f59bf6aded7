import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mail } from './mail-sender.js';

/** Writes a mail as MIME: `multipart/mixed` with the text first, then the archive, then the PDF (mssante.md §3.5). */
export async function writeMime(mail: Mail): Promise<Buffer> {
  const composer = new MailComposer({
    from: mail.from,
    to: mail.to,
    replyTo: mail.replyTo,
    messageId: mail.messageId,
    date: mail.date,
    subject: mail.subject,
    text: mail.text,
    textEncoding: 'base64',
    headers: { ...mail.headers },
    attachments: mail.attachments.map(({ fileName, mediaType, bytes }) => ({
      filename: fileName,
      contentType: mediaType,
      content: bytes,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
