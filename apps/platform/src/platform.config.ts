import { z } from 'zod';
import { profileConfig } from '@segur/config';
import { dmpFeedingConfig } from '@segur/dmp-feeding';
import { loincTranscodingConfig } from '@segur/loinc-transcoding';
import { resultStructuringConfig } from '@segur/result-structuring';
import { sandboxConfig } from '@segur/sandbox';
import { secureMessagingConfig } from '@segur/secure-messaging';
import { groundConfigs } from '@segur/service';

/** Where the embedded profile keeps everything. */
const embeddedConfig = z
  .object({
    DATA_DIRECTORY: z
      .string()
      .min(1)
      .default('.data')
      .describe('Embedded profile: PostgreSQL, keys, certificates and the sample laboratory are kept here.'),
  })
  .transform((env) => ({ directory: env.DATA_DIRECTORY }));

/** Settings of the whole platform in one process: those of every context it runs, and of the ground. */
export const platformConfigs = {
  ...groundConfigs,
  profile: profileConfig,
  embedded: embeddedConfig,
  sandbox: sandboxConfig,
  results: resultStructuringConfig,
  transcoding: loincTranscodingConfig,
  dmp: dmpFeedingConfig,
  mail: secureMessagingConfig,
};
