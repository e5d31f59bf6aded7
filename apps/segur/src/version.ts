import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Version of the command line and of the platform it came with. */
export const VERSION = (JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as { version: string })
  .version;
