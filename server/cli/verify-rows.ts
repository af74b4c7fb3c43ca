import { dayAfter } from '../../shared/period.ts';
import type { ProofFinding, ProofWords } from '../said/said-proof-vi.ts';
import { type Sealed, SERVER } from './verify-chain.ts';
import {
  type Content,
  contentOf,
  type Export,
  halfMonthOf,
  leafOf,
  lines,
  type Row,
} from './verify-export.ts';

/** The rows: is each in a seal, is each sealed one here, and if not, which row is it now. */

export interface Unsealed extends Row {
  readonly leaf: string;
  readonly content: Content;
}

const isPhone = ({ ch }: Content) => ch === 'qr' || ch === 'ticket';

/** Reads every row once and marks the sealed ones that are here. `early`: ids that only a person can judge. */
export async function checkRows(sealed: Sealed, { folder, entries }: Export, findings: ProofFinding[]) {
  const unsealed: Unsealed[] = [];
  const perPoint = new Map<string, number>();
  const early: string[] = [];
  const seen = new Set<string>();
  const reviews = entries
    .flatMap(({ says }) => (says.kind === 'review' ? [says.facts] : []))
    .sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));
  let count = 0;
  for await (const row of lines<Row>(folder, 'submissions')) {
    count++;
    const leaf = leafOf(row.p);
    const content = contentOf(row.p);
    const place = sealed.get(leaf);
    const find = (said: (words: ProofWords['row'], name: string) => string) =>
      findings.push(({ row: words }) => said(words, nameOf(row.id, place, words)));
    if (place?.here || (!place && seen.has(row.id))) find((words, name) => words.twice(name));
    if (place) place.here = true;
    else seen.add(row.id);
    if (!content) {
      find((words, name) => words.unreadable(name));
      continue;
    }
    const { id, sp, b, tq } = content;
    perPoint.set(sp, (perPoint.get(sp) ?? 0) + 1);
    if (!place) unsealed.push({ ...row, leaf, content });
    if (id !== row.id) find((words, name) => words.otherBytes(name, id));
    if (row.half_day > b && tq !== 'unknown' && !isPhone(content))
      find((words, name) => words.moved(name, row.half_day, b));
    if (halfMonthOf(row.half_day) < halfMonthOf(b)) early.push(row.id);
    const own = standingOf(content, row.half_day, reviews);
    if (row.standing !== own) find((words, name) => words.standing(name, row.standing, own));
  }
  return { count, unsealed, perPoint, early };
}

const nameOf = (
  id: string,
  place: { readonly device: string; readonly n: number } | undefined,
  words: ProofWords['row'],
): string => (place ? words.sealed(id, place.device, place.n) : words.named(id));

/** What its flags, and the newest decision about a cohort that holds it, say: service point, half-day or half-month, class. */
function standingOf(
  { sp, ch, ui, q }: Content,
  date: string,
  reviews: readonly Export['entries'][number]['says']['facts'][],
): string {
  // interviews about late dossiers enter no figure
  if (ch === 'call' && ui === 'c1a-late') return 'excluded';
  if (!Object.values(q).includes(1)) return 'counted';
  const last = reviews.findLast(
    ({ point, span, flag }) =>
      point === sp &&
      (flag === 'any' || q[String(flag)] === 1) &&
      (span === date || span === halfMonthOf(date)),
  );
  return last?.['decision'] === 'exclude' ? 'excluded' : 'flagged';
}

/** Which row a missing leaf was. Returns the rows that are explained by it. */
export function explainMissing(
  missing: Sealed,
  unsealed: readonly Unsealed[],
  points: readonly string[],
  findings: ProofFinding[],
): Set<string> {
  const explained = new Set<string>();
  for (const { id, p, content } of missing.size > 0 ? unsealed.slice(0, 200) : []) {
    for (const [was, how] of variants(p, content.sp, points, unsealed.length <= 20)) {
      const leaf = leafOf(was);
      const place = missing.get(leaf);
      if (!place) continue;
      findings.push(({ row }) => how(row, nameOf(id, place, row)));
      missing.delete(leaf);
      explained.add(id);
      break;
    }
  }
  for (const [leaf, { device, n, b }] of missing)
    findings.push(({ seal }) => seal.missing(device, n, b, leaf));
  return explained;
}

// Moving a row back to another service point, or changing one sign of it back, gives the bytes that were sealed.
function* variants(p: string, sp: string, points: readonly string[], isThorough: boolean) {
  for (const point of points)
    yield [
      p.replace(`"sp":"${sp}"`, `"sp":"${point}"`),
      (words: ProofWords['row'], name: string) => words.wasMoved(name, point, sp),
    ] as const;
  for (let i = 0; i < (isThorough ? p.length : 0); i++)
    for (let code = 32; code < 127; code++)
      yield [
        `${p.slice(0, i)}${String.fromCharCode(code)}${p.slice(i + 1)}`,
        (words: ProofWords['row'], name: string) => words.wasChanged(name, i + 1),
      ] as const;
}

/** Once every device that can have taken a row has sealed a later day, the row must be in one of its seals. */
export function checkUnsealed(
  rows: readonly Unsealed[],
  { seals, roots, places, day: exported }: Pick<Export, 'seals' | 'roots' | 'places' | 'day'>,
  findings: ProofFinding[],
): void {
  const dayOfRoot = new Map(roots.map(({ n, day }) => [n, day]));
  const newest = new Map<string, string>();
  for (const { device, says, root } of seals) {
    // a device's clock that runs ahead counts only as far as the day of the root that holds the seal
    const known = (root !== null && dayOfRoot.get(root)) || exported;
    const day = says.b.slice(0, 10) < known ? says.b.slice(0, 10) : known;
    if (day > (newest.get(device) ?? '')) newest.set(device, day);
  }
  for (const { id, half_day: date, content } of rows) {
    // a form on paper may be keyed long after its half-month, and waits for the server's seal of that night
    if (content.ch === 'paper') continue;
    const day = lastDayOf(date);
    const standing = places.filter(
      ({ service_point, starts, ends }) =>
        service_point === content.sp && starts <= day && (ends ?? '9') >= date.slice(0, 7),
    );
    const devices = isPhone(content) ? [SERVER] : [...new Set(standing.map(({ device }) => device))];
    // an own phone's row may be dated a day before it came
    const latest = isPhone(content) ? dayAfter(day) : day;
    if (!devices.every((device) => (newest.get(device) ?? '') > latest)) continue;
    findings.push(({ row }) =>
      devices.length > 0
        ? row.laterSealed(id, content.sp, date, devices)
        : row.noDevice(id, content.sp, date),
    );
  }
}

const lastDayOf = (date: string) =>
  date.includes('/') ? `${date.slice(0, 7)}-${date.endsWith('/1') ? '14' : '31'}` : date.slice(0, 10);
