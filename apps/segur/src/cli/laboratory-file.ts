import { readFileSync } from 'node:fs';
import { laboratorySchema, type Laboratory } from '@segur/laboratory';
import { z } from 'zod';
import { refuse } from './findings.js';

/** The sender's identity, from its file. Ends the command when it is none. */
export function readLaboratory(path: string): Laboratory {
  const refused = (message: string) => refuse([{ severity: 'error', code: 'invalid-configuration', location: path, message }]);
  const json = parsed(readFileSync(path, 'utf8'));
  if (json === undefined) return refused('Not JSON');
  const result = laboratorySchema.safeParse(json, { reportInput: false });
  return result.success ? (result.data as Laboratory) : refused(z.prettifyError(result.error));
}

/** Absent: it is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
