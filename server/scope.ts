import type { StoredAccount } from './store/accounts.ts';
import type { Tree } from '../shared/wire/device.ts';
import { allUnits, servicePoints, type ServicePoint, subtreeOf, type Unit } from './store/organisation.ts';
import type { Reader } from './store/store.ts';
import { successorsOf } from './store/history-rows.ts';
import { lineage } from './store/unit-history.ts';

/** What an account may see and change: its unit, what that came from, all below, and the service points there. */
export interface Scope {
  readonly tree: Tree;
  readonly units: readonly Unit[];
  readonly points: ReadonlyMap<string, ServicePoint>;
  /** Whether the account looks after a whole tree: what names no place is shown to it alone. */
  readonly isWhole: boolean;
}

export async function scopeOf(
  read: Reader,
  account: Pick<StoredAccount, 'unit'>,
  today: string,
): Promise<Scope> {
  const all = await allUnits(read);
  const line = lineage({ units: all, successors: await successorsOf(read) }, account.unit, today);
  const units = [...line].flatMap((top) => subtreeOf(all, top));
  const inside = new Set(units.map(({ id }) => id));
  const points = (await servicePoints(read)).filter(({ unit }) => inside.has(unit));
  const top = units.find(({ id }) => id === account.unit);
  return {
    tree: top?.tree ?? 'real',
    units,
    points: new Map(points.map((point) => [point.id, point])),
    isWhole: top?.parent === null,
  };
}

/** Everything of one tree, for what nobody looks at through an account. */
export async function wholeTree(read: Reader, tree: Tree): Promise<Scope> {
  const units = (await allUnits(read)).filter((unit) => unit.tree === tree);
  const inside = new Set(units.map(({ id }) => id));
  const points = (await servicePoints(read)).filter(({ unit }) => inside.has(unit));
  return { tree, units, points: new Map(points.map((point) => [point.id, point])), isWhole: true };
}
