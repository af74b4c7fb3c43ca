import * as v from 'valibot';
import { expect, it } from 'vitest';
import { newKeys } from '../../server/keys.ts';
import { RescueFileSchema } from '../../shared/wire/rescue.ts';
import { rescueFileName, sealRescueFile } from './seal-rescue-file.ts';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const content = {
  dev: '3f6c2a9e-8b41-4d07-9e53-1c7ab20f64d8',
  app: '1.2.0+abcd1234',
  items: [
    { p: '{"v":1,"lg":"vi"}' },
    { p: '{"v":1}', remark: { salt: '0'.repeat(32), text: 'Cán bộ nhiệt tình, ghế còn thiếu' } },
  ],
  seals: [{ s: '{"v":1,"n":1}', sig: 'A'.repeat(88) }],
};

it('is opened by the server whose key it was made for, and holds the very same', async () => {
  const keys = newKeys();
  const file = await sealRescueFile(content, keys.rescuePublic, random);
  const carried: unknown = JSON.parse(JSON.stringify(file));
  expect(keys.openRescue(v.parse(RescueFileSchema, carried))).toEqual(content);
});

it('tells nobody else anything, and nothing of it may be changed on the way', async () => {
  const keys = newKeys();
  const file = await sealRescueFile(content, keys.rescuePublic, random);
  expect(newKeys().openRescue(file)).toBeUndefined();
  expect(JSON.stringify(file)).not.toContain('nhiệt');
  const at = file.data.length >> 1;
  const changed = file.data.slice(0, at) + (file.data[at] === 'A' ? 'B' : 'A') + file.data.slice(at + 1);
  expect(keys.openRescue({ ...file, data: changed })).toBeUndefined();
  expect(keys.openRescue({ ...file, dev: 'another' })).toBeUndefined();
});

it('is another file each time, also for equal content', async () => {
  const keys = newKeys();
  const [one, two] = await Promise.all([1, 2].map(() => sealRescueFile(content, keys.rescuePublic, random)));
  expect(one!.data).not.toBe(two!.data);
  expect(one!.key).not.toBe(two!.key);
});

it('takes a large outbox', async () => {
  const keys = newKeys();
  const items = Array.from({ length: 5_000 }, (_, i) => ({ p: `{"n":${i},"pad":"${'x'.repeat(330)}"}` }));
  const file = await sealRescueFile({ ...content, items }, keys.rescuePublic, random);
  expect(keys.openRescue(file)?.items).toHaveLength(5_000);
});

it('has a name that says what it is, of which device and day', () => {
  expect(rescueFileName('abc', '2026-11-24')).toBe('sipas-cuu-ho-abc-2026-11-24.json');
});
