import * as v from 'valibot';
import { beforeEach, expect, test } from 'vitest';
import { QuestionnaireSchema } from '../../shared/questionnaire.ts';
import { drawExpress, type Rests } from '../../shared/rotation.ts';
import type { Draft } from '../../shared/questionnaire-draft.ts';
import type { Settings } from '../../shared/wire/device.ts';
import type { Overview, ServedScore } from '../../shared/wire/overview.ts';
import type { Cut } from '../../shared/wire/cuts.ts';
import type { DraftView } from '../../shared/wire/questionnaire-versions.ts';
import { TestKiosk } from '../fakes/kiosk-setup.ts';
import {
  batchOf,
  bytesOf,
  type EnrolledTablet,
  keepSignedIn,
  type Office,
  openOffice,
  signInAs,
} from '../fakes/office.ts';
import { seeded } from '../fakes/seeded.ts';

/** A new version from its draft to its figures: published, chosen by a campaign, asked by a tablet, never mixed with the old one. */
let office: Office;
let tablet: EnrolledTablet;
let cookie: string;
beforeEach(async () => {
  office = await openOffice();
  tablet = await office.enrol();
  cookie = await signInAs(office, 'manager');
});

const SP39 = { id: 'sp39', version: 1 };
const OWN = { id: 'donvi', version: 1 };
const ask = async <T>(path: string, body?: unknown, method?: string): Promise<T> => {
  await keepSignedIn(office);
  const asked = { cookie, ...(body !== undefined && { body }), ...(method && { method }) };
  const answer = await office.call(`/api/v1/${path}`, asked);
  expect(answer.status, path).toBe(200);
  return (await answer.json()) as T;
};
const overview = (period: string) =>
  ask<Overview>(`overview?unit=${office.unit}&period=${period}&form=express`);
const goTo = (day: string) => (office.now = Date.parse(`${day}T09:00:00+07:00`));
const send = (ps: readonly string[]) =>
  office.call('/api/v1/batches', { body: batchOf(tablet, ps), token: tablet.token });
const nOf = (score: ServedScore) => ('withheld' in score ? score.withheld : score.n);

/** Without item 27, and item 31 in other words: policy stays what it was. */
const changed = (draft: Draft): Draft => ({
  ...draft,
  source: { vi: 'Đơn vị soạn.', en: 'The office’s own.' },
  items: draft.items.map((item) => {
    if (item.number === 27) return { ...item, isAsked: false };
    if (item.number !== 31) return item;
    const text = { vi: 'Công chức ở {point} lịch sự.', en: 'Officials at {point} are polite.' };
    return { ...item, text, relation: 'reworded' as const };
  }),
});

/** Published on Friday 20 November, asked from Wednesday 25 on. */
async function changeTo(): Promise<void> {
  const begun = await ask<DraftView>('questionnaire-drafts', { base: SP39 });
  const saved = await ask<DraftView>(
    `questionnaire-drafts/${begun.id}`,
    { edition: begun.edition, draft: changed(begun.draft) },
    'PUT',
  );
  expect(await ask(`questionnaire-drafts/${begun.id}/publish`, { edition: saved.edition })).toEqual(OWN);
  await ask('campaigns', {
    name: { vi: 'Phiếu mới', en: 'New form' },
    unit: office.unit,
    covers: null,
    questionnaire: OWN,
    starts: '2026-11-25',
    ends: null,
    statistic: 'top2',
    aggregation: 'pooled',
    forms: {},
    thresholds: {},
    plan: null,
    follows: office.campaign,
  });
}

/** The tablet learns at its round what is asked, fetches it, and people answer. */
async function visits(count: number): Promise<void> {
  const answer = await office.call('/api/v1/device', { token: tablet.token });
  const { settings } = (await answer.json()) as { settings: Settings };
  expect(settings.questionnaire).toEqual(OWN);
  const { id, version } = settings.questionnaire;
  const document = await office.call(`/api/v1/questionnaires/${id}/${version}`);
  const questionnaire = v.parse(QuestionnaireSchema, await document.json());
  const random = seeded(7);
  let rests: Rests | undefined;
  const kiosk = new TestKiosk(7, {
    place: settings,
    questionnaire,
    random,
    draw: () => drawExpress(questionnaire, rests, random),
  });
  kiosk.dateMs = office.now;
  const ps: string[] = [];
  for (let i = 0; i < count; i++) {
    kiosk.now += 600_000;
    const { p, rests: left } = kiosk.visit();
    rests = left;
    ps.push(p);
  }
  expect((await send(ps)).status).toBe(200);
}

test('a version is drafted, published, asked by a campaign and a tablet, and its figures stand apart with a break before them', async () => {
  await send(Array.from({ length: 20 }, () => bytesOf(office)));
  await changeTo();
  goTo('2026-11-26');
  await visits(12);
  goTo('2026-12-02');
  const page = await overview('month-2026-11');
  expect(page.questionnaire).toEqual(OWN);
  expect(page.alsoAsked).toEqual([SP39]);
  expect([page.shown, nOf(page.headline.service)]).toEqual([12, 12]);
  expect(page.trend.slice(-2).map(({ period, version, service }) => [period, version, nOf(service)])).toEqual(
    [
      ['month-2026-11', SP39, 20],
      ['month-2026-11', OWN, 12],
    ],
  );
  expect(page.trend).toHaveLength(13);
  expect(page.trendBreaks).toEqual([{ at: 12, from: SP39, to: OWN, policy: 'same', service: 'changed' }]);
  expect(page.units[0]!.trend.map(({ service }) => nOf(service)).slice(-2)).toEqual([20, 12]);
  // nothing of both together, nothing of one taken from the other
  expect(page.former?.service ?? null).toBeNull();
  // both can be read side by side, each by itself
  const cut = await ask<Cut>(`cuts?unit=${office.unit}&period=month-2026-11&form=express&by=version`);
  const at = cut.groups.indexOf('II');
  expect(cut.rows.map(({ value, figures }) => [value, nOf(figures[at]!.score)])).toEqual([
    ['donvi 1', 12],
    ['sp39 1', 20],
  ]);
  const before = await overview('half-2026-11-1');
  expect([before.questionnaire, before.alsoAsked]).toEqual([SP39, []]);
  const later = await overview('month-2026-12');
  expect(later.trend.map(({ version }) => version.id).slice(-3)).toEqual(['sp39', 'donvi', 'donvi']);
});

test('of the month in which the version changed neither part is shown below ten forms', async () => {
  await send(Array.from({ length: 20 }, () => bytesOf(office)));
  await changeTo();
  goTo('2026-11-26');
  await visits(9);
  goTo('2026-12-02');
  const page = await overview('month-2026-11');
  expect(page.trend.slice(-2).map(({ service }) => nOf(service))).toEqual([20, 'too-few']);
  expect(JSON.stringify(page)).not.toMatch(/"n":(?:9|29)\b/);
});

test('what came of the old version after the change is hidden with the half-month that would give it away', async () => {
  await send(Array.from({ length: 12 }, () => bytesOf(office, { b: '2026-11-03AM' })));
  await send(Array.from({ length: 3 }, () => bytesOf(office)));
  await changeTo();
  goTo('2026-11-26');
  await visits(12);
  goTo('2026-12-02');
  const page = await overview('month-2026-11');
  const half = await overview('half-2026-11-1');
  expect(page.trend.slice(-2).map(({ service }) => nOf(service))).toEqual([15, 12]);
  expect(nOf(half.headline.service)).toBe('complement');
});
