// The operator's command line, as an operator without IT training would use it, beside a data folder of its own.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runTypeScript } from '../../launch/node.mjs';
import { emptyFolder, runNode } from './launched.ts';

function commandLine(language: NodeJS.ProcessEnv = {}) {
  const folder = emptyFolder();
  const env = {
    DATA_DIR: folder,
    NODE_ENV: 'production',
    PORT: '9',
    PUBLIC_URL: 'https://khaosat.example',
    ...language,
  };
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

test('without a language it speaks Vietnamese, and what is not understood begins nothing', async () => {
  const { folder, sipas } = commandLine({ LC_ALL: '', LANG: '' });
  expect((await sipas()).out).toMatch(/^Cách dùng: npm run sipas -- LỆNH/);
  expect((await sipas('backup', '--help')).out).toContain('backup confirm SHA256');
  const calls: [string[], number, RegExp][] = [
    [['backup', '--now'], 2, /^Không có tùy chọn --now\./],
    [
      ['restore', join(folder, 'none.db')],
      1,
      /^Không có tệp .*none\.db\. Xem danh sách: npm run sipas -- backup list/,
    ],
    [['verify', folder], 1, /^Ghi thư mục của gói kiểm tra niêm phong/],
  ];
  for (const [words, code, sentence] of calls)
    expect(await sipas(...words)).toEqual({ code, out: '', err: expect.stringMatching(sentence) });
  expect(readdirSync(folder)).not.toContain('sipas.db');
  const office = await sipas('office', 'Xã A', 'Bộ phận Một cửa xã A');
  expect(office.out).toMatch(/^Đã thiết lập: Xã A, Bộ phận Một cửa xã A \(điểm tiếp nhận \w+\)\.\n/);
  const start = runNode([...runTypeScript, 'server/main.ts'], {
    env: { DATA_DIR: folder, NODE_ENV: 'production', PORT: 'none', LC_ALL: '', LANG: '' },
  });
  expect(await start).toEqual({
    code: 1,
    out: '',
    err: 'Thiết lập PORT không dùng được: phải là số từ 0 đến 65535.\n',
  });
}, 120_000);
