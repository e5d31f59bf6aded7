import { Module, type DynamicModule } from '@nestjs/common';
import { OperationsModule, PlayedServices, type Holdings } from '@segur/operations';

// The page is for a person who waits.
const ANSWER_WITHIN_MS = 1000;

/** What the sandbox holds, asked of its own process. */
export class SandboxElsewhere extends PlayedServices {
  constructor(private readonly url: string) {
    super();
  }

  async holdings(): Promise<Holdings | undefined> {
    const [documents, mails] = await Promise.all([this.total('dmp/documents'), this.total('mail/messages')]);
    return documents === undefined || mails === undefined ? undefined : { documents, mails };
  }

  private async total(list: string): Promise<number | undefined> {
    try {
      const answer = await fetch(`${this.url}/sandbox/${list}?limit=1`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
      const { total } = (await answer.json()) as { total?: unknown };
      return typeof total === 'number' ? total : undefined;
    } catch {
      return undefined;
    }
  }
}

/** The operations context, whose page says what a sandbox in another process holds. */
@Module({})
export class SandboxElsewhereModule {
  static at(url: string): DynamicModule {
    return {
      module: SandboxElsewhereModule,
      global: true,
      imports: [OperationsModule],
      providers: [{ provide: PlayedServices, useFactory: () => new SandboxElsewhere(url) }],
      exports: [PlayedServices],
    };
  }
}
