import { createHash } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { hashOf } from '../device/digest.ts';
import { openPackStore } from './pack-store.ts';

const sha256 = (data: string) => createHash('sha256').update(data).digest('hex');
const clip = (content: string) => ({ sha256: sha256(content), bytes: content.length });
const CONTENTS = ['hello', 'one', 'two'];

/** A pack as the server answers it: its hash is over all that comes before. */
function packOf(code: string, clips: Readonly<Record<string, string>>, texts = {}) {
  const pack = {
    sys: 'sipas',
    code,
    name: code,
    voice: 'placeholder',
    questionnaire: { id: 'sp39', version: 1 },
    texts,
    clips: Object.fromEntries(Object.entries(clips).map(([key, content]) => [key, clip(content)])),
  };
  return { ...pack, hash: sha256(JSON.stringify(pack)) };
}

let kept: Map<string, Response>;
let served: Map<string, string>;
let asked: string[];
let isThere: () => boolean;

/** What the platform's cache does, by path. */
const cache = {
  match: async (path: string) => kept.get(path)?.clone(),
  put: async (path: string, answer: Response) => void kept.set(path, answer),
  delete: async ({ url }: { url: string }) => kept.delete(new URL(url).pathname),
  keys: async () => [...kept.keys()].map((path) => ({ url: `https://example.org${path}` })),
} as unknown as Cache;

const open = () =>
  openPackStore({
    cache,
    hashOf,
    mayGoOn: () => !isThere(),
    ask: async (path) => {
      asked.push(path);
      const body = served.get(path);
      if (body === 'cut') throw new TypeError('line');
      return new Response(body ?? 'not found', { status: body === undefined ? 404 : 200 });
    },
  });

const pack = packOf('khmer', { sample: 'hello', 'level-1': 'one', 'level-2': 'two' });
const pathOf = (content: string) => `/api/v1/packs/clips/${sha256(content)}`;

beforeEach(() => {
  [kept, asked, isThere] = [new Map(), [], () => false];
  served = new Map([
    ['/api/v1/packs/khmer', JSON.stringify(pack)],
    ...CONTENTS.map((content): [string, string] => [pathOf(content), content]),
  ]);
});

it('keeps a pack with all its recordings, which then need no network', async () => {
  expect(await open().fetch('khmer', pack.hash)).toBe(true);
  served.clear();
  const store = open();
  expect(await store.recall('khmer')).toEqual(pack);
  expect(new TextDecoder().decode(await store.recording(sha256('one')))).toBe('one');
  asked.length = 0;
  expect(await store.fetch('khmer', pack.hash)).toBe(true);
  expect(asked).toEqual([]);
});

it('does not recall a pack of which a recording is missing or was changed, nor one with other texts', async () => {
  const store = open();
  await store.fetch('khmer', pack.hash);
  const recording = kept.get(pathOf('two'))!;
  kept.delete(pathOf('two'));
  expect(await store.recall('khmer')).toBeUndefined();
  kept.set(pathOf('two'), new Response('tampered'));
  expect(await store.recall('khmer')).toBeUndefined();
  expect(await store.recording(sha256('two'))).toBeUndefined();
  kept.set(pathOf('two'), recording);
  expect(await store.recall('khmer')).toEqual(pack);
  kept.set('/api/v1/packs/khmer', new Response(JSON.stringify({ ...pack, texts: { end: 'x' } })));
  expect(await store.recall('khmer')).toBeUndefined();
});

it('is mended by fetching what is lacking, and only that', async () => {
  await open().fetch('khmer', pack.hash);
  kept.set(pathOf('two'), new Response('tampered'));
  asked.length = 0;
  expect(await open().fetch('khmer', pack.hash)).toBe(true);
  expect(asked).toEqual(['/api/v1/packs/khmer', pathOf('two')]);
});

it('goes on where the line broke, and offers nothing before the pack is whole', async () => {
  served.set(pathOf('two'), 'cut');
  expect(await open().fetch('khmer', pack.hash)).toBe(false);
  expect(await open().recall('khmer')).toBeUndefined();
  served.set(pathOf('two'), 'two');
  asked.length = 0;
  expect(await open().fetch('khmer', pack.hash)).toBe(true);
  expect(asked).toEqual(['/api/v1/packs/khmer', pathOf('two')]);
});

it('stops between two recordings when somebody comes to the screen', async () => {
  isThere = () => asked.length >= 2;
  expect(await open().fetch('khmer', pack.hash)).toBe(false);
  expect(asked).toEqual(['/api/v1/packs/khmer', pathOf('hello')]);
});

it('keeps the older pack until the newer one is whole, and then only what that one names', async () => {
  const store = open();
  await store.fetch('khmer', pack.hash);
  const newer = packOf('khmer', { sample: 'hello', 'level-1': 'uno' });
  served.set('/api/v1/packs/khmer', JSON.stringify(newer));
  expect(await store.fetch('khmer', newer.hash)).toBe(false);
  expect(await store.recall('khmer')).toEqual(pack);
  served.set(pathOf('uno'), 'uno');
  expect(await store.fetch('khmer', newer.hash)).toBe(true);
  await store.tidy(['khmer']);
  expect([...kept.keys()].sort()).toEqual(['/api/v1/packs/khmer', pathOf('hello'), pathOf('uno')].sort());
  await store.tidy([]);
  expect(kept.size).toBe(0);
});

it("takes no portal's page for a pack or a recording", async () => {
  served.set(pathOf('one'), '<html>sign in</html>');
  expect(await open().fetch('khmer', pack.hash)).toBe(false);
  served.set('/api/v1/packs/khmer', '<html>sign in</html>');
  expect(await open().fetch('khmer', pack.hash)).toBe(false);
  expect(await open().recall('khmer')).toBeUndefined();
});
