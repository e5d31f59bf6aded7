import type { Finding } from '@segur/errors';
import type { ResultsReceived } from '@segur/events';
import { decodeMessage } from '@segur/hl7v2';
import { splitPatients, toReport as fromHl7 } from '@segur/hl7v2-to-laboratory';
import { decodeHprimSante } from '@segur/hprim';
import { splitRequests, toReport as fromHprim } from '@segur/hprim-to-laboratory';
import { completeIntake, type Laboratory, type Report } from '@segur/laboratory';
import { decodeReportIntake } from '@segur/report-json';
import { NO_CHANGES, type ReceivedChanges } from '@segur/results-to-laboratory';

/** What the bytes of a message do not say. */
export interface ResultsContext {
  readonly tenantId: string;
  readonly laboratory: Laboratory;
  readonly reportSetId: string;
  /** The number that this state would have. */
  readonly revision: number;
  readonly maxBytes: number;
}

/** What one message says of one report. */
export type ResultsReading =
  | {
      readonly status: 'read';
      readonly report: Report;
      readonly changes: ReceivedChanges;
      /** The message holds everything: what it leaves out is gone. */
      readonly fullReplace: boolean;
      readonly findings: readonly Finding[];
    }
  /** Results that were sent are wrong (OBX-11 W): the whole report is to be withdrawn, and nothing of the message is taken. */
  | { readonly status: 'withdraws'; readonly findings: readonly Finding[] }
  | { readonly status: 'refused'; readonly findings: readonly Finding[] };

/** Kinds of messages that hold discrete results. */
export type ResultsKind = Extract<ResultsReceived['kind'], 'hl7v2-oru' | 'hprim-sante' | 'report-json'>;

const WITHDRAWALS = ['hl7-withdrawal', 'hprim-withdrawal'];

/** Reads one part of a message of discrete results, whatever its format. The door read it before, so that it can be decoded. */
export function readResults(
  bytes: Buffer,
  { kind, part = 1 }: { readonly kind: ResultsKind; readonly part?: number },
  context: ResultsContext,
): ResultsReading {
  if (kind === 'report-json') return readIntake(bytes, context);
  const reading = kind === 'hl7v2-oru' ? readHl7(bytes, part, context) : readHprim(bytes, part, context);
  if (reading.status === 'read') return { ...reading, fullReplace: context.laboratory.messages?.fullReplace ?? false };
  return reading.findings.some(({ code }) => WITHDRAWALS.includes(code)) ? { ...reading, status: 'withdraws' } : reading;
}

function readHl7(bytes: Buffer, part: number, context: ResultsContext) {
  const message = splitPatients(decodeMessage(bytes, { maxBytes: context.maxBytes }))[part - 1];
  if (!message) throw new Error('The message has fewer patients than the door counted');
  return fromHl7(message, context);
}

function readHprim(bytes: Buffer, part: number, context: ResultsContext) {
  const request = splitRequests(decodeHprimSante(bytes))[part - 1];
  if (!request) throw new Error('The file has fewer requests than the door counted');
  return fromHprim(request.message, context);
}

/** A report as JSON is a whole state. */
function readIntake(bytes: Buffer, { tenantId, reportSetId, revision }: ResultsContext): ResultsReading {
  const reading = decodeReportIntake(bytes);
  if (reading.status === 'refused') return reading;
  const { intake, findings } = reading;
  const report = completeIntake({ ...intake, reportSetId }, { tenantId, knownRevision: revision - 1 });
  return { status: 'read', report, changes: NO_CHANGES, fullReplace: true, findings };
}
