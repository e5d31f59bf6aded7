import pg from 'pg';
import { freshDatabase } from '../src/postgres.js';

describe('freshDatabase', () => {
  it('gives an empty database to each who asks, and takes it away with its sessions', async () => {
    const [one, two] = [await freshDatabase(), await freshDatabase()];
    const client = new pg.Client({ connectionString: one.url });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('CREATE TABLE mine (n int)');
    const other = new pg.Client({ connectionString: two.url });
    await other.connect();

    await expect(other.query('SELECT FROM mine')).rejects.toThrow(/does not exist/);
    await other.end();
    await one.drop();
    await two.drop();
    await expect(new pg.Client({ connectionString: one.url }).connect()).rejects.toThrow(/does not exist/);
  });
});
