import type { Period } from '../../shared/period.ts';
import type { Cut } from '../../shared/wire/cuts.ts';
import type { Overview } from '../../shared/wire/overview.ts';
import { keyOf, type Reading, readingsOf, readingsOfCut } from './served-readings.ts';

/**
 * The attacker: reads every page again and again, subtracts whatever may be subtracted and reports each
 * difference that is about one to nine forms. Knows nothing of how figures are withheld.
 */

/** A tree of one day: every place by its id, as the service points that it holds. */
export type DayTree = ReadonlyMap<string, ReadonlySet<string>>;

const isFew = (n: number) => n > 0 && n < 10;

export class Attacker {
  readonly leaks: string[] = [];
  /** Pairs that were subtracted: an attack that compares nothing would find nothing. */
  pairs = 0;
  /** Figures of a cut, told apart by something that forms say of themselves. */
  facets = 0;
  /** By the day from which it holds. */
  readonly #trees: ReadonlyMap<string, DayTree>;
  #last = new Map<string, Reading>();
  #now = new Map<string, Reading>();

  /** The trees may grow by a day while the attack goes on. */
  constructor(trees: ReadonlyMap<string, DayTree>) {
    this.#trees = trees;
  }

  /** One round of reading. `closed` are half-months that have closed since the round before. */
  read(pages: readonly Overview[], closed: readonly string[], cuts: readonly Cut[] = []): void {
    const now = this.#readingsOf(pages);
    for (const cut of cuts) this.#note(readingsOfCut(cut), cut.treeDay, now);
    for (const cut of cuts) this.#inCut(cut, now);
    this.#inTime(now, closed);
    this.#inPeriod(now);
    this.#inPlace(now);
    this.#now = now;
  }

  /** Another reading with nothing sent in between, after the tree has become another one: what was read still counts. */
  readAgain(pages: readonly Overview[]): void {
    const now = new Map([...this.#now, ...this.#readingsOf(pages)]);
    this.#inPlace(now);
  }

  #readingsOf(pages: readonly Overview[]): Map<string, Reading> {
    const now = new Map<string, Reading>();
    for (const page of pages) {
      this.#note(readingsOf(page), page.treeDay, now);
      this.#rowsOf(page);
    }
    return now;
  }

  #note(readings: readonly Reading[], day: string, now: Map<string, Reading>): void {
    for (const { place, ...figure } of readings) {
      // the service points are what a place is: a unit of one name may hold others on another day
      const reading = { ...figure, place: this.#pointsOf(place, day) };
      const before = now.get(keyOf(reading));
      // two pages that say different things of one figure are read at different times: they must agree
      if (before && before.said !== reading.said) this.#leak('two pages differ', reading, before);
      now.set(keyOf(reading), reading);
      if (reading.what.includes(' of ')) this.facets++;
      if (isFew(reading.n)) this.#leak('a cell of its own', reading);
    }
  }

  /** All forms of a place minus the rows of a cut that are shown, and the numbers beside them. */
  #inCut({ unit, period, form, by, treeDay, totals, rows }: Cut, now: ReadonlyMap<string, Reading>): void {
    if (by === 'form' || by === 'version') return;
    const at = this.#pointsOf(unit.id, treeDay);
    totals.forEach(({ group, n, withheld }, i) => {
      const shown = rows.reduce((sum, row) => {
        const { score } = row.figures[i]!;
        return 'withheld' in score ? sum : sum + score.n;
      }, 0);
      const whole = now.get(keyOf({ place: at, period, form, what: group }));
      const name = `${unit.id} ${period.id} ${form} ${group} by ${by}`;
      this.pairs++;
      if (whole && by !== 'ontime' && isFew(whole.n - shown))
        this.leaks.push(`cut: ${name} n ${whole.n - shown}`);
      if (n !== null && isFew(n - shown)) this.leaks.push(`cut: ${name} withheld ${n - shown}`);
      if (withheld !== null && isFew(withheld)) this.leaks.push(`cut: ${name} withheld ${withheld}`);
      if (n !== null && n > 0 && whole === undefined)
        this.leaks.push(`cut: ${name} names the number of a withheld figure`);
    });
  }

  #pointsOf(place: string, day: string): string {
    const trees = [...this.#trees];
    const known = trees.findLast(([from]) => from <= day) ?? trees[0]!;
    return [...known[1].get(place)!].sort().join(' ');
  }

