import type { CdaBattery, CdaChapter, CdaIsolate, CdaObservation, CdaSpecimen } from './cr-bio-document.js';

/** A comment and the narrative ID that shows it. */
export interface PlacedComment {
  readonly id: string;
  readonly text: string;
}

/** A result and the narrative IDs of its cells. */
export interface PlacedObservation {
  readonly observation: CdaObservation;
  readonly labelId: string;
  readonly valueId: string;
  readonly methodId: string;
  readonly rangeId: string;
  readonly comments: readonly PlacedComment[];
}

/** A battery, or one result that stands alone. */
export interface PlacedGroup {
  /** Absent: the result stands alone. */
  readonly battery?: { readonly battery: CdaBattery; readonly labelId: string; readonly comments: readonly PlacedComment[] };
  readonly observations: readonly PlacedObservation[];
}

/** A chapter with every narrative ID given. The narrative and the entries are both written from it, so they show the same rows. */
export interface PlacedChapter {
  readonly chapter: CdaChapter;
  readonly specimens: readonly { readonly specimen: CdaSpecimen; readonly labelId: string }[];
  readonly groups: readonly PlacedGroup[];
}

/** Gives the narrative IDs of a chapter, unique in a document as long as `number` is. */
export function placeChapter(chapter: CdaChapter, number: number): PlacedChapter {
  const prefix = `c${number}`;
  let row = 0;
  const comments = (owner: string, texts: readonly string[]): readonly PlacedComment[] =>
    texts.map((text, index) => ({ id: `${owner}-com${index + 1}`, text }));
  const place = (observation: CdaObservation): PlacedObservation => {
    row += 1;
    const id = `${prefix}-r${row}`;
    return {
      observation,
      labelId: id,
      valueId: `${id}-val`,
      methodId: `${id}-met`,
      rangeId: `${id}-ref`,
      comments: comments(id, observation.comments),
    };
  };
  return {
    chapter,
    specimens: chapter.specimens.map((specimen, index) => ({ specimen, labelId: `${prefix}-s${index + 1}` })),
    groups: chapter.groups.map((group, index): PlacedGroup => {
      if (group.kind === 'observation') return { observations: [place(group)] };
      const labelId = `${prefix}-b${index + 1}`;
      const battery = group.kind === 'battery' ? group : asBattery(group);
      return {
        battery: { battery, labelId, comments: comments(labelId, group.comments) },
        observations: battery.observations.map(place),
      };
    }),
  };
}

function asBattery({ label, status, observations, antibiograms, comments }: CdaIsolate): CdaBattery {
  const all = [...observations, ...antibiograms.flatMap((antibiogram) => antibiogram.observations)];
  return { kind: 'battery', label, status, code: {}, observations: all, comments };
}
