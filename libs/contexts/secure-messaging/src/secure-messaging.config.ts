import { z } from 'zod';
import { count, port, seconds } from '@segur/config';

/** Settings of the secure-messaging context. Every default is safe on a newcomer's laptop. */
export const secureMessagingConfig = z
  .object({
    MSSANTE_SMTP_HOST: z
      .string()
      .min(1)
      .default('127.0.0.1')
      .describe('Submission server of the MSSanté operator, where a laboratory names none of its own.'),
    MSSANTE_SMTP_PORT: port(2525).describe('Port of that server.'),
    MSSANTE_SECURITY: z
      .enum(['starttls', 'tls'])
      .default('starttls')
      .describe('`starttls`: the connection is raised before anything is said; `tls`: from the first byte. Never in clear.'),
    MSSANTE_SEND_TIMEOUT_SECONDS: seconds(120).describe(
      'How long the server may stay silent; it may look for viruses before it answers a mail. A silent server is left sooner while connecting: 30 seconds.',
    ),
    MSSANTE_CONNECTIONS: count(4).describe('Connections kept open to the operator, per laboratory.'),
    MSSANTE_CONCURRENCY: count(8).describe('Mails under way at once in one process.'),
  })
  .transform((env) => ({
    smtp: { host: env.MSSANTE_SMTP_HOST, port: env.MSSANTE_SMTP_PORT, security: env.MSSANTE_SECURITY },
    timeoutMs: env.MSSANTE_SEND_TIMEOUT_SECONDS,
    connections: env.MSSANTE_CONNECTIONS,
    concurrency: env.MSSANTE_CONCURRENCY,
  }));

export type SecureMessagingConfig = z.output<typeof secureMessagingConfig>;

/** Section `mssante` of a laboratory: its mailbox and the certificate that opens it. */
export const mssanteSection = z.strictObject({
  /** BAL applicative: sender of every mail, and login. */
  mailbox: z.email(),
  displayName: z.string().min(1),
  /** Mailbox of a person. */
  replyTo: z.email(),
  /** The same for patients. Absent: `replyTo`. */
  patientReplyTo: z.email().optional(),
  /** Close the exchange with the mail itself (`X-MSS-MES: FIN`): patients cannot answer. */
  closesPatientExchange: z.boolean().default(true),
  laboratoryName: z.string().min(1),
  /** Postal, on one line; printed in the archive. */
  address: z.string().default(''),
  phone: z.string().default(''),
  /** IPP authority, used where the identity is not qualified. */
  sourceOid: z.string().regex(/^[0-2](\.(0|[1-9]\d*))+$/),
  smtp: z
    .strictObject({
      host: z.string().min(1).optional(),
      port: z.number().int().min(1).max(65535).optional(),
      security: z.enum(['starttls', 'tls']).optional(),
    })
    .default({}),
  /** PKCS#12 of the ORG AUTH_CLI certificate. */
  certificateFile: z.string().min(1),
  passphraseFile: z.string().min(1),
  /** PEM of the authorities that the operator's certificate must come from. */
  caFile: z.string().min(1),
  /** X-MSS-NIL, given by the convergence platform; every mail has it once the product is referenced. */
  productReference: z.string().optional(),
  /** contentTypeCode of the submission set in the archive, where PV1-2 is not to decide. */
  contentTypeCode: z.strictObject({ code: z.string().min(1), label: z.string().min(1) }).optional(),
});

export type MssanteSection = z.output<typeof mssanteSection>;
