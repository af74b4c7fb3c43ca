import { clipAddress, type PackAnswer, packAddress, PackAnswerSchema } from '../../shared/wire/packs.ts';
import type { hashOf } from '../device/digest.ts';
import { readAs } from '../device/read-as.ts';

/**
 * Language packs on the device: recordings by their content, and a pack's own page only when every recording it names
 * lies there. So a pack is whole or not there at all, a line that breaks goes on where it was, and an older pack
 * serves until the newer one is whole.
 */
export interface PackStoreDeps {
  /** Beside the offline copy, and never touched by it. */
  readonly cache: Pick<Cache, 'match' | 'put' | 'delete' | 'keys'>;
  /** With the device's token; rejects or answers as the network does. */
  readonly ask: (address: string) => Promise<Response>;
  /** The page's own. */
  readonly hashOf: typeof hashOf;
  /** False while somebody is at the screen: a tap comes first. */
  readonly mayGoOn: () => boolean;
}

export interface PackStore {
  /** The pack of a language, if it lies here whole and nobody has changed it. */
  recall(code: string): Promise<PackAnswer | undefined>;
  /** Fetches what is lacking; true when the pack lies here whole. */
  fetch(code: string, hash: string): Promise<boolean>;
  recording(sha256: string): Promise<ArrayBuffer | undefined>;
  /** Removes packs of other languages, and recordings that no pack here names. */
  tidy(codes: readonly string[]): Promise<void>;
}

export function openPackStore({ cache, ask, hashOf, mayGoOn }: PackStoreDeps): PackStore {
  /** The server makes a pack's hash over the rest of its answer, as it stands there. */
  async function isUnchanged({ hash, ...rest }: PackAnswer): Promise<boolean> {
    return (await hashOf(new TextEncoder().encode(JSON.stringify(rest)))) === hash;
  }

  const pathOf = ({ url }: Request) => new URL(url).pathname;

  async function readPack(answer: Response | undefined): Promise<PackAnswer | undefined> {
    const pack = answer?.ok && readAs(PackAnswerSchema, await answer.json().catch(() => undefined));
    return pack && (await isUnchanged(pack)) ? pack : undefined;
  }

  async function recording(sha256: string): Promise<ArrayBuffer | undefined> {
    const bytes = await (await cache.match(clipAddress(sha256)))?.arrayBuffer();
    return bytes && (await hashOf(bytes)) === sha256 ? bytes : undefined;
  }

  async function fetchRecording(sha256: string): Promise<boolean> {
    if (await recording(sha256)) return true;
    if (!mayGoOn()) return false;
    const answer = await ask(clipAddress(sha256));
    const bytes = answer.ok ? await answer.arrayBuffer() : undefined;
    // A portal's page is no recording, whatever it says.
    if (!bytes || (await hashOf(bytes)) !== sha256) return false;
    await cache.put(clipAddress(sha256), new Response(bytes, { headers: { 'content-type': 'audio/mpeg' } }));
    return true;
  }

  const recordingsOf = ({ clips }: PackAnswer) => Object.values(clips).map(({ sha256 }) => sha256);

  async function recall(code: string): Promise<PackAnswer | undefined> {
    const pack = await readPack(await cache.match(packAddress(code)));
    if (!pack) return undefined;
    for (const sha256 of recordingsOf(pack)) if (!(await recording(sha256))) return undefined;
    return pack;
  }

  return {
    recall,
    recording,
    async fetch(code, hash) {
      if ((await recall(code))?.hash === hash) return true;
      const pack = await readPack(await ask(packAddress(code)).catch(() => undefined));
      if (pack?.code !== code || pack.hash !== hash) return false;
      for (const sha256 of recordingsOf(pack)) {
        if (!(await fetchRecording(sha256).catch(() => false))) return false;
      }
      await cache.put(packAddress(code), new Response(JSON.stringify(pack)));
      return true;
    },
    async tidy(codes) {
      const kept = await Promise.all(
        codes.map(async (code) => readPack(await cache.match(packAddress(code)))),
      );
      const wanted = new Set([
        ...codes.map(packAddress),
        ...kept.flatMap((pack) => (pack ? recordingsOf(pack).map(clipAddress) : [])),
      ]);
      for (const request of await cache.keys()) if (!wanted.has(pathOf(request))) await cache.delete(request);
    },
  };
}
