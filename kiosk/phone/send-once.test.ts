import { afterEach, expect, it } from 'vitest';
import { TestKiosk } from '../../tests/fakes/kiosk-setup.ts';
import { openTicket, sendOnce } from './send-once.ts';

const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
});

const finished = new TestKiosk(1, { channel: 'qr', timed: false });
finished.tap({ kind: 'start' });
finished.answer(4);
finished.tap({ kind: 'end' });
const submission = finished.kept[0]!;

const replies = (status: number, body: unknown) => {
  const bodies: string[] = [];
  globalThis.fetch = async (_url, init) => {
    if (typeof init?.body === 'string') bodies.push(init.body);
    return new Response(JSON.stringify(body), { status });
  };
  return bodies;
};

it('is taken only by an answer of the system that names this submission', async () => {
  replies(200, { sys: 'sipas', receipts: [[submission.id, 'stored']] });
  expect(await sendOnce({ code: 'ABCDEFGHJK' }, submission)).toBe('taken');
  replies(200, { sys: 'sipas', receipts: [['other', 'stored']] });
  expect(await sendOnce({ code: 'ABCDEFGHJK' }, submission)).toBe('not-taken');
  replies(200, { receipts: [[submission.id, 'stored']] });
  expect(await sendOnce({ code: 'ABCDEFGHJK' }, submission)).toBe('not-taken');
  replies(503, {});
  expect(await sendOnce({ code: 'ABCDEFGHJK' }, submission)).toBe('not-taken');
});

it('repeats the same bytes, so that a retry never counts twice (sentence 30)', async () => {
  const bodies = replies(500, {});
  await sendOnce({ code: 'ABCDEFGHJK' }, submission);
  await sendOnce({ code: 'ABCDEFGHJK' }, submission);
  expect(bodies[0]).toBe(bodies[1]);
  expect(JSON.parse(bodies[0]!)).toEqual({ proto: 1, code: 'ABCDEFGHJK', items: [{ p: submission.p }] });
});

it('does not reject when there is no network', async () => {
  globalThis.fetch = () => Promise.reject(new TypeError('offline'));
  expect(await sendOnce({ code: 'ABCDEFGHJK' }, submission)).toBe('not-taken');
});

it('says that a code or a ticket has ended only where the server does, and never on a bad line', async () => {
  const way = { ticket: 'A'.repeat(22) };
  replies(410, { code: 'ticket-used' });
  expect(await sendOnce(way, submission)).toBe('ended');
  expect(await openTicket(way.ticket)).toBe('ended');
  replies(404, { code: 'unknown-code' });
  expect(await sendOnce({ code: 'ABCDEFGHJK' }, submission)).toBe('ended');
  // a portal's page, an overloaded proxy, no line at all
  replies(200, '<html>');
  expect(await openTicket(way.ticket)).toBeUndefined();
  replies(503, {});
  expect(await openTicket(way.ticket)).toBeUndefined();
  globalThis.fetch = () => Promise.reject(new TypeError('offline'));
  expect(await openTicket(way.ticket)).toBeUndefined();
});
