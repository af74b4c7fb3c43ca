import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { type Office, openOffice, signInAs } from '../../tests/fakes/office.ts';
import type { CampaignList } from '../../shared/wire/campaign-requests.ts';
import type { DraftView, QuestionnaireList } from '../../shared/wire/questionnaire-versions.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import type { Draft } from '../../shared/questionnaire-draft.ts';
import type { Questionnaire } from '../../shared/questionnaire.ts';
import { addUnit } from '../store/organisation.ts';
import { removeTree } from '../store/remove-tree.ts';

let office: Office;
let cookie: string;
beforeEach(async () => {
  office = await openOffice();
  cookie = await signInAs(office, 'manager');
});

const unit = (id: string, parent: string | null) => ({
  id,
  parent,
  tree: 'real' as const,
  kind: 'xa',
  name: { vi: 'Xã khác', en: 'Another commune' },
  validFrom: '2025-07-01',
  validTo: null,
});
const SP39 = { id: 'sp39', version: 1 };
const ask = (path: string, body?: unknown, method?: string) =>
  office.call(`/api/v1/${path}`, { cookie, ...(body !== undefined && { body }), ...(method && { method }) });
const read = async <T>(answer: Response | Promise<Response>) => {
  const got = await answer;
  expect(got.status).toBe(200);
  return (await got.json()) as T;
};
const list = () => read<QuestionnaireList>(ask('questionnaires'));
const begin = (base: object = SP39) => read<DraftView>(ask('questionnaire-drafts', { base }));
const save = ({ id, edition }: DraftView, draft: Draft) =>
  ask(`questionnaire-drafts/${id}`, { edition, draft }, 'PUT');
const fault = async (answer: Response) => {
  const { code, faults } = (await answer.json()) as Problem;
  return faults?.map(({ at, why }) => `${at} ${why}`).join() ?? code;
};
/** Item 27 is asked no more, and 31 in other words. */
const changed = (draft: Draft): Draft => ({
  ...draft,
  source: { vi: 'Đơn vị soạn.', en: 'The office’s own.' },
  title: { vi: 'Phiếu của xã', en: 'The commune’s form' },
  items: draft.items.map((item) => {
    if (item.number === 27) return { ...item, isAsked: false };
    if (item.number !== 31) return item;
    const text = { vi: 'Công chức ở {point} lịch sự với người dân.', en: 'Officials at {point} are polite.' };
    return { ...item, text, relation: 'reworded' as const };
  }),
});
const publishNew = async () => {
  const begun = await begin();
  const saved = await read<DraftView>(save(begun, changed(begun.draft)));
  return ask(`questionnaire-drafts/${saved.id}/publish`, { edition: saved.edition });
};

test('a new version is made from an existing one, saved, published, and then its bytes are what every device gets', async () => {
  expect((await list()).versions).toMatchObject([
    { ...SP39, isShipped: true, retired: null, items: 39, former: null, changes: null },
  ]);
  const begun = await begin();
  expect(begun).toMatchObject({ base: SP39, edition: 1, usedNumber: 39, next: { id: 'donvi', version: 1 } });
  expect(begun.draft.items).toHaveLength(39);
  const answer = await publishNew();
  expect(await read(answer)).toEqual({ id: 'donvi', version: 1 });
  const [, own] = (await list()).versions;
  expect(own).toMatchObject({
    id: 'donvi',
    version: 1,
    title: { vi: 'Phiếu của xã' },
    isShipped: false,
    published: '2026-11-20',
    items: 38,
    former: SP39,
    changes: { same: 37, near: 0, reworded: 1, other: 0, new: 0, dropped: 1 },
    campaigns: [],
  });
  const stateOf = (code: string) => own!.breaks.find(({ group }) => group === code)?.state;
  expect([stateOf('I'), stateOf('II.B'), stateOf('II.C'), stateOf('II')]).toEqual([
    'same',
    'changed',
    'reworded',
    'changed',
  ]);
  const document = await (await office.call('/api/v1/questionnaires/donvi/1')).text();
  expect(createHash('sha256').update(document).digest('hex')).toBe(own!.sha256);
  const { areas } = JSON.parse(document) as Questionnaire;
  expect(areas[1]!.factors[1]!.items.map(({ number, weight }) => [number, weight.express])).toEqual([
    [28, 6],
    [29, 6],
    [30, 6],
  ]);
  expect(
    (await office.store.read.selectFrom('audit').select('what').orderBy('id').execute()).map(
      ({ what }) => what,
    ),
  ).toEqual(
    expect.arrayContaining(['questionnaire-drafted', 'questionnaire-saved', 'questionnaire-published']),
  );
});

test('what is missing is named, and nothing is published', async () => {
  const begun = await begin();
  const publish = () => ask(`questionnaire-drafts/${begun.id}/publish`, { edition: begun.edition });
  expect(await fault(await publish())).toBe('draft taken');
  expect((await list()).versions).toHaveLength(1);
  expect((await list()).drafts).toMatchObject([{ id: begun.id, base: SP39, by: 'manager' }]);
});

