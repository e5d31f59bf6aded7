import type { CrBioHeader } from '@segur/cda';
import type { Laboratory, Report } from '@segur/laboratory';
import { earliestOf, toCdaTime } from './cda-time.js';
import { ENCOUNTERS } from './labels.js';
import { localId, toBiologist } from './to-actors.js';
import { toAddress } from './to-contacts.js';
import { toAccreditedOrganization } from './to-organizations.js';
import { directorOf } from './to-signatories.js';

/** The stay or the visit, and who answers for it. @throws {UnassemblableReport} `no-signatory`, `malformed-time`. */
export function toEncounter(report: Report, laboratory: Laboratory): CrBioHeader['encounter'] {
  const { id, identifier, kind } = report.encounter;
  const { name, address } = report.facility ?? laboratory;
  return {
    ids: identifier || id !== undefined ? [localId(laboratory, 'encounter', id ?? '', identifier)] : [],
    code: { code: kind, ...ENCOUNTERS[kind] },
    time: toPeriod(report, laboratory),
    responsibleParty: toBiologist(directorOf(laboratory), laboratory, toAccreditedOrganization(laboratory)),
    facilityCode: { code: 'SA25', codeSystem: '1.2.250.1.71.4.2.4', displayName: 'Laboratoire de biologie médicale' },
    ...(name.trim() !== '' && { facilityName: name }),
    facilityAddress: (address && toAddress(address)) ?? { nullFlavor: 'UNK' },
  };
}

/** The bounds of an interval must be in order: an end before its start is not written. */
function toPeriod(report: Report, { timeZone }: Laboratory): CrBioHeader['encounter']['time'] {
  const { start, end } = report.encounter;
  const low = toCdaTime(start ?? earliestCollection(report) ?? report.receivedAt, timeZone);
  const high = end === undefined ? undefined : toCdaTime(end, timeZone);
  return high !== undefined && earliestOf(low) <= earliestOf(high) ? { low, high } : { low };
}

function earliestCollection({ specimens }: Report): string | undefined {
  return specimens.flatMap(({ collectedAt }) => collectedAt ?? []).toSorted()[0];
}
