import { type Context, Hono } from 'hono';
import type { AlertRule } from '../../shared/alert-rule.ts';
import {
  AddressAskedSchema,
  type AlertList,
  type AlertRow,
  type AlertSettings,
  RuleAskedSchema,
  type Trial,
} from '../../shared/wire/alert-list.ts';
import { NothingSchema } from '../../shared/wire/manage-requests.ts';
import { audited } from '../audited.ts';
import { type Caller, createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { mailState } from '../mail/deliver.ts';
import { writeTrial } from '../mail/write-digest.ts';
import { invalid, ProblemError } from '../problem.ts';
import { readForm, readJson } from '../read-json.ts';
import { accountById, accountsByIds, setEmail, type StoredAccount } from '../store/accounts.ts';
import { writeRule, writtenRules } from '../store/written-rules.ts';
import { alertsOf, markSeen } from '../store/raised-alerts.ts';
import { note } from '../store/audit.ts';
import { allCampaigns } from '../store/campaigns.ts';
import { countMails } from '../store/mails.ts';
import { allUnits, hasEndedBy } from '../store/organisation.ts';
import type { Reader } from '../store/store.ts';
import { createThrottle, sharedLimits } from '../throttle.ts';
import { ruleFor } from './rule-for.ts';

const MOST_BYTES = 4 * 1024;
/** The newest; older ones are history. */
const ROWS_MOST = 500;

/** Alerts of low scores in the account's scope, the rules that raise them, and where they are mailed to. */
export function alertRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const { store } = deps;
  const begin = createBegin(deps, guards, 'review');
  const beginSetting = createBegin(deps, guards, 'organise');
  const trials = createThrottle(sharedLimits(deps, 'test letters'), 3, 1);
  const list = ({ scope }: Caller) => store.snapshot((read) => listFor(read, scope));
  const settings = (caller: Caller) => store.snapshot((read) => settingsFor(read, deps, caller));

  routes.get('/alerts', async (c) => c.json(await list(await begin(c))));

  routes.post('/alerts/:id/seen', async (c) => {
    const caller = await begin(c);
    await readJson(c, NothingSchema, MOST_BYTES);
    const id = c.req.param('id');
    const { account, scope, today: day } = caller;
    await store.write(async (tx) => {
      const alert = (await alertsOf(tx, [...scope.points.keys()])).find((one) => one.id === id);
      if (!alert) throw new ProblemError('not-found');
      // two who look at the same moment have both seen it
      if (!(await markSeen(tx, alert, { day, account: account.id }))) return;
      const { unit, name } = scope.points.get(alert.point)!;
      const details = { name: name.vi, halfDay: alert.halfDay };
      await note(
        tx,
        audited(deps, { account: account.id, unit, what: 'alert-seen', subject: alert.point, details }),
      );
    });
    return c.json(await list(caller));
  });

  routes.get('/alerts/rules', async (c) => c.json(await settings(await beginSetting(c))));

  routes.post('/alerts/rules', async (c) => {
    const caller = await beginSetting(c);
    const { unit, rule } = await readForm(c, RuleAskedSchema, MOST_BYTES);
    const found = caller.scope.units.find(({ id }) => id === unit);
    if (!found) throw invalid('unit', 'unknown');
    await store.write(async (tx) => {
      await writeRule(tx, unit, rule);
      const details = { name: found.name.vi, ...(rule ? wordsOf(rule) : { rule: 'alert-none' }) };
      const line = { account: caller.account.id, unit, what: 'alert-rule-set', subject: unit, details };
      await note(tx, audited(deps, line));
    });
    return c.json(await settings(caller));
  });

  routes.put('/alerts/address', async (c) => {
    const caller = await begin(c);
    const { email } = await readForm(c, AddressAskedSchema, MOST_BYTES);
    const { id, unit } = caller.account;
    await store.write(async (tx) => {
      await setEmail(tx, id, email);
      // whether there is one, not which: the log is read by others
      const details = { email: email !== null };
      await note(tx, audited(deps, { account: id, unit, what: 'account-address', subject: id, details }));
    });
    return c.json(await settings(caller));
  });

  routes.post('/alerts/trial', async (c) => {
    const { account } = await beginSetting(c);
    await readJson(c, NothingSchema, MOST_BYTES);
    const { email } = (await accountById(store.read, account.id))!;
    if (!deps.mail || email === null) throw new ProblemError('not-possible');
    const waitSeconds = await trials.take(account.id);
    if (waitSeconds > 0) throw new ProblemError('too-many', waitSeconds);
    const sent = await deps.mail.send({ to: email, ...writeTrial(deps.publicUrl) });
    return c.json({ kind: sent.kind, word: 'word' in sent ? sent.word : null } satisfies Trial);
  });
  return routes;
}

/** For the audit log, whose pages have words for these. */
const wordsOf = ({ isOn, line, measure, mail }: AlertRule) => ({
  isOn,
  ...(isOn && { percent: line, measure: `alert-${measure}`, mail: `alert-${mail}` }),
});

async function listFor(read: Reader, { points, units }: Caller['scope']): Promise<AlertList> {
  const alerts = (await alertsOf(read, [...points.keys()])).slice(0, ROWS_MOST);
  const seers = new Set(alerts.flatMap(({ seen }) => seen?.account ?? []));
  const names = new Map((await accountsByIds(read, [...seers])).map(({ id, name }) => [id, name]));
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  return {
    alerts: alerts.map(({ point, seen, ...alert }): AlertRow => {
      const { name, unit } = points.get(point)!;
      const { id, name: unitName, tree } = unitOf.get(unit)!;
      return {
        ...alert,
        point: { id: point, name },
        unit: { id, name: unitName, tree },
        seen: seen && { day: seen.day, name: names.get(seen.account) ?? null },
      };
    }),
  };
}

async function settingsFor(
  read: Reader,
  { mail }: Pick<Deps, 'mail'>,
  { account, scope, today: day }: Caller,
): Promise<AlertSettings> {
  const units = await allUnits(read);
  const given = { units, campaigns: await allCampaigns(read), written: await writtenRules(read), day };
  const rules = scope.units
    .filter((unit) => !hasEndedBy(unit, day))
    .map(({ id, name, tree }) => {
      const { rule, from } = ruleFor(id, given);
      const setter = units.find((one) => one.id === from);
      return { unit: { id, name, tree }, rule, from: setter ? { id: setter.id, name: setter.name } : null };
    });
  return {
    rules,
    mail: mail ? { from: mail.from, ...(await countMails(read)), last: await mailState(read) } : null,
    email: (await accountById(read, account.id))?.email ?? null,
  };
}
