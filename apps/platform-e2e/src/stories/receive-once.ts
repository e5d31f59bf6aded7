import { oru } from '@segur/testing';
import { verdictOf } from '../mllp-exchange.js';
import { ALL_ACCEPTED, type Scene } from '../scene.js';

interface Receptions {
  readonly items: readonly { readonly id: string; readonly controlId: string; readonly status: string; readonly kind: string }[];
  readonly next?: string;
}

/** What the doors answer, and what they keep. */
export function receiveOnce(scene: () => Scene): void {
  describe('the doors', () => {
    const message = oru({ controlId: 'ONCE1', fillerNumber: 'ONCE-1' });
    const received = (limit = 200, cursor = '') =>
      scene().laboratory.read<Receptions>(`/api/v1/receptions?limit=${limit}${cursor && `&cursor=${cursor}`}`);

    it('answer the same message with the same bytes, and keep it once', async () => {
      const { laboratory } = scene();
      const first = await laboratory.sendByMllp(message);
      const again = await laboratory.sendByMllp(message);
      const byTheOtherDoor = await laboratory.sendByHttp(message);
      await laboratory.delivered('ONCE-1', ALL_ACCEPTED);

      expect(verdictOf(first)).toEqual({ code: 'AA' });
      expect([again, byTheOtherDoor]).toEqual([first, first]);
      const { items } = await received();
      expect(items.filter(({ controlId }) => controlId === 'ONCE1')).toMatchObject([{ status: 'VALIDATED' }]);
    }, 90_000);

    it('refuse other bytes under a control id that was used', async () => {
      const other = oru({ controlId: 'ONCE1', fillerNumber: 'ONCE-OTHER' });

      expect(verdictOf(await scene().laboratory.sendByMllp(other))).toEqual({ code: 'AE', condition: '205' });
    });

    it.each`
      what                       | message                                                   | condition
      ${'no version'}            | ${'MSH|^~\\&|SGL|LABO|||20261123||ORU^R01^ORU_R01|X1|P|'} | ${'203'}
      ${'another kind'}          | ${'MSH|^~\\&|SGL|LABO|||20261123||ADT^A01|X2|P|2.5'}      | ${'200'}
      ${'no such processing id'} | ${'MSH|^~\\&|SGL|LABO|||20261123||ORU^R01|X3|Z|2.5'}      | ${'202'}
      ${'no control id'}         | ${'MSH|^~\\&|SGL|LABO|||20261123||ORU^R01||P|2.5'}        | ${'101'}
    `('refuse $what with AE $condition', async ({ message: text, condition }: Record<string, string>) => {
      expect(verdictOf(await scene().laboratory.sendByMllp(Buffer.from(`${text}\r`)))).toEqual({ code: 'AE', condition });
    });

    it('have nobody to answer to where there is no MSH', async () => {
      const { laboratory } = scene();
      const byHttp = await laboratory.fetch('/api/v1/messages', {
        method: 'POST',
        headers: { 'content-type': 'application/hl7-v2' },
        body: 'BONJOUR',
      });

      await expect(laboratory.sendByMllp(Buffer.from('BONJOUR\r'))).rejects.toThrow(/hung up/);
      expect(byHttp.status).toBe(400);
      expect(await byHttp.json()).toMatchObject({ code: 'malformed-input' });
    });

    it('list what was received by pages, newest first, each once', async () => {
      const { laboratory } = scene();
      for (const number of [1, 2, 3])
        await laboratory.sendByMllp(oru({ controlId: `PAGE${number}`, fillerNumber: `PAGE-${number}` }));
      for (const number of [1, 2, 3]) await laboratory.delivered(`PAGE-${number}`, ALL_ACCEPTED);
      const pages: Receptions[] = [await received(2)];
      for (let next = pages[0]?.next; next !== undefined; next = pages.at(-1)?.next) pages.push(await received(2, next));
      const paged = pages.flatMap(({ items }) => items.map(({ id }) => id));
      const whole = (await received()).items;

      expect(paged).toEqual(whole.map(({ id }) => id));
      expect(paged).toEqual([...new Set(paged)].sort().reverse());
      expect(whole.slice(0, 3).map(({ controlId }) => controlId)).toEqual(['PAGE3', 'PAGE2', 'PAGE1']);
    }, 90_000);

    it.each`
      path                                                                    | headers                             | status | code
      ${'/api/v1/receptions'}                                                 | ${{ authorization: '' }}            | ${401} | ${'authentication-required'}
      ${'/api/v1/receptions'}                                                 | ${{ authorization: 'Bearer none' }} | ${401} | ${'credential-refused'}
      ${'/api/v1/reports/00000000-0000-4000-8000-000000000000'}               | ${{}}                               | ${404} | ${'resource-not-found'}
      ${'/api/v1/reports/00000000-0000-4000-8000-000000000000/documents/cda'} | ${{}}                               | ${404} | ${'resource-not-found'}
      ${'/api/v1/orders/00000000-0000-4000-8000-000000000000'}                | ${{}}                               | ${404} | ${'resource-not-found'}
      ${'/api/v1/nothing'}                                                    | ${{}}                               | ${404} | ${'no-such-route'}
    `('answer $path with $status $code', async ({ path, headers, status, code }) => {
      const response = await scene().laboratory.fetch(path as string, { headers: headers as Record<string, string> });

      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(await response.json()).toMatchObject({ status, code, type: `urn:segur:error:${code}` });
    });
  });
}
