import { setImmediate as nextTurn } from 'node:timers/promises';
import { nextHalfMonth } from '../../shared/period.ts';
import type { Shape } from '../../shared/tally.ts';
import type { CutFacet } from '../store/facet-release.ts';
import { noteReading } from '../store/lately-read.ts';
import { servedFacet, type ServedFilter, servedTallies } from '../store/served-tallies.ts';
import type { Reader, Store } from '../store/store.ts';
import { marksOf, markSums } from '../store/tally-marks.ts';
import { type CellRow, rowsOf, sizeOf, type Totals } from './cell-rows.ts';
import { type Cells, cellsIn, setInLine } from './served-cells.ts';
import { Sheet } from './served-sheet.ts';
import { groupBy } from './tree-sets.ts';

/**
 * The rows that pages were read from, kept in memory: a book for each half-month, in which the marks of the store tell which
 * service points have moved since. Of a closed half-month that is hardly ever one; of the open one those that have moved
 * are read anew. The marks are read in the snapshot of the page, so a page is the same with books and without.
 */
interface Book {
  /** The sum of the marks of all places. */
  readonly sum: number;
  readonly marks: ReadonlyMap<string, number>;
  readonly sheet: Sheet;
  readonly bytes: number;
}

/** The books of one facet of one form and version, of the service points of one tree. */
class Shelf extends Map<string, Book> {
  /** By the half-months that were asked for: pages of the same rows get the same cells, and what was worked out of them. */
  readonly cells = new Map<string, Cells>();
}
/** More spans than a page and its comparisons ask for. */
const SPANS_KEPT = 8;

export interface Filter extends Omit<ServedFilter, 'facet' | 'excluded'> {
  readonly facet: '' | CutFacet;
}

/** A year of the largest province has 30 MB of headlines, and 100 of a facet with seven values. */
const BYTES_KEPT = 200e6;

class Library {
  /** The one that was used last comes last. */
  private readonly shelves = new Map<string, Shelf>();

  shelf(name: string): Shelf {
    const shelf = this.shelves.get(name) ?? new Shelf();
    this.shelves.delete(name);
    this.shelves.set(name, shelf);
    return shelf;
  }

  /** Lets go of what was not used for longest; a shelf that alone is too large is read for one page. */
  makeRoom(): void {
    let bytes = 0;
    for (const [name, shelf] of [...this.shelves].toReversed()) {
      const own = [...shelf.values()].reduce((sum, book) => sum + book.bytes, 0);
      if (bytes + own > BYTES_KEPT) this.shelves.delete(name);
      else bytes += own;
    }
  }
}

/** By their reader, which a store keeps when its writes are measured. */
const libraries = new WeakMap<Reader, Library>();
const libraryBehind = new WeakMap<Reader, Library>();

/** A snapshot in which `servedCells` may look into what was kept of the same store. */
export function figuresSnapshot<T>(store: Store, work: (read: Reader) => Promise<T>): Promise<T> {
  let library = libraries.get(store.read);
  if (!library) libraries.set(store.read, (library = new Library()));
  noteReading(store);
  return store.snapshot(async (read) => {
    libraryBehind.set(read, library);
    await ownTurn();
    return work(read);
  });
}

/** Until the turn that a page has taken is over. */
let taken: Promise<void> | undefined;

/**
 * One page in a turn of the event loop: SQLite answers at once, so pages that wait in a row would let nobody in between them: a
 * hundred kept tablets waiting for 6 s. The first one does not wait, because others would come before it.
 */
async function ownTurn(): Promise<void> {
  for (let others = taken; others; others = taken) await others;
  taken = nextTurn().then(() => (taken = undefined));
}

/** The served rows of a filter, the state of the facets with it. Must run inside a snapshot. */
export async function servedCells(read: Reader, filter: Filter, shape: Shape): Promise<Cells> {
  const library = libraryBehind.get(read);
  if (!library || filter.servicePoints.length === 0) return cellsIn(await readRows(read, filter, shape));
  const { form, questionnaire, version, facet, servicePoints } = filter;
  const shelf = library.shelf([form, questionnaire, version, facet, ...servicePoints].join('\n'));
  const sums = await markSums(read, filter);
  const halfMonths = halfMonthsIn(filter);
  // another page may put a later state on the shelf meanwhile: what this one reads are the books of its own snapshot
  const books = new Map(halfMonths.map((halfMonth) => [halfMonth, shelf.get(halfMonth)]));
  const due = halfMonths.filter((halfMonth) => books.get(halfMonth)?.sum !== (sums.get(halfMonth) ?? 0));
  if (due.length > 0) {
    for (const [halfMonth, book] of await readBooks(read, filter, shape, due, books)) {
      books.set(halfMonth, book);
      shelf.set(halfMonth, book);
    }
    library.makeRoom();
  }
  return cellsOf(shelf, new Map(halfMonths.map((halfMonth) => [halfMonth, books.get(halfMonth)!.sheet])));
}

