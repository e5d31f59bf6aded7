import { z } from 'zod';

const port = (fallback: number, meaning: string) => z.coerce.number().int().min(0).max(65535).default(fallback).describe(meaning);
const list = (fallback: string, meaning: string) =>
  z
    .string()
    .default(fallback)
    .transform((text) =>
      text
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean),
    )
    .describe(meaning);
const count = (fallback: number, meaning: string) => z.coerce.number().int().min(1).default(fallback).describe(meaning);

/** Settings of the sandbox of the national services. Every default is safe on a laptop. */
export const sandboxConfig = z
  .object({
    APP_PROFILE: z
      .enum(['embedded', 'production'])
      .default('embedded')
      .describe('`production` refuses to start with any embedded piece, the sandbox among them'),
    SANDBOX_HOST: z.string().min(1).default('127.0.0.1').describe('Address on which the services of the sandbox listen'),
    SANDBOX_DMP_PORT: port(3443, 'HTTPS port of the DMP of the sandbox; 0 lets the system choose'),
    SANDBOX_SMTP_PORT: port(2525, 'SMTP port of the MSSanté operator of the sandbox; 0 lets the system choose'),
    SANDBOX_DMP_STRICTNESS: list(
      'vihf,signature',
      'What the DMP of the sandbox verifies beyond the rules that always hold, separated by commas: `vihf` (assertion and rights), `signature` (XAdES of the lot). `none`: the lenient form',
    )
      .pipe(z.array(z.enum(['vihf', 'signature', 'none'])))
      .transform((demands) => demands.filter((demand) => demand !== 'none')),
    SANDBOX_DMP_VIHF_SHA1: z
      .enum(['accept', 'refuse'])
      .default('refuse')
      .describe('What happens to an assertion that is signed with rsa-sha1, as old samples are'),
    SANDBOX_DMP_ESTABLISHMENTS: list(
      '1750000000=1120459876,1750000000=1750000018',
      'Establishments of legal entities, `entity=establishment`, each a Struct_IdNat, separated by commas: the VIHF and the authors may name the establishment where the certificate names the entity. Default: those of the sample laboratory',
    ),
    SANDBOX_DMP_PROFESSIONALS: list(
      '',
      'Professionals of structures, `Struct_IdNat=PS_IdNat`, separated by commas. Empty: anybody is linked to any structure',
    ),
    SANDBOX_DMP_HOMOLOGATIONS: list(
      '',
      'Homologated products, `number|name|version`, separated by commas. Empty: any product is accepted',
    ),
    SANDBOX_INS_OIDS: list(
      '1.2.250.1.213.1.4.10,1.2.250.1.213.1.4.11,1.2.250.1.213.1.4.8,1.2.250.1.213.1.4.9',
      'OIDs of the INS of this environment, separated by commas; patients under another are refused',
    ),
    SANDBOX_DMP_SAME_DOCUMENT: z
      .enum(['accept', 'refuse'])
      .default('refuse')
      .describe('What happens to a document that comes a second time, unchanged, in another lot'),
    SANDBOX_MAIL_DOMAINS: list(
      '*.mssante.fr',
      'Mail domains of the trust space, separated by commas; `*.` stands for any domain below',
    ),
    SANDBOX_CAPACITY: count(10_000, 'How many documents, and how many messages, are kept; beyond, the oldest is dropped'),
    SANDBOX_MAX_REQUEST_BYTES: count(50 * 1024 * 1024, 'Longest request to the DMP of the sandbox'),
    SANDBOX_MAX_MESSAGE_BYTES: count(25 * 1024 * 1024, 'Longest mail that the operator of the sandbox accepts, as encoded'),
  })
  .transform((env) => ({
    profile: env.APP_PROFILE,
    dmp: {
      host: env.SANDBOX_HOST,
      port: env.SANDBOX_DMP_PORT,
      strictness: env.SANDBOX_DMP_STRICTNESS,
      allowSha1: env.SANDBOX_DMP_VIHF_SHA1 === 'accept',
      establishments: env.SANDBOX_DMP_ESTABLISHMENTS,
      professionals: env.SANDBOX_DMP_PROFESSIONALS,
      homologations: env.SANDBOX_DMP_HOMOLOGATIONS,
      insAuthorities: env.SANDBOX_INS_OIDS,
      sameDocumentInNewSet: env.SANDBOX_DMP_SAME_DOCUMENT,
      capacity: env.SANDBOX_CAPACITY,
      maxRequestBytes: env.SANDBOX_MAX_REQUEST_BYTES,
    },
    mail: {
      host: env.SANDBOX_HOST,
      port: env.SANDBOX_SMTP_PORT,
      domains: env.SANDBOX_MAIL_DOMAINS,
      capacity: env.SANDBOX_CAPACITY,
      maxMessageBytes: env.SANDBOX_MAX_MESSAGE_BYTES,
    },
  }));

export type SandboxConfig = z.output<typeof sandboxConfig>;
