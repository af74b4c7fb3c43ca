import { expect, it } from 'vitest';
import { newKeys } from '../../server/keys.ts';
import type { RescueFile } from '../../shared/wire/rescue.ts';
import { saveRescueFile } from './save-rescue-file.ts';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const keys = newKeys();
const content = { dev: 'dev1', app: '1.0.0', items: [{ p: '{"v":1}' }], seals: [] };
function saving(change: { items?: typeof content.items; rescueKey?: string }) {
  const saved: [name: string, text: string][] = [];
  const end = saveRescueFile({
    settings:
      'rescueKey' in change ? { rescueKey: change.rescueKey ?? '' } : { rescueKey: keys.rescuePublic },
    content: { ...content, items: change.items ?? content.items },
    day: '2026-11-24',
    random,
    download: (name, text) => saved.push([name, text]),
  });
  return { end, saved };
}

it('hands one file to the downloads, and says its name and how many it holds', async () => {
  const { end, saved } = saving({});
  expect(await end).toEqual({ kind: 'saved', file: 'sipas-cuu-ho-dev1-2026-11-24.json', items: 1 });
  expect(saved).toHaveLength(1);
  expect(keys.openRescue(JSON.parse(saved[0]![1]) as RescueFile)).toEqual(content);
});

it('hands out no file where there is nothing to save or the key is no key', async () => {
  const [empty, broken] = [saving({ items: [] }), saving({ rescueKey: 'AAAA' })];
  expect([await empty.end, await broken.end]).toEqual([{ kind: 'empty' }, { kind: 'failed' }]);
  expect([...empty.saved, ...broken.saved]).toEqual([]);
});
