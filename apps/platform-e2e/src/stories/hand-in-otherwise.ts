import { hprim, report } from '@segur/testing';
import { ALL_ACCEPTED, type Scene } from '../scene.js';

/** What comes neither as ORU^R01 nor with its routing: JSON, HPRIM Santé, a document alone. */
export function handInOtherwise(scene: () => Scene): void {
  describe('what is handed in otherwise', () => {
    const post = (
      path: string,
      contentType: string,
      body: string | Uint8Array<ArrayBuffer>,
      headers: Record<string, string> = {},
    ) => scene().laboratory.fetch(path, { method: 'POST', headers: { 'content-type': contentType, ...headers }, body });
    const kindsOf = async (reportSetId: string) => {
      const { items } = await scene().laboratory.read<{ items: readonly { kind: string; reportSetId: string }[] }>(
        '/api/v1/receptions?limit=200',
      );
      return items.filter((item) => item.reportSetId === reportSetId).map(({ kind }) => kind);
    };

    it('a report as JSON is delivered like any other, once', async () => {
      const { laboratory } = scene();
      const { prescriber, ...rest } = report().build();
      const body = JSON.stringify({
        ...rest,
        ...(prescriber && { prescriber: { ...prescriber, mssAddress: 'louis.testpresc@cabinet-exemple.mssante.fr' } }),
        delivery: { ...rest.delivery, dmp: true, professionals: true, patient: true },
        fillerNumber: 'JSON-E2E',
        reportSetId: undefined,
        revision: undefined,
      });
      const key = { 'idempotency-key': 'JSON-E2E' };
      const answers = [
        await post('/api/v1/reports', 'application/json', body, key),
        await post('/api/v1/reports', 'application/json', body, key),
      ];
      const said = await Promise.all(answers.map((answer) => answer.text()));
      const shown = await laboratory.delivered('JSON-E2E', ALL_ACCEPTED);

      expect(answers.map(({ status }) => status)).toEqual([202, 202]);
      expect(said).toEqual([said[0], said[0]]);
      expect(JSON.parse(said[0] ?? '')).toEqual({ reportSetId: shown.reportSetId, revision: 1, status: 'RECEIVED' });
      expect(await kindsOf(shown.reportSetId)).toEqual(['report-json']);
    }, 90_000);

    it('a report that is none is refused with the place of each fault', async () => {
      const answer = await post('/api/v1/reports', 'application/json', '{"fillerNumber": 7}');
      const problem = (await answer.json()) as { findings: readonly { location: string }[] };

      expect(answer.status).toBe(422);
      expect(problem.findings.map(({ location }) => location)).toEqual(expect.arrayContaining(['/fillerNumber', '/identity']));
    });

    it('an HPRIM Santé file becomes a document; its identity is not qualified, and stays out of the DMP', async () => {
      const { laboratory } = scene();
      const answer = await post('/api/v1/messages', 'application/hprim', new Uint8Array(hprim({ dossier: 'HPRIM-E2E' })));
      const shown = await laboratory.reportWhen('HPRIM-E2E', ({ deliveries }) =>
        deliveries.some(({ channel }) => channel === 'dmp'),
      );

      expect([answer.status, await answer.json()]).toMatchObject([
        202,
        { items: [{ reportSetId: shown.reportSetId, kind: 'hprim-sante', status: 'RECEIVED' }] },
      ]);
      expect(shown.status).toBe('VALIDATED');
      expect(shown.deliveries).toContainEqual(expect.objectContaining({ channel: 'dmp', errorCode: 'ins-not-qualified' }));
      expect(await kindsOf(shown.reportSetId)).toEqual(['hprim-sante']);
    }, 90_000);

    it('a document alone is delivered byte for byte', async () => {
      const { laboratory, sandbox } = scene();
      // A document of our own, as another software of the laboratory would send it under its own identifiers.
      const made = await laboratory.delivered('JSON-E2E', ALL_ACCEPTED);
      const cda = (await laboratory.document(made.reportSetId))
        .toString('utf8')
        .replaceAll('JSON-E2E', 'XML-E2E')
        .replace(/<id root="2\.25\.\d+">/, '<id root="2.25.4242424242">')
        .replace(/<setId root="2\.25\.\d+">/, '<setId root="2.25.4242424243">');
      const answer = await post('/api/v1/messages', 'application/xml', cda);
      const shown = await laboratory.reportWhen('XML-E2E', ({ deliveries }) =>
        deliveries.some(({ channel, state }) => channel === 'dmp' && state === 'ACCEPTED'),
      );
      const held = await sandbox.documents('2.25.4242424242');

      expect(answer.status).toBe(202);
      expect(await kindsOf(shown.reportSetId)).toEqual(['cda']);
      expect(held.map(({ bytes }) => bytes.toString('utf8') === cda)).toEqual([true]);
    }, 120_000);
  });
}
