import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import pg from 'pg';
import { ClockModule, Ids } from '@segur/clock';
import { LaboratoryRegistry, readConfig } from '@segur/config';
import { AccessRegistry, HttpSecurityModule } from '@segur/http-security';
import { PersistenceModule } from '@segur/persistence';
import { Log, Metrics, TelemetryModule } from '@segur/telemetry';
import { eventually, freshDatabase } from '@segur/testing';
import { loincTranscodingSchema } from '../src/context.js';
import { ArchiveUploads } from '../src/import-reference/archive-uploads.js';
import { ImportReleases } from '../src/import-reference/import-releases.js';
import { ReferenceConcepts } from '../src/import-reference/reference-concepts.js';
import { ArchiveUnreadable } from '../src/import-reference/reference-errors.js';
import { ReferenceImports, type ReferenceImport } from '../src/import-reference/reference-imports.js';
import { ReferenceSettings } from '../src/import-reference/reference-settings.js';
import { ReferenceStore } from '../src/import-reference/reference-store.js';
import { REFERENCE_CONTROLLERS, referenceProviders } from '../src/import-reference/reference.providers.js';
import { loincTranscodingConfig, LoincTranscodingSettings } from '../src/loinc-transcoding.config.js';
import { RawCsvBodies } from '../src/publish-mappings/raw-csv-bodies.js';
import { codeOf, releaseFiles, tableLine, zipOf } from './synthetic-release.js';

const [OPERATOR, OTHER] = ['750000001', '750000002'];

