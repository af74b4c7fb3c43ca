import { beforeEach, expect, test } from 'vitest';
import { AFTER_HALF, type AskedOffice, openAskedOffice } from '../../tests/fakes/asked-figures.ts';
import { wilson } from '../../shared/interval.ts';
import { roundHalfUp } from '../../shared/rational.ts';
import type { Submission } from '../../shared/submission.ts';
import { changeCase, openCase } from '../store/stored-cases.ts';
import { addReply } from '../store/replies.ts';
import type { Cut } from '../../shared/wire/cuts.ts';
import type { Overview } from '../../shared/wire/overview.ts';
import type { ReportFigure, SurveyReport } from '../../shared/wire/survey-report.ts';

let at: AskedOffice;
beforeEach(async () => {
  at = await openAskedOffice();
});

const GOOD: Submission['a'] = [5, 5, 5, 5, 5, 5, 5, 5];
const NOT_AT_ALL: Submission['a'] = [1, 2, 1, 2, 3, 1, 1, 2];
const report = (query: Readonly<Record<string, string>> = {}) => at.read<SurveyReport>('report', query);
const overview = (query: Readonly<Record<string, string>> = {}) => at.read<Overview>('overview', query);

test('a report says the figures of the page to the last digit, each with the sums that give it', async () => {
  await at.take(60, { a: GOOD });
  await at.take(11, { a: [5, 4, 2, 1, 3, 5, 4, 2] });
  await at.take(9, { a: NOT_AT_ALL });
  at.office.now = AFTER_HALF;
  const [said, page] = [await report(), await overview()];
  const { policy, service, all, overallQuestion } = page.headline;
  expect([said.policy, said.service, said.all, said.overallQuestion].map(({ score }) => score)).toEqual([
    policy,
    service,
    all,
    overallQuestion,
  ]);
  expect(said.factors.map(({ group, score }) => [group, score])).toEqual(
    page.factors.map(({ code, score }) => [code, score]),
  );
  expect(said.units.map((row) => row.service.score)).toEqual(page.units.map((row) => row.service));
  expect([said.received, said.shown, said.valid, said.partial]).toEqual([80, 80, page.valid, page.partial]);
  expect(said.former).toEqual(page.former);
  const told = [said.policy, said.service, said.all, ...said.factors].filter(({ sums }) => sums !== null);
  expect(told.length).toBeGreaterThan(9);
  for (const { score, sums } of told) {
    if ('withheld' in score) throw new Error('sums stand beside a withheld figure');
    const { Y, M } = sums!;
    const { low, high } = wilson(Y / M, score.nEff);
    expect([roundHalfUp((100 * Y) / M, 1), roundHalfUp(100 * low, 1), roundHalfUp(100 * high, 1)]).toEqual([
      score.percent,
      score.low,
      score.high,
    ]);
  }
});

test('46 forms all satisfied and 4 not at all carry “92,0 %” twice with their interval into the paragraph', async () => {
  await at.take(46, { a: GOOD });
  await at.take(4, { a: NOT_AT_ALL });
  at.office.now = AFTER_HALF;
  const { paragraph } = await report();
  const beside = '(khoảng tin cậy 95 %: 81,2–96,8; 50 phiếu)';
  expect(paragraph.vi.replaceAll('\u00a0', ' ')).toBe(
    'Trong nửa đầu tháng 11/2026 (01/11/2026–14/11/2026), Ủy ban nhân dân xã Thử Nghiệm tiến hành khảo sát mức độ hài lòng của người dân, tổ chức bằng phiếu nhanh, qua: máy tính bảng tại quầy (50 phiếu). ' +
      'Thu về 50 phiếu (khảo sát trên thiết bị điện tử, không phát phiếu), trong đó có 50 phiếu hợp lệ. ' +
      `Kết quả: 92,0 % sự hài lòng trong việc ban hành, tổ chức thực hiện các chính sách ${beside} và 92,0 % sự hài lòng trong việc cung ứng dịch vụ hành chính công ${beside}. ` +
      'Không nêu hai yếu tố thấp nhất vì có nhiều yếu tố cùng một kết quả.',
  );
  expect(paragraph.en.replaceAll('\u00a0', ' ')).toContain(
    'Result: 92.0 % satisfaction with the making and carrying out of policies (95 % interval: 81.2–96.8; 50 forms) and 92.0 %',
  );
});

