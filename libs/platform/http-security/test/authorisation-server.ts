import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import Provider from 'oidc-provider';

/** Tokens are JWT, so there is nothing to store; without an adapter of its own the server warns about its memory. */
class NoStorage {
  async upsert(): Promise<void> {}
  async find(): Promise<undefined> {}
  async consume(): Promise<void> {}
  async destroy(): Promise<void> {}
  async revokeByGrantId(): Promise<void> {}
}

/** A real OAuth2 authorisation server (oidc-provider) on loopback, with two clients that ask for tokens for themselves. */
export class AuthorisationServer {
  private constructor(
    private readonly server: Server,
    readonly issuer: string,
    private readonly key: CryptoKey,
  ) {}

  static async start({ audience, tokenSeconds = 60 }: { audience: string; tokenSeconds?: number }): Promise<AuthorisationServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const client = (client_id: string) => ({
      client_id,
      client_secret: 'a-secret-of-thirty-two-characters',
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    });
    const provider = new Provider(issuer, {
      adapter: NoStorage,
      ttl: { ClientCredentials: tokenSeconds },
      clients: [client('sgl-a'), client('stranger')],
      jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'k1' }] },
      features: {
        clientCredentials: { enabled: true },
        devInteractions: { enabled: false },
        resourceIndicators: {
          enabled: true,
          defaultResource: () => `urn:${audience}`,
          getResourceServerInfo: (_context: unknown, resource: string) => ({
            scope: 'reports',
            audience: resource.replace('urn:', ''),
            accessTokenTTL: tokenSeconds,
            accessTokenFormat: 'jwt',
          }),
        },
      },
    });
    server.on('request', provider.callback());
    return new AuthorisationServer(server, issuer, privateKey);
  }

  /** @param resource - Whom the token is for; absent: us. */
  async token(clientId: string, resource?: string): Promise<string> {
    const answer = await fetch(`${this.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:a-secret-of-thirty-two-characters`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...(resource ? { resource } : {}) }),
    });
    const body = (await answer.json()) as { access_token?: string };
    if (!body.access_token) throw new Error(`No token: ${JSON.stringify(body)}`);
    return body.access_token;
  }

  /** A token with claims that this server does not know how to issue, signed by its real key. */
  sign(claims: JWTPayload): Promise<string> {
    return new SignJWT({ iss: this.issuer, ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(this.key);
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
