import { KEYS, startApplication, type Application } from './application.js';

const CATALOGUE = `Code;Libellé;Unité;Milieu;Nombre
NA;Natrémie;mmol/L;Sérum;900
GLY;Glycémie;g/L;Plasma fluoré;800
TSH;TSH;mUI/L;Sérum;700
HGB;Hémoglobine;g/dL;Sang EDTA;600
CRP;Protéine C réactive;mg/L;Sérum;500
`;

describe('a catalogue without any LOINC release loaded', () => {
  let context: Application;
  beforeAll(async () => (context = await startApplication()));
  afterAll(() => context.close());

  it('gets its proposals from the starter table and the real engine', async () => {
    const send = async (method: 'GET' | 'POST', url: string, payload?: string) => {
      const headers = { authorization: `Bearer ${KEYS['750000001']}`, ...(payload && { 'content-type': 'text/csv' }) };
      const answer = await context.app.inject({ method, url: `/api/v1/${url}`, headers, ...(payload && { payload }) });
      return answer.json<{ importId: string; items: { localCode: string; first?: { code: string } }[] }>();
    };
    const { importId } = await send('POST', 'catalogue/imports', CATALOGUE);
    await send('POST', `catalogue/imports/${importId}/commit`);
    const { items } = await send('GET', 'mappings/queue');

    expect(Object.fromEntries(items.map(({ localCode, first }) => [localCode, first?.code]))).toEqual({
      NA: '2951-2',
      GLY: '2345-7',
      TSH: '3016-3',
      HGB: '718-7',
      CRP: '1988-5',
    });
  });
});
