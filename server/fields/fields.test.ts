import { beforeEach, expect, test } from 'vitest';
import { type Office, openOffice, signInAs } from '../../tests/fakes/office.ts';
import type { FieldList, ListImported } from '../../shared/wire/manage-fields.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import { USUAL_OPENING } from '../../shared/usual-opening.ts';
import { addServicePoint, addUnit } from '../store/organisation.ts';
import { placeOf } from '../place-of.ts';

let office: Office;
let cookie: string;
beforeEach(async () => {
  office = await openOffice();
  cookie = await signInAs(office, 'administrator');
});
const call = (method: string, path: string, body?: object, as = cookie) =>
  office.call(`/api/v1${path}`, { method, cookie: as, ...(body && { body }) });
const list = async (as = cookie) => (await (await call('GET', '/fields', undefined, as)).json()) as FieldList;
const faults = async (answer: Response) => ((await answer.json()) as Problem).faults;
const take = (text: string, write = true) =>
  call('POST', '/fields/import', { list: { from: 'file', text }, write });
const auditDetails = async (what: string) => {
  const lines = office.store.read.selectFrom('audit').select('details').where('what', '=', what);
  return (await lines.orderBy('id').execute()).map(({ details }) => JSON.parse(details) as unknown);
};
const words = (vi: string) => ({ vi, en: vi });
const open = { validFrom: '2026-01-01', validTo: null };
const HEAD = 'code,name_vi,name_en,field,authority,valid_from,valid_to';

test('a field is added, corrected and ended, and its procedures end with it', async () => {
  const field = { code: 'ht', name: words('Hộ tich'), ...open };
  expect((await call('POST', '/fields', field)).status).toBe(200);
  expect(await faults(await call('POST', '/fields', field))).toEqual([{ at: 'code', why: 'taken' }]);
  const corrected = { name: words('Hộ tịch'), ...open };
  expect(await (await call('PUT', '/fields/ht', corrected)).json()).toMatchObject({ name: words('Hộ tịch') });
  const procedure = { code: '1.001193', name: words('Khai sinh'), field: 'ht', authority: null, ...open };
  expect((await call('POST', '/procedures', procedure)).status).toBe(200);
  for (const [change, fault] of [
    [{ field: 'none' }, { at: 'field', why: 'unknown' }],
    [{ authority: 'u-other' }, { at: 'authority', why: 'unknown' }],
    [{ validTo: '2025-12-31' }, { at: 'validTo', why: 'order' }],
    [{ name: { vi: '', en: 'x' } }, { at: 'name.vi', why: 'needed' }],
  ] as const) {
    const { code: _code, ...body } = { ...procedure, ...change };
    expect(await faults(await call('PUT', '/procedures/1.001193', body))).toEqual([fault]);
  }
  await call('PUT', '/fields/ht', { ...corrected, validTo: '2026-06-30' });
  const after = await list();
  expect(after.procedures[0]).toMatchObject({ validTo: '2026-06-30' });
  expect(after.fields[0]).toMatchObject({ validTo: '2026-06-30', procedures: 1 });
  const lines = await office.store.read
    .selectFrom('audit')
    .select(['what', 'details'])
    .orderBy('id')
    .execute();
  expect(lines.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['field-added', 'field-changed', 'procedure-added']),
  );
  expect(JSON.parse(lines.find(({ what }) => what === 'field-changed')!.details)).toMatchObject({
    nameBefore: 'Hộ tich',
  });
});

