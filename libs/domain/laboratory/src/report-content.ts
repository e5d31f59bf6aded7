import type { Coded } from './actors.js';
import type { Image } from './attachment.js';
import type { Identifier, LocalCode, LoincCode, Observation, PerformingLaboratory, StatedTime } from './observation.js';
import type { Validation } from './report.js';

/** A germ found in a culture. */
export interface Organism {
  /** As printed, e.g. `Escherichia coli`. */
  readonly label: string;
  /** SNOMED CT, 2.16.840.1.113883.6.96. */
  readonly snomed?: Coded;
  /** NCBI taxonomy, 2.16.840.1.113883.3.9471. */
  readonly ncbi?: Coded;
}

/** One germ of a culture, with its count and what it resists to. A sterile culture is an observation, not an isolate. */
export interface Isolate {
  /** Unique in the report, the same in every revision. */
  readonly isolateId: string;
  readonly identifier?: Identifier;
  readonly organism: Organism;
  readonly observedAt?: StatedTime;
  /** Count and other results about the germ itself. */
  readonly observations: readonly Observation[];
  /**
   * One battery per antibiogram. An antibiotic is an observation: its value is the MIC (absent where none was measured), and its
   * interpretation S, I or R.
   */
  readonly antibiograms: readonly Battery[];
  readonly comments: readonly string[];
  readonly performedBy?: PerformingLaboratory;
}

/** One prescribed examination with its results: an OBR. */
export interface Battery {
  readonly batteryId: string;
  readonly code: LocalCode;
  /** LOINC of the panel. */
  readonly loinc?: LoincCode;
  /** HL7 ObservationMethod: 4 macroscopic examination, 107 microscopy. */
  readonly category?: Coded;
  readonly observations: readonly Observation[];
  readonly isolates?: readonly Isolate[];
  /** Batteries inside this one. */
  readonly batteries?: readonly Battery[];
  readonly images?: readonly Image[];
  readonly comments: readonly string[];
  readonly specimenId?: string;
  readonly performedBy?: PerformingLaboratory;
}

/** What a chapter and a sub-chapter hold. */
export interface SectionContent {
  /** Printed heading; absent: the label of the code. */
  readonly title?: string;
  /** LOINC specialty of what was done, where it is not the section's own code. */
  readonly actCode?: Coded;
  readonly batteries: readonly Battery[];
  /** Germs that belong to no single battery. */
  readonly isolates?: readonly Isolate[];
  readonly images?: readonly Image[];
  readonly comments?: readonly string[];
  /** Who did all of it, where it is not the reporting laboratory. */
  readonly performedBy?: PerformingLaboratory;
  /** Who validated this section; absent: those of the report. */
  readonly validations?: readonly Validation[];
  /** Index keys of `Report.specimens`. Absent: those that its results name. */
  readonly specimenIds?: readonly string[];
}

/** A part of a chapter under its own heading. */
export interface SubChapter extends SectionContent {
  /** LOINC of a panel or of a specialty; absent: the heading alone. */
  readonly code?: LoincCode;
}

/** A specialty of the report, printed under its heading. */
export interface Chapter extends SectionContent {
  /** Chapter LOINC of the CR-BIO, e.g. `18719-5`, or the interim code `1443252`: results of a second laboratory. */
  readonly code: string;
  /** Where there is one, the chapter itself holds neither batteries nor isolates. */
  readonly subChapters?: readonly SubChapter[];
}

/** Every section of chapters that holds results: chapters, and sub-chapters in their place. */
export function sectionsOf(chapters: readonly Chapter[]): readonly SectionContent[] {
  return chapters.flatMap((chapter): readonly SectionContent[] =>
    chapter.subChapters && chapter.subChapters.length > 0 ? chapter.subChapters : [chapter],
  );
}

/** Every battery, those inside batteries and antibiograms included, in print order. */
export function batteriesOf(chapters: readonly Chapter[]): readonly Battery[] {
  const within = (battery: Battery): readonly Battery[] => [
    battery,
    ...(battery.batteries ?? []).flatMap(within),
    ...(battery.isolates ?? []).flatMap(({ antibiograms }) => antibiograms.flatMap(within)),
  ];
  return sectionsOf(chapters).flatMap(({ batteries, isolates = [] }) => [
    ...batteries.flatMap(within),
    ...isolates.flatMap(({ antibiograms }) => antibiograms.flatMap(within)),
  ]);
}

/** Every isolate, in print order. */
export function isolatesOf(chapters: readonly Chapter[]): readonly Isolate[] {
  const within = ({ isolates = [], batteries = [] }: Battery): readonly Isolate[] => [...isolates, ...batteries.flatMap(within)];
  return sectionsOf(chapters).flatMap(({ batteries, isolates = [] }) => [...batteries.flatMap(within), ...isolates]);
}

/**
 * The same chapters with every observation changed, wherever it stands: in batteries, inner batteries, isolates and antibiograms.
 * Used by those who add one fact to each result, e.g. its LOINC.
 */
export function mapObservations(
  chapters: readonly Chapter[],
  change: (observation: Observation) => Observation,
): readonly Chapter[] {
  const battery = (whole: Battery): Battery => ({
    ...whole,
    observations: whole.observations.map(change),
    ...(whole.batteries && { batteries: whole.batteries.map(battery) }),
    ...(whole.isolates && { isolates: whole.isolates.map(isolate) }),
  });
  const isolate = (whole: Isolate): Isolate => ({
    ...whole,
    observations: whole.observations.map(change),
    antibiograms: whole.antibiograms.map(battery),
  });
  const section = <S extends SectionContent>(whole: S): S => ({
    ...whole,
    batteries: whole.batteries.map(battery),
    ...(whole.isolates && { isolates: whole.isolates.map(isolate) }),
  });
  return chapters.map((chapter) => ({
    ...section(chapter),
    ...(chapter.subChapters && { subChapters: chapter.subChapters.map((sub) => section(sub)) }),
  }));
}

/** Every observation of a report, in print order: the results of a battery before its isolates, a germ's count before its antibiogram. */
export function observationsOf({ chapters }: { readonly chapters: readonly Chapter[] }): readonly Observation[] {
  const inBattery = (battery: Battery): readonly Observation[] => [
    ...battery.observations,
    ...(battery.batteries ?? []).flatMap(inBattery),
    ...(battery.isolates ?? []).flatMap(inIsolate),
  ];
  const inIsolate = ({ observations, antibiograms }: Isolate): readonly Observation[] => [
    ...observations,
    ...antibiograms.flatMap(inBattery),
  ];
  return sectionsOf(chapters).flatMap(({ batteries, isolates = [] }) => [
    ...batteries.flatMap(inBattery),
    ...isolates.flatMap(inIsolate),
  ]);
}
