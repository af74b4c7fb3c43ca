import type { Language } from '../../shared/questionnaire.ts';
import type { ScopeUnit } from '../../shared/wire/overview.ts';

type Unit = Pick<ScopeUnit, 'id' | 'parent' | 'name'>;
interface TreeRow<T> {
  readonly unit: T;
  /** 0 at the top of the account's scope. */
  readonly depth: number;
}

/**
 * Units in the order of a tree: each below its parent, brothers by name in Vietnamese order. A unit whose parent
 * lies outside the scope stands at the top; a ring of parents (which must not happen) loses no unit.
 */
export function unitsAsTree<T extends Unit>(units: readonly T[], language: Language): TreeRow<T>[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const known = new Set(units.map(({ id }) => id));
  const below = new Map<string | null, T[]>();
  for (const unit of units) {
    const parent = unit.parent !== null && known.has(unit.parent) ? unit.parent : null;
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const rows: TreeRow<T>[] = [];
  const placed = new Set<string>();
  const place = (unit: T, depth: number): void => {
    if (placed.has(unit.id)) return;
    placed.add(unit.id);
    rows.push({ unit, depth });
    const children = below.get(unit.id) ?? [];
    for (const child of children.toSorted((a, b) => collator.compare(a.name[language], b.name[language]))) {
      place(child, depth + 1);
    }
  };
  const tops = (below.get(null) ?? []).toSorted((a, b) =>
    collator.compare(a.name[language], b.name[language]),
  );
  for (const unit of [...tops, ...units]) place(unit, 0);
  return rows;
}

/** The unit and every unit below it; a ring of parents (which must not happen) ends. */
export function unitsBelow(units: readonly ScopeUnit[], top: string): ReadonlySet<string> {
  const inside = new Set([top]);
  for (let before = 0; before < inside.size; ) {
    before = inside.size;
    for (const { id, parent } of units) if (parent !== null && inside.has(parent)) inside.add(id);
  }
  return inside;
}

/** Units as the options of a select, where wide spaces say what lies below what. */
export function unitOptions(units: readonly ScopeUnit[], language: Language) {
  return unitsAsTree(units, language).map(({ unit, depth }) => ({
    id: unit.id,
    name: `${'\u2003'.repeat(depth)}${unit.name[language]}`,
  }));
}
