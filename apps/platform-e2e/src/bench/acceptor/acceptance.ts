/** What the acceptor took since it was last asked to forget. */
export interface Accepted {
  /** Different documents, by hash. */
  readonly documents: number;
  /** Different mails, by Message-ID and recipient. */
  readonly mails: number;
  /** Documents and mails that came again. */
  readonly again: number;
  /** Why requests were refused. */
  readonly refusals: readonly string[];
  /** Milliseconds since 1970; 0: none yet. */
  readonly lastDocumentAt: number;
  readonly lastMailAt: number;
}

/** PEM texts of what the acceptor shows, and of whom it lets in. */
export interface AcceptorTls {
  readonly key: string;
  readonly cert: string;
  readonly ca: string;
}

/** What the process of the acceptor is told: how to open first, then to count or to forget. */
export type AcceptorOrder = { readonly tls: AcceptorTls } | 'count' | 'forget';

/** What it answers, one answer for each order. */
export type AcceptorAnswer = { readonly dmpPort: number; readonly smtpPort: number } | Accepted;

/** Counts what is accepted, and keeps nothing of it but what tells two apart. */
export class AcceptanceLog {
  private readonly documents = new Set<string>();
  private readonly mails = new Set<string>();
  private again = 0;
  private refusals: string[] = [];
  private lastDocumentAt = 0;
  private lastMailAt = 0;

  document(hash: string): void {
    if (this.documents.has(hash)) this.again += 1;
    this.documents.add(hash);
    this.lastDocumentAt = Date.now();
  }

  mail(messageId: string, recipient: string): void {
    const mail = `${messageId} ${recipient}`;
    if (this.mails.has(mail)) this.again += 1;
    this.mails.add(mail);
    this.lastMailAt = Date.now();
  }

  refuse(reason: string): void {
    this.refusals.push(reason);
  }

  forget(): void {
    this.documents.clear();
    this.mails.clear();
    this.refusals = [];
    this.again = this.lastDocumentAt = this.lastMailAt = 0;
  }

  count(): Accepted {
    const { again, refusals, lastDocumentAt, lastMailAt } = this;
    return { documents: this.documents.size, mails: this.mails.size, again, refusals, lastDocumentAt, lastMailAt };
  }
}
