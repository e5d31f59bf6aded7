import { ACKNOWLEDGEMENT_CHANGED } from './topics/acknowledgement-changed.js';
import { DEAD_LETTER } from './topics/dead-letter.js';
import { DELIVERY_CHANGED } from './topics/delivery-changed.js';
import { DOCUMENT_REFUSED } from './topics/document-refused.js';
import { DOCUMENT_VALIDATED } from './topics/document-validated.js';
import { MAPPING_CHANGED } from './topics/mapping-changed.js';
import { MAPPING_MISSING } from './topics/mapping-missing.js';
import { ORDER_MESSAGE_RECEIVED } from './topics/order-message-received.js';
import { ORDER_RECEIVED } from './topics/order-received.js';
import { REPORT_STRUCTURED } from './topics/report-structured.js';
import { REPORT_TRANSCODED } from './topics/report-transcoded.js';
import { REPORT_WITHDRAWN } from './topics/report-withdrawn.js';
import { RESULTS_RECEIVED } from './topics/results-received.js';
import type { Topic } from './topic.js';

/** Every topic there is, in the order of the flow. A broker's topics are created from this list. */
export const TOPICS: readonly Topic<unknown>[] = [
  ORDER_MESSAGE_RECEIVED,
  ORDER_RECEIVED,
  RESULTS_RECEIVED,
  REPORT_STRUCTURED,
  REPORT_TRANSCODED,
  MAPPING_MISSING,
  MAPPING_CHANGED,
  DOCUMENT_VALIDATED,
  DOCUMENT_REFUSED,
  REPORT_WITHDRAWN,
  DELIVERY_CHANGED,
  ACKNOWLEDGEMENT_CHANGED,
  DEAD_LETTER,
] as readonly Topic<unknown>[];
