import type { CdaId, CdaSpecimen } from '@segur/cda';
import { batteriesOf, observationsOf, type Laboratory, type Report, type SectionContent, type Specimen } from '@segur/laboratory';
import { toCdaTime } from './cda-time.js';
import { localId } from './to-actors.js';
import { toCode } from './to-codes.js';

const SPECIMEN_TYPE = '2.16.840.1.113883.18.311';

/** The specimens of a section: those that it or its results name; all of the report when none is named. */
export function specimensOf(section: SectionContent, { specimens }: Report): readonly Specimen[] {
  const { batteries, isolates = [], specimenIds } = section;
  if (specimenIds) return specimens.filter(({ specimenId }) => specimenIds.includes(specimenId));
  const alone = [{ code: '', batteries, isolates }];
  const named = new Set([
    ...batteriesOf(alone).map(({ specimenId }) => specimenId),
    ...observationsOf({ chapters: alone }).map(({ specimenId }) => specimenId),
  ]);
  const used = specimens.filter(({ specimenId }) => named.has(specimenId));
  return used.length > 0 ? used : specimens;
}

/** A specimen, its collection and its reception. @throws {UnassemblableReport} `malformed-time`. */
export function toSpecimen(specimen: Specimen, laboratory: Laboratory): CdaSpecimen {
  const { typeCode, label, procedure, site, collectedAt, receivedAt } = specimen;
  return {
    id: specimenIdOf(specimen, laboratory),
    label,
    ...(typeCode && { code: { code: typeCode, codeSystem: SPECIMEN_TYPE, ...(label.trim() !== '' && { displayName: label }) } }),
    ...(procedure && { act: toCode(procedure) }),
    ...(site && { site: toCode(site) }),
    ...(collectedAt && { collectedAt: toCdaTime(collectedAt, laboratory.timeZone) }),
    ...(receivedAt && { receivedAt: toCdaTime(receivedAt, laboratory.timeZone) }),
  };
}

/** Under which identifier the document speaks of a specimen; `undefined` when the report knows none of that key. */
export function specimenReference(key: string | undefined, report: Report, laboratory: Laboratory): CdaId | undefined {
  const specimen = key === undefined ? undefined : report.specimens.find(({ specimenId }) => specimenId === key);
  return specimen && specimenIdOf(specimen, laboratory);
}

function specimenIdOf({ identifier, accession, specimenId }: Specimen, laboratory: Laboratory): CdaId {
  return localId(laboratory, 'specimen', accession ?? specimenId, identifier);
}
