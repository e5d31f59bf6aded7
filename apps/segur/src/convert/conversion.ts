import type { Finding } from '@segur/errors';
import type { Laboratory } from '@segur/laboratory';
import type { LoincMap } from '@segur/loinc-transcoding/core';

/** What a report can be read from. */
export const INPUT_FORMATS = ['hl7v2', 'json', 'cda', 'hprim'] as const;
/** What a report can be written as. */
export const OUTPUT_FORMATS = ['cda', 'cda-n1', 'cda-auto-presentable', 'json', 'fhir', 'html', 'pdf'] as const;

export type InputFormat = (typeof INPUT_FORMATS)[number];
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** What a conversion needs beside the bytes. */
export interface ConversionContext {
  readonly from: InputFormat;
  readonly to: OutputFormat;
  /** Who answers for the report. Absent: the laboratory that a CDA names, else the sample laboratory. */
  readonly laboratory?: Laboratory;
  /** Empty: every analysis keeps the code it came with. */
  readonly map: LoincMap;
  /** Time of creation of what is written: two conversions at one time give the same bytes. */
  readonly now: Date;
  /** Which request of a HPRIM file with several. */
  readonly request?: string;
  /** Folder of the official kit, for its XSD. */
  readonly ciSisDir?: string;
}

/** What was written, or why there is nothing. */
export interface Conversion {
  /** Absent when a finding of severity `error` stands in the way. */
  readonly output?: Uint8Array;
  readonly findings: readonly Finding[];
}
