import type { Battery, Image, Isolate, Observation, PerformingLaboratory, SectionContent } from '@segur/laboratory';
import { spoken, type PrintContext } from './chapter-context.js';
import { markOf } from './printed-mark.js';
import type { PrintedRow } from './printed-report.js';
import { printPerformer, toPrintedFacts, toPrintedResult } from './printed-result.js';
import { COLON } from './printed-words.js';
import { isAlone, isFilled } from './report-outline.js';
import { toAntibiogramRow } from './to-antibiogram-row.js';

/** The rows of a section: those of the document's narrative, in its order. @throws {UnassemblableReport} `malformed-time`. */
export function toPrintedRows(section: SectionContent, context: PrintContext): readonly PrintedRow[] {
  const { batteries, isolates = [], images = [], comments, performedBy } = section;
  return [
    ...performerRow(performedBy, context),
    ...batteries.filter(isFilled).flatMap((battery) => toBatteryRows(battery, context)),
    ...isolates.flatMap((isolate) => toIsolateRows(isolate, context)),
    ...images.map(toImageRow),
    ...toCommentRows(comments),
  ];
}

/** A battery of one result under the same name is that result alone. */
function toBatteryRows(battery: Battery, context: PrintContext): readonly PrintedRow[] {
  const { code, observations, batteries = [], isolates = [], images = [], comments, performedBy } = battery;
  return [
    ...(isAlone(battery) ? [] : [{ kind: 'group', text: code.label || code.localCode } as const]),
    ...performerRow(performedBy, context),
    ...observations.flatMap((observation) => toResultRows(observation, context)),
    ...batteries.filter(isFilled).flatMap((inner) => toBatteryRows(inner, context)),
    ...isolates.flatMap((isolate) => toIsolateRows(isolate, context)),
    ...images.map(toImageRow),
    ...toCommentRows(comments),
  ];
}

function toIsolateRows(isolate: Isolate, context: PrintContext): readonly PrintedRow[] {
  const { organism, observations, antibiograms, comments, performedBy } = isolate;
  return [
    { kind: 'group', text: `Germe isolé${COLON}${organism.label}` },
    ...performerRow(performedBy, context),
    ...observations.flatMap((observation) => toResultRows(observation, context)),
    ...antibiograms.filter(isFilled).flatMap((antibiogram) => toAntibiogramRows(antibiogram, organism.label, context)),
    ...toCommentRows(comments),
  ];
}

function toAntibiogramRows(antibiogram: Battery, germ: string, context: PrintContext): readonly PrintedRow[] {
  const { observations, batteries = [], isolates = [], images = [], comments, performedBy } = antibiogram;
  return [
    ...performerRow(performedBy, context),
    ...(observations.length > 0 ? [toAntibiogramRow(antibiogram, germ, context)] : []),
    ...observations.flatMap((observation) => (observation.images ?? []).map(toImageRow)),
    ...batteries.filter(isFilled).flatMap((inner) => toAntibiogramRows(inner, germ, context)),
    ...isolates.flatMap((isolate) => toIsolateRows(isolate, context)),
    ...images.map(toImageRow),
    ...toCommentRows(comments),
  ];
}

function toResultRows(observation: Observation, context: PrintContext): readonly PrintedRow[] {
  const mark = markOf(observation);
  const { priors = [], notes = [], ...printed } = toPrintedResult(observation, context);
  const previous = priors.map(({ date, result }) => `${date}${COLON}${result}`).join('\n');
  return [
    { kind: 'result', ...printed, ...(mark && { mark }), previous },
    ...toCommentRows([...notes, ...toPrintedFacts(observation, context)]),
    ...(observation.images ?? []).map(toImageRow),
    ...toCommentRows(observation.comments),
  ];
}

function performerRow(performedBy: PerformingLaboratory | undefined, context: PrintContext): readonly PrintedRow[] {
  return performedBy ? [{ kind: 'comment', text: printPerformer(performedBy, context, 'Examens réalisés par') }] : [];
}

function toImageRow(image: Image): PrintedRow {
  return { kind: 'image', text: image.title?.trim() || 'Image', image };
}

function toCommentRows(texts: readonly string[] | undefined): readonly PrintedRow[] {
  return spoken(texts).map((text) => ({ kind: 'comment', text }));
}
