import { beforeEach, expect, test } from 'vitest';
import { type AskedOffice, openAskedOffice } from '../../tests/fakes/asked-figures.ts';
import { keepSignedIn, signInAs } from '../../tests/fakes/office.ts';
import type { Submission } from '../../shared/submission.ts';
import { readDocx } from '../../tests/fakes/read-docx.ts';
import type { CertifiedReports } from '../../shared/wire/certified-report.ts';
import type { SurveyReport } from '../../shared/wire/survey-report.ts';
import { judgeCorrection } from './judge-correction.ts';
import { holdBack } from './hold-back.ts';

/** Năm 2026 runs to 14/12/2026. */
const YEAR = { period: 'report-2026-year' };
const AFTER_YEAR = Date.parse('2026-12-16T09:00:00+07:00');
const REASON = 'Máy ở điểm tiếp nhận gửi phiếu muộn do mất mạng';
const GOOD: Submission['a'] = [5, 5, 5, 5, 5, 5, 5, 5];

let at: AskedOffice;
let manager: string;
beforeEach(async () => {
  at = await openAskedOffice();
  manager = await signInAs(at.office, 'manager');
});

const certified = (more: Readonly<Record<string, string>> = {}) =>
  at.read<CertifiedReports>('certified', { ...YEAR, ...more });
const certify = (body: object, cookie = manager) =>
  at.office.call('/api/v1/certified', {
    cookie,
    body: { unit: at.office.unit, ...YEAR, form: 'express', ...body },
  });
const faultOf = async (answer: Response) => {
  const { code, faults } = (await answer.json()) as { code: string; faults?: { at: string; why: string }[] };
  return [answer.status, faults?.[0] ? `${faults[0].at} ${faults[0].why}` : code];
};
const nOf = ({ service }: SurveyReport) => ('withheld' in service.score ? null : service.score.n);

test('certified figures stay while late forms move the others; both stand side by side, and a correction with its reason is version 2', async () => {
  await at.take(40, { a: GOOD });
  at.office.now = AFTER_YEAR;
  const first = await certified();
  expect([first.versions, first.certified, first.correction.kind]).toEqual([[], null, 'may']);
  expect((await certify({ version: 1, seen: first.seen, reason: null })).status).toBe(200);

  await at.take(12, { a: [1, 1, 1, 1, 1, 1, 1, 1] });
  const beside = await certified();
  expect([nOf(beside.certified!), nOf(beside.live), beside.correction.kind]).toEqual([40, 52, 'may']);
  expect(beside.certified!.certified).toMatchObject({
    version: 1,
    day: '2026-12-16',
    held: 0,
    differs: true,
  });
  // an item may move by fewer than ten, so only one version of it is told
  expect(first.live.items.some(({ levels }) => levels)).toBe(true);
  expect(beside.certified!.items.some(({ levels }) => levels)).toBe(false);
  const report = await at.read<SurveyReport>('report', YEAR);
  expect([nOf(report), report.certified?.hash]).toEqual([40, beside.versions[0]!.hash]);
  const body = { unit: at.office.unit, ...YEAR, form: 'express', file: 'docx', language: 'vi' };
  const paper = await at.office.call('/api/v1/report/files', { cookie: manager, body });
  const { text } = readDocx(new Uint8Array(await paper.arrayBuffer()));
  expect(text).toContain(`Bản xác nhận lần 1, ngày 16/12/2026, mã ${report.certified!.hash.slice(0, 16)}.`);
  expect(report.paragraph.vi).toMatch(/Bản xác nhận lần 1, ngày 16\/12\/2026, mã [0-9a-f]{16}\.$/);

  expect(await faultOf(await certify({ version: 2, seen: beside.seen, reason: null }))).toEqual([
    422,
    'reason needed',
  ]);
  expect(await faultOf(await certify({ version: 2, seen: first.seen, reason: REASON }))).toEqual([
    422,
    'seen taken',
  ]);
  expect((await certify({ version: 2, seen: beside.seen, reason: REASON })).status).toBe(200);
  const after = await certified();
  expect(after.versions.map(({ version, reason, by }) => [version, reason, by])).toEqual([
    [2, REASON, 'manager'],
    [1, null, 'manager'],
  ]);
  expect([nOf(after.certified!), after.certified!.certified?.differs, after.correction.kind]).toEqual([
    52,
    false,
    'none',
  ]);
  const older = await certified({ version: '1' });
  expect([nOf(older.certified!), older.certified!.certified?.version]).toEqual([40, 1]);
  const lines = await at.office.store.read
    .selectFrom('audit')
    .select('what')
    .where('what', 'like', 'report-c%')
    .execute();
  expect(lines.map(({ what }) => what)).toEqual(['report-certified', 'report-corrected']);
});

test('a month that runs on when its period has ended stands in no certified version, nor keeps a correction waiting', async () => {
  await at.take(40, { a: GOOD });
  at.office.now = AFTER_YEAR;
  const late = (count: number) => at.take(count, { b: '2026-12-16AM', a: GOOD });
  await late(20);
  const { seen, live } = await certified();
  const december = live.trend.at(-1)!;
  expect(december).toMatchObject({ period: 'month-2026-12', service: { n: 20 } });
  await certify({ version: 1, seen, reason: null });
  await late(4);
  at.office.now = Date.parse('2027-01-04T09:00:00+07:00');
  await keepSignedIn(at.office);
  const after = await certified();
  expect(after.live.trend.at(-1)).toMatchObject({ service: { n: 24 } });
  expect(after.certified!.trend.at(-1)!.period).toBe('month-2026-11');
  expect(after.correction).toEqual({ kind: 'none' });
  const rows = await at.office.store.read.selectFrom('certified_reports').selectAll().execute();
  expect(JSON.stringify(rows)).toContain('month-2026-11');
  expect(JSON.stringify(rows)).not.toContain('month-2026-12');
});

