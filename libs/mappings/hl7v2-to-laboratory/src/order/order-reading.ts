import type { Finding } from '@segur/errors';
import type { Identity } from '@segur/identity';
import type { Order } from '@segur/laboratory';
import type { PatientContext } from '../report/patient.js';

/** What is known before the message: whose numbers, which clock, which order. */
export interface OrderContext {
  readonly laboratory: PatientContext & { readonly catalogueOid: string; readonly timeZone?: string };
  readonly orderId: string;
  readonly revision: number;
}

/** What an order message asks for. */
export type OrderRequest =
  | { readonly action: 'place' | 'replace'; readonly order: Order }
  /** The lines to give up, by their numbers. */
  | {
      readonly action: 'cancel';
      readonly patient: Identity;
      readonly lines: readonly { readonly placerNumber?: string; readonly fillerNumber?: string }[];
    };

/** A request, or why there is none. */
export type OrderReading =
  | { readonly status: 'read'; readonly request: OrderRequest; readonly findings: readonly Finding[] }
  | { readonly status: 'refused'; readonly findings: readonly Finding[] };
