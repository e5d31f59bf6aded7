import { z } from 'zod';
import { count, flag, mebibytes, port, seconds, secretFile } from '@segur/config';

/** Settings of the result-structuring context. Without any, a laptop listens to itself. */
export const resultStructuringConfig = z
  .object({
    MLLP_PORT: port(2575).describe('Port on which laboratories send HL7 v2 by MLLP.'),
    MLLP_HOST: z.string().default('127.0.0.1').describe('Address to listen on; `0.0.0.0` in a container.'),
    MLLP_TLS_PKCS12_FILE: z
      .string()
      .optional()
      .describe('Server certificate and key. Set: MLLP is TLS, and every client shows a certificate of `MLLP_TLS_CA_FILE`.'),
    MLLP_TLS_PASSPHRASE_FILE: secretFile().describe('File with the passphrase of `MLLP_TLS_PKCS12_FILE`.'),
    MLLP_TLS_CA_FILE: z.string().optional().describe('PEM of the authorities of client certificates.'),
    MLLP_ANY_SENDER_TENANT: z
      .string()
      .optional()
      .describe('Every MLLP sender is this laboratory. Only for a machine that nobody else can reach; production refuses it.'),
    MLLP_IDLE_SECONDS: seconds(600).describe('A connection on which nothing comes for so long is closed.'),
    MLLP_MAX_CONNECTIONS: count(200).describe('Connections at a time; more are turned away.'),
    MESSAGE_MAX_MIB: mebibytes(50).describe('Largest message, by MLLP or HTTP.'),
    PDF_INS_DATAMATRIX: flag(false).describe(
      'Print the datamatrix INS of qualified identities. Turn it on once its content is checked with the tool of the ANS.',
    ),
    ACKNOWLEDGEMENT_ANSWER_TIMEOUT_SECONDS: seconds(30).describe(
      'How long the software of a laboratory may take to answer a business acknowledgement (ZAM).',
    ),
    ACKNOWLEDGEMENT_RETRY_SECONDS: seconds(10).describe(
      'Pause after the first try that came to nothing; doubled after each, up to 15 minutes.',
    ),
    ACKNOWLEDGEMENT_GIVE_UP_HOURS: count(24).describe('How long one is tried before a person decides.'),
    ACKNOWLEDGEMENT_CONCURRENCY: count(16).describe('Laboratories that are told something at once by one process.'),
    CI_SIS_DIR: z
      .string()
      .optional()
      .describe('Folder of the official kit: its XSD checks every document. Absent: our own rules alone do.'),
  })
  .superRefine((env, context) => {
    if (env.MLLP_TLS_PKCS12_FILE !== undefined && env.MLLP_TLS_CA_FILE === undefined) {
      context.addIssue({ code: 'custom', path: ['MLLP_TLS_CA_FILE'], message: 'required with MLLP_TLS_PKCS12_FILE' });
    }
  })
  .transform((env) => ({
    mllp: {
      host: env.MLLP_HOST,
      port: env.MLLP_PORT,
      idleMs: env.MLLP_IDLE_SECONDS,
      maxConnections: env.MLLP_MAX_CONNECTIONS,
      ...(env.MLLP_TLS_PKCS12_FILE !== undefined &&
        env.MLLP_TLS_CA_FILE !== undefined && {
          tls: {
            pkcs12File: env.MLLP_TLS_PKCS12_FILE,
            passphrase: env.MLLP_TLS_PASSPHRASE_FILE ?? '',
            caFile: env.MLLP_TLS_CA_FILE,
          },
        }),
      ...(env.MLLP_ANY_SENDER_TENANT !== undefined && { anySenderTenant: env.MLLP_ANY_SENDER_TENANT }),
    },
    maxMessageBytes: env.MESSAGE_MAX_MIB,
    printing: { insDatamatrix: env.PDF_INS_DATAMATRIX },
    acknowledgements: {
      answerMs: env.ACKNOWLEDGEMENT_ANSWER_TIMEOUT_SECONDS,
      firstMs: env.ACKNOWLEDGEMENT_RETRY_SECONDS,
      giveUpMs: env.ACKNOWLEDGEMENT_GIVE_UP_HOURS * 3_600_000,
      concurrency: env.ACKNOWLEDGEMENT_CONCURRENCY,
    },
    ...(env.CI_SIS_DIR !== undefined && { ciSisDir: env.CI_SIS_DIR }),
  }));

/** Settings, as the code uses them. */
export type ResultStructuringConfig = z.output<typeof resultStructuringConfig>;

/** The settings of this process, for injection. */
export abstract class ResultStructuringSettings implements ResultStructuringConfig {
  abstract readonly mllp: ResultStructuringConfig['mllp'];
  abstract readonly maxMessageBytes: number;
  abstract readonly printing: ResultStructuringConfig['printing'];
  abstract readonly acknowledgements: ResultStructuringConfig['acknowledgements'];
  abstract readonly ciSisDir?: string;
}
