import { beforeEach, describe, expect, test } from 'vitest';
import { openOffice, signInAs, type EnrolledTablet, type Office } from '../../tests/fakes/office.ts';
import {
  ownTexts,
  REVIEWED,
  sampleFiles,
  sampleMp3,
  sampleZip,
  SP39,
} from '../../tests/fakes/sample-pack.ts';
import { clipKeys, textKeys } from '../../shared/pack-keys.ts';
import type { Settings, Tree } from '../../shared/wire/device.ts';
import type { LanguageList, LanguagePage, TakenIn } from '../../shared/wire/manage-languages.ts';
import type { PackAnswer } from '../../shared/wire/packs.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import { readZip, writeZip } from '../zip.ts';

let office: Office;
let cookie: string;
const open = async (tree: Tree) => {
  office = await openOffice({ tree });
  cookie = await signInAs(office, 'administrator');
};

const ask = async <T>(path: string, method = 'GET', body?: unknown): Promise<T> => {
  const answer = await office.call(`/api/v1${path}`, { method, cookie, ...(body !== undefined && { body }) });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as T;
};
const sendBytes = (path: string, body: BodyInit, type?: string) =>
  office.app.request(`http://localhost:8080/api/v1${path}`, {
    method: 'POST',
    headers: {
      host: 'localhost:8080',
      'sec-fetch-site': 'same-origin',
      cookie,
      ...(type && { 'content-type': type }),
    },
    body,
  });
const bring = async (zip: Uint8Array, write = true) => {
  const answer = await sendBytes(
    `/languages/import${write ? '?write=1' : ''}`,
    new Uint8Array(zip),
    'application/octet-stream',
  );
  return { status: answer.status, body: (await answer.json()) as TakenIn & Problem };
};
const folder = async (code: string, files: readonly (readonly [string, Uint8Array])[], write = true) => {
  const form = new FormData();
  for (const [name, bytes] of files) form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const answer = await sendBytes(`/languages/${code}/clips${write ? '?write=1' : ''}`, form);
  return { status: answer.status, body: (await answer.json()) as TakenIn & Problem };
};
const page = (code: string) => ask<LanguagePage>(`/languages/${code}`);
const enable = (code: string) => office.call(`/api/v1/languages/${code}/enable`, { method: 'POST', cookie });
const settingsOf = async ({ token }: EnrolledTablet) =>
  ((await (await office.call('/api/v1/device', { token })).json()) as { settings: Settings }).settings;
const lines = () => office.store.read.selectFrom('audit').select(['what', 'subject']).execute();
const clipRows = () => office.store.read.selectFrom('clips').select('sha256').execute();

