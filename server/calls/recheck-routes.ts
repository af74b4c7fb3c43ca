import { type Context, Hono } from 'hono';
import { mayCall, nextCallHour } from '../../shared/calls.ts';
import { daysOfHalfMonth, halfMonthOf, monthsUpTo } from '../../shared/period.ts';
import { RECHECK_TRIES } from '../../shared/recheck.ts';
import {
  type RecheckCounts,
  type RecheckList,
  type RecheckRow,
  RecheckSchema,
} from '../../shared/wire/recheck-list.ts';
import { type Caller, createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { invalid, ProblemError } from '../problem.ts';
import { readForm } from '../read-json.ts';
import { type StoredAccount, accountsByIds } from '../store/accounts.ts';
import { proceduresOf } from '../store/fields.ts';
import { type FaceInterviews, faceInterviews, placesOf, returnedAt } from '../store/face-rechecks.ts';
import {
  type EndedRecheck,
  endedRechecks,
  type OpenRecheck,
  type PlacedRecheck,
  openRechecks,
  takeRecheck,
} from '../store/rechecks.ts';
import type { Scope } from '../scope.ts';
import { addSilent, silentAmong } from '../store/silent-numbers.ts';
import type { Reader } from '../store/store.ts';
import { sumFaces } from './sum-faces.ts';
import { saidIn, sumRechecks } from './sum-rechecks.ts';
import { withheldRows } from '../withhold.ts';

const MOST_BYTES = 4 * 1024;
/** What is older is history. */
const MONTHS = 13;
/** People on the page at once: no more numbers than somebody can call in a day. */
const MOST_OPEN = 30;

/** People who were interviewed are asked again by somebody else; whoever may see numbers of dossiers asks. */
export function recheckRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const begin = createBegin(deps, guards, 'dossiers');
  const list = (caller: Caller) => deps.store.snapshot((read) => listFor(read, deps, caller));

  routes.get('/rechecks', async (c) => c.json(await list(await begin(c))));

  // for whoever may read what came of it, and not whom to ask
  routes.get('/rechecks/sums', async (c) => {
    const { today, from, all, interviewers, faces } = await list(await begin(c));
    return c.json({ today, from, all, interviewers, faces } satisfies RecheckCounts);
  });

  routes.post('/rechecks/:id', async (c) => {
    const caller = await begin(c);
    const answer = await readForm(c, RecheckSchema, MOST_BYTES);
    const id = c.req.param('id');
    const { account, scope, today } = caller;
    await deps.store.write(async (tx) => {
      const open = await openRechecks(tx, [...scope.points.keys()], today);
      const found = open.find((one) => one.id === id);
      if (!found) throw new ProblemError('not-found');
      if (found.kind === 'call' && answer.outcome === 'yes' && answer.time === null)
        throw invalid('time', 'needed');
      const isOwn = (await ownAmong(tx, [found], account.id)).has(id);
      const isTaken = await takeRecheck(tx, id, answer, { account: account.id, day: today, isOwn });
      if (!isTaken) throw new ProblemError('not-possible');
      // whoever wants to be left alone is called about no other dossier either
      const number = answer.outcome === 'refused' ? deps.keys.unlock(found.number) : undefined;
      if (number !== undefined) await addSilent(tx, deps.keys.mark(number), today);
    });
    return c.json(await list(caller));
  });
  return routes;
}

/** Of these the ones that an account must not ask about: it did the interview, or interviewed at that place then. */
async function ownAmong(
  read: Reader,
  open: readonly OpenRecheck[],
  account: string,
): Promise<ReadonlySet<string>> {
  const halves = open.flatMap(({ kind, halfMonth }) => (kind === 'face' ? [halfMonth] : [])).sort();
  const [places, faces] = [await placesOf(read), await facesIn(read, halves)];
  const asked = ({ place, halfMonth, interviewers }: FaceInterviews, one: OpenRecheck) =>
    place === places.get(one.point) && halfMonth === one.halfMonth && interviewers.has(account);
  return new Set(
    open
      .filter((one) =>
        one.kind === 'face' ? faces.some((face) => asked(face, one)) : one.interviewer === account,
      )
      .map(({ id }) => id),
  );
}

/** From the first to the last of these half-months, which are in order. */
async function facesIn(read: Reader, halves: readonly string[]): Promise<FaceInterviews[]> {
  const [first, last] = [halves[0], halves.at(-1)];
  if (first === undefined || last === undefined) return [];
  return faceInterviews(read, { from: daysOfHalfMonth(first).from, to: daysOfHalfMonth(last).to });
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
  const open = await openRechecks(read, points, today);
  const own = await ownAmong(read, open, account.id);
  const rowOf = (one: OpenRecheck): RecheckRow => {
    const point = scope.points.get(one.point)!;
    const unit = scope.units.find(({ id }) => id === point.unit)!;
    const isOwn = own.has(one.id);
    return {
      id: one.id,
      kind: one.kind,
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
  const all = await endedRechecks(read, points, from);
  const ended = all.filter(({ kind }) => kind === 'call');
  const markOf = ({ number }: OpenRecheck) => {
    const plain = keys.unlock(number);
    return plain === undefined ? undefined : keys.mark(plain);
  };
  const silent = await silentAmong(
    read,
    open.flatMap((one) => markOf(one) ?? []),
  );
  const callable = open.filter((one) => !silent.has(markOf(one) ?? ''));
  return {
    today,
    mayCall: isHour,
    nextHour: nextCallHour(now),
    open: callable.slice(0, MOST_OPEN).map(rowOf),
    more: Math.max(0, callable.length - MOST_OPEN),
    from,
    all: sumRechecks(null, ended),
    interviewers: await byInterviewer(read, ended),
    faces: await byPlace(
      read,
      all.filter(({ kind }) => kind === 'face'),
      scope,
    ),
  };
}

/** By place, under the same rule. */
async function byPlace(
  read: Reader,
  ended: readonly PlacedRecheck[],
  scope: Scope,
): Promise<RecheckList['faces']> {
  const places = await placesOf(read);
  const halves = ended.map(({ halfMonth }) => halfMonth).sort();
  const faces = await facesIn(read, halves);
  const [from, to] = [halves[0] ?? '', halves.at(-1) ?? ''];
  const returned = await returnedAt(read, places, {
    from: from && daysOfHalfMonth(from).from,
    to: to && daysOfHalfMonth(to).to,
  });
  const recordedOf = ({ point, halfMonth }: PlacedRecheck) => {
    const place = places.get(point) ?? point;
    const found = faces.find((face) => face.place === place && face.halfMonth === halfMonth);
    return { agreed: found?.agreed ?? 0, returned: returned(place, halfMonth) };
  };
  const groups = [...new Set(ended.map(({ point }) => places.get(point) ?? point))]
    .map((place) => {
      const point = scope.points.get(place);
      const unit = scope.units.find(({ id }) => id === point?.unit);
      const rows = ended.filter((row) => (places.get(row.point) ?? row.point) === place);
      return { place: point?.name ?? null, unit: unit?.name ?? null, rows };
    })
    .sort((a, b) => (a.place?.vi ?? '').localeCompare(b.place?.vi ?? '', 'vi'));
  const hidden = withheldRows(groups.map(({ rows }) => ({ n: saidIn(rows).length })));
  return {
    all: { place: null, unit: null, ...sumFaces(ended, recordedOf) },
    places: groups.map(({ rows, ...name }, i) => ({ ...name, ...sumFaces(rows, recordedOf, !hidden[i]) })),
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
