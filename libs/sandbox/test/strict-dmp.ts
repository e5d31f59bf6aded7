import { Agent, request as httpsRequest } from 'node:https';
import { MovableClock } from '@segur/clock';
import { issueTestPki, type DevelopmentPki, type IssuedKey } from '@segur/crypto';
import { DmpSandbox, type DmpSandboxOptions } from '../src/dmp/dmp-sandbox.js';

/** A laboratory and its certificates, and those with which it must not succeed. */
export interface Certificates {
  readonly pki: DevelopmentPki;
  /** Seal of another structure, of the same authority. */
  readonly strangersSeal: IssuedKey;
  readonly expiredSeal: IssuedKey;
  /** AUTH_CLI of another structure, of the same authority. */
  readonly strangersDoor: IssuedKey;
  /** Seal of the laboratory, of an authority that nobody trusts. */
  readonly untrustedSeal: IssuedKey;
}

export const STRUCTURE = '1120459876';

export async function issueCertificates(): Promise<Certificates> {
  const organisation = 'LABORATOIRE TEST';
  const pki = await issueTestPki({ structureId: STRUCTURE, organisation });
  const other = { commonName: 'AUTRE', organisation: 'AUTRE LABORATOIRE', structureId: '1750000000' };
  const [strangersSeal, expiredSeal, strangersDoor, elsewhere] = await Promise.all([
    pki.issue({ role: 'seal', ...other }),
    pki.issue({
      role: 'seal',
      commonName: 'DMP SIGN',
      organisation,
      structureId: STRUCTURE,
      notBefore: new Date('2020-01-01'),
      lifeDays: 1,
    }),
    pki.issue({ role: 'client-authentication', ...other }),
    issueTestPki({ structureId: STRUCTURE, organisation }),
  ]);
  return { pki, strangersSeal, expiredSeal, strangersDoor, untrustedSeal: elsewhere.seal };
}

/** An answer, as a person reads it: HTTP status, and each refusal as `rule code`; a SOAP fault is `rule Fault`, with its subcode where it has one. */
export interface Verdict {
  readonly status: number;
  readonly refusals: readonly string[];
  readonly text: string;
}

/** The DMP with every rule on, over TLS, on a clock that a test may move. */
export class StrictDmp {
  readonly clock = new MovableClock(new Date());
  readonly sandbox: DmpSandbox;
  private readonly agents = new Map<IssuedKey, Agent>();

  constructor(
    private readonly certificates: Certificates,
    policy: Partial<DmpSandboxOptions> = {},
  ) {
    const { server, intermediatePem, caPem } = certificates.pki;
    this.sandbox = new DmpSandbox(
      {
        host: '127.0.0.1',
        port: 0,
        tls: { key: server.keyPem, cert: server.certificatePem + intermediatePem, ca: caPem },
        strictness: ['vihf', 'signature'],
        insAuthorities: ['1.2.250.1.213.1.4.10'],
        sameDocumentInNewSet: 'refuse',
        capacity: 1000,
        maxRequestBytes: 1_000_000,
        ...policy,
      },
      this.clock,
    );
  }

  start(): Promise<void> {
    return this.sandbox.start();
  }

  async stop(): Promise<void> {
    for (const agent of this.agents.values()) agent.destroy();
    await this.sandbox.stop();
  }

  ask(
    endpoint: 'repository' | 'registry' | 'patients',
    { contentType, body }: { readonly contentType: string; readonly body: Buffer },
    door = this.certificates.pki.authentication,
  ): Promise<Verdict> {
    const url = `${this.sandbox.address}/si-dmp-server/v2/services/${endpoint}`;
    return new Promise((resolve, reject) => {
      const options = { method: 'POST', agent: this.agentOf(door), headers: { 'content-type': contentType } };
      const request = httpsRequest(url, options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve(verdictOf(response.statusCode ?? 0, Buffer.concat(chunks).toString())));
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  private agentOf(door: IssuedKey): Agent {
    const { caPem: ca, intermediatePem } = this.certificates.pki;
    const known =
      this.agents.get(door) ?? new Agent({ ca, key: door.keyPem, cert: door.certificatePem + intermediatePem, keepAlive: true });
    this.agents.set(door, known);
    return known;
  }
}

function verdictOf(status: number, text: string): Verdict {
  const errors = [...text.matchAll(/errorCode="(\w+)" codeContext="SIM-(\w+)/g)].map(([, code, rule]) => `${rule} ${code}`);
  const fault = /<s12:Text[^>]*>SIM-(\w+)/.exec(text)?.[1];
  const subcode = /<s12:Subcode><s12:Value>(\w+)/.exec(text)?.[1];
  return { status, text, refusals: fault ? [[fault, 'Fault', subcode].filter(Boolean).join(' ')] : [...new Set(errors)] };
}