test('a field that has ended is offered to nobody, and what was asked before is still taken', async () => {
  const point = { id: 'p-fields', unit: office.unit, name: words('Điểm'), fields: ['ct', 'ht'] };
  await office.store.write((tx) =>
    addServicePoint(tx, { ...point, opening: USUAL_OPENING, validFrom: '2025-07-01', validTo: null }),
  );
  await take(`${HEAD}\nht,Hộ tịch,,,,2025-07-01,2026-10-31\nct,Chứng thực,,,,2025-07-01,`);
  const at = { servicePoint: point.id, campaign: office.campaign, channel: 'kiosk' } as const;
  const offered = async (day: string) =>
    (await placeOf(office.store.read, { ...at, day }))!.fields.map(({ code }) => code);
  expect(await offered('2026-10-31')).toEqual(['ct', 'ht']);
  expect(await offered('2026-11-01')).toEqual(['ct']);
  expect((await list()).fields.find(({ code }) => code === 'ht')!.points).toBe(1);
});

test('a list is previewed, written whole, and changes nothing the second time', async () => {
  const text = `\uFEFF${HEAD.replaceAll(',', ';')}\r\nht;"Hộ tịch; ""cũ""";;;;1/7/2025;\r\n1.001193;Khai sinh;Birth;ht;Ủy ban nhân dân xã;2025-07-01;\r\n`;
  const acts = async (answer: Response) =>
    ((await answer.json()) as ListImported).steps.map(({ act }) => act);
  expect(await acts(await take(text, false))).toEqual(['add', 'add']);
  expect((await list()).fields).toEqual([]);
  expect(await acts(await take(text))).toEqual(['add', 'add']);
  expect(await acts(await take(text))).toEqual(['same', 'same']);
  expect(await acts(await take(text.replace('Birth', 'Births')))).toEqual(['same', 'change']);
  const now = await list();
  expect(now.fields[0]).toMatchObject({ name: words('Hộ tịch; "cũ"'), validFrom: '2025-07-01' });
  expect(now.procedures[0]).toMatchObject({ authority: { id: office.unit } });
});

test('a list without a column takes nothing of it away', async () => {
  const text = `${HEAD}\nht,Hộ tịch,Civil status,,,2025-07-01,2026-12-31\n1.001193,Khai sinh,Birth,ht,${office.unit},2025-07-01,2026-12-31`;
  await take(text);
  const before = await list();
  const short = 'code,name_vi,field\nht,Hộ tịch,\n1.001193,Khai sinh lại,ht';
  const { steps } = (await (await take(short)).json()) as ListImported;
  expect(steps.map(({ act }) => act)).toEqual(['same', 'change']);
  const name = { vi: 'Khai sinh lại', en: 'Birth' };
  expect(await list()).toEqual({ ...before, procedures: [{ ...before.procedures[0], name }] });
});

test('procedures that end with their field stand in the preview and in the audit log', async () => {
  await take(`${HEAD}\nht,Hộ tịch,,,,2025-07-01,\n1.001193,Khai sinh,,ht,,2025-07-01,`);
  const ending = `${HEAD}\nht,Hộ tịch,,,,2025-07-01,2026-12-31`;
  const preview = (await (await take(ending, false)).json()) as ListImported;
  expect(preview.steps.map(({ code, act, line }) => [code, act, line])).toEqual([
    ['ht', 'change', 2],
    ['1.001193', 'end', 2],
  ]);
  await take(ending);
  expect((await list()).procedures[0]).toMatchObject({ validTo: '2026-12-31' });
  expect(await auditDetails('list-imported')).toContainEqual({ added: 0, changed: 1, procedures: 1 });
});

test('a procedure of another field or authority is told with what was before', async () => {
  await take(`${HEAD}\nht,Hộ tịch,,,,2025-07-01,\nct,Chứng thực,,,,2025-07-01,`);
  const body = { name: words('Khai sinh'), field: 'ht', authority: null, ...open };
  await call('POST', '/procedures', { ...body, code: '1.001193' });
  await call('PUT', '/procedures/1.001193', { ...body, field: 'ct', authority: office.unit });
  expect(await auditDetails('procedure-changed')).toEqual([
    {
      name: 'Khai sinh',
      field: 'ct',
      fieldBefore: 'ht',
      authority: office.unit,
      authorityBefore: 'receives',
    },
  ]);
});

