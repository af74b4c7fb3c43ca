import { beforeEach, expect, test } from 'vitest';
import { bytesOf, type Office, openOffice, signInAs } from '../../tests/fakes/office.ts';
import { DAY_MS } from '../../shared/period.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import type { NewTickets, TicketBatchRow } from '../../shared/wire/codes.ts';
import { tidy } from '../jobs/retain.ts';
import { removeTree } from '../store/remove-tree.ts';
import { countSubmissions } from '../store/submissions.ts';

let office: Office;
let cookie: string;
beforeEach(async () => {
  office = await openOffice();
  cookie = await signInAs(office, 'manager');
});

const ask = (path: string, body?: unknown) => office.call(`/api/v1/tickets${path}`, { cookie, body });
const asked = (change = {}) => ({
  point: office.point,
  counter: null,
  field: null,
  campaign: null,
  count: 20,
  expires: '2026-11-27',
  note: 'Trả kết quả tuần 48',
  ...change,
});
const make = async () => (await (await ask('', asked())).json()) as NewTickets;
const list = async () => (await (await ask('')).json()) as TicketBatchRow[];
const bytes = (change = {}) => bytesOf(office, { ch: 'ticket', b: '2026-11/2', ...change });
const send = (ticket: string, p = bytes()) =>
  office.call('/api/v1/phone', { body: { proto: 1, ticket, items: [{ p }] } });
const kind = async (answer: Response) => {
  const body = (await answer.json()) as Receipts & { code?: string };
  return body.code ?? body.receipts[0]?.[1];
};
const open = (ticket: string) => office.call('/api/v1/tickets/open', { body: { ticket } });
const stored = () => countSubmissions(office.store.read);

test('a ticket opens a visit and brings one submission; a second one is refused', async () => {
  const { address, tickets, batch } = await make();
  expect(batch).toMatchObject({ count: 20, used: 0, state: 'active', expires: '2026-11-27' });
  expect(address).toBe('http://localhost:8080/s#t=');
  const [ticket] = tickets as [string];
  expect(Buffer.from(ticket, 'base64url')).toHaveLength(16);
  expect(await (await open(ticket)).json()).toMatchObject({
    sys: 'sipas',
    place: { campaign: office.campaign },
  });
  expect(await kind(await send(ticket))).toBe('stored');
  expect(await kind(await send(ticket))).toBe('ticket-used');
  expect(await kind(await open(ticket))).toBe('ticket-used');
  expect(await stored()).toBe(1);
});

test('at a closed place a ticket opens nothing, and brings nothing from the day after', async () => {
  const [ticket, late] = (await make()).tickets as [string, string];
  const close = (day: string) =>
    office.store.write(async (tx) => {
      await tx.updateTable('service_points').set({ valid_to: day }).execute();
    });
  await close('2026-11-19');
  expect(await kind(await open(ticket))).toBe('ticket-used');
  expect((await list())[0]!.state).toBe('expired');
  expect(await kind(await send(ticket))).toBe('stored');
  await close('2026-11-18');
  expect(await kind(await send(late))).toBe('ticket-used');
});

test('the same bytes again are receipted also after the ticket has gone: the first answer may have been lost', async () => {
  const [ticket, other] = (await make()).tickets as [string, string];
  const p = bytes();
  expect(await kind(await send(ticket, p))).toBe('stored');
  expect(await kind(await send(ticket, p))).toBe('dup');
  // and cost no other one
  expect(await kind(await send(other, p))).toBe('dup');
  expect(await kind(await send(other))).toBe('stored');
});

test('of two phones with one ticket at the same moment one is taken, and of the other nothing', async () => {
  const [ticket] = (await make()).tickets as [string];
  const kinds = await Promise.all(
    [send(ticket), send(ticket), send(ticket)].map(async (sent) => kind(await sent)),
  );
  expect(kinds.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
    'stored',
    'ticket-used',
    'ticket-used',
  ]);
  expect(await stored()).toBe(1);
});

test('what is held costs the ticket too, and a ticket speaks for no other place or channel', async () => {
  const [first, second] = (await make()).tickets as [string, string];
  const held = bytes({ sp: 'elsewhere' });
  expect(await kind(await send(first, held))).toBe('held');
  expect(await kind(await send(first, held))).toBe('held');
  expect(await kind(await send(first))).toBe('ticket-used');
  expect(await kind(await send(second, bytesOf(office, { ch: 'qr' })))).toBe('held');
  expect(await stored()).toBe(0);
});

test('the server keeps hashes only, tells used ones in tens, and forgets those of a revoked batch', async () => {
  const { tickets, batch } = await make();
  for (const ticket of tickets.slice(0, 11)) await send(ticket);
  expect((await list())[0]).toMatchObject({ used: 10, state: 'active' });
  const rows = JSON.stringify([
    await office.store.read.selectFrom('tickets').selectAll().execute(),
    await office.store.read.selectFrom('ticket_batches').selectAll().execute(),
    await office.store.read.selectFrom('audit').selectAll().execute(),
  ]);
  for (const ticket of tickets) expect(rows).not.toContain(ticket);
  expect(await (await ask(`/${batch.id}/revoke`, {})).json()).toMatchObject({ state: 'revoked', used: 10 });
  expect(await kind(await open(tickets[15]!))).toBe('ticket-used');
  expect(await office.store.read.selectFrom('tickets').selectAll().execute()).toEqual([]);
  expect((await ask(`/${batch.id}/revoke`, {})).status).toBe(409);
});

test('a ticket ends with its last day, may be sent a day later, and is then forgotten', async () => {
  const { tickets } = await make();
  office.now = Date.parse('2026-11-28T09:00:00+07:00');
  cookie = await signInAs(office, 'manager');
  expect(await kind(await open(tickets[0]!))).toBe('ticket-used');
  expect(await kind(await send(tickets[0]!))).toBe('stored');
  expect((await list())[0]).toMatchObject({ state: 'expired', used: 0 });
  office.now += DAY_MS;
  await tidy(office.store, office.now);
  cookie = await signInAs(office, 'manager');
  expect(await office.store.read.selectFrom('tickets').selectAll().execute()).toEqual([]);
  expect((await list())[0]).toMatchObject({ state: 'expired' });
});

test('tickets are tried no faster than citizens use them, and what is filled in wrongly is named at its field', async () => {
  let answer = await open('A'.repeat(22));
  for (let tries = 0; tries < 80 && answer.status === 410; tries++) answer = await open('A'.repeat(22));
  expect([answer.status, answer.headers.has('retry-after')]).toEqual([429, true]);
  const faults = async (change: object) =>
    ((await (await ask('', asked(change))).json()) as { faults: readonly { at: string }[] }).faults[0]?.at;
  for (const [change, at] of [
    [{ count: 9 }, 'count'],
    [{ count: 501 }, 'count'],
    [{ expires: '2026-11-19' }, 'expires'],
    [{ expires: '2027-06-01' }, 'expires'],
    [{ point: 'elsewhere' }, 'point'],
  ] as const)
    expect(await faults(change)).toBe(at);
});

test('the tickets of a demo go with its tree', async () => {
  office = await openOffice({ tree: 'demo' });
  cookie = await signInAs(office, 'manager');
  await make();
  const rows = async () => {
    const { read } = office.store;
    const tickets = await read.selectFrom('tickets').selectAll().execute();
    return [(await read.selectFrom('ticket_batches').selectAll().execute()).length, tickets.length > 0];
  };
  expect(await rows()).toEqual([1, true]);
  await office.store.write((tx) => removeTree(tx, 'demo', '2026-11-20'));
  expect(await rows()).toEqual([0, false]);
});
