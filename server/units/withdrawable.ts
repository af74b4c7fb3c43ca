import { dayAfter } from '../../shared/period.ts';
import type { Withdrawable } from '../../shared/wire/units.ts';
import { lastOfUnit, type UnitHistory } from '../store/unit-history.ts';

/** What was decided of a unit last, while its day has not come; null where nothing waits. */
export function withdrawable(history: UnitHistory, id: string, today: string): Withdrawable | null {
  const unit = history.units.find((one) => one.id === id)!;
  if (unit.validTo !== null) {
    const from = dayAfter(unit.validTo);
    return from > today ? { what: history.successors.has(id) ? 'merger' : 'end', from } : null;
  }
  const from = lastOfUnit(history, id).starts;
  if (from <= today) return null;
  if (history.unitVersions.get(id)!.length > 1) return { what: 'version', from };
  const isMerged = [...history.successors.values()].includes(id);
  return { what: isMerged ? 'merger' : 'unit', from };
}
