import type { Report } from '@segur/laboratory';
import type { JsonPath } from './json-pointer.js';
import type { Remark, ReportJsonCode } from './report-json-finding.js';

/** What no schema can say: identifiers are unique in the report, and every specimen that is named is there. */
export function inconsistenciesOf({ specimens, chapters }: Report): readonly Remark[] {
  const remarks: Remark[] = [];
  const known = new Set<string>();
  const remark = (code: ReportJsonCode, path: JsonPath, expected: string, expectedFr: string) =>
    remarks.push({ code, path, expected, expectedFr, found: 'text' });
  const unique = (seen: Set<string>, id: string, path: JsonPath) => {
    if (seen.has(id))
      remark('report-json-duplicate-id', path, 'an identifier unique in the report', 'un identifiant unique dans le compte rendu');
    seen.add(id);
  };
  const refers = (id: string | undefined, path: JsonPath) => {
    if (id === undefined || known.has(id)) return;
    remark(
      'report-json-reference',
      path,
      'the specimenId of a specimen of the report',
      'le specimenId d’un prélèvement du compte rendu',
    );
  };

  specimens.forEach(({ specimenId }, s) => unique(known, specimenId, ['specimens', s, 'specimenId']));
  const [batteryIds, observationIds] = [new Set<string>(), new Set<string>()];
  chapters.forEach(({ batteries }, c) =>
    batteries.forEach((battery, b) => {
      const path = ['chapters', c, 'batteries', b];
      unique(batteryIds, battery.batteryId, [...path, 'batteryId']);
      refers(battery.specimenId, [...path, 'specimenId']);
      battery.observations.forEach((observation, o) => {
        unique(observationIds, observation.observationId, [...path, 'observations', o, 'observationId']);
        refers(observation.specimenId, [...path, 'observations', o, 'specimenId']);
      });
    }),
  );
  return remarks;
}
