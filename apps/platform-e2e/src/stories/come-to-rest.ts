import { eventually } from '@segur/testing';
import { rowsOf } from '../behind-the-doors.js';
import type { Scene } from '../scene.js';

const CONTEXTS = ['order_intake', 'result_structuring', 'loinc_transcoding', 'dmp_feeding', 'secure_messaging', 'operations'];
const RESTING = "'ACCEPTED', 'REJECTED', 'NOT_ELIGIBLE', 'FAILED', 'WITHDRAWN'";

/** After everything: nothing is in progress, nothing waits to be announced, nothing was set aside. */
export function comeToRest(scene: () => Scene): void {
  describe('after everything', () => {
    const rows = (sql: string) => rowsOf(scene().platform.databaseUrl, sql);
    const empty = async (sql: string) => {
      let found: readonly unknown[] = [];
      await eventually(async () => (found = await rows(sql)).length === 0, { orSay: () => JSON.stringify(found.slice(0, 5)) });
    };

    it.each(['dmp_feeding.submission', 'secure_messaging.dispatch', 'operations.delivery'])(
      'no row of %s is in progress',
      async (table) => {
        expect((await rows(`SELECT 1 FROM ${table}`)).length).toBeGreaterThan(20);
        await empty(`SELECT * FROM ${table} WHERE state NOT IN (${RESTING})`);
      },
    );

    it('every report stands: validated, refused or withdrawn', async () => {
      expect((await rows('SELECT 1 FROM operations.report')).length).toBeGreaterThan(10);
      await empty("SELECT * FROM operations.report WHERE status NOT IN ('VALIDATED', 'REFUSED', 'WITHDRAWN')");
    });

    it.each(['dmp_feeding', 'secure_messaging'])('no attempt of %s is open', async (schema) => {
      await empty(`SELECT * FROM ${schema}.attempt WHERE finished_at IS NULL`);
    });

    it.each(CONTEXTS)('the outbox of %s is empty, and so are its dead letters and failures', async (schema) => {
      await empty(`SELECT event_id FROM ${schema}.outbox WHERE published_at IS NULL`);
      for (const table of ['dead_letter', 'handling_failure']) expect(await rows(`SELECT * FROM ${schema}.${table}`)).toEqual([]);
    });
  });
}
