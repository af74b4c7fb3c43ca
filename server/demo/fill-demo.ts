import { setImmediate as nextTurn } from 'node:timers/promises';
import { invariant } from '../../shared/assert.ts';
import type { RandomBytes } from '../../shared/ids.ts';
import type { Questionnaire } from '../../shared/questionnaire.ts';
import { encodeSubmission } from '../../shared/submission.ts';
import { PROTO } from '../../shared/wire/batch.ts';
import { admit, type AdmitContext, type Candidate, judgeOffers } from '../ingest/accept-batch.ts';
import type { Sender } from '../ingest/judge.ts';
import type { Keys } from '../keys.ts';
import { CURRENT } from '../set-up.ts';
import { loadCatalogue, versionOf } from '../store/catalogue.ts';
import { countContacts, deviceById, keepHeartbeat } from '../store/devices.ts';
import type { WalkUpCode } from '../store/organisation.ts';
import type { Store, Tx } from '../store/store.ts';
import { addDossiers } from './add-dossiers.ts';
import { addDemoPacks } from './add-demo-packs.ts';
import { addOrganisation, shownIn } from './add-organisation.ts';
import { codeVisits, kioskVisits } from './counter-visits.ts';
import { followUp } from './follow-up.ts';
import { CAMPAIGN } from './lam-khe.ts';
import { CENTRES } from './lam-khe-points.ts';
import { type Plan, planFor } from './plan.ts';
import { plantStories } from './stories.ts';
import { callVisits, paperVisits, staffPhoneId } from './survey-visits.ts';
import { type Visit, worldOf } from './visits.ts';
import { type Calendar, calendarOf, timeOf } from './working-days.ts';

/**
 * Fills the demo province: twelve months of invented submissions up to now, by the same path that real ones
 * take. All of it is one transaction, so a demo is there as a whole or not at all. The answers follow from a
 * fixed seed and the day; only codes and tokens are really random.
 */
export async function fillDemo(
  store: Store,
  options: {
    readonly nowMs: number;
    readonly random: RandomBytes;
    readonly keys: Pick<Keys, 'lock'>;
    /** Asked in the same transaction, before anything is written: throws where no demo may be. */
    readonly judge?: (tx: Tx) => Promise<void>;
  },
): Promise<{ submissions: number; code: string; kioskPoint: string; unit: string }> {
  const calendar = calendarOf(options.nowMs);
  const plan = planFor(calendar);
  return store.write(async (tx) => {
    await options.judge?.(tx);
    const codes = await addOrganisation(tx, calendar, plan, options.random);
    const catalogue = await loadCatalogue(tx);
    const version = versionOf(catalogue, { f: CURRENT.id, fv: CURRENT.version });
    invariant(version, 'the current questionnaire is published');
    await addDemoPacks(tx, version.questionnaire);
    const visits = inventVisits(version.questionnaire, calendar, plan);
    await send(tx, visits, codes, { catalogue, nowMs: options.nowMs, keys: options.keys });
    await reportHealth(tx, visits, calendar, plan);
    await addDossiers(tx, calendar, plan);
    await followUp(tx, calendar.today, options.random);
    return { submissions: visits.length, ...shownIn(codes) };
  });
}

/** All invented visits; the same for the same half-day. */
export function inventVisits(
  questionnaire: Questionnaire,
  calendar: Calendar,
  plan: Plan = planFor(calendar),
): Visit[] {
  const world = worldOf(questionnaire, calendar, plan);
  return plantStories(world, [
    ...kioskVisits(world),
    ...codeVisits(world),
    ...callVisits(world),
    ...paperVisits(world),
  ]);
}

