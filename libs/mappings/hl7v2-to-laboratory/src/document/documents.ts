import type { Segment } from '@segur/hl7v2';
import type { OrderGroup } from '../message-groups.js';
import type { Remarks } from '../remarks.js';
import type { Dialect, EntrustedDocument } from './document-transmission.js';
import { encapsulatedBytes, holdsXml, payloadKind } from './document-payload.js';

/** LOINC of the laboratory report. */
const REPORT = '11502-2';

/** The documents of a message, and the OBX that hold them. */
export interface DocumentSegments {
  readonly segments: readonly [Segment, ...Segment[]];
  /** Those that could be read: all, unless a remark refuses the message. */
  readonly documents: readonly EntrustedDocument[];
}

/** What the message allows. */
export interface DocumentRules {
  readonly dialect: Dialect;
  /** 2 in an ORU, 1 in a MDM. */
  readonly most: number;
}

/**
 * Finds the CDA at the head of the results: one, or the same report as level 1 and level 3.
 *
 * The bytes are looked at, not parsed.
 *
 * @returns Nothing when there is no result at all. @see hl7v2.md §3.2, §8.5
 */
export function toDocuments(order: OrderGroup, rules: DocumentRules, remarks: Remarks): DocumentSegments | undefined {
  const [first, ...rest] = order.observations.map(({ obx }) => obx);
  if (!first) {
    remarks.add('hl7-required', 'OBX[1]');
    return undefined;
  }
  if (!holdsXml(first)) remarks.add('hl7-sequence', first.location());
  const others = rest.filter(holdsXml);
  const surplus = others[rules.most - 1];
  if (surplus) remarks.add('hl7-documents-too-many', surplus.location());
  // A document after the routing would be one more, hidden behind what was said of the first.
  for (const [index, other] of others.entries()) if (rest[index] !== other) remarks.add('hl7-sequence', other.location());
  const segments = [first, ...others] as const;
  const documents = segments.flatMap((obx) => toDocument(obx, order.obr, rules, remarks) ?? []);
  const [one, two] = documents;
  const differ =
    two && (one?.level === two.level || others[0]?.text(3) !== first.text(3) || others[0]?.text(11) !== first.text(11));
  if (differ) remarks.add('hl7-documents-differ', others[0]?.location() ?? first.location());
  return { segments, documents };
}

function toDocument(obx: Segment, obr: Segment, { dialect }: DocumentRules, remarks: Remarks): EntrustedDocument | undefined {
  if (obx.text(3) !== REPORT) remarks.add('hl7-document-type-not-read', obx.location(3));
  // Version 1.2 put the examination in OBR-4.
  if (dialect !== '1.2' && obx.text(3) !== obr.text(4)) remarks.add('hl7-document-type-mismatch', obr.location(4));
  const bytes = encapsulatedBytes(obx, remarks);
  const kind = bytes && payloadKind(bytes);
  if (!bytes || !kind || kind === 'not-cda') {
    remarks.add('hl7-document-unreadable', obx.location(5));
    return undefined;
  }
  return { level: kind === 'cda' ? 3 : 1, bytes };
}