describe('in a real office', () => {
  beforeEach(() => open('real'));

  test('twelve languages are listed without contents, Vietnamese and English first', async () => {
    const { languages, mayChange } = await ask<LanguageList>('/languages');
    expect(mayChange).toBe(true);
    expect(languages.map(({ code }) => code).slice(0, 2)).toEqual(['vi', 'en']);
    expect(languages).toHaveLength(14);
    for (const language of languages)
      expect(language).toMatchObject({ isBegun: false, isEnabled: false, mayEnable: false, unfit: [] });
  });

  test('a whole pack comes in, is enabled, and a tablet is told of it, fetches it and its recordings', async () => {
    const tablet = await office.enrol();
    expect(tablet.settings.languages).toBeUndefined();
    const { body: seen } = await bring(sampleZip(), false);
    expect(seen).toMatchObject({
      written: false,
      code: 'kho',
      unknown: [],
      missing: { texts: [], clips: [] },
    });
    expect(await page('kho')).toMatchObject({ isBegun: false });

    expect((await bring(sampleZip())).status).toBe(200);
    expect((await settingsOf(tablet)).languages).toBeUndefined();
    expect((await enable('kho')).status).toBe(200);
    const { languages } = await settingsOf(tablet);
    expect(languages?.map(({ code }) => code)).toEqual(['vi', 'en', 'kho']);
    const offered = languages![2]!;
    expect(offered).toMatchObject({ name: 'Kơho', voice: 'human' });

    const answer = await office.call('/api/v1/packs/kho', { token: tablet.token });
    const pack = (await answer.json()) as PackAnswer;
    expect(pack.hash).toBe(offered.hash);
    expect(Object.keys(pack.texts).sort()).toEqual(textKeys(SP39).sort());
    // who reviewed it is nobody's business on a tablet
    expect(JSON.stringify(pack)).not.toContain(REVIEWED.reviewer);
    const { sha256 } = pack.clips['sample']!;
    const clip = await office.call(`/api/v1/packs/clips/${sha256}`, { token: tablet.token });
    expect(clip.headers.get('content-type')).toBe('audio/mpeg');
    expect(clip.headers.get('cache-control')).toContain('immutable');
    expect(new Uint8Array(await clip.arrayBuffer())).toEqual(new Uint8Array(sampleMp3(0)));
    expect((await lines()).map(({ what }) => what)).toEqual(
      expect.arrayContaining(['language-imported', 'language-enabled']),
    );
  });

  test('a tablet gets nothing of a pack that is not enabled, nor without its token', async () => {
    const tablet = await office.enrol();
    await bring(sampleZip());
    const { sha256 } = (await page('kho')).recordings[0]!.clip!;
    for (const path of ['/api/v1/packs/kho', `/api/v1/packs/clips/${sha256}`, '/api/v1/packs/vi']) {
      expect((await office.call(path, { token: tablet.token })).status).toBe(404);
      expect((await office.call(path)).status).toBe(401);
    }
  });

  test.each([
    ['reviewer', { reviewer: null }],
    ['date', { date: null }],
    ['province', { province: null }],
    ['dialect', { dialect: null }],
    ['voice', { voice: 'placeholder' }],
  ])('a pack without %s is refused, and what is missing is named', async (fact, change) => {
    await bring(sampleZip({ about: { ...REVIEWED, ...change } }));
    const answer = await enable('kho');
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as Problem).faults).toEqual([{ at: `about.${fact}`, why: 'needed' }]);
    const { name, nameVi } = await page('kho');
    await ask('/languages/kho/about', 'PUT', { ...REVIEWED, name, nameVi });
    expect((await enable('kho')).status).toBe(200);
  });

  test('a pack without one text or one recording is refused', async () => {
    await bring(sampleZip({ clips: clipKeys(SP39).slice(1), texts: { ...ownTexts(), thanksTitle: '' } }));
    const answer = await enable('kho');
    expect(((await answer.json()) as Problem).faults).toEqual([
      { at: 'texts', why: 'needed' },
      { at: 'clips', why: 'needed' },
    ]);
    expect((await page('kho')).missing).toEqual({ texts: ['thanksTitle'], clips: ['sample'], about: [] });
  });

  test('Vietnamese has no speaker until every recording is there, and only sound comes in', async () => {
    const tablet = await office.enrol();
    const zip = sampleZip({ code: 'vi', head: { name: 'Tiếng Việt' }, clips: clipKeys(SP39).slice(0, 5) });
    expect((await bring(zip)).body.texts).toEqual({ added: 0, changed: 0, same: 0 });
    expect((await enable('vi')).status).toBe(422);
    const rest = clipKeys(SP39).map((key, i) => [`${key}.mp3`, sampleMp3(i)] as const);
    expect((await folder('vi', rest)).body.missing.clips).toEqual([]);
    const { name, nameVi } = await page('vi');
    await ask('/languages/vi/about', 'PUT', { ...REVIEWED, name, nameVi });
    expect((await enable('vi')).status).toBe(200);
    expect((await settingsOf(tablet)).languages).toMatchObject([
      { code: 'vi', voice: 'human', hash: expect.any(String) as unknown },
      { code: 'en', voice: null, hash: null },
    ]);
  });

  test('a changed recording takes the review away, and with it the language off the tablets', async () => {
    const tablet = await office.enrol();
    await bring(sampleZip());
    await enable('kho');
    const { body: seen } = await folder('kho', [['thanks.mp3', sampleMp3(999)]], false);
    expect(seen).toMatchObject({ losesReview: true, isDisabled: true, clips: { changed: ['thanks'] } });
    expect((await page('kho')).isEnabled).toBe(true);
    await folder('kho', [['thanks.mp3', sampleMp3(999)]]);
    expect(await page('kho')).toMatchObject({ isEnabled: false, about: { reviewer: null, date: null } });
    expect((await settingsOf(tablet)).languages).toBeUndefined();
    // the recording that nobody uses any more is gone
    expect(await clipRows()).toHaveLength(clipKeys(SP39).length);
  });

  test('a campaign that asks another version is not offered the pack, and the page says so', async () => {
    const tablet = await office.enrol();
    await bring(sampleZip());
    await enable('kho');
    const other = JSON.stringify({ ...SP39, version: 2 });
    await office.store.write(async (tx) => {
      await tx
        .insertInto('questionnaires')
        .values({ id: 'sp39', version: 2, document: other, sha256: 'x' })
        .execute();
      await tx.updateTable('campaigns').set({ version: 2 }).where('id', '=', office.campaign).execute();
    });
    expect((await settingsOf(tablet)).languages).toBeUndefined();
    expect(await page('kho')).toMatchObject({ isEnabled: true, unfit: [{ id: 'sp39', version: 2 }] });
  });

  test('the same file twice changes nothing and is written down once', async () => {
    await bring(sampleZip());
    const before = await page('kho');
    const { body } = await bring(sampleZip());
    expect(body).toMatchObject({ texts: { added: 0, changed: 0 }, clips: { added: [], changed: [] } });
    expect(await page('kho')).toEqual(before);
    expect((await lines()).filter(({ what }) => what === 'language-imported')).toHaveLength(1);
  });

  test.each([
    ['what is no ZIP', Buffer.from('GIF89a'), 'file'],
    ['a file without pack.json', writeZip([['a.txt', Buffer.from('x')]]), 'pack'],
    ['a pack.json that is none', writeZip([['pack.json', Buffer.from('{')]]), 'pack'],
    ['a code that is none', sampleZip({ code: '../x' }), 'pack.code'],
    [
      'a version that is not known',
      sampleZip({ head: { questionnaire: { id: 'sp39', version: 9 } } }),
      'pack.questionnaire',
    ],
    [
      'a recording that is none',
      writeZip([...sampleFiles({ clips: [] }), ['clips/sample.mp3', Buffer.from('<html>')]]),
      'clips.sample',
    ],
    [
      'a text without its place',
      sampleZip({ texts: { ...ownTexts(), 'item-24-full': 'không có chỗ' } }),
      'texts.item-24-full',
    ],
  ])('%s is named, and nothing comes in', async (_what, zip, at) => {
    const { status, body } = await bring(zip);
    expect(status).toBe(422);
    expect(body.faults?.map((fault) => fault.at)).toEqual([at]);
    expect(await page('kho')).toMatchObject({ isBegun: false, clips: { have: 0 } });
    expect(await clipRows()).toEqual([]);
  });

  test('a folder is taken by names: unknown ones are told, a wrong one stops everything', async () => {
    const files = [
      ['item-1.mp3', sampleMp3(1)],
      ['ITEM-99.mp3', sampleMp3(2)],
      ['ghi chú.docx', Buffer.from('x')],
    ] as const;
    const { body } = await folder('ede', files, false);
    expect(body).toMatchObject({ written: false, clips: { added: ['item-1'] } });
    expect(body.unknown).toEqual(expect.arrayContaining(['ITEM-99.mp3', 'ghi chú.docx']));
    expect(body.missing.clips).not.toContain('item-1');
    const wrong = await folder('ede', [...files, ['item-2.mp3', Buffer.from('RIFF')]]);
    expect(wrong.body.faults).toEqual([{ at: 'clips.item-2', why: 'wrong' }]);
    expect(await page('ede')).toMatchObject({ isBegun: false });
    await folder('ede', files);
    expect(await page('ede')).toMatchObject({ isBegun: true, clips: { have: 1 } });
  });

  test('bodies of another type or beyond their limit are refused', async () => {
    expect((await sendBytes('/languages/import', '{}', 'application/json')).status).toBe(415);
    expect(
      (await sendBytes('/languages/import', new Uint8Array(21_000_001), 'application/octet-stream')).status,
    ).toBe(413);
    expect((await sendBytes('/languages/vi/clips', 'x', 'multipart/form-data; boundary=y')).status).toBe(400);
  });

  test('an empty pack is exported as a working file, and comes back filled by a spreadsheet', async () => {
    const answer = await office.call('/api/v1/languages/kho/export', { cookie });
    const files = readZip(new Uint8Array(await answer.arrayBuffer()), {
      entries: 200,
      entryBytes: 1e6,
      allBytes: 1e7,
    });
    expect([...files.keys()]).toEqual(['README.txt', 'pack.json', 'recordings.csv', 'texts.csv']);
    const readme = Buffer.from(files.get('README.txt')!).toString();
    expect(readme).toContain(
      `Còn thiếu ${textKeys(SP39).length} câu chữ và ${clipKeys(SP39).length} tệp thu âm`,
    );
    const csv = Buffer.from(files.get('texts.csv')!).toString();
    expect(csv).toContain('"thanksTitle","Xin cảm ơn Ông/Bà","Thank you",""');
    expect(Buffer.from(files.get('recordings.csv')!).toString()).toContain(
      '"clips/level-5.mp3","Rất hài lòng"',
    );
    const filled = csv
      .replace('"Thank you",""', '"Thank you","Ưn ngai"')
      .replace('"Back",""', '"Back","\'=x"')
      .replaceAll('","', '";"');
    const zip = writeZip(
      [...files].map(([name, bytes]) => [name, name === 'texts.csv' ? Buffer.from(filled) : bytes]),
    );
    expect((await bring(zip)).body.texts).toMatchObject({ added: 2 });
    const { lines: texts } = await page('kho');
    expect(texts.find(({ key }) => key === 'thanksTitle')).toMatchObject({ text: 'Ưn ngai' });
    expect(texts.find(({ key }) => key === 'back')).toMatchObject({ text: '=x' });
    // the spreadsheet alone does the same
    const again = await ask<TakenIn>('/languages/kho/texts?write=1', 'POST', { csv: filled });
    expect(again.texts).toEqual({ added: 0, changed: 0, same: 2 });
  });

  test('a pack that was exported comes in elsewhere as the same pack', async () => {
    await bring(sampleZip());
    const before = await page('kho');
    const zip = new Uint8Array(
      await (await office.call('/api/v1/languages/kho/export', { cookie })).arrayBuffer(),
    );
    expect((await office.call('/api/v1/languages/kho', { method: 'DELETE', cookie })).status).toBe(204);
    expect(await page('kho')).toMatchObject({ isBegun: false, clips: { have: 0 } });
    expect(await clipRows()).toEqual([]);
    await bring(zip);
    expect(await page('kho')).toEqual(before);
  });

  test('a new language is added once', async () => {
    const name = { code: 'giay', name: 'Giáy', nameVi: 'Tiếng Giáy' };
    expect(await ask('/languages', 'POST', name)).toMatchObject({ code: 'giay', isBegun: true });
    const again = await office.call('/api/v1/languages', { body: name, cookie });
    expect(((await again.json()) as Problem).faults).toEqual([{ at: 'code', why: 'taken' }]);
  });

  test('a service point orders its languages, always with Vietnamese and English', async () => {
    const tablet = await office.enrol();
    await bring(sampleZip());
    await enable('kho');
    const order = (codes: readonly string[] | null) =>
      office.call(`/api/v1/points/${office.point}/languages`, { method: 'PUT', cookie, body: { codes } });
    expect((await order(['kho', 'vi', 'en', 'ede'])).status).toBe(200);
    // one that is not enabled waits in its place
    expect((await settingsOf(tablet)).languages?.map(({ code }) => code)).toEqual(['kho', 'vi', 'en']);
    expect((await order(['en', 'vi'])).status).toBe(200);
    expect((await settingsOf(tablet)).languages?.map(({ code }) => code)).toEqual(['en', 'vi']);
    expect((await office.call('/api/v1/packs/kho', { token: tablet.token })).status).toBe(404);
    for (const [codes, why] of [
      [['vi'], 'needed'],
      [['vi', 'en', 'vi'], 'taken'],
      [['vi', 'en', 'xx'], 'unknown'],
    ] as const)
      expect(((await (await order(codes)).json()) as Problem).faults).toEqual([{ at: 'codes', why }]);
    expect((await order(null)).status).toBe(200);
    expect((await settingsOf(tablet)).languages).toHaveLength(3);
  });

  test('a manager sees and orders languages and changes none', async () => {
    cookie = await signInAs(office, 'manager');
    expect(await ask<LanguageList>('/languages')).toMatchObject({ mayChange: false });
    expect((await enable('vi')).status).toBe(403);
    expect((await bring(sampleZip())).status).toBe(403);
  });

  test('what tablets count of packs and of listening stays with the day, the highest of each', async () => {
    const tablet = await office.enrol();
    const beat = (day: object) =>
      office.call('/api/v1/heartbeats', {
        token: tablet.token,
        body: {
          dev: tablet.id,
          app: '1',
          total: 0,
          unsent: 0,
          sealNo: 0,
          free: null,
          persisted: true,
          faults: [],
          day: { date: '2026-11-20', wakes: 1, starts: 1, abandoned: [], ...day },
        },
      });
    expect((await beat({ packs: { kho: 2 }, heard: 3 })).status).toBe(200);
    await beat({ packs: { kho: 1, ede: 1 } });
    const { counts } = await office.store.read
      .selectFrom('device_days')
      .select('counts')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(counts)).toMatchObject({ packs: { kho: 2, ede: 1 }, heard: 3 });
  });
});

test('in a demo a trial may be shown: every text, a machine’s voice, marked as such', async () => {
  await open('demo');
  const tablet = await office.enrol();
  const trial = {
    about: { ...REVIEWED, reviewer: null, voice: 'placeholder' },
    clips: ['sample', 'level-1'],
  };
  await bring(sampleZip(trial));
  expect((await enable('kho')).status).toBe(200);
  expect((await settingsOf(tablet)).languages?.[2]).toMatchObject({ code: 'kho', voice: 'placeholder' });
  await bring(sampleZip({ ...trial, code: 'ede', texts: { thanksTitle: 'x' } }));
  expect((await enable('ede')).status).toBe(422);
});
