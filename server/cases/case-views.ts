import { CASE_DAYS } from '../../shared/case-tags.ts';
import { DAY_MS, startOfLocalDay } from '../../shared/period.ts';
import { hasRight } from '../../shared/role-rights.ts';
import {
  type CaseCount,
  type CaseList,
  type CaseRow,
  isOpenState,
  type OneCase,
} from '../../shared/wire/followed-cases.ts';
import type { UnitName } from '../../shared/wire/overview.ts';
import type { Caller } from '../caller.ts';
import { ProblemError } from '../problem.ts';
import type { Scope } from '../scope.ts';
import { accountsByIds, openAccountsOf } from '../store/accounts.ts';
import { caseById, casesOf, type StoredCase, stepsOf } from '../store/stored-cases.ts';
import { subtreeOf, type Unit, upwards } from '../store/organisation.ts';
import type { Reader } from '../store/store.ts';
import { suggestTags } from './suggest-tags.ts';

/** So many that have ended are listed; the others are history. */
const ENDED_SHOWN = 50;

export const unitName = ({ id, name, tree }: Unit): UnitName => ({ id, name, tree });

/** The unit, where it lies in the scope of whoever asks. */
export function unitIn(scope: Scope, id: string): Unit {
  const unit = scope.units.find((one) => one.id === id);
  if (!unit) throw new ProblemError('not-found');
  return unit;
}

/** The case, where its unit and its point lie in the scope. */
export async function caseIn(read: Reader, scope: Scope, id: string): Promise<StoredCase> {
  const found = await caseById(read, id);
  if (!found || !scope.units.some((unit) => unit.id === found.unit)) throw new ProblemError('not-found');
  return found;
}

export async function caseList(
  read: Reader,
  { scope, today, account }: Caller,
  asked: string,
): Promise<CaseList> {
  const unit = unitIn(scope, asked || account.unit);
  const units = subtreeOf(scope.units, unit.id);
  const ids = units.map(({ id }) => id);
  const all = await casesOf(read, ids);
  const open = all.filter(({ ended }) => ended === null);
  const ended = all
    .filter((one) => one.ended !== null)
    .sort((a, b) => b.ended!.localeCompare(a.ended!))
    .slice(0, ENDED_SHOWN);
  const names = await namesOfOwners(read, [...open, ...ended]);
  const rowOf = (one: StoredCase) => caseRow(one, scope, today, names);
  return {
    unit: unitName(unit),
    today,
    open: open.map(rowOf),
    ended: ended.map(rowOf),
    points: [...scope.points.values()]
      .filter((point) => ids.includes(point.unit))
      .map(({ id, name }) => ({ id, name })),
    owners: await ownersFor(read, scope, unit.id),
  };
}

export async function oneCase(read: Reader, { scope, today }: Caller, id: string): Promise<OneCase> {
  const found = await caseIn(read, scope, id);
  const steps = await stepsOf(read, id);
  const people = steps.flatMap(({ author, what, value }) => [author, what === 'assigned' ? value : null]);
  const known = people.flatMap((one) => one ?? []);
  const names = new Map((await accountsByIds(read, [...new Set(known)])).map((one) => [one.id, one.name]));
  const nameOf = (account: string | null) => account && (names.get(account) ?? null);
  return {
    today,
    row: caseRow(found, scope, today, await namesOfOwners(read, [found])),
    steps: steps.map((step) => ({
      ...step,
      value: step.what === 'assigned' ? nameOf(step.value) : step.value,
      author: nameOf(step.author),
    })),
    owners: await ownersFor(read, scope, found.unit),
  };
}

export async function caseCount(read: Reader, { scope, today }: Caller): Promise<CaseCount> {
  const all = await casesOf(
    read,
    scope.units.map(({ id }) => id),
  );
  const open = all.filter(({ ended }) => ended === null);
  return { open: open.length, late: open.filter((one) => ageOf(one, today) > CASE_DAYS).length };
}

/**
 * Who may be given a case of a unit: open accounts with the right, of the unit and of those above it that whoever asks
 * may see.
 */
export async function ownersFor(read: Reader, scope: Scope, unit: string): Promise<CaseList['owners']> {
  const line = upwards(scope.units, unit).map(({ id }) => id);
  const accounts = await openAccountsOf(read, line);
  return accounts
    .filter((account) => hasRight(account, 'cases'))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

async function namesOfOwners(
  read: Reader,
  cases: readonly StoredCase[],
): Promise<ReadonlyMap<string, string>> {
  const owners = [...new Set(cases.flatMap(({ owner }) => owner ?? []))];
  return new Map((await accountsByIds(read, owners)).map(({ id, name }) => [id, name]));
}

const ageOf = ({ opened, ended }: StoredCase, today: string) =>
  Math.round((startOfLocalDay(ended ?? today) - startOfLocalDay(opened)) / DAY_MS);

function caseRow(one: StoredCase, scope: Scope, today: string, names: ReadonlyMap<string, string>): CaseRow {
  const { id, kind, opened, due, state, owner, words, halfDay, tags } = one;
  return {
    id,
    kind,
    unit: unitName(unitIn(scope, one.unit)),
    point: one.point === null ? null : (scope.points.get(one.point)?.name ?? null),
    opened,
    age: Math.max(0, ageOf(one, today)),
    due,
    state,
    owner: owner === null ? null : { id: owner, name: names.get(owner) ?? '' },
    words,
    halfDay,
    tags,
    suggested: words === null || !isOpenState(state) ? [] : suggestTags(words),
  };
}
