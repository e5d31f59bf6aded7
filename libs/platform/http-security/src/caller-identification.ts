import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { SystemClock, type Clock } from '@segur/clock';
import type { AccessRegistry } from './access-registry.js';
import { AccessTokens } from './access-tokens.js';
import { readSession, sessionEnd, sessionStatement, type BrowserSession } from './browser-session.js';
import { AccessDenied, AuthenticationRequired, CredentialRefused } from './http-errors.js';
import type { OAuthConfig } from './http-security.config.js';
import { peerFingerprint } from './peer-certificate.js';

/** Who is calling, and how we know. */
export interface Caller {
  readonly tenantId: string;
  readonly knownBy: 'api-key' | 'oauth' | 'certificate' | 'browser-session';
  /** Present when known by OAuth2. */
  readonly clientId?: string;
  /** How its deeds are signed in histories: the name of its grant, else its OAuth client or the beginning of its fingerprint. */
  readonly name: string;
  /** What it may decide: see `hasScope`. Absent: everything, no grant limits it. */
  readonly scopes?: readonly string[];
}

/** Which credentials are taken beside client certificates: part of `HttpSecurityConfig`. */
export interface CredentialsTaken {
  readonly apiKeysTaken: boolean;
  /** Whether a person may read with a session that an API key opened. Absent: no. */
  readonly browserSessionsTaken?: boolean;
  /** Absent: no access token is taken. */
  readonly oauth?: OAuthConfig | undefined;
}

const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/** Finds the laboratory that a request speaks for: by its bearer token, else by the client certificate of its connection. */
export class CallerIdentification {
  private readonly tokens: AccessTokens | undefined;

  constructor(
    private readonly access: AccessRegistry,
    private readonly config: CredentialsTaken,
    private readonly clock: Clock = new SystemClock(),
  ) {
    this.tokens = config.oauth && new AccessTokens(config.oauth, clock);
  }

  /**
   * @param authorization - The header, as received.
   * @throws {AuthenticationRequired} No credential of a kind that we take.
   * @throws {CredentialRefused} A credential that proves nothing.
   * @throws {AccessDenied} Credentials of two laboratories at once, or a client or certificate that speaks for none.
   */
  async identify(authorization: string | undefined, socket: Socket): Promise<Caller> {
    const fingerprint = peerFingerprint(socket);
    const holder = fingerprint === undefined ? undefined : this.access.findTenantByCertificate(fingerprint);
    if (authorization === undefined) return this.byCertificate(fingerprint, holder);

    const caller = await this.byBearer(authorization, fingerprint);
    if (holder !== undefined && holder !== caller.tenantId)
      throw new AccessDenied('The certificate and the token speak for two laboratories');
    return caller;
  }

  /** Whether a person may open a session here, with an API key. */
  get takesBrowserSessions(): boolean {
    return this.config.browserSessionsTaken === true && this.config.apiKeysTaken;
  }

  /** Opens a session for reading. Absent: the key is not known, or no sessions are taken. */
  openSession(apiKey: string): BrowserSession | undefined {
    if (!this.takesBrowserSessions || this.access.findTenantByApiKey(apiKey) === undefined) return undefined;
    const until = sessionEnd(this.clock.now());
    return { until, seal: this.access.seal(apiKey, sessionStatement(until)) };
  }

  /** @param cookies - The header, as received. Absent result: it names no session, or one that is over. */
  identifySession(cookies: string | undefined): Caller | undefined {
    const session = this.takesBrowserSessions ? readSession(cookies) : undefined;
    if (!session || session.until <= this.clock.now().getTime()) return undefined;
    const tenantId = this.access.findTenantBySeal(sessionStatement(session.until), session.seal);
    return tenantId === undefined ? undefined : { tenantId, knownBy: 'browser-session', name: 'browser-session', scopes: [] };
  }

  private byCertificate(fingerprint: string | undefined, holder: string | undefined): Caller {
    if (fingerprint === undefined) throw new AuthenticationRequired('A credential is required');
    if (holder === undefined) throw new AccessDenied('The client certificate speaks for no laboratory', { fingerprint });
    const name = `certificate:${fingerprint.slice(0, 8)}`;
    return { tenantId: holder, knownBy: 'certificate', name, ...this.access.findGrant(fingerprint) };
  }

  private async byBearer(authorization: string, fingerprint: string | undefined): Promise<Caller> {
    const credential = /^Bearer +([\w\-.~+/]+=*) *$/i.exec(authorization)?.[1];
    if (credential === undefined) throw new AuthenticationRequired('The Authorization header is not a Bearer credential');
    if (this.tokens && JWT.test(credential)) return this.byToken(this.tokens, credential, fingerprint);

    const tenantId = this.config.apiKeysTaken ? this.access.findTenantByApiKey(credential) : undefined;
    if (tenantId === undefined) throw new CredentialRefused('The credential is not known');
    const digest = createHash('sha256').update(credential).digest('hex');
    return { tenantId, knownBy: 'api-key', name: `api-key:${digest.slice(0, 8)}`, ...this.access.findGrant(digest) };
  }

  private async byToken(tokens: AccessTokens, token: string, fingerprint: string | undefined): Promise<Caller> {
    const { clientId, boundTo } = await tokens.verify(token);
    if (boundTo !== undefined && boundTo !== fingerprint)
      throw new CredentialRefused('The access token is bound to another certificate');
    const tenantId = this.access.findTenantByOAuthClient(clientId);
    if (tenantId === undefined) throw new AccessDenied('The OAuth client speaks for no laboratory');
    return { tenantId, knownBy: 'oauth', clientId, name: clientId, ...this.access.findGrant(clientId) };
  }
}