/** Parcels of one origin and one instant; a device's come as large as they are. */
async function send(
  tx: Tx,
  visits: readonly Visit[],
  codes: ReadonlyMap<string, WalkUpCode>,
  { catalogue, nowMs, keys }: AdmitContext,
): Promise<void> {
  const parcels = new Map<string, Visit[]>();
  for (const visit of visits) {
    const name = `${visit.from.kind} ${visit.from.id} ${visit.receivedMs}`;
    const parcel = parcels.get(name);
    if (parcel) parcel.push(visit);
    else parcels.set(name, [visit]);
  }
  const senders = new Map<string, Sender>();
  const judged: Candidate[] = [];
  let count = 0;
  for (const parcel of parcels.values()) {
    const { from, receivedMs } = parcel[0]!;
    const sender = senders.get(`${from.kind} ${from.id}`) ?? (await senderOf(tx, from, codes));
    senders.set(`${from.kind} ${from.id}`, sender);
    const items = parcel.map(({ submission, remark }) => {
      const p = encodeSubmission(submission);
      return remark ? { p, remark } : { p };
    });
    const context = { nowMs: receivedMs, catalogueFor: async () => catalogue, keys };
    const offer = { parcel: { proto: PROTO, items }, sender };
    const { candidates, held } = (await judgeOffers(tx, [offer], context)).judged[0]!;
    const accepted = candidates.length;
    invariant(accepted === items.length, 'every invented submission is accepted');
    judged.push(...candidates);
    if (from.kind === 'device')
      await countContacts(tx, [{ device: from.id, at: receivedMs, accepted, held }]);
    // the server that is being filled goes on answering
    if (++count % 25 === 0) await nextTurn();
  }
  await admitInParts(tx, judged, { catalogue, nowMs, keys });
}

/** Visits come place by place and day by day: so few parts share tallies, which each part reads and writes again. */
const ADMITTED_AT_ONCE = 250;

/** Counted in parts that do not follow the parcels: an own phone's holds one submission. */
async function admitInParts(tx: Tx, judged: readonly Candidate[], context: AdmitContext): Promise<void> {
  for (let i = 0; i < judged.length; i += ADMITTED_AT_ONCE) {
    const part = judged.slice(i, i + ADMITTED_AT_ONCE);
    const { size } = await admit(tx, part, context);
    invariant(size === part.length, 'every invented submission is new');
    await nextTurn();
  }
}

const STAFF_PHONES: ReadonlySet<string> = new Set(CENTRES.map(staffPhoneId));

async function senderOf(
  tx: Tx,
  from: Visit['from'],
  codes: ReadonlyMap<string, WalkUpCode>,
): Promise<Sender> {
  if (from.kind === 'code') {
    const { servicePoint, campaign } = codes.get(from.id)!;
    return { kind: 'phone', channel: 'qr', servicePoint, campaigns: [campaign] };
  }
  if (from.kind === 'paper') return { kind: 'paper', servicePoint: from.id, campaign: CAMPAIGN };
  const device = await deviceById(tx, from.id);
  invariant(device, 'a device of the demo');
  // the telephones of staff belong to nobody here: no account is invented for somebody who could sign in
  return { kind: 'device', device: STAFF_PHONES.has(device.id) ? { ...device, account: 'demo' } : device };
}

/** What each device last said about itself: at the end of the newest half-day, the silent one earlier. */
async function reportHealth(
  tx: Tx,
  visits: readonly Visit[],
  { nowMs, days }: Calendar,
  plan: Plan,
): Promise<void> {
  const newest = days.at(-1)!;
  const usual = {
    day: newest.day,
    at: Math.min(nowMs, timeOf(newest.day, newest.halves.length === 2 ? 17 : 11.5)),
    unsent: 0,
  };
  const totals = new Map<string, { total: number; today: number }>();
  for (const { from, submission } of visits) {
    if (from.kind !== 'device') continue;
    const { day } = from.id === plan.silent.device ? plan.silent : usual;
    const sum = totals.get(from.id) ?? { total: 0, today: 0 };
    totals.set(from.id, { total: sum.total + 1, today: sum.today + Number(submission.b.startsWith(day)) });
  }
  for (const [id, { total, today }] of totals) {
    const isSilent = id === plan.silent.device;
    const { day, at, unsent } = isSilent ? { ...plan.silent, at: timeOf(plan.silent.day, 12) } : usual;
    const visitsOfDay = { date: day, wakes: today + 2, starts: today + 1, abandoned: [1] };
    await keepHeartbeat(
      tx,
      id,
      {
        dev: id,
        app: '0.1.0',
        total: total + unsent,
        unsent,
        sealNo: 0,
        free: 2_000_000_000,
        persisted: true,
        faults: [],
        day: visitsOfDay,
      },
      at,
    );
  }
}
