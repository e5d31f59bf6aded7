/** Formats that `POST /api/v1/messages` takes. */
export type MessageFormat = 'hl7v2' | 'hprim' | 'cda';

/** Media types by which a caller names them. HL7 and HPRIM have no registered one: these are the usual ones. */
export const MESSAGE_CONTENT_TYPES: Readonly<Record<string, MessageFormat>> = {
  'application/hl7-v2': 'hl7v2',
  'x-application/hl7-v2+er7': 'hl7v2',
  'application/hprim': 'hprim',
  'application/x-hprim': 'hprim',
  'text/x-hprim': 'hprim',
  'application/xml': 'cda',
  'text/xml': 'cda',
};

/** A media type without its parameters. */
export function mediaTypeOf(contentType: string): string {
  return contentType.split(';')[0]?.trim().toLowerCase() ?? '';
}
