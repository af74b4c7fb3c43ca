import { beforeEach, expect, test } from 'vitest';
import { type Office, openOffice, signInAs } from '../../tests/fakes/office.ts';
import { uuid4 } from '../../shared/ids.ts';
import { decodeSubmission } from '../../shared/submission.ts';
import type { FormKept, Keyed, Keying, PaperBatchRow, PaperBatchView } from '../../shared/wire/paper.ts';
import { closeOldBatches } from './close-old-batches.ts';
import { bytesOfStored } from '../store/packed-submission.ts';
import { removeTree } from '../store/remove-tree.ts';
import { countSubmissions } from '../store/submissions.ts';

let office: Office;
let manager: string;
let staff: string;
beforeEach(async () => {
  office = await openOffice();
  manager = await signInAs(office, 'manager');
  staff = await signInAs(office, 'staff');
});

const asked = (change = {}) => ({
  point: office.point,
  field: null,
  campaign: office.campaign,
  form: 'full',
  language: 'vi',
  halfMonth: '2026-11/2',
  printed: 200,
  note: 'Đợt tháng 11',
  ...change,
});
const call = (path: string, body?: unknown, cookie = staff) =>
  office.call(`/api/v1/paper${path}`, { cookie, body });
const make = async (change = {}) =>
  (await (await call('/batches', asked(change), manager)).json()) as PaperBatchView;
const view = async (id: string, cookie = staff) =>
  (await (await call(`/batches/${id}`, undefined, cookie)).json()) as PaperBatchView;
const id = () => uuid4(office.random);
/** A full form on which everything is answered alike. */
const form = (level: Keyed = 4): Keyed[] => [...Array.from({ length: 40 }, () => level), 1, 3, 'b'];
const key = async (batch: string, keyed = form(), name = id(), cookie = staff) =>
  call(`/batches/${batch}/forms`, { id: name, set: 0, keyed }, cookie);
const keyOk = async (batch: string, keyed?: Keyed[], name?: string) =>
  (await (await key(batch, keyed, name)).json()) as FormKept;
const stored = async () =>
  (await office.store.read.selectFrom('submissions').select(['id', 'p']).execute()).map(
    (row) => decodeSubmission(bytesOfStored(row))!,
  );
const working = () => office.store.read.selectFrom('paper_entries').selectAll().execute();

/** Keys forms until one of them is of the tenth; its number. */
async function untilDrawn(batch: string, keyed?: Keyed[], cookie = staff): Promise<number> {
  for (;;) {
    const { number } = (await (await key(batch, keyed, id(), cookie)).json()) as FormKept;
    if (number !== null) return number;
  }
}

test('a keyed form becomes one submission of its half-month, whoever sends it twice', async () => {
  const batch = await make();
  expect(batch).toMatchObject({ printed: 200, returned: 0, valid: 0, closed: null, mayKey: true });
  const [name, other] = [id(), id()];
  const first = await keyOk(batch.id, form(5), name);
  const again = await keyOk(batch.id, form(5), name);
  expect(again.number).toBe(first.number);
  expect(again.batch).toMatchObject({ returned: 1 });
  await keyOk(batch.id, form(2), other);
  await call(`/batches/${batch.id}/close`, {}, manager);
  const all = await stored();
  expect(all).toHaveLength(2);
  for (const submission of all)
    expect(submission).toMatchObject({
      ch: 'paper',
      b: '2026-11/2',
      fm: 'full',
      lg: 'vi',
      e: 'done',
      ui: 'p1a',
    });
  expect(new Set(all.map(({ a }) => a[0]))).toEqual(new Set([2, 5]));
  expect(all[0]).toMatchObject({ dm: { sex: 1, age: 3 }, rk: null, q: { dur: 0, hrs: 0 } });
});

test('whoever comes back after the page was closed learns whether the last form was kept', async () => {
  const batch = await make();
  const [kept, lost] = [id(), id()];
  const { number } = await keyOk(batch.id, form(5), kept);
  const last = async (name: string | null) =>
    ((await (await call(`/batches/${batch.id}/keying`, { last: name })).json()) as Keying).last;
  expect([await last(kept), await last(lost), await last(null)]).toEqual([
    { isKept: true, number },
    { isKept: false, number: null },
    null,
  ]);
  // of the tenth: the number that is to be written on it is told again
  const few = await make({ printed: 1 });
  const drawn = id();
  await keyOk(few.id, form(), drawn);
  const again = (await (await call(`/batches/${few.id}/keying`, { last: drawn })).json()) as Keying;
  expect(again.last).toEqual({ isKept: true, number: 1 });
});

