import { z } from 'zod';
import { describeSettings } from './describe-settings.js';
import { flag, seconds, secretFile } from './settings.js';

describe('describeSettings', () => {
  it('reads names, defaults and descriptions through every transformation', () => {
    const schema = z
      .object({
        DMP_CALL_TIMEOUT_SECONDS: seconds(30).describe('How long one call may last.'),
        DMP_TRACE: flag(false).describe('Trace calls.'),
        DMP_PASSPHRASE_FILE: secretFile().describe('Opens the key.'),
        DMP_ENDPOINT: z.url().meta({ description: 'Where.' }),
        DMP_INNER: z.string().describe('Described before its default.').default('x'),
      })
      .transform((env) => ({ timeoutMs: env.DMP_CALL_TIMEOUT_SECONDS }));

    expect(describeSettings(schema)).toEqual([
      { name: 'DMP_CALL_TIMEOUT_SECONDS', fallback: '30', required: false, description: 'How long one call may last.' },
      { name: 'DMP_TRACE', fallback: 'false', required: false, description: 'Trace calls.' },
      { name: 'DMP_PASSPHRASE_FILE', required: false, description: 'Opens the key.' },
      { name: 'DMP_ENDPOINT', required: true, description: 'Where.' },
      { name: 'DMP_INNER', fallback: 'x', required: false, description: 'Described before its default.' },
    ]);
  });

  it('joins the variables of schemas that were put together', () => {
    const schema = z.intersection(
      z.object({ A: z.string() }),
      z.object({ B: z.string().optional() }).transform((env) => env),
    );

    expect(describeSettings(schema).map(({ name }) => name)).toEqual(['A', 'B']);
  });
});
