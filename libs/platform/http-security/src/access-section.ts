import { z } from 'zod';

const sha256 = z
  .string()
  .transform((text) => text.replaceAll(':', '').toLowerCase())
  .pipe(z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 is 64 hexadecimal digits'));

/** The section `access` of a laboratory: by what we know those who speak in its name. */
export const accessSection = z.strictObject({
  /** SHA-256 of API keys, never the keys. */
  apiKeys: z.array(sha256).default([]).describe('SHA-256 of each API key, hexadecimal.'),
  oauthClients: z.array(z.string().min(1)).default([]).describe('Client identifiers at the OAuth2 authorisation server.'),
  /** SHA-256 of the DER of client certificates, for HTTP and MLLP alike. Colons are allowed. */
  certificates: z.array(sha256).default([]).describe('SHA-256 fingerprint of each client certificate.'),
  senders: z
    .array(
      z.strictObject({
        application: z.string().min(1).describe('MSH-3, first component.'),
        facility: z.string().default('').describe('MSH-4, first component; empty when the sender leaves it empty.'),
      }),
    )
    .default([])
    .describe('Who sends HL7 v2 messages in the name of this laboratory.'),
  grants: z
    .array(
      z.strictObject({
        credential: z.string().min(1).describe('One of the above: SHA-256 of an API key or certificate, or an OAuth client.'),
        name: z.string().min(1).max(100).describe('Who acts with it, as histories and signatures show it.'),
        scopes: z.array(z.string().min(1)).describe('What it may decide, e.g. `mappings:review`, `mappings:validate`.'),
      }),
    )
    .default([])
    .describe('Who is behind a credential, and what it may decide. A credential without a grant may decide everything.'),
});

/** What the section `access` says, fingerprints in lower case without colons. */
export type Access = z.output<typeof accessSection>;

/** Who is behind a credential, and what it may decide. */
export type Grant = Pick<Access['grants'][number], 'name' | 'scopes'>;
