import { type Context, Hono } from 'hono';
import { DAY_MS, localDay } from '../../shared/period.ts';
import {
  type DayList,
  DayResetSchema,
  type SpecialDay,
  SpecialDaySchema,
} from '../../shared/wire/special-days.ts';
import { audited } from '../audited.ts';
import { createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { daysInForce } from '../place-calendar.ts';
import { invalid, ProblemError } from '../problem.ts';
import { readForm, readJson } from '../read-json.ts';
import type { Scope } from '../scope.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { takeBackDay, writeDay, writtenDays } from '../store/days-off.ts';
import { allUnits } from '../store/organisation.ts';
import type { Reader } from '../store/store.ts';

const MOST_BYTES = 4 * 1024;
/** A closing that nobody foresaw may be written down afterwards; older days have been judged already. */
const BACK_MS = 31 * DAY_MS;

/** Days off and days worked for another, for a unit and all below it. */
export function daysOffRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const { store } = deps;
  const earliest = () => localDay(deps.clock() - BACK_MS);

  const begin = createBegin(deps, guards, 'organise');
  async function listOf(read: Reader, scope: Scope, unit: string): Promise<DayList> {
    const own = scope.units.find(({ id }) => id === unit);
    if (!own) throw new ProblemError('not-found');
    const [written, units] = [await writtenDays(read), await allUnits(read)];
    const nameOf = (id: string) => {
      const { name, tree } = units.find((one) => one.id === id)!;
      return { id, name, tree };
    };
    const days = [...daysInForce(written, units, unit).values()].map((one): SpecialDay => {
      const { day, kind, like, name } = one;
      const by = 'unit' in one ? one.unit : null;
      const standing = 'standing' in one ? one.standing : 'set';
      return { day, kind, like, name, standing, unit: by === null ? null : nameOf(by), isOwn: by === unit };
    });
    return {
      unit: nameOf(unit),
      today: localDay(deps.clock()),
      earliest: earliest(),
      days: days.sort((a, b) => a.day.localeCompare(b.day)),
    };
  }

  routes.get('/days-off', async (c) => {
    const { account, scope } = await begin(c);
    const unit = c.req.query('unit') ?? account.unit;
    return c.json(await store.snapshot((read) => listOf(read, scope, unit)));
  });

  routes.post('/days-off', async (c) => {
    const { account, scope } = await begin(c);
    const asked = await readForm(c, SpecialDaySchema, MOST_BYTES);
    const { unit, day, kind } = asked;
    if (!scope.units.some(({ id }) => id === unit)) throw invalid('unit', 'unknown');
    if (day < earliest()) throw invalid('day', 'too-early');
    await store.write(async (tx) => {
      await writeDay(tx, asked);
      const details = { holiday: asked.name.vi, day, kind: `day-${kind}` };
      await note(tx, audited(deps, { account: account.id, unit, what: 'day-set', subject: unit, details }));
    });
    return c.json(await store.snapshot((read) => listOf(read, scope, unit)));
  });

  routes.post('/days-off/reset', async (c) => {
    const { account, scope } = await begin(c);
    const { unit, day } = await readJson(c, DayResetSchema, MOST_BYTES);
    if (!scope.units.some(({ id }) => id === unit)) throw new ProblemError('not-found');
    await store.write(async (tx) => {
      const own = (await writtenDays(tx)).find((one) => one.unit === unit && one.day === day);
      if (!own || day < earliest()) throw new ProblemError('not-possible');
      await takeBackDay(tx, unit, day);
      const details = { holiday: own.name.vi, day };
      await note(
        tx,
        audited(deps, { account: account.id, unit, what: 'day-taken-back', subject: unit, details }),
      );
    });
    return c.json(await store.snapshot((read) => listOf(read, scope, unit)));
  });
  return routes;
}
