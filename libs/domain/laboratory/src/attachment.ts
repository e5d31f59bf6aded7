import type { Coded } from './actors.js';
import type { PerformingLaboratory } from './observation.js';

/** A picture that belongs to results: an electrophoresis curve, a culture. */
export interface Image {
  /** Unique in the report. */
  readonly imageId: string;
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif';
  /** Base64, without line breaks. */
  readonly data: string;
  readonly title?: string;
}

/** A PDF that travels inside the report: the report of another laboratory (seconde intention), or the printed report itself. */
export interface AttachedPdf {
  /** Unique in the report. */
  readonly attachmentId: string;
  readonly title: string;
  /** Base64, without line breaks. */
  readonly data: string;
  /** What kind of document it is, where its maker coded it. */
  readonly type?: Coded;
  readonly performedBy?: PerformingLaboratory;
}
