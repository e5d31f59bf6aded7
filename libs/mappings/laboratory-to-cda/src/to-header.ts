import type { CdaParticipant, CdaPerformer, CdaRecipient, CdaServiceEvent, CdaSignatory, CrBioHeader } from '@segur/cda';
import type { Laboratory, Professional, Report } from '@segur/laboratory';
import { earliestOf, instantToCdaTime, toCdaTime } from './cda-time.js';
import { ENCOUNTER_LABELS } from './labels.js';
import {
  localId,
  toAccreditedOrganization,
  toAddress,
  toBiologist,
  toOrganization,
  toOutsider,
  toPerformingOrganization,
  toRecipient,
} from './to-actors.js';
import { toChapterCode } from './to-chapters.js';
import type { CrBioOptions } from './cr-bio-options.js';
import { toPatient } from './to-patient.js';
import { directorOf, toAuthenticators, toLegalAuthenticator } from './to-signatories.js';

/**
 * Gives the header of the document.
 *
 * @param chapters - Codes of the chapters that are written; the first is the main act.
 * @throws {UnassemblableReport} `no-signatory`, `no-patient-identifier`, `malformed-time`, `unknown-chapter`.
 */
export function toHeader(
  { report, laboratory, validators }: { report: Report; laboratory: Laboratory; validators: readonly CdaSignatory[] },
  chapters: readonly [string, ...string[]],
  options: CrBioOptions,
): CrBioHeader {
  const createdAt = instantToCdaTime(options.createdAt, laboratory.timeZone);
  const legalAuthenticator = toLegalAuthenticator(report, laboratory);
  const organization = toOrganization(laboratory);
  return {
    id: { root: options.documentId },
    setId: { root: options.setId },
    versionNumber: options.versionNumber,
    effectiveTime: createdAt,
    confidentiality: { code: 'N', codeSystem: '2.16.840.1.113883.5.25', displayName: 'Normal' },
    patient: toPatient(report.identity),
    authors: [{ ...legalAuthenticator, organization, time: createdAt }],
    // A custodian has one telecom and one address at most.
    custodian: { ...organization, telecoms: organization.telecoms.slice(0, 1) },
    informationRecipients: toRecipients(report, laboratory),
    legalAuthenticator,
    authenticators: toAuthenticators(validators),
    participants: report.prescriber ? [toPrescriber(report.prescriber, report, laboratory)] : [],
    orders: report.placerNumber === undefined ? [] : [localId(laboratory, 'prescription', report.placerNumber)],
    serviceEvents: toServiceEvents(report, laboratory, chapters),
    ...(options.replaces !== undefined && { replaces: { root: options.replaces } }),
    encounter: toEncounter(report, laboratory),
  };
}

/** The prescriber, then those in copy; nobody twice. */
function toRecipients({ prescriber, copies }: Report, laboratory: Laboratory): readonly CdaRecipient[] {
  const recipients = [
    ...(prescriber ? [toRecipient(prescriber, laboratory, 'PRCP')] : []),
    ...copies.map((copy) => toRecipient(copy, laboratory, 'TRC')),
  ];
  const key = ({ ids, person }: CdaRecipient) => ids[0]?.extension ?? JSON.stringify(person);
  return [...new Map(recipients.toReversed().map((recipient) => [key(recipient), recipient])).values()].toReversed();
}

function toPrescriber(prescriber: Professional, { prescribedOn }: Report, laboratory: Laboratory): CdaParticipant {
  return {
    ...toOutsider(prescriber, laboratory),
    typeCode: 'REF',
    time: prescribedOn === undefined ? {} : { high: toCdaTime(prescribedOn, laboratory.timeZone) },
  };
}

/** One act per chapter; the first carries the request, its times and the laboratory that performed it. */
function toServiceEvents(
  report: Report,
  laboratory: Laboratory,
  [first, ...others]: readonly [string, ...string[]],
): CrBioHeader['serviceEvents'] {
  const low = toCdaTime(report.receivedAt, laboratory.timeZone);
  const high = toCdaTime(report.releasedAt, laboratory.timeZone);
  const performer: CdaPerformer = {
    ...toBiologist(directorOf(laboratory), laboratory, toPerformingOrganization(laboratory)),
    time: { high },
  };
  // The bounds of an interval must be in order; a partial report has no end yet.
  const ended = report.status === 'final' && earliestOf(low) < earliestOf(high);
  const main = {
    ids: [localId(laboratory, 'request', report.fillerNumber)],
    code: toChapterCode(first),
    status: report.status === 'final' ? 'completed' : 'active',
    time: ended ? { low, high } : { low },
    performer,
  };
  const further = [...new Set(others)].filter((code) => code !== first);
  return [main, ...further.map((code): CdaServiceEvent => ({ ids: [], code: toChapterCode(code), time: {} }))];
}

function toEncounter(report: Report, laboratory: Laboratory): CrBioHeader['encounter'] {
  const { id, kind, start } = report.encounter;
  const director = toBiologist(directorOf(laboratory), laboratory, toAccreditedOrganization(laboratory));
  return {
    ids: id === undefined ? [] : [localId(laboratory, 'encounter', id)],
    code: { code: kind, codeSystem: '2.16.840.1.113883.5.4', displayName: ENCOUNTER_LABELS[kind] },
    time: { low: toCdaTime(start ?? earliestCollection(report) ?? report.receivedAt, laboratory.timeZone) },
    responsibleParty: director,
    facilityCode: { code: 'SA25', codeSystem: '1.2.250.1.71.4.2.4', displayName: 'Laboratoire de biologie médicale' },
    facilityName: laboratory.name,
    facilityAddress: toAddress(laboratory.address) ?? {},
  };
}

function earliestCollection({ specimens }: Report): string | undefined {
  return specimens.flatMap(({ collectedAt }) => collectedAt ?? []).toSorted()[0];
}
