import { fitsWords } from '../../shared/bare-text.ts';
import type { Text } from '../../shared/questionnaire.ts';
import type { Tree } from '../../shared/wire/device.ts';
import type { NamedUnit, Offices } from '../../shared/wire/phone-visit.ts';
import { allCampaigns, campaignRunning, stateOn } from '../store/campaigns.ts';
import { allCodes, type ListedCode } from '../store/listed-codes.ts';
import {
  allUnits,
  hasEndedBy,
  type ServicePoint,
  servicePoints,
  type Unit,
  upwards,
} from '../store/organisation.ts';
import type { Reader } from '../store/store.ts';

/** More than this nobody reads through; the search narrows it. */
const SHOWN_MOST = 30;
/** So few places need no tree to be found in. */
const FLAT_MOST = 8;

/** Where somebody can be asked: a place with a code in use, while a campaign runs there. */
export interface Office {
  readonly point: ServicePoint;
  readonly code: string;
  /** Its unit and those above it, nearest first. */
  readonly units: readonly Unit[];
  /** What its name stands under: the centre of a counter, or the unit. */
  readonly of: Text;
}

export async function liveOffices(read: Reader, day: string): Promise<Office[]> {
  const [codes, points, units, campaigns] = await Promise.all([
    allCodes(read),
    servicePoints(read),
    allUnits(read),
    allCampaigns(read),
  ]);
  const running = new Map(units.map(({ id }) => [id, campaignRunning(campaigns, units, id, day)]));
  const asks = ({ campaign, isPinned }: ListedCode, { unit }: ServicePoint) =>
    running.get(unit) !== undefined ||
    (isPinned && campaigns.some((own) => own.id === campaign && stateOn(own, day) === 'running'));
  const pointOf = new Map(points.map((point) => [point.id, point]));
  const offices = new Map<string, Office & { readonly rank: number }>();
  for (const code of codes) {
    const point = pointOf.get(code.servicePoint);
    if (!point || hasEndedBy(point, day) || point.validFrom > day) continue;
    if (code.isRevoked || (code.ends !== null && code.ends < day) || !asks(code, point)) continue;
    // of several codes of a place the one that presets least
    const rank = Number(code.field !== null) + Number(code.ends !== null) + Number(code.counter !== null);
    if (rank >= (offices.get(point.id)?.rank ?? Infinity)) continue;
    const above = upwards(units, point.unit);
    const of = pointOf.get(point.parent ?? '')?.name ?? above[0]?.name;
    if (of) offices.set(point.id, { point, code: code.code, units: above, of, rank });
  }
  return [...offices.values()].sort((a, b) =>
    `${a.of.vi} ${a.point.name.vi}`.localeCompare(`${b.of.vi} ${b.point.name.vi}`, 'vi', { numeric: true }),
  );
}

const named = ({ id, name }: Unit): NamedUnit => ({ id, name });
const shown = ({ point, of }: Office) => ({ id: point.id, name: point.name, of });
const textOf = ({ point, of, units }: Office) =>
  [point.name, of, ...units.map(({ name }) => name)].map(({ vi }) => vi).join(' ');

/** The offices of a tree; where it has none, of the first one that has some: invented ones only beside no real ones. */
function ofTree(all: readonly Office[], asked: string | undefined): readonly [Tree, readonly Office[]] {
  const inTree = (tree: Tree) => all.filter(({ units }) => units[0]?.tree === tree);
  const trees = (['real', 'demo', 'training'] as const).toSorted(
    (a, b) => Number(b === asked) - Number(a === asked),
  );
  const tree = trees.find((each) => inTree(each).length > 0) ?? 'real';
  return [tree, inTree(tree)];
}

/** The step of choosing that is asked for: what fits a search, or what lies below a unit. */
export function chooseAmong(
  all: readonly Office[],
  asked: { readonly tree?: string; readonly at?: string; readonly find?: string },
): Offices {
  const [tree, offices] = ofTree(all, asked.tree);
  const find = (asked.find ?? '').trim();
  if (find !== '') {
    const fitting = offices.filter((office) => fitsWords(textOf(office), find));
    const points = fitting.slice(0, SHOWN_MOST).map(shown);
    return { tree, find, above: [], units: [], points, isCut: fitting.length > points.length };
  }
  const top = sharedBy(offices);
  const depthOf = ({ units }: Office) => units.toReversed().findIndex(({ id }) => id === asked.at) + 1;
  const below = offices.filter((office) => depthOf(office) > 0);
  const [first] = below;
  const from = first ? Math.max(top, depthOf(first)) : top;
  const above = first ? first.units.toReversed().slice(top, depthOf(first)).map(named) : [];
  return { tree, find, isCut: false, above, ...stepBelow(first ? below : offices, from) };
}

/** How many units, from the top, all of these offices lie in: among those there is nothing to choose. */
function sharedBy(offices: readonly Office[]): number {
  const [first, ...others] = offices.map(({ units }) => units.toReversed().map(({ id }) => id));
  if (!first) return 0;
  return first.filter((id, depth) => others.every((path) => path[depth] === id)).length;
}

/** Of offices that share so many units from the top: the units below those, and the offices of the last of them itself. */
function stepBelow(offices: readonly Office[], depth: number): Pick<Offices, 'units' | 'points'> {
  if (offices.length <= FLAT_MOST) return { units: [], points: offices.map(shown) };
  const nextOf = ({ units }: Office) => units.at(-1 - depth);
  const next = new Map(offices.flatMap((office) => nextOf(office) ?? []).map((unit) => [unit.id, unit]));
  const here = offices.filter((office) => nextOf(office) === undefined);
  if (next.size === 1 && here.length === 0) return stepBelow(offices, depth + 1);
  const inOrder = [...next.values()].sort((a, b) =>
    a.name.vi.localeCompare(b.name.vi, 'vi', { numeric: true }),
  );
  return { units: inOrder.map(named), points: here.map(shown) };
}
