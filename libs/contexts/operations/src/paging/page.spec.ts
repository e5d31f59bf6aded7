import { z } from 'zod';
import { pageQuery, toPage } from './page.js';

const ids = ['3', '2', '1'].map((digit) => `019aa0c0-0000-7000-8000-00000000000${digit}`);
const query = z.object(pageQuery);

describe('toPage', () => {
  it('leads from page to page', () => {
    const page = toPage(ids, 2, (id) => id);

    expect(page.items).toEqual(ids.slice(0, 2));
    expect(query.parse({ cursor: page.next }).cursor).toBe(ids[1]);
  });

  it.each([[3], [4]])('has no next page when %i are asked of three', (limit) => {
    expect(toPage(ids, limit, (id) => id)).toEqual({ items: ids });
  });
});

describe('pageQuery', () => {
  it('gives fifty when nobody says', () => {
    expect(query.parse({})).toEqual({ limit: 50 });
  });

  it.each([{ limit: '0' }, { limit: '201' }, { limit: 'all' }, { cursor: 'x' }, { cursor: '' }])('refuses %p', (given) => {
    expect(query.safeParse(given).success).toBe(false);
  });
});
