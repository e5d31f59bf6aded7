import type { CdaChapter, CdaCode, CdaPerformer, CdaServiceEvent, CrBioHeader } from '@segur/cda';
import type { Laboratory, Report } from '@segur/laboratory';
import { earliestOf, toCdaTime } from './cda-time.js';
import { localId, toBiologist } from './to-actors.js';
import { isComplete, toPerformingOrganization } from './to-organizations.js';
import { directorOf } from './to-signatories.js';

/**
 * One act per chapter, the first with the request, its times and the laboratory that reports; one more for each other laboratory that
 * performed a chapter, as far as the header can name it.
 *
 * @throws {UnassemblableReport} `no-signatory`, `malformed-time`.
 */
export function toServiceEvents(
  report: Report,
  laboratory: Laboratory,
  chapters: readonly [CdaChapter, ...CdaChapter[]],
): CrBioHeader['serviceEvents'] {
  const [first] = chapters;
  const byCode = Map.groupBy(chapters, ({ code }) => code.code);
  const further = [...byCode.values()].flatMap((same) => {
    const [{ code } = first] = same;
    const performed = distinct(same.flatMap(othersOf)).map((performer) => toFurther(report, code, performer));
    return performed.length === 0 && code.code !== first.code.code ? [toFurther(report, code)] : performed;
  });
  return [toMain(report, laboratory, first), ...further];
}

function toMain(report: Report, laboratory: Laboratory, { code }: CdaChapter): CrBioHeader['serviceEvents'][0] {
  const low = toCdaTime(report.receivedAt, laboratory.timeZone);
  const high = toCdaTime(report.releasedAt, laboratory.timeZone);
  // The bounds of an interval must be in order; a partial report has no end yet.
  const ended = report.status === 'final' && earliestOf(low) < earliestOf(high);
  return {
    ids: [localId(laboratory, 'request', report.fillerNumber, report.fillerIdentifier)],
    code,
    status: statusOf(report),
    time: ended ? { low, high } : { low },
    performer: { ...toBiologist(directorOf(laboratory), laboratory, toPerformingOrganization(laboratory)), time: { high } },
  };
}

function statusOf({ status }: Report): string {
  return status === 'final' ? 'completed' : 'active';
}

function toFurther(report: Report, code: CdaCode, performer?: CdaPerformer): CdaServiceEvent {
  return { ids: [], code, status: statusOf(report), time: {}, ...(performer && { performer }) };
}

/** Laboratories that did a chapter or a part of it. The header names none without its director, address, telecom and sector. */
function othersOf({ performers = [], subChapters = [] }: CdaChapter): readonly CdaPerformer[] {
  const all = [...performers, ...subChapters.flatMap((sub) => sub.performers ?? [])];
  return distinct(all.flatMap((performer) => asHeaderPerformer(performer) ?? []));
}

function asHeaderPerformer(performer: CdaPerformer): CdaPerformer | undefined {
  const { ids, person, organization, addresses, telecoms, time } = performer;
  if (!person || ids.length === 0 || !time || !organization?.industryClass || !isComplete(organization)) return undefined;
  return {
    ...performer,
    addresses: addresses.length > 0 ? addresses : organization.addresses,
    telecoms: telecoms.length > 0 ? telecoms : organization.telecoms,
  };
}

function distinct(performers: readonly CdaPerformer[]): readonly CdaPerformer[] {
  return [...new Map(performers.map((performer) => [performer.organization?.ids[0]?.extension, performer])).values()];
}
