import type { Battery, Observation } from '@segur/laboratory';
import { spoken, type PrintContext } from './chapter-context.js';
import { markOf } from './printed-mark.js';
import type { PrintedAntibiotic, PrintedRow } from './printed-report.js';
import { toPrintedFacts, toPrintedResult } from './printed-result.js';
import { COLON } from './printed-words.js';

/** The table of an antibiogram, under its name and that of the germ. @throws {UnassemblableReport} `malformed-time`. */
export function toAntibiogramRow(
  { code, observations }: Battery,
  germ: string,
  context: PrintContext,
): Extract<PrintedRow, { kind: 'antibiogram' }> {
  const title = [code.label || code.localCode, germ].filter(Boolean).join(' – ');
  const rows = observations.map((observation) => toAntibiotic(observation, context));
  return { kind: 'antibiogram', title, rows, text: [title, ...rows.map(printAntibiotic)].join('\n') };
}

/** An antibiogram has three columns: the rest of what is said of a result comes under it. */
function toAntibiotic(observation: Observation, context: PrintContext): PrintedAntibiotic {
  const { label, method, result, unit, reference, interpretation, priors = [], notes = [] } = toPrintedResult(observation, context);
  const mark = markOf(observation);
  return {
    label: method === undefined ? label : `${label} ${method}`,
    mic: result.trim() === '' ? '' : [result, unit].filter(Boolean).join(' '),
    interpretation,
    ...(mark && { mark }),
    notes: [
      ...(reference ? [`Valeurs de référence${COLON}${reference}`] : []),
      ...priors.map((prior) => `Antériorité du ${prior.date}${COLON}${prior.result}`),
      ...notes,
      ...toPrintedFacts(observation, context),
      ...spoken(observation.comments),
    ],
  };
}

function printAntibiotic({ label, mic, interpretation, notes }: PrintedAntibiotic): string {
  const told = [mic && `CMI ${mic}`, interpretation].filter(Boolean).join(', ');
  return [`${label}${COLON}${told}`, ...notes].join('\n');
}
