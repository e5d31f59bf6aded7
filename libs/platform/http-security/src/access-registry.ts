import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { LaboratoryRegistry } from '@segur/config';
import { InvalidConfiguration } from '@segur/errors';
import { accessSection, type Access, type Grant } from './access-section.js';

/** Which laboratory a credential speaks for. Built once, from the sections `access` of the laboratories file. */
export class AccessRegistry {
  private readonly apiKeys: { readonly digest: Buffer; readonly tenantId: string }[] = [];
  private readonly oauthClients = new Map<string, string>();
  private readonly certificates = new Map<string, string>();
  private readonly senders = new Map<string, string>();
  private readonly grants = new Map<string, Grant>();

  /** @throws {InvalidConfiguration} A section is wrong, or two laboratories state the same credential. */
  constructor(laboratories: LaboratoryRegistry) {
    for (const tenantId of laboratories.tenants()) {
      const access = laboratories.section(tenantId, 'access', accessSection);
      if (access) this.admit(tenantId, access);
    }
  }

  /** Looks at every key, whether one fits or not: the time it takes says nothing of the keys. */
  findTenantByApiKey(apiKey: string): string | undefined {
    const digest = createHash('sha256').update(apiKey).digest();
    let found: string | undefined;
    for (const known of this.apiKeys) if (timingSafeEqual(known.digest, digest)) found = known.tenantId;
    return found;
  }

  /** Seals a statement with an API key that has been found to fit. */
  seal(apiKey: string, statement: string): string {
    return sealOf(createHash('sha256').update(apiKey).digest(), statement).toString('hex');
  }

  /** @param seal - Hexadecimal, 64 digits. */
  findTenantBySeal(statement: string, seal: string): string | undefined {
    const given = Buffer.from(seal, 'hex');
    let found: string | undefined;
    for (const known of this.apiKeys) if (timingSafeEqual(sealOf(known.digest, statement), given)) found = known.tenantId;
    return found;
  }

  findTenantByOAuthClient(clientId: string): string | undefined {
    return this.oauthClients.get(clientId);
  }

  /** @param fingerprint - SHA-256 of the DER, hexadecimal, with or without colons. Its chain has been verified by the caller. */
  findTenantByCertificate(fingerprint: string): string | undefined {
    return this.certificates.get(fingerprint.replaceAll(':', '').toLowerCase());
  }

  /** @param credential - SHA-256 of an API key or certificate, hexadecimal, or an OAuth client. Absent result: it may decide everything. */
  findGrant(credential: string): Grant | undefined {
    return this.grants.get(grantKey(credential));
  }

  /**
   * @param application - MSH-3, first component.
   * @param facility - MSH-4, first component; empty when the message has none.
   */
  findTenantBySender(application: string, facility: string): string | undefined {
    return this.senders.get(senderName(application, facility));
  }

  private admit(tenantId: string, access: Access): void {
    for (const apiKey of access.apiKeys) this.apiKeys.push({ digest: Buffer.from(apiKey, 'hex'), tenantId });
    claimAll(this.oauthClients, access.oauthClients, tenantId, 'OAuth client');
    claimAll(this.certificates, access.certificates, tenantId, 'client certificate');
    const known = new Set([...access.apiKeys, ...access.oauthClients, ...access.certificates]);
    for (const { credential, name, scopes } of access.grants) {
      // A grant for a credential spelled wrongly would leave the right one without limits.
      if (!known.has(grantKey(credential))) throw unknownCredential(tenantId, name);
      this.grants.set(grantKey(credential), { name, scopes });
    }
    const senders = access.senders.map(({ application, facility }) => senderName(application, facility));
    claimAll(this.senders, senders, tenantId, 'HL7 sender');
    assertDistinct(this.apiKeys);
  }
}

function sealOf(digest: Buffer, statement: string): Buffer {
  return createHmac('sha256', digest).update(statement).digest();
}

/** Fingerprints are written with or without colons, in either case; the name of an OAuth client is what it is. */
function grantKey(credential: string): string {
  const plain = credential.replaceAll(':', '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(plain) ? plain : credential;
}

function senderName(application: string, facility: string): string {
  return JSON.stringify([application, facility]);
}

/** One credential for two laboratories would put results in whichever came first. */
function claimAll(claims: Map<string, string>, names: readonly string[], tenantId: string, what: string): void {
  for (const name of names) {
    const other = claims.get(name);
    if (other !== undefined && other !== tenantId) throw sharedCredential(what, other, tenantId);
    claims.set(name, tenantId);
  }
}

function assertDistinct(apiKeys: readonly { readonly digest: Buffer; readonly tenantId: string }[]): void {
  const owners = new Map<string, string>();
  for (const { digest, tenantId } of apiKeys) claimAll(owners, [digest.toString('hex')], tenantId, 'API key');
}

function sharedCredential(what: string, first: string, second: string): InvalidConfiguration {
  return new InvalidConfiguration(`laboratories file: laboratories ${first} and ${second} share the same ${what}`);
}

function unknownCredential(tenantId: string, name: string): InvalidConfiguration {
  return new InvalidConfiguration(
    `laboratories file: laboratory ${tenantId} grants scopes to "${name}" by a credential that it does not list`,
  );
}
