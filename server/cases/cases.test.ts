import { beforeEach, expect, test } from 'vitest';
import { readPrint } from '../../tests/fakes/read-print.ts';
import { type Office, openOffice, signInAs } from '../../tests/fakes/office.ts';
import type { CaseList, OneCase, ReplyList } from '../../shared/wire/followed-cases.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import { openCase } from '../store/stored-cases.ts';

let office: Office;
let cookie: string;
beforeEach(async () => {
  office = await openOffice();
  cookie = await signInAs(office, 'manager');
});

const WORDS = 'Bác Tám làm ở xưởng cưa bị quát khi hỏi hồ sơ';
const get = async <T>(path: string) => (await (await office.call(`/api/v1${path}`, { cookie })).json()) as T;
const post = (path: string, body: object, by = cookie) => office.call(`/api/v1${path}`, { cookie: by, body });
const add = (words = WORDS, opened = '2026-11-16') =>
  office.store.write(async (tx) => {
    const id = `case-${Math.floor(office.random(4).reduce((sum, byte) => sum * 256 + byte, 0))}`;
    const place = { unit: office.unit, point: office.point, opened, due: '2026-12-01', author: null };
    await openCase(tx, { id, kind: 'remark', words, ...place });
    return id;
  });
const act = async (id: string, body: object) => {
  const answer = await post(`/cases/${id}/acts`, body);
  return answer.status === 200 ? ((await answer.json()) as OneCase) : answer.status;
};
const audit = async () =>
  office.store.read
    .selectFrom('audit')
    .select(['what', 'details'])
    .where('what', 'not like', 'sign-%')
    .execute();

test('the oldest stand first, with their age and what they may be about; staff see none of it', async () => {
  await add('Xin cảm ơn', '2026-11-16');
  await add(WORDS, '2026-11-02');
  const list = await get<CaseList>('/cases');
  expect(list.open.map(({ age, words }) => [age, words])).toEqual([
    [18, WORDS],
    [4, 'Xin cảm ơn'],
  ]);
  expect(list.open[0]!.suggested).toEqual([
    { tag: 'manner', words: ['quát'] },
    { tag: 'papers', words: ['hồ sơ'] },
  ]);
  expect(await get('/cases/count')).toEqual({ open: 2, late: 1 });
  for (const role of ['staff', 'reader', 'auditor'] as const) {
    const other = await signInAs(office, role);
    expect((await office.call('/api/v1/cases', { cookie: other })).status).toBe(403);
  }
});

test('a case is taken, noted, answered and opened again; each act stands with its person and day', async () => {
  const id = await add();
  const { owners } = await get<CaseList>('/cases');
  expect(await act(id, { what: 'assigned', owner: 'nobody' })).toBe(422);
  const taken = (await act(id, { what: 'assigned', owner: owners[0]!.id })) as OneCase;
  expect(taken.row).toMatchObject({ state: 'working', owner: owners[0] });
  await act(id, { what: 'noted', note: 'Đã gọi chị Hoa 0912345678' });
  await act(id, { what: 'tags', tags: ['manner'] });
  expect(await act(id, { what: 'answered', note: '  ' })).toBe(422);
  const done = (await act(id, { what: 'answered', note: 'Đã nhắc nhở' })) as OneCase;
  expect(done.row).toMatchObject({ state: 'answered', tags: ['manner'] });
  expect(done.steps.map(({ what, note, author, day }) => [what, note, author, day])).toEqual([
    ['opened', null, null, '2026-11-16'],
    ['assigned', null, 'manager', '2026-11-20'],
    ['noted', 'Đã gọi chị […] […]', 'manager', '2026-11-20'],
    ['tags', null, 'manager', '2026-11-20'],
    ['answered', 'Đã nhắc nhở', 'manager', '2026-11-20'],
  ]);
  expect(await act(id, { what: 'noted', note: 'thêm' })).toBe(409);
  expect(((await act(id, { what: 'reopened' })) as OneCase).row.state).toBe('working');
  expect((await audit()).map(({ what }) => what)).toContain('case-answered');
});

