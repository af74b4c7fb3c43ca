// A server under load, as a process of its own: the real application over the database that it is given.
import { openPostgres, openSqlite } from '../../server/store/store.ts';
import { listen } from '../../server/serve.ts';
import { openOffice } from '../fakes/office.ts';

const [database = '', seed = '1'] = process.argv.slice(2);
const store = database.startsWith('postgres:') ? await openPostgres(database) : await openSqlite(database);
const office = await openOffice({ store, seed: Number(seed) });
const { id, token } = await office.enrol();
// A tablet may ask 300 times a minute by this clock: it runs fast, so that the load is not held up.
setInterval(() => {
  office.now += 10_000;
}, 20);
const { port } = await listen(office.app, '127.0.0.1', 0);
console.log(JSON.stringify({ port, id, token, point: office.point, campaign: office.campaign }));
