import { isNull, type CdaChapter, type CdaParticipant, type CdaRecipient, type CrBioHeader } from '@segur/cda';
import type { Laboratory, Professional, Report, Sampler } from '@segur/laboratory';
import { instantToCdaTime, toCdaTime } from './cda-time.js';
import type { ChapterContext } from './chapter-context.js';
import type { CrBioOptions } from './cr-bio-options.js';
import { CONFIDENTIALITY_LABELS } from './labels.js';
import { localId, toId, toOutsider, toRecipient } from './to-actors.js';
import { toTelecoms } from './to-contacts.js';
import { toEncounter } from './to-encounter.js';
import { toOrganization } from './to-organizations.js';
import { toPatient, toRelative } from './to-patient.js';
import { toServiceEvents } from './to-service-events.js';
import { toAuthenticators, toLegalAuthenticator } from './to-signatories.js';

const SAMPLER = { code: 'PRELV', codeSystem: '1.2.250.1.213.1.1.4.2.280', displayName: 'Préleveur' };

/**
 * Gives the header of the document.
 *
 * @param chapters - Those that are written; the first is the main act.
 * @throws {UnassemblableReport} `no-signatory`, `no-patient-identifier`, `no-birth-date`, `malformed-time`.
 */
export function toHeader(
  { report, laboratory, validators }: ChapterContext,
  chapters: readonly [CdaChapter, ...CdaChapter[]],
  options: CrBioOptions,
): CrBioHeader {
  const createdAt = instantToCdaTime(options.createdAt, laboratory.timeZone);
  const legalAuthenticator = toLegalAuthenticator(report, laboratory);
  const organization = toOrganization(laboratory);
  const { confidentiality = 'N', relatives = [], samplers = [], prescriber, placerNumber, placerIdentifier } = report;
  const named = relatives.filter(({ family }) => family.trim() !== '');
  const replaces = options.replaces === undefined ? report.replaces?.document : { root: options.replaces };
  return {
    id: { root: options.documentId },
    setId: { root: options.setId },
    versionNumber: options.versionNumber,
    effectiveTime: createdAt,
    confidentiality: {
      code: confidentiality,
      codeSystem: '2.16.840.1.113883.5.25',
      displayName: CONFIDENTIALITY_LABELS[confidentiality],
    },
    patient: toPatient(report.identity),
    authors: [{ ...legalAuthenticator, organization, time: createdAt }],
    ...(named.length > 0 && { relatives: named.map(toRelative) }),
    // A custodian has one telecom and one address at most.
    custodian: { ...organization, telecoms: organization.telecoms.slice(0, 1) },
    informationRecipients: toRecipients(report, laboratory),
    legalAuthenticator,
    authenticators: toAuthenticators(validators),
    participants: [
      ...(prescriber ? [toPrescriber(prescriber, report, laboratory)] : []),
      ...samplers.map((sampler) => toSampler(sampler, laboratory)),
    ],
    orders:
      placerIdentifier || placerNumber !== undefined
        ? [localId(laboratory, 'prescription', placerNumber ?? '', placerIdentifier)]
        : [],
    serviceEvents: toServiceEvents(report, laboratory, chapters),
    ...(replaces && { replaces: toId(replaces) }),
    encounter: toEncounter(report, laboratory),
  };
}

/** The prescriber, then those in copy; nobody twice, and with all the ways to reach them that were given. */
function toRecipients({ prescriber, copies }: Report, laboratory: Laboratory): readonly CdaRecipient[] {
  const recipients = [
    ...(prescriber ? [toRecipient(prescriber, laboratory, 'PRCP')] : []),
    ...copies.map((copy) => toRecipient(copy, laboratory, 'TRC')),
  ];
  const byPerson = Map.groupBy(
    recipients,
    ({ ids, person, organization, telecoms }) => ids[0]?.extension ?? JSON.stringify(person ?? organization ?? telecoms),
  );
  return [...byPerson.values()].flatMap((same) => {
    const telecoms = same.flatMap((one) => one.telecoms.flatMap((telecom) => (isNull(telecom) ? [] : [telecom])));
    return same.slice(0, 1).map((first) => ({ ...first, telecoms: toTelecoms(telecoms) }));
  });
}

function toPrescriber(prescriber: Professional, { prescribedOn }: Report, laboratory: Laboratory): CdaParticipant {
  return {
    ...toOutsider(prescriber, laboratory),
    typeCode: 'REF',
    time: prescribedOn === undefined ? {} : { high: toCdaTime(prescribedOn, laboratory.timeZone) },
  };
}

function toSampler({ professional, at }: Sampler, laboratory: Laboratory): CdaParticipant {
  return {
    ...toOutsider(professional, laboratory),
    typeCode: 'PRF',
    functionCode: SAMPLER,
    time: at === undefined ? {} : { high: toCdaTime(at, laboratory.timeZone) },
  };
}
