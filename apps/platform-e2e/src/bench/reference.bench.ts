import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ClockModule } from '@segur/clock';
import { LaboratoryRegistry, readConfig } from '@segur/config';
import { AccessRegistry, HttpSecurityModule } from '@segur/http-security';
import { ImportReleases, loincTranscodingConfig, LoincTranscodingModule, ReferenceConcepts } from '@segur/loinc-transcoding';
import { PersistenceModule } from '@segur/persistence';
import { Log, Metrics, TelemetryModule } from '@segur/telemetry';
import type { BenchGround } from './bench-ground.js';
import { tenths, whole, type Figures } from './figures.js';
import { writeSyntheticRelease } from './synthetic-loinc.js';

const CODES = 90_000;
const MIB = 2 ** 20;

/** A LOINC release of made-up codes, as large as a real one, from a folder into the database, then into memory. */
export async function benchReference(ground: BenchGround): Promise<Figures> {
  const folder = join(ground.directory, 'Loinc_2.78');
  await writeSyntheticRelease(folder, CODES);
  const { size } = await stat(join(folder, 'LoincTable', 'Loinc.csv'));
  const app = await NestFactory.create(contextOf(await ground.freshDatabase()), new FastifyAdapter(), { logger: false });
  await app.init();
  try {
    const releases = app.get(ImportReleases, { strict: false });
    const references = app.get(ReferenceConcepts, { strict: false });
    let longestPauseMs = 0;
    let last = performance.now();
    const pulse = setInterval(() => {
      longestPauseMs = Math.max(longestPauseMs, performance.now() - last);
      last = performance.now();
    }, 1);
    const imported = await measured(async () => {
      await releases.add({ path: folder, sha256: 'bench', author: 'bench' });
      await releases.idle();
    });
    const pauses = [longestPauseMs];
    longestPauseMs = 0;
    const before = heapMib();
    const loaded = await measured(async () => void (await references.current()));
    clearInterval(pulse);
    const { concepts } = await references.current();
    return {
      title: `LOINC release of ${concepts.size} codes (Loinc.csv of ${whole(size / MIB)} MiB, with its French variant)`,
      columns: ['work', 'seconds', 'CPU seconds', 'longest pause of the process, ms'],
      rows: [
        ['import', ...imported, whole(pauses[0] ?? NaN)],
        ['load into memory', ...loaded, whole(longestPauseMs)],
      ],
      remarks: [`In memory it takes ${whole(heapMib() - before)} MiB.`],
    };
  } finally {
    await app.close();
  }
}

function contextOf(databaseUrl: string) {
  const laboratories = LaboratoryRegistry.of([]);
  return {
    module: class ReferenceBench {},
    imports: [
      ClockModule,
      TelemetryModule.forRoot({ log: Log.silent(), metrics: new Metrics() }),
      HttpSecurityModule.forRoot({ access: new AccessRegistry(laboratories), config: { apiKeysTaken: false } }),
      PersistenceModule.forRoot({ databaseUrl, relay: false }),
      {
        module: class Laboratories {},
        global: true,
        providers: [{ provide: LaboratoryRegistry, useValue: laboratories }],
        exports: [LaboratoryRegistry],
      },
      LoincTranscodingModule.forRoot(readConfig(loincTranscodingConfig, {})),
    ],
  };
}

async function measured(work: () => Promise<void>): Promise<string[]> {
  const cpu = process.cpuUsage();
  const begunAt = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return [tenths((performance.now() - begunAt) / 1000), tenths((user + system) / 1e6)];
}

function heapMib(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / MIB;
}
