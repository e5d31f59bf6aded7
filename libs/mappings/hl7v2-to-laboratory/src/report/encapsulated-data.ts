import type { AttachedPdf, Coded, Image } from '@segur/laboratory';
import type { Segment } from '@segur/hl7v2';
import type { CodeReading } from '@segur/results-to-laboratory';
import type { Remarks } from '../remarks.js';

/** What an OBX of type ED holds. */
export type EncapsulatedData =
  | { readonly kind: 'pdf'; readonly data: string }
  | { readonly kind: 'image'; readonly mediaType: Image['mediaType']; readonly data: string }
  | { readonly kind: 'text'; readonly text: string };

type Format = 'pdf' | 'png' | 'jpeg' | 'gif';

const SUBTYPES: Readonly<Record<string, Format>> = { PDF: 'pdf', PNG: 'png', JPEG: 'jpeg', JPG: 'jpeg', PJPEG: 'jpeg', GIF: 'gif' };
const BEGINNINGS: Readonly<Record<Format, string>> = { pdf: '%PDF-', png: '\x89PNG\r\n\x1a\n', jpeg: '\xff\xd8\xff', gif: 'GIF8' };

/** LOINC of a whole report, under which a PDF is the report as it was printed. */
const WHOLE_REPORTS = ['11502-2', '55108-5'];
const LOINC_OID = '2.16.840.1.113883.6.1';

/**
 * Decodes OBX-5 of type ED: `source^type^subtype^encoding^data`. What the bytes are is looked at, not only said.
 *
 * @returns Nothing, with a remark at OBX-5, when the data are not in their encoding or not of their type, or nobody reads that type.
 * @see hl7v2.md §7.1
 */
export function toEncapsulatedData(obx: Segment, remarks: Remarks): EncapsulatedData | undefined {
  const value = obx.field(5).repetition(0);
  const [type, subtype] = [value.text(2).trim().toUpperCase(), value.text(3).trim().toUpperCase().split('/').at(-1) ?? ''];
  const format = Object.hasOwn(SUBTYPES, subtype) ? SUBTYPES[subtype] : undefined;
  const isText = type === 'TEXT' && ['', 'PLAIN', 'TXT'].includes(subtype);
  if ((!format && !isText) || obx.field(5).repetitions.length > 1) {
    remarks.add('hl7-value-type-not-read', obx.location(5));
    return undefined;
  }
  const bytes = decode(value.text(5), value.text(4).trim().toUpperCase());
  if (!bytes || (format && !bytes.subarray(0, 16).toString('latin1').startsWith(BEGINNINGS[format]))) {
    remarks.add('hl7-attachment-unreadable', obx.location(5));
    return undefined;
  }
  if (!format) return { kind: 'text', text: bytes.toString('utf8') };
  const data = bytes.toString('base64');
  return format === 'pdf' ? { kind: 'pdf', data } : { kind: 'image', mediaType: `image/${format}`, data };
}

/** The bytes, or nothing when the text is not in that encoding, or empty. */
function decode(text: string, encoding: string): Buffer | undefined {
  const packed = text.replace(/\s+/g, '');
  switch (encoding) {
    case 'BASE64': {
      const digits = packed.replace(/={1,2}$/, '');
      return digits !== '' && digits.length % 4 !== 1 && /^[A-Za-z0-9+/]+$/.test(digits)
        ? Buffer.from(digits, 'base64')
        : undefined;
    }
    case 'HEX':
      return packed !== '' && packed.length % 2 === 0 && /^[0-9A-Fa-f]+$/.test(packed) ? Buffer.from(packed, 'hex') : undefined;
    case 'A':
    case '':
      return text === '' ? undefined : Buffer.from(text, 'utf8');
    default:
      return undefined;
  }
}

/** The PDF of one result: its kind is that of OBX-3. */
export function toAttachedPdf(attachmentId: string, data: string, { code, sentLoinc }: CodeReading): AttachedPdf {
  const type: Coded | undefined = sentLoinc && { code: sentLoinc.code, system: LOINC_OID, label: sentLoinc.label };
  return { attachmentId, title: code.label, data, ...(type && { type }) };
}

/** True when a code says that the PDF is the whole report. */
export function isWholeReport({ code, sentLoinc }: CodeReading, ownCodes: readonly string[] = []): boolean {
  return (
    WHOLE_REPORTS.includes(code.localCode) ||
    (sentLoinc !== undefined && WHOLE_REPORTS.includes(sentLoinc.code)) ||
    ownCodes.includes(code.localCode)
  );
}
