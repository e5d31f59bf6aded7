import type { PipeTransform } from '@nestjs/common';
import type { Finding } from '@segur/errors';
import type { z } from 'zod';
import { InvalidBody } from './http-errors.js';

/** Checks what a route receives: `@Body(new ZodPipe(schema)) body: z.output<typeof schema>`. */
export class ZodPipe<S extends z.ZodType> implements PipeTransform<unknown, z.output<S>> {
  constructor(private readonly schema: S) {}

  /** @throws {InvalidBody} With one finding per wrong place; no finding repeats a value. */
  transform(value: unknown): z.output<S> {
    const result = this.schema.safeParse(value, { reportInput: false });
    if (!result.success) throw new InvalidBody(result.error.issues.map(toFinding));
    return result.data;
  }
}

function toFinding({ path, message }: z.core.$ZodIssue): Finding {
  return { severity: 'error', code: 'invalid-field', location: pointer(path), message };
}

/** RFC 6901. The empty pointer is the whole body. */
function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
