// The operator's command line, as an operator without IT training would use it, beside a data folder of its own.
import { expect, test } from 'vitest';
import { runTypeScript } from '../../launch/node.mjs';
import { emptyFolder, runNode } from './launched.ts';

function commandLine() {
  const env = { DATA_DIR: emptyFolder(), NODE_ENV: 'production', PUBLIC_URL: 'https://khaosat.example' };
  return (...words: string[]) => runNode([...runTypeScript, 'server/cli/sipas.ts', ...words], { env });
}

test('a real office is set up, a tablet and an administrator get their links, and tallies are proven', async () => {
  const sipas = commandLine();
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

test('a call that cannot be carried out says what to do and changes nothing', async () => {
  const sipas = commandLine();
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
