import { eventually } from '@segur/testing';
import { exchangeMllp } from './mllp-exchange.js';

/** A finding as the API shows it. */
export interface ShownFinding {
  readonly severity: string;
  readonly code: string;
  readonly location: string;
}

/** `GET /api/v1/reports/{id}`, what the tests look at. */
export interface ShownReport {
  readonly reportSetId: string;
  readonly revision: number;
  readonly status: string;
  readonly revisions: readonly {
    readonly revision: number;
    readonly documentId?: string;
    readonly orderId?: string;
    readonly findings: readonly ShownFinding[];
  }[];
  readonly deliveries: readonly {
    readonly revision: number;
    readonly channel: string;
    readonly recipientRole: string;
    readonly state: string;
    readonly remoteId?: string;
    readonly errorCode?: string;
  }[];
  readonly acknowledgements: readonly {
    readonly acknowledgementId: string;
    readonly kind: string;
    readonly verdict: string;
    readonly state: string;
  }[];
  readonly withdrawal?: { readonly revision: number; readonly reason: string };
  readonly refusals: readonly { readonly stage: string; readonly findings: readonly ShownFinding[] }[];
}

/** Where a laboratory sends to. */
export interface LaboratoryOptions {
  readonly url: string;
  readonly mllpPort: number;
  readonly apiKey: string;
}

const WAIT = { withinMs: 60_000 };

/** A laboratory's software, as the platform sees it. */
export class LaboratoryClient {
  constructor(private readonly options: LaboratoryOptions) {}

  sendByMllp(message: Uint8Array): Promise<Buffer> {
    return exchangeMllp(this.options.mllpPort, message);
  }

  async sendByHttp(message: Uint8Array): Promise<Buffer> {
    const response = await this.fetch('/api/v1/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/hl7-v2' },
      body: Buffer.from(message),
    });
    return Buffer.from(await response.arrayBuffer());
  }

  fetch(path: string, { headers, ...init }: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    return fetch(this.options.url + path, { ...init, headers: { authorization: `Bearer ${this.options.apiKey}`, ...headers } });
  }

  /** @throws {Error} Anything but a success. */
  async read<T>(path: string): Promise<T> {
    const response = await this.fetch(path);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as T;
  }

  /** The report of one of the laboratory's numbers, once it is as the test awaits it. */
  async reportWhen(fillerNumber: string, isAwaited: (report: ShownReport) => boolean): Promise<ShownReport> {
    let last: ShownReport | undefined;
    const look = async () => {
      const { items } = await this.read<{ items: readonly { reportSetId: string }[] }>(
        `/api/v1/reports?fillerNumber=${encodeURIComponent(fillerNumber)}`,
      );
      last = items[0] && (await this.read<ShownReport>(`/api/v1/reports/${items[0].reportSetId}`));
      return last !== undefined && isAwaited(last);
    };
    await eventually(look, { ...WAIT, orSay: () => JSON.stringify(last) });
    return last as unknown as ShownReport;
  }

  /** The report once its deliveries stand so, e.g. `{ dmp: 'ACCEPTED', prescriber: 'ACCEPTED' }`: these and no others. */
  delivered(fillerNumber: string, states: Readonly<Record<string, string>>): Promise<ShownReport> {
    const awaited = Object.entries(states).sort().join();
    return this.reportWhen(fillerNumber, ({ deliveries }) => {
      const seen = deliveries.map(({ recipientRole, state }) => [recipientRole, state] as const);
      return seen.sort().join() === awaited;
    });
  }

  /** The status of the answer to a withdrawal. */
  async withdraw(reportSetId: string): Promise<number> {
    const { status } = await this.fetch(`/api/v1/reports/${reportSetId}/withdrawal`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ reason: 'sent-in-error' }),
    });
    return status;
  }

  /** The report once the deliveries of one revision stand so: these and no others. */
  revised(fillerNumber: string, revision: number, states: Readonly<Record<string, string>>): Promise<ShownReport> {
    const awaited = Object.entries(states).sort().join();
    return this.reportWhen(fillerNumber, ({ deliveries }) => {
      const seen = deliveries.filter((delivery) => delivery.revision === revision);
      const stand = seen.map(({ recipientRole, state }) => [recipientRole, state] as const);
      return stand.sort().join() === awaited;
    });
  }

  refused(fillerNumber: string): Promise<ShownReport> {
    return this.reportWhen(fillerNumber, ({ status, refusals }) => status === 'REFUSED' && refusals.length > 0);
  }

  async document(reportSetId: string, form: 'cda' | 'pdf' = 'cda'): Promise<Buffer> {
    const response = await this.fetch(`/api/v1/reports/${reportSetId}/documents/${form}`);
    if (!response.ok) throw new Error(`The ${form} answered ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  }
}
