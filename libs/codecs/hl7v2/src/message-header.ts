import { segmentOf, type FieldValue, type SegmentValue } from './encode-message.js';

/** What the MSH of a message of ours says. Absent parts stay empty. */
export interface MessageHeader {
  /** MSH-3 to MSH-6. */
  readonly sender: Endpoint;
  readonly receiver: Endpoint;
  /** MSH-7, an HL7 timestamp. */
  readonly sentAt: string;
  /** MSH-9: code, event, structure. */
  readonly type: readonly [string, string, string];
  /** MSH-10. */
  readonly controlId: string;
  /** MSH-11. Default `P`. */
  readonly processingId?: string;
  /** MSH-12. Default `2.5`. */
  readonly version?: FieldValue;
  /** MSH-15 and MSH-16. Both absent: original acknowledgement mode. */
  readonly acceptAck?: AckCondition;
  readonly applicationAck?: AckCondition;
  /** MSH-18. Default `UNICODE UTF-8`. */
  readonly charset?: string;
  /** MSH-21. */
  readonly profile?: FieldValue;
}

/** An application and its organisation, as MSH names them. */
export interface Endpoint {
  readonly application: FieldValue;
  readonly facility: FieldValue;
}

/** When an acknowledgement is wanted: always, never, on error, on success. HL7 table 0155. */
export type AckCondition = 'AL' | 'NE' | 'ER' | 'SU';

/** Writes MSH for the French profile: country `FRA`. */
export function headerSegment(header: MessageHeader): SegmentValue {
  return segmentOf('MSH', {
    3: header.sender.application,
    4: header.sender.facility,
    5: header.receiver.application,
    6: header.receiver.facility,
    7: header.sentAt,
    9: header.type,
    10: header.controlId,
    11: header.processingId ?? 'P',
    12: header.version ?? '2.5',
    15: header.acceptAck,
    16: header.applicationAck,
    17: 'FRA',
    18: header.charset ?? 'UNICODE UTF-8',
    21: header.profile,
  });
}
