import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { addDays, halfMonthOf, startOfLocalDay } from '../../shared/period.ts';
import { uuid4 } from '../../shared/ids.ts';
import { type Questionnaire, QuestionnaireSchema } from '../../shared/questionnaire.ts';
import { drawExpress } from '../../shared/rotation.ts';
import { encodeSubmission, isFlagged, NO_SIGNALS, type Submission } from '../../shared/submission.ts';
import { shapeOf } from '../../shared/tally.ts';
import { encodeSeal, NO_SEAL, SEAL_LEAST, SEAL_MOST, sealPreimage } from '../../shared/wire/seal.ts';
import { sha256 } from '../../server/device-key.ts';
import { newDevice } from '../../server/set-up.ts';
import { countContacts } from '../../server/store/devices.ts';
import { putField } from '../../server/store/fields.ts';
import { keepLeaves, keepPhoneLeaves, leafOf } from '../../server/store/leaves.ts';
import { noteMoves } from '../../server/store/moves.ts';
import { noteHalfDays } from '../../server/store/newest-half-day.ts';
import { addServicePoint, addUnit, allUnits } from '../../server/store/organisation.ts';
import { addRoot } from '../../server/store/roots.ts';
import { addSeal, putDeviceKey } from '../../server/store/seals.ts';
import { sealPhones } from '../../server/store/seal-phones.ts';
import type { Tx } from '../../server/store/store.ts';
import { insertSubmissions } from '../../server/store/submissions.ts';
import { putTallies } from '../../server/store/tallies.ts';
import { type Accepted, type Cells, cellsOf } from '../../server/store/tally-cells.ts';
import type { Office } from '../fakes/office.ts';
import { seeded, seededNumbers } from '../fakes/seeded.ts';
import { newTabletKey, type TabletKey } from '../fakes/tablet-key.ts';

/**
 * Express submissions of communes below an office over twelve months, stored as accepting would leave them, in the order in
 * which they would come, day by day: bytes of version 1 under random ids, leaves, seals of the tablets of each half-day, the
 * server's seals of own phones and a root each night, tallies of closed half-months. It goes round the judging alone and writes each
 * tally once, with its last count; `rebuild --check` proves that they are the same.
 */
export interface StoredSize {
  readonly submissions: number;
  readonly communes: number;
  /** Service points of each, with one tablet. */
  readonly points: number;
  /** The last of the twelve months, a day on which a half-month ends; left out = that of the reporting year 2026. */
  readonly lastDay?: string;
}

const LAST = '2026-12-14';
/** When all of that year has come and every half-month has closed. */
export const AFTERWARDS = Date.parse('2026-12-20T09:00:00+07:00');
/** The day after the same day a year before. */
const firstDayOf = (lastDay: string) => addDays(`${Number(lastDay.slice(0, 4)) - 1}${lastDay.slice(4)}`, 1);

/** An office to store it below, and the server's own keys. */
export type Ground = Pick<Office, 'store' | 'keys' | 'unit' | 'campaign'>;
const FIELDS = ['ho-tich', 'dat-dai', 'chung-thuc', 'bao-tro', 'dau-tu', 'nha-o'];
/** Of ten visits so many are answered on the tablet. */
const ON_TABLET = 0.8;
/** How many say who they are, and how many of the visits are flagged. */
const [TELLS, FLAGGED] = [0.45, 0.03];

interface Tablet {
  readonly device: string;
  readonly key: TabletKey;
  n: number;
  hash: string;
  total: number;
}
interface Place {
  readonly point: string;
  readonly tablet: Tablet;
}
interface One {
  readonly place: Place;
  readonly submission: Submission;
  readonly p: string;
  readonly leaf: string;
}

