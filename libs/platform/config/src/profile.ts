import { z } from 'zod';
import { InvalidConfiguration } from '@segur/errors';
import { readConfig } from './read-config.js';

/** `embedded`: database, event log and national services in the process, for a laptop. `production`: none of them. */
export type Profile = 'embedded' | 'production';

/** Which profile this process runs under. */
export const profileConfig = z
  .object({
    APP_PROFILE: z
      .enum(['embedded', 'production'])
      .default('embedded')
      .describe(
        '`embedded` runs the database, the event log and the sandbox of the national services in the process; `production` refuses every one of them.',
      ),
  })
  .transform((env) => ({ profile: env.APP_PROFILE satisfies Profile }));

/** @throws {InvalidConfiguration} The variable names no profile. A misspelt `production` must never start as `embedded`. */
export function readProfile(env: NodeJS.ProcessEnv = process.env): Profile {
  return readConfig(profileConfig, env).profile;
}

/**
 * Stops a piece that is only for laptops.
 *
 * @param what - Ends the sentence "… is not for production", e.g. `The sandbox`.
 * @throws {InvalidConfiguration} The profile is `production`.
 */
export function refuseInProduction(what: string, env: NodeJS.ProcessEnv = process.env): void {
  if (readProfile(env) === 'production')
    throw new InvalidConfiguration(`${what} is not for production: APP_PROFILE=production refuses it`);
}
