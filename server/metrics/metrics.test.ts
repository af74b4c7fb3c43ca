import { expect, test } from 'vitest';
import { batchOf, bytesOf, openOffice } from '../../tests/fakes/office.ts';
import { buildApp } from '../app.ts';
import { listen } from '../serve.ts';
import { countWork, kindOf } from './count-work.ts';
import { createCounter, createHistogram, metricText } from './metric-text.ts';

const TOKEN = 'a token of sixteen signs'.replaceAll(' ', '-');

async function withMetrics(metricsToken?: string) {
  const office = await openOffice();
  const { store, random, keys } = office;
  const app = buildApp({
    store,
    random,
    keys,
    metricsToken,
    clock: () => office.now,
    log: () => {},
    assets: undefined,
    publicUrl: 'https://khaosat.example',
  });
  const read = (token?: string) =>
    app.request('/metrics', { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
  return { office, app, read };
}

test('text is as Prometheus reads it', () => {
  const counter = createCounter('x_total', 'Something.');
  counter.add({ kind: 'a "b"\\' });
  counter.add({ kind: 'a "b"\\' }, 2);
  const took = createHistogram('x_seconds', 'Time.', [0.1, 1]);
  for (const seconds of [0.05, 0.1, 0.5, 7]) took.observe({}, seconds);
  expect(metricText([counter.sample(), took.sample(), createCounter('none_total', '').sample()])).toBe(
    `# HELP x_total Something.
# TYPE x_total counter
x_total{kind="a \\"b\\"\\\\"} 3
# HELP x_seconds Time.
# TYPE x_seconds histogram
x_seconds_bucket{le="0.1"} 2
x_seconds_bucket{le="1"} 3
x_seconds_bucket{le="+Inf"} 4
x_seconds_sum 7.65
x_seconds_count 4
`,
  );
});

test('forms are told by tens, so that nobody sees when one came; writes and requests are counted', async () => {
  const { office, app, read } = await withMetrics(TOKEN);
  const { id, token } = await office.enrol();
  const send = async (count: number) => {
    const body = JSON.stringify(
      batchOf(
        { id },
        Array.from({ length: count }, () => bytesOf(office)),
      ),
    );
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    expect((await app.request('/api/v1/batches', { method: 'POST', body, headers })).status).toBe(200);
  };
  await send(9);
  expect(await (await read(TOKEN)).text()).toContain('sipas_submissions_total{outcome="stored"} 0\n');
  await send(1);
  const text = await (await read(TOKEN)).text();
  expect(text).toContain('sipas_submissions_total{outcome="stored"} 10\n');
  expect(text).toContain('sipas_http_requests_total{kind="ingest",status="2xx"} 2\n');
  expect(text).toContain('sipas_ready 1\n');
  expect(text).toContain('sipas_write_queue_depth 0\n');
  expect(text).toMatch(/sipas_write_duration_seconds_count [1-9]/);
  expect(text).toMatch(/sipas_devices 1\n/);
  expect(text).toMatch(/sipas_devices_alarms\{alarm="silent"\} 0\n/);
  expect(text).toMatch(/sipas_database_size_bytes [1-9]\d+\n/);
  // no line names a device, a place, an office or an address
  for (const name of [id, office.point, office.unit, office.code, 'Sơn']) expect(text).not.toContain(name);
});

test('a write that fails is counted, and ends the queue', async () => {
  const { office } = await withMetrics();
  const work = countWork();
  const store = work.measured(office.store);
  await expect(store.write(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const text = metricText(work.samples());
  expect(text).toContain('sipas_write_failures_total 1\n');
  expect(text).toContain('sipas_write_queue_depth 0\n');
});

test('with a token only who shows it reads them, from wherever', async () => {
  const { read } = await withMetrics(TOKEN);
  expect((await read(TOKEN)).status).toBe(200);
  expect((await read(`${TOKEN}x`)).status).toBe(404);
  expect((await read()).status).toBe(404);
});

test('without a token a program of this machine reads them, and nobody through the proxy', async () => {
  const { app, read } = await withMetrics();
  expect((await read()).status).toBe(404);
  const server = await listen(app, '127.0.0.1', 0);
  const ask = async (headers: Record<string, string> = {}) =>
    (await fetch(`http://127.0.0.1:${server.port}/metrics`, { headers })).status;
  expect(await ask()).toBe(200);
  expect(await ask({ 'x-forwarded-for': '198.51.100.1' })).toBe(404);
  expect(await ask({ forwarded: 'for=198.51.100.1' })).toBe(404);
  await server.stop(100);
});

test.each([
  ['/api/v1/batches', 'ingest'],
  ['/api/v1/packs/:code', 'device'],
  ['/api/v1/devices/:id', 'managers'],
  ['/api/v1/live', 'live'],
  ['/api/v1/exports/:id/file', 'file'],
  ['/api/v1/session', 'sign-in'],
  ['/public/:unit', 'public'],
  ['/q/:code', 'page'],
  ['/readyz', 'health'],
])('the address %s is of the kind %s', (route, kind) => {
  expect(kindOf(route)).toBe(kind);
});
