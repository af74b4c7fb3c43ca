import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice, signInAs } from '../tests/fakes/office.ts';
import { chunkOf, headOf, type RawLine, rawLine } from '../tests/fakes/raw-request.ts';
import { RESCUE_MOST_BYTES } from '../shared/wire/rescue.ts';
import { listen, type Listening } from './serve.ts';

/** The real application on a real port, and clients that lie, hurry and dawdle. */
const PATIENCE = { headersMs: 1_000, requestMs: 2_000, uploadLeast: 10, lookMs: 100 };
let office: Office;
let server: Listening;
let token: string;
let cookie: string;
beforeAll(async () => {
  office = await openOffice();
  ({ token } = await office.enrol());
  cookie = await signInAs(office, 'administrator');
  server = await listen(office.app, 'localhost', 0, PATIENCE);
});
afterAll(() => server.stop(100));

/** Each class of routes: who calls, and how many bytes it takes. */
const ROUTES = [
  { path: '/api/v1/batches', most: 256 * 1024, caller: 'device' },
  { path: '/api/v1/seals', most: 256 * 1024, caller: 'device' },
  { path: '/api/v1/heartbeats', most: 8 * 1024, caller: 'device' },
  { path: '/api/v1/phone', most: 16 * 1024, caller: 'nobody' },
  { path: '/api/v1/devices/code', most: 4 * 1024, caller: 'nobody' },
  { path: '/api/v1/devices/enrol', most: 4 * 1024, caller: 'nobody' },
  { path: '/api/v1/devices', most: 4 * 1024, caller: 'page' },
  { path: '/api/v1/quarantine/decide', most: 4 * 1024, caller: 'page' },
  { path: '/api/v1/session', most: 4 * 1024, caller: 'page' },
  { path: '/api/v1/session/second-factor', most: 4 * 1024, caller: 'page', method: 'PUT' },
] as const;
/** Files over thin lines, from whoever is signed in and may: they take their time while they keep coming. */
const UPLOADS = [
  { path: '/api/v1/dossiers/files', most: 20 * 2 ** 20, caller: 'page' },
  { path: '/api/v1/languages/import', most: 21_000_000, caller: 'page' },
] as const;
/** A file of months, from whoever is signed in and may: too large to be sent here up to its limit. */
const RESCUE = { path: '/api/v1/rescue', most: RESCUE_MOST_BYTES, caller: 'page' } as const;
type Route = (typeof ROUTES)[number] | (typeof UPLOADS)[number] | typeof RESCUE;

function open(route: Route, headers: Readonly<Record<string, string>>, caller = callerOf(route)): RawLine {
  const line = rawLine(server.port);
  line.socket.write(headOf(route.path, { ...caller, ...headers }, 'method' in route ? route.method : 'POST'));
  return line;
}
const callerOf = (route: Route) =>
  ({
    device: { authorization: `Bearer ${token}` },
    page: { 'sec-fetch-site': 'same-origin', cookie },
    nobody: {},
  })[route.caller];
const isAlive = async () => {
  const started = performance.now();
  const answer = await fetch(`http://localhost:${server.port}/healthz`);
  await answer.arrayBuffer();
  return answer.status === 200 && performance.now() - started < 2_000;
};

describe.each([...ROUTES, RESCUE])('$path', (route) => {
  test('refuses a length above its limit before a byte of the body has come', async () => {
    const line = open(route, { 'content-length': String(route.most + 1) });
    expect(await line.status()).toBe(413);
    line.socket.destroy();
  });

  test('takes nothing compressed', async () => {
    for (const encoding of ['gzip', 'br', 'deflate', 'identity']) {
      const line = open(route, { 'content-encoding': encoding, 'content-length': '2' });
      line.socket.write('{}');
      expect(await line.status(), encoding).toBe(415);
      line.socket.destroy();
    }
  });

  test('ends a body that never comes whole, says so, and serves others meanwhile', async () => {
    const line = open(route, { 'content-length': '100' });
    line.socket.write('{');
    const started = performance.now();
    expect(await isAlive()).toBe(true);
    const heard = await line.closed;
    expect(performance.now() - started).toBeLessThan(PATIENCE.requestMs + 2_000);
    expect(heard).toMatch(/^HTTP\/1\.1 408 /);
    expect(heard).toContain('"code":"too-slow"');
  });
});

describe.concurrent.each(UPLOADS)('a file for $path', (upload) => {
  const octets = { 'content-type': 'application/octet-stream' };
  const rate = (bytes: number, line: RawLine) =>
    setInterval(() => line.socket.writable && line.socket.write('x'.repeat(bytes)), 50);

  test('may take far longer than a request while it keeps coming', async () => {
    const length = 3 * PATIENCE.uploadLeast * PATIENCE.requestMs;
    const line = open(upload, { ...octets, 'content-length': String(length) });
    const started = performance.now();
    // twice as fast as it must be
    const pieces = rate(100 * PATIENCE.uploadLeast, line);
    const status = await line.status();
    clearInterval(pieces);
    expect(performance.now() - started).toBeGreaterThan(1.2 * PATIENCE.requestMs);
    expect([200, 422]).toContain(status);
    line.socket.destroy();
  });

  test('gains nothing by dripping', async () => {
    const line = open(upload, { ...octets, 'content-length': '100000' });
    const started = performance.now();
    const drops = rate(1, line);
    expect(await line.closed).toMatch(/^HTTP\/1\.1 408 /);
    clearInterval(drops);
    expect(performance.now() - started).toBeLessThan(PATIENCE.requestMs + 2_000);
  });

  test('of nobody who is signed in is not waited for', async () => {
    const line = open(
      upload,
      { ...octets, 'content-length': '1000000' },
      { 'sec-fetch-site': 'same-origin', cookie: '' },
    );
    const started = performance.now();
    const pieces = rate(100 * PATIENCE.uploadLeast, line);
    expect(await line.closed).toMatch(/^HTTP\/1\.1 401 /);
    clearInterval(pieces);
    expect(performance.now() - started).toBeLessThan(PATIENCE.requestMs + 2_000);
  });
});

