import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { issueCertificate, toPkcs12, type CertificateRole, type PemPair } from './development-certificates.js';

/** What a development PKI is made for. Every field has a default that suits one laptop. */
export interface DevelopmentPkiOptions {
  /** Where keys and certificates are kept, as PEM and .p12. Absent: nowhere; they are made anew, which costs half a second. */
  readonly directory?: string;
  /** Legal name of the laboratory. */
  readonly organisation?: string;
  /** Struct_IdNat of the laboratory: `1` and its FINESS. */
  readonly structureId?: string;
  /** Names that the server certificate answers to. */
  readonly serverNames?: readonly string[];
  /** Opens every .p12. */
  readonly passphrase?: string;
  /** When the certificates begin. A kept PKI with less than 30 days left at this time is made anew. */
  readonly now?: Date;
}

/** One more certificate of the same authority. */
export interface CertificateRequest {
  readonly role: 'client-authentication' | 'seal' | 'server';
  readonly commonName: string;
  readonly organisation?: string;
  readonly structureId?: string;
  readonly serverNames?: readonly string[];
  /** Absent: as the rest of the PKI. In the past, with a short life, it makes an expired certificate. */
  readonly notBefore?: Date;
  readonly lifeDays?: number;
}

/** A certificate of the development PKI with its key, in the forms that software asks for. */
export interface IssuedKey extends PemPair {
  readonly pkcs12: Buffer;
  readonly passphrase: string;
}

/** A small authority in the shape of IGC-Santé. For laptops and tests: whoever opens it for `npm start` refuses production first. */
export interface DevelopmentPki {
  /** Root and intermediate, one after the other: what each side trusts. */
  readonly caPem: string;
  readonly rootPem: string;
  readonly intermediatePem: string;
  /** AUTH_CLI of the laboratory: us towards the DMP and the MSSanté operator. */
  readonly authentication: IssuedKey;
  /** SIGN (cachet) of the laboratory: VIHF and submission sets. */
  readonly seal: IssuedKey;
  /** Server certificate of the sandbox and of our own ports. */
  readonly server: IssuedKey;
  /** AUTH_CLI of the laboratory's software: it towards us. */
  readonly sender: IssuedKey;
  issue(request: CertificateRequest): Promise<IssuedKey>;
}

const LIFE_DAYS = 3 * 365;
const CA_LIFE_DAYS = 10 * 365;
const DAY_MS = 24 * 3600 * 1000;
type Member = 'root' | 'intermediate' | 'authentication' | 'seal' | 'server' | 'sender';

type Settled = Required<Omit<DevelopmentPkiOptions, 'directory' | 'now'>>;
type Bundle = Settled & { readonly format: 1; readonly issuedAt: string } & Readonly<Record<Member, PemPair>>;

/**
 * Opens the development PKI of a directory, or makes it: root, intermediate ORG, AUTH_CLI, SIGN, a server and a sender, RSA 2048.
 *
 * Files: `pki.json` (everything), `ca.pem`, and `<member>.pem`, `<member>.key.pem`, `<member>.p12` for the four members with a use.
 * Two processes may ask at once: the first to finish wins, and both get its keys.
 */
export async function issueTestPki({ directory, now = new Date(), ...asked }: DevelopmentPkiOptions = {}): Promise<DevelopmentPki> {
  const settled: Settled = {
    organisation: asked.organisation ?? 'LABORATOIRE DE TEST',
    structureId: asked.structureId ?? '1750000000',
    serverNames: asked.serverNames ?? ['localhost', '127.0.0.1', '::1'],
    passphrase: asked.passphrase ?? 'development',
  };
  const kept = directory === undefined ? undefined : readBundle(directory, settled, now);
  if (kept) return openBundle(kept);

  const made = await makeBundle(settled, new Date(now.getTime() - DAY_MS));
  return openBundle(directory === undefined ? made : keepBundle(directory, made, settled, now));
}