  #leak(how: string, reading: Reading, other?: Reading): void {
    const against = other ? ` against ${keyOf(other)} n ${other.n}` : '';
    this.leaks.push(`${how}: ${keyOf(reading)} n ${reading.n}${against}`);
  }

  /** Two readings of one figure, save where a half-month in it has closed between them. */
  #inTime(now: ReadonlyMap<string, Reading>, closed: readonly string[]): void {
    for (const [key, reading] of now) {
      const before = this.#last.get(key);
      const isFresh = reading.period.halfMonths.some((halfMonth) => closed.includes(halfMonth));
      this.#last.set(key, reading);
      if (!before || isFresh) continue;
      this.pairs++;
      const moved = Math.abs(reading.n - before.n);
      if (isFew(moved) || (moved === 0 && reading.said !== before.said)) this.#leak('time', reading, before);
    }
    for (const [key, { period }] of this.#last) {
      if (period.halfMonths.some((halfMonth) => closed.includes(halfMonth)) && !now.has(key)) {
        this.#last.delete(key);
      }
    }
  }

  #inPeriod(now: ReadonlyMap<string, Reading>): void {
    const groups = groupBy(now.values(), ({ place, form, what }) => [place, form, what].join(' '));
    for (const group of groups.values()) {
      for (const longer of group) {
        const inside = group.filter((shorter) => contains(longer.period, shorter.period));
        for (const shorter of inside) {
          this.pairs++;
          if (isFew(longer.n - shorter.n)) this.#leak('period', longer, shorter);
        }
        // all its parts of one kind: halves of a month, months of a quarter, quarters of a year
        for (const parts of groupBy(inside, ({ period }) => period.kind).values()) {
          for (const some of disjointRuns(parts)) {
            const covered = some.reduce((sum, { period }) => sum + period.halfMonths.length, 0);
            if (!isPartition(longer.period, some[0]!.period)) continue;
            const left = longer.n - some.reduce((sum, { n }) => sum + n, 0);
            if (covered < longer.period.halfMonths.length && isFew(left)) {
              this.#leak(`period, all but its ${some[0]!.period.kind}s`, longer, some[0]);
            }
          }
        }
      }
    }
  }

  #inPlace(now: ReadonlyMap<string, Reading>): void {
    const trees = [...this.#trees.values()].map(
      (tree) => new Set([...tree.values()].map((points) => [...points].sort().join(' '))),
    );
    const isOfOneDay = (...places: string[]) =>
      trees.some((tree) => places.every((place) => tree.has(place)));
    const groups = groupBy(now.values(), ({ period, form, what }) => [period.id, form, what].join(' '));
    for (const group of groups.values()) {
      const at = new Map(group.map((reading) => [reading.place, reading]));
      for (const whole of group) {
        for (const part of group) {
          if (!isInside(part.place, whole.place)) continue;
          this.pairs++;
          const how = isOfOneDay(part.place, whole.place) ? 'place' : 'place of another day';
          if (isFew(whole.n - part.n)) this.#leak(how, whole, part);
        }
        for (const tree of trees) {
          const inside = [...tree].filter((place) => isInside(place, whole.place));
          const largest = inside.filter((place) => !inside.some((other) => isInside(place, other)));
          const shown = largest.flatMap((place) => at.get(place) ?? []);
          const left = whole.n - shown.reduce((sum, { n }) => sum + n, 0);
          const how = tree.has(whole.place)
            ? 'place, all but its parts'
            : 'place of another day, all but its parts';
          if (shown.length > 0 && isFew(left)) this.#leak(how, whole, shown[0]);
        }
      }
    }
  }

  /** The numbers that stand beside breakdowns. */
  #rowsOf(page: Overview): void {
    const at = `${page.unit.id} ${page.period.id} ${page.form}`;
    if (page.unitsWithheld !== null && isFew(page.unitsWithheld)) {
      this.leaks.push(`units withheld: ${at} n ${page.unitsWithheld}`);
    }
    // an express form answers at most one item of a factor: the items add up to it
    if (page.form === 'express' && !page.period.open) {
      for (const { code, score, items } of page.factors) {
        const ofItems = items.reduce((sum, { score: one }) => sum + ('withheld' in one ? 0 : one.n), 0);
        if ('withheld' in score || ofItems === 0 || !isFew(score.n - ofItems)) continue;
        this.leaks.push(`items of ${code}: ${at} n ${score.n - ofItems}`);
      }
    }
    const channels = page.channels.reduce((sum, { shown }) => sum + (shown ?? 0), 0);
    // received and shown are no answers and always served, so nothing can hide in a total below ten
    if (page.shown >= 10 && isFew(page.shown - channels))
      this.leaks.push(`channel: ${at} n ${page.shown - channels}`);
    for (const { channel, shown } of page.channels) {
      if (shown !== null && isFew(shown)) this.leaks.push(`channel: ${at} ${channel} n ${shown}`);
    }
  }
}

const known = new Map<string, boolean>();

/** Whether one place holds all service points of another and more. */
function isInside(part: string, whole: string): boolean {
  const key = `${part}|${whole}`;
  let inside = known.get(key);
  if (inside === undefined) {
    const points = new Set(whole.split(' '));
    const inner = part.split(' ');
    inside = inner.length < points.size && inner.every((point) => points.has(point));
    known.set(key, inside);
  }
  return inside;
}

function contains(longer: Period, shorter: Period): boolean {
  return (
    longer.halfMonths.length > shorter.halfMonths.length &&
    shorter.halfMonths.every((halfMonth) => longer.halfMonths.includes(halfMonth))
  );
}

/** Whether periods like this one, end to end, make up the longer one. */
function isPartition(longer: Period, part: Period): boolean {
  const offset = longer.halfMonths.indexOf(part.halfMonths[0]!);
  return offset % part.halfMonths.length === 0 && longer.halfMonths.length % part.halfMonths.length === 0;
}

/** Periods of one kind may overlap (a half-year and its quarters): by length each set is disjoint. */
function disjointRuns(parts: readonly Reading[]): Reading[][] {
  return [...groupBy(parts, ({ period }) => String(period.halfMonths.length)).values()];
}

function groupBy<T>(list: Iterable<T>, keyFor: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyFor(one));
    if (group) group.push(one);
    else groups.set(keyFor(one), [one]);
  }
  return groups;
}
