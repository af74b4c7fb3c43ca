import type { StoredAccount } from './store/accounts.ts';
import { allUnits, servicePoints, type ServicePoint, subtreeOf, type Unit } from './store/organisation.ts';
import type { Reader } from './store/store.ts';

/** What an account may see and change: its unit, all below it, and the service points there. */
export interface Scope {
  readonly units: readonly Unit[];
  readonly points: ReadonlyMap<string, ServicePoint>;
  /** Whether the account looks after a whole tree: what names no place is shown to it alone. */
  readonly isWhole: boolean;
}

export async function scopeOf(read: Reader, account: Pick<StoredAccount, 'unit'>): Promise<Scope> {
  const units = subtreeOf(await allUnits(read), account.unit);
  const inside = new Set(units.map(({ id }) => id));
  const points = (await servicePoints(read)).filter(({ unit }) => inside.has(unit));
  return {
    units,
    points: new Map(points.map((point) => [point.id, point])),
    isWhole: units.find(({ id }) => id === account.unit)?.parent === null,
  };
}
