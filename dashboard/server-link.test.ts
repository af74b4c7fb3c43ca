import { expect, test } from 'vitest';
import { openServerLink } from './server-link.ts';

const json = (status: number, body: unknown, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
const linkTo = (answer: () => Response | Promise<Response>) => openServerLink(async () => answer());

test('a problem of the server arrives with its code and its wait', async () => {
  const server = linkTo(() =>
    json(429, { code: 'too-many', retryAfterSeconds: 30 }, 'application/problem+json'),
  );
  expect(await server.signIn('a', 'b')).toEqual({ kind: 'problem', code: 'too-many', retryAfterSeconds: 30 });
});

test('a page of a portal, broken JSON and no network at all are each "unreachable"', async () => {
  const portal = linkTo(
    () => new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } }),
  );
  const broken = linkTo(
    () => new Response('{', { status: 200, headers: { 'content-type': 'application/json' } }),
  );
  const silent = linkTo(() => Promise.reject(new TypeError('network')));
  for (const server of [portal, broken, silent])
    expect(await server.session()).toEqual({ kind: 'unreachable' });
});

test('a code that nobody knows reads as internal', async () => {
  const server = linkTo(() => json(500, { code: 'toString' }));
  expect(await server.units()).toEqual({ kind: 'problem', code: 'internal' });
});

test('signing out is an empty answer, and an overview is asked for by unit, period and form', async () => {
  const asked: string[] = [];
  const server = openServerLink(async (address, options) => {
    asked.push(`${options?.method} ${address as string}`);
    return options?.method === 'DELETE' ? new Response(null, { status: 204 }) : json(200, { received: 1 });
  });
  expect(await server.signOut()).toEqual({ kind: 'ok', value: null });
  await server.overview(
    { unit: 'a/b', period: 'report-2026-q1', form: 'full' },
    new AbortController().signal,
  );
  expect(asked).toEqual([
    'DELETE /api/v1/session',
    'GET /api/v1/overview?unit=a%2Fb&period=report-2026-q1&form=full',
  ]);
});

test('a password typed on another keyboard is the same password', async () => {
  const sent: unknown[] = [];
  const server = openServerLink(async (_address, options) => {
    sent.push(options?.body);
    return json(401, { code: 'wrong-credentials' });
  });
  await server.signIn('a', 'một việc tốt'.normalize('NFD'));
  await server.signIn('a', 'một việc tốt'.normalize('NFC'));
  expect(sent[0]).toBe(sent[1]);
});
