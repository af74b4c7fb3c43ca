import { beforeEach, expect, test } from 'vitest';
import { bytesOf, type Office, openOffice, signInAs } from '../../tests/fakes/office.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import type { CounterPlace, ScreenTicket, ScreenTicketState } from '../../shared/wire/counter-requests.ts';
import { countSubmissions } from '../store/submissions.ts';

let office: Office;
let cookie: string;
beforeEach(async () => {
  office = await openOffice();
  cookie = await signInAs(office, 'staff');
});

const ask = (path: string, body?: unknown) => office.call(`/api/v1/counter-screen${path}`, { cookie, body });
const show = async (replaces: string | null = null) => {
  const answer = await ask('/tickets', { point: office.point, field: null, replaces });
  return (await answer.json()) as ScreenTicket;
};
const look = async (ticket: string) =>
  ((await (await ask('/look', { ticket })).json()) as ScreenTicketState).state;
const open = async (ticket: string) =>
  (await office.call('/api/v1/tickets/open', { body: { ticket } })).status;
const bytes = () => bytesOf(office, { ch: 'ticket', b: '2026-11/2' });
const send = async (ticket: string, p = bytes()) => {
  const answer = await office.call('/api/v1/phone', { body: { proto: 1, ticket, items: [{ p }] } });
  const body = (await answer.json()) as Receipts & { code?: string };
  return body.code ?? body.receipts[0]?.[1];
};
const MINUTE = 60_000;

test('staff see where they may show a code, and show one that brings exactly one answer', async () => {
  const places = (await (await ask('')).json()) as CounterPlace[];
  expect(places.map(({ id }) => id)).toEqual([office.point]);
  const { ticket, address } = await show();
  expect(address).toBe(`http://localhost:8080/s#t=${ticket}`);
  expect([await look(ticket), await open(ticket)]).toEqual(['waiting', 200]);
  const p = bytes();
  expect([await send(ticket, p), await send(ticket, p), await send(ticket)]).toEqual([
    'stored',
    'dup',
    'ticket-used',
  ]);
  expect(await countSubmissions(office.store.read)).toBe(1);
});

test('the screen learns that a phone has opened it, and never whether that person answered', async () => {
  const [opened, answered] = [await show(), await show()];
  await open(opened.ticket);
  await open(answered.ticket);
  await send(answered.ticket);
  expect([await look(opened.ticket), await look(answered.ticket)]).toEqual(['used', 'used']);
});

test('the next person gets another code; the one before goes on only where a phone has it open', async () => {
  const unseen = await show();
  const seen = await show(unseen.ticket);
  expect([await look(unseen.ticket), await open(unseen.ticket)]).toEqual(['gone', 410]);
  await open(seen.ticket);
  await show(seen.ticket);
  expect(await send(seen.ticket)).toBe('stored');
});

test('a code that nobody opens lives a quarter of an hour, an open one an hour; then it brings nothing', async () => {
  const [unseen, seen] = [await show(), await show()];
  office.now += 14 * MINUTE;
  expect(await open(seen.ticket)).toBe(200);
  office.now += MINUTE;
  expect([await look(unseen.ticket), await open(unseen.ticket), await send(unseen.ticket)]).toEqual([
    'gone',
    410,
    'ticket-used',
  ]);
  office.now += 58 * MINUTE;
  expect(await send(seen.ticket)).toBe('stored');
});

test('of two phones that answer one code at the same moment one is taken', async () => {
  const { ticket } = await show();
  const kinds = await Promise.all([send(ticket), send(ticket), send(ticket)]);
  expect(kinds.filter((kind) => kind === 'stored')).toHaveLength(1);
  expect(await countSubmissions(office.store.read)).toBe(1);
});

test('nobody shows more codes than citizens come, and the database holds none of them', async () => {
  const statusOf = async () =>
    (await ask('/tickets', { point: office.point, field: null, replaces: null })).status;
  const first = Array.from({ length: 30 }, statusOf);
  expect(new Set(await Promise.all(first))).toEqual(new Set([200]));
  expect(await statusOf()).toBe(429);
  office.now += MINUTE;
  expect(await statusOf()).toBe(200);
  expect(await office.store.read.selectFrom('tickets').selectAll().execute()).toEqual([]);
});

test('the audit log says once a day that the screen was shown, and nothing of citizens', async () => {
  const { ticket } = await show();
  await show();
  await open(ticket);
  await send(ticket);
  const lines = await office.store.read
    .selectFrom('audit')
    .selectAll()
    .where('what', '=', 'counter-screen')
    .execute();
  expect(lines).toHaveLength(1);
  expect(JSON.stringify(lines)).not.toContain(ticket);
});

test('between two campaigns nobody is asked, and no code is shown', async () => {
  await office.store.write(
    async (tx) => void (await tx.updateTable('campaigns').set({ starts: '2026-12-01' }).execute()),
  );
  expect((await ask('/tickets', { point: office.point, field: null, replaces: null })).status).toBe(409);
});
