import { beforeEach, expect, test } from 'vitest';
import { openOffice, signInAs, type Office } from '../../tests/fakes/office.ts';
import { ownTexts, sampleFiles, sampleZip, SP39 } from '../../tests/fakes/sample-pack.ts';
import { clipKeys, textKeys } from '../../shared/pack-keys.ts';
import { itemsOf, type Questionnaire } from '../../shared/questionnaire.ts';
import type { LanguagePage, TakenIn } from '../../shared/wire/manage-languages.ts';
import { writeZip } from '../zip.ts';

/** A second version in which item 24 is worded anew, item 28 is no longer asked and the stem has changed. */
const SECOND: Questionnaire = {
  ...SP39,
  version: 2,
  stem: { vi: 'Xin Ông/Bà cho biết:', en: SP39.stem.en },
  areas: SP39.areas.map((area) => ({
    ...area,
    factors: area.factors.map((factor) => ({
      ...factor,
      items: factor.items
        .filter(({ number }) => number !== 28)
        .map((item) =>
          item.number === 24 ? { ...item, text: { ...item.text, vi: `${item.text.vi} (mới)` } } : item,
        ),
    })),
  })),
};
const GONE = Object.keys(ownTexts()).filter((key) => /^item-28(?:-|$)/.test(key));

let office: Office;
let cookie: string;
const call = (path: string, method: string, body?: object | Uint8Array) =>
  office.app.request(`http://localhost:8080/api/v1/languages/${path}`, {
    method,
    headers: {
      host: 'localhost:8080',
      'sec-fetch-site': 'same-origin',
      cookie,
      'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json',
    },
    ...(body && { body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body) }),
  });
const page = async () => (await (await call('kho', 'GET')).json()) as LanguagePage;
const carry = (version: number) => call('kho/carry-over', 'POST', { questionnaire: { id: 'sp39', version } });

beforeEach(async () => {
  office = await openOffice();
  cookie = await signInAs(office, 'administrator');
  await call('import?write=1', 'POST', sampleZip());
  await call('kho/enable', 'POST');
  await office.store.write(async (tx) => {
    const document = JSON.stringify(SECOND);
    await tx.insertInto('questionnaires').values({ id: 'sp39', version: 2, document, sha256: 'x' }).execute();
    await tx.updateTable('campaigns').set({ version: 2 }).where('id', '=', office.campaign).execute();
  });
});

test('what says the same goes over, the rest is missing, and nobody hears it before it is reviewed and enabled anew', async () => {
  const before = await page();
  const lost = GONE.length + 2;
  expect(before).toMatchObject({
    isEnabled: true,
    carries: [
      { id: 'sp39', version: 2, texts: { have: textKeys(SP39).length - lost, of: textKeys(SP39).length } },
    ],
  });
  expect((await carry(2)).status).toBe(200);
  const after = await page();
  expect(after).toMatchObject({
    isEnabled: false,
    mayEnable: false,
    unfit: [],
    carries: [],
    questionnaire: { id: 'sp39', version: 2 },
    about: { ...before.about, reviewer: null, date: null },
    missing: { texts: ['stem', 'item-24-full'], clips: ['item-24-full'], about: ['reviewer', 'date'] },
  });
  expect(after.lines.find(({ key }) => key === 'item-24')?.text).toMatch(/^kho: /);
  expect(after.recordings.filter(({ clip }) => clip !== null)).toHaveLength(clipKeys(SECOND).length - 1);
  const lines = await office.store.read.selectFrom('audit').select(['what', 'subject']).execute();
  expect(lines).toContainEqual({ what: 'language-carried', subject: 'kho' });
});

test('the file of another version brings what is new, and of the old one only what says the same stays', async () => {
  const files = sampleFiles({
    texts: { 'item-24-full': `kho: ${itemsOf(SECOND).find(({ number }) => number === 24)!.text.vi}` },
    clips: [],
    head: { questionnaire: { id: 'sp39', version: 2 } },
  });
  const taken = (await (await call('import', 'POST', writeZip(files))).json()) as TakenIn;
  expect(taken.missing).toMatchObject({ texts: ['stem'], clips: ['item-24-full'] });
});

test('there is no way to a version that nobody has published, nor to the one that it is made for', async () => {
  for (const version of [1, 3]) expect((await carry(version)).status).toBe(409);
  expect(await page()).toMatchObject({ isEnabled: true, questionnaire: { version: 1 } });
  expect(itemsOf(SECOND)).toHaveLength(38);
});
