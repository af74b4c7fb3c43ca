import { type Context, Hono } from 'hono';
import {
  BATCH_MOST_BYTES,
  BatchSchema,
  PhoneSchema,
  PROTO,
  type Receipts,
  SYS,
} from '../../shared/wire/batch.ts';
import { SEALS_MOST_BYTES, type SealReceipts, SealsSchema } from '../../shared/wire/seal.ts';
import { readTypedCode } from '../../shared/ids.ts';
import { DAY_MS, localDay } from '../../shared/period.ts';
import type { Deps } from '../deps.ts';
import { campaignsAsked } from '../campaigns-asked.ts';
import { gather } from '../gather.ts';
import { ProblemError } from '../problem.ts';
import { declaredBytes, parseJson, readBody, readJson } from '../read-json.ts';
import type { ScreenTickets } from '../screen-tickets.ts';
import { roomToHold } from '../store/device-bounds.ts';
import { countContacts, type Device } from '../store/devices.ts';
import { keepAwhile } from '../store/kept-awhile.ts';
import { walkUpCode } from '../store/organisation.ts';
import { settings } from '../store/settings.ts';
import type { AddressThrottle } from '../throttle.ts';
import { createAccept } from './accept.ts';
import type { AcceptResult } from './accept-batch.ts';
import { acceptByTicket } from './accept-by-ticket.ts';
import { acceptSeals } from './accept-seals.ts';
import { createIntake } from './intake.ts';
import { phoneBy } from './judge.ts';
import { createFloodReport } from './report-flood.ts';

/** Where submissions come in. Routes decide who is sending and whether it is a parcel at all, nothing else. */

/** Where no setting `minApp` says otherwise, every version may go on collecting. */
const ANY_APP = '0.0.0';

export interface IngestGuards {
  /** The enrolled device of the request's token (a revoked one is known too), or the problem `no-token`. */
  readonly device: (authorization: string | undefined) => Promise<Device>;
  /** Of own phones, by code and by network address. */
  readonly phones: AddressThrottle;
  readonly addressOf: (c: Context) => string;
  readonly screenTickets: ScreenTickets;
}

export function ingestRoutes(deps: Deps, guards: IngestGuards): Hono {
  const routes = new Hono();
  const accept = createAccept(deps);
  const intake = createIntake();
  const reportFlood = createFloodReport(deps);

  routes.post('/batches', async (c) => {
    intake.expect(declaredBytes(c, BATCH_MOST_BYTES));
    const device = await guards.device(c.req.header('authorization'));
    // the bytes wait, and not the line they come on: a slow one must not keep others waiting
    const body = await readBody(c, 'application/json', BATCH_MOST_BYTES);
    return intake.through(body.length, async () => {
      const batch = parseJson(body, BatchSchema);
      if (batch.dev !== device.id) throw new ProblemError('malformed');
      const accepting = accept(
        batch,
        { kind: 'device', device },
        {
          roomToHold: (tx) => roomToHold(tx, device.id),
          contact: { device: device.id, at: deps.clock() },
        },
      );
      return answer(c, accepting, device.safeSeal);
    });
  });

  routes.post('/phone', async (c) => {
    const parcel = await readJson(c, PhoneSchema, 16 * 1024);
    // what was opened on the last day may still be sent after midnight
    const [today, yesterday] = [localDay(deps.clock()), localDay(deps.clock() - DAY_MS)];
    const waitFor = (scope: string) => guards.phones.take(guards.addressOf(c), scope);
    const refuse = (seconds: number) => new ProblemError('too-many', seconds);
    if ('ticket' in parcel) {
      // before it is looked up: nobody tries tickets faster than citizens use them
      const waitSeconds = await waitFor('ticket');
      if (waitSeconds > 0) {
        await reportFlood();
        throw refuse(waitSeconds);
      }
      const accepting = acceptByTicket(deps, guards.screenTickets, accept, parcel, [today, yesterday]);
      return answer(c, accepting, 0);
    }
    const { read } = deps.store;
    const code = await walkUpCode(read, readTypedCode(parcel.code), yesterday);
    if (!code || code === 'ended') throw new ProblemError('unknown-code');
    const waitSeconds = await waitFor(code.code);
    if (waitSeconds > 0) {
      await reportFlood(code);
      throw refuse(waitSeconds);
    }
    const sender = phoneBy('qr', code, await campaignsAsked(read, code, [today, yesterday]));
    if (!sender) throw new ProblemError('unknown-code');
    return answer(c, accept(parcel, sender), 0);
  });

  routes.post('/seals', async (c) => {
    const device = await guards.device(c.req.header('authorization'));
    const { dev, seals } = await readJson(c, SealsSchema, SEALS_MOST_BYTES);
    if (dev !== device.id) throw new ProblemError('malformed');
    const { receipts, lacks } = await deps.store.write(async (tx) => {
      await countContacts(tx, [{ device: device.id, at: deps.clock(), accepted: 0, held: 0 }]);
      return acceptSeals(tx, device, seals);
    });
    return c.json({
      sys: SYS,
      epoch: await epoch(),
      now: deps.clock(),
      seals: receipts as SealReceipts['seals'],
      lacks: [...lacks],
      safeSeal: device.safeSeal,
    } satisfies SealReceipts);
  });

  const named = keepAwhile(
    deps.store,
    gather((names: readonly string[]) => settings(deps.store.read, names)),
  );
  const epoch = async () => (await named('epoch')) ?? '';

  async function answer(
    c: Context,
    accepting: Promise<Pick<AcceptResult, 'receipts'>>,
    safeSeal: number,
  ): Promise<Response> {
    // read meanwhile: an epoch ends only while no server runs
    const [{ receipts }, known, minApp] = await Promise.all([accepting, epoch(), named('minApp')]);
    for (const [, kind] of receipts) deps.receipted?.(kind);
    // random ids hardly shrink, and squeezing them took as long as storing them
    c.header('cache-control', 'no-store, no-transform');
    return c.json({
      sys: SYS,
      proto: PROTO,
      epoch: known,
      now: deps.clock(),
      receipts: [...receipts] as Receipts['receipts'],
      safeSeal,
      minApp: minApp ?? ANY_APP,
      ...(intake.isCrowded() && { crowded: true }),
    } satisfies Receipts);
  }
  return routes;
}
