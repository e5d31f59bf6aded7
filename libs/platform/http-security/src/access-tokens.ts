import type { Clock } from '@segur/clock';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { AuthorisationServerUnavailable, CredentialRefused } from './http-errors.js';
import type { OAuthConfig } from './http-security.config.js';

// Asymmetric only: with a shared secret whoever verifies could also issue.
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
const DISCOVERY_LIMIT_MS = 5_000;

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });
const claims = z.object({
  client_id: z.string().optional(),
  azp: z.string().optional(),
  cnf: z.object({ 'x5t#S256': z.string().optional() }).optional(),
});

/** What we use of an access token, once it is verified. */
export interface VerifiedToken {
  readonly clientId: string;
  /** SHA-256 of the client certificate that the token is bound to, hexadecimal. Absent: whoever holds the token may use it. */
  readonly boundTo?: string;
}

/**
 * Verifies access tokens of the OAuth2 client credentials grant: JWT of one issuer, for us, unexpired.
 *
 * @see RFC 9068 (JWT access tokens), RFC 8705 §3 (tokens bound to a certificate)
 */
export class AccessTokens {
  private keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(
    private readonly config: OAuthConfig,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws {CredentialRefused} Wrong signature, issuer, audience or time, or no client is named.
   * @throws {AuthorisationServerUnavailable} The issuer's keys cannot be read.
   */
  async verify(token: string): Promise<VerifiedToken> {
    const { issuer, audience, clockToleranceMs } = this.config;
    const keys = await this.issuerKeys();
    let payload: JWTPayload;
    try {
      ({ payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        currentDate: this.clock.now(),
        clockTolerance: clockToleranceMs / 1000,
        requiredClaims: ['exp'],
      }));
    } catch (error) {
      throw judge(error);
    }
    const { client_id, azp, cnf } = claims.safeParse(payload).data ?? {};
    const clientId = client_id ?? azp;
    if (clientId === undefined) throw new CredentialRefused('The access token names no client');
    const thumbprint = cnf?.['x5t#S256'];
    return { clientId, ...(thumbprint === undefined ? {} : { boundTo: Buffer.from(thumbprint, 'base64url').toString('hex') }) };
  }

  /** Read at the first token, kept, and read again by jose when a token names a key that is not in it. */
  private issuerKeys(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.findKeys().catch((error: unknown) => {
      this.keys = undefined;
      throw error;
    });
    return this.keys;
  }

  private async findKeys(): Promise<JWTVerifyGetKey> {
    const { issuer, jwksUrl } = this.config;
    return createRemoteJWKSet(new URL(jwksUrl ?? (await discoverKeys(issuer))), { timeoutDuration: DISCOVERY_LIMIT_MS });
  }
}

async function discoverKeys(issuer: string): Promise<string> {
  try {
    const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(DISCOVERY_LIMIT_MS) });
    const document = discovery.parse(await answer.json());
    // A document that speaks for another issuer would let that one sign for ours (RFC 8414, §3.3).
    if (document.issuer !== issuer) throw new Error('the discovery document names another issuer');
    return document.jwks_uri;
  } catch (error) {
    throw new AuthorisationServerUnavailable("The authorisation server's keys cannot be found", {}, { cause: error });
  }
}

/** What jose says of the token is a refusal; what it says of the key server, or anything else, is not the caller's fault. */
function judge(error: unknown): Error {
  const aboutKeys = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid;
  if (error instanceof errors.JOSEError && !aboutKeys && error.code !== 'ERR_JOSE_GENERIC') {
    return new CredentialRefused('The access token is not valid', {}, { cause: error });
  }
  return new AuthorisationServerUnavailable("The authorisation server's keys cannot be read", {}, { cause: error });
}
