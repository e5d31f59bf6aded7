/** Proposes, rejects, comments: the scope of technicians and vendors. */
export const REVIEW = 'mappings:review';

/** Makes mappings usable, and publishes them: the scope of biologists. Includes {@link REVIEW}. */
export const VALIDATE = 'mappings:validate';
