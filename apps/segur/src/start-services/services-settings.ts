import { profileConfig } from '@segur/config';
import { dmpFeedingConfig } from '@segur/dmp-feeding';
import { InvalidConfiguration } from '@segur/errors';
import { loincTranscodingConfig } from '@segur/loinc-transcoding';
import { resultStructuringConfig } from '@segur/result-structuring';
import { sandboxConfig } from '@segur/sandbox';
import { secureMessagingConfig } from '@segur/secure-messaging';
import { groundConfigs, readSettings } from '@segur/service';
import { z } from 'zod';

const own = z.object({ DATA_DIRECTORY: z.string().min(1).default('.data') });

const configs = {
  ...groundConfigs,
  profile: profileConfig,
  own,
  sandbox: sandboxConfig,
  results: resultStructuringConfig,
  transcoding: loincTranscodingConfig,
  dmp: dmpFeedingConfig,
  mail: secureMessagingConfig,
};

/** Settings of all services at once: a bad one is told here, before anything starts. */
export type ServicesSettings = ReturnType<typeof readServicesSettings>;

/** @throws {InvalidConfiguration} Names every bad variable, or the profile is `production`: an orchestrator runs the services there. */
export function readServicesSettings(env: NodeJS.ProcessEnv) {
  const settings = readSettings(configs, env);
  if (settings.profile.profile === 'production') {
    throw new InvalidConfiguration(
      'start:services is for a laptop: in production each application of apps/ is started by itself, see deploy/',
    );
  }
  return settings;
}