test('three late forms wait for their release: nothing is corrected, and the page says why', async () => {
  await at.take(40, { a: GOOD });
  at.office.now = AFTER_YEAR;
  await certify({ version: 1, seen: (await certified()).seen, reason: null });
  await at.take(3, { a: GOOD });
  const { correction, seen, certified: told } = await certified();
  expect([correction, told!.certified?.differs]).toEqual([{ kind: 'waiting', forms: 3 }, true]);
  expect(await faultOf(await certify({ version: 2, seen, reason: REASON }))).toEqual([409, 'not-possible']);
});

test('an open period, a month, a wrong version and an account without the right are refused, each clearly', async () => {
  await at.take(40, { a: GOOD });
  const open = await certified();
  const asked = { version: 1, seen: open.seen, reason: null };
  expect(await faultOf(await certify(asked))).toEqual([422, 'period too-early']);
  at.office.now = AFTER_YEAR;
  const { seen } = await certified();
  expect(await faultOf(await certify({ ...asked, seen, version: 2, reason: REASON }))).toEqual([
    409,
    'not-possible',
  ]);
  for (const period of ['month-2026-11', 'report-2026-q2'])
    expect(await faultOf(await certify({ ...asked, seen, period }))).toEqual([400, 'malformed']);
  for (const role of ['reader', 'auditor', 'staff'] as const) {
    const cookie = await signInAs(at.office, role);
    expect(await faultOf(await certify({ ...asked, seen }, cookie)), role).toEqual([403, 'forbidden']);
  }
  expect((await certified()).versions).toEqual([]);
});

test('figures that differ by one to nine forms, or are made of other forms, may not stand beside each other', async () => {
  await at.take(40, { a: GOOD });
  at.office.now = AFTER_YEAR;
  const { live } = await certified();
  const figure = live.service.score;
  if ('withheld' in figure) throw new Error('forty forms are told');
  const withService = (n: number, percent = figure.percent): SurveyReport => {
    return { ...live, service: { ...live.service, score: { ...figure, n, percent } } };
  };
  expect(judgeCorrection(live, withService(49))).toEqual({ kind: 'few', groups: ['II'] });
  expect(judgeCorrection(live, withService(40, 99))).toEqual({ kind: 'few', groups: ['II'] });
  expect(judgeCorrection(live, withService(50))).toEqual({ kind: 'may' });
  expect(judgeCorrection(withService(50), live)).toEqual({ kind: 'may' });
  const more = (channel: SurveyReport['channels'][number]) => ({
    ...channel,
    shown: (channel.shown ?? 0) + 3,
  });
  const byChannel: SurveyReport = { ...live, channels: live.channels.map(more) };
  expect(judgeCorrection(live, byChannel)).toEqual({ kind: 'few', groups: ['shown'] });
  const remarks = { ...live.remarks, moreReplies: 1 };
  expect(judgeCorrection(live, { ...live, remarks })).toEqual({ kind: 'none' });
  const { unit } = live;
  const demo: SurveyReport = { ...withService(43), unit: { ...unit, tree: 'demo' } };
  expect(judgeCorrection(live, demo)).toEqual({ kind: 'may' });
});

test('a certified figure is held back while the same figure is withheld today, with all that names it', async () => {
  await at.take(40, { a: GOOD });
  at.office.now = AFTER_YEAR;
  const { live } = await certified();
  const untold = { ...live.service, score: { withheld: 'complement' }, sums: null } as const;
  const { report, held } = holdBack(live, { ...live, service: untold, valid: null });
  expect([held, report.service, report.valid, report.serviceTarget]).toEqual([1, untold, null, null]);
  expect([report.policy, report.factors]).toEqual([live.policy, live.factors]);
  expect(holdBack(live, live)).toEqual({ report: live, held: 0 });
});

test('a certified quarter is held back while five forms more in the half-year could be subtracted from it, and told again later', async () => {
  const { office } = at;
  const on = (day: string) => (office.now = Date.parse(`${day}T09:00:00+07:00`));
  const quarter = { period: 'report-2027-q1' };
  on('2027-01-12');
  await at.take(40, { b: '2027-01-12AM', a: GOOD });
  on('2027-03-16');
  const { seen } = await at.read<CertifiedReports>('certified', quarter);
  expect((await certify({ ...quarter, version: 1, seen, reason: null })).status).toBe(200);
  const told = async () => {
    const { certified: shown, live } = await at.read<CertifiedReports>('certified', quarter);
    return [nOf(shown!), nOf(live), shown!.factors.filter(({ sums }) => sums !== null).length];
  };
  expect(await told()).toEqual([40, 40, 7]);
  // the half-month closes, and its five forms enter the half-year
  on('2027-03-22');
  await at.take(5, { b: '2027-03-22AM', a: GOOD });
  on('2027-04-01');
  expect(await told()).toEqual([null, null, 0]);
  const report = await at.read<SurveyReport>('report', quarter);
  expect(report.paragraph.vi).toMatch(
    /Tạm thời không nêu \d+ số liệu để không lộ ý kiến của dưới 10 người\.$/,
  );
  await at.take(6, { b: '2027-04-01AM', a: GOOD });
  on('2027-04-15');
  expect(await told()).toEqual([40, 40, 7]);
});