test('a unit that has ended becomes no authority, and its name means the one that goes on', async () => {
  const unit = { parent: office.unit, tree: 'real', kind: 'so', name: words('Sở Tư pháp') } as const;
  await office.store.write(async (tx) => {
    await addUnit(tx, { ...unit, id: 'u-old', validFrom: '2025-07-01', validTo: '2026-06-30' });
    await addUnit(tx, { ...unit, id: 'u-new', validFrom: '2026-07-01', validTo: null });
  });
  await take(`${HEAD}\nht,Hộ tịch,,,,2025-07-01,\n1.001193,Khai sinh,,ht,Sở Tư pháp,2025-07-01,`);
  expect((await list()).procedures[0]).toMatchObject({ authority: { id: 'u-new' } });
  const body = { name: words('Khai sinh'), field: 'ht', authority: 'u-old', ...open };
  const unknown = [{ at: 'authority', why: 'unknown' }];
  expect(await faults(await call('PUT', '/procedures/1.001193', body))).toEqual(unknown);
  const shortened = await call('POST', '/procedures', { ...body, authority: null, code: '1.00119' });
  expect(await faults(shortened)).toEqual([{ at: 'code', why: 'wrong' }]);
});

test('every bad line is named by line and column, and then nothing is written', async () => {
  const answer = await take(
    [
      HEAD,
      'ht,Hộ tịch,,,,2025-07-01,2025-13-01',
      'ht,"Hai',
      'dòng",,,,,',
      '1.00119,Khai sinh,,ht,,,',
      'x y,,,nothing,Sở Nào,2026-02-01,2026-01-01',
      'ct,Chứng thực,,,,,',
    ].join('\n'),
  );
  expect(answer.status).toBe(422);
  expect((await faults(answer))!.map(({ at, why }) => `${at} ${why}`).sort()).toEqual([
    'lines.2.valid_to wrong',
    'lines.3.code taken',
    'lines.5.code wrong',
    'lines.6.authority unknown',
    'lines.6.code wrong',
    'lines.6.field unknown',
    'lines.6.name_vi needed',
    'lines.6.valid_to order',
  ]);
  expect((await list()).fields).toEqual([]);
  for (const text of ['', 'code;name\n', `${HEAD},note\n`])
    expect(await faults(await take(text))).toEqual([{ at: 'lines.1', why: 'wrong' }]);
});

test('the lists that come with the program can be taken in, and a commune needs no department for its own', async () => {
  const shipped = (name: string) =>
    call('POST', '/fields/import', { list: { from: 'shipped', name }, write: true });
  expect((await shipped('commune')).status).toBe(200);
  expect((await list()).procedures.length).toBeGreaterThan(30);
  expect((await faults(await shipped('justice')))![0]).toMatchObject({ why: 'unknown' });
  const name = words('Sở Tư pháp tỉnh Thử Nghiệm');
  await office.store.write((tx) =>
    addUnit(tx, { id: 'u-stp', parent: office.unit, tree: 'real', kind: 'so', name, ...open }),
  );
  expect((await shipped('justice')).status).toBe(200);
  expect((await list()).procedures.find(({ code }) => code === 'STP-ls-1')!.authority!.id).toBe('u-stp');
});

test('the list of the tree is read below its top and changed there by nobody', async () => {
  const below = {
    id: 'u-below',
    parent: office.unit,
    tree: 'real',
    kind: 'xa',
    name: words('Dưới'),
  } as const;
  await office.store.write((tx) => addUnit(tx, { ...below, ...open }));
  await take(`${HEAD}\nht,Hộ tịch,,,,,`);
  const lower = await signInAs({ ...office, unit: 'u-below' }, 'administrator');
  expect(await list(lower)).toMatchObject({ mayChange: false, fields: [{ code: 'ht' }] });
  const body = { name: words('Khác'), ...open };
  expect((await call('PUT', '/fields/ht', body, lower)).status).toBe(403);
  expect((await call('PUT', '/fields/none', body)).status).toBe(404);
});
