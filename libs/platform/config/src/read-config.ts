import { z } from 'zod';
import { InvalidConfiguration } from '@segur/errors';

/**
 * Reads settings from the environment, once, at start.
 *
 * @throws {InvalidConfiguration} Names every bad variable at a time, and never prints a value.
 */
export function readConfig<S extends z.ZodType>(schema: S, env: NodeJS.ProcessEnv): z.output<S> {
  const result = schema.safeParse(env, { reportInput: false });
  if (!result.success) throw new InvalidConfiguration(z.prettifyError(result.error), {}, { cause: result.error });
  return result.data;
}
