/** A request that the DMP of the sandbox judged. */
export interface JudgedRequest {
  /** `test-existence`, `feed`, `look-up` or `update`. */
  readonly transaction?: string;
  readonly outcome: 'accepted' | 'refused' | 'fault';
  readonly codes: readonly string[];
}

/** How a played service misbehaves. */
export interface AskedFault {
  readonly mode: string;
  readonly code?: string;
  readonly count?: number;
  /** An address or a domain: of mails alone. */
  readonly recipient?: string;
}

/** A document that the DMP of the sandbox holds. */
export interface HeldDocument {
  readonly uniqueId: string;
  readonly status: string;
  /** uniqueId of the version that this one replaced. */
  readonly replaces?: string;
  readonly metadata: unknown;
  readonly bytes: Buffer;
}

/** A mail that the operator of the sandbox received. */
export interface ReceivedMail {
  readonly id: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly attachments: readonly { readonly fileName: string }[];
  readonly recipients: readonly { readonly address: string }[];
  readonly problems: readonly { readonly code: string; readonly message: string }[];
  readonly archive?: { readonly documents: readonly { readonly uniqueId: string }[] };
}

const PAGE = 1000;

/** What the national services got, as the sandbox shows it. */
export class SandboxView {
  constructor(private readonly url: string) {}

  /** The versions under one uniqueId: one, or none. */
  async documents(uniqueId: string): Promise<readonly HeldDocument[]> {
    const { items } = await this.read<{ items: readonly { uniqueId: string }[] }>(`/dmp/documents?limit=${PAGE}`);
    return Promise.all(
      items
        .filter((item) => item.uniqueId === uniqueId)
        .map(async () => {
          const { bytes, ...document } = await this.read<HeldDocument & { bytes: string }>(`/dmp/documents/${uniqueId}`);
          return { ...document, bytes: Buffer.from(bytes, 'base64') };
        }),
    );
  }

  /** Every version that the DMP was given. */
  allDocuments(): Promise<readonly Pick<HeldDocument, 'uniqueId' | 'status' | 'replaces'>[]> {
    return this.all('/dmp/documents');
  }

  /** Every mail that was handed over, in the order of their arrival. */
  allMails(): Promise<readonly Pick<ReceivedMail, 'id' | 'messageId' | 'subject'>[]> {
    return this.all('/mail/messages');
  }

  async countDocuments(): Promise<number> {
    return (await this.read<{ total: number }>('/dmp/documents?limit=1')).total;
  }

  async countMails(): Promise<number> {
    return (await this.read<{ total: number }>('/mail/messages?limit=1')).total;
  }

  /** The mails under these Message-IDs, in the order of their arrival. */
  async mails(messageIds: readonly (string | undefined)[]): Promise<readonly ReceivedMail[]> {
    const { items } = await this.read<{ items: readonly { id: string; messageId: string }[] }>(`/mail/messages?limit=${PAGE}`);
    const wanted = items.filter(({ messageId }) => messageIds.includes(messageId));
    return Promise.all(wanted.map(({ id }) => this.read<ReceivedMail>(`/mail/messages/${id}`)));
  }

  /** The mails whose archive holds this document, in the order of their arrival. */
  async mailsWith(uniqueId: string): Promise<readonly ReceivedMail[]> {
    const { items } = await this.read<{ items: readonly { id: string }[] }>(`/mail/messages?limit=${PAGE}`);
    const mails = await Promise.all(items.map(({ id }) => this.read<ReceivedMail>(`/mail/messages/${id}`)));
    return mails.filter(({ archive }) => archive?.documents.some((document) => document.uniqueId === uniqueId));
  }

  /** What the DMP was asked after so many requests, oldest first. */
  async requests(after = 0): Promise<readonly JudgedRequest[]> {
    return (await this.read<{ items: readonly JudgedRequest[] }>(`/dmp/requests?limit=${PAGE}&after=${after}`)).items;
  }

  async countRequests(): Promise<number> {
    return (await this.read<{ total: number }>('/dmp/requests?limit=1')).total;
  }

  /** How many calls wait for a fault to be changed. */
  async hanging(service: 'dmp' | 'mail'): Promise<number> {
    return (await this.read<{ hanging: number }>(`/${service}/faults`)).hanging;
  }

  async rawMail(id: string): Promise<Buffer> {
    return Buffer.from(await (await fetch(`${this.url}/sandbox/mail/messages/${id}?format=raw`)).arrayBuffer());
  }

  async breaks(service: 'dmp' | 'mail', fault: AskedFault): Promise<void> {
    const response = await fetch(`${this.url}/sandbox/${service}/faults`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fault),
    });
    if (!response.ok) throw new Error(`The fault was refused: ${response.status}`);
  }

  private async all<T>(path: string): Promise<readonly T[]> {
    const items: T[] = [];
    for (let after: string | undefined = '0'; after !== undefined;) {
      const page: { items: readonly T[]; next?: string } = await this.read(`${path}?limit=${PAGE}&after=${after}`);
      items.push(...page.items);
      after = page.next;
    }
    return items;
  }

  private async read<T>(path: string): Promise<T> {
    const response = await fetch(`${this.url}/sandbox${path}`);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as T;
  }
}
