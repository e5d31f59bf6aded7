import { readConfig } from '@segur/config';
import { InvalidConfiguration } from '@segur/errors';
import type { z } from 'zod';

type Settings<S extends Readonly<Record<string, z.ZodType>>> = { readonly [key in keyof S]: z.output<S[key]> };

/**
 * Reads several schemas from one environment.
 *
 * @throws {InvalidConfiguration} Names every bad variable of all of them at a time, and no value.
 */
export function readSettings<S extends Readonly<Record<string, z.ZodType>>>(schemas: S, env: NodeJS.ProcessEnv): Settings<S> {
  const problems = new Set<string>();
  const settings: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(schemas)) {
    try {
      settings[key] = readConfig(schema, env);
    } catch (error) {
      if (!(error instanceof InvalidConfiguration)) throw error;
      problems.add(error.message);
    }
  }
  if (problems.size > 0) throw new InvalidConfiguration([...problems].join('\n'));
  return settings as Settings<S>;
}
