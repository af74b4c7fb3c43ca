import type { DatedTree } from '../dated-tree.ts';

/** A tree as sets of service points: a unit is what it holds, and its own service points are leaves. */
export interface TreeSets {
  readonly day: string;
  readonly top: TreeNode;
  /** Every set of the tree by its key. */
  readonly keys: ReadonlySet<string>;
}

export interface TreeNode {
  readonly id: string;
  readonly points: ReadonlySet<string>;
  readonly below: readonly TreeNode[];
}

export const keyOfSet = (points: ReadonlySet<string>): string => [...points].sort().join('\n');

/** Units without a service point are left out. */
export function setsOf({ day, units, points }: DatedTree): TreeSets {
  const childrenOf = groupBy(units, ({ parent }) => parent);
  const pointsOf = groupBy(points, ({ unit }) => unit);
  const keys = new Set<string>();
  const grow = (id: string): TreeNode => {
    const below = (childrenOf.get(id) ?? []).map((child) => grow(child.id));
    const own = (pointsOf.get(id) ?? []).map((point): TreeNode => {
      keys.add(point.id);
      return { id: point.id, points: new Set([point.id]), below: [] };
    });
    const parts = [...below, ...own].filter((part) => part.points.size > 0);
    const all = new Set(parts.flatMap((part) => [...part.points]));
    keys.add(keyOfSet(all));
    return { id, points: all, below: parts };
  };
  return { day, top: grow(units.find(({ parent }) => parent === null)!.id), keys };
}

export function nodeOf(top: TreeNode, id: string): TreeNode | undefined {
  if (top.id === id) return top;
  for (const part of top.below) {
    const found = nodeOf(part, id);
    if (found) return found;
  }
  return undefined;
}

const holds = (whole: ReadonlySet<string>, part: ReadonlySet<string>) =>
  whole.size >= part.size && [...part].every((point) => whole.has(point));
const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((point) => b.has(point));

/** Sets of the tree that hold these points and more. */
export function around(node: TreeNode, points: ReadonlySet<string>): ReadonlySet<string>[] {
  if (points.size === 0 || !holds(node.points, points)) return [];
  const below = node.below.flatMap((part) => around(part, points));
  return node.points.size > points.size ? [node.points, ...below] : below;
}

/** The largest sets of the tree that lie in these points and are not all of them. */
export function inside(node: TreeNode, points: ReadonlySet<string>): ReadonlySet<string>[] {
  if (node.points.size < points.size && holds(points, node.points)) return [node.points];
  return node.below.filter((part) => meets(part.points, points)).flatMap((part) => inside(part, points));
}

/** All sets of the tree that lie in these points and are not all of them. */
export function within(node: TreeNode, points: ReadonlySet<string>): ReadonlySet<string>[] {
  const isPart = node.points.size < points.size && holds(points, node.points);
  const below = node.below
    .filter((part) => meets(part.points, points))
    .flatMap((part) => within(part, points));
  return isPart ? [node.points, ...below] : below;
}

export function groupBy<T, K>(list: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
