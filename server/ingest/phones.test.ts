import { beforeEach, expect, test } from 'vitest';
import { bytesOf, type Office, openOffice } from '../../tests/fakes/office.ts';
import type { Submission } from '../../shared/submission.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import { DAY_MS } from '../../shared/period.ts';
import { addCampaign, allCampaigns } from '../store/campaigns.ts';
import { countSubmissions } from '../store/submissions.ts';

/** Citizens' own phones, which have no token: a walk-up code says where they are. */
let office: Office;

beforeEach(async () => {
  office = await openOffice();
});

const kinds = ({ receipts }: Receipts) => receipts.map(([, kind]) => kind);
const stored = () => countSubmissions(office.store.read);
const phone = (ps: readonly string[], code = office.code) => ({
  proto: 1,
  code,
  items: ps.map((p) => ({ p })),
});

test('an own phone sends by its walk-up code, in either case, and a repeat counts once', async () => {
  const p = bytesOf(office, { ch: 'qr' });
  const first = await office.call('/api/v1/phone', { body: phone([p]) });
  expect(kinds((await first.json()) as Receipts)).toEqual(['stored']);
  const again = await office.call('/api/v1/phone', { body: phone([p], office.code.toLowerCase()) });
  expect(kinds((await again.json()) as Receipts)).toEqual(['dup']);
  expect(await stored()).toBe(1);
});

test('an own phone cannot speak for a kiosk, another service point or another campaign', async () => {
  for (const change of [
    {},
    { ch: 'qr', sp: 'elsewhere' },
    { ch: 'qr', c: 'nowhere' },
  ] as Partial<Submission>[]) {
    const response = await office.call('/api/v1/phone', { body: phone([bytesOf(office, change)]) });
    expect(kinds((await response.json()) as Receipts)).toEqual(['held']);
  }
  expect(await stored()).toBe(0);
});

test.each([
  ['a protocol of tomorrow', {}, 9],
  ['a questionnaire version of tomorrow', { fv: 99 }, 1],
  ['a field of tomorrow', { fd: 'tomorrow' }, 1],
  ['an authority of tomorrow', { au: 'tomorrow' }, 1],
] as [string, Partial<Submission>, number][])(
  'behind %s a phone that speaks for a kiosk is held for its channel, which no review waives',
  async (_what, change, proto) => {
    const body = { ...phone([bytesOf(office, change)]), proto };
    await office.call('/api/v1/phone', { body });
    const unread = { ...phone([`{"v":2,"id":"${'0'.repeat(36)}","ch":"kiosk"}`]), proto: 9 };
    await office.call('/api/v1/phone', { body: unread });
    const held = await office.store.read.selectFrom('quarantine').select('reason').execute();
    expect(held.map(({ reason }) => reason).sort()).toEqual(['channel', 'unreadable']);
  },
);

test('an unknown code is said to be unknown, and more than one item is no parcel of a phone', async () => {
  const unknown = await office.call('/api/v1/phone', {
    body: phone([bytesOf(office, { ch: 'qr' })], '2222222222'),
  });
  expect([unknown.status, ((await unknown.json()) as { code: string }).code]).toEqual([404, 'unknown-code']);
  const two = await office.call('/api/v1/phone', { body: phone([bytesOf(office), bytesOf(office)]) });
  expect(two.status).toBe(400);
});

/** The answer to one form by the office's code, a day of which is `b`. */
const sent = async (change: Partial<Submission> = {}) => {
  const body = phone([bytesOf(office, { ch: 'qr', ...change })]);
  const answer = (await (await office.call('/api/v1/phone', { body })).json()) as Receipts & {
    code?: string;
  };
  return answer.code ?? kinds(answer)[0];
};
const setAll = (table: 'service_points' | 'campaigns' | 'codes', values: object) =>
  office.store.write(async (tx) => {
    await tx.updateTable(table).set(values).execute();
  });

test.each([
  ['its place has closed', 'service_points', 'valid_to'],
  ['its campaign has ended', 'campaigns', 'ends'],
] as const)(
  'a code says nothing more once %s; what was opened on the last day may come',
  async (_, table, column) => {
    await setAll(table, { [column]: '2026-11-19' });
    expect(await sent()).toBe('stored');
    await setAll(table, { [column]: '2026-11-18' });
    expect(await sent()).toBe('unknown-code');
    expect(await stored()).toBe(1);
  },
);

test('a phone brings forms of the campaign that is asked for there, and of no other', async () => {
  const other = { ...(await allCampaigns(office.store.read))[0]!, id: 'c-other', starts: '2026-11-25' };
  await office.store.write((tx) => addCampaign(tx, other));
  expect(await sent({ c: 'c-other' })).toBe('held');
  office.now += 6 * DAY_MS;
  // it runs beside the first one since yesterday, and the newer one is asked for
  expect([await sent({ c: 'c-other' }), await sent()]).toEqual(['stored', 'held']);
  await setAll('codes', { pinned: 1 });
  expect([await sent({ c: 'c-other' }), await sent()]).toEqual(['held', 'stored']);
});

test('two hundred people of one address are taken within the hour', async () => {
  for (let i = 0; i < 200; i++) {
    expect(await sent()).toBe('stored');
    office.now += 18_000;
  }
  expect(await stored()).toBe(200);
});

test('a flood by one code is slowed and told how long to wait, and the office hears of it, not from where', async () => {
  const answers: Response[] = [];
  for (let i = 0; i < 75; i++)
    answers.push(await office.call('/api/v1/phone', { body: phone([bytesOf(office, { ch: 'qr' })]) }));
  const refused = answers.filter(({ status }) => status === 429);
  expect([answers.length - refused.length, await stored()]).toEqual([60, 60]);
  expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
  const lines = await office.store.read
    .selectFrom('audit')
    .selectAll()
    .where('what', '=', 'phone-flood')
    .execute();
  expect(lines.map(({ unit, details }) => [unit, (JSON.parse(details) as { tries: number }).tries])).toEqual([
    [office.unit, 10],
  ]);
  expect(office.logs.filter(({ what }) => what === 'phone-flood')).toHaveLength(1);
  // nothing is lost: what was refused is offered again by the phone that holds it
  office.now += 60_000;
  expect(await sent()).toBe('stored');
});

test('made-up tickets are slowed too, and the log says so', async () => {
  const ticket = 'A'.repeat(22);
  const body = { proto: 1, ticket, items: [{ p: bytesOf(office, { ch: 'ticket', b: '2026-11/2' }) }] };
  const kinds = new Set<number>();
  for (let i = 0; i < 75; i++) kinds.add((await office.call('/api/v1/phone', { body })).status);
  expect([...kinds]).toEqual([410, 429]);
  expect(office.logs.filter(({ what }) => what === 'phone-flood')).toHaveLength(1);
});
