import { setTimeout as wait } from 'node:timers/promises';
import { RemoteUnavailable } from '@segur/errors';

interface Reception {
  readonly controlId: string;
  readonly status: string;
  readonly reportSetId?: string;
}

interface ReportView {
  readonly status: string;
  readonly deliveries: readonly {
    readonly channel: string;
    readonly recipientRole: string;
    readonly state: string;
    readonly errorCode?: string;
    readonly remoteId?: string;
  }[];
  readonly findings?: readonly { readonly severity: string; readonly code: string; readonly location: string }[];
}

const SETTLED = new Set(['ACCEPTED', 'REJECTED', 'NOT_ELIGIBLE', 'FAILED']);
const PATIENCE_MS = 60_000;
const STEP_MS = 100;

/**
 * Follows one message until every delivery has an outcome, and tells each step as it happens.
 *
 * @param read - GET of a path of the platform, parsed.
 * @throws {RemoteUnavailable} Nothing more happened for a minute.
 */
export async function followReport(
  read: (path: string) => Promise<unknown>,
  controlId: string,
  tell: (line: string) => void,
): Promise<void> {
  const reception = await eventually(async () => {
    const { items } = (await read('/api/v1/receptions')) as { items: readonly Reception[] };
    return items.find((item) => item.controlId === controlId && item.reportSetId !== undefined);
  });
  tell(`Received   report ${reception.reportSetId}`);

  const told = new Set<string>();
  await eventually(async () => {
    const report = (await read(`/api/v1/reports/${reception.reportSetId}`).catch(() => undefined)) as ReportView | undefined;
    if (!report) return undefined;
    for (const line of linesOf(report)) {
      if (!told.has(line)) tell(line);
      told.add(line);
    }
    const settled = report.deliveries.length > 0 && report.deliveries.every(({ state }) => SETTLED.has(state));
    return settled || report.status === 'REFUSED' ? report : undefined;
  });
}

function linesOf({ status, deliveries, findings = [] }: ReportView): readonly string[] {
  return [
    `Report     ${status}`,
    ...findings.map(({ severity, code, location }) => `Finding    ${severity} ${code} at ${location}`),
    ...deliveries.map(
      ({ channel, recipientRole, state, errorCode, remoteId }) =>
        `Delivery   ${channel} → ${recipientRole}: ${state}${errorCode ? ` (${errorCode})` : ''}${remoteId && state === 'ACCEPTED' ? ` ${remoteId}` : ''}`,
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
