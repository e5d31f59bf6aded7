import { MllpLine, type LineAnswer, type LineLimits } from './mllp-line.js';
import type { SglAccess } from './sgl-endpoints.js';

/** How the software of laboratories is told something: one connection kept for each. */
export class SglClient {
  private readonly lines = new Map<string, MllpLine>();
  private closed = false;

  constructor(
    private readonly accessOf: (tenantId: string) => SglAccess | undefined,
    private readonly limits: LineLimits,
  ) {}

  /** True once nothing more is to be sent. */
  get isClosed(): boolean {
    return this.closed;
  }

  /** Never rejects for what the network does. */
  send(tenantId: string, message: Buffer, controlId: string): Promise<LineAnswer> {
    const line = this.line(tenantId);
    return line ? line.send(message, controlId) : Promise.resolve({ kind: 'unanswered', code: 'sgl-unreachable' });
  }

  /** Hangs up everywhere. What waits for an answer is sent again after the next start, under the same number. */
  close(): void {
    this.closed = true;
    for (const line of this.lines.values()) line.close();
    this.lines.clear();
  }

  private line(tenantId: string): MllpLine | undefined {
    const access = this.closed ? undefined : this.accessOf(tenantId);
    if (!access) return undefined;
    const line = this.lines.get(tenantId) ?? new MllpLine(access, this.limits);
    this.lines.set(tenantId, line);
    return line;
  }
}