async function makeBundle(settled: Settled, notBefore: Date): Promise<Bundle> {
  const authority = { organisation: 'AUTORITE DE DEVELOPPEMENT', structureId: '0002 000000000' };
  const ca = (role: 'root' | 'intermediate', commonName: string, issuer?: PemPair) =>
    issueCertificate({
      role,
      subject: { ...authority, commonName },
      notBefore,
      lifeDays: CA_LIFE_DAYS,
      ...(issuer ? { issuer } : {}),
    });
  const root = await ca('root', 'AC RACINE DEVELOPPEMENT');
  const intermediate = await ca('intermediate', 'AC DEVELOPPEMENT ORGANISATIONS', root);
  const leaf = (role: CertificateRole, commonName: string, serverNames: readonly string[] = []) =>
    issueCertificate({
      role,
      subject: { ...settled, commonName },
      issuer: intermediate,
      notBefore,
      lifeDays: LIFE_DAYS,
      serverNames,
    });
  const [authentication, seal, server, sender] = await Promise.all([
    leaf('client-authentication', 'DMP AUTH_CLI'),
    leaf('seal', 'DMP SIGN'),
    leaf('server', settled.serverNames[0] ?? 'localhost', settled.serverNames),
    leaf('client-authentication', 'SGL'),
  ]);
  return { format: 1, issuedAt: notBefore.toISOString(), ...settled, root, intermediate, authentication, seal, server, sender };
}

function openBundle(bundle: Bundle): DevelopmentPki {
  const { root, intermediate, passphrase } = bundle;
  const pack = (pair: PemPair): IssuedKey => {
    let packed: Buffer | undefined;
    const chain = [intermediate.certificatePem, root.certificatePem];
    return {
      ...pair,
      passphrase,
      // Derived when somebody asks: most callers want PEM only, and packing costs a key derivation in JavaScript.
      get pkcs12(): Buffer {
        return (packed ??= toPkcs12(pair, chain, passphrase));
      },
    };
  };
  return {
    caPem: intermediate.certificatePem + root.certificatePem,
    rootPem: root.certificatePem,
    intermediatePem: intermediate.certificatePem,
    authentication: pack(bundle.authentication),
    seal: pack(bundle.seal),
    server: pack(bundle.server),
    sender: pack(bundle.sender),
    issue: async ({ role, notBefore = new Date(bundle.issuedAt), lifeDays = LIFE_DAYS, serverNames = [], ...subject }) =>
      pack(
        await issueCertificate({
          role,
          subject: { ...bundle, ...subject },
          issuer: intermediate,
          notBefore,
          lifeDays,
          serverNames,
        }),
      ),
  };
}

function readBundle(directory: string, settled: Settled, now: Date): Bundle | undefined {
  let bundle: Bundle;
  try {
    bundle = JSON.parse(readFileSync(join(directory, 'pki.json'), 'utf8')) as Bundle;
  } catch {
    return undefined;
  }
  const same = (Object.keys(settled) as (keyof Settled)[]).every(
    (key) => JSON.stringify(bundle[key]) === JSON.stringify(settled[key]),
  );
  const ageDays = (now.getTime() - Date.parse(bundle.issuedAt)) / DAY_MS;
  return bundle.format === 1 && same && ageDays >= 0 && ageDays < LIFE_DAYS - 30 ? bundle : undefined;
}

/** A link to a finished file either takes the name or fails: no reader sees half a bundle, and no two processes keep different keys. */
function keepBundle(directory: string, made: Bundle, settled: Settled, now: Date): Bundle {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, 'pki.json');
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(made), { mode: 0o600 });
  let kept = made;
  try {
    linkSync(draft, path);
  } catch {
    const other = readBundle(directory, settled, now);
    if (other) kept = other;
    else renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
  writeMembers(directory, kept);
  return kept;
}

function writeMembers(directory: string, bundle: Bundle): void {
  const pki = openBundle(bundle);
  const write = (name: string, content: string | Buffer) => {
    const draft = join(directory, `${name}.${randomUUID()}`);
    writeFileSync(draft, content, { mode: 0o600 });
    renameSync(draft, join(directory, name));
  };
  write('ca.pem', pki.caPem);
  for (const member of ['authentication', 'seal', 'server', 'sender'] as const) {
    write(`${member}.pem`, pki[member].certificatePem + pki.intermediatePem);
    write(`${member}.key.pem`, pki[member].keyPem);
    write(`${member}.p12`, pki[member].pkcs12);
  }
}
