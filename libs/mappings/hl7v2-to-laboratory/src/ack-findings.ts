import type { Finding } from '@segur/errors';
import type { Hl7DecodingError } from '@segur/hl7v2';
import { type AckError, type ErrorCondition } from '@segur/hl7v2';
import { CATALOGUE, type RemarkCode } from './finding-catalogue.js';

const DECODING: Readonly<Record<Hl7DecodingError['code'], ErrorCondition>> = {
  'hl7-charset': 102,
  'hl7-structure': 100,
  'hl7-limit': 199,
};

/** Most ERR segments in one answer: a sender corrects the first ones first. */
const MOST_ERRORS = 50;

/** The ERR segments that tell a sender what refused a message. Warnings and infos are not sent: they are for the console. */
export function ackFindingsToErr(findings: readonly Finding[]): readonly AckError[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .slice(0, MOST_ERRORS)
    .map(({ code, location, message, messageFr }) => {
      const remark = Object.hasOwn(CATALOGUE, code) ? CATALOGUE[code as RemarkCode] : undefined;
      return {
        location,
        condition: remark?.condition ?? 207,
        severity: 'E' as const,
        ...(remark && 'application' in remark && remark.application && { application: remark.application }),
        diagnostic: `${code}: ${message} (${location})`,
        ...(messageFr && { userMessage: messageFr }),
      };
    });
}

/** The ERR segment for bytes that did not become a message. */
export function decodingErrorToErr(error: Hl7DecodingError): AckError {
  return {
    location: error.location,
    condition: DECODING[error.code],
    severity: 'E',
    diagnostic: `${error.code}: ${error.message}`,
  };
}
