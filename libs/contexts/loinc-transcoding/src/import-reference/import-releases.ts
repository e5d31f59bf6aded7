import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Ids } from '@segur/clock';
import { hasErrors, PlatformError, type Finding } from '@segur/errors';
import { Log } from '@segur/telemetry';
import { ArchiveUploads, sha256OfFile } from './archive-uploads.js';
import { findReleaseFiles } from './find-release-files.js';
import { openFolder, type ReleaseSource } from './release-source.js';
import { readRelease, type ReleaseSummary } from './read-release.js';
import { ArchiveUnreadable } from './reference-errors.js';
import { ReferenceImports, type ClaimedImport, type ReferenceImport } from './reference-imports.js';
import { ReferenceSettings } from './reference-settings.js';
import { ReferenceStore } from './reference-store.js';
import { openZip } from './zip-source.js';

/** How often a process looks for imports whose process died. */
const LOOK_AGAIN_MS = 30_000;

/** The import is another process's now, or the process ends. */
class Interrupted extends Error {}

/**
 * Imports LOINC releases in the background, one at a time. A release whose process died is begun anew by the next that has its archive, and
 * nothing of it is seen before all of it is there.
 */
@Injectable()
export class ImportReleases implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private running: Promise<void> | undefined;
  private wanted = false;
  private stopping = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly imports: ReferenceImports,
    private readonly store: ReferenceStore,
    private readonly uploads: ArchiveUploads,
    private readonly settings: ReferenceSettings,
    private readonly ids: Ids,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { releasePath } = this.settings;
    if (releasePath !== undefined)
      await this.add({ path: releasePath, sha256: await sha256OfRelease(releasePath), author: 'LOINC_RELEASE_PATH' });
    this.wake();
    this.timer = setInterval(() => this.wake(), LOOK_AGAIN_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Asks for the import of an archive or a folder of this machine. @returns The import; the same bytes again are the import before. */
  async add(asked: {
    readonly id?: string;
    readonly path: string;
    readonly sha256: string;
    readonly author: string;
    readonly version?: string | undefined;
  }): Promise<ReferenceImport> {
    const { path: sourcePath, id = this.ids.next(), ...rest } = asked;
    const added = await this.imports.add({ ...rest, id, sourcePath });
    if (!added.isNew) await this.uploads.forget(sourcePath);
    this.wake();
    return (await this.imports.find('loinc-release', added.id)) as ReferenceImport;
  }

  /** Begins with what waits, unless that goes on already. */
  wake(): void {
    this.wanted = true;
    this.running ??= this.work().finally(() => (this.running = undefined));
  }

  /** Resolves when nothing is left to be imported by this process. */
  async idle(): Promise<void> {
    await this.running;
  }

  private async work(): Promise<void> {
    while (this.wanted && !this.stopping) {
      this.wanted = false;
      try {
        for (let claim = await this.imports.claim(); claim; claim = this.stopping ? undefined : await this.imports.claim()) {
          await this.run(claim);
        }
      } catch (error) {
        // The database is away: the import is taken up again when its heartbeat has grown old.
        this.log.warn('loinc-import-interrupted', {}, error);
      }
    }
  }

  private async run(claim: ClaimedImport): Promise<void> {
    try {
      const summary = await this.log.unitOfWork('loinc-release-read', { subjectId: claim.id }, () => this.read(claim));
      await this.conclude(claim, summary);
    } catch (error) {
      if (error instanceof Interrupted) return this.imports.giveBack(claim);
      if (!(error instanceof PlatformError) || error.kind !== 'invalid') throw error;
      await this.refuse(claim, [{ severity: 'error', code: error.code, location: 'archive', message: error.message }]);
    }
    if (claim.sourcePath !== null) await this.uploads.forget(claim.sourcePath);
  }

  private async read(claim: ClaimedImport): Promise<ReleaseSummary> {
    await this.store.clear(claim.id);
    const source = await this.open(claim);
    try {
      return await readRelease(source, this.settings.maxUnpackedBytes, async (batch, progress) => {
        await this.store.addConcepts(claim.id, batch);
        if (!(await this.imports.advance(claim, progress)) || this.stopping) throw new Interrupted();
      });
    } finally {
      source.close();
    }
  }

  private async open({ sourcePath }: ClaimedImport): Promise<ReleaseSource> {
    const about = sourcePath === null ? undefined : await stat(sourcePath).catch(() => undefined);
    if (sourcePath === null || !about) throw new UploadLost('The archive is no longer on this machine: upload it again');
    return about.isDirectory() ? openFolder(sourcePath) : openZip(sourcePath);
  }

  private async conclude(claim: ClaimedImport, { version, counts, findings }: ReleaseSummary): Promise<void> {
    const stated = claim.version ?? version;
    if (hasErrors(findings) || counts.concepts === 0) return this.refuse(claim, findings, counts);
    if (stated === undefined) return this.refuse(claim, [VERSION_UNKNOWN, ...findings], counts);
    await this.imports.publish(claim.id, 'loinc-release', { version: stated, counts, findings });
    this.log.info('loinc-release-ready', { subjectId: claim.id, version: stated, count: counts.concepts });
  }

  private async refuse(claim: ClaimedImport, findings: readonly Finding[], counts: Record<string, number> = {}): Promise<void> {
    await this.imports.refuse(claim.id, { counts, findings });
    await this.store.clear(claim.id);
    this.log.warn('loinc-release-refused', { subjectId: claim.id, findings: findings.length });
  }
}

/** Of the archive; of a folder, of its table. @throws {ArchiveUnreadable} The folder has none. */
async function sha256OfRelease(path: string): Promise<string> {
  const about = await stat(path).catch((cause: unknown) => {
    throw new ArchiveUnreadable('LOINC_RELEASE_PATH names nothing that can be read', {}, { cause });
  });
  if (!about.isDirectory()) return sha256OfFile(path);
  const { table } = findReleaseFiles((await openFolder(path)).files);
  if (!table) throw new ArchiveUnreadable('There is no Loinc.csv in it');
  return sha256OfFile(join(path, table.path));
}

/** The archive of an import is gone with the machine or the folder that held it. */
class UploadLost extends PlatformError {
  readonly code = 'loinc-upload-lost';
  readonly kind = 'invalid';
}

const VERSION_UNKNOWN: Finding = {
  severity: 'error',
  code: 'loinc-release-version',
  location: 'archive',
  message: 'Neither the names of the files nor VersionLastChanged say which release it is: give ?version=',
  messageFr: 'Ni les noms des fichiers ni VersionLastChanged ne disent de quelle version il s’agit : donner ?version=',
};
