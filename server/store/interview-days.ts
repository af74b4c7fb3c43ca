import type { Heartbeat } from '../../shared/wire/device.ts';
import type { Reader } from './store.ts';

/** What a telephone of staff counted over some days. */
export interface InterviewDays {
  readonly days: number;
  readonly agreed: number;
  readonly refused: number;
  readonly ownCounter: number;
}

/** Of each of these devices the days on which it asked somebody, from day to day, both inside. */
export async function interviewDays(
  read: Reader,
  devices: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<ReadonlyMap<string, InterviewDays>> {
  const sums = new Map<string, InterviewDays>();
  if (devices.length === 0) return sums;
  const rows = await read
    .selectFrom('device_days')
    .select(['device', 'counts'])
    .where('device', 'in', [...devices])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute();
  for (const { device, counts } of rows) {
    const day = JSON.parse(counts) as Heartbeat['day'];
    const agreed = Object.values(day.agreed ?? {}).reduce((sum, count) => sum + count, 0);
    const refused = day.refused ?? 0;
    if (agreed + refused === 0) continue;
    const before = sums.get(device) ?? { days: 0, agreed: 0, refused: 0, ownCounter: 0 };
    sums.set(device, {
      days: before.days + 1,
      agreed: before.agreed + agreed,
      refused: before.refused + refused,
      ownCounter: before.ownCounter + (day.ownCounter ?? 0),
    });
  }
  return sums;
}
