import type { AttachedPdf, Battery, Image, Isolate, Observation, ReportIntake, SectionContent } from '@segur/laboratory';
import type { JsonPath } from './json-pointer.js';

/** One thing of a report, and where it stands. */
export type Place = { readonly path: JsonPath } & (
  | { readonly kind: 'section'; readonly item: SectionContent }
  | { readonly kind: 'battery'; readonly item: Battery }
  | { readonly kind: 'isolate'; readonly item: Isolate }
  | { readonly kind: 'observation'; readonly item: Observation }
  | { readonly kind: 'image'; readonly item: Image }
  | { readonly kind: 'attachment'; readonly item: AttachedPdf }
);

/** Every section, battery, isolate, result, image and PDF of a report, whatever stands inside what, in the order of the text. */
export function* placesOf(report: Pick<ReportIntake, 'chapters' | 'secondIntention' | 'printedCopy'>): Generator<Place> {
  for (const [c, chapter] of report.chapters.entries()) {
    yield* section(chapter, ['chapters', c]);
    for (const [s, sub] of (chapter.subChapters ?? []).entries()) yield* section(sub, ['chapters', c, 'subChapters', s]);
  }
  for (const [a, item] of (report.secondIntention ?? []).entries())
    yield { kind: 'attachment', item, path: ['secondIntention', a] };
  if (report.printedCopy) yield { kind: 'attachment', item: report.printedCopy, path: ['printedCopy'] };
}

function* section(item: SectionContent, path: JsonPath): Generator<Place> {
  yield { kind: 'section', item, path };
  yield* each(item.batteries, [...path, 'batteries'], battery);
  yield* each(item.isolates, [...path, 'isolates'], isolate);
  yield* each(item.images, [...path, 'images'], image);
}

function* battery(item: Battery, path: JsonPath): Generator<Place> {
  yield { kind: 'battery', item, path };
  yield* each(item.observations, [...path, 'observations'], observation);
  yield* each(item.isolates, [...path, 'isolates'], isolate);
  yield* each(item.batteries, [...path, 'batteries'], battery);
  yield* each(item.images, [...path, 'images'], image);
}

function* isolate(item: Isolate, path: JsonPath): Generator<Place> {
  yield { kind: 'isolate', item, path };
  yield* each(item.observations, [...path, 'observations'], observation);
  yield* each(item.antibiograms, [...path, 'antibiograms'], battery);
}

function* observation(item: Observation, path: JsonPath): Generator<Place> {
  yield { kind: 'observation', item, path };
  yield* each(item.images, [...path, 'images'], image);
}

function* image(item: Image, path: JsonPath): Generator<Place> {
  yield { kind: 'image', item, path };
}

function* each<T>(
  items: readonly T[] | undefined,
  path: JsonPath,
  within: (item: T, path: JsonPath) => Generator<Place>,
): Generator<Place> {
  for (const [index, item] of (items ?? []).entries()) yield* within(item, [...path, index]);
}