function cellsOf({ cells: kept }: Shelf, cells: Cells): Cells {
  const name = [...cells.keys()].join();
  const before = kept.get(name);
  if (before && [...cells].every(([halfMonth, sheet]) => before.get(halfMonth) === sheet)) return before;
  setInLine(cells, before);
  if (kept.size >= SPANS_KEPT) kept.clear();
  kept.set(name, cells);
  return cells;
}

function halfMonthsIn({ from, to }: Pick<Filter, 'from' | 'to'>): string[] {
  const found: string[] = [];
  for (let halfMonth = from; halfMonth <= to; halfMonth = nextHalfMonth(halfMonth)) found.push(halfMonth);
  return found;
}

async function readRows(
  read: Reader,
  { facet, ...filter }: Filter,
  shape: Shape,
  totals?: Totals,
): Promise<CellRow[]> {
  const rows =
    facet === '' ? servedTallies(read, { ...filter, facet }) : servedFacet(read, { ...filter, facet });
  return rowsOf(await rows, shape, facet, totals);
}

/** Service points: what the database gives takes many times the memory that is kept of it. */
const READ_AT_ONCE = 8;

/** Rows of some half-months, and what those of each hold together. */
async function readAnew(read: Reader, filter: Filter, shape: Shape, halfMonths: readonly string[]) {
  const totals: Totals = new Map();
  const wanted = new Set(halfMonths);
  const found: CellRow[] = [];
  const { servicePoints } = filter;
  if (wanted.size === 0) return { rowsIn: new Map<string, CellRow[]>(), totals };
  const span = { ...filter, from: halfMonths[0]!, to: halfMonths.at(-1)! };
  for (let at = 0; at < servicePoints.length; at += READ_AT_ONCE) {
    const some = { ...span, servicePoints: servicePoints.slice(at, at + READ_AT_ONCE) };
    for (const row of await readRows(read, some, shape, totals))
      if (wanted.has(row.halfMonth)) found.push(row);
    // a year of a province takes a second or two, and others want to be heard meanwhile
    await nextTurn();
  }
  return { rowsIn: groupBy(found, ({ halfMonth }) => halfMonth), totals };
}

/** The books of some half-months as they are now; of one that was kept, only the points that have moved are read. */
async function readBooks(
  read: Reader,
  filter: Filter,
  shape: Shape,
  due: readonly string[],
  kept: ReadonlyMap<string, Book | undefined>,
): Promise<ReadonlyMap<string, Book>> {
  const marks = await marksOf(read, { from: due[0]!, to: due.at(-1)! });
  const fresh = due.filter((halfMonth) => !kept.get(halfMonth));
  const { rowsIn, totals } = await readAnew(read, filter, shape, fresh);
  const books = new Map<string, Book>();
  for (const halfMonth of due) {
    const now = marks.get(halfMonth) ?? new Map<string, number>();
    const old = kept.get(halfMonth);
    const sheet = old
      ? await movedSince(old, read, { ...filter, from: halfMonth, to: halfMonth }, shape, now)
      : new Sheet(
          groupBy(rowsIn.get(halfMonth) ?? [], ({ servicePoint }) => servicePoint),
          totals.get(halfMonth),
        );
    const sum = [...now.values()].reduce((all, mark) => all + mark, 0);
    const bytes = [...sheet.at.values()].flat().reduce((size, row) => size + sizeOf(row), 0);
    books.set(halfMonth, { sum, marks: now, sheet, bytes });
  }
  return books;
}

async function movedSince(
  { sheet, marks }: Book,
  read: Reader,
  filter: Filter,
  shape: Shape,
  now: Book['marks'],
): Promise<Sheet> {
  const servicePoints = filter.servicePoints.filter((point) => now.get(point) !== marks.get(point));
  const moved = await readRows(read, { ...filter, servicePoints }, shape);
  const rowsAt = groupBy(moved, ({ servicePoint }) => servicePoint);
  return sheet.with(new Map(servicePoints.map((point) => [point, rowsAt.get(point) ?? []])));
}
