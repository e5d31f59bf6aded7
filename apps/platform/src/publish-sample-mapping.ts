import { SAMPLE_MAPPING_CSV } from '@segur/loinc-transcoding';
import { RemoteUnavailable } from '@segur/errors';

/**
 * Publishes the sample laboratory's map through the platform's own door, as a laboratory would. Publishing the same map again makes no new release.
 *
 * @throws {RemoteUnavailable} The platform refused its own sample: a bug.
 */
export async function publishSampleMapping(url: string, apiKey: string): Promise<void> {
  const response = await fetch(`${url}/api/v1/mappings`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'text/csv' },
    body: SAMPLE_MAPPING_CSV,
  });
  if (!response.ok) throw new RemoteUnavailable('The sample mapping was refused', { status: response.status });
}
