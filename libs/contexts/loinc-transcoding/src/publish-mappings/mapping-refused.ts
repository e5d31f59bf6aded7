import { PlatformError, type Finding } from '@segur/errors';

/** A file of mappings has wrong lines; nothing of it was published. */
export class MappingRefused extends PlatformError {
  readonly code = 'mapping-refused';
  readonly kind = 'invalid';

  /** @param findings - One or more per wrong line; shown to the caller. */
  constructor(readonly findings: readonly Finding[]) {
    super('The mappings were not published: lines are wrong', { findings: findings.length });
  }
}
