import { type Context, Hono } from 'hono';
import { CodeSchema, EnrolSchema, HeartbeatSchema, type Settings } from '../../shared/wire/device.ts';
import { SYS } from '../../shared/wire/batch.ts';
import { localDay } from '../../shared/period.ts';
import { audited } from '../audited.ts';
import type { Deps } from '../deps.ts';
import { gather } from '../gather.ts';
import { ProblemError } from '../problem.ts';
import { readJson } from '../read-json.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import { note } from '../store/audit.ts';
import { assignmentOn, type Device, devicesByToken, keepHeartbeat } from '../store/devices.ts';
import { keepAwhile } from '../store/kept-awhile.ts';
import { servicePoints } from '../store/organisation.ts';
import type { Tx } from '../store/store.ts';
import type { AddressThrottle } from '../throttle.ts';
import { enrolDevice, peekCode, provesKey } from './enrol-device.ts';
import { settingsOf } from './settings-of.ts';

/** The enrolled device of an Authorization header; a revoked one is known, so that its data is held, not lost. */
export function createDeviceGuard({ store }: Pick<Deps, 'store'>) {
  const deviceByHash = keepAwhile(
    store,
    gather((hashes: readonly string[]) => devicesByToken(store.read, hashes)),
  );
  return async (authorization: string | undefined): Promise<Device> => {
    const token = /^Bearer ([\w-]{20,100})$/.exec(authorization ?? '')?.[1];
    const device = token && (await deviceByHash(hashSecret(token)));
    if (!device) throw new ProblemError('no-token');
    return device;
  };
}

export function deviceRoutes(
  deps: Deps,
  guards: {
    readonly device: ReturnType<typeof createDeviceGuard>;
    readonly enrolments: AddressThrottle;
    readonly addressOf: (c: Context) => string;
  },
): Hono {
  const routes = new Hono();

  const slowDown = async (c: Context) => {
    const waitSeconds = await guards.enrolments.take(guards.addressOf(c));
    if (waitSeconds > 0) throw new ProblemError('too-many', waitSeconds);
  };

  routes.post('/devices/code', async (c) => {
    await slowDown(c);
    const { code } = await readJson(c, CodeSchema, 4 * 1024);
    const device = await deps.store.write((tx) => peekCode(tx, code, deps.clock()));
    if (!device) throw new ProblemError('code-refused');
    const { point, tree } = await current(device);
    return c.json({ sys: SYS, device: { id: device.id, name: device.name }, point, tree });
  });

  routes.post('/devices/enrol', async (c) => {
    await slowDown(c);
    const asked = await readJson(c, EnrolSchema, 4 * 1024);
    const token = newSecret(deps.random);
    if (!provesKey(asked)) throw new ProblemError('malformed');
    const { code, key } = asked;
    const at = deps.clock();
    const enrolled = await deps.store.write(async (tx) => {
      const made = await enrolDevice(tx, { code, key, tokenSha256: hashSecret(token), at });
      if (made) await writeDown(tx, made.device, 'device-enrolled');
      return made;
    });
    if (!enrolled) throw new ProblemError('code-refused');
    const { device, chain } = enrolled;
    return c.json({
      sys: SYS,
      now: at,
      token,
      settings: await current(device),
      sealNo: chain.n,
      sealHash: chain.hash,
      sealTotal: chain.total,
    });
  });

  routes.get('/device', async (c) => {
    const device = await guards.device(c.req.header('authorization'));
    return c.json({ sys: SYS, now: deps.clock(), settings: await current(device) });
  });

  routes.post('/heartbeats', async (c) => {
    const device = await guards.device(c.req.header('authorization'));
    const heartbeat = await readJson(c, HeartbeatSchema, 8 * 1024);
    if (heartbeat.dev !== device.id) throw new ProblemError('malformed');
    await deps.store.write((tx) => keepHeartbeat(tx, device.id, heartbeat, deps.clock()));
    return c.json({ sys: SYS, now: deps.clock() });
  });

  async function writeDown(tx: Tx, device: Device, what: string): Promise<void> {
    const place = assignmentOn(device, localDay(deps.clock()))?.servicePoint;
    const unit = (await servicePoints(tx)).find(({ id }) => id === place)?.unit ?? null;
    const line = { account: null, unit, what, subject: device.id, details: { name: device.name } };
    await note(tx, audited(deps, line));
  }

  async function current(device: Device): Promise<Settings> {
    const nowMs = deps.clock();
    const settings = await settingsOf(deps.store.read, device, { nowMs, rescueKey: deps.keys.rescuePublic });
    if (!settings) throw new ProblemError('not-found');
    return settings;
  }
  return routes;
}
