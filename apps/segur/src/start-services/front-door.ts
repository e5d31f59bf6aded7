import replyFrom from '@fastify/reply-from';
import fastify, { type FastifyReply } from 'fastify';

/** A service as the front door sees it. */
export interface Backend {
  readonly name: string;
  /** Without a slash at the end. */
  readonly url: string;
  /** `/path`, or `METHOD /path`. */
  readonly paths: readonly string[];
  isReady(): Promise<boolean>;
}

/** The one port behind which the services apart look like one platform. */
export interface FrontDoor {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Opens the port that hands each request to the service that answers its path.
 *
 * @throws {NodeJS.ErrnoException} `EADDRINUSE`, `EACCES`.
 */
export async function openFrontDoor(host: string, port: number, backends: readonly Backend[]): Promise<FrontDoor> {
  const door = fastify({ forceCloseConnections: true });
  // Bodies pass as they come: whoever is behind reads and limits them.
  door.removeAllContentTypeParsers();
  door.addContentTypeParser('*', (_request, body, done) => done(null, body));
  await door.register(replyFrom, { disableRequestLogging: true, destroyAgent: true, maxRetriesOn503: 0 });

  door.get('/health/live', () => ({ status: 'ok' }));
  door.get('/health/ready', async (_request, reply) => {
    const ready = await Promise.all(backends.map((backend) => backend.isReady()));
    const failing = backends.filter((_, index) => !ready[index]).map(({ name }) => name);
    reply.status(failing.length > 0 ? 503 : 200).header('cache-control', 'no-store');
    return failing.length > 0 ? { status: 'failing', failing } : { status: 'ok' };
  });
  // Each process counts for itself, and names repeat: joined they would be no exposition any more.
  door.get('/metrics', (_request, reply) => {
    reply.type('text/plain; version=0.0.4; charset=utf-8');
    return backends.map(({ name, url }) => `# ${name}: ${url}/metrics\n`).join('');
  });
  for (const { name, url, paths } of backends) {
    for (const path of paths) {
      const [route = '', method] = path.split(' ').reverse();
      door.route({
        method: method ?? door.supportedMethods,
        url: route,
        handler: (request, reply) =>
          reply.from(url + request.raw.url, { onError: (failed) => refuse(failed as unknown as FastifyReply, name) }),
      });
    }
  }
  return { url: await door.listen({ host, port }), close: () => door.close() };
}

function refuse(reply: FastifyReply, name: string): void {
  const code = 'service-unavailable';
  void reply
    .status(503)
    .header('retry-after', '5')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify({ type: `urn:segur:error:${code}`, title: `${name} does not answer now`, status: 503, code }));
}
