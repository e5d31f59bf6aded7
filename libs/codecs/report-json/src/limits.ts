/** How much is taken from anybody. */
export interface ReportJsonLimits {
  /** Largest text, in bytes. */
  readonly maxBytes: number;
  /** Deepest nesting. A report needs 11 levels. */
  readonly maxDepth: number;
  /** Most values: texts, numbers, lists and objects together. A result needs about 30. */
  readonly maxValues: number;
  /** Most findings about one report; one more says that there are others. */
  readonly maxFindings: number;
}

/** What is taken where nothing else is said: a report of several thousand results. */
export const REPORT_JSON_LIMITS: ReportJsonLimits = {
  maxBytes: 20 * 1024 * 1024,
  maxDepth: 32,
  maxValues: 200_000,
  maxFindings: 100,
};
