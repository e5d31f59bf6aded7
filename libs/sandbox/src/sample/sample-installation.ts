import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { issueTestPki, type DevelopmentPki } from '@segur/crypto';
import { SAMPLE_LABORATORY } from '@segur/laboratory';

/** What a newcomer's platform needs beside the code: a laboratory, its key, certificates, and the key of the document store. */
export interface SampleInstallation {
  readonly tenantId: string;
  /** Bearer key of the sample laboratory. */
  readonly apiKey: string;
  readonly apiKeyFile: string;
  readonly laboratoriesFile: string;
  /** Keys of the document store. */
  readonly keyRingFile: string;
  readonly pki: DevelopmentPki;
}

// A laptop's names, and that of the sandbox in docker-compose.yml.
const SERVER_NAMES = ['localhost', '127.0.0.1', '::1', 'sandbox'];

/**
 * Opens the sample installation of a directory, or makes what is missing of it. Secrets are made on the spot, kept with mode 600, and stay the
 * same from one start to the next.
 *
 * @throws {Error} The directory cannot be written to.
 */
export async function openSampleInstallation(directory: string): Promise<SampleInstallation> {
  mkdirSync(directory, { recursive: true });
  const apiKeyFile = join(directory, 'sample-laboratory.key');
  const keyRingFile = join(directory, 'document-store.keys.json');
  const laboratoriesFile = join(directory, 'laboratories.json');
  const { finess, name } = SAMPLE_LABORATORY;
  const pki = await issueTestPki({
    directory: join(directory, 'pki'),
    organisation: name,
    structureId: `1${finess}`,
    serverNames: SERVER_NAMES,
  });

  const apiKey = secret(apiKeyFile, () => `segur_${randomBytes(24).toString('base64url')}\n`).trim();
  secret(keyRingFile, () => `${JSON.stringify({ current: '1', keys: { '1': randomBytes(32).toString('base64') } })}\n`);
  write(join(directory, 'pki/passphrase'), `${pki.authentication.passphrase}\n`);
  write(laboratoriesFile, `${JSON.stringify([sampleEntry(apiKey, pki)], undefined, 2)}\n`);
  return { tenantId: finess, apiKey, apiKeyFile, laboratoriesFile, keyRingFile, pki };
}

function sampleEntry(apiKey: string, pki: DevelopmentPki) {
  const { finess, name, address, oidRoot, telecoms, replyTo, biologists } = SAMPLE_LABORATORY;
  const certificates = { passphraseFile: 'pki/passphrase', caFile: 'pki/ca.pem' };
  return {
    tenantId: finess,
    access: {
      apiKeys: [createHash('sha256').update(apiKey).digest('hex')],
      certificates: [fingerprint(pki.sender.certificatePem)],
      senders: [{ application: 'SGL', facility: 'LABO' }],
    },
    laboratory: SAMPLE_LABORATORY,
    dmp: {
      structureId: `1${finess}`,
      authCertificateFile: 'pki/authentication.p12',
      authPassphraseFile: certificates.passphraseFile,
      sealCertificateFile: 'pki/seal.p12',
      sealPassphraseFile: certificates.passphraseFile,
      responsibleId: biologists[0]?.nationalId ?? '',
      caFile: certificates.caFile,
      submissionSourceOid: `${oidRoot}.2`,
    },
    mssante: {
      mailbox: 'resultats@labo-exemple.mssante.fr',
      displayName: name,
      replyTo: replyTo ?? 'secretariat@labo-exemple.mssante.fr',
      laboratoryName: name,
      address: [...address.lines, `${address.postalCode} ${address.city}`].join(', '),
      phone: telecoms[0]?.value.replace('tel:', '') ?? '',
      sourceOid: `${oidRoot}.2`,
      productReference: 'SEGUR-EXEMPLE',
      certificateFile: 'pki/authentication.p12',
      ...certificates,
    },
  };
}

function fingerprint(pem: string): string {
  const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
  return createHash('sha256').update(der).digest('hex');
}

/** What is in the file, or what is made for it. */
function secret(path: string, make: () => string): string {
  if (!existsSync(path)) write(path, make());
  chmodSync(path, 0o600);
  return readFileSync(path, 'utf8');
}

/** Whole or not at all: a start that is killed leaves no half file to the next. */
function write(path: string, content: string): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, content, { mode: 0o600 });
  renameSync(draft, path);
}
