import { FOUR_EYES, KEYS, PEOPLE, startApplication, type Application } from './application.js';
import { FakeEngine, FakeReference, withFakes } from './reference-fakes.js';

const [ONE, TWO] = ['750000001', '750000002'] as const;
const HEADER = 'Code;Libellé;Unité;Nombre';
const CATALOGUE = [HEADER, 'NA;Sodium;mmol/L;9000', 'GLY;Glucose;g/L;5000', 'ALB;Albumin;g/L;100', 'LOC;Analyse locale;;5'];

interface Answer {
  readonly status: number;
  // The answers of many routes: each test says what it expects of them.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

describe('the review workbench', () => {
  const engine = new FakeEngine();
  let context: Application;
  beforeAll(async () => (context = await startApplication(withFakes(new FakeReference(), engine))));
  afterAll(() => context.close());

  async function send(key: string, method: 'GET' | 'POST', url: string, payload?: object | string): Promise<Answer> {
    const type = typeof payload === 'string' ? 'text/csv' : 'application/json';
    const answer = await context.app.inject({
      method,
      url: `/api/v1/${url}`,
      headers: { authorization: `Bearer ${key}`, ...(payload !== undefined && { 'content-type': type }) },
      ...(payload !== undefined && { payload }),
    });
    const json = `${answer.headers['content-type']}`.includes('json');
    return { status: answer.statusCode, body: json ? answer.json() : answer.body };
  }
  async function importCatalogue(key: string, lines: readonly string[]): Promise<Answer> {
    const checked = await send(key, 'POST', 'catalogue/imports?name=export.csv', lines.join('\r\n'));
    return send(key, 'POST', `catalogue/imports/${checked.body.importId}/commit`);
  }
  async function entryOf(key: string, code: string): Promise<string> {
    const { body } = await send(key, 'GET', 'mappings/queue?limit=200');
    return body.items.find((item: { localCode: string }) => item.localCode === code).entryId;
  }

  describe('of a laboratory without limits', () => {
    const key = KEYS[ONE];

    it('checks a catalogue, then takes it over as a whole', async () => {
      const bad = await send(key, 'POST', 'catalogue/imports', [...CATALOGUE, 'NA;Autre;mmol/L;1', ';;;'].join('\n'));
      expect(bad).toMatchObject({ status: 201, body: { committable: false, columns: { mapping: { localCode: 'Code' } } } });
      expect((await send(key, 'POST', `catalogue/imports/${bad.body.importId}/commit`)).body.code).toBe('catalogue-refused');

      const committed = await importCatalogue(key, CATALOGUE);
      expect(committed).toMatchObject({
        status: 200,
        body: { state: 'committed', counts: { new: 4, changed: 0 }, proposals: { computed: 4, remaining: 0 } },
      });
      const again = await send(key, 'GET', `catalogue/imports/${committed.body.importId}`);
      expect(again.body.state).toBe('committed');
      const { body: gaps } = await send(key, 'GET', 'catalogue/export?format=gaps');
      expect(gaps.split('\n').map((line: string) => line.split(';')[0])).toEqual(['local_code', 'NA', 'GLY', 'ALB', 'LOC', '']);
    });

    it('reads several national files in windows-1252, and refuses a difference that is no longer the one shown', async () => {
      const content = Buffer.from('NA;Sodium;;;;mmol/L;;;Sérum;;;\n', 'latin1').toString('base64');
      const files = [{ name: 'LOINC_3_export_resultats_20261124.csv', content }];
      const first = await send(KEYS[TWO], 'POST', 'catalogue/imports', { files });
      const second = await send(KEYS[TWO], 'POST', 'catalogue/imports', { files });
      expect(first.body).toMatchObject({ committable: true, counts: { new: 1 } });

      expect((await send(KEYS[TWO], 'POST', `catalogue/imports/${first.body.importId}/commit`)).status).toBe(200);
      const late = await send(KEYS[TWO], 'POST', `catalogue/imports/${second.body.importId}/commit`);
      expect(late).toMatchObject({ status: 409, body: { code: 'catalogue-changed-meanwhile' } });
      expect((await send(KEYS[TWO], 'GET', 'mappings/queue')).body.items).toMatchObject([{ specimen: 'Sérum' }]);
    });

    it('shows what is most uncertain and most frequent first, page by page', async () => {
      const all = await send(key, 'GET', 'mappings/queue');
      expect(all.body.items.map(({ localCode }: { localCode: string }) => localCode)).toEqual(['GLY', 'NA', 'LOC', 'ALB']);
      expect(all.body.items[0]).toMatchObject({ volume: 5000, confidence: 'medium', first: { code: '2345-7' } });

      const first = await send(key, 'GET', 'mappings/queue?limit=3');
      const second = await send(key, 'GET', `mappings/queue?limit=3&cursor=${first.body.next}`);
      expect([...first.body.items, ...second.body.items]).toEqual(all.body.items);
      expect(second.body.next).toBeUndefined();
      expect((await send(key, 'GET', 'mappings/queue?confidence=high')).body.items).toHaveLength(2);
      expect((await send(key, 'GET', 'mappings/queue?cursor=x')).status).toBe(422);
    });

    it('shows an analysis with its proposals, their axes and what is missing', async () => {
      const { body } = await send(key, 'GET', `mappings/entries/${await entryOf(key, 'GLY')}`);

      expect(body).toMatchObject({
        test: { localCode: 'GLY', unit: 'g/L' },
        proposals: [{ code: '2345-7', axes: { property: 'MCnc' }, explanation: [{ verdict: 'confirmed' }] }, { code: '14749-6' }],
        missingFacts: ['quelle unité ?'],
      });
      expect((await send(KEYS[TWO], 'GET', `mappings/entries/${body.entryId}`)).status).toBe(404);
    });

    it('refuses what the unit contradicts, and never proposes a rejected code again', async () => {
      const id = await entryOf(key, 'GLY');
      expect((await send(key, 'POST', `mappings/entries/${id}/validation`, { loinc: '14749-6' })).body.code).toBe(
        'mapping-unit-contradicted',
      );
      expect((await send(key, 'POST', `mappings/entries/${id}/validation`, { loinc: '2345-8' })).status).toBe(422);

      const { body } = await send(key, 'POST', `mappings/entries/${id}/rejection`, { loinc: '2345-7', comment: 'pas celui-là' });
      expect(body.proposals.map(({ code }: { code: string }) => code)).toEqual(['14749-6']);
      await importCatalogue(key, CATALOGUE);
      await send(key, 'POST', 'mappings/proposals');
      expect((await send(key, 'GET', `mappings/entries/${id}`)).body.proposals).toHaveLength(1);

      expect((await send(key, 'POST', `mappings/entries/${id}/choice`, { loinc: '2345-7' })).body.code).toBe(
        'mapping-was-rejected',
      );
      const justified = { loinc: '2345-7', justification: 'rejeté par erreur' };
      expect((await send(key, 'POST', `mappings/entries/${id}/validation`, justified)).body.inForce.target.loinc).toBe('2345-7');
    });

    it('validates a visible list as it was shown, or not at all', async () => {
      const { body } = await send(key, 'GET', 'mappings/queue?confidence=high');
      const items = body.items.map((item: { entryId: string; first: { code: string } }) => ({
        entryId: item.entryId,
        loinc: item.first.code,
      }));
      const wrong = [{ ...items[0], loinc: '2345-7' }, ...items.slice(1)];

      expect((await send(key, 'POST', 'mappings/validations', { items: wrong })).body.code).toBe('mapping-changed-meanwhile');
      expect((await send(key, 'GET', 'mappings/queue?confidence=high')).body.items).toHaveLength(items.length);
      expect((await send(key, 'POST', 'mappings/validations', { items })).body).toEqual({ validated: 2 });
      expect((await send(key, 'GET', 'mappings/queue?confidence=high')).body.items).toEqual([]);
    });

    it('publishes after its checks, shows what changed, rolls back, and keeps the review in step', async () => {
      const loc = await entryOf(key, 'LOC');
      await send(key, 'POST', `mappings/entries/${loc}/no-match`, { comment: 'rien ne convient' });
      const draft = await send(key, 'GET', 'mappings/releases/draft');
      expect(draft.body).toMatchObject({ lines: 4, findings: [] });

      const first = await send(key, 'POST', 'mappings/releases', { signer: 'Dr Un', note: 'première' });
      expect(first).toMatchObject({
        status: 201,
        body: { release: 1, origin: 'review', signer: 'Dr Un', loincRelease: '2.77', lines: 4 },
      });
      expect((await send(key, 'POST', 'mappings/releases', {})).body.release).toBe(1);

      const na = (await send(key, 'GET', 'mappings/releases/1')).body.map.find(
        ({ localCode }: { localCode: string }) => localCode === 'NA',
      );
      const entries = await context.sql(`SELECT entry_id AS id FROM loinc_transcoding.reviewed_mapping WHERE mapping_id = $1`, [
        na.mappingId,
      ]);
      await send(key, 'POST', `mappings/entries/${entries[0]?.['id']}/validation`, { loinc: '2823-3' });
      await send(key, 'POST', 'mappings/releases', { acceptWarnings: true });
      expect((await send(key, 'GET', 'mappings/releases/1/diff/2')).body.items).toMatchObject([
        { localCode: 'NA', kind: 'changed', before: '2951-2', after: '2823-3' },
      ]);

      expect((await send(key, 'POST', 'mappings/releases/1/rollback', {})).body).toMatchObject({
        release: 3,
        origin: 'rollback',
        equalTo: 1,
      });
      expect((await send(key, 'GET', 'mappings/releases/1/diff/3')).body.items).toEqual([]);
      expect((await send(key, 'GET', 'mappings/releases/draft')).body.differences).toEqual([]);
      const announced = (await context.facts())
        .filter(({ topic }) => topic === 'internal.mapping.changed.v1')
        .map(({ data }) => data);
      expect(announced).toMatchObject([
        { release: 1, previous: 0, origin: 'review', counts: { lines: 4, added: 4 } },
        { release: 2, previous: 1, counts: { changed: 1 } },
        { release: 3, previous: 2, origin: 'rollback' },
      ]);
    });

    it.each(['csv', 'concept-map', 'loinc6'])(
      'gives a release as %s, and finds nothing new in it when it comes back',
      async (format) => {
        const { body } = await send(key, 'GET', `mappings/releases/3/export?format=${format}&oid=2.999.1`);
        const name = format === 'loinc6' ? 'LOINC_6_transcodage_resultats.csv' : 'map';
        const back = await send(key, 'POST', `mappings/imports?sign=true&name=${name}`, body);

        const lines = format === 'loinc6' ? 3 : 4;
        expect(back).toMatchObject({ status: 200, body: { lines, counts: { unchanged: lines, validated: 0, parked: 0 } } });
      },
    );

    it('warns of a file that is not what was exported, and takes an older one when that is meant', async () => {
      const route = 'mappings/imports?sign=true&name=LOINC_6_transcodage_resultats_20200101.csv';
      const csv = 'NA;Natrium;;;;mmol/L;;;;;;;2951-2;Sodium\n';

      const held = await send(key, 'POST', route, csv);
      expect(held).toMatchObject({ status: 409, body: { code: 'map-confirmation-missing' } });
      expect(held.body.findings.map(({ code }: { code: string }) => code)).toEqual(['map-file-older', 'map-row-count']);
      expect((await send(key, 'POST', `${route}&dryRun=true`, csv)).status).toBe(200);
      const taken = await send(key, 'POST', `${route}&acceptOlder=true`, csv);
      expect(taken).toMatchObject({ status: 200, body: { counts: { parked: 1 } } });
      expect(taken.body.findings).toMatchObject([
        { code: 'map-file-older', severity: 'warning' },
        { code: 'map-row-count', severity: 'warning' },
        { code: 'map-line-relabelled', severity: 'warning', location: 'code NA' },
      ]);
    });

    it('makes the mapping anew when an analysis changed, and keeps the history', async () => {
      const changed = CATALOGUE.map((line) => line.replace('GLY;Glucose;g/L', 'GLY;Glucose;mmol/L'));
      const committed = await importCatalogue(key, changed);
      expect(committed.body).toMatchObject({
        counts: { changed: 1, unchanged: 3 },
        codes: [{ localCode: 'GLY', fields: ['unit'] }],
      });

      const id = await entryOf(key, 'GLY');
      expect((await send(key, 'GET', `mappings/entries/${id}`)).body.mappings).toEqual([]);
      const { body } = await send(key, 'POST', `mappings/entries/${id}/comments`, { comment: 'nouvel automate' });
      expect(body.items).toMatchObject([{ deed: 'commented', comment: 'nouvel automate' }]);

      const deeds = await context.sql(
        `SELECT e.deed, e.detail ->> 'reason' AS reason FROM loinc_transcoding.mapping_event e
         JOIN loinc_transcoding.local_test t USING (tenant_id, entry_id)
         WHERE t.tenant_id = $1 AND t.local_code = 'GLY' AND t.unit = 'g/L' ORDER BY e.seq DESC LIMIT 1`,
        [ONE],
      );
      expect(deeds).toEqual([{ deed: 'obsolete', reason: 'catalogue-changed' }]);
      expect((await send(key, 'GET', 'mappings/releases/draft')).body.differences).toMatchObject([
        { localCode: 'GLY', kind: 'removed' },
      ]);
    });

    it('puts nothing in force before the day of its validation, and takes a renamed analysis up again', async () => {
      const renamed = CATALOGUE.map((line) => line.replace('ALB;Albumin;', 'ALB;Sérum-albumine;'));
      await importCatalogue(key, renamed);
      const route = `mappings/entries/${await entryOf(key, 'ALB')}/validation`;

      const past = await send(key, 'POST', route, { loinc: '1751-7', validFrom: '2020-01-01' });
      expect(past).toMatchObject({ status: 409, body: { code: 'mapping-in-the-past' } });
      expect((await send(key, 'POST', route, { loinc: '1751-7' })).status).toBe(200);
    });
  });

  it('gives chapters and exams back with their codes, and takes them again', async () => {
    const key = KEYS[TWO];
    const texts = {
      'LOINC_1_export_chapitres_20261124.csv': 'BIO;Biochimie;;\n',
      'LOINC_2_export_demandes_20261124.csv': 'NAT;Natrémie;;BIO;;;;NA;Sodium\n',
      'LOINC_3_export_resultats_20261124.csv': 'NA;Sodium;;;;mmol/L;;;Sérum;;;\n',
    };
    const files = Object.entries(texts).map(([name, text]) => ({ name, content: Buffer.from(text).toString('base64') }));
    const { body } = await send(key, 'POST', 'catalogue/imports', { files });
    await send(key, 'POST', `catalogue/imports/${body.importId}/commit`);
    await send(key, 'POST', `mappings/entries/${await entryOf(key, 'NA')}/validation`, { loinc: '2951-2' });
    await send(key, 'POST', 'mappings/releases');

    const chapters = 'BIO;Biochimie;;;18719-5;Biochimie;;\n';
    const name = 'LOINC_4_transcodage_chapitres.csv';
    expect((await send(key, 'POST', `mappings/imports?sign=true&name=${name}`, chapters)).body.counts).toMatchObject({
      validated: 1,
    });
    expect((await send(key, 'GET', 'mappings/releases/1/export?format=loinc4')).body).toBe(chapters);
    expect((await send(key, 'GET', 'mappings/releases/1/export?format=loinc5')).body).toContain(';NA;Sodium;2951-2;Sodium SCnc');
  });

  describe('of a laboratory that asks for four eyes', () => {
    const [mapper, first, second, reader] = [PEOPLE.mapper.key, PEOPLE['Dr Un'].key, PEOPLE['Dr Deux'].key, PEOPLE.reader.key];

    it('lets each do what they may, and signs with their names', async () => {
      await importCatalogue(mapper, [HEADER, 'K;Potassium;mmol/L;10', 'GLY;Glucose;g/L;20']);
      const id = await entryOf(mapper, 'GLY');
      const route = `mappings/entries/${id}/validation`;
      expect((await send(reader, 'POST', `mappings/entries/${id}/choice`, { loinc: '2345-7' })).status).toBe(403);
      expect((await send(mapper, 'POST', route, { loinc: '2345-7' })).status).toBe(403);
      expect((await send(mapper, 'POST', 'mappings/releases', {})).status).toBe(403);
      expect((await send(mapper, 'POST', 'mappings', 'local_code')).status).toBe(403);

      await send(first, 'POST', `mappings/entries/${id}/choice`, { loinc: '1751-7', comment: 'choix' });
      expect((await send(first, 'POST', route, { loinc: '1751-7' })).body.code).toBe('mapping-four-eyes');
      const validated = await send(second, 'POST', route, { loinc: '1751-7' });
      expect(validated.body.inForce).toMatchObject({ author: 'Dr Un', validator: 'Dr Deux', status: 'validated' });
      const { body } = await send(reader, 'GET', `mappings/entries/${id}/history`);
      expect(body.items).toMatchObject([
        { actor: 'Dr Un', deed: 'proposed', comment: 'choix' },
        { actor: 'Dr Deux', deed: 'validated' },
      ]);
    });

    it('proposes what a mapper imports, and takes it in force when a biologist signs', async () => {
      const csv = 'local_code,label,unit,loinc,loinc_label\nK,Potassium,mmol/L,2823-3,Potassium\nXYZ,Inconnu,,2951-2,Sodium';
      expect((await send(mapper, 'POST', 'mappings/imports?sign=true', csv)).status).toBe(403);
      expect((await send(mapper, 'POST', 'mappings/imports?dryRun=true', csv)).body.counts).toMatchObject({
        proposed: 1,
        parked: 1,
      });
      expect((await send(mapper, 'POST', 'mappings/imports', csv)).body).toMatchObject({
        counts: { proposed: 1, parked: 1 },
        findings: [{ code: 'map-line-unknown', location: 'code XYZ' }],
      });
      const id = await entryOf(mapper, 'K');
      expect((await send(mapper, 'GET', `mappings/entries/${id}`)).body.inForce).toBeUndefined();

      expect((await send(first, 'POST', 'mappings/imports?sign=true', csv)).body.counts).toMatchObject({ validated: 1 });
      expect((await send(first, 'GET', `mappings/entries/${id}`)).body.inForce).toMatchObject({
        author: 'file',
        validator: 'Dr Un',
      });
    });

    it('puts nothing in force that a release does not have, and nothing twice', async () => {
      const releases = await send(first, 'GET', 'mappings/releases');
      expect(releases.body.items).toEqual([]);
      const rows = await context.sql(
        `SELECT mapping_id AS id FROM loinc_transcoding.reviewed_mapping WHERE tenant_id = $1 LIMIT 1`,
        [FOUR_EYES],
      );
      const refused = [
        `UPDATE loinc_transcoding.mapping_event SET actor = 'x'`,
        `DELETE FROM loinc_transcoding.mapping`,
        `DELETE FROM loinc_transcoding.reviewed_mapping`,
        `UPDATE loinc_transcoding.reviewed_mapping SET status = 'proposed', valid_from = NULL, validator = NULL`,
        `UPDATE loinc_transcoding.reviewed_mapping SET loinc = '2951-2'`,
        `INSERT INTO loinc_transcoding.reviewed_mapping (tenant_id, mapping_id, entry_id, local_code, unit, specimen, status, loinc, loinc_label,
           equivalence, origin, author, validator, valid_from, proposed_at)
         SELECT tenant_id, gen_random_uuid(), entry_id, local_code, unit, specimen, status, loinc, loinc_label,
           equivalence, origin, author, validator, valid_from, proposed_at
         FROM loinc_transcoding.reviewed_mapping WHERE mapping_id = '${rows[0]?.['id'] as string}'`,
      ];
      for (const sql of refused) await expect(context.sql(sql)).rejects.toThrow();
    });
  });

  it('leans on what other laboratories validated, and does not say who they are or how they name it', async () => {
    await importCatalogue(PEOPLE.mapper.key, [HEADER, 'S1;Sodium;mmol/L;1']);

    expect(engine.evidence.get('Sodium')).toContainEqual({
      test: { localCode: '', label: 'Sodium', unit: 'mmol/L' },
      code: '2951-2',
      sameLaboratory: false,
    });
  });

  it('takes no unknown caller', async () => {
    for (const url of ['mappings/queue', 'mappings/releases', 'mappings/releases/draft']) {
      expect((await send('unknown', 'GET', url)).status).toBe(401);
    }
  });
});
