import { hasErrors, PlatformError, type Finding } from '@segur/errors';
import { decodeMessage } from '@segur/hl7v2';
import { fillerNumberOf, toReport } from '@segur/hl7v2-to-laboratory';
import { reportSetIdOf, type Laboratory } from '@segur/laboratory';
import { codeObservations, type LoincMap } from '@segur/loinc-transcoding/core';
import { assembleCrBio, toObservationsToCode } from '@segur/result-structuring/core';
import { reportPrinting } from './report-printing.js';

/** What a conversion needs beside the message. */
export interface ConversionContext {
  readonly laboratory: Laboratory;
  /** Empty: every analysis keeps its local code. */
  readonly map: LoincMap;
  /** Time of creation of the document: two conversions at one time give the same bytes. */
  readonly now: Date;
  /** Folder of the official kit, for its XSD. */
  readonly ciSisDir?: string;
}

/** The document, or why there is none. */
export interface Conversion {
  /** Absent when a finding of severity `error` stands in the way. */
  readonly output?: Buffer;
  readonly findings: readonly Finding[];
}

/** Converts a final ORU^R01 to a CR-BIO document by the very rules of the running platform. */
export function convertHl7v2ToCda(bytes: Buffer, context: ConversionContext): Conversion {
  try {
    return convert(bytes, context);
  } catch (error) {
    if (!(error instanceof PlatformError) || error.kind !== 'invalid') throw error;
    return { findings: [{ severity: 'error', code: error.code, location: '', message: error.message }] };
  }
}

function convert(bytes: Buffer, { laboratory, map, now, ciSisDir }: ConversionContext): Conversion {
  const message = decodeMessage(bytes);
  const reportSetId = reportSetIdOf(laboratory.finess, fillerNumberOf(message) ?? '');
  const reading = toReport(message, { laboratory, reportSetId, revision: 1 });
  if (reading.status === 'refused' || hasErrors(reading.findings)) return { findings: reading.findings };

  const codings = codeObservations(toObservationsToCode(reading.report), map);
  const context = {
    laboratory,
    codings,
    createdAt: now,
    printing: reportPrinting(),
    ...(ciSisDir === undefined ? {} : { ciSisDir }),
  };
  const assembly = assembleCrBio({ report: reading.report, findings: reading.findings }, context);
  return assembly.status === 'refused' ? { findings: assembly.findings } : { output: assembly.cda, findings: assembly.findings };
}
