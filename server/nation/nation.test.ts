import { beforeAll, expect, test } from 'vitest';
import { AFTER_YEAR, type CatalogueProvince, openProvince } from '../../tests/fakes/catalogue-province.ts';
import { readPeriod } from '../../shared/period.ts';
import type { Submission } from '../../shared/submission.ts';
import type { ServedScore } from '../../shared/wire/overview.ts';
import type { FigureSums } from '../../shared/wire/cuts.ts';
import { asKept } from '../reports/as-kept.ts';
import { createReadReport } from '../reports/read-report.ts';
import { addAccount } from '../store/accounts.ts';
import { addCertified } from '../store/certified-reports.ts';
import { addUpNation, figureOf, type Nation, NationFault } from './add-up.ts';
import { nationCsv, nationJson } from './nation-files.ts';
import { provinceTallies } from './province-tallies.ts';
import { openTallies, signTallies } from './signed-tallies.ts';

const YEAR = readPeriod('report-2026-year')!;
const MONTH = readPeriod('month-2026-11')!;
const HALF = readPeriod('half-2026-11-1')!;
const GOOD: Submission['a'] = [5, 5, 4, 5, 5, 4, 5, 4];
const MIXED: Submission['a'] = [4, 2, 4, 0, 5, 3, 1, 5];

let [haNoi, caoBang, laiChau]: CatalogueProvince[] = [];
beforeAll(async () => {
  // Hà Nội, Cao Bằng, Lai Châu
  [haNoi, caoBang, laiChau] = await Promise.all(['01', '04', '12'].map(openProvince));
  await haNoi!.take(0, 60, { a: GOOD, fd: 'ht' });
  await haNoi!.take(1, 25, { a: MIXED });
  await haNoi!.take(2, 11, { a: GOOD, it: [0, 25, 27, 32, 35, 38, 1, 2], b: '2026-03-20AM' });
  await haNoi!.take(2, 10, { fm: 'full', ch: 'paper', b: '2026-03/2', ...FULL });
  await caoBang!.take(0, 30, { a: MIXED });
  await caoBang!.take(1, 14, { a: GOOD });
  await laiChau!.take(0, 7, { a: GOOD });
}, 60_000);

const FULL = {
  it: Array.from({ length: 40 }, (_, i) => i),
  a: Array.from({ length: 40 }, (_, i) => ([5, 4, 3, 'b', 2] as const)[i % 5]!),
};

const handUp = (from: CatalogueProvince, period = YEAR, now = AFTER_YEAR) =>
  provinceTallies({ store: from.store, clock: () => now, keys: from.keys }, from.province, period);
const keyOf = (code: string) =>
  [haNoi!, caoBang!, laiChau!].flatMap(({ province, keys }) =>
    province.code === code ? [[keys.signPublic]] : [],
  )[0];
const file = (name: string, text: string) => ({ name, read: () => text });

async function nationOf(provinces: readonly CatalogueProvince[], period = YEAR): Promise<Nation> {
  const files = await Promise.all(
    provinces.map(async (one) => file(`${one.province.code}.jsonl`, await handUp(one, period))),
  );
  return addUpNation(period, files, keyOf);
}
const faultsOf = (files: readonly { name: string; read: () => string }[], period = YEAR): string => {
  try {
    addUpNation(period, files, keyOf);
  } catch (error) {
    if (error instanceof NationFault) return error.message;
    throw error;
  }
  return 'no fault';
};

test('a province has in the nation the figures of its own report to the last digit, and the nation their sums', async () => {
  const nation = await nationOf([haNoi!, caoBang!]);
  expect(nation.provinces.map(({ province }) => province.code)).toEqual(['01', '04']);
  expect(nation.forms.map(({ form, provinces }) => [form, provinces.length])).toEqual([
    ['express', 2],
    ['full', 1],
  ]);
  let told = 0;
  for (const form of nation.forms) {
    const sums = new Map<string, FigureSums[]>();
    for (const { code, tallies } of form.provinces) {
      const own = [haNoi!, caoBang!].find(({ province }) => province.code === code)!;
      const asked = { unit: own.province.unit, day: undefined, period: YEAR, form: form.form };
      const readReport = createReadReport({ store: own.store, clock: () => AFTER_YEAR });
      const report = await readReport({ id: 'test', unit: own.province.unit }, asked);
      const figures = [report.policy, report.service, report.all, report.overallQuestion, ...report.factors];
      expect(tallies.figures.map(({ group }) => group)).toEqual(figures.map(({ group }) => group));
      figures.forEach(({ group, score, sums: whole }, at) => {
        expectSame(figureOf(tallies.figures[at]!.told), score);
        if (whole) sums.set(group, [...(sums.get(group) ?? []), whole]);
      });
      report.units.forEach((row, at) => {
        expectSame(figureOf(tallies.units[at]!.policy), row.policy.score);
        expectSame(figureOf(tallies.units[at]!.service), row.service.score);
      });
      for (const { group, sums: whole } of report.items) {
        if (whole) sums.set(group, [...(sums.get(group) ?? []), whole]);
      }
    }
    for (const { group, sums: sum } of [...form.figures, ...form.items]) {
      const parts = sums.get(group) ?? [];
      if (sum) told++;
      for (const name of ['n', 'answers', 'noOpinion', 'Y', 'M', 'X', 'YY', 'YM', 'MM', 'XX', 'XM'] as const)
        expect(sum?.[name] ?? 0, `${group} ${name}`).toBe(parts.reduce((all, part) => all + part[name], 0));
    }
  }
  expect(told).toBeGreaterThan(50);
  // 60 + 25 + 11 forms, 30 + 14 forms
  expect(nation.forms[0]!.figures.find(({ group }) => group === 'II')!.sums!.n).toBe(140);
});