test('no opinion, blanks and what is marked twice are what they are, and never a level', async () => {
  const batch = await make();
  const keyed: Keyed[] = [...form(4).slice(0, 38), 0, 'b', 'b', 'b', 2];
  await keyOk(batch.id, keyed);
  await call(`/batches/${batch.id}/close`, {}, manager);
  const [submission] = await stored();
  expect(submission!.a.slice(37)).toEqual([4, 0, 'b']);
  expect(submission).toMatchObject({ dm: null, rk: 'organisation' });
});

test('a form with fewer than half of the answers is taken and not valid; what cannot be keyed is counted by its reason', async () => {
  const batch = await make();
  const blank = (count: number): Keyed[] => [
    ...form().slice(0, 40 - count),
    ...form('b').slice(40 - count, 40),
    1,
    1,
    1,
  ];
  await keyOk(batch.id, blank(20));
  await keyOk(batch.id, blank(21));
  const name = id();
  for (const why of ['empty', 'unreadable', 'unreadable', 'other-form'])
    await call(`/batches/${batch.id}/unusable`, { id: id(), why });
  // the answer was lost, and it is sent again
  for (let i = 0; i < 2; i++) await call(`/batches/${batch.id}/unusable`, { id: name, why: 'empty' });
  await call(`/batches/${batch.id}/close`, {}, manager);
  expect(await view(batch.id)).toMatchObject({
    returned: 7,
    valid: 1,
    underHalf: 1,
    unusable: { empty: 2, unreadable: 2, 'other-form': 1 },
  });
});

test('one of each ten waits for a second entry; where both agree it counts once', async () => {
  const batch = await make();
  for (let i = 0; i < 20; i++) await keyOk(batch.id);
  expect(await countSubmissions(office.store.read)).toBe(18);
  const before = await view(batch.id);
  expect(before).toMatchObject({ returned: 20, valid: 18, drawn: 2, twice: 0 });
  expect(before.drawnForms.map(({ number, state, isOwn }) => [number, state, isOwn])).toEqual([
    [1, 'waiting', true],
    [2, 'waiting', true],
  ]);
  // to somebody else they are not their own
  expect((await view(batch.id, manager)).drawnForms.every(({ isOwn }) => !isOwn)).toBe(true);
  const second = { number: 1, set: 0, keyed: form() };
  for (let i = 0; i < 2; i++)
    expect((await call(`/batches/${batch.id}/second`, second, manager)).status).toBe(200);
  expect(await view(batch.id)).toMatchObject({ valid: 19, twice: 1, alone: 0, compared: 43, differing: 0 });
  expect(await countSubmissions(office.store.read)).toBe(19);
  // the same person keys the other one: said, because nobody else was there
  await call(`/batches/${batch.id}/second`, { ...second, number: 2 });
  expect(await view(batch.id)).toMatchObject({ valid: 20, twice: 2, alone: 1 });
});

test('where two entries differ the paper decides, and what it says is the one submission', async () => {
  const batch = await make({ printed: 1 });
  const number = await untilDrawn(batch.id, form(4));
  expect(await countSubmissions(office.store.read)).toBe(0);
  const other = form(4);
  [other[0], other[14], other[41]] = [5, 3, 4];
  await call(`/batches/${batch.id}/second`, { number, set: 0, keyed: other }, manager);
  expect((await view(batch.id)).drawnForms).toEqual([
    {
      number,
      state: 'differs',
      isOwn: true,
      differences: [
        { place: 0, first: 4, second: 5 },
        { place: 14, first: 4, second: 3 },
        { place: 41, first: 3, second: 4 },
      ],
    },
  ]);
  const decide = (decided: object[]) => call(`/batches/${batch.id}/decide`, { number, decided }, manager);
  const all = [
    { place: 0, keyed: 5 },
    { place: 14, keyed: 4 },
    { place: 41, keyed: 3 },
  ];
  // each place, and no other
  expect((await decide(all.slice(1))).status).toBe(400);
  expect((await decide([...all, { place: 2, keyed: 1 }])).status).toBe(400);
  for (let i = 0; i < 2; i++) expect((await decide(all)).status).toBe(200);
  const [submission, ...more] = await stored();
  expect(more).toEqual([]);
  expect([submission!.a[0], submission!.a[14], submission!.dm?.age]).toEqual([5, 4, 3]);
  const after = await view(batch.id);
  expect(after).toMatchObject({ valid: 1, twice: 1, compared: 43, differing: 3 });
  expect(after.items.filter(({ differing }) => differing > 0).map(({ item }) => item)).toEqual(
    expect.arrayContaining([0, 14, 'age']),
  );
});

