import type { XmlElement } from 'libxml2-wasm';
import { elements } from '../../xml/foreign-xml.js';
import { SoapFault } from '../refusal.js';
import { readVihf, type Vihf } from './read-vihf.js';
import { isSubject, type Seal, type Seals } from './seals.js';
import { verifyAssertion } from './verify-vihf.js';

/** What the directory and the certification body know, and what this DMP tolerates. */
export interface VihfSettings {
  /** Old samples of the DMP sign assertions with rsa-sha1. Absent: refused. */
  readonly allowSha1?: boolean;
  /** Establishments (FINESS EG) of legal entities (EJ), `EJ=EG`, each a Struct_IdNat: the certificate is the entity's, the VIHF may state the establishment. */
  readonly establishments?: readonly string[];
  /** Professionals of structures, `structure=PS_IdNat`. Absent or empty: anybody is linked to any structure. */
  readonly professionals?: readonly string[];
  /** Homologated products, `number|name|version`. Absent or empty: any. */
  readonly homologations?: readonly string[];
}

/** Who calls, and about whom. */
export interface Call {
  /** `OU` of the client certificate of the connection. */
  readonly structure: string;
  /** The patient of the payload, as CX; absent when it names none. */
  readonly patient: string | undefined;
  readonly now: Date;
}

const TOLERANCE_MS = 5 * 60_000;

/** Judges assertions: rules V1 to V9. Remembers those it has seen for as long as they could be replayed. */
export class VihfJudge {
  /** When each assertion that was seen stops being young enough. */
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly seals: Seals,
    private readonly settings: VihfSettings,
  ) {}

  /** @throws {SoapFault} The VIHF is missing, or breaks a rule. */
  judge(header: XmlElement, call: Call): Vihf {
    const [assertion, ...others] = elements(header, 'wsse:Security/*');
    if (!assertion || others.length > 0 || elements(header, 'wsse:Security/saml2:Assertion').length !== 1) {
      throw new SoapFault('SIM-V6', 'the security header holds one VIHF, and nothing else');
    }
    const { text, certificate } = verifyAssertion(assertion, this.settings.allowSha1 ?? false);
    const seal = this.seals.judge(certificate, call.now);
    if (typeof seal === 'string') throw new SoapFault('SIM-V2', seal, 'DMPInvalidCertificate');
    const vihf = readVihf(text);
    this.demandIssuer(vihf, seal);
    this.demandStructure(vihf, seal, call);
    this.demandFresh(vihf, call.now);
    this.demandKnown(vihf);
    if (call.patient !== undefined && vihf.patient !== call.patient) {
      throw new SoapFault('SIM-V7', 'the VIHF is not about the patient of the payload');
    }
    return vihf;
  }

  /** True when a structure is another, or one of its establishments. */
  isOf(structure: string, entity: string): boolean {
    return structure !== '' && (structure === entity || (this.settings.establishments ?? []).includes(`${entity}=${structure}`));
  }

  /** Forgets which assertions were seen. */
  clear(): void {
    this.seen.clear();
  }

  private demandIssuer({ issuer }: Vihf, { certificate }: Seal): void {
    if (!isSubject(issuer, certificate)) {
      throw new SoapFault('SIM-V3', 'the Issuer is not the subject of the certificate that signed');
    }
  }

  private demandStructure({ structure }: Vihf, seal: Seal, call: Call): void {
    if (seal.structure === call.structure && this.isOf(structure, seal.structure)) return;
    throw new SoapFault('SIM-V4', "Erreur d'authentification de la personne morale");
  }

  private demandFresh({ id, issuedAt }: Vihf, now: Date): void {
    const instant = now.getTime();
    if (!(Math.abs(instant - issuedAt) <= TOLERANCE_MS)) {
      throw new SoapFault('SIM-V5', 'the VIHF was issued more than five minutes from now');
    }
    for (const [old, until] of this.seen) {
      if (until >= instant) break; // in the order of their arrival, which is nearly that of their end
      this.seen.delete(old);
    }
    if (this.seen.has(id)) throw new SoapFault('SIM-V5', 'a VIHF serves once, and this one was seen');
    this.seen.set(id, instant + 2 * TOLERANCE_MS);
  }

  private demandKnown({ subject, structure, software }: Vihf): void {
    const { professionals = [], homologations = [] } = this.settings;
    if (professionals.length > 0 && !professionals.includes(`${structure}=${subject}`)) {
      throw new SoapFault('SIM-V8', 'PS et Structure non liés');
    }
    const product = `${software.homologation}|${software.name}|${software.version}`;
    if (homologations.length > 0 && !homologations.includes(product)) {
      throw new SoapFault('SIM-V9', 'no product of this name and version is homologated under this number');
    }
  }
}
