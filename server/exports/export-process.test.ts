import { get } from 'node:http';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { openOffice, signInAs } from '../../tests/fakes/office.ts';
import type { RowExport } from '../../shared/wire/row-exports.ts';
import type { AskedExport } from '../row-exporter.ts';
import { listen } from '../serve.ts';
import { exportInProcess } from './export-process.ts';

const program = new URL('../../tests/fakes/endless-export.ts', import.meta.url).pathname;
const exporter = exportInProcess(program);
const asked = (unit: string): AskedExport => {
  return { file: 'csv', unit, period: null, language: 'vi', day: '2026-11-20', nowMs: 0 };
};
/** However busy the machine is. */
const SOON = { timeout: 20_000 };
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('what the process writes comes whole; one that ends early leaves no file that looks like a whole one', async () => {
  const heard: number[] = [];
  const whole = exporter(asked('whole'), ({ share }) => heard.push(share), new AbortController().signal);
  let bytes = 0;
  for await (const piece of whole.stream) bytes += piece.length;
  await whole.over;
  expect([bytes, heard]).toEqual([4 * 256 * 1024, [0.5]]);
  const broken = exporter(asked('broken'), () => {}, new AbortController().signal);
  await expect(
    (async () => {
      for await (const _ of broken.stream);
    })(),
  ).rejects.toThrow('ended early');
  await expect(broken.over).rejects.toThrow('ended early');
});

test('a client that leaves, and a person who cancels, end the process that reads for them', async () => {
  const pids: number[] = [];
  const office = await openOffice({
    exporter: (_, hear, signal) =>
      exporter(
        asked('endless'),
        (progress) => {
          pids.push(progress.rows);
          hear(progress);
        },
        signal,
      ),
  });
  const cookie = await signInAs(office, 'auditor');
  const server = await listen(office.app, 'localhost', 0);
  const begin = async () => {
    const body = { unit: office.unit, period: null, file: 'csv', language: 'vi' };
    const { id } = (await (await office.call('/api/v1/exports', { body, cookie })).json()) as RowExport;
    const request = get(`http://localhost:${server.port}/api/v1/exports/${id}/file`, { headers: { cookie } });
    const [answer] = await once(request, 'response');
    await once(answer, 'data');
    await expect.poll(() => pids.length, SOON).toBeGreaterThan(0);
    return { id, request, pid: pids.splice(0)[0]! };
  };
  const stateOf = async (id: string) =>
    ((await (await office.call(`/api/v1/exports/${id}`, { cookie })).json()) as RowExport).state;

  const left = await begin();
  expect([isAlive(left.pid), await stateOf(left.id)]).toEqual([true, 'running']);
  left.request.on('error', () => {});
  left.request.destroy();
  await expect.poll(() => stateOf(left.id), SOON).toBe('failed');
  expect(isAlive(left.pid)).toBe(false);

  const cancelled = await begin();
  cancelled.request.on('error', () => {});
  const closed = once(cancelled.request, 'close');
  await office.call(`/api/v1/exports/${cancelled.id}`, { method: 'DELETE', cookie });
  await closed;
  await expect.poll(() => isAlive(cancelled.pid), SOON).toBe(false);
  expect(await stateOf(cancelled.id)).toBe('cancelled');

  // no more than two at once
  const [one, two] = [await begin(), await begin()];
  const third = await office.call('/api/v1/exports', {
    body: { unit: office.unit, period: null, file: 'csv', language: 'vi' },
    cookie,
  });
  expect([third.status, third.headers.get('retry-after')]).toEqual([429, '30']);
  for (const { request } of [one, two]) {
    request.on('error', () => {});
    request.destroy();
  }
  await expect.poll(() => [one, two].some(({ pid }) => isAlive(pid)), SOON).toBe(false);
  await server.stop();
});
