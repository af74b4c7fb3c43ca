import { RELATIONS, type Relation, type VersionName } from './questionnaire.ts';
import { ALL } from './tally.ts';

/**
 * Whether figures of two versions of the questionnaire can be laid beside each other. Points of different versions are
 * never joined and never subtracted; this says what stands between them, and so which note is printed there.
 */

/**
 * Of a group of items: the same items word by word; the same items, some of them in other words; or other items, or another
 * statement in place of one.
 */
export type GroupBreak = 'same' | 'reworded' | 'changed';

/** What of a version is compared: which items it asks, in which groups, and which of an earlier one they continue. */
export interface AskedItems extends VersionName {
  readonly areas: readonly {
    readonly code: string;
    readonly factors: readonly {
      readonly code: string;
      readonly items: readonly {
        readonly number: number;
        readonly width: number;
        readonly weight: { readonly express: number };
      }[];
    }[];
  }[];
  readonly former?:
    | (VersionName & {
        readonly items: readonly {
          readonly number: number;
          readonly from: number;
          readonly relation: Relation;
        }[];
      })
    | undefined;
}

export interface VersionBreak {
  readonly from: VersionName;
  readonly to: VersionName;
  /** By the code of each factor and area of the later version, and `all`. */
  readonly groups: ReadonlyMap<string, GroupBreak>;
}

/** How an item continues one of an earlier version: its number there, and the farthest relation on the way. */
interface Trace {
  readonly from: number;
  readonly relation: Relation;
}
type Traces = ReadonlyMap<number, Trace>;

const nameOf = ({ id, version }: VersionName) => `${id} ${version}`;
export const isSameVersion = (one: VersionName, other: VersionName) => nameOf(one) === nameOf(other);
const farther = (one: Relation, other: Relation): Relation =>
  RELATIONS.indexOf(one) > RELATIONS.indexOf(other) ? one : other;

/** The breaks between neighbours of a row of versions, in its order; `known` holds the versions between them as well. */
export function breaksBetween(
  versions: readonly AskedItems[],
  known: readonly AskedItems[] = versions,
): VersionBreak[] {
  return versions.slice(1).map((to, i) => breakBetween(versions[i]!, to, known));
}

/** The break between any two versions, whichever of them was made from the other, or both from a third one. */
export function breakBetween(from: AskedItems, to: AskedItems, known: readonly AskedItems[]): VersionBreak {
  const traces = tracesBetween(from, to, known);
  const before = groupsOf(from);
  const groups = [...groupsOf(to)].map(
    ([code, members]) => [code, groupBreak(before.get(code) ?? new Map(), members, traces)] as const,
  );
  return { from: pick(from), to: pick(to), groups: new Map(groups) };
}

const pick = ({ id, version }: VersionName): VersionName => ({ id, version });

/** What is counted of an item: another width is another question, and weights tell how much of a group it is. */
interface Member {
  readonly width: number;
  readonly weight: number;
}
type Members = ReadonlyMap<number, Member>;

function groupsOf(questionnaire: AskedItems): Map<string, Members> {
  const groups = new Map<string, Map<number, Member>>();
  for (const area of questionnaire.areas) {
    for (const factor of area.factors) {
      for (const { number, width, weight } of factor.items) {
        for (const code of [factor.code, area.code, ALL]) {
          const members = groups.get(code) ?? new Map<number, Member>();
          groups.set(code, members.set(number, { width, weight: weight.express }));
        }
      }
    }
  }
  return groups;
}

function groupBreak(before: Members, members: Members, traces: Traces): GroupBreak {
  let farthest: Relation = 'same';
  let ratio: number | undefined;
  const continued = new Set<number>();
  for (const [number, { width, weight }] of members) {
    const trace = traces.get(number);
    const former = trace && before.get(trace.from);
    if (!trace || !former || trace.relation === 'other' || former.width !== width) return 'changed';
    if ((ratio ??= weight / former.weight) !== weight / former.weight) return 'changed';
    farthest = farther(farthest, trace.relation);
    continued.add(trace.from);
  }
  if (continued.size < before.size) return 'changed';
  return farthest === 'same' ? 'same' : 'reworded';
}

/** Which item of `from` each item of `to` continues. */
function tracesBetween(from: AskedItems, to: AskedItems, known: readonly AskedItems[]): Traces {
  const [lineOfFrom, lineOfTo] = [lineOf(from, known), lineOf(to, known)];
  const shared = [...lineOfTo.keys()].find((name) => lineOfFrom.has(name));
  if (shared === undefined) return new Map();
  const back = new Map(
    [...lineOfFrom.get(shared)!].map(([number, trace]) => [trace.from, { number, trace }]),
  );
  const traces = [...lineOfTo.get(shared)!].flatMap(([number, trace]): [number, Trace][] => {
    const found = back.get(trace.from);
    return found
      ? [[number, { from: found.number, relation: farther(trace.relation, found.trace.relation) }]]
      : [];
  });
  return new Map(traces);
}

/** A version and those that it goes back to, nearest first, each with where its items stand there. */
function lineOf(questionnaire: AskedItems, known: readonly AskedItems[]): Map<string, Traces> {
  const line = new Map<string, Traces>();
  let at: AskedItems | undefined = questionnaire;
  let traces: Traces = new Map(
    questionnaire.areas
      .flatMap((area) => area.factors.flatMap((factor) => factor.items))
      .map(({ number }) => [number, { from: number, relation: 'same' as const }]),
  );
  while (at && !line.has(nameOf(at))) {
    line.set(nameOf(at), traces);
    const former: AskedItems['former'] = at.former;
    if (!former) break;
    const step = new Map(former.items.map(({ number, from, relation }) => [number, { from, relation }]));
    const so = traces;
    traces = new Map(
      [...so].flatMap(([number, trace]): [number, Trace][] => {
        const next = step.get(trace.from);
        return next ? [[number, { from: next.from, relation: farther(trace.relation, next.relation) }]] : [];
      }),
    );
    at = known.find((one) => isSameVersion(one, former));
  }
  return line;
}
