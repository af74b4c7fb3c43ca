import { expect, test } from 'vitest';
import { FRIDAY, openOffice } from '../tests/fakes/office.ts';
import { inEnglish } from '../tests/fakes/in-english.ts';
import { seeded } from '../tests/fakes/seeded.ts';
import { readConfig } from './config.ts';
import { beginSetUp } from './set-up-link.ts';
import { openSqlite, type Store } from './store/store.ts';
import { welcome } from './welcome.ts';

const random = seeded(1);
const config = readConfig({ NODE_ENV: 'production', PUBLIC_URL: 'https://khaosat.example' });
const said = (store: Store) => inEnglish(welcome(store, config, FRIDAY, random));
const LINK = /https:\/\/khaosat\.example\/dashboard\/#set-up=([\w-]{43})\n/;

test('an empty server says in both languages what to open, and the newest link is the one that works', async () => {
  const store = await openSqlite(':memory:');
  const first = await said(store);
  expect(first).toContain('Máy chủ chưa được thiết lập.');
  expect(first).toContain('This server is not set up yet.');
  const second = await said(store);
  const open = (text: string) => store.write((tx) => beginSetUp(tx, LINK.exec(text)![1]!, FRIDAY, random));
  expect(await open(first)).toBeUndefined();
  expect(await open(second)).toMatch(/^[\w-]{43}$/);
  await store.close();
});

test('a server without an address for others says that only this machine gets in', async () => {
  const store = await openSqlite(':memory:');
  const here = readConfig({ NODE_ENV: 'production' });
  expect(await inEnglish(welcome(store, here, FRIDAY, random))).toContain('opens on this machine alone');
  expect(await said(store)).not.toContain('this machine alone');
  await store.close();
});

test('a demo says how to start for real, and a real office no longer', async () => {
  expect(await said((await openOffice({ tree: 'demo' })).store)).toMatch(LINK);
  expect(await said((await openOffice()).store)).not.toContain('set-up');
});
