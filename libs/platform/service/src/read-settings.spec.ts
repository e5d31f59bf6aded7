import { InvalidConfiguration } from '@segur/errors';
import { z } from 'zod';
import { readSettings } from './read-settings.js';
import { requireNode } from './require-node.js';

const schemas = {
  first: z.object({ FIRST_PORT: z.coerce.number().default(1) }),
  second: z.object({ SECOND_PORT: z.coerce.number().default(2) }),
};

describe('readSettings', () => {
  it('reads each schema from the same environment', () => {
    expect(readSettings(schemas, { SECOND_PORT: '22' })).toEqual({ first: { FIRST_PORT: 1 }, second: { SECOND_PORT: 22 } });
  });

  it('names the bad variables of all schemas at once, and no value', () => {
    const read = () => readSettings(schemas, { FIRST_PORT: 's3cret', SECOND_PORT: 's3cret' });
    expect(read).toThrow(InvalidConfiguration);
    expect(read).toThrow(/FIRST_PORT[\s\S]*SECOND_PORT/);
    expect(read).not.toThrow(/s3cret/);
  });
});

describe('requireNode', () => {
  it.each(['22.12.0', '24.21.0', '25.0.0'])('accepts %s', (version) => {
    expect(() => requireNode(version)).not.toThrow();
  });

  it.each(['20.20.2', '22.11.0'])('refuses %s with the remedy', (version) => {
    expect(() => requireNode(version)).toThrow(/npm ci/);
  });
});
