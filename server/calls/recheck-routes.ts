import { type Context, Hono } from 'hono';
import { mayCall, nextCallHour } from '../../shared/calls.ts';
import { halfMonthOf, monthsUpTo } from '../../shared/period.ts';
import { RECHECK_TRIES } from '../../shared/recheck.ts';
import { type RecheckList, type RecheckRow, RecheckSchema } from '../../shared/wire/recheck-list.ts';
import { type Caller, createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { readForm } from '../read-json.ts';
import { type StoredAccount, accountsByIds } from '../store/accounts.ts';
import { proceduresOf } from '../store/fields.ts';
import {
  type EndedRecheck,
  endedRechecks,
  type OpenRecheck,
  openRechecks,
  takeRecheck,
} from '../store/rechecks.ts';
import { addSilent, silentAmong } from '../store/silent-numbers.ts';
import type { Reader } from '../store/store.ts';
import { saidIn, sumRechecks } from './sum-rechecks.ts';
import { withheldRows } from '../withhold.ts';

const MOST_BYTES = 4 * 1024;
/** What is older is history. */
const MONTHS = 13;

/** People who were interviewed are asked again by somebody else; whoever may see numbers of dossiers asks. */
export function recheckRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const begin = createBegin(deps, guards, 'dossiers');
  const list = (caller: Caller) => deps.store.snapshot((read) => listFor(read, deps, caller));

  routes.get('/rechecks', async (c) => c.json(await list(await begin(c))));

  routes.post('/rechecks/:id', async (c) => {
    const caller = await begin(c);
    const answer = await readForm(c, RecheckSchema, MOST_BYTES);
    const id = c.req.param('id');
    const { account, scope, today } = caller;
    await deps.store.write(async (tx) => {
      const open = await openRechecks(tx, [...scope.points.keys()], today);
      const found = open.find((one) => one.id === id);
      if (!found) throw new ProblemError('not-found');
      const isTaken = await takeRecheck(tx, id, answer, { account: account.id, day: today });
      if (!isTaken) throw new ProblemError('not-possible');
      // whoever wants to be left alone is called about no other dossier either
      const number = answer.outcome === 'refused' ? deps.keys.unlock(found.number) : undefined;
      if (number !== undefined) await addSilent(tx, deps.keys.mark(number), today);
    });
    return c.json(await list(caller));
  });
  return routes;
}

async function listFor(
  read: Reader,
  { keys, clock }: Pick<Deps, 'keys' | 'clock'>,
  { account, scope, today }: Caller,
): Promise<RecheckList> {
  const points = [...scope.points.keys()];
  const now = clock();
  const from = monthsUpTo(halfMonthOf(today), MONTHS)[0]!.halfMonths[0]!;
  const procedures = await proceduresOf(read, scope.tree);
  const isHour = mayCall({ attempts: [], callbackAt: null }, now);
  const rowOf = (one: OpenRecheck): RecheckRow => {
    const point = scope.points.get(one.point)!;
    const unit = scope.units.find(({ id }) => id === point.unit)!;
    const isOwn = one.interviewer === account.id;
    return {
      id: one.id,
      unit: { id: unit.id, name: unit.name, tree: unit.tree },
      point: point.name,
      halfMonth: one.halfMonth,
      until: one.until,
      tries: one.tries,
      mostTries: RECHECK_TRIES,
      code: one.code,
      procedure: procedures.find(({ code }) => code === one.procedure)?.name ?? null,
      returnedOn: one.returned,
      isOwn,
      number: isOwn || !isHour ? null : (keys.unlock(one.number) ?? null),
    };
  };
  const ended = await endedRechecks(read, points, from);
  const open = await openRechecks(read, points, today);
  const markOf = ({ number }: OpenRecheck) => {
    const plain = keys.unlock(number);
    return plain === undefined ? undefined : keys.mark(plain);
  };
  const silent = await silentAmong(
    read,
    open.flatMap((one) => markOf(one) ?? []),
  );
  return {
    today,
    mayCall: isHour,
    nextHour: nextCallHour(now),
    open: open.filter((one) => !silent.has(markOf(one) ?? '')).map(rowOf),
    from,
    all: sumRechecks(null, ended),
    interviewers: await byInterviewer(read, ended),
  };
}

/** By interviewer, so that nobody's few are told by the others' and the sum. */
async function byInterviewer(read: Reader, ended: readonly EndedRecheck[]) {
  const ids = [...new Set(ended.map(({ interviewer }) => interviewer))];
  const names = new Map((await accountsByIds(read, ids)).map(({ id, name }) => [id, name]));
  const groups = ids
    .map((id) => ({
      who: names.get(id) ?? null,
      rows: ended.filter(({ interviewer }) => interviewer === id),
    }))
    .sort((a, b) => (a.who ?? '').localeCompare(b.who ?? '', 'vi'));
  const hidden = withheldRows(groups.map(({ rows }) => ({ n: saidIn(rows).length })));
  return groups.map(({ who, rows }, i) => sumRechecks(who, rows, !hidden[i]));
}
