import { z } from 'zod';
import { InvalidConfiguration } from '@segur/errors';

/**
 * Reads settings from the environment, once, at start.
 *
 * A variable that is set to nothing (`NAME=`) is as good as absent: it gets its default, never `0` or an empty name.
 *
 * @throws {InvalidConfiguration} Names every bad variable at a time, and never prints a value.
 */
export function readConfig<S extends z.ZodType>(schema: S, env: NodeJS.ProcessEnv): z.output<S> {
  const stated = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const result = schema.safeParse(stated, { reportInput: false });
  if (!result.success) throw new InvalidConfiguration(z.prettifyError(result.error), {}, { cause: result.error });
  return result.data;
}