/** A figure out of sums beside the one that the server serves. */
function expectSame(own: ReturnType<typeof figureOf>, served: ServedScore): void {
  if ('withheld' in served || 'withheld' in own) {
    expect(own).toEqual(served);
    return;
  }
  const { percent, low, high, n, answers, noOpinion, nEff } = served;
  expect(own).toMatchObject({ percent, low, high, n, answers, noOpinion, nEff });
}

test('what a province withholds is in no sum of the nation, and no subtraction gives it', async () => {
  const [all, two] = [await nationOf([haNoi!, caoBang!, laiChau!]), await nationOf([haNoi!, caoBang!])];
  const [express, without] = [all.forms[0]!, two.forms[0]!];
  expect(express.figures.map(({ sums }) => sums)).toEqual(without.figures.map(({ sums }) => sums));
  expect(express.items.map(({ levels }) => levels)).toEqual(without.items.map(({ levels }) => levels));
  expect(express.figures.find(({ group }) => group === 'II')!.withheld).toEqual(['12']);
  // seven people of Lai Châu: nothing of them has left the province
  const text = await handUp(laiChau!);
  const { forms } = openTallies(text, keyOf);
  expect(forms[0]).toMatchObject({ shown: null, valid: null });
  expect(text).not.toContain('"sums"');
  expect(text.replaceAll(/[0-9a-f]{64}/g, '')).not.toContain('levels":[');
});

test('a province that withholds a part of a longer period is in the sum of the longer one alone', async () => {
  const own = await openProvince('12');
  await own.take(0, 40, { a: MIXED });
  await own.take(0, 5, { a: GOOD, b: '2026-11-20AM' });
  const files = async (period: typeof YEAR) => [
    file('04', await handUp(caoBang!, period)),
    file('12', await handUp(own, period)),
  ];
  const keys = (code: string) => (code === '12' ? [own.keys.signPublic] : keyOf(code));
  const [month, half] = [
    addUpNation(MONTH, await files(MONTH), keys),
    addUpNation(HALF, await files(HALF), keys),
  ].map(({ forms }) => forms[0]!.figures.find(({ group }) => group === 'all')!);
  // a month minus its half would be five people of the second half
  expect([half!.sums!.n, half!.told, half!.withheld]).toEqual([44, ['04'], ['12']]);
  expect([month!.sums!.n, month!.told]).toEqual([89, ['04', '12']]);
});

test('what a province has certified is what it hands up, also when forms have come later', async () => {
  const own = await openProvince('11');
  await own.take(0, 40, { a: MIXED });
  const { unit } = own.province;
  const readReport = createReadReport({ store: own.store, clock: () => AFTER_YEAR });
  const asked = { unit, period: YEAR, form: 'express', day: undefined } as const;
  const report = asKept(await readReport({ id: 'test', unit }, asked));
  const certified = { unit, period: YEAR.id, form: 'express', tree: 'real', reason: null } as const;
  const account = { id: 'a', login: 'a', name: 'Hoa', role: 'manager', unit, password: null } as const;
  await own.store.write(async (tx) => {
    await addAccount(tx, account);
    await addCertified(tx, { ...certified, day: '2026-12-19', report, account: 'a' });
  });
  await own.take(1, 20, { a: GOOD });
  const later = await readReport({ id: 'test', unit }, asked);
  expect(later.service.sums?.n).toBe(60);
  const [form] = openTallies(await handUp(own), () => [own.keys.signPublic]).forms;
  expect(form!.figures[1]).toMatchObject({ group: 'II', told: { sums: { ...report.service.sums } } });
  expect(form!.certified).toMatchObject({ version: 1, day: '2026-12-19' });
  await own.store.close();
});

