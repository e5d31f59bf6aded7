import type { Chapter, ReportIntake } from '@segur/laboratory';
import type { JsonKind } from './json-kind.js';
import type { JsonPath } from './json-pointer.js';
import type { Remark, ReportJsonCode } from './report-json-finding.js';
import { placesOf, type Place } from './report-places.js';

/**
 * What no schema can say: identifiers are unique in the report, every specimen that is named is there, a result that may still change
 * stands in a partial report, and a chapter holds results or sub-chapters.
 */
export function inconsistenciesOf(report: ReportIntake): readonly Remark[] {
  const seen = new Set<string>();
  const specimens = report.specimens.flatMap(({ specimenId }, s) =>
    unique(seen, 'specimenId', specimenId, ['specimens', s, 'specimenId']),
  );
  const known = new Set(report.specimens.map(({ specimenId }) => specimenId));
  const contents = [...placesOf(report)].flatMap((place): readonly Remark[] => [
    ...identityOf(place).flatMap(([field, id]) => unique(seen, field, id, [...place.path, field])),
    ...referencesOf(place).flatMap(([id, path]) => (known.has(id) ? [] : [unknownSpecimen([...place.path, ...path])])),
    ...(report.status === 'final' ? stillChanging(place) : []),
  ]);
  return [...specimens, ...contents, ...report.chapters.flatMap(divided)];
}

function identityOf(place: Place): readonly (readonly [field: string, id: string])[] {
  switch (place.kind) {
    case 'battery':
      return [['batteryId', place.item.batteryId]];
    case 'isolate':
      return [['isolateId', place.item.isolateId]];
    case 'observation':
      return [['observationId', place.item.observationId]];
    case 'image':
      return [['imageId', place.item.imageId]];
    case 'attachment':
      return [['attachmentId', place.item.attachmentId]];
    case 'section':
      return [];
  }
}

function referencesOf(place: Place): readonly (readonly [id: string, path: JsonPath])[] {
  if (place.kind === 'section') return (place.item.specimenIds ?? []).map((id, s) => [id, ['specimenIds', s]] as const);
  if (place.kind !== 'battery' && place.kind !== 'observation') return [];
  return place.item.specimenId === undefined ? [] : [[place.item.specimenId, ['specimenId']]];
}

/** Each kind of identifier has a space of its own: a battery and its only result are often called the same. */
function unique(seen: Set<string>, field: string, id: string, path: JsonPath): readonly Remark[] {
  const key = `${field} ${id}`;
  if (!seen.has(key)) {
    seen.add(key);
    return [];
  }
  return [
    remark('report-json-duplicate-id', path, 'an identifier unique in the report', 'un identifiant unique dans le compte rendu'),
  ];
}

function unknownSpecimen(path: JsonPath): Remark {
  return remark(
    'report-json-reference',
    path,
    'the specimenId of a specimen of the report',
    'le specimenId d’un prélèvement du compte rendu',
  );
}

function stillChanging(place: Place): readonly Remark[] {
  if (place.kind !== 'observation' || place.item.status !== 'preliminary') return [];
  const [en, fr] = ['final, corrected or cancelled in a final report', 'final, corrected ou cancelled dans un compte rendu final'];
  return [remark('report-json-preliminary', [...place.path, 'status'], en, fr)];
}

function divided({ subChapters = [], batteries, isolates = [] }: Chapter, c: number): readonly Remark[] {
  if (subChapters.length === 0) return [];
  const [en, fr] = ['an empty list beside sub-chapters', 'une liste vide à côté de sous-chapitres'];
  const held = { batteries, isolates };
  return (['batteries', 'isolates'] as const).flatMap((field) =>
    held[field].length > 0 ? [remark('report-json-divided-chapter', ['chapters', c, field], en, fr, 'list')] : [],
  );
}

function remark(code: ReportJsonCode, path: JsonPath, expected: string, expectedFr: string, found: JsonKind = 'text'): Remark {
  return { code, path, expected, expectedFr, found };
}
