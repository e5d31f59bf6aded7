import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { ContextDatabase, PersistenceSettings, toDatabaseError, WakeSession, type Tx } from '@segur/persistence';
import { Log } from '@segur/telemetry';
import { PublishedMaps } from './published-maps.js';

const PURPOSE = 'release';
const MAX_BACKOFF_MS = 5000;
/** A notice wakes at once; a session that ended unseen is found out by its next statement. */
const LOOK_MS = 60_000;

/**
 * Tells each process of each release, whoever published it: the fact on the event log reaches one process of a group, a notice of the
 * database reaches all, with the commit that puts the release in force.
 *
 * Notices may be lost with their connection: {@link PublishedMaps} bounds what that can do.
 */
@Injectable()
export class ReleaseNotices implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private session: WakeSession | undefined;
  private running: Promise<void> | undefined;
  private stopping = false;
  private readonly pausing = new AbortController();

  constructor(
    private readonly db: ContextDatabase,
    private readonly maps: PublishedMaps,
    private readonly settings: PersistenceSettings,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.listen();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.pausing.abort();
    this.session?.wake();
    await this.running;
  }

  /** @param tx - The transaction of the release: its commit sends the notice. */
  async announce(tx: Tx): Promise<void> {
    await tx.query(`SELECT pg_notify($1, '')`, [`${this.db.context.schema}_${PURPOSE}`]);
  }

  private async listen(): Promise<void> {
    for (let backoffMs = 100; !this.stopping; backoffMs = Math.min(MAX_BACKOFF_MS, backoffMs * 2)) {
      try {
        this.session = await WakeSession.open(this.settings.options.databaseUrl, this.db.context, PURPOSE);
        backoffMs = 100;
        await this.follow(this.session);
      } catch (error) {
        this.log.warn('release-notices-interrupted', { delayMs: backoffMs }, toDatabaseError(error));
        await sleep(backoffMs, undefined, { signal: this.pausing.signal, ref: false }).catch(() => undefined);
      } finally {
        await this.session?.close();
        this.session = undefined;
      }
    }
  }

  private async follow(session: WakeSession): Promise<void> {
    while (!this.stopping) {
      // Also at first: something may have been published before this session listened.
      this.maps.recheck();
      await session.wait(LOOK_MS);
      await session.query('alive', 'SELECT 1');
    }
  }
}
