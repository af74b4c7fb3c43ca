import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { localDay } from '../../shared/period.ts';
import { SYS } from '../../shared/wire/batch.ts';
import { AttemptSchema, AttemptsSchema, type AttemptReceipts } from '../../shared/wire/call-list.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { readJson } from '../read-json.ts';
import { accountById, type StoredAccount } from '../store/accounts.ts';
import { takeAttempt } from '../store/call-attempts.ts';
import { goneFrom } from '../store/call-leases.ts';
import type { Device } from '../store/devices.ts';
import { callListFor, markOfNumber } from './list-for-phone.ts';

const MOST_BYTES = 32 * 1024;

/** The list of people to call and what came of it: for telephones of staff alone. */
export function callPhoneRoutes(
  deps: Deps,
  guards: { readonly device: (authorization: string | undefined) => Promise<Device> },
): Hono {
  const routes = new Hono();

  /** What was called is taken from a retired telephone too; numbers it gets none. */
  async function telephone(c: Context): Promise<{ device: Device; account: StoredAccount }> {
    const device = await guards.device(c.req.header('authorization'));
    const account = device.account === null ? undefined : await accountById(deps.store.read, device.account);
    if (!account) throw new ProblemError('forbidden');
    return { device, account };
  }

  routes.get('/calls', async (c) => {
    const { device, account } = await telephone(c);
    if (device.state !== 'active' || account.closed) throw new ProblemError('forbidden');
    return c.json(await callListFor(deps, device.id, account));
  });

  routes.post('/calls/attempts', async (c) => {
    const { device, account } = await telephone(c);
    const { dev, attempts } = await readJson(c, AttemptsSchema, MOST_BYTES);
    if (dev !== device.id) throw new ProblemError('malformed');
    const now = deps.clock();
    const read = attempts.map(({ id, ...rest }) => ({
      id,
      attempt: v.safeParse(AttemptSchema, { id, ...rest }),
    }));
    // as they were made, whatever the order in which they lay on the telephone
    read.sort((a, b) => timeOf(a.attempt) - timeOf(b.attempt));
    const answer = await deps.store.write(async (tx): Promise<AttemptReceipts> => {
      const receipts: AttemptReceipts['receipts'] = [];
      for (const { id, attempt } of read) {
        const by = {
          device: device.id,
          account: account.id,
          now,
          random: deps.random,
          markOf: markOfNumber(deps.keys),
        };
        receipts.push([id, attempt.success ? await takeAttempt(tx, attempt.output, by) : 'refused']);
      }
      return { sys: SYS, now, receipts, done: await goneFrom(tx, device.id, localDay(now)) };
    });
    return c.json(answer);
  });
  return routes;
}

const timeOf = (read: v.SafeParseResult<typeof AttemptSchema>) => (read.success ? read.output.at : Infinity);
