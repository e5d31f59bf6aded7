import type {
  CdaBattery,
  CdaImage,
  CdaIsolate,
  CdaObservation,
  CdaPrior,
  CdaQuantity,
  CdaSectionContent,
  CdaSpecimen,
  PrintedPrior,
} from './cr-bio-document.js';
import { printPrior } from './print-facts.js';
import { printRange, printUnit, printValue } from './reading/printed-text.js';

/** A comment and the narrative ID that shows it. */
export interface PlacedComment {
  readonly id: string;
  readonly text: string;
}

/** A picture and the ID that `renderMultiMedia` names. */
export interface PlacedImage {
  readonly id: string;
  readonly image: CdaImage;
}

/** An earlier result and the narrative ID of what it said. */
export interface PlacedPrior {
  readonly id: string;
  readonly printed: PrintedPrior;
  /** Absent: printed, and nothing more is known of it. */
  readonly prior?: CdaPrior;
}

/** A result and the narrative IDs of its cells. */
export interface PlacedObservation {
  readonly kind: 'observation';
  readonly observation: CdaObservation;
  readonly labelId: string;
  readonly valueId: string;
  /** What was printed is not what the value alone says: `text` refers to the cell. A value in words does so itself. */
  readonly hasText: boolean;
  readonly methodId: string;
  readonly rangeId: string;
  /** The printed interval is not what its bounds alone say, or has none. */
  readonly hasRangeText: boolean;
  readonly priors: readonly PlacedPrior[];
  readonly images: readonly PlacedImage[];
  readonly comments: readonly PlacedComment[];
}

/** A battery and the narrative ID of its heading. */
export interface PlacedBattery {
  readonly kind: 'battery';
  readonly battery: CdaBattery;
  readonly labelId: string;
  readonly observations: readonly PlacedObservation[];
  readonly isolates: readonly PlacedIsolate[];
  readonly batteries: readonly PlacedBattery[];
  readonly images: readonly PlacedImage[];
  readonly comments: readonly PlacedComment[];
}

/** An isolate and the narrative ID of the germ's name. */
export interface PlacedIsolate {
  readonly kind: 'isolate';
  readonly isolate: CdaIsolate;
  readonly labelId: string;
  readonly observations: readonly PlacedObservation[];
  readonly antibiograms: readonly PlacedBattery[];
  readonly comments: readonly PlacedComment[];
}

/** What stands in a chapter side by side. */
export type PlacedGroup = PlacedBattery | PlacedObservation | PlacedIsolate;

/** A chapter or sub-chapter with every ID given. The narrative and the entry are both written from it, so they show the same rows. */
export interface PlacedSection {
  readonly content: CdaSectionContent;
  readonly specimens: readonly { readonly specimen: CdaSpecimen; readonly labelId: string }[];
  readonly groups: readonly PlacedGroup[];
  readonly images: readonly PlacedImage[];
  readonly comments: readonly PlacedComment[];
  /** Some result has earlier ones: the narrative has a column for them. */
  readonly hasPriors: boolean;
}

/** Gives the IDs of a section, unique in a document as long as `prefix` is, and as long as no prefix holds a hyphen. */
export function placeSection(content: CdaSectionContent, prefix: string): PlacedSection {
  const numbering: Numbering = { prefix, rows: 0, batteries: 0, isolates: 0, hasPriors: false };
  const groups = content.groups.map((group): PlacedGroup => {
    if (group.kind === 'observation') return placeObservation(group, numbering);
    return group.kind === 'battery' ? placeBattery(group, numbering) : placeIsolate(group, numbering);
  });
  return {
    content,
    specimens: content.specimens.map((specimen, index) => ({ specimen, labelId: `${prefix}-s${index + 1}` })),
    groups,
    images: placeImages(prefix, content.images),
    comments: placeComments(prefix, content.comments),
    hasPriors: numbering.hasPriors,
  };
}

// Most results have nothing of all that: they share one empty list.
const NONE: readonly never[] = [];

interface Numbering {
  readonly prefix: string;
  rows: number;
  batteries: number;
  isolates: number;
  hasPriors: boolean;
}

function placeObservation(observation: CdaObservation, numbering: Numbering): PlacedObservation {
  numbering.rows += 1;
  const id = `${numbering.prefix}-r${numbering.rows}`;
  const priors = placePriors(id, observation);
  if (priors.length > 0) numbering.hasPriors = true;
  return {
    kind: 'observation',
    observation,
    labelId: id,
    valueId: `${id}-val`,
    hasText: saysMoreThanItsValue(observation),
    methodId: `${id}-met`,
    rangeId: `${id}-ref`,
    hasRangeText: saysMoreThanItsBounds(observation),
    priors,
    images: placeImages(id, observation.images),
    comments: placeComments(id, observation.comments),
  };
}

function placeBattery(battery: CdaBattery, numbering: Numbering): PlacedBattery {
  numbering.batteries += 1;
  const labelId = `${numbering.prefix}-b${numbering.batteries}`;
  return {
    kind: 'battery',
    battery,
    labelId,
    observations: battery.observations.map((observation) => placeObservation(observation, numbering)),
    isolates: (battery.isolates ?? []).map((isolate) => placeIsolate(isolate, numbering)),
    batteries: (battery.batteries ?? []).map((inner) => placeBattery(inner, numbering)),
    images: placeImages(labelId, battery.images),
    comments: placeComments(labelId, battery.comments),
  };
}

function placeIsolate(isolate: CdaIsolate, numbering: Numbering): PlacedIsolate {
  numbering.isolates += 1;
  const labelId = `${numbering.prefix}-i${numbering.isolates}`;
  return {
    kind: 'isolate',
    isolate,
    labelId,
    observations: isolate.observations.map((observation) => placeObservation(observation, numbering)),
    antibiograms: isolate.antibiograms.map((antibiogram) => placeBattery(antibiogram, numbering)),
    comments: placeComments(labelId, isolate.comments),
  };
}

function saysMoreThanItsValue({ value, printed: { result } }: CdaObservation): boolean {
  if (result === '' || value?.type === 'CD') return false;
  return !value || result !== printValue(value);
}

function saysMoreThanItsBounds({ value, range, printed: { reference } }: CdaObservation): boolean {
  if (reference === '') return false;
  const { low, high } = range ?? {};
  if (!low && !high) return true;
  const bound = (limit: CdaQuantity | undefined) => limit && { ...limit, inclusive: true };
  return reference !== printRange(bound(low), bound(high), printUnit(value));
}

function placePriors(owner: string, { priors = NONE, printed }: CdaObservation): readonly PlacedPrior[] {
  const shown = printed.priors ?? NONE;
  if (priors.length === 0 && shown.length === 0) return NONE;
  return Array.from({ length: Math.max(priors.length, shown.length) }, (_, index) => {
    const prior = priors[index];
    return { id: `${owner}-ant${index + 1}`, printed: shown[index] ?? printPrior(prior), ...(prior && { prior }) };
  });
}

function placeComments(owner: string, texts: readonly string[] = NONE): readonly PlacedComment[] {
  return texts.length === 0 ? NONE : texts.map((text, index) => ({ id: `${owner}-com${index + 1}`, text }));
}

function placeImages(owner: string, images: readonly CdaImage[] = NONE): readonly PlacedImage[] {
  return images.length === 0 ? NONE : images.map((image, index) => ({ id: `${owner}-img${index + 1}`, image }));
}
