import { count, list, profileConfig, seconds, type Profile } from '@segur/config';
import { z } from 'zod';

const NATIONAL_INS = ['1.2.250.1.213.1.4.8', '1.2.250.1.213.1.4.9'];
const TEST_INS = ['1.2.250.1.213.1.4.10', '1.2.250.1.213.1.4.11'];

/** Settings of the dmp-feeding context. Every default is safe on a newcomer's laptop. */
export const dmpFeedingConfig = z
  .object({
    DMP_BASE_URL: z
      .url()
      .default('https://127.0.0.1:3443')
      .describe('Address of the DMP, without path. Default: the sandbox on this machine.'),
    DMP_REPOSITORY_PATH: z
      .string()
      .startsWith('/')
      .default('/si-dmp-server/v2/services/repository')
      .describe('Path of ITI-41 at the DMP.'),
    DMP_REGISTRY_PATH: z
      .string()
      .startsWith('/')
      .default('/si-dmp-server/v2/services/registry')
      .describe('Path of ITI-18 at the DMP.'),
    DMP_CALL_TIMEOUT_SECONDS: seconds(60).describe('How long the DMP may stay silent during a call.'),
    DMP_CONNECTIONS: count(8).describe('Connections kept open to the DMP, per laboratory.'),
    DMP_CONCURRENCY: count(8).describe('Submissions under way at once in one process.'),
    DMP_INS_AUTHORITIES: list().describe(
      'OIDs of the INS that may be sent, separated by commas. Absent: the two national ones in production, those of tests too elsewhere.',
    ),
  })
  .and(profileConfig)
  .transform((env) => ({
    repositoryUrl: new URL(env.DMP_REPOSITORY_PATH, env.DMP_BASE_URL).href,
    registryUrl: new URL(env.DMP_REGISTRY_PATH, env.DMP_BASE_URL).href,
    callTimeoutMs: env.DMP_CALL_TIMEOUT_SECONDS,
    connections: env.DMP_CONNECTIONS,
    concurrency: env.DMP_CONCURRENCY,
    insAuthorities: insAuthorities(env.DMP_INS_AUTHORITIES, env.profile),
  }));

function insAuthorities(stated: readonly string[], profile: Profile): readonly string[] {
  if (stated.length > 0) return stated;
  return profile === 'production' ? NATIONAL_INS : [...NATIONAL_INS, ...TEST_INS];
}

export type DmpFeedingConfig = z.output<typeof dmpFeedingConfig>;

const oid = z.string().regex(/^[0-2](\.(0|[1-9]\d*))+$/);

/** Section `dmp` of a laboratory: who it is to the DMP. What no public text settles is a field here. */
export const dmpSection = z.strictObject({
  /** Struct_IdNat, e.g. `1750000000`: what the assertion will state. */
  structureId: z.string().min(1),
  /** PKCS#12 of the ORG AUTH_CLI certificate. */
  authCertificateFile: z.string().min(1),
  authPassphraseFile: z.string().min(1),
  /** PEM of the authorities that the DMP's certificate must come from. */
  caFile: z.string().min(1),
  /** sourceId of the lots. Absent: `oidRoot` of the section `laboratory`. */
  submissionSourceOid: oid.optional(),
  /** contentTypeCode of the lots, in 1.2.250.1.213.2.2. Absent: 26 "Analyses médicales biologiques". */
  contentTypeCode: z.strictObject({ code: z.string().min(1), label: z.string().min(1) }).optional(),
  repositoryUrl: z.url().optional(),
  registryUrl: z.url().optional(),
  /** Announce hash and size of the document. */
  announceHash: z.boolean().default(true),
  /** Announce the orders that the report fulfils (referenceIdList). */
  announceOrders: z.boolean().default(false),
});

export type DmpSection = z.output<typeof dmpSection>;
