import { PlatformError } from '@segur/errors';

/** The bytes are no font that a report can be printed in: not TrueType, cut short, or its licence bits forbid embedding. */
export class UnusableFont extends PlatformError {
  readonly code = 'font-unusable';
  readonly kind = 'invalid';
}

/** Reads a font. The offsets of a damaged one point anywhere. @throws {UnusableFont} They point behind its end. */
export function withinFont<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    // By its name: Node's own may be of another realm.
    if ((error as { name?: unknown } | undefined)?.name === 'RangeError')
      throw new UnusableFont('The font is cut short', {}, { cause: error });
    throw error;
  }
}
