import type { DatedTree } from '../dated-tree.ts';

/** Some service points, with a key that is the same for the same ones. */
export interface PointSet {
  readonly key: string;
  readonly points: ReadonlySet<string>;
}

export const pointSet = (points: Iterable<string>): PointSet => {
  const all = [...points];
  return { key: all.toSorted().join('\n'), points: new Set(all) };
};

/** A tree as sets of service points: a unit is what it holds, and its own service points are leaves. */
export interface TreeSets {
  readonly day: string;
  readonly top: TreeNode;
  /** Every set of the tree by its key; of several that are the same, the one furthest up. */
  readonly nodes: ReadonlyMap<string, TreeNode>;
}

export interface TreeNode extends PointSet {
  readonly id: string;
  readonly below: readonly TreeNode[];
  /** From the top of the tree down to the one right above. */
  readonly above: readonly TreeNode[];
}

const known = new WeakMap<DatedTree, TreeSets>();

/** Units without a service point are left out. */
export function setsOf(tree: DatedTree): TreeSets {
  let sets = known.get(tree);
  if (!sets) known.set(tree, (sets = growSets(tree)));
  return sets;
}

function growSets({ day, units, points }: DatedTree): TreeSets {
  const childrenOf = groupBy(units, ({ parent }) => parent);
  const pointsOf = groupBy(points, ({ unit }) => unit);
  const nodes = new Map<string, TreeNode>();
  const grow = (id: string, above: readonly TreeNode[]): TreeNode => {
    const below: TreeNode[] = [];
    const node = { id, ...pointSet(pointsUnder(id)), below, above };
    if (!nodes.has(node.key)) nodes.set(node.key, node);
    const path = [...above, node];
    for (const child of childrenOf.get(id) ?? []) {
      const part = grow(child.id, path);
      if (part.points.size > 0) below.push(part);
    }
    for (const point of pointsOf.get(id) ?? []) {
      const leaf = { id: point.id, ...pointSet([point.id]), below: [], above: path };
      if (!nodes.has(leaf.key)) nodes.set(leaf.key, leaf);
      below.push(leaf);
    }
    return node;
  };
  const pointsUnder = (id: string): string[] => [
    ...(childrenOf.get(id) ?? []).flatMap((child) => pointsUnder(child.id)),
    ...(pointsOf.get(id) ?? []).map((point) => point.id),
  ];
  return { day, top: grow(units.find(({ parent }) => parent === null)!.id, []), nodes };
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
export function around({ nodes, top }: TreeSets, own: PointSet): readonly TreeNode[] {
  if (own.points.size === 0) return [];
  const node = nodes.get(own.key);
  return node ? node.above.filter(({ points }) => points.size > own.points.size) : holding(top, own.points);
}

function holding(node: TreeNode, points: ReadonlySet<string>): readonly TreeNode[] {
  if (!holds(node.points, points)) return [];
  const below = node.below.flatMap((part) => holding(part, points));
  return node.points.size > points.size ? [node, ...below] : below;
}

/** The largest sets of the tree that lie in these points and are not all of them. */
export function inside({ nodes, top }: TreeSets, own: PointSet): readonly TreeNode[] {
  return largestIn(nodes.get(own.key) ?? top, own.points);
}

function largestIn(node: TreeNode, points: ReadonlySet<string>): readonly TreeNode[] {
  if (node.points.size < points.size && holds(points, node.points)) return [node];
  return node.below.filter((part) => meets(part.points, points)).flatMap((part) => largestIn(part, points));
}

/** All sets of the tree that lie in these points and are not all of them. */
export function within({ nodes, top }: TreeSets, own: PointSet): readonly TreeNode[] {
  return allIn(nodes.get(own.key) ?? top, own.points);
}

function allIn(node: TreeNode, points: ReadonlySet<string>): readonly TreeNode[] {
  const isPart = node.points.size < points.size && holds(points, node.points);
  const below = node.below
    .filter((part) => meets(part.points, points))
    .flatMap((part) => allIn(part, points));
  return isPart ? [node, ...below] : below;
}

export function groupBy<T, K>(list: Iterable<T>, keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