describe('import-reference', () => {
  let app: NestFastifyApplication;
  let owner: pg.Client;
  let folder: string;
  let close: () => Promise<void>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loinc-reference-'));
    const database = await freshDatabase();
    const hash = (key: string) => createHash('sha256').update(key).digest('hex');
    const laboratories = LaboratoryRegistry.of(
      [OPERATOR, OTHER].map((tenantId) => ({ tenantId, access: { apiKeys: [hash(tenantId)] } })),
    );
    const config = readConfig(loincTranscodingConfig, {
      LOINC_UPLOAD_DIR: join(folder, 'uploads'),
      LOINC_ARCHIVE_MIB: '1',
      LOINC_REFERENCE_EDITORS: OPERATOR,
    });
    const testing = await Test.createTestingModule({
      imports: [
        ClockModule,
        TelemetryModule.forRoot({ log: Log.silent(), metrics: new Metrics() }),
        HttpSecurityModule.forRoot({ access: new AccessRegistry(laboratories), config: { apiKeysTaken: true } }),
        PersistenceModule.forRoot({ databaseUrl: database.url, relay: false }),
        PersistenceModule.forContext(loincTranscodingSchema),
      ],
      controllers: REFERENCE_CONTROLLERS,
      providers: [...referenceProviders(config.reference), { provide: LoincTranscodingSettings, useValue: config }, RawCsvBodies],
    }).compile();
    app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
    await app.init();
    await app.listen(0, '127.0.0.1');
    owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    close = async () => {
      await app.close();
      await owner.end();
      await database.drop();
      await rm(folder, { recursive: true });
    };
  });
  afterAll(() => close());

  const releases = () => app.get(ImportReleases);
  const current = () => app.get(ReferenceConcepts).current();
  const get = async (url: string) =>
    (await app.inject({ url: `/api/v1/loinc/${url}`, headers: { authorization: `Bearer ${OTHER}` } })).json();
  const post = (url: string, contentType: string, payload: string | Buffer, key = OPERATOR) =>
    app.inject({
      method: 'POST',
      url: `/api/v1/loinc/${url}`,
      headers: { authorization: `Bearer ${key}`, 'content-type': contentType },
      payload,
    });

  async function archive(...given: Parameters<typeof releaseFiles>): Promise<Buffer> {
    const path = join(folder, `${randomUUID()}.zip`);
    await zipOf(releaseFiles(...given), path);
    return readFile(path);
  }
  /** Uploads, and waits for the end of the import. */
  async function upload(bytes: Buffer, query = ''): Promise<ReferenceImport> {
    const { id } = (await post(`releases${query}`, 'application/zip', bytes)).json<ReferenceImport>();
    await releases().idle();
    return get(`releases/${id}`) as Promise<ReferenceImport>;
  }

  it('begins with the starter table', async () => {
    const { release, concepts, valueSet } = await current();

    expect({ release, valueSet }).toEqual({ release: 'starter', valueSet: undefined });
    expect(concepts.size).toBeGreaterThan(400);
    expect(await get('concepts/2345-7')).toMatchObject({ code: '2345-7', release: 'starter' });
    expect(await current()).toBe(await current());
  });

  it('imports an archive: 202 at once, then everybody sees all of it', async () => {
    const answer = await post('releases', 'application/zip', await archive({ codes: 3_000, version: '2.78' }));
    expect(answer.statusCode).toBe(202);
    expect(answer.json()).toMatchObject({ kind: 'loinc-release', author: expect.any(String) as string });
    expect(answer.headers['location']).toBe(`/api/v1/loinc/releases/${answer.json<ReferenceImport>().id}`);

    await releases().idle();
    expect(await get(`releases/${answer.json<ReferenceImport>().id}`)).toMatchObject({
      state: 'ready',
      version: '2.78',
      progress: { rows: 3_000, done: 1 },
      counts: { concepts: 3_000, deprecated: 1, replaced: 1, french: 3_000, findings: 0 },
      findings: [],
    });
    expect(await readdir(join(folder, 'uploads'))).toEqual([]);

    const { release, concepts } = await current();
    expect([release, concepts.size]).toEqual(['2.78', 2_999]);
    expect(concepts.get(codeOf(101))).toMatchObject({
      status: 'DEPRECATED',
      mapTo: [{ code: codeOf(100) }],
      frenchName: 'Composant 101 [Masse/Volume] Sérum',
      frenchTerms: ['Composant 101', 'Synonyme 101', 'Dosage'],
      exampleUcumUnits: ['mg/dL', 'g/L'],
    });
  });

  it('leaves surveys out of memory, and finds them when they are asked for', async () => {
    expect((await current()).concepts.has(codeOf(102))).toBe(false);
    expect(await get(`concepts/${codeOf(102)}`)).toMatchObject({ code: codeOf(102) });
  });

  it('looks codes up by words in French and in English', async () => {
    expect(await get('concepts?q=composant%20150%20serum&limit=1')).toMatchObject({
      release: '2.78',
      items: [{ code: codeOf(150) }],
    });
    expect(await get('concepts?q=component&limit=3')).toMatchObject({ items: [{}, {}, {}] });
    expect(
      (await app.inject({ url: '/api/v1/loinc/concepts/9999-9', headers: { authorization: `Bearer ${OTHER}` } })).statusCode,
    ).toBe(404);
  });

  it('takes the same bytes again for the same import', async () => {
    const bytes = await archive({ codes: 20, version: '2.70' });
    const first = await upload(bytes);

    expect((await upload(bytes)).id).toBe(first.id);
    expect((await current()).release).toBe('2.78');
    expect((await app.get(ReferenceConcepts).at('2.70'))?.concepts.size).toBe(19);
    expect(await app.get(ReferenceConcepts).at('2.50')).toBeUndefined();
  });

  it('puts another archive of a version in the place of the one before', async () => {
    const before = await upload(await archive({ codes: 10, version: '2.71' }));
    const after = await upload(await archive({ codes: 12, version: '2.71' }));

    expect(after.state).toBe('ready');
    expect(await get(`releases/${before.id}`)).toMatchObject({ state: 'superseded' });
    expect((await app.get(ReferenceConcepts).at('2.71'))?.concepts.size).toBe(11);
    const { rows } = await owner.query('SELECT 1 FROM loinc_transcoding.loinc_concept WHERE import_id = $1', [before.id]);
    expect(rows).toEqual([]);
  });

  it('refuses a release with a wrong check digit as a whole, and names the line', async () => {
    const wrong = tableLine(900)
      .replace(codeOf(900), '900-0')
      .replace('"900-0"', codeOf(900) === '900-0' ? '"900-1"' : '"900-0"');
    const refused = await upload(await archive({ codes: 20, version: '2.90', lines: [wrong] }));

    expect(refused).toMatchObject({
      state: 'refused',
      findings: [{ code: 'loinc-file-check-digit', location: 'Loinc.csv line 22, LOINC_NUM' }],
    });
    expect((await current()).release).toBe('2.78');
    const { rows } = await owner.query('SELECT 1 FROM loinc_transcoding.loinc_concept WHERE import_id = $1', [refused.id]);
    expect(rows).toEqual([]);
  });

  it.each`
    why                    | files                                         | code
    ${'no LOINC table'}    | ${{ 'readme.txt': 'hello' }}                  | ${'loinc-archive-unreadable'}
    ${'no columns'}        | ${{ 'Loinc.csv': 'no table' }}                | ${'loinc-file-header'}
    ${'bytes of no UTF-8'} | ${{ 'Loinc.csv': Buffer.from([0xe9, 0xe9]) }} | ${'loinc-archive-unreadable'}
  `('refuses an archive with $why', async ({ files, code }: { files: Record<string, string>; code: string }) => {
    const path = join(folder, `${randomUUID()}.zip`);
    await zipOf(files, path);
    const refused = await upload(await readFile(path));

    expect([refused.state, refused.findings[0]?.code]).toEqual(['refused', code]);
  });

  it('refuses what is no archive, and says so of the import', async () => {
    expect(await upload(Buffer.from('no zip at all'))).toMatchObject({
      state: 'refused',
      findings: [{ code: 'loinc-archive-unreadable' }],
    });
  });

  it('asks for a version where nothing says it', async () => {
    const files = releaseFiles({ codes: 3, version: '2.60' });
    const [table = ''] = Object.values(files);
    const path = join(folder, 'unversioned.zip');
    await zipOf({ 'Loinc.csv': table.replaceAll('"2.73"', '""').replaceAll('"2.60"', '""') }, path);

    expect(await upload(await readFile(path))).toMatchObject({ state: 'refused', findings: [{ code: 'loinc-release-version' }] });
    expect(await upload(await readFile(path), '?version=2.60')).toMatchObject({ state: 'ready', version: '2.60' });
  });

  it('refuses an archive that is too large, and keeps nothing of it', async () => {
    const answer = await post('releases', 'application/zip', Buffer.alloc(1_100_000));

    expect([answer.statusCode, answer.json()]).toMatchObject([422, { code: 'loinc-upload-refused' }]);
    expect(await readdir(join(folder, 'uploads'))).toEqual([]);
  });

  it('begins anew with an import whose process died, and shows nothing before it is whole', async () => {
    const path = join(folder, 'uploads', 'left.zip');
    await zipOf(releaseFiles({ codes: 30, version: '2.79' }), path);
    const id = randomUUID();
    await owner.query(
      `INSERT INTO loinc_transcoding.reference_import (import_id, kind, state, source_path, source_sha256, author, created_at, lease, heartbeat_at)
       VALUES ($1, 'loinc-release', 'running', $2, 'x', 'dead', now(), gen_random_uuid(), now() - interval '2 minutes')`,
      [id, path],
    );
    await owner.query(
      `INSERT INTO loinc_transcoding.loinc_concept (import_id, code, concept) VALUES ($1, '${codeOf(100)}', '{}'), ($1, '9999-9', '{}')`,
      [id],
    );
    expect((await current()).release).toBe('2.78');

    releases().wake();
    await releases().idle();
    expect(await get(`releases/${id}`)).toMatchObject({ state: 'ready', version: '2.79', counts: { concepts: 30 } });
    expect((await current()).concepts.has('9999-9')).toBe(false);
    expect(existsSync(path)).toBe(false);
  });

  it('gives an import back when its process stops, for the next to begin anew', async () => {
    const path = join(folder, 'uploads', 'interrupted.zip');
    await zipOf(releaseFiles({ codes: 2_500, version: '2.72' }), path);
    const parts = [ReferenceImports, ReferenceStore, ArchiveUploads, ReferenceSettings, Ids, Log] as const;
    const stopping = new ImportReleases(...(parts.map((part) => app.get(part)) as ConstructorParameters<typeof ImportReleases>));
    const { id } = await app.get(ReferenceImports).add({ id: randomUUID(), sha256: 'interrupted', author: 'x', sourcePath: path });
    stopping.wake();
    await stopping.beforeApplicationShutdown();
    expect(await get(`releases/${id}`)).toMatchObject({ state: 'waiting' });

    releases().wake();
    await releases().idle();
    expect(await get(`releases/${id}`)).toMatchObject({ state: 'ready', counts: { concepts: 2_500 } });
  });

  it('answers over a real connection, and keeps nothing of an upload that broke off', async () => {
    const url = `${await app.getUrl()}/api/v1/loinc/releases`;
    const headers = { authorization: `Bearer ${OPERATOR}`, 'content-type': 'application/zip' };
    const large = await fetch(url, { method: 'POST', headers, body: Buffer.alloc(3_000_000) });
    expect([large.status, await large.json()]).toMatchObject([422, { code: 'loinc-upload-refused' }]);

    const client = request(url, { method: 'POST', headers: { ...headers, 'content-length': '5000' } });
    client.write('PK', () => client.destroy());
    await once(client, 'error');
    const before = ((await get('releases')) as { items: unknown[] }).items.length;
    expect((await upload(await archive({ codes: 5, version: '2.61' }))).state).toBe('ready');
    await eventually(async () => (await readdir(join(folder, 'uploads'))).length === 0);
    expect(((await get('releases')) as { items: unknown[] }).items).toHaveLength(before + 1);
  });

  it('says that an archive is gone', async () => {
    const id = randomUUID();
    await owner.query(
      `INSERT INTO loinc_transcoding.reference_import (import_id, kind, state, source_path, source_sha256, author, created_at)
       VALUES ($1, 'loinc-release', 'waiting', $2, 'y', 'dead', now())`,
      [id, join(folder, 'nowhere.zip')],
    );
    releases().wake();
    await releases().idle();

    expect(await get(`releases/${id}`)).toMatchObject({ state: 'refused', findings: [{ code: 'loinc-upload-lost' }] });
  });

  it('imports an unpacked release from a folder of the operator, which stays', async () => {
    const files = releaseFiles({ codes: 40, version: '2.80' });
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, 'unpacked', name)), { recursive: true });
      await writeFile(join(folder, 'unpacked', name), text);
    }
    await releases().add({ path: join(folder, 'unpacked'), sha256: 'z', author: 'operator' });
    await releases().idle();

    expect([(await current()).release, (await current()).concepts.size]).toEqual(['2.80', 39]);
    expect(existsSync(join(folder, 'unpacked', 'Loinc_2.80', 'LoincTable', 'Loinc.csv'))).toBe(true);
    expect(await get('releases')).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ version: '2.80', state: 'ready' })]) as unknown,
    });
  });

  it('imports at start what a setting names, once', async () => {
    const parts = [ReferenceImports, ReferenceStore, ArchiveUploads, ReferenceSettings, Ids, Log] as const;
    const [imports, store, uploads, settings, ids, log] = parts.map((part) => app.get(part)) as ConstructorParameters<
      typeof ImportReleases
    >;
    const start = async (releasePath: string) => {
      const starting = new ImportReleases(imports, store, uploads, { ...settings, releasePath }, ids, log);
      await starting.onApplicationBootstrap();
      await starting.idle();
      await starting.beforeApplicationShutdown();
    };
    const versions = async () => ((await get('releases')) as { items: { version?: string }[] }).items.map(({ version }) => version);
    const before = await versions();
    await start(join(folder, 'unpacked'));
    await start(join(folder, 'unpacked'));
    expect(await versions()).toEqual(['2.80', ...before]);

    await zipOf(releaseFiles({ codes: 6, version: '2.62' }), join(folder, 'official.zip'));
    await start(join(folder, 'official.zip'));
    expect(await versions()).toEqual(['2.62', '2.80', ...before]);
    expect(existsSync(join(folder, 'official.zip'))).toBe(true);
    await expect(start(join(folder, 'nowhere'))).rejects.toThrow(ArchiveUnreadable);
  });

  it('imports a value set from CSV: its names are those that are sent', async () => {
    const csv = Buffer.from(`Code LOINC;Libellé;Chapitre\n${codeOf(100)};Libellé national;Biochimie\n`, 'latin1');
    expect((await post('value-sets', 'text/csv', csv)).json()).toMatchObject({
      code: 'value-set-refused',
      findings: [{ code: 'value-set-version' }],
    });

    const answer = await post('value-sets?version=2026-09', 'text/csv', csv);
    expect([answer.statusCode, answer.json()]).toMatchObject([
      201,
      { state: 'ready', version: '2026-09', counts: { codes: 1, chapters: 1 } },
    ]);
    const { valueSetVersion, valueSet, concepts } = await current();
    expect([valueSetVersion, valueSet?.get(codeOf(100))?.chapter]).toEqual(['2026-09', 'Biochimie']);
    expect(concepts.get(codeOf(100))?.frenchName).toBe('Libellé national');
    expect(await get(`concepts/${codeOf(100)}`)).toMatchObject({ valueSet: { frenchName: 'Libellé national' } });
  });

  it('imports a value set from FHIR, whatever its content type, and keeps the version before', async () => {
    const concept = [{ code: codeOf(103), designation: [{ language: 'fr', value: 'Nom de 2027' }] }];
    const body = { resourceType: 'ValueSet', version: '2027-01', compose: { include: [{ system: 'http://loinc.org', concept }] } };
    const first = await post('value-sets', 'application/fhir+json', JSON.stringify(body));
    const same = await post('value-sets', 'application/fhir+json', JSON.stringify(body));
    const json = await post('value-sets', 'application/json', JSON.stringify({ ...body, version: '2026-12' }));

    expect([first.statusCode, same.json(), json.json()]).toMatchObject([201, first.json(), { version: '2026-12' }]);
    expect((await current()).valueSetVersion).toBe('2027-01');
    expect((await app.get(ReferenceConcepts).at('2.78', '2026-09'))?.valueSet?.has(codeOf(100))).toBe(true);
    expect(await get('value-sets')).toMatchObject({
      items: [{ version: '2026-12' }, { version: '2027-01' }, { version: '2026-09' }],
    });
  });

  it('refuses a value set with a wrong code as a whole', async () => {
    const answer = await post('value-sets?version=9', 'text/csv', `code;libelle\n${codeOf(100)};x\n2345-8;Glucose\n`);

    expect([answer.statusCode, answer.json()]).toMatchObject([
      422,
      { findings: [{ code: 'loinc-file-check-digit', location: 'line 3, code' }] },
    ]);
    expect((await current()).valueSetVersion).toBe('2027-01');
  });

  it('takes reference data from the editors alone, and shows it to those who have a key', async () => {
    expect((await post('releases', 'application/zip', Buffer.from('x'), OTHER)).statusCode).toBe(403);
    expect((await post('value-sets?version=1', 'text/csv', 'x', OTHER)).statusCode).toBe(403);
    expect((await post('releases', 'application/zip', Buffer.from('x'), 'nobody')).statusCode).toBe(401);
    expect((await post('releases', 'application/json', '{}')).statusCode).toBe(400);
    expect((await app.inject({ url: '/api/v1/loinc/concepts?q=x' })).statusCode).toBe(401);
  });
});

describe('reference settings', () => {
  it.each`
    env                                                                    | editors
    ${{}}                                                                  | ${'all'}
    ${{ APP_PROFILE: 'production' }}                                       | ${[]}
    ${{ APP_PROFILE: 'production', LOINC_REFERENCE_EDITORS: '750000001' }} | ${['750000001']}
  `('with $env reference data is loaded by $editors', ({ env, editors }: { env: NodeJS.ProcessEnv; editors: unknown }) => {
    const settings: ReferenceSettings = readConfig(loincTranscodingConfig, env).reference;

    expect(settings.editors).toEqual(editors);
  });
});
