import { type Context, Hono } from 'hono';
import { localDay } from '../../shared/period.ts';
import { hasRight } from '../../shared/role-rights.ts';
import type { DeviceDetail, DeviceState, Holder, NewCode } from '../../shared/wire/manage.ts';
import {
  MoveSchema,
  NewDeviceSchema,
  type NewPin,
  NothingSchema,
  PinSchema,
  type PointOption,
  ReplaceSchema,
  StateChangeSchema,
} from '../../shared/wire/manage-requests.ts';
import { audited } from '../audited.ts';
import { createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { newEnrolmentCode } from '../enrolment-code.ts';
import { ProblemError } from '../problem.ts';
import { readJson } from '../read-json.ts';
import type { Scope } from '../scope.ts';
import { newDevice, takesDevices } from '../set-up.ts';
import { openAccountsOf, type StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { markSeen } from '../store/device-bounds.ts';
import { setDeviceState } from '../store/device-life.ts';
import { beginAssignment, endAssignments, lastPlace, setPin } from '../store/device-moves.ts';
import { deviceById } from '../store/devices.ts';
import { dropCodes } from '../store/enrolment-codes.ts';
import { hasEndedBy, type ServicePoint } from '../store/organisation.ts';
import type { Reader, Tx } from '../store/store.ts';
import { deviceDetail, deviceRows } from './device-rows.ts';
import { newPin, pinVerifier } from '../staff-pin.ts';

const MOST_BYTES = 4 * 1024;

/** What is changed, by whom, and what it is written down as. */
interface Act {
  readonly account: StoredAccount;
  readonly scope: Scope;
  readonly device: DeviceDetail;
}

/** Managers' devices: all of them in the scope, their codes, states, places and PINs. */
export function manageDeviceRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const { store, random } = deps;
  const today = () => localDay(deps.clock());

  const begin = createBegin(deps, guards, 'devices');
  async function beginOn(c: Context): Promise<Act> {
    const { account, scope } = await begin(c);
    // outside of the scope there is nothing, not even a refusal that would tell of it
    const device = await deviceDetail(store.read, scope, deps.clock(), c.req.param('id') ?? '');
    if (!device) throw new ProblemError('not-found');
    return { account, scope, device };
  }
  const pointIn = (scope: Scope, id: string): ServicePoint => {
    const point = scope.points.get(id);
    if (!point) throw new ProblemError('not-found');
    return point;
  };
  const treeOf = (scope: Scope, point: ServicePoint) =>
    scope.units.find(({ id }) => id === point.unit)?.tree ?? 'real';
  /** What was judged before the transaction still holds in it: of two people at once, one is told no. */
  async function stillAsSeen(tx: Tx, { id, state }: DeviceDetail): Promise<void> {
    if ((await deviceById(tx, id))?.state !== state) throw new ProblemError('not-possible');
  }
  const write = (
    tx: Tx,
    { id: account }: StoredAccount,
    line: { unit: string; what: string; subject: string; details?: Record<string, string | number | null> },
  ) => note(tx, audited(deps, { account, details: {}, ...line }));

  async function codeFor(tx: Tx, device: string, tree: ReturnType<typeof treeOf>, pin: string | null) {
    const { code, expires } = await newEnrolmentCode(tx, { device, tree, at: deps.clock() }, random);
    const address = `${deps.publicUrl}/kiosk/staff/#enrol=${code}`;
    return { device, code, address, expires, now: deps.clock(), pin } satisfies NewCode;
  }

  routes.get('/points', async (c) => {
    const { scope } = await begin(c);
    const list = [...scope.points.values()]
      .filter((point) => !hasEndedBy(point, today()))
      .map(({ id, name, unit, parent = null }): PointOption => ({ id, name, unit, parent }));
    return c.json(list.sort((a, b) => a.name.vi.localeCompare(b.name.vi, 'vi')));
  });

  routes.get('/devices/holders', async (c) => {
    const { scope } = await begin(c);
    return c.json(await holdersIn(store.read, scope));
  });

  routes.get('/devices', async (c) => {
    const { scope } = await begin(c);
    return c.json(await store.snapshot((read) => deviceRows(read, scope, deps.clock())));
  });

  routes.get('/devices/:id', async (c) => c.json((await beginOn(c)).device));

  routes.post('/devices', async (c) => {
    const { account, scope } = await begin(c);
    const { name, point: id, holder = null } = await readJson(c, NewDeviceSchema, MOST_BYTES);
    const point = pointIn(scope, id);
    const pin = newPin(random);
    const verifier = await pinVerifier(pin, random);
    const made = await store.write(async (tx) => {
      if (!(await takesDevices(tx, point.id, today()))) throw new ProblemError('not-possible');
      // in the transaction: an account that is closed at this moment gets no telephone any more
      const holders = holder === null ? [] : await holdersIn(tx, scope);
      const person = holders.find(({ id }) => id === holder);
      if (holder !== null && !person) throw new ProblemError('not-found');
      const asked = { name, servicePoint: point.id, at: deps.clock(), account: holder };
      const device = await newDevice(tx, asked, random);
      await setPin(tx, device, verifier);
      await write(tx, account, {
        unit: point.unit,
        what: 'device-added',
        subject: device,
        details: { name, ...(person && { holder: person.name }) },
      });
      return codeFor(tx, device, treeOf(scope, point), pin);
    });
    return c.json(made);
  });

  routes.post('/devices/:id/code', async (c) => {
    const { account, scope, device } = await beginOn(c);
    await readJson(c, NothingSchema, MOST_BYTES);
    if (device.state === 'retired') throw new ProblemError('not-possible');
    const made = await store.write(async (tx) => {
      await stillAsSeen(tx, device);
      await write(tx, account, {
        unit: device.unit.id,
        what: 'device-code',
        subject: device.id,
        details: { name: device.name },
      });
      return codeFor(tx, device.id, treeOf(scope, pointIn(scope, device.point.id)), null);
    });
    return c.json(made);
  });

  routes.post('/devices/:id/state', async (c) => {
    const act = await beginOn(c);
    const { state, note: said } = await readJson(c, StateChangeSchema, MOST_BYTES);
    if (!mayBecome(act.device.state, state)) throw new ProblemError('not-possible');
    await store.write((tx) => stillAsSeen(tx, act.device).then(() => become(tx, act, state, said)));
    return detailAgain(c, act);
  });

  routes.post('/devices/:id/move', async (c) => {
    const act = await beginOn(c);
    const { account, scope, device } = act;
    const { point: to, from } = await readJson(c, MoveSchema, MOST_BYTES);
    const point = pointIn(scope, to);
    if (from < today()) throw new ProblemError('malformed');
    const isOtherTree = treeOf(scope, point) !== device.unit.tree;
    if (device.state === 'retired' || isOtherTree || hasEndedBy(point, from))
      throw new ProblemError('not-possible');
    await store.write(async (tx) => {
      await stillAsSeen(tx, device);
      await endAssignments(tx, device.id, from);
      await beginAssignment(tx, device.id, point.id, from);
      const details = { name: device.name, from: device.point.id, to, day: from };
      await write(tx, account, { unit: device.unit.id, what: 'device-moved', subject: device.id, details });
    });
    return detailAgain(c, act);
  });

  routes.post('/devices/:id/pin', async (c) => {
    const { account, device } = await beginOn(c);
    const { pin: given } = await readJson(c, PinSchema, MOST_BYTES);
    const pin = given ?? newPin(random);
    const verifier = await pinVerifier(pin, random);
    await store.write(async (tx) => {
      await setPin(tx, device.id, verifier);
      await write(tx, account, {
        unit: device.unit.id,
        what: 'device-pin',
        subject: device.id,
        details: { name: device.name },
      });
    });
    return c.json({ pin } satisfies NewPin);
  });

  routes.post('/devices/:id/seen', async (c) => {
    const act = await beginOn(c);
    const { account, device } = act;
    await readJson(c, NothingSchema, MOST_BYTES);
    await store.write(async (tx) => {
      const details = { name: device.name, ...(await markSeen(tx, device.id)) };
      await write(tx, account, { unit: device.unit.id, what: 'device-seen', subject: device.id, details });
    });
    return detailAgain(c, act);
  });

  routes.post('/devices/:id/replace', async (c) => {
    const act = await beginOn(c);
    const { account, scope, device } = act;
    const { name, note: said } = await readJson(c, ReplaceSchema, MOST_BYTES);
    const point = pointIn(scope, device.point.id);
    const pin = newPin(random);
    const verifier = await pinVerifier(pin, random);
    const made = await store.write(async (tx) => {
      await stillAsSeen(tx, device);
      if (!(await takesDevices(tx, point.id, today()))) throw new ProblemError('not-possible');
      const asked = {
        name,
        servicePoint: point.id,
        at: deps.clock(),
        replaces: device.id,
        account: device.holder?.id ?? null,
      };
      const id = await newDevice(tx, asked, random);
      await setPin(tx, id, verifier);
      // not retired: what the old one still holds is counted when it comes
      if (mayBecome(device.state, 'inactive')) await become(tx, act, 'inactive', said);
      const details = { name: device.name, by: id };
      await write(tx, account, { unit: point.unit, what: 'device-replaced', subject: device.id, details });
      return codeFor(tx, id, treeOf(scope, point), pin);
    });
    return c.json(made);
  });

  async function become(
    tx: Tx,
    { account, scope, device }: Act,
    state: DeviceState,
    said: string,
  ): Promise<void> {
    if (state === 'active') {
      const place = await lastPlace(tx, device.id);
      // where nobody is received any more it is moved first
      if (place === undefined || hasEndedBy(pointIn(scope, place), today()))
        throw new ProblemError('not-possible');
      await beginAssignment(tx, device.id, place, today());
    } else await endAssignments(tx, device.id, today());
    if (state === 'retired') await dropCodes(tx, device.id, deps.clock());
    await setDeviceState(tx, device.id, { day: today(), state, note: said });
    await write(tx, account, {
      unit: device.unit.id,
      what: `device-${state}`,
      subject: device.id,
      details: { name: device.name },
    });
  }

  async function detailAgain(c: Context, { scope, device }: Act) {
    return c.json((await deviceDetail(store.read, scope, deps.clock(), device.id)) ?? device);
  }
  return routes;
}

/** Who may be given a telephone: open accounts of the scope with the right to ask, by name. */
async function holdersIn(read: Reader, { units }: Scope): Promise<Holder[]> {
  const accounts = await openAccountsOf(
    read,
    units.map(({ id }) => id),
  );
  return accounts
    .filter((account) => hasRight(account, 'collect'))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** new → active (by enrolling) ↔ inactive → retired; retired is for good. */
export function mayBecome(now: DeviceState, next: DeviceState): boolean {
  if (next === 'retired') return now !== 'retired';
  if (next === 'inactive') return now === 'active';
  return next === 'active' && now === 'inactive';
}
