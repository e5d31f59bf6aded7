/** How much is taken from anybody. */
export interface ReportJsonLimits {
  /** Largest text, in bytes. Attachments are by far the largest part of it: base64 takes four bytes for three. */
  readonly maxBytes: number;
  /**
   * Deepest nesting. The address of the director of the laboratory that did one antibiotic of an antibiogram, in a sub-chapter, stands
   * at level 19; each battery inside another takes two more.
   */
  readonly maxDepth: number;
  /**
   * Most values: texts, numbers, lists and objects together; an attachment is one. A plain result has about 20, one with priors, other
   * ranges, a second unit and its performing laboratory about 150.
   */
  readonly maxValues: number;
  /** Most findings about one report; one more says that there are others. */
  readonly maxFindings: number;
}

/**
 * What is taken where nothing else is said: three PDFs of 5 MB, twenty batteries inside one another, several thousand plain results.
 *
 * The number of values bounds the time too: the worst text, in which every value is wrong, is refused in about a second.
 */
export const REPORT_JSON_LIMITS: ReportJsonLimits = {
  maxBytes: 20 * 1024 * 1024,
  maxDepth: 64,
  maxValues: 100_000,
  maxFindings: 100,
};