test('the two weakest factors are named with figure, interval and forms', async () => {
  await at.take(40, { a: GOOD });
  await at.take(20, { a: [5, 5, 1, 5, 1, 5, 5, 5] });
  at.office.now = AFTER_HALF;
  const { weakest, factors, paragraph } = await report();
  expect(weakest.kind).toBe('two');
  const codes = weakest.kind === 'two' ? weakest.codes : [];
  for (const code of codes) {
    const { name, score } = factors.find(({ group }) => group === code)!;
    if ('withheld' in score) throw new Error('a withheld factor is named');
    const comma = (number: number) => number.toFixed(1).replace('.', ',');
    const { percent, low, high, n } = score;
    expect(paragraph.vi.replaceAll('\u00a0', ' ')).toContain(
      `${name.vi}: ${comma(percent)} % (khoảng tin cậy 95 %: ${comma(low)}–${comma(high)}; ${n} phiếu)`,
    );
  }
});

test('what is withheld on the page is said in words, and no sum of it leaves the server', async () => {
  await at.take(9, { a: GOOD });
  at.office.now = AFTER_HALF;
  const said = await report();
  const figures: ReportFigure[] = [
    said.policy,
    said.service,
    said.all,
    said.overallQuestion,
    ...said.factors,
  ];
  expect(figures.every(({ score, sums }) => 'withheld' in score && sums === null)).toBe(true);
  expect(said.valid).toBeNull();
  expect(said.channels.map(({ shown, valid }) => [shown, valid])).toEqual([[null, null]]);
  expect(said.paragraph.vi).toContain('chưa đủ số liệu để công bố (dưới 10 phiếu)');
  expect(said.paragraph.vi).not.toMatch(/\d,\d/);
  expect(said.weakest).toEqual({ kind: 'few' });
});

test('fields are told once the period has closed, and withheld ones keep their sums', async () => {
  await at.take(30, { a: GOOD });
  expect((await report()).fields).toBeNull();
  at.office.now = AFTER_HALF;
  const { fields } = await report();
  expect(fields!.length).toBeGreaterThan(0);
  for (const { policy, service } of fields!)
    for (const { score, sums } of [policy, service]) expect(sums === null).toBe('withheld' in score);
});

test('forms of an open period that wait for their release are counted as received and are in no figure', async () => {
  await at.take(14, { a: GOOD });
  await at.take(5, { a: GOOD });
  const { received, shown, paragraph } = await report();
  const page = await overview();
  expect([received, shown]).toEqual([page.received, page.shown]);
  expect(received).toBe(19);
  expect(shown).toBeLessThan(received);
  expect(paragraph.vi).toContain(`Thu về 19 phiếu`);
  expect(paragraph.vi).toContain(`số liệu tính trên ${shown} phiếu đã công bố`);
});