test('closing leaves counts alone: no answer, no number, and nothing more can be keyed', async () => {
  const batch = await make();
  for (let i = 0; i < 12; i++) await keyOk(batch.id);
  await call(`/batches/${batch.id}/unusable`, { id: id(), why: 'empty' });
  expect((await working()).length).toBeGreaterThan(1);
  expect((await call(`/batches/${batch.id}/close`, {}, manager)).status).toBe(200);
  expect(await working()).toEqual([]);
  expect(await view(batch.id)).toMatchObject({
    closed: '2026-11-20',
    returned: 13,
    valid: 12,
    drawnForms: [],
  });
  expect(await countSubmissions(office.store.read)).toBe(12);
  expect((await key(batch.id)).status).toBe(409);
  expect((await call(`/batches/${batch.id}/close`, {}, manager)).status).toBe(409);
});

test('what is kept of a form while its batch is open has an id that no submission has', async () => {
  const batch = await make();
  const names = Array.from({ length: 20 }, id);
  for (const name of names) await keyOk(batch.id, form(), name);
  await call(`/batches/${batch.id}/second`, { number: 1, set: 0, keyed: form() }, manager);
  const ids = new Set((await stored()).map((submission) => submission.id));
  for (const row of await working()) {
    expect(ids.has(row.id)).toBe(false);
    // decided or agreed: nothing of its answers is left
    if (row.state === 'done') expect([row.first, row.second, row.keyer]).toEqual([null, null, null]);
  }
});

test('what no form of the batch can be is refused and counted nowhere', async () => {
  const batch = await make({ printed: 2 });
  const bad: unknown[] = [
    { set: 0, keyed: form().slice(1) },
    { set: 1, keyed: form() },
    { set: 0, keyed: [...form().slice(0, 40), 3, 1, 1] },
    { set: 0, keyed: [...form().slice(0, 40), 1, 0, 1] },
    { set: 0, keyed: [...form().slice(0, 39), 6, 1, 1, 1] },
    { set: 0 },
  ];
  for (const body of bad)
    expect((await call(`/batches/${batch.id}/forms`, { id: id(), ...(body as object) })).status).toBe(400);
  await keyOk(batch.id);
  await keyOk(batch.id);
  // more cannot come back than were printed
  expect((await key(batch.id)).status).toBe(409);
  expect(
    (
      await office.call(`/api/v1/paper/batches/${batch.id}/printed`, {
        method: 'PUT',
        cookie: manager,
        body: { printed: 1 },
      })
    ).status,
  ).toBe(422);
  await office.call(`/api/v1/paper/batches/${batch.id}/printed`, {
    method: 'PUT',
    cookie: manager,
    body: { printed: 3 },
  });
  expect((await key(batch.id)).status).toBe(200);
  expect(await view(batch.id)).toMatchObject({ printed: 3, returned: 3 });
});

test('forms of the next half-month can be printed, and are keyed when it has begun', async () => {
  const batch = await make({ halfMonth: '2026-12/1' });
  expect(batch.mayKey).toBe(false);
  expect((await key(batch.id)).status).toBe(409);
  office.now = Date.parse('2026-12-01T08:00:00+07:00');
  // the sessions of ten days ago have ended
  staff = await signInAs(office, 'staff');
  expect((await key(batch.id)).status).toBe(200);
});

test('a batch is made for what there is: point, field, campaign and half-month', async () => {
  const faults = async (change: object) =>
    (
      (await (await call('/batches', asked(change), manager)).json()) as { faults?: { at: string }[] }
    ).faults?.map(({ at }) => at);
  expect(await faults({ point: 'elsewhere' })).toEqual(['point']);
  expect(await faults({ field: 'nothing' })).toEqual(['field']);
  expect(await faults({ campaign: 'none' })).toEqual(['campaign']);
  expect(await faults({ halfMonth: '2027-01/1' })).toEqual(['halfMonth']);
  expect(await faults({ halfMonth: '2025-01/1' })).toEqual(['halfMonth']);
  expect(await faults({ printed: 0 })).toEqual(['printed']);
});

