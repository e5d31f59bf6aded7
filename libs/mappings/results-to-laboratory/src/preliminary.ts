import { isolatesOf, observationsOf, type Chapter } from '@segur/laboratory';

/** The comment of a germ whose identification may still change: an isolate has no status of its own. */
export const PROVISIONAL_GERM = 'Identification provisoire';

/** True when a result or the name of a germ may still change. */
export function hasPreliminary(chapters: readonly Chapter[]): boolean {
  return (
    observationsOf({ chapters }).some(({ status }) => status === 'preliminary') ||
    isolatesOf(chapters).some(({ comments }) => comments.includes(PROVISIONAL_GERM))
  );
}
