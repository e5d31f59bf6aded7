import { z } from 'zod';
import { flag, profileConfig, seconds, secretFile } from '@segur/config';

/** How callers of the HTTP interface prove who they are. */
export const httpSecurityConfig = z
  .object({
    HTTP_API_KEYS: z
      .enum(['embedded', 'always', 'never'])
      .default('embedded')
      .describe('Where API keys are taken: in the embedded profile only, always, or never. Production should use OAuth2 or mTLS.'),
    OAUTH_ISSUER: z
      .url()
      .optional()
      .describe('Issuer of access tokens, exactly as they state it (`iss`). Absent: no access token is taken.'),
    OAUTH_AUDIENCE: z.string().default('segur-platform').describe('What access tokens must name as their audience (`aud`).'),
    OAUTH_JWKS_URL: z.url().optional().describe("The issuer's public keys. Absent: the `jwks_uri` of its discovery document."),
    OAUTH_CLOCK_TOLERANCE_SECONDS: seconds(5).describe('Difference allowed between our clock and the clock of the issuer.'),
    HTTP_TLS_PKCS12_FILE: z
      .string()
      .optional()
      .describe('PKCS#12 of our server certificate. Absent: plain HTTP, for laptops or behind a proxy that ends TLS.'),
    HTTP_TLS_PASSPHRASE_FILE: secretFile().describe('File with the passphrase of that PKCS#12.'),
    HTTP_TLS_CLIENT_CA_FILE: z
      .string()
      .optional()
      .describe('PEM of the authorities of client certificates. Absent: client certificates are not asked for.'),
    HTTP_TLS_CLIENTS_REQUIRED: flag(false).describe('Cut off clients without a certificate in the handshake.'),
  })
  .and(profileConfig)
  .transform((env) => ({
    apiKeysTaken: env.HTTP_API_KEYS === 'always' || (env.HTTP_API_KEYS === 'embedded' && env.profile === 'embedded'),
    // A session is sealed with what the laboratories file holds of a key: good enough for a machine of one's own, and only there.
    browserSessionsTaken: env.profile === 'embedded' && env.HTTP_API_KEYS !== 'never',
    oauth: env.OAUTH_ISSUER
      ? {
          issuer: env.OAUTH_ISSUER,
          audience: env.OAUTH_AUDIENCE,
          jwksUrl: env.OAUTH_JWKS_URL,
          clockToleranceMs: env.OAUTH_CLOCK_TOLERANCE_SECONDS,
        }
      : undefined,
    tls: env.HTTP_TLS_PKCS12_FILE
      ? {
          pkcs12File: env.HTTP_TLS_PKCS12_FILE,
          passphrase: env.HTTP_TLS_PASSPHRASE_FILE ?? '',
          clientCaFile: env.HTTP_TLS_CLIENT_CA_FILE,
          clientsRequired: env.HTTP_TLS_CLIENTS_REQUIRED,
        }
      : undefined,
  }));

/** Settings of the HTTP doors. */
export type HttpSecurityConfig = z.output<typeof httpSecurityConfig>;

/** Who issues access tokens, and for whom. */
export type OAuthConfig = NonNullable<HttpSecurityConfig['oauth']>;
