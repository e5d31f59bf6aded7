import { z } from 'zod';
import {
  existsInCalendar,
  isWholeBase64,
  LONGEST_FORM,
  REPORT_FORMATS,
  type ReportFormat,
  type ReportFormatName,
} from './report-formats.js';

/** A text of a form of `REPORT_FORMATS`; an issue about it has the name of the form as its message. */
export function formatted(name: ReportFormatName): z.ZodString {
  const { pattern, maxLength = LONGEST_FORM }: ReportFormat = REPORT_FORMATS[name];
  const text = Number.isFinite(maxLength) ? z.string().max(maxLength, { error: name, abort: true }) : z.string();
  return text.regex(pattern, { error: name, abort: true });
}

/** Any text, kept as it came. */
export const printed = z.string();
/** A text that says something. */
export const filled = formatted('filled-text');
/** A `StatedTime`. */
export const statedTime = formatted('stated-time')
  .refine(existsInCalendar, { error: 'stated-time' })
  .meta({
    id: 'StatedTime',
    description: 'ISO 8601, cut at the precision that was stated, with an offset only if one was given',
    examples: ['2026-11-20T09:40:00+01:00', '2026-11-20T09:40', '2026-11-20', '2026-11'],
  });

/** Bytes in base64. */
export const base64 = z
  .string()
  .refine(isWholeBase64, { error: 'base64' })
  .meta({
    id: 'Base64',
    pattern: REPORT_FORMATS.base64.pattern.source,
    description: REPORT_FORMATS.base64.en,
    examples: [REPORT_FORMATS.base64.example],
  });

/** A decimal number as text. */
export const decimal = (description: string): z.ZodString => formatted('decimal').meta({ description, examples: ['1.50'] });

/** A list of comments. @param about - What is commented on. */
export const comments = (about: string): z.ZodArray<z.ZodString> =>
  z.array(printed).meta({ description: `Comments on ${about}; may be empty`, examples: [[]] });

/** `specimenId` of one of the specimens. */
export const specimenRef = filled.meta({ description: 'specimenId of one of the specimens of the report', examples: ['S1'] });
