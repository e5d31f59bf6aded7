import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_LABORATORY } from '@segur/laboratory';
import { openSampleInstallation, type SampleInstallation } from '@segur/sandbox';

/** A data directory with a second laboratory beside the sample one. */
export interface TwoLaboratories {
  readonly sample: SampleInstallation;
  readonly laboratoriesFile: string;
  /** Bearer key of the second one. */
  readonly neighbourKey: string;
}

/** The FINESS of the second laboratory, which nobody holds. */
export const NEIGHBOUR = '750000018';

/**
 * Writes a laboratories file of two: the sample one, and a neighbour with the same software and certificates.
 *
 * @param dmpOfNeighbour - Base of the DMP that the neighbour feeds; absent: the one of the installation.
 * @param ofSample - Further sections of the sample laboratory.
 */
export async function openTwoLaboratories(
  directory: string,
  dmpOfNeighbour?: string,
  ofSample: object = {},
): Promise<TwoLaboratories> {
  const sample = await openSampleInstallation(directory);
  const neighbourKey = `neighbour_${randomUUID()}`;
  const [own] = JSON.parse(readFileSync(sample.laboratoriesFile, 'utf8')) as { dmp: object; access: object }[];
  const neighbour = {
    ...own,
    tenantId: NEIGHBOUR,
    access: { apiKeys: [createHash('sha256').update(neighbourKey).digest('hex')] },
    laboratory: { ...SAMPLE_LABORATORY, finess: NEIGHBOUR, name: 'LABORATOIRE VOISIN' },
    dmp: {
      ...own?.dmp,
      ...(dmpOfNeighbour === undefined
        ? {}
        : {
            repositoryUrl: `${dmpOfNeighbour}/si-dmp-server/v2/services/repository`,
            registryUrl: `${dmpOfNeighbour}/si-dmp-server/v2/services/registry`,
          }),
    },
  };
  // Beside the file of one, since certificates are named relative to it.
  const laboratoriesFile = join(directory, 'two-laboratories.json');
  writeFileSync(laboratoriesFile, JSON.stringify([{ ...own, ...ofSample }, neighbour]), { mode: 0o600 });
  return { sample, laboratoriesFile, neighbourKey };
}