test('each item has everything that was counted of it, and what is withheld on the page has no count', async () => {
  await at.take(30, { a: GOOD });
  await at.take(12, { a: [5, 4, 2, 1, 0, 5, 4, 2] });
  // shown and not answered, of people who went away
  await at.take(4, { a: [5, 5, 5, 5, 5, 5, null, null], e: 'idle' });
  at.office.now = AFTER_HALF;
  const [said, page] = [await report(), await overview()];
  expect(said.items).toHaveLength(39);
  const rows = page.factors.flatMap(({ items }) => items);
  expect(said.items.map(({ number, score, levels }) => [number, score, levels])).toEqual(
    rows.map(({ number, score, levels }) => [number, score, levels]),
  );
  const told = said.items.filter(({ levels }) => levels !== null);
  expect(told.length).toBeGreaterThan(3);
  for (const { score, levels, sums, notReached, blank } of told) {
    if ('withheld' in score) throw new Error('counts stand beside a withheld item');
    const n = levels!.reduce((sum, count) => sum + count, 0);
    expect([n, levels![3]! + levels![4]!, n]).toEqual([sums!.n, sums!.Y, sums!.M]);
    // asked alike in all 46 forms
    expect(n + score.noOpinion + notReached! + blank!).toBe(46);
  }
  expect(told.some(({ notReached }) => notReached === 4)).toBe(true);
  for (const item of said.items)
    if ('withheld' in item.score)
      expect([item.sums, item.levels, item.notReached, item.blank]).toEqual([null, null, null, null]);
});

test('who answered is told of a closed period, one thing at a time, as the page of cuts tells it', async () => {
  await at.take(30, { a: GOOD, dm: { sex: 1, age: null } });
  await at.take(14, { a: GOOD, dm: { sex: 2, age: 3 } });
  await at.take(5, { a: GOOD, dm: { sex: null, age: 5 } });
  expect((await report()).respondents).toBeNull();
  at.office.now = AFTER_HALF;
  const { respondents } = await report();
  expect(respondents!.map(({ facet }) => facet)).toEqual(['sex', 'age', 'kind', 'language']);
  for (const { facet, all, rows } of respondents!) {
    const cut = await at.read<Cut>('cuts', { by: facet, group: 'all' });
    expect(all).toBe(cut.totals[0]!.n);
    const shown = cut.rows.map(({ value, figures: [figure] }) => {
      return [value, 'withheld' in figure!.score ? null : figure!.score.n] as const;
    });
    expect(new Map(rows.map(({ value, n }) => [value, n]))).toEqual(new Map(shown));
  }
  // five did not say: a smaller row hides with them
  const [sex] = respondents!;
  expect(sex!.rows.filter(({ n }) => n === null)).toHaveLength(2);
});

test('remarks are counted in tens, and of words only those that the office has published stand in a report', async () => {
  const words = 'Bác Tám bị quát khi hỏi hồ sơ';
  const remark = (at_: AskedOffice, id: number) =>
    at_.office.store.write(async (tx) => {
      const { unit, point } = at_.office;
      const place = { unit, point, opened: '2026-11-09', due: '2026-12-01', author: null };
      await openCase(tx, { id: `case-${id}`, kind: 'remark', words, ...place });
    });
  for (let i = 0; i < 9; i++) await remark(at, i);
  at.office.now = AFTER_HALF;
  expect((await report()).remarks).toEqual({ count: null, tags: [], replies: [], moreReplies: 0 });
  await remark(at, 9);
  await at.office.store.write(async (tx) => {
    const step = { what: 'tags', value: 'manner', note: null, author: null, day: '2026-11-10' } as const;
    for (let i = 0; i < 10; i++)
      await changeCase(tx, `case-${i}`, { tags: i < 3 ? ['manner', 'waiting'] : ['waiting'] }, step);
    const vi = { said: 'Chờ lâu', did: 'Đã mở thêm một quầy' };
    const reply = { unit: at.office.unit, period: 'half-2026-11-1', vi, en: null, author: 'a' };
    await addReply(tx, { id: 'r1', published: '2026-11-15', ...reply });
    await addReply(tx, { id: 'r2', published: '2026-11-15', ...reply, period: 'month-2026-10' });
  });
  const said = await report();
  expect(said.remarks).toMatchObject({ count: 10, tags: [{ tag: 'waiting', count: 10 }], moreReplies: 0 });
  expect(said.remarks.replies.map(({ vi }) => vi.did)).toEqual(['Đã mở thêm một quầy']);
  expect(JSON.stringify(said)).not.toContain('Bác Tám');
  // one more is nobody's whose tag could be read off two reports
  await remark(at, 10);
  expect((await report()).remarks).toEqual(said.remarks);
});
