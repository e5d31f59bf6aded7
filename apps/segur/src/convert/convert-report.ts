import { PlatformError } from '@segur/errors';
import { withKnownAddresses } from '@segur/laboratory';
import { codeObservations } from '@segur/loinc-transcoding/core';
import { applyCodings, toObservationsToCode } from '@segur/result-structuring/core';
import type { Conversion, ConversionContext } from './conversion.js';
import { READERS } from './read-report.js';
import { WRITERS } from './write-report.js';

/** Converts one report by the very rules of the running platform. Whatever the bytes hold, the answer is findings. */
export function convertReport(bytes: Uint8Array, context: ConversionContext): Conversion {
  try {
    return convert(bytes, context);
  } catch (error) {
    if (!(error instanceof PlatformError) || error.kind !== 'invalid') throw error;
    return { findings: [{ severity: 'error', code: error.code, location: placeOf(error), message: error.message }] };
  }
}

function convert(bytes: Uint8Array, context: ConversionContext): Conversion {
  const { report: read, laboratory, findings: said } = READERS[context.from](bytes, context);
  if (!read) return { findings: said };
  const coded = context.map.size === 0 ? read : applyCodings(read, codeObservations(toObservationsToCode(read), context.map));
  const { output, findings } = WRITERS[context.to]({ report: withKnownAddresses(coded, laboratory), laboratory }, context);
  return output ? { output, findings: [...said, ...findings] } : { findings: [...said, ...findings] };
}

/** Errors name their place in the words of their format, when they know it. */
function placeOf({ details }: PlatformError): string {
  const place = details['location'] ?? details['reason'];
  return typeof place === 'string' ? place : '';
}
