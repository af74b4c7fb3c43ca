import { type Context, Hono } from 'hono';
import { wilson } from '../../shared/interval.ts';
import { fraction, percentHalfUp, roundHalfUp } from '../../shared/rational.ts';
import { MIN_N } from '../../shared/score.ts';
import type { InterviewerRow, InterviewWatch, ShareWithInterval } from '../../shared/wire/interview-watch.ts';
import { createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { type StoredAccount, accountsByIds } from '../store/accounts.ts';
import { assignmentOn } from '../store/devices.ts';
import { interviewDays } from '../store/interview-days.ts';
import { listDevices } from '../store/listed-devices.ts';
import type { Reader } from '../store/store.ts';
import { type CampaignGround, readGround } from './campaign-ground.ts';
import { compareWays } from './compare-ways.ts';
import { nameOf } from './unit-rows.ts';
import { releaseDue } from '../store/release-due.ts';
import { figuresSnapshot } from './served-books.ts';

/** `GET /campaigns/ID/interviews`: what telephones of staff counted, and answers of interviews beside those of other ways. */
export function interviewRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const begin = createBegin(deps, guards, 'organise');
  routes.get('/campaigns/:id/interviews', async (c) => {
    const caller = await begin(c);
    await releaseDue(deps.store, deps.clock());
    const watch = await figuresSnapshot(deps.store, async (read): Promise<InterviewWatch> => {
      const ground = await readGround(read, caller, c.req.param('id'));
      const { from, to } = ground.run;
      const last = to < ground.today ? to : ground.today;
      return {
        from,
        to: last,
        interviewers: await interviewersOf(read, ground, { from, to: last }),
        units: compareWays(ground),
      };
    });
    return c.json(watch);
  });
  return routes;
}

/** Telephones of staff that stand, or last stood, at the account's service points. */
async function interviewersOf(
  read: Reader,
  { mine, trees, today }: CampaignGround,
  days: { readonly from: string; readonly to: string },
): Promise<InterviewerRow[]> {
  const units = new Map(mine.map((unit) => [unit.id, unit]));
  const unitAt = new Map(trees[0]!.points.map((point) => [point.id, units.get(point.unit)]));
  const phones = (await listDevices(read)).flatMap((device) => {
    const unit = unitAt.get(assignmentOn(device, today)?.servicePoint ?? '');
    return device.account !== null && unit ? [{ ...device, account: device.account, unit }] : [];
  });
  const holders = await accountsByIds(
    read,
    phones.map(({ account }) => account),
  );
  const counted = await interviewDays(
    read,
    phones.map(({ id }) => id),
    days,
  );
  return phones.map(({ id, name, account, unit, accepted }): InterviewerRow => {
    const sums = counted.get(id) ?? { days: 0, agreed: 0, refused: 0, ownCounter: 0 };
    return {
      device: { id, name },
      holder: holders.find((holder) => holder.id === account)?.name ?? null,
      unit: nameOf(unit),
      ...sums,
      agreement: shareOf(sums.agreed, sums.agreed + sums.refused),
      stored: accepted,
    };
  });
}

/** A share of people with Wilson's interval; none is told of fewer than ten. */
function shareOf(part: number, n: number): ShareWithInterval | null {
  if (n < MIN_N) return null;
  const { low, high } = wilson(part / n, n);
  return {
    percent: percentHalfUp(fraction(part, n), 1),
    low: roundHalfUp(100 * low, 1),
    high: roundHalfUp(100 * high, 1),
    n,
  };
}