describe.each(ROUTES)('a chunked body for $path', (route) => {
  test('is counted and refused at its limit', async () => {
    const line = open(route, { 'transfer-encoding': 'chunked' });
    const piece = chunkOf(' '.repeat(1024));
    for (let sent = 0; sent <= route.most + 2048; sent += 1024) line.socket.write(piece);
    expect(await line.status()).toBe(413);
    // the client goes on, the server does not listen for ever
    const writing = setInterval(() => line.socket.write(piece), 5);
    await line.closed;
    clearInterval(writing);
  });

  test('is taken up to its limit', async () => {
    const line = open(route, { 'transfer-encoding': 'chunked' });
    const body = `{}${' '.repeat(route.most - 2)}`;
    line.socket.end(`${chunkOf(body)}0\r\n\r\n`);
    expect(await line.status()).toBe(400);
  });
});

test('headers that come one by one are cut off in time, a hundred of them harm nobody', async () => {
  const lines = Array.from({ length: 100 }, () => rawLine(server.port));
  for (const line of lines) line.socket.write('GET /healthz HTTP/1.1\r\nhost: localhost\r\n');
  const dripping = setInterval(() => {
    for (const line of lines) if (line.socket.writable) line.socket.write('x-slow: 1\r\n');
  }, 150);
  const started = performance.now();
  expect(await isAlive()).toBe(true);
  const heard = await Promise.all(lines.map(({ closed }) => closed));
  clearInterval(dripping);
  expect(performance.now() - started).toBeLessThan(PATIENCE.headersMs + 3_000);
  expect(heard.filter((text) => text.startsWith('HTTP/1.1 408 '))).toHaveLength(100);
});

test('a request that contradicts itself is refused, and nothing hides behind it', async () => {
  const smuggled = 'GET /api/v1/units HTTP/1.1\r\nhost: localhost\r\n\r\n';
  for (const headers of [
    { 'content-length': '4', 'transfer-encoding': 'chunked' },
    { 'content-length': '2, 4' },
    { 'content-length': '-1' },
    { 'transfer-encoding': 'chunked, identity' },
  ]) {
    const line = rawLine(server.port);
    line.socket.write(`${headOf('/api/v1/session', headers)}0\r\n\r\n${smuggled}`);
    const heard = await line.closed;
    expect(heard, JSON.stringify(headers)).toMatch(/^HTTP\/1\.1 400 /);
    expect(heard.match(/HTTP\/1\.1/g)).toHaveLength(1);
  }
});

test('headers larger than sixteen kilobytes are refused', async () => {
  const line = rawLine(server.port);
  line.socket.write(headOf('/api/v1/session', { cookie: 'x'.repeat(20_000) }));
  expect(await line.status()).toBe(431);
});

test('three hundred megabytes of refused chunked bodies are not kept', async () => {
  const SENT = 300 * 2 ** 20;
  const piece = Buffer.from(chunkOf('x'.repeat(64 * 1024)));
  const rss = () => process.memoryUsage().rss / 2 ** 20;
  const before = rss();
  let most = before;
  let sent = 0;
  const watching = setInterval(() => (most = Math.max(most, rss())), 20);
  const flood = async (route: Route) => {
    while (sent < SENT) {
      const line = open(route, { 'transfer-encoding': 'chunked' });
      while (!line.socket.destroyed && line.socket.writable && sent < SENT) {
        sent += piece.length;
        if (!line.socket.write(piece)) await Promise.race([drained(line), line.closed]);
        else await wait(0);
      }
      line.socket.destroy();
    }
  };
  await Promise.all([...ROUTES, ...ROUTES].map(flood));
  clearInterval(watching);
  expect(sent).toBeGreaterThanOrEqual(SENT);
  console.log(`300 MB of refused bodies: memory ${before.toFixed(0)} MiB, at most ${most.toFixed(0)} MiB`);
  // half of it: what the sender has not sent yet lies in this process too, some 110 MiB before the collector comes
  expect(most - before).toBeLessThan(150);
  expect(await isAlive()).toBe(true);
}, 120_000);

const drained = (line: RawLine) => new Promise<void>((resolve) => line.socket.once('drain', resolve));

test('a line that breaks in the middle of a body is no fault of the server', async () => {
  const faults = () => office.logs.filter(({ what }) => what === 'fault').length;
  const before = faults();
  for (const route of ROUTES) {
    const line = open(route, { 'content-length': '100' });
    line.socket.write('{"a":');
    await wait(50);
    line.socket.destroy();
  }
  await wait(200);
  expect(faults()).toBe(before);
});