test('a file that is not as it must be is refused with its reason, and nothing is added up', async () => {
  const [own, other] = [await handUp(haNoi!), await handUp(caoBang!)];
  const good = file('b', other);
  expect(faultsOf([file('a', own.replace('"n":96', '"n":97')), good])).toMatch(/^a was altered on its way/);
  expect(faultsOf([file('a', own.slice(0, -40)), good])).toMatch(
    /^a is no file of signed tallies, or was cut/,
  );
  expect(faultsOf([file('notes.txt', 'figures of the quarter\n'), good])).toMatch(/^notes.txt is no file of/);
  expect(faultsOf([file('a', own), file('b', own)])).toMatch(
    /^b is of Thành phố Hà Nội, and so is a: of a province one file is added up/,
  );
  expect(faultsOf([file('a', await handUp(haNoi!, MONTH)), good])).toMatch(
    /^a is about month-2026-11, and report-2026-year is added up/,
  );
  const stranger = await openProvince('08');
  await stranger.take(0, 20);
  expect(faultsOf([file('a', await handUp(stranger)), good])).toMatch(
    /^a is of province 08 .*no key\.\nNothing was added up/,
  );
  const forged = provinceTallies(
    { store: haNoi!.store, clock: () => AFTER_YEAR, keys: caoBang!.keys },
    haNoi!.province,
    YEAR,
  );
  expect(faultsOf([file('a', await forged), good])).toMatch(/^a is not signed by a key that the list has/);
  // several at once, each with its sentence
  expect(faultsOf([file('a', ''), file('c', 'x'), good]).split('\n')).toHaveLength(3);
  expect(faultsOf([file('a', own), good])).toBe('no fault');
});

test('what is signed with the right key is judged all the same: version, words, day, few forms, units that leave few', async () => {
  const tallies = openTallies(await handUp(haNoi!), keyOf);
  const good = file('0', await handUp(caoBang!));
  const signed = (change: (copy: typeof tallies) => void) => {
    const copy = structuredClone(tallies);
    change(copy);
    return faultsOf([good, file('a', signTallies(copy, haNoi!.keys.sign))]);
  };
  const express = ({ forms }: typeof tallies) =>
    forms[0] as { -readonly [K in keyof (typeof forms)[0]]: (typeof forms)[0][K] };
  expect(signed((copy) => (express(copy).questionnaire.version = 2))).toMatch(
    /^a asks sp39 2, and 0 sp39 1: two versions are never added/,
  );
  expect(signed((copy) => (express(copy).questionnaire.sha256 = '0'.repeat(64)))).toMatch(
    /^a asks sp39 1 with other words than 0/,
  );
  expect(signed((copy) => ((copy.head as { day: string }).day = '2026-12-14'))).toMatch(
    /^a was made on 2026-12-14, before report-2026-year had closed/,
  );
  expect(signed((copy) => ((copy.head as { methodVersion: number }).methodVersion = 2))).toMatch(
    /^a was counted by version 2 of the method/,
  );
  const sumsOf = (copy: typeof tallies) =>
    (express(copy).figures[1]!.told as { sums: FigureSums & { n: number } }).sums;
  expect(signed((copy) => (sumsOf(copy).n = 9))).toMatch(/^a tells a figure of fewer than 10 forms/);
  expect(signed((copy) => (sumsOf(copy).n += 4))).toMatch(/^a tells of its units so much/);
  expect(signed((copy) => Object.assign(sumsOf(copy), { YM: 10 ** 9 }))).toMatch(
    /^a holds sums that no forms/,
  );
  const item = (copy: typeof tallies) => express(copy).items.find(({ levels }) => levels !== null)!;
  expect(signed((copy) => item(copy).levels!.push(1))).toMatch(/^a holds sums that no forms can have/);
  expect(signed((copy) => express(copy).figures.push(express(copy).figures[0]!))).toMatch(
    /^a has one figure of the express form twice/,
  );
  expect(signed(() => {})).toBe('no fault');
});

test('an open period is not handed up', async () => {
  await expect(handUp(haNoi!, YEAR, Date.parse('2026-12-14T23:00:00+07:00'))).rejects.toThrow(
    'only a period that has closed is handed up',
  );
  await expect(handUp(haNoi!, YEAR, Date.parse('2026-12-15T00:00:00+07:00'))).resolves.toContain(
    'sipas-tallies-1',
  );
});

test('the same files give the same table, whatever their order; who is missing and who withholds is named', async () => {
  const texts = await Promise.all([haNoi!, caoBang!, laiChau!].map((one) => handUp(one)));
  const files = texts.map((text, at) => file(`${at}.jsonl`, text));
  const others = texts.toReversed().map((text, at) => file(`x${at}.jsonl`, text));
  const [one, two] = [addUpNation(YEAR, files, keyOf), addUpNation(YEAR, others, keyOf)];
  expect(nationCsv(one, 'vi')).toBe(nationCsv(two, 'vi'));
  expect(nationJson(one) === nationJson(two)).toBe(true);
  const csv = nationCsv(one, 'vi').split('\r\n');
  const own = csv.find((line) => line.includes('"Cả nước"') && line.includes('"II"'))!;
  expect(own).toMatch(/,2,"1 tỉnh không công bố"$/);
  expect(csv.filter((line) => line.includes('"Tỉnh, thành phố"') && line.includes('"12"')).length).toBe(13);
  const json = JSON.parse(nationJson(one)) as { missing: unknown[] };
  expect(json.missing).toHaveLength(31);
});
