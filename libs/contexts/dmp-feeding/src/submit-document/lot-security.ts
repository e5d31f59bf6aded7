import type { Lot } from './make-lot.js';

/** Who sends, and for which patient. */
export interface LotBearer {
  readonly tenantId: string;
  /** Struct_IdNat. */
  readonly structureId: string;
  /** The patient of the payload. */
  readonly ins: { readonly value: string; readonly oid: string };
}

/**
 * What the DMP wants signed: the assertion of each call (VIHF), and the lot (XAdES).
 *
 * A signed lot must come out the same each time it is asked for: what is sent again is identical.
 */
export abstract class LotSecurity {
  /** What stands in `wsse:Security`, as it was signed. Absent: the header is left out. */
  abstract assertion(bearer: LotBearer): string | undefined;
  /** The lot with its signature entry, or as it is. */
  abstract sign(lot: Lot, bearer: LotBearer): Lot;
  /** What a laboratory signs, about nobody: verified at start. Empty: it signs nothing. */
  abstract samples(tenantId: string): readonly string[];
}
