import { type AlertRule, WINDOW_DAYS } from '../../shared/alert-rule.ts';
import { invariant } from '../../shared/assert.ts';
import { type RandomBytes, uuid4 } from '../../shared/ids.ts';
import { isClosedHalfDay } from '../../shared/opening-hours.ts';
import { addDays, dayBefore, localDay, localMinutes } from '../../shared/period.ts';
import { OVERALL, type Questionnaire } from '../../shared/questionnaire.ts';
import type { Said } from '../said/said.ts';
import { dueOn } from '../due-on.ts';
import { calendars } from '../place-calendar.ts';
import { writtenRules } from '../store/written-rules.ts';
import { endAlert, type NewAlert, openAlerts, raiseAlert } from '../store/raised-alerts.ts';
import { allCampaigns } from '../store/campaigns.ts';
import { loadCatalogue } from '../store/catalogue.ts';
import {
  type HalfDayScores,
  type MeasuredItem,
  type MeasuredItems,
  sumHalfDays,
} from '../store/half-day-scores.ts';
import { allUnits, hasEndedBy, openingOf, type ServicePoint, servicePoints } from '../store/organisation.ts';
import { openCase } from '../store/stored-cases.ts';
import { putSetting, setting } from '../store/settings.ts';
import type { Reader, Store, Tx } from '../store/store.ts';
import { judgeWindow, type Verdict } from './low-score.ts';
import { ruleFor } from './rule-for.ts';

/** A morning is looked at from 12:15 on, an afternoon from 18:15 on: tablets send every five minutes. */
const MORNING_MINUTES = 12 * 60 + 15;
const AFTERNOON_MINUTES = 18 * 60 + 15;

/** The area of the questionnaire about the service. */
const SERVICE = 'II';

/** Newest half-day that was looked at. */
const JUDGED = 'alerts-judged';

/** The newest half-day that has ended. */
export function endedHalfDay(nowMs: number): string {
  const [day, minutes] = [localDay(nowMs), localMinutes(nowMs)];
  if (minutes >= AFTERNOON_MINUTES) return `${day}PM`;
  return minutes >= MORNING_MINUTES ? `${day}AM` : `${dayBefore(day)}PM`;
}

/** Whether a half-day has ended that nobody has looked at; with no place there is nothing to look at. */
export async function isHalfDayDue(read: Reader, nowMs: number): Promise<boolean> {
  const judged = await setting(read, JUDGED);
  if (judged !== undefined && judged >= endedHalfDay(nowMs)) return false;
  return (await servicePoints(read)).length > 0;
}

export type Raised = NewAlert & { readonly rule: AlertRule; readonly unit: string };

/**
 * Looks at the newest half-day that has ended, once: a rolling window needs no look at those that were missed. One that
 * is interrupted is done again and changes nothing that was done. A counter counts with its service point: an alert about
 * one of a single official would be one about a person. `mail` writes what is sent, in the same transaction.
 */
export async function judgeScores(
  {
    store,
    clock,
    random,
  }: { readonly store: Store; readonly clock: () => number; readonly random: RandomBytes },
  mail: (tx: Tx, raised: readonly Raised[], halfDay: string) => Promise<void>,
): Promise<Said> {
  const halfDay = endedHalfDay(clock());
  const day = halfDay.slice(0, 10);
  const scores = await readScores(store.read, halfDay);
  const units = await allUnits(store.read);
  const rules = {
    units,
    campaigns: await allCampaigns(store.read),
    written: await writtenRules(store.read),
    day,
  };
  const calendarOf = await calendars(store.read);
  const points = await servicePoints(store.read);
  let [raisedCount, endedCount] = [0, 0];
  await store.write(async (tx) => {
    const open = await openAlerts(tx);
    const raised: Raised[] = [];
    for (const point of points.filter(({ parent }) => parent === undefined)) {
      const { rule } = ruleFor(point.unit, rules);
      const alert = open.get(point.id);
      const end = async (why: 'above' | 'off') => {
        await endAlert(tx, alert!, { halfDay, why });
        endedCount += 1;
      };
      if (!rule.isOn || hasEndedBy(point, day)) {
        if (alert) await end('off');
        continue;
      }
      const isClosed = (one: string) =>
        isClosedHalfDay(openingOf(point, points), one, calendarOf(point.unit));
      if (isClosed(halfDay)) continue;
      const verdict = verdictOn(scores, placesOf(point, points), rule, isClosed);
      // what raised an alert does not end it too: all of the window must be newer
      if (verdict.kind === 'above' && alert && verdict.from > alert.halfDay) await end('above');
      if (verdict.kind !== 'below' || alert) continue;
      const { measure, line } = rule;
      const made = { id: uuid4(random), point: point.id, halfDay, measure, line };
      if (!(await raiseAlert(tx, made))) continue;
      raised.push({ ...made, rule, unit: point.unit });
      await follow(tx, made, { unit: point.unit, day, due: dueOn(day, calendarOf(point.unit)) }, random);
    }
    await mail(tx, raised, halfDay);
    await putSetting(tx, JUDGED, halfDay);
    raisedCount = raised.length;
  });
  return ({ night }) => night.scores(halfDay, raisedCount, endedCount);
}

/** Somebody follows it up: with where and when the line was crossed, and no share. */
async function follow(
  tx: Tx,
  { id: alert, point, halfDay }: NewAlert,
  { unit, day, due }: { readonly unit: string; readonly day: string; readonly due: string },
  random: RandomBytes,
): Promise<void> {
  const seed = { id: uuid4(random), kind: 'alert', unit, point, alert, halfDay } as const;
  await openCase(tx, { ...seed, opened: day, due, author: null });
}

async function readScores(read: Reader, halfDay: string): Promise<HalfDayScores> {
  const catalogue = await loadCatalogue(read);
  const from = `${addDays(halfDay.slice(0, 10), -WINDOW_DAYS)}AM`;
  const items = new Map(
    [...catalogue.questionnaires].map(([name, { questionnaire }]) => [name, measuredItems(questionnaire)]),
  );
  return sumHalfDays(read, { from, to: halfDay }, ({ f, fv }) => {
    const known = items.get(`${f} ${fv}`);
    invariant(known, 'an accepted submission names a published version');
    return known;
  });
}

function measuredItems({ overall, areas }: Questionnaire): MeasuredItems {
  const service = areas.filter(({ code }) => code === SERVICE).flatMap(({ factors }) => factors);
  const items = service.flatMap((factor) => factor.items);
  const measured = items.map(({ number, width }) => [number, { measure: 'service', width }] as const);
  return new Map<number, MeasuredItem>([
    [OVERALL, { measure: 'overall', width: overall.width }],
    ...measured,
  ]);
}

const placesOf = (point: ServicePoint, points: readonly ServicePoint[]): readonly string[] => [
  point.id,
  ...points.filter(({ parent }) => parent === point.id).map(({ id }) => id),
];

function verdictOn(
  scores: HalfDayScores,
  places: readonly string[],
  { measure, line }: AlertRule,
  isClosed: (halfDay: string) => boolean,
): Verdict {
  const sums = new Map<string, { halfDay: string; forms: number; answers: number; satisfied: number }>();
  for (const place of places) {
    for (const [halfDay, { [measure]: score }] of scores.get(place) ?? []) {
      if (isClosed(halfDay)) continue;
      const sum = sums.get(halfDay) ?? { halfDay, forms: 0, answers: 0, satisfied: 0 };
      sum.forms += score.forms;
      sum.answers += score.answers;
      sum.satisfied += score.satisfied;
      sums.set(halfDay, sum);
    }
  }
  return judgeWindow([...sums.values()], line);
}
