import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { startBadNetwork } from '../../launch/bad-network.mjs';
import { portOf } from './launched.ts';

/** A server that counts what it is asked, behind a network with this luck. */
async function behind(chance: number) {
  const seen: string[] = [];
  const server = createServer((asked, reply) => {
    let body = '';
    asked.on('data', (piece) => (body += piece));
    asked.on('end', () => {
      seen.push(`${asked.method} ${asked.url} ${body}`);
      reply.end('received');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const network = await startBadNetwork({
    port: 0,
    serverPort: portOf(server),
    chance: () => chance,
    delayMs: 300,
  });
  onTestFinished(() => void [server, network].map((each) => (each.close(), each.closeAllConnections())));
  const ask = async (path: string) => {
    const url = `http://127.0.0.1:${portOf(network)}${path}`;
    return (await fetch(url, { method: 'POST', body: 'a batch' })).text();
  };
  return { seen, ask };
}

test('a dropped request never reaches the server', async () => {
  const { seen, ask } = await behind(0.05);
  await expect(ask('/api/v1/batches')).rejects.toThrow();
  expect(seen).toEqual([]);
});

test('a cut request has reached the server, which has answered, and nobody hears it', async () => {
  const { seen, ask } = await behind(0.15);
  await expect(ask('/api/v1/batches')).rejects.toThrow();
  expect(seen).toEqual(['POST /api/v1/batches a batch']);
});

test('a delayed request is answered later', async () => {
  const { ask } = await behind(0.4);
  const start = performance.now();
  expect(await ask('/api/v1/batches')).toBe('received');
  expect(performance.now() - start).toBeGreaterThan(290);
});

test('lucky requests pass, and pages always do', async () => {
  expect(await (await behind(0.9)).ask('/api/v1/batches')).toBe('received');
  expect(await (await behind(0.05)).ask('/kiosk/')).toBe('received');
});
