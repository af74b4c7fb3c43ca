import type { Language } from '../../shared/questionnaire.ts';
import type { UnitRow } from '../../shared/wire/overview.ts';
import { isServed } from '../../shared/is-served.ts';

export type UnitOrder = 'name' | 'value';

/** A new list in Vietnamese order of names, or by the service percentage from high to low, withheld ones last by name. */
export function orderUnits(rows: readonly UnitRow[], order: UnitOrder, language: Language): UnitRow[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const byName = (a: UnitRow, b: UnitRow) => collator.compare(a.unit.name[language], b.unit.name[language]);
  if (order === 'name') return rows.toSorted(byName);
  const value = ({ service }: UnitRow) => (isServed(service) ? service.percent : -1);
  return rows.toSorted((a, b) => value(b) - value(a) || byName(a, b));
}
