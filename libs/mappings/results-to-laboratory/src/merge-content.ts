import type { Battery, Chapter, Image, Isolate, Observation, SubChapter } from '@segur/laboratory';
import { PROVISIONAL_GERM } from './preliminary.js';

/** What becomes of one result when the state before it and the state received are put together. */
export interface MergeRules {
  /** A result or a germ that only the state before holds. @returns It as it stands now; nothing when it is gone. */
  kept<T extends Observation | Isolate>(before: T): T | undefined;
  /** True for a picture or a document that only the state before holds, and that stands. */
  keeps(id: string): boolean;
  /** A result that both hold. */
  replaced(before: Observation, received: Observation): Observation;
}

/** Two states of the content of one report as one, by the identifiers of batteries, isolates and results. What is left empty is left out. */
export function mergeChapters(before: readonly Chapter[], received: readonly Chapter[], rules: MergeRules): readonly Chapter[] {
  const moved = new Map(received.flatMap(({ code, batteries }) => batteries.map(({ batteryId }) => [batteryId, code] as const)));
  // A battery under another chapter than before is where the last message puts it: its results are kept there.
  const strayed = new Map<string, Battery[]>();
  const settled = before.map((chapter) => ({
    ...chapter,
    batteries: chapter.batteries.filter((battery) => {
      const chapterNow = moved.get(battery.batteryId) ?? chapter.code;
      if (chapterNow === chapter.code) return true;
      strayed.set(chapterNow, [...(strayed.get(chapterNow) ?? []), battery]);
      return false;
    }),
  }));
  for (const [code, batteries] of strayed) {
    const home = settled.findIndex((chapter) => chapter.code === code);
    if (home === -1) settled.push({ code, batteries });
    else settled[home] = { ...settled[home]!, batteries: [...settled[home]!.batteries, ...batteries] };
  }
  return mergeBy(
    settled,
    received,
    ({ code }) => code,
    (one, other) => mergeSection(one, other, rules, subChapters),
  );

  function subChapters(one: Chapter | undefined, other: Chapter | undefined): Partial<Chapter> {
    if (!one?.subChapters && !other?.subChapters) return {};
    const keyOf = ({ code, title }: SubChapter) => code?.code ?? title ?? '';
    const merged = mergeBy(one?.subChapters, other?.subChapters, keyOf, (a, b) => mergeSection(a, b, rules, () => ({})));
    return merged.length > 0 ? { subChapters: merged } : {};
  }
}

type Section = Chapter | SubChapter;
type Writable<T> = { -readonly [member in keyof T]: T[member] };

function mergeSection<S extends Section>(
  before: S | undefined,
  received: S | undefined,
  rules: MergeRules,
  more: (before: S | undefined, received: S | undefined) => Partial<S>,
): S | undefined {
  const base = received ?? before;
  if (!base) return undefined;
  const batteries = mergeBatteries(before?.batteries, received?.batteries, rules);
  const isolates = mergeIsolates(before?.isolates, received?.isolates, rules);
  const images = mergeImages(before?.images, received?.images, rules);
  const inner = more(before, received);
  if (batteries.length + isolates.length + images.length === 0 && Object.keys(inner).length === 0) return undefined;
  const merged: S & { isolates?: unknown; images?: unknown; subChapters?: unknown } = {
    ...before,
    ...received,
    ...base,
    batteries,
  };
  delete merged.isolates;
  delete merged.images;
  delete merged.subChapters;
  return { ...merged, ...(isolates.length > 0 && { isolates }), ...(images.length > 0 && { images }), ...inner };
}

function mergeBatteries(
  before: readonly Battery[] | undefined,
  received: readonly Battery[] | undefined,
  rules: MergeRules,
): readonly Battery[] {
  return mergeBy(
    before,
    received,
    ({ batteryId }) => batteryId,
    (one, other) => mergeBattery(one, other, rules),
  );
}

function mergeBattery(before: Battery | undefined, received: Battery | undefined, rules: MergeRules): Battery | undefined {
  const base = received ?? before;
  if (!base) return undefined;
  const observations = mergeObservations(before?.observations, received?.observations, rules);
  const isolates = mergeIsolates(before?.isolates, received?.isolates, rules);
  const batteries = mergeBatteries(before?.batteries, received?.batteries, rules);
  const images = mergeImages(before?.images, received?.images, rules);
  if (observations.length + isolates.length + batteries.length + images.length === 0) return undefined;
  const own: Writable<Battery> = { ...before, ...base };
  delete own.isolates;
  delete own.batteries;
  delete own.images;
  return {
    ...own,
    observations,
    comments: spoken(before?.comments, received?.comments),
    ...(isolates.length > 0 && { isolates }),
    ...(batteries.length > 0 && { batteries }),
    ...(images.length > 0 && { images }),
  };
}

function mergeIsolates(
  before: readonly Isolate[] | undefined,
  received: readonly Isolate[] | undefined,
  rules: MergeRules,
): readonly Isolate[] {
  return mergeBy(
    before,
    received,
    ({ isolateId }) => isolateId,
    (one, other) => {
      const base = other ?? (one && rules.kept(one));
      if (!base) return undefined;
      return {
        ...base,
        observations: mergeObservations(one?.observations, other?.observations, rules),
        antibiograms: mergeBatteries(one?.antibiograms, other?.antibiograms, rules),
        // Whether a germ is certain is what the last message says.
        comments: other ? spoken(withoutDoubt(one?.comments), other.comments) : base.comments,
      };
    },
  );
}

function mergeObservations(
  before: readonly Observation[] | undefined,
  received: readonly Observation[] | undefined,
  rules: MergeRules,
): readonly Observation[] {
  return mergeBy(
    before,
    received,
    ({ observationId }) => observationId,
    (one, other) => {
      if (one && other) return rules.replaced(one, other);
      return other ?? (one && rules.kept(one));
    },
  );
}

function withoutDoubt(comments: readonly string[] | undefined): readonly string[] | undefined {
  return comments?.filter((comment) => comment !== PROVISIONAL_GERM);
}

/** The comments of the last message that has any. */
function spoken(before: readonly string[] | undefined, received: readonly string[] | undefined): readonly string[] {
  return received && received.length > 0 ? received : (before ?? []);
}

function mergeImages(
  before: readonly Image[] | undefined,
  received: readonly Image[] | undefined,
  rules: MergeRules,
): readonly Image[] {
  return mergeBy(
    before,
    received,
    ({ imageId }) => imageId,
    (one, other) => other ?? (one && rules.keeps(one.imageId) ? one : undefined),
  );
}

/** Two lists as one: in the order received when it holds everything, else in the order before, with what is new at the end. */
export function mergeBy<T>(
  before: readonly T[] | undefined,
  received: readonly T[] | undefined,
  keyOf: (item: T) => string,
  combine: (before: T | undefined, received: T | undefined) => T | undefined,
): readonly T[] {
  const old = new Map((before ?? []).map((item) => [keyOf(item), item]));
  const fresh = new Map((received ?? []).map((item) => [keyOf(item), item]));
  const whole = [...old.keys()].every((key) => fresh.has(key));
  const keys = whole ? [...fresh.keys()] : [...old.keys(), ...[...fresh.keys()].filter((key) => !old.has(key))];
  return keys.flatMap((key) => combine(old.get(key), fresh.get(key)) ?? []);
}
