import { type Context, Hono } from 'hono';
import { HeartbeatSchema, LinkSchema, type Settings } from '../../shared/wire/device.ts';
import { SYS } from '../../shared/wire/batch.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { readJson } from '../read-json.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import { useLink } from '../store/accounts.ts';
import { activateDevice, type Device, deviceById, deviceByToken, keepHeartbeat } from '../store/devices.ts';
import type { Throttle } from '../throttle.ts';
import { settingsOf } from './settings-of.ts';

/** The enrolled device of an Authorization header; a revoked one is known, so that its data is held, not lost. */
export function createDeviceGuard(deps: Pick<Deps, 'store'>) {
  return async (authorization: string | undefined): Promise<Device> => {
    const token = /^Bearer ([\w-]{20,100})$/.exec(authorization ?? '')?.[1];
    const device = token && (await deviceByToken(deps.store.read, hashSecret(token)));
    if (!device) throw new ProblemError('no-token');
    return device;
  };
}

export function deviceRoutes(
  deps: Deps,
  guards: {
    readonly device: ReturnType<typeof createDeviceGuard>;
    readonly enrolments: Throttle;
    readonly addressOf: (c: Context) => string;
  },
): Hono {
  const routes = new Hono();

  routes.post('/devices/enrol', async (c) => {
    const waitSeconds = guards.enrolments.take(guards.addressOf(c));
    if (waitSeconds > 0) throw new ProblemError('too-many', waitSeconds);
    const { secret } = await readJson(c, LinkSchema, 4 * 1024);
    const token = newSecret(deps.random);
    const device = await deps.store.write(async (tx) => {
      const id = await useLink(tx, 'device', hashSecret(secret), deps.clock());
      if (id === undefined) return undefined;
      await activateDevice(tx, id, hashSecret(token), deps.clock());
      return deviceById(tx, id);
    });
    if (!device) throw new ProblemError('link-used');
    return c.json({ sys: SYS, token, settings: await current(device) });
  });

  routes.get('/device', async (c) => {
    const device = await guards.device(c.req.header('authorization'));
    c.header('cache-control', 'no-store');
    return c.json({ sys: SYS, now: deps.clock(), settings: await current(device) });
  });

  routes.post('/heartbeats', async (c) => {
    const device = await guards.device(c.req.header('authorization'));
    const heartbeat = await readJson(c, HeartbeatSchema, 8 * 1024);
    if (heartbeat.dev !== device.id) throw new ProblemError('malformed');
    await deps.store.write((tx) => keepHeartbeat(tx, device.id, heartbeat, deps.clock()));
    return c.json({ sys: SYS, now: deps.clock() });
  });

  async function current(device: Device): Promise<Settings> {
    const settings = await settingsOf(deps.store.read, device, deps.clock());
    if (!settings) throw new ProblemError('not-found');
    return settings;
  }
  return routes;
}
