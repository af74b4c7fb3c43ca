// A server that stood still in the evening makes the night up at its start, in a process of its own, while it serves.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runTypeScript } from '../../launch/node.mjs';
import { lastResult } from '../../server/jobs/night.ts';
import { putSetting, setting } from '../../server/store/settings.ts';
import { openSqlite } from '../../server/store/store.ts';
import { emptyFolder, start } from './launched.ts';

test('a night that was missed is made up at the start, beside the server', async () => {
  const folder = emptyFolder();
  const before = await openSqlite(join(folder, 'sipas.db'));
  await before.write((tx) => putSetting(tx, 'night', '2026-11-01'));
  await before.close();
  const env = { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder };
  const server = start(process.execPath, [...runTypeScript, 'server/main.ts'], { env });
  await server.until('is running');
  const store = await openSqlite(join(folder, 'sipas.db'));
  for (let i = 0; i < 500 && (await setting(store.read, 'night')) === '2026-11-01'; i++) await pause(200);
  expect(await setting(store.read, 'night')).not.toBe('2026-11-01');
  expect((await lastResult(store, 'drill'))!.said.en).toContain('The newest backup restores');
  await store.close();
  expect(readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.db'))).toHaveLength(1);
  expect(existsSync(join(folder, 'roots'))).toBe(true);
  expect(server.child.exitCode).toBe(null);
  server.child.kill('SIGTERM');
  expect((await server.end).code).toBe(0);
});
