import type { Rule } from '../rule.js';
import { actorRules } from './actor-rules.js';
import { contentRules } from './content-rules.js';
import { datatypeRules } from './datatype-rules.js';
import { entryRules } from './entry-rules.js';
import { headerRules } from './header-rules.js';
import { participationRules } from './participation-rules.js';
import { patientRules } from './patient-rules.js';
import { resultRules } from './result-rules.js';
import { screeningRules } from './screening-rules.js';
import { sectionRules } from './section-rules.js';

/** Every rule, in the order of the document. Those on the body find nothing in a document whose body is a PDF. */
export const RULES: readonly Rule[] = [
  ...headerRules,
  ...patientRules,
  ...actorRules,
  ...participationRules,
  ...sectionRules,
  ...entryRules,
  ...resultRules,
  ...screeningRules,
  ...datatypeRules,
  ...contentRules,
];
