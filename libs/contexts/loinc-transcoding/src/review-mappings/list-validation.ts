/** How often a sure proposal was what a biologist validated, one by one or in a list. */
export interface SureProposals {
  readonly decided: number;
  readonly right: number;
}

/** Below this share of right ones, `high` is not what it says. @see loinc-transcoding.md §10 */
const PRECISION = 0.99;
/** One wrong among few says nothing of the rest. */
const ENOUGH = 100;

/** Whether a laboratory may still validate sure proposals as a list: not once more than one in a hundred turned out wrong. */
export function mayValidateLists({ decided, right }: SureProposals): boolean {
  return decided < ENOUGH || right / decided >= PRECISION;
}