test('what is blacked out by hand is gone, and the log says that it was done and none of the words', async () => {
  const id = await add();
  const from = WORDS.indexOf('làm ở xưởng cưa');
  const stretch = { what: 'masked', from, to: from + 'làm ở xưởng cưa'.length, acts: 1 };
  expect(((await act(id, stretch)) as OneCase).row.words).toBe('Bác Tám ▮▮▮ bị quát khi hỏi hồ sơ');
  // the text has changed since: the same places are others
  expect(await act(id, stretch)).toBe(409);
  expect(await act(id, { ...stretch, acts: 2, to: 4_000 })).toBe(422);
  const log = JSON.stringify(await audit());
  expect(log).toContain('remark-masked');
  const kept = JSON.stringify([
    await office.store.read.selectFrom('cases').selectAll().execute(),
    await office.store.read.selectFrom('case_steps').selectAll().execute(),
  ]);
  for (const text of [log, kept]) expect(text).not.toContain('xưởng');
});

test('a manager writes down a case by hand; numbers and names in it are masked', async () => {
  const body = { unit: office.unit, point: office.point, words: 'Anh Bình báo máy hỏng, số 0912345678' };
  const made = (await (await post('/cases', body)).json()) as OneCase;
  expect(made.row).toMatchObject({
    kind: 'manual',
    due: '2026-12-07',
    words: 'Anh […] báo máy hỏng, số […]',
  });
  expect((await post('/cases', { ...body, words: ' ' })).status).toBe(422);
});

test('what was done is published from ten remarks of the period on, without names, and can be withdrawn', async () => {
  const reply = {
    unit: office.unit,
    period: 'month-2026-11',
    vi: { said: 'Chờ lâu sáng thứ Hai', did: 'Mở thêm một quầy' },
    en: null,
  };
  for (let i = 0; i < 9; i++) await act(await add(), { what: 'tags', tags: ['waiting'] });
  const few = await get<ReplyList>('/replies');
  expect(few.periods.every(({ remarks, tags }) => remarks === null && tags === null)).toBe(true);
  expect((await post('/replies', reply)).status).toBe(409);
  await act(await add(), { what: 'tags', tags: ['manner'] });
  const enough = await get<ReplyList>('/replies');
  expect(enough.periods.find(({ id }) => id === 'month-2026-11')).toEqual({
    id: 'month-2026-11',
    remarks: 10,
    tags: { waiting: 9, manner: 1 },
  });
  const named = await post('/replies', { ...reply, vi: { ...reply.vi, did: 'Nhắc nhở anh Tuấn' } });
  expect(((await named.json()) as Problem).faults).toEqual([{ at: 'vi.did', why: 'not-allowed' }]);
  expect((await post('/replies', { ...reply, period: 'month-2026-12' })).status).toBe(422);
  const made = (await (await post('/replies', reply)).json()) as ReplyList;
  expect(made.replies).toMatchObject([{ vi: reply.vi, withdrawn: null, author: 'manager' }]);
  const { id } = made.replies[0]!;
  // tablets take it with their settings, own phones with their page, and a poster can be printed
  const tablet = await office.enrol();
  expect(tablet.settings.replies).toEqual([{ vi: reply.vi, en: null }]);
  const poster = await post('/replies/print', { unit: office.unit, language: 'vi' });
  const [page, ...others] = await readPrint(new Uint8Array(await poster.arrayBuffer()));
  expect(others).toEqual([]);
  for (const text of ['Góp ý – đã xử lý', reply.vi.said, reply.vi.did, '30/11/2026'])
    expect(page!.text).toContain(text);
  const gone = (await (await post(`/replies/${id}/withdraw`, {})).json()) as ReplyList;
  expect(gone.replies).toMatchObject([{ withdrawn: '2026-11-20' }]);
  expect((await post(`/replies/${id}/withdraw`, {})).status).toBe(409);
  expect((await office.enrol('Ki-ốt 2')).settings.replies).toBeUndefined();
  expect(JSON.stringify(await audit())).not.toContain('quầy');
});