test('staff key and see no figure; they neither make, print nor close a batch', async () => {
  const batch = await make();
  expect((await call('/batches', asked())).status).toBe(403);
  for (const act of ['print', 'close'])
    expect((await call(`/batches/${batch.id}/${act}`, {})).status).toBe(403);
  const keying = (await (await call(`/batches/${batch.id}/keying`, { last: null })).json()) as Keying;
  expect(keying.sets).toHaveLength(1);
  expect(keying.sets[0]!.map(({ label }) => label)).toEqual([
    null,
    ...Array.from({ length: 39 }, (_, i) => i + 1),
  ]);
  expect(keying.batch.keyers).toHaveLength(1);
  const reader = await signInAs(office, 'reader');
  expect((await call('/batches', undefined, reader)).status).toBe(403);
  const list = (await (await call('/batches')).json()) as PaperBatchRow[];
  expect(list.map((row) => row.id)).toEqual([batch.id]);
});

test('an express batch has twelve sets, and a form is of the set that is keyed', async () => {
  const batch = await make({ form: 'express', language: 'en' });
  expect(batch.sets).toBe(12);
  const { sets } = (await (await call(`/batches/${batch.id}/keying`, { last: null })).json()) as Keying;
  expect(sets.map((set) => set.length)).toEqual(Array.from({ length: 12 }, () => 8));
  for (const set of [0, 7, 11])
    await call(`/batches/${batch.id}/forms`, { id: id(), set, keyed: [5, 4, 4, 4, 5, 0, 3, 4, 2, 5, 1] });
  await call(`/batches/${batch.id}/close`, {}, manager);
  const all = await stored();
  expect(all).toHaveLength(3);
  for (const { fm, lg, it: items } of all) {
    expect([fm, lg]).toEqual(['express', 'en']);
    expect(items).toHaveLength(8);
  }
});

test('the log has who made, keyed and closed a batch, and no line for a form', async () => {
  const batch = await make();
  await call(`/batches/${batch.id}/keying`, { last: null });
  await call(`/batches/${batch.id}/keying`, { last: null });
  for (let i = 0; i < 5; i++) await keyOk(batch.id);
  await call(`/batches/${batch.id}/close`, {}, manager);
  const lines = await office.store.read
    .selectFrom('audit')
    .select('what')
    .where('subject', '=', batch.id)
    .execute();
  expect(lines.map(({ what }) => what).sort()).toEqual(['paper-closed', 'paper-keyed', 'paper-made']);
});

test('a batch that nobody closes is closed after sixty days, and loses no form', async () => {
  const batch = await make();
  for (let i = 0; i < 10; i++) await keyOk(batch.id);
  const night = (day: string) => {
    office.now = Date.parse(`${day}T20:00:00+07:00`);
    return closeOldBatches({ ...office, clock: () => office.now });
  };
  // sixty days after the thirtieth of November
  await night('2027-01-29');
  expect((await working()).length).toBe(1);
  await night('2027-01-30');
  expect(await working()).toEqual([]);
  expect(await countSubmissions(office.store.read)).toBe(10);
});

test('what is keyed is sealed by the server in the night, like what own phones send', async () => {
  const batch = await make();
  for (let i = 0; i < 3; i++) await keyOk(batch.id);
  const waiting = await office.store.read.selectFrom('phone_leaves').selectAll().execute();
  expect(waiting).toHaveLength(await countSubmissions(office.store.read));
});

test('a demo tree is removed with its batches', async () => {
  office = await openOffice({ tree: 'demo' });
  manager = await signInAs(office, 'manager');
  staff = manager;
  const batch = await make();
  for (let i = 0; i < 3; i++) await keyOk(batch.id);
  await call(`/batches/${batch.id}/keying`, { last: null });
  await office.store.write((tx) => removeTree(tx, 'demo', '2026-11-20'));
  for (const table of ['paper_batches', 'paper_entries', 'paper_keyers'] as const)
    expect(await office.store.read.selectFrom(table).selectAll().execute()).toEqual([]);
});
