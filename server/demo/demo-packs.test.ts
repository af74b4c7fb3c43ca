import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { missing, PackSchema } from '../../shared/language-pack.ts';
import { clipKeys, readOut } from '../../shared/pack-keys.ts';
import type { Questionnaire } from '../../shared/questionnaire.ts';
import { prepareStore } from '../set-up.ts';
import { packsOf } from '../store/language-packs.ts';
import { removeTree } from '../store/remove-tree.ts';
import { openSqlite } from '../store/store.ts';
import { addDemoPacks } from './add-demo-packs.ts';
import { chanceFor } from './chance.ts';
import { evenLoudness, samplesOf } from './even-loudness.ts';
import { readAloud } from './read-aloud.ts';

const questionnaire = JSON.parse(
  readFileSync(new URL('../questionnaires/sp39-1.json', import.meta.url), 'utf8'),
) as Questionnaire;
const folderOf = (language: string) => join(import.meta.dirname, 'packs', language);
const jsonIn = (language: string, name: string): unknown =>
  JSON.parse(readFileSync(join(folderOf(language), name), 'utf8'));

test.each(['vi', 'en'] as const)(
  'the trial speech of %s is whole, marked as a placeholder, and under 2 MB',
  (language) => {
    const pack = v.parse(PackSchema, jsonIn(language, 'pack.json'));
    expect(pack).toMatchObject({ code: language, about: { voice: 'placeholder', reviewer: null } });
    expect(missing(pack, questionnaire)).toMatchObject({ texts: [], clips: [] });
    const files = readdirSync(join(folderOf(language), 'clips')).sort();
    expect(files).toEqual(
      clipKeys(questionnaire)
        .map((key) => `${key}.mp3`)
        .sort(),
    );
    let bytes = 0;
    for (const [key, clip] of Object.entries(pack.clips)) {
      const mp3 = readFileSync(join(folderOf(language), 'clips', `${key}.mp3`));
      expect(createHash('sha256').update(mp3).digest('hex'), key).toBe(clip.sha256);
      bytes += mp3.length;
    }
    expect(bytes).toBeLessThan(2e6);
  },
);

test.each(['vi', 'en'] as const)(
  'the trial speech of %s says what the texts say now (npm run clips makes it anew)',
  (language) => {
    const texts = clipKeys(questionnaire).map((key) => [
      key,
      readAloud(readOut(questionnaire, language, key), language),
    ]);
    expect(jsonIn(language, 'said.json')).toEqual(Object.fromEntries(texts));
  },
);

test('recordings are brought to one loudness, and the silence around them goes', () => {
  const quiet = Int16Array.from({ length: 4000 }, (_, i) =>
    i < 1000 || i >= 3000 ? 0 : 1000 * (i % 2 ? 1 : -1),
  );
  const even = evenLoudness(quiet, 1000);
  // A thousandth of silence counts per sample: 60 ms stay on each side.
  expect(even).toHaveLength(2000 + 59 + 60);
  expect(Math.max(...even)).toBe(Math.round(0.2 * 32_767));
  const wav = Buffer.alloc(48);
  wav.write('RIFF', 0);
  wav.write('data', 36);
  wav.writeInt16LE(-7, 44);
  wav.writeInt16LE(9, 46);
  expect([...samplesOf(wav)]).toEqual([-7, 9]);
});

test('the demo speaks both languages from its first day, as trials, and takes every recording along when it goes', async () => {
  const store = await openSqlite(':memory:');
  await prepareStore(store, chanceFor('packs').bytes);
  await store.write((tx) => addDemoPacks(tx, questionnaire));
  expect(await packsOf(store.read, 'demo')).toMatchObject([
    { code: 'en', isEnabled: true, about: { voice: 'placeholder' } },
    { code: 'vi', isEnabled: true, about: { voice: 'placeholder' } },
  ]);
  expect(await packsOf(store.read, 'real')).toEqual([]);
  await store.write((tx) => removeTree(tx, 'demo', '2026-11-20'));
  expect(await store.read.selectFrom('clips').select('sha256').execute()).toEqual([]);
  await store.close();
});
