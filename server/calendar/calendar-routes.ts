import { type Context, Hono } from 'hono';
import type { Period } from '../../shared/period.ts';
import { dueDayOf, duePeriods } from '../../shared/report-deadlines.ts';
import { type ReportCalendar, RemindersAskedSchema } from '../../shared/wire/report-calendar.ts';
import { audited } from '../audited.ts';
import { type Caller, createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { invalid, ProblemError } from '../problem.ts';
import { readForm } from '../read-json.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { type Unit, upwards } from '../store/organisation.ts';
import { remindedUnits, switchReminders } from '../store/reminders.ts';
import type { Reader } from '../store/store.ts';
import { type Duties, readDuties } from './report-duties.ts';

const MOST_BYTES = 1_000;

/** Which reports of a unit are due, and who still owes what. */
export function calendarRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const begin = createBegin(deps, guards, 'figures');
  const beginSetting = createBegin(deps, guards, 'organise');
  const calendar = (caller: Caller, unit: string, period: string | undefined) =>
    deps.store.snapshot((read) => readCalendar(read, deps, caller, unit, period));

  routes.get('/report-calendar', async (c) => {
    const caller = await begin(c);
    const unit = c.req.query('unit') ?? caller.account.unit;
    return c.json(await calendar(caller, unit, c.req.query('period')));
  });

  routes.put('/report-calendar/reminders', async (c) => {
    const caller = await beginSetting(c);
    const { unit, isOn } = await readForm(c, RemindersAskedSchema, MOST_BYTES);
    const found = caller.scope.units.find(({ id }) => id === unit);
    if (!found) throw invalid('unit', 'unknown');
    await deps.store.write(async (tx) => {
      await switchReminders(tx, unit, isOn);
      const details = { name: found.name.vi, reminders: isOn };
      const line = { account: caller.account.id, unit, what: 'reminders-set', subject: unit, details };
      await note(tx, audited(deps, line));
    });
    return c.json(await calendar(caller, unit, undefined));
  });
  return routes;
}

async function readCalendar(
  read: Reader,
  { mail }: Pick<Deps, 'mail'>,
  { scope, today }: Caller,
  asked: string,
  askedPeriod: string | undefined,
): Promise<ReportCalendar> {
  const unit = scope.units.find(({ id }) => id === asked);
  if (!unit) throw new ProblemError('not-found');
  const duties = await readDuties(read, today);
  const due = duePeriods(today).filter((period) => duties.campaignOf(unit, period));
  const newest = due.find(({ to }) => to < today) ?? due.at(-1);
  const period = askedPeriod === undefined ? newest : due.find(({ id }) => id === askedPeriod);
  if (askedPeriod !== undefined && !period) throw new ProblemError('not-found');
  const told = period
    ? await duties.complete([unit, ...childrenOf(unit, period, scope.units, duties)], period)
    : [];
  return {
    today,
    unit: { id: unit.id, name: unit.name, tree: unit.tree },
    periods: due.map((one) => {
      const { id, from, to } = one;
      const { state, certified } = duties.owed(unit, one);
      return { id, from, to, due: dueDayOf(one), state, certified };
    }),
    period: period?.id ?? null,
    own: told[0] ?? null,
    units: told.slice(1),
    reminders: { hasMail: mail !== undefined, ...(await remindersOf(read, unit, duties.units)) },
  };
}

/** Units right below that owe a report of the period. */
const childrenOf = (unit: Unit, period: Period, units: readonly Unit[], { campaignOf }: Duties): Unit[] =>
  units.filter((one) => one.parent === unit.id && campaignOf(one, period) !== undefined);

async function remindersOf(read: Reader, unit: Unit, units: readonly Unit[]) {
  const on = await remindedUnits(read);
  const setter = upwards(units, unit.id).find(({ id }) => on.has(id));
  const isAbove = setter !== undefined && setter.id !== unit.id;
  return {
    isOn: setter !== undefined,
    from: isAbove ? { id: setter.id, name: setter.name, tree: setter.tree } : null,
  };
}
