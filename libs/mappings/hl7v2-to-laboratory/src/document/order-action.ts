import type { Segment } from '@segur/hl7v2';
import type { Remarks } from '../remarks.js';
import type { Dialect } from './document-transmission.js';

/** What a transmission does to the document. */
export type DocumentAction = 'create' | 'replace' | 'delete';

/** ORC-1, OBX-11 of the document, and the event of a MDM: three ways to say one thing. */
const ACTIONS: Readonly<Record<string, { readonly action: DocumentAction; readonly status: string; readonly event: string }>> = {
  NW: { action: 'create', status: 'F', event: 'T02' },
  RO: { action: 'replace', status: 'C', event: 'T10' },
  CA: { action: 'delete', status: 'D', event: 'T04' },
};

/** Where the three are said. */
export interface OrderContext {
  readonly orc: Segment | undefined;
  /** OBX of the documents. */
  readonly documents: readonly Segment[];
  /** Event of a MDM; absent in an ORU. */
  readonly event?: { readonly trigger: string; readonly location: string };
  readonly dialect: Dialect;
}

/**
 * Reads what is asked. Whatever contradicts itself is refused: between a new document and a deletion nobody may guess.
 *
 * @see Volet Transmission de document(s) CDA en HL7v2; hl7v2.md §4.4, §5.4
 */
export function toAction({ orc, documents, event, dialect }: OrderContext, remarks: Remarks): DocumentAction | undefined {
  const control = orc?.text(1).trim().toUpperCase() ?? '';
  const location = orc?.location(1) ?? 'ORC[1]-1';
  if (control === '') {
    remarks.add('hl7-required', location);
    return undefined;
  }
  // Versions 1.2 and 2.0 write SC for a first sending.
  const asked = ACTIONS[control === 'SC' && dialect !== '2.1' ? 'NW' : control];
  if (!asked) {
    remarks.add('hl7-order-control-not-read', location);
    return undefined;
  }
  const agreed = documents.every((obx) => obx.text(11).trim().toUpperCase() === asked.status);
  if (!agreed) remarks.add('hl7-order-status-mismatch', location);
  if (event && event.trigger !== asked.event) remarks.add('hl7-order-status-mismatch', event.location);
  return asked.action;
}
