import type { Vihf } from './security/read-vihf.js';
import type { Seals } from './security/seals.js';
import type { VihfJudge, VihfSettings } from './security/vihf-judge.js';
import type { HeldDocuments } from './held-documents.js';
import type { KnownPatients } from './known-patients.js';

/** What the sandbox's DMP demands beyond the rules that always hold, and what it believes. */
export interface DmpPolicy extends VihfSettings {
  /** `vihf`: V1 to V10 and M14. `signature`: the XAdES of the lot, its entry and its association (M1, M13). Neither: the lenient form. */
  readonly strictness: readonly ('vihf' | 'signature')[];
  /** OIDs of the INS of this environment. */
  readonly insAuthorities: readonly string[];
}

/** What the DMP holds and knows from one request to the next. */
export interface DmpMemory {
  readonly documents: HeldDocuments;
  readonly patients: KnownPatients;
  readonly seals: Seals;
  readonly vihf: VihfJudge;
}

/** What a request is judged under. */
export interface Court {
  readonly memory: DmpMemory;
  readonly policy: DmpPolicy;
  readonly now: Date;
  /** `OU` of the client certificate. */
  readonly structure: string;
  /** What the caller has proved; absent in the lenient form. */
  readonly vihf: Vihf | undefined;
}
