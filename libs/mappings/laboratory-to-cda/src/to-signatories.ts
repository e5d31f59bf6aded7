import type { CdaSignatory } from '@segur/cda';
import type { Laboratory, Observation, Professional, Report, SectionContent, Validation } from '@segur/laboratory';
import { toCdaTime } from './cda-time.js';
import type { ChapterContext } from './chapter-context.js';
import { toBiologist } from './to-actors.js';
import { toPerformingOrganization } from './to-organizations.js';
import { UnassemblableReport } from './unassemblable-report.js';

/** Who directs the laboratory: as its settings say, else the first of its biologists. @throws {UnassemblableReport} `no-signatory`. */
export function directorOf({ director, biologists }: Laboratory): Professional {
  const answerable = director ?? biologists[0];
  if (!answerable) throw new UnassemblableReport('no-signatory');
  return answerable;
}

/** Who validated the report, one entry per validation, with what the laboratory's settings say of those it knows. */
export function toValidators({ validations }: Report, laboratory: Laboratory): readonly CdaSignatory[] {
  return validations.map((validation) => toValidator(validation, laboratory));
}

/** Who validated a section: those of the report unless it says otherwise. */
export function toValidatorsOf(
  { validations }: Pick<SectionContent, 'validations'>,
  { laboratory, validators }: ChapterContext,
): readonly CdaSignatory[] {
  return validations ? validations.map((validation) => toValidator(validation, laboratory)) : validators;
}

/**
 * Who validated one result.
 *
 * @returns `undefined` when that says nothing more than the one validation of the report.
 */
export function toResultValidator(
  { validatedBy, validatedAt }: Pick<Observation, 'validatedBy' | 'validatedAt'>,
  { report, laboratory }: Pick<ChapterContext, 'report' | 'laboratory'>,
): CdaSignatory | undefined {
  if (!validatedBy) return undefined;
  const same = report.validations.find(
    ({ biologist }) => biologist.nationalId === validatedBy.nationalId && biologist.localId === validatedBy.localId,
  );
  if (same && report.validations.length < 2 && validatedAt === undefined) return undefined;
  return toValidator({ biologist: validatedBy, at: validatedAt ?? same?.at ?? report.releasedAt }, laboratory);
}

/**
 * Who signs: as the report says; else the last validator with a national identifier; else the director, where the laboratory allows it.
 *
 * @throws {UnassemblableReport} `no-signatory`: a responsible biologist is never invented.
 */
export function toLegalAuthenticator({ signedBy, validations, releasedAt }: Report, laboratory: Laboratory): CdaSignatory {
  const [last, ...earlier] = validations.toReversed();
  const signed = [signedBy, last, ...earlier].find(
    (validation) => validation && known(validation.biologist, laboratory).nationalId !== undefined,
  );
  if (signed) return toValidator(signed, laboratory);
  const director = directorOf(laboratory);
  if (!laboratory.defaultBiologist || director.nationalId === undefined) throw new UnassemblableReport('no-signatory');
  return toValidator({ biologist: director, at: last?.at ?? releasedAt }, laboratory);
}

/** One entry per person with a national identifier, at their last validation: the others may not be authenticators. */
export function toAuthenticators(validators: readonly CdaSignatory[]): readonly CdaSignatory[] {
  const national = validators.filter(({ ids }) => ids[0]?.root === '1.2.250.1.71.4.2.1');
  return [...new Map(national.map((validator) => [validator.ids[0]?.extension, validator])).values()];
}

function toValidator({ biologist, at }: Validation, laboratory: Laboratory): CdaSignatory {
  return {
    ...toBiologist(known(biologist, laboratory), laboratory, toPerformingOrganization(laboratory)),
    time: toCdaTime(at, laboratory.timeZone),
  };
}

/**
 * What the settings of the laboratory say of a biologist whom a message may name by number only.
 *
 * One number under names that share nothing is two people, one of them with a wrong number: then what the message says is kept.
 */
export function known(biologist: Professional, { biologists }: Pick<Laboratory, 'biologists'>): Professional {
  const { nationalId, localId } = biologist;
  const found = biologists.find(
    (one) => (nationalId !== undefined && one.nationalId === nationalId) || (localId !== undefined && one.localId === localId),
  );
  return found && maybeSamePerson(found, biologist) ? found : biologist;
}

/** Whether two names may be one person's: they share a word, or one of them says nothing. */
export function maybeSamePerson(one: Professional, other: Professional): boolean {
  const share = (a = '', b = '') => {
    const words = wordsOf(b);
    return words.length === 0 || wordsOf(a).length === 0 || wordsOf(a).some((word) => words.includes(word));
  };
  return share(one.family, other.family) || share(one.given, other.given);
}

/** Without case nor accents. */
function wordsOf(name: string): readonly string[] {
  return (
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toUpperCase()
      .match(/[\p{L}\d]+/gu) ?? []
  );
}
