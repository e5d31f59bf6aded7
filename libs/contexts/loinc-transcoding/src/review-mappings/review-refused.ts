import { PlatformError } from '@segur/errors';

/** Why a decision about a mapping is not taken. Each is explained in docs/errors.md. */
export const REVIEW_REFUSALS = {
  'mapping-four-eyes': 'This laboratory asks that another person validates what one proposed',
  'mapping-justification-missing': 'A code that is broader than the analysis needs a justification',
  'mapping-was-rejected': 'This code was rejected for this analysis: propose it again with a justification',
  'mapping-unit-contradicted': 'The unit of the analysis contradicts the property of the code',
  'mapping-code-unknown': 'The code is not in the reference data, and no name was given for it',
  'mapping-change-planned':
    'Another mapping of this analysis is in force until a later day: this one must begin on that day or after it',
  'mapping-changed-meanwhile': 'Something on the list is not what it was when it was shown',
  'mapping-in-the-past': 'A mapping is not in force before the day on which it is validated',
  'mapping-list-suspended': 'Too many sure proposals turned out wrong in this laboratory: they are validated one by one',
  'mapping-entry-retired': 'The analysis is no longer in the catalogue',
} as const;

/** The name of one reason. */
export type ReviewRefusal = keyof typeof REVIEW_REFUSALS;

/** A decision about a mapping breaks a rule of review; nothing of it was kept. */
export class ReviewRefused extends PlatformError {
  readonly kind = 'rejected';

  /** @param details - Local codes or counts; never a patient's data. */
  constructor(
    override readonly code: ReviewRefusal,
    details: Readonly<Record<string, string | number>> = {},
  ) {
    super(REVIEW_REFUSALS[code], details);
  }
}
