import type { PrintedResult } from '@segur/cda';
import type { Observation } from '@segur/laboratory';
import { INTERPRETATION_LABELS } from './labels.js';

/** What the report on paper shows of a result: in the narrative of the document and in its PDF copy alike. */
export function toPrintedResult(observation: Observation): PrintedResult {
  const { code, value, unit, range, method } = observation;
  return {
    label: code.label || code.localCode,
    result: value.text,
    unit: unit?.raw ?? '',
    reference: range?.text.trim() ?? '',
    interpretation: observation.interpretations.map((flag) => INTERPRETATION_LABELS[flag] ?? flag).join(', '),
    ...(method && { method }),
  };
}
