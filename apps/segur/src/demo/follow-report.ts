import { setTimeout as wait } from 'node:timers/promises';
import { RemoteUnavailable, type Finding } from '@segur/errors';

interface Reception {
  readonly controlId: string;
  readonly status: string;
  readonly reportSetId?: string;
}

interface ReportView {
  readonly revision: number;
  readonly status: string;
  readonly deliveries: readonly {
    readonly revision: number;
    readonly channel: string;
    readonly recipientRole: string;
    readonly state: string;
    readonly errorCode?: string;
    readonly remoteId?: string;
  }[];
  readonly revisions: readonly { readonly findings: readonly Finding[] }[];
  readonly refusals: readonly { readonly findings: readonly Finding[] }[];
}

const SETTLED = new Set(['ACCEPTED', 'REJECTED', 'NOT_ELIGIBLE', 'FAILED', 'WITHDRAWN']);
/** What the demonstrated report goes to: it has a prescriber with a mailbox. */
const CHANNELS = ['dmp', 'mss'];
const PATIENCE_MS = 60_000;
const STEP_MS = 100;

/**
 * Follows one message until every delivery has an outcome, and tells each step as it happens.
 *
 * @param read - GET of a path of the platform, parsed.
 * @param revision - What the message makes of its report: 1, or 2 for its correction. Nothing is told of earlier ones.
 * @returns The report's identifier.
 * @throws {RemoteUnavailable} Nothing more happened for a minute.
 */
export async function followReport(
  read: (path: string) => Promise<unknown>,
  controlId: string,
  tell: (line: string) => void,
  revision = 1,
): Promise<string> {
  const reception = await eventually(async () => {
    const { items } = (await read('/api/v1/receptions')) as { items: readonly Reception[] };
    return items.find((item) => item.controlId === controlId && item.reportSetId !== undefined);
  });
  const reportSetId = reception.reportSetId ?? '';
  tell(`Received   report ${reportSetId}`);

  const told = new Set<string>();
  await eventually(async () => {
    const report = (await read(`/api/v1/reports/${reportSetId}`).catch(() => undefined)) as ReportView | undefined;
    if (!report || (report.revision < revision && report.status !== 'REFUSED')) return undefined;
    for (const line of linesOf(report, revision)) {
      if (!told.has(line)) tell(line);
      told.add(line);
    }
    return isSettled(report) ? report : undefined;
  });
  return reportSetId;
}

/** Each channel tells for itself, in its own time: the end is when both have. */
function isSettled({ status, revision, deliveries, refusals }: ReportView): boolean {
  if (status === 'REFUSED') return refusals.length > 0;
  const told = new Set(deliveries.filter((delivery) => delivery.revision === revision).map(({ channel }) => channel));
  return CHANNELS.every((channel) => told.has(channel)) && deliveries.every(({ state }) => SETTLED.has(state));
}

function linesOf({ status, revision: current, deliveries, revisions, refusals }: ReportView, from: number): readonly string[] {
  const findings = [...(revisions.at(-1)?.findings ?? []), ...refusals.flatMap((refusal) => refusal.findings)];
  return [
    `Report     ${status}, revision ${current}`,
    ...findings.map(({ severity, code, location }) => `Finding    ${severity} ${code} at ${location}`),
    ...deliveries
      .filter(({ revision }) => revision >= from)
      .map(
        ({ revision, channel, recipientRole, state, errorCode, remoteId }) =>
          `Delivery   ${channel} → ${recipientRole}, revision ${revision}: ${state}${errorCode ? ` (${errorCode})` : ''}${remoteId && state === 'ACCEPTED' ? ` ${remoteId}` : ''}`,
      ),
  ];
}

async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += STEP_MS) {
    const found = await look();
    if (found !== undefined) return found;
    await wait(STEP_MS);
  }
  throw new RemoteUnavailable('Nothing more happened for a minute; the logs of the platform say why');
}
