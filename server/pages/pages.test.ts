import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Questionnaire } from '../../shared/questionnaire.ts';
import { factorsOf, fillText, itemsOf } from '../../shared/questionnaire.ts';
import { openOffice } from '../../tests/fakes/office.ts';
import { createPhoneVisits, fillPhonePage, only } from './phone-page.ts';

const questionnaire = JSON.parse(
  readFileSync(new URL('../questionnaires/sp39-1.json', import.meta.url), 'utf8'),
) as Questionnaire;

test('the door shows three ways in, and says so when the data are invented', async () => {
  const real = await (await (await openOffice()).call('/')).text();
  expect(real.match(/class="door"/g)).toHaveLength(3);
  expect(real).not.toContain('MINH HỌA');
  const office = await openOffice({ tree: 'demo' });
  const demo = await (await office.call('/')).text();
  expect(demo).toContain('DỮ LIỆU MINH HỌA');
  expect(demo).toContain(`href="/q/${office.code}"`);
});

test('a phone gets the questionnaire reduced to what it asks, and the texts stay as they are', () => {
  const small = only(questionnaire, [0, 24, 28, 31, 34, 37, 9, 21], 'xa');
  expect(itemsOf(small).map(({ number }) => number)).toEqual([9, 21, 24, 28, 31, 34, 37]);
  expect(factorsOf(small)).toHaveLength(7);
  expect(itemsOf(small)[0]).toEqual(itemsOf(questionnaire)[8]);
  expect(JSON.stringify(small)).not.toContain(questionnaire.source.vi);
  const all = itemsOf(questionnaire).map(({ number }) => number);
  for (const kind of [...Object.keys(questionnaire.places), 'unknown'])
    for (const { text, note = text } of itemsOf(only(questionnaire, all, kind))) {
      const names = { point: { vi: 'Nơi này', en: 'This place' }, kind };
      const said = (from: Questionnaire) =>
        [text, note].flatMap((each) => [
          fillText(from, each, names, 'vi'),
          fillText(from, each, names, 'en'),
        ]);
      expect(said(only(questionnaire, all, kind))).toEqual(said(questionnaire));
    }
});

test('no text of a unit can end the element that carries the data', () => {
  const page = '<p>$&</p><script type="application/json" id="visit">null</script>';
  const data = {
    sorry: 'unknown-code',
    evil: '</script><script>alert(1)</script>\u2028',
  } as unknown as Parameters<typeof fillPhonePage>[1];
  const filled = fillPhonePage(page, data, '');
  expect(filled.match(/<\/script>/g)).toHaveLength(1);
  const json = /id="visit">(.*)<\/script>/.exec(filled)![1]!;
  expect(JSON.parse(json)).toEqual(data);
});

test('a place that is closed, and one where no campaign runs, give no visit', async () => {
  const office = await openOffice();
  const draw = createPhoneVisits({ store: office.store, random: office.random, clock: () => office.now });
  const way = { servicePoint: office.point, field: null, campaign: office.campaign };
  const set = (table: 'service_points' | 'campaigns', column: 'valid_to' | 'ends', day: string | null) =>
    office.store.write(async (tx) => {
      await tx
        .updateTable(table)
        .set({ [column]: day })
        .execute();
    });
  await set('service_points', 'valid_to', '2026-11-20');
  expect(await draw(way, office.code, 'qr')).toBeDefined();
  await set('service_points', 'valid_to', '2026-11-19');
  expect(await draw(way, office.code, 'qr')).toBeUndefined();
  await set('service_points', 'valid_to', null);
  await set('campaigns', 'ends', '2026-11-19');
  expect(await draw(way, office.code, 'qr')).toBeUndefined();
});

test('phones of one code draw from one set of blocks: over twelve visits II.B items differ by at most one', async () => {
  const office = await openOffice();
  const draw = createPhoneVisits({ store: office.store, random: office.random, clock: () => office.now });
  const way = { servicePoint: office.point, field: null, campaign: office.campaign };
  const counts = new Map<number, number>();
  for (let i = 0; i < 12; i++) {
    for (const item of (await draw(way, office.code, 'qr'))!.items)
      counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  expect([27, 28, 29, 30].map((item) => counts.get(item))).toEqual([3, 3, 3, 3]);
  expect(counts.get(0)).toBe(12);
});
