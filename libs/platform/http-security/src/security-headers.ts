import type { FastifyInstance } from 'fastify';

// The console is served from our own origin and needs no other; everything else is data, and runs nothing.
const PAGE_POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Headers that tell browsers to be careful with our answers. A route that set one itself keeps its own. */
export function addSecurityHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply) => {
    const page = String(reply.getHeader('content-type') ?? '').startsWith('text/html');
    const headers: Record<string, string> = {
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': page ? PAGE_POLICY : DATA_POLICY,
      ...(request.protocol === 'https' ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
      // Answers of the interfaces are health data: no proxy or browser keeps them. Files of the console say otherwise themselves.
      ...(page ? {} : { 'cache-control': 'no-store' }),
    };
    for (const [name, value] of Object.entries(headers)) if (!reply.hasHeader(name)) reply.header(name, value);
  });
}
