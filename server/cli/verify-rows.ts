import {
  type Content,
  contentOf,
  halfMonthOf,
  type Entry,
  type EntryRow,
  leafOf,
  lines,
  type Place,
  type RootRow,
  type Row,
  type Seal,
  type Sealed,
  type SealRow,
  SERVER,
} from './verify-files.ts';

/** The rows: is each in a seal, is each sealed one here, and if not, which row is it now. */

export interface Unsealed extends Row {
  readonly leaf: string;
  readonly content: Content;
}

export async function checkRows(
  folder: string,
  sealed: Sealed,
  entries: readonly EntryRow[],
  findings: string[],
) {
  const unsealed: Unsealed[] = [];
  const perPoint = new Map<string, number>();
  const isReviewed = entries.some(({ document }) => (JSON.parse(document) as Entry).kind === 'review');
  const early: string[] = [];
  // ids of rows without a seal
  const loose = new Set<string>();
  let count = 0;
  for await (const row of lines<Row>(folder, 'submissions')) {
    count++;
    const leaf = leafOf(row.p);
    const content = contentOf(row.p);
    const place = sealed.get(leaf);
    const name = `Row ${row.id}${place ? ` (device ${place.device}, seal ${place.n})` : ''}`;
    if (place?.here || loose.has(row.id)) findings.push(`${name} stands in the export twice.`);
    if (place) place.here = true;
    else loose.add(row.id);
    if (!content) {
      findings.push(`${name} cannot be read: its bytes were changed.`);
      continue;
    }
    perPoint.set(content.sp, (perPoint.get(content.sp) ?? 0) + 1);
    if (content.id !== row.id)
      findings.push(`${name} holds the bytes of row ${content.id}: they were moved.`);
    if (!place) unsealed.push({ ...row, leaf, content });
    const isMovedOn =
      content.tq !== 'unknown' && content.ch !== 'qr' && content.ch !== 'ticket' && row.half_day > content.b;
    if (isMovedOn)
      findings.push(`${name} is counted in ${row.half_day}, but was answered in ${content.b}: it was moved.`);
    if (halfMonthOf(row.half_day) < halfMonthOf(content.b)) early.push(row.id);
    const own = Object.values(content.q).includes(1) ? 'flagged' : 'counted';
    if (row.standing !== own && !isReviewed)
      findings.push(`${name} stands as ${row.standing} where its bytes say ${own}, and no review says so.`);
  }
  return { count, unsealed, perPoint, early };
}

// Which row a missing leaf was: moving a row back to another service point, or changing one sign of it back, finds it.
export function explain(
  missing: Sealed,
  unsealed: readonly Unsealed[],
  points: readonly string[],
  findings: string[],
): Set<string> {
  const explained = new Set<string>();
  for (const { id, p, content } of missing.size > 0 ? unsealed.slice(0, 200) : []) {
    for (const [was, how] of variants(p, content.sp, points, unsealed.length <= 20)) {
      const place = missing.get(leafOf(was));
      if (!place) continue;
      findings.push(`Row ${id} (device ${place.device}, seal ${place.n}) was ${how}.`);
      missing.delete(leafOf(was));
      explained.add(id);
      break;
    }
  }
  for (const [leaf, { device, n, b }] of missing)
    findings.push(
      `Device ${device}, seal ${n} (${b}): a submission is missing, it was removed or changed: ${leaf}.`,
    );
  return explained;
}

function* variants(
  p: string,
  sp: string,
  points: readonly string[],
  isThorough: boolean,
): Generator<[string, string]> {
  for (const point of points)
    yield [p.replace(`"sp":"${sp}"`, `"sp":"${point}"`), `moved from service point ${point} to ${sp}`];
  for (let i = 0; i < (isThorough ? p.length : 0); i++)
    for (let code = 32; code < 127; code++)
      yield [`${p.slice(0, i)}${String.fromCharCode(code)}${p.slice(i + 1)}`, `changed at sign ${i + 1}`];
}

/** Per device the newest day it has sealed; a device's clock that runs ahead counts only as far as the root's day. */
export function latestDays(
  seals: readonly SealRow[],
  roots: readonly RootRow[],
  exported: string,
): Map<string, string> {
  const dayOfRoot = new Map(roots.map(({ n, day }) => [n, day]));
  const latest = new Map<string, string>();
  for (const { device, s, root } of seals) {
    const day = [
      (JSON.parse(s) as Seal).b.slice(0, 10),
      (root !== null && dayOfRoot.get(root)) || exported,
    ].sort()[0]!;
    if (day > (latest.get(device) ?? '')) latest.set(device, day);
  }
  return latest;
}

// Once every device that can have taken a row has sealed a later day, the row must be in one of its seals.
export function checkUnsealed(
  rows: readonly Unsealed[],
  latest: ReadonlyMap<string, string>,
  places: readonly Place[],
  findings: string[],
): void {
  for (const { id, half_day: date, content } of rows) {
    const day = date.includes('/')
      ? `${date.slice(0, 7)}-${date.endsWith('/1') ? '14' : '31'}`
      : date.slice(0, 10);
    const isPhone = content.ch === 'qr' || content.ch === 'ticket';
    // an own phone's row may be dated a day before it came
    const afterNext = new Date(Date.parse(`${day.replace(/-31$/, '-28')}T00:00:00Z`) + 86_400_000)
      .toISOString()
      .slice(0, 10);
    const devices = isPhone
      ? [SERVER]
      : [
          ...new Set(
            places
              .filter(
                (place) =>
                  place.service_point === content.sp &&
                  place.starts <= day &&
                  (place.ends ?? '9') >= date.slice(0, 7),
              )
              .map((place) => place.device),
          ),
        ];
    if (devices.every((device) => (latest.get(device) ?? '') > (isPhone ? afterNext : day)))
      findings.push(
        `Row ${id} is an unsealed row of ${content.sp}, ${date}: ${devices.length > 0 ? `device ${devices.join(', ')} has sealed a later day` : 'no device stood there'}. It was inserted or changed.`,
      );
  }
}
