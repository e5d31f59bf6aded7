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
      .describe('Path of ITI-18 and ITI-57 at the DMP.'),
    DMP_PATIENTS_PATH: z
      .string()
      .startsWith('/')
      .default('/si-dmp-server/v2/services/patients')
      .describe('Path of the existence test (TD0.2) at the DMP.'),
    DMP_PREFLIGHT: z
      .enum(['td02', 'none'])
      .default('td02')
      .describe('What is asked before a document is sent: `td02`, whether the patient has an open DMP; `none`, nothing.'),
    DMP_PROCESSING_CODE: z
      .enum(['D', 'P'])
      .default('P')
      .describe('processingCode of the existence test. Published samples ask with D and are answered with P.'),
    DMP_CALL_TIMEOUT_SECONDS: seconds(60).describe('How long the DMP may stay silent during a call.'),
    DMP_CONNECTIONS: count(8).describe('Connections kept open to the DMP, per laboratory.'),
    DMP_CONCURRENCY: count(8).describe('Submissions under way at once in one process.'),
    DMP_SOFTWARE_NAME: z.string().min(1).default('Segur').describe('LPS_Nom of the assertion: name of the homologated product.'),
    DMP_SOFTWARE_VERSION: z
      .string()
      .min(1)
      .default('0.1.0')
      .describe('LPS_Version of the assertion: version of the homologated product.'),
    DMP_HOMOLOGATION: z
      .string()
      .min(1)
      .default('NON-HOMOLOGUE')
      .describe('LPS_ID_HOMOLOGATION_DMP of the assertion: number given by the certification body.'),
    DMP_VIHF_VERSION: z.string().min(1).default('3.0').describe('VIHF_Version of the assertion. Published texts say 3.0 or 4.0.'),
    DMP_VIHF_MODE_ATTRIBUTE: z
      .enum(['Authentification_Mode', 'Authentification_mode'])
      .default('Authentification_Mode')
      .describe('Spelling of the attribute of the mode of authentication: published samples differ.'),
    DMP_LOT_DIGEST: z
      .enum(['sha1', 'sha256'])
      .default('sha1')
      .describe('What hashes and signs a lot. Every published sample uses sha1.'),
    DMP_INS_AUTHORITIES: list().describe(
      'OIDs of the INS that may be sent, separated by commas. Absent: the two national ones in production, those of tests too elsewhere.',
    ),
  })
  .and(profileConfig)
  .transform((env) => ({
    repositoryUrl: new URL(env.DMP_REPOSITORY_PATH, env.DMP_BASE_URL).href,
    registryUrl: new URL(env.DMP_REGISTRY_PATH, env.DMP_BASE_URL).href,
    patientsUrl: new URL(env.DMP_PATIENTS_PATH, env.DMP_BASE_URL).href,
    preflight: env.DMP_PREFLIGHT,
    processingCode: env.DMP_PROCESSING_CODE,
    callTimeoutMs: env.DMP_CALL_TIMEOUT_SECONDS,
    connections: env.DMP_CONNECTIONS,
    concurrency: env.DMP_CONCURRENCY,
    software: { name: env.DMP_SOFTWARE_NAME, version: env.DMP_SOFTWARE_VERSION, homologation: env.DMP_HOMOLOGATION },
    vihf: { version: env.DMP_VIHF_VERSION, modeAttribute: env.DMP_VIHF_MODE_ATTRIBUTE },
    lotDigest: env.DMP_LOT_DIGEST,
    /** A laboratory without a seal is refused at start. */
    sealRequired: env.profile === 'production',
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
  /** Struct_IdNat of the legal entity that the certificates name, where `structureId` is one of its sites. Absent: they name `structureId`. */
  legalEntityId: z.string().min(1).optional(),
  /** PKCS#12 of the ORG AUTH_CLI certificate. */
  authCertificateFile: z.string().min(1),
  authPassphraseFile: z.string().min(1),
  /** PKCS#12 of the ORG SIGN certificate (cachet): signs assertions and lots. Absent: nothing is signed, which the DMP refuses. */
  sealCertificateFile: z.string().min(1).optional(),
  sealPassphraseFile: z.string().min(1).optional(),
  /** PS_IdNat of who answers for what is sent automatically, e.g. `8` and the RPPS of a biologist. */
  responsibleId: z.string().min(1).optional(),
  /** Secteur_Activite: JDV J02 and its OID. */
  sector: z.string().min(1).default('SA25^1.2.250.1.71.4.2.4'),
  /** Role of the assertion; absent: AUTOMATE. Profession, and specialty where it has one. */
  roles: z
    .array(z.strictObject({ code: z.string().min(1), system: oid, label: z.string().min(1) }))
    .nonempty()
    .optional(),
  /** PEM of the authorities that the DMP's certificate must come from. */
  caFile: z.string().min(1),
  /** sourceId of the lots. Absent: `oidRoot` of the section `laboratory`. */
  submissionSourceOid: oid.optional(),
  /** contentTypeCode of the lots, in 1.2.250.1.213.2.2. Absent: 26 "Analyses médicales biologiques". */
  contentTypeCode: z.strictObject({ code: z.string().min(1), label: z.string().min(1) }).optional(),
  repositoryUrl: z.url().optional(),
  registryUrl: z.url().optional(),
  patientsUrl: z.url().optional(),
  /** Absent: `DMP_PREFLIGHT`. */
  preflight: z.enum(['td02', 'none']).optional(),
  /** Announce hash and size of the document. */
  announceHash: z.boolean().default(true),
  /** Announce the orders that the report fulfils (referenceIdList). */
  announceOrders: z.boolean().default(false),
});

export type DmpSection = z.output<typeof dmpSection>;
