import type { Urgency } from '@segur/laboratory';
import type { Remarks } from '../remarks.js';
import { toComment } from '../comments.js';
import type { OrderLine } from './order-lines.js';

const MOTIVE = /^\s*motif\s+(?:de\s+l[’']\s*)?urgence\s*:?\s*/i;

/**
 * How soon the results are needed: the most urgent of the lines, with its motive.
 *
 * What is urgent without motive is refused: the law asks for it, and the laboratory sorts its work by it.
 *
 * @see Arrêté du 15/12/2016; HL7 table 0485; orders.md F3
 */
export function toUrgency(lines: readonly OrderLine[], remarks: Remarks): Urgency {
  const urgent = lines.filter((line) => isUrgent(line, remarks));
  if (urgent.length === 0) return { level: 'ROUTINE' };
  const motive = urgent.map(motiveOf).find((text) => text !== undefined);
  const callback = urgent.map(callbackOf).find((text) => text !== undefined);
  if (motive === undefined) remarks.add('hl7-urgency-motive', urgent[0]?.obr.location(31) ?? 'OBR[1]-31');
  return { level: 'URGENT', motive: motive ?? '', ...(callback !== undefined && { callback }) };
}

/** TQ1-9; before v2.5 the sixth component of ORC-7 or OBR-27, or OBR-5. */
function isUrgent({ orc, obr, timings }: OrderLine, remarks: Remarks): boolean {
  const places = [
    ...timings.map((tq1) => ({ code: tq1.text(9), location: tq1.location(9) })),
    { code: orc?.text(7, 6) ?? '', location: orc?.location(7) ?? '' },
    { code: obr.text(27, 6), location: obr.location(27) },
    { code: obr.text(5), location: obr.location(5) },
  ];
  const said = places
    .map(({ code, location }) => ({ code: code.trim().toUpperCase(), location }))
    .filter(({ code }) => code !== '');
  for (const { code, location } of said) {
    // Preoperative, on call back, as needed: when, not how soon. A timing critical request may not pass for routine.
    if (!['S', 'A', 'R', 'P', 'C', 'PRN'].includes(code)) remarks.add('hl7-priority-unknown', location);
  }
  return said.some(({ code }) => code === 'S' || code === 'A');
}

function motiveOf({ orc, obr, notes }: OrderLine): string | undefined {
  const told = notes.map((note) => toComment([note]) ?? '').find((text) => MOTIVE.test(text));
  const texts = [told?.replace(MOTIVE, ''), orc?.text(16, 2) || orc?.text(16), obr.text(31, 2) || obr.text(31)];
  return texts.map((text) => text?.trim()).find((text) => text !== undefined && text !== '');
}

/** The notes of a line that are not the motive of its urgency. */
export function commentOf({ notes }: OrderLine): string | undefined {
  return toComment(notes.filter((note) => !MOTIVE.test(toComment([note]) ?? '')));
}

/** ORC-14: who to call. */
function callbackOf({ orc }: OrderLine): string | undefined {
  const telecom = orc?.field(14).repetition(0);
  if (!telecom) return undefined;
  const parts = [telecom.text(5) && `+${telecom.text(5)}`, telecom.text(6), telecom.text(7)].join('');
  return telecom.text(12) || telecom.text(4) || telecom.text(1) || parts || undefined;
}
