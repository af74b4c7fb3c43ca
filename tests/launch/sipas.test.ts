// The operator's command line, as an operator without IT training would use it, beside a data folder of its own.
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runTypeScript } from '../../launch/node.mjs';
import { emptyFolder, runNode } from './launched.ts';

function commandLine() {
  const folder = emptyFolder();
  const env = { DATA_DIR: folder, NODE_ENV: 'production', PORT: '9', PUBLIC_URL: 'https://khaosat.example' };
  const sipas = (...words: string[]) => runNode([...runTypeScript, 'server/cli/sipas.ts', ...words], { env });
  return { folder, sipas };
}

test('a real office is set up, a tablet and an administrator get their links, and tallies are proven', async () => {
  const { sipas } = commandLine();
  const early = await sipas('administrator');
  expect([early.code, early.err]).toEqual([1, expect.stringContaining('No office is set up yet')]);

  const office = await sipas(
    'office',
    'Ủy ban nhân dân xã Sơn Khê',
    'Trung tâm Phục vụ hành chính công xã Sơn Khê',
  );
  expect(office.code).toBe(0);
  expect(office.out).toMatch(/https:\/\/khaosat\.example\/q\/[2-9A-HJ-NP-Z]{10}/);
  expect(office.out).toMatch(/https:\/\/khaosat\.example\/dashboard\/#invite=[\w-]{43}/);
  const point = /service point (\w+)/.exec(office.out)![1]!;

  expect((await sipas('device')).out).toContain(point);
  expect((await sipas('device', point)).out).toMatch(/\/kiosk\/staff\/#enrol=[2-9A-HJ-NP-Z]{8}\n/);
  expect((await sipas('administrator')).out).toMatch(/\/dashboard\/#invite=[\w-]{43}/);
  expect((await sipas('rebuild', '--check')).out).toContain('0 submissions counted anew');
}, 120_000);

test('doctor looks at what nobody has started yet and makes nothing; migrate says what it does', async () => {
  const { folder, sipas } = commandLine();
  const before = await sipas('doctor', '--lang', 'vi');
  expect(before.out).toContain('! Chưa có cơ sở dữ liệu.');
  expect(before.out).toMatch(/^✗ Máy chủ không trả lời ở cổng .*\n {4}→ /m);
  expect([before.code, before.err, readdirSync(folder)]).toEqual([1, '', []]);
  expect((await sipas('migrate')).out).toContain('There is no database yet');
  await sipas('office', 'Xã A', 'Bộ phận Một cửa xã A');
  expect((await sipas('migrate', '--check')).out).toContain('Nothing was to be done');
  const found = JSON.parse((await sipas('doctor', '--json')).out) as { check: string; level: string }[];
  expect(found).toContainEqual(expect.objectContaining({ check: 'database', level: 'ok' }));
}, 120_000);

test('a call that cannot be carried out says what to do and changes nothing', async () => {
  const { sipas } = commandLine();
  const calls: [string[], RegExp][] = [
    [['password', 'nobody'], /no account of that name/],
    [['device', 'nowhere'], /no service point nowhere/],
    [['office', 'Only a unit'], /Name the office and its service point/],
    [['office', 'A', 'B', '--kind', 'planet'], /kind of unit is one of/],
    [['demo'], /demo remove/],
  ];
  for (const [words, sentence] of calls) {
    const { code, err } = await sipas(...words);
    expect([words, code]).toEqual([words, 1]);
    expect(err).toMatch(sentence);
    expect(err).not.toContain('    at ');
  }
  expect((await sipas('nonsense')).code).toBe(2);
}, 120_000);
