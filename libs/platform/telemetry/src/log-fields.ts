/**
 * Every field that a log line may have. What is not here is not written, whoever passes it.
 *
 * Adding a field is a decision about patients: it must be an identifier of a message, a state or a measure of the machine. Never a
 * name, a date of birth, an INS, a code or a value of a result, nor text that somebody typed.
 */
const TEXT_FIELDS = [
  'context',
  'tenantId',
  'traceId',
  'spanId',
  'topic',
  'group',
  'key',
  'eventId',
  'causationId',
  'reportSetId',
  'orderId',
  'receptionId',
  'documentId',
  'documentSetId',
  'submissionId',
  'dispatchId',
  'deliveryId',
  'subjectId',
  'messageId',
  'remoteId',
  'controlId',
  'clientId',
  'route',
  'method',
  'path',
  'channel',
  'kind',
  'state',
  'outcome',
  'ack',
  'errorCode',
  'errorKind',
  'errorName',
  'remote',
  'address',
  'profile',
  'version',
  'signal',
  'table',
  'schema',
  'fingerprint',
  'expiresAt',
  'dueAt',
] as const;

const NUMBER_FIELDS = [
  'revision',
  'attempt',
  'attempts',
  'count',
  'findings',
  'sizeBytes',
  'durationMs',
  'delayMs',
  'lag',
  'port',
  'status',
  'observations',
] as const;

type TextField = (typeof TEXT_FIELDS)[number];
type NumberField = (typeof NUMBER_FIELDS)[number];

/** What a log line may say beside its event: identifiers, states and measures. */
export type LogFields = { readonly [field in TextField]?: string | undefined } & {
  readonly [field in NumberField]?: number | undefined;
};

// Identifiers, codes, topics, instants, addresses: one token. A sentence or a person's full name is more than one.
const TOKEN = /^[\w.:/@+\-[\]<>*=]{1,256}$/;
// An INS or a NIR, with or without its key, standing alone: 13 or 15 characters, the department may be 2A or 2B.
const NATIONAL_IDENTIFIER = /(?<![\w.-])[1-478]\d{4}(?:\d{2}|2[AB])\d{6}(?:\d{2})?(?![\w.-])/;

/** What stands in the place of a value that does not look like an identifier. */
export const REDACTED = '[redacted]';

/** Keeps the declared fields whose values look like what they should be; drops the others, replaces suspicious values. */
export function allowedFields(fields: Readonly<Record<string, unknown>>): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const field of TEXT_FIELDS) {
    const value = fields[field];
    if (value !== undefined) kept[field] = typeof value === 'string' ? safeText(value) : REDACTED;
  }
  for (const field of NUMBER_FIELDS) {
    const value = fields[field];
    if (typeof value === 'number') kept[field] = value;
  }
  return kept;
}

/** The text itself when it is one token and no national identifier. */
export function safeText(value: string): string {
  return TOKEN.test(value) && !NATIONAL_IDENTIFIER.test(value) ? value : REDACTED;
}
