import { CALL_UI } from '../../shared/calls.ts';
import { uuid4 } from '../../shared/ids.ts';
import type { Questionnaire } from '../../shared/questionnaire.ts';
import { allItems, drawExpress, type Rests } from '../../shared/rotation.ts';
import {
  type Answer,
  type Channel,
  isAnswered,
  NO_SIGNALS,
  type Signals,
  type Submission,
} from '../../shared/submission.ts';
import type { BatchItem } from '../../shared/wire/batch.ts';
import { answerOf, type Circumstances, type Person, somebody } from './answers.ts';
import { type Chance, chanceFor } from './chance.ts';
import { CAMPAIGN, JUSTICE_UNIT } from './lam-khe.ts';
import { JUSTICE } from './lam-khe-fields.ts';
import { CENTRES } from './lam-khe-points.ts';
import { CLOSING_COSTS, type Plan } from './plan.ts';
import type { Calendar } from './working-days.ts';

/** An invented visit with the way by which it reaches the server. */
export interface Visit {
  /** A device, a walk-up code or, for forms on paper, a service point. */
  readonly from: { readonly kind: 'device' | 'code' | 'paper'; readonly id: string };
  /** When the server receives it; visits with the same origin and instant come as one parcel. */
  readonly receivedMs: number;
  readonly submission: Submission;
  readonly remark?: NonNullable<BatchItem['remark']>;
}

export interface World {
  readonly questionnaire: Questionnaire;
  readonly calendar: Calendar;
  readonly plan: Plan;
  /** Factor of each item. */
  readonly factorOf: ReadonlyMap<number, string>;
  readonly fullForm: readonly number[];
}

export function worldOf(questionnaire: Questionnaire, calendar: Calendar, plan: Plan): World {
  const factors = questionnaire.areas.flatMap((area) => area.factors);
  const factorOf = new Map(
    factors.flatMap(({ code, items }) => items.map((item) => [item.number, code] as const)),
  );
  return { questionnaire, calendar, plan, factorOf, fullForm: allItems(questionnaire) };
}

/** The rotation of one device or code: balanced over its visits by the same draw as a real one. */
export function rotationOf({ questionnaire }: World, name: string): () => readonly number[] {
  const { bytes } = chanceFor('rotation', name);
  let rests: Rests | undefined;
  return () => {
    const draw = drawExpress(questionnaire, rests, bytes);
    rests = draw.rests;
    return draw.items;
  };
}

/** Where and how somebody is asked. */
export interface Asked {
  readonly from: Visit['from'];
  readonly receivedMs: number;
  readonly channel: Channel;
  readonly point: string;
  /** Unit in whose name the point stands. */
  readonly unit: string;
  /** Business half-day or half-month. */
  readonly b: string;
  readonly day: string;
  readonly mondayMorning: boolean;
  readonly field: string | null;
  readonly late: boolean;
  readonly ot: Submission['ot'];
  readonly items: readonly number[];
  /** Nobody breaks off where every answer is needed. */
  readonly whole?: boolean;
}

/** One visit in sixteen ends early. */
const BREAKS_OFF = 0.06;
/** Honest visits that match a class, 0-1; one level throughout is judged by the answers. */
const CLASSES = { dur: 0.012, gap: 0.012, cell: 0.003, hrs: 0.004 } as const;
const ORGANISATIONS = 0.07;
const AGES = [
  [1, 9],
  [2, 24],
  [3, 35],
  [4, 20],
  [5, 12],
] as const;
/** How many fill in the endings that may be skipped. */
const TELLS = { kiosk: 0.45, qr: 0.55, ticket: 0.55, assisted: 0.9, call: 0.95, paper: 0.97 } as const;

export function visitOf(world: World, chance: Chance, asked: Asked): Visit {
  const circumstances = circumstancesOf(world, asked);
  const person = somebody(chance, circumstances);
  const { answers, end } = answersOf(world, chance, person, asked, circumstances);
  const onPaper = asked.channel === 'paper';
  const submission: Submission = {
    v: 1,
    id: uuid4(chance.bytes),
    c: CAMPAIGN,
    f: world.questionnaire.id,
    fv: world.questionnaire.version,
    fm: asked.items.length === world.fullForm.length ? 'full' : 'express',
    sp: asked.point,
    au:
      asked.field !== null && JUSTICE.includes(asked.field) && asked.unit === 'lk-ttpv' ? JUSTICE_UNIT : null,
    ch: asked.channel,
    b: asked.b,
    tq: 'ok',
    lg: 'vi',
    fd: asked.field,
    ot: asked.ot,
    ...aboutOf(chance, asked.channel),
    ui: { kiosk: 'k1a', qr: 'q1a', ticket: 'q1a', assisted: 's1a', call: CALL_UI.sample, paper: 'p1a' }[
      asked.channel
    ],
    it: [...asked.items],
    a: answers,
    e: end,
    q: onPaper ? NO_SIGNALS : classesOf(chance, asked.channel, answers),
  };
  return { from: asked.from, receivedMs: asked.receivedMs, submission };
}

function circumstancesOf({ plan }: World, asked: Asked): Circumstances {
  const { unit, lastDay } = plan.closing;
  return {
    field: asked.field,
    late: asked.late,
    call: asked.channel === 'call',
    mondayMorning: asked.mondayMorning,
    place: CENTRES.find((centre) => centre.unit === asked.unit)?.shift ?? 0,
    service: asked.unit === unit && asked.day > lastDay ? -CLOSING_COSTS : 0,
  };
}

function answersOf(
  { factorOf }: World,
  chance: Chance,
  person: Person,
  asked: Asked,
  circumstances: Circumstances,
): { answers: Answer[]; end: Submission['e'] } {
  const answers = asked.items.map((item) => answerOf(chance, person, factorOf.get(item), circumstances));
  if (asked.whole || asked.channel === 'paper' || !chance.happens(BREAKS_OFF))
    return { answers, end: 'done' };
  // the overall question is always answered: before it there is no submission
  const reached = 1 + chance.below(answers.length - 1);
  const end = asked.channel === 'kiosk' && chance.happens(0.6) ? 'idle' : 'ended';
  return { answers: answers.map((answer, i) => (i < reached ? answer : null)), end };
}

function aboutOf(chance: Chance, channel: Channel): Pick<Submission, 'rk' | 'dm'> {
  if (!chance.happens(TELLS[channel])) return { rk: null, dm: null };
  const sex = chance.happens(0.92) ? (chance.happens(0.53) ? 2 : 1) : null;
  const age = chance.happens(0.92) ? chance.oneOf(AGES) : null;
  const rk = chance.happens(ORGANISATIONS) ? 'organisation' : 'person';
  return { rk, dm: sex === null && age === null ? null : { sex, age } };
}

function classesOf(chance: Chance, channel: Channel, answers: readonly Answer[]): Signals {
  const bit = (is: boolean) => (is ? 1 : 0);
  const onOwn = channel === 'kiosk' || channel === 'qr';
  return {
    dur: bit(onOwn && chance.happens(CLASSES.dur)),
    gap: bit(channel === 'kiosk' && chance.happens(CLASSES.gap)),
    line: bit(isOneLevel(answers)),
    run: 0,
    cell: bit(onOwn && chance.happens(CLASSES.cell)),
    hrs: bit(onOwn && chance.happens(CLASSES.hrs)),
  };
}

/** One level throughout, judged as the device judges it: of three answers at least. */
export function isOneLevel(answers: readonly Answer[]): boolean {
  const given = answers.filter(isAnswered);
  return given.length >= 3 && given[0] !== 0 && given.every((answer) => answer === given[0]);
}
