import { dayAfter } from '../../shared/period.ts';
import { writePhone } from '../../shared/vietnam-phone.ts';
import type { Contact, PointLine, UnitDetail, UnitKind, UnitLine } from '../../shared/wire/units.ts';
import { livesOn, pathUp, treeOn, underUnit } from '../dated-tree.ts';
import { contactAt, contactOf } from '../store/contacts.ts';
import type { Unit } from '../store/organisation.ts';
import type { Reader } from '../store/store.ts';
import { countsOfUnits } from '../store/unit-counts.ts';
import { lineage, readHistory, type UnitHistory, versionOn } from '../store/unit-history.ts';
import { withdrawable } from './withdrawable.ts';

/** Units and service points as the page of the settings shows them. */

type Counts = Awaited<ReturnType<typeof countsOfUnits>>;

/** Units of the account's scope as of a day, with what stands in them on it; accounts are those of today. */
export async function unitLines(
  read: Reader,
  account: string,
  { day, today }: { readonly day: string; readonly today: string },
): Promise<UnitLine[]> {
  const history = await readHistory(read);
  const { units } = underUnit(history, treeOn(history, day), account, today);
  const counts = await countsOfUnits(read, day);
  const seen = new Set(units.map(({ id }) => id));
  const own = lineage(history, account, today);
  return units.map((unit) => lineOf(unit, { history, counts, seen, own, day }));
}

function lineOf(
  unit: Unit,
  about: {
    readonly history: UnitHistory;
    readonly counts: Counts;
    readonly seen: ReadonlySet<string>;
    readonly own: ReadonlySet<string>;
    readonly day: string;
  },
): UnitLine {
  const { history, counts, seen, own, day } = about;
  const { id, parent, name, validFrom, validTo } = unit;
  const points = pointsOf(history, id, day).filter((point) => livesOn(point, day));
  return {
    id,
    parent: parent !== null && seen.has(parent) && !own.has(id) ? parent : null,
    kind: unit.kind as UnitKind,
    name,
    validFrom,
    validTo,
    points: points.length,
    devices: points.reduce((sum, point) => sum + (counts.devices.get(point.id) ?? 0), 0),
    accounts: counts.accounts.get(id) ?? 0,
    mayEnd: validTo === null && !own.has(id),
  };
}

function contactLine({ contact: own }: { readonly contact?: string }, shown: string | undefined): Contact {
  const written = (digits: string | undefined) => (digits === undefined ? null : writePhone(digits));
  return { own: written(own), shown: written(shown) };
}

/** Service points that stand in a unit on a day, or stood in it when they closed. */
const pointsOf = ({ points, pointVersions }: UnitHistory, unit: string, day: string) =>
  points.filter(({ id }) => versionOn(pointVersions.get(id)!, day).unit === unit);

/** One unit of the scope, of today or of any day; undefined outside of it. */
export async function unitDetail(
  read: Reader,
  account: string,
  id: string,
  today: string,
): Promise<UnitDetail | undefined> {
  const history = await readHistory(read);
  const unit = history.units.find((one) => one.id === id);
  const isUnder = underToday(history, account, today);
  if (!unit || !isUnder(id)) return undefined;
  // what is still to come is shown as it will begin
  const day = unit.validFrom > today ? unit.validFrom : today;
  const counts = await countsOfUnits(read, day);
  const versionOf = (other: string, on: string) => versionOn(history.unitVersions.get(other)!, on);
  const inScope = (other: string | null) => other !== null && isUnder(other);
  const seen = new Set(history.units.map((one) => one.id).filter(inScope));
  const own = lineage(history, account, today);
  const successor = history.successors.get(id);
  const waiting = withdrawable(history, id, today);
  return {
    ...lineOf(unit, { history, counts, seen, own, day }),
    versions: history.unitVersions.get(id)!.map(({ starts, name, kind, parent }) => ({
      starts,
      name,
      kind: kind as UnitKind,
      parent: inScope(parent) ? versionOf(parent!, starts).name : null,
    })),
    below: history.units.filter((one) => one.validTo === null && versionOf(one.id, day).parent === id).length,
    pointList: pointsOf(history, id, day).map((point): PointLine => {
      const { parent, name, opening, fields } = versionOn(history.pointVersions.get(point.id)!, day);
      const { validFrom, validTo } = point;
      const devices = counts.devices.get(point.id) ?? 0;
      const contact = contactLine(point, contactAt(point, history.points, history.units));
      return { id: point.id, parent, name, opening, fields, validFrom, validTo, devices, contact };
    }),
    predecessors: [...history.successors]
      .filter(([, after]) => after === id)
      .map(([before]) => {
        const { validTo } = history.units.find((one) => one.id === before)!;
        return { id: before, name: versionOf(before, validTo!).name, validTo: validTo! };
      }),
    successor:
      successor !== undefined && inScope(successor)
        ? { id: successor, name: versionOf(successor, dayAfter(unit.validTo!)).name }
        : null,
    withdrawable: waiting?.what === 'version' || !own.has(id) ? waiting : null,
    contact: contactLine(unit, contactOf(id, history.units)),
  };
}

/** Whether units stand under the account's, or under what that came from, as of today. */
function underToday(history: UnitHistory, account: string, today: string): (unit: string) => boolean {
  const tops = lineage(history, account, today);
  const above = new Map(history.units.map(({ id, parent }) => [id, parent]));
  return (unit) => pathUp(above, unit).some((id) => id !== null && tops.has(id));
}