test('of two people who save the same draft the second is told, and nothing of either is lost', async () => {
  const begun = await begin();
  const title = (vi: string) => ({ ...begun.draft, title: { vi, en: 'A form' } });
  expect(await read<DraftView>(save(begun, title('Phiếu một')))).toMatchObject({ edition: 2 });
  expect(await fault(await save(begun, title('Phiếu hai')))).toBe('not-possible');
  expect(await fault(await ask(`questionnaire-drafts/${begun.id}/publish`, { edition: 1 }))).toBe(
    'not-possible',
  );
  const now = await read<DraftView>(ask(`questionnaire-drafts/${begun.id}`));
  expect(now.draft.title.vi).toBe('Phiếu một');
  expect((await ask(`questionnaire-drafts/${begun.id}`, undefined, 'DELETE')).status).toBe(204);
  expect((await list()).drafts).toEqual([]);
});

test('a draft keeps every item of the version before in its factor, and no number twice', async () => {
  const begun = await begin();
  const [first, ...rest] = begun.draft.items;
  const put = (items: Draft['items']) => save(begun, { ...begun.draft, items });
  for (const items of [rest, [{ ...first!, factor: 'II.A' }, ...rest], [first!, first!, ...rest]])
    expect(await fault(await put(items))).toBe('malformed');
});

test('a retired version is chosen by no new campaign, goes on where it runs, and can be chosen again', async () => {
  await publishNew();
  const retire = (version: object, isRetired: boolean) => {
    const { id, version: number } = version as typeof SP39;
    return ask(`questionnaires/${id}/${number}/retire`, { isRetired });
  };
  const campaign = (questionnaire: object) => ({
    name: { vi: 'Đợt mới', en: 'New' },
    unit: office.unit,
    covers: null,
    questionnaire,
    starts: '2026-12-15',
    ends: null,
    statistic: 'top2',
    aggregation: 'pooled',
    forms: {},
    thresholds: {},
    plan: null,
    follows: office.campaign,
  });
  const after = await read<QuestionnaireList>(retire(SP39, true));
  expect(after.versions[0]).toMatchObject({ retired: '2026-11-20', campaigns: [{ state: 'running' }] });
  expect(await fault(await ask('campaigns', campaign(SP39)))).toBe('questionnaire unknown');
  const { questionnaires } = await read<CampaignList>(ask('campaigns'));
  expect(questionnaires.map(({ id, retired }) => [id, retired])).toEqual([
    ['sp39', '2026-11-20'],
    ['donvi', null],
  ]);
  // one must be left
  expect(await fault(await retire({ id: 'donvi', version: 1 }, true))).toBe('not-possible');
  await read(retire(SP39, false));
  const made = await read<{ id: string }>(ask('campaigns', campaign(SP39)));
  // a planned one keeps what it chose in time
  await read(retire(SP39, true));
  await read(ask(`campaigns/${made.id}`, campaign(SP39), 'PUT'));
  expect((await ask('questionnaires/sp39/1', undefined, 'DELETE')).status).toBe(404);
});

test('whoever looks after a part of the tree reads the versions and changes none', async () => {
  await office.store.write((tx) => addUnit(tx, unit('u-below', office.unit)));
  cookie = await signInAs({ ...office, unit: 'u-below' }, 'manager');
  expect(await list()).toMatchObject({ mayChange: false, drafts: [] });
  expect((await ask('questionnaire-drafts', { base: SP39 })).status).toBe(403);
  expect((await ask('questionnaires/sp39/1/retire', { isRetired: true })).status).toBe(403);
});

test('a version of the demo is the demo’s alone and goes with it', async () => {
  const demo = await openOffice({ tree: 'demo' });
  office = demo;
  cookie = await signInAs(demo, 'manager');
  expect(await read(await publishNew())).toEqual({ id: 'minhhoa', version: 1 });
  await begin({ id: 'minhhoa', version: 1 });
  await demo.store.write((tx) => addUnit(tx, unit('r1', null)));
  const theirs = { ...demo, unit: 'r1' };
  const real = await signInAs(theirs, 'manager');
  const seen = await demo.call('/api/v1/questionnaires', { cookie: real });
  expect(((await seen.json()) as QuestionnaireList).versions.map(({ id }) => id)).toEqual(['sp39']);
  const base = { id: 'minhhoa', version: 1 };
  expect((await demo.call('/api/v1/questionnaire-drafts', { cookie: real, body: { base } })).status).toBe(
    404,
  );
  await demo.store.write((tx) => removeTree(tx, 'demo', '2026-11-20'));
  for (const table of ['questionnaires', 'questionnaire_drafts', 'retired_questionnaires'] as const) {
    const left = await demo.store.read.selectFrom(table).selectAll().execute();
    expect(left.length, table).toBe(table === 'questionnaires' ? 1 : 0);
  }
});

test('what a version dropped can be taken up again from it, under its number', async () => {
  await publishNew();
  const { draft } = await begin({ id: 'donvi', version: 1 });
  expect(draft.items.filter(({ isAsked }) => !isAsked).map(({ number }) => number)).toEqual([27]);
});
