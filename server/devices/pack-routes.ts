import { Hono } from 'hono';
import { localDay } from '../../shared/period.ts';
import type { PackAnswer } from '../../shared/wire/packs.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { assignmentOn } from '../store/devices.ts';
import { treesOfPoints } from '../store/organisation.ts';
import { clipBytes, packOf } from '../store/language-packs.ts';
import { tabletPack } from '../take-pack.ts';
import type { createDeviceGuard } from './routes.ts';
import { settingsOf } from './settings-of.ts';

/** What tablets fetch of language packs: only what their settings offer them. */
export function devicePackRoutes(
  deps: Pick<Deps, 'store' | 'clock' | 'keys'>,
  guards: {
    readonly device: ReturnType<typeof createDeviceGuard>;
    /** A pack is a hundred recordings: they are counted apart from the rounds of a tablet. */
    readonly listener: ReturnType<typeof createDeviceGuard>;
  },
): Hono {
  const routes = new Hono();
  const { store, clock } = deps;

  routes.get('/packs/:code', async (c) => {
    const device = await guards.device(c.req.header('authorization'));
    const code = c.req.param('code');
    const now = { nowMs: clock(), rescueKey: deps.keys.rescuePublic };
    const answer = await store.snapshot(async (read): Promise<PackAnswer | undefined> => {
      const settings = await settingsOf(read, device, now);
      const offered = settings?.languages?.find((language) => language.code === code);
      if (!settings || !offered?.hash) return undefined;
      const pack = await packOf(read, settings.tree, code);
      return pack && { ...tabletPack(pack), hash: pack.hash };
    });
    if (!answer) throw new ProblemError('not-found');
    return c.json(answer);
  });

  routes.get('/packs/clips/:sha256', async (c) => {
    const device = await guards.listener(c.req.header('authorization'));
    const place = assignmentOn(device, localDay(clock()))?.servicePoint ?? '';
    const tree = (await treesOfPoints(store.read)).get(place);
    const sha256 = c.req.param('sha256');
    const bytes = tree && (await clipBytes(store.read, tree, sha256, { enabledOnly: true }));
    if (!bytes) throw new ProblemError('not-found');
    c.header('content-type', 'audio/mpeg');
    // it is named by its content, and for this tablet alone, because it showed its token
    c.header('cache-control', 'private, max-age=31536000, immutable');
    return c.body(new Uint8Array(bytes));
  });
  return routes;
}
