import type { CdaSignatory } from '@segur/cda';
import type { Laboratory, Professional, Report } from '@segur/laboratory';
import { toCdaTime } from './cda-time.js';
import { toBiologist, toPerformingOrganization } from './to-actors.js';
import { UnassemblableReport } from './unassemblable-report.js';

/** The biologist who answers for the laboratory: the first of its settings. @throws {UnassemblableReport} `no-signatory`. */
export function directorOf({ biologists }: Laboratory): Professional {
  const [director] = biologists;
  if (!director) throw new UnassemblableReport('no-signatory');
  return director;
}

/** Who validated the report, one entry per validation, with what the laboratory's settings say of those it knows. */
export function toValidators(report: Report, laboratory: Laboratory): readonly CdaSignatory[] {
  const organization = toPerformingOrganization(laboratory);
  return report.validations.map(({ biologist, at }) => ({
    ...toBiologist(knownBiologist(biologist, laboratory) ?? biologist, laboratory, organization),
    time: toCdaTime(at, laboratory.timeZone),
  }));
}

/**
 * Who signs: the last validator with a national identifier; else the director, where the laboratory allows it.
 *
 * @throws {UnassemblableReport} `no-signatory`: a responsible biologist is never invented.
 */
export function toLegalAuthenticator(report: Report, laboratory: Laboratory): CdaSignatory {
  const [last, ...earlier] = report.validations.toReversed();
  const signed = [last, ...earlier].find(
    (validation) => validation && (knownBiologist(validation.biologist, laboratory) ?? validation.biologist).nationalId,
  );
  if (!signed && !laboratory.defaultBiologist) throw new UnassemblableReport('no-signatory');
  const biologist = signed ? (knownBiologist(signed.biologist, laboratory) ?? signed.biologist) : directorOf(laboratory);
  if (biologist.nationalId === undefined) throw new UnassemblableReport('no-signatory');
  return {
    ...toBiologist(biologist, laboratory, toPerformingOrganization(laboratory)),
    time: toCdaTime((signed ?? last)?.at ?? report.releasedAt, laboratory.timeZone),
  };
}

/** One entry per person with a national identifier, at their last validation: the others may not be authenticators. */
export function toAuthenticators(validators: readonly CdaSignatory[]): readonly CdaSignatory[] {
  const national = validators.filter(({ ids }) => ids[0]?.root === '1.2.250.1.71.4.2.1');
  return [...new Map(national.map((validator) => [validator.ids[0]?.extension, validator])).values()];
}

function knownBiologist({ nationalId, localId }: Professional, { biologists }: Laboratory): Professional | undefined {
  return biologists.find(
    (known) =>
      (nationalId !== undefined && known.nationalId === nationalId) || (localId !== undefined && known.localId === localId),
  );
}
