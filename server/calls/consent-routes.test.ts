import { beforeEach, expect, test } from 'vitest';
import { openCalledOffice, type CalledOffice } from '../../tests/fakes/called-office.ts';
import { type ConsentKind, type ConsentWords, USUAL_CONSENT } from '../../shared/consent-script.ts';
import type { ConsentList } from '../../shared/wire/consent-requests.ts';
import type { Settings } from '../../shared/wire/device.ts';
import type { Problem } from '../../shared/wire/problem.ts';

let at: CalledOffice;
beforeEach(async () => {
  at = await openCalledOffice();
});

const { vi, en } = USUAL_CONSENT.assisted;
const OWN: ConsentWords = { vi: { ...vi, more: 'Xin Ông/Bà cứ nói thật lòng.' }, en };
const put = (words: object | null, kind: ConsentKind = 'assisted', cookie = at.manager) =>
  at.office.call('/api/v1/consent', { cookie, body: { unit: at.office.unit, kind, words } });
const list = async () =>
  (await (await at.office.call('/api/v1/consent', { cookie: at.manager })).json()) as ConsentList;
const phone = async () => {
  const answer = await at.office.call('/api/v1/device', { token: at.hoa.token });
  return ((await answer.json()) as { settings: Settings }).settings.interviewer?.consent;
};

test('a telephone takes the words of its unit with its settings, with the promise between them and a version that changes with the words', async () => {
  expect((await list()).inForce.map(({ version, by }) => [version, by])).toEqual([
    ['v1', null],
    ['call-1', null],
  ]);
  expect(await phone()).toBeUndefined();
  expect((await put(OWN)).status).toBe(200);
  const first = (await phone())!.assisted!;
  expect(first.version).toMatch(/^own-[0-9a-f]{10}$/);
  expect(first.vi).toEqual([
    vi.greeting,
    'Câu trả lời không ghi tên và không ảnh hưởng đến hồ sơ của Ông/Bà.',
    'Xin Ông/Bà cứ nói thật lòng.',
    vi.question,
  ]);
  expect((await phone())!.call).toBeUndefined();
  await put({ ...OWN, vi: { ...OWN.vi, more: '  Xin   nói\nthật lòng. ' } });
  const second = (await phone())!.assisted!;
  expect(second.version).not.toBe(first.version);
  expect(second.vi[2]).toBe('Xin nói thật lòng.');
  // the same words again are the same version; those before stay readable under theirs
  await put(OWN);
  expect((await phone())!.assisted!.version).toBe(first.version);
  expect((await list()).own.map(({ version }) => version)).toEqual([
    first.version,
    second.version,
    first.version,
  ]);
  await put(null);
  expect(await phone()).toBeUndefined();
});

test('what a telephone counts under such a version is taken', async () => {
  await put(OWN);
  const { version } = (await phone())!.assisted!;
  const heartbeat = {
    dev: at.hoa.id,
    app: '0.1.0',
    total: 0,
    unsent: 0,
    sealNo: 0,
    free: null,
    persisted: true,
    faults: [],
    day: { date: '2026-11-20', wakes: 0, starts: 1, abandoned: [], agreed: { [version]: 1 } },
  };
  const { status } = await at.office.call('/api/v1/heartbeats', { token: at.hoa.token, body: heartbeat });
  expect(status).toBeLessThan(300);
});

test('a wording that leaves out what people must hear is named at its field, and nothing changes', async () => {
  const answer = await put({
    ...OWN,
    vi: { ...vi, greeting: 'Xin chào Ông/Bà, xin hỏi {số câu} câu, khoảng {số phút} phút.' },
  });
  expect(answer.status).toBe(422);
  expect(((await answer.json()) as Problem).faults).toEqual([{ at: 'words.vi.greeting', why: 'wrong' }]);
  expect((await put({ vi })).status).toBeGreaterThanOrEqual(400);
  expect(await phone()).toBeUndefined();
});

test('each change is a line of the log with its version and none of its words; saying the same again is none', async () => {
  await put(OWN);
  await put(OWN);
  await put(null);
  await put(null);
  const rows = await at.office.store.read
    .selectFrom('audit')
    .selectAll()
    .where('what', 'like', 'consent-%')
    .execute();
  expect(rows.map(({ what }) => what).toSorted()).toEqual(['consent-usual', 'consent-worded']);
  expect(JSON.stringify(rows)).not.toContain('thật lòng');
});