/** Fills it, and says from time to time how far it is. The communes are the units `u0`, `u1`, …; their points `p0-0`, `p0-1`, … */
export async function storeProvince(
  office: Ground,
  { submissions, communes, points, lastDay = LAST }: StoredSize,
  said: (count: number) => void | Promise<void> = () => {},
): Promise<void> {
  const { store, keys } = office;
  const chance = seededNumbers(1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const document = new URL('../../server/questionnaires/sp39-1.json', import.meta.url);
  const questionnaire = v.parse(QuestionnaireSchema, JSON.parse(readFileSync(document, 'utf8')));
  const shape = shapeOf(questionnaire);
  const draws = drawsOf(questionnaire);
  const days = workingDays(lastDay);
  const places = await layOut(office, { communes, points }, days[0]!);
  const perPoint = new Map<string, number>();
  let cells: Cells = new Map();
  for (const [at, day] of days.entries()) {
    const due =
      Math.round((submissions * (at + 1)) / days.length) - Math.round((submissions * at) / days.length);
    const ones = Array.from({ length: due }, () => invent(day));
    for (const {
      submission: { sp },
    } of ones)
      perPoint.set(sp, (perPoint.get(sp) ?? 0) + 1);
    const accepted = ones.map(acceptedOf);
    cellsOf(accepted, () => shape, cells);
    const closes = halfMonthOf(days[at + 1] ?? addDays(lastDay, 1)) !== halfMonthOf(day);
    await store.write(async (tx) => {
      await take(tx, ones, accepted);
      await sealDay(tx, day, ones);
      await sealPhones(tx, { halfDay: `${day}PM`, app: 'server-0.1.0', sign: keys.sign });
      const counts = [...perPoint].sort(([a], [b]) => (a < b ? -1 : 1));
      await addRoot(tx, { day, counts, key: keys.signPublic, sign: keys.sign });
      if (closes) await putTallies(tx, cells.values());
    });
    if (closes) cells = new Map();
    if (closes) await said(Math.round((submissions * (at + 1)) / days.length));
  }
  await store.write(async (tx) => {
    await noteMoves(
      tx,
      'figures',
      places.map(({ point }) => point),
    );
    await noteHalfDays(tx, [`${days.at(-1)}PM`]);
    for (const { tablet } of places) {
      const contact = { at: startOfLocalDay(lastDay) + 17 * 3_600_000, accepted: tablet.total, held: 0 };
      await countContacts(tx, [{ device: tablet.device, ...contact }]);
    }
  });

  function invent(day: string): One {
    const place = pick(places);
    const isTablet = chance() < ON_TABLET;
    const it = pick(draws);
    const tells = chance() < TELLS;
    const submission: Submission = {
      v: 1,
      id: uuid4(randomBytes),
      c: office.campaign,
      f: 'sp39',
      fv: 1,
      fm: 'express',
      sp: place.point,
      au: null,
      ch: isTablet ? 'kiosk' : 'qr',
      b: `${day}${chance() < 0.6 ? 'AM' : 'PM'}`,
      tq: 'ok',
      lg: 'vi',
      fd: chance() < 0.7 ? pick(FIELDS) : null,
      ot: null,
      rk: tells ? (chance() < 0.07 ? 'organisation' : 'person') : null,
      dm: tells ? { sex: pick([1, 2] as const), age: pick([1, 2, 3, 3, 4, 5] as const) } : null,
      ui: isTablet ? 'k1a' : 'q1a',
      it: [...it],
      a: it.map(() => pick([5, 5, 5, 4, 4, 4, 4, 3, 2, 1, 0] as const)),
      e: chance() < 0.94 ? 'done' : 'idle',
      q: chance() < FLAGGED ? { ...NO_SIGNALS, dur: 1 } : NO_SIGNALS,
    };
    const p = encodeSubmission(submission);
    return { place, submission, p, leaf: leafOf(p) };
  }
}

function acceptedOf({ submission }: One): Accepted {
  const standing = isFlagged(submission) ? 'flagged' : 'counted';
  return { submission, place: submission.sp, halfDay: submission.b, standing };
}

async function take(tx: Tx, ones: readonly One[], accepted: readonly Accepted[]): Promise<void> {
  const rows = ones.map(({ p }, i) => {
    const { submission, halfDay, standing } = accepted[i]!;
    return { id: submission.id, p, halfDay, standing };
  });
  await insertSubmissions(tx, rows);
  await keepLeaves(
    tx,
    ones.map(({ leaf }) => leaf),
  );
  await keepPhoneLeaves(
    tx,
    ones.filter(({ submission }) => submission.ch === 'qr').map(({ leaf }) => leaf),
  );
}

/** What each tablet seals of a day: of a half-day that has enough, else of the day (`kiosk/outbox/seal-maker.ts`). */
async function sealDay(tx: Tx, day: string, ones: readonly One[]): Promise<void> {
  const open = new Map<Tablet, One[]>();
  for (const one of ones) {
    if (one.submission.ch !== 'kiosk') continue;
    const own = open.get(one.place.tablet);
    if (own) own.push(one);
    else open.set(one.place.tablet, [one]);
  }
  for (const [tablet, own] of open) {
    const morning = own.filter(({ submission }) => submission.b.endsWith('AM'));
    const isApart = morning.length >= SEAL_LEAST;
    const parts = isApart ? [morning, own.filter((one) => !morning.includes(one))] : [own];
    for (const part of parts) {
      for (let from = 0; from < part.length; from += SEAL_MOST) {
        await sealOf(tx, tablet, `${day}PM`, part.slice(from, from + SEAL_MOST));
      }
    }
  }
}

async function sealOf(tx: Tx, tablet: Tablet, b: string, part: readonly One[]): Promise<void> {
  const leaves = part.map(({ leaf }) => leaf).sort();
  const [n, prev, total] = [tablet.n + 1, tablet.hash, tablet.total + leaves.length];
  const s = encodeSeal({ v: 1, dev: tablet.device, n, prev, total, b, app: '0.1.0', leaves });
  const hash = sha256(sealPreimage(s));
  const sig = tablet.key.sign(sealPreimage(s));
  await addSeal(tx, { device: tablet.device, n, hash, prev, total, b, s, sig }, leaves);
  Object.assign(tablet, { n, hash, total });
}

async function layOut(
  office: Ground,
  { communes, points }: Pick<StoredSize, 'communes' | 'points'>,
  day: string,
): Promise<Place[]> {
  const dates = { validFrom: '2025-07-01', validTo: null };
  const random = seeded(2);
  const places: Place[] = [];
  const { tree } = (await allUnits(office.store.read)).find(({ id }) => id === office.unit)!;
  await office.store.write(async (tx) => {
    for (const code of FIELDS) await putField(tx, { tree, code, name: { vi: code, en: code }, ...dates });
    for (let at = 0; at < communes; at++) {
      const name = { vi: `Ủy ban nhân dân xã số ${at}`, en: `Commune ${at}` };
      await addUnit(tx, { id: `u${at}`, parent: office.unit, tree, kind: 'xa', name, ...dates });
      for (let i = 0; i < points; i++) {
        const point = `p${at}-${i}`;
        await addServicePoint(tx, { id: point, unit: `u${at}`, name, opening: [], fields: [], ...dates });
        const about = { name: `Ki-ốt ${at}.${i}`, servicePoint: point, at: startOfLocalDay(day) };
        const device = await newDevice(tx, about, random);
        const key = newTabletKey();
        await putDeviceKey(tx, { device, fromSeal: 1, publicKey: key.spki });
        places.push({ point, tablet: { device, key, n: 0, hash: NO_SEAL, total: 0 } });
      }
    }
    await tx.updateTable('devices').set({ state: 'active' }).execute();
  });
  return places;
}

function drawsOf(questionnaire: Questionnaire): readonly (readonly number[])[] {
  const random = seeded(3);
  return Array.from({ length: 500 }, () => [...drawExpress(questionnaire, undefined, random).items]);
}

function workingDays(lastDay: string): string[] {
  const days: string[] = [];
  for (let day = firstDayOf(lastDay); day <= lastDay; day = addDays(day, 1)) {
    if (new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0) days.push(day);
  }
  return days;
}
