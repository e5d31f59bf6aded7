import { RemoteUnavailable } from '@segur/errors';

/**
 * Publishes a laboratory's map through the platform's own door, as the laboratory would. Publishing the same map again makes no new release.
 *
 * @param csv - As `POST /api/v1/mappings` takes it.
 * @throws {RemoteUnavailable} The platform refused it.
 */
export async function publishMapping(url: string, apiKey: string, csv: string): Promise<void> {
  const response = await fetch(`${url}/api/v1/mappings`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'text/csv' },
    body: csv,
  });
  if (!response.ok) throw new RemoteUnavailable('The mapping was refused', { status: response.status });
}
