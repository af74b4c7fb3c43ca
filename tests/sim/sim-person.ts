import type { BusinessClock } from '../../kiosk/device/server-clock.ts';
import { type RandomBytes, uuid4 } from '../../shared/ids.ts';
import { halfDayAt } from '../../shared/period.ts';
import { type Answer, encodeSubmission, NO_SIGNALS } from '../../shared/submission.ts';
import type { Settings } from '../../shared/wire/device.ts';
import { questionnaire } from '../fakes/kiosk-setup.ts';
import type { Taken } from './taps-taken.ts';

/** A person in a hurry: the answers of one visit, as the bytes that the visit machine would make of them. */
export function answersOf(deps: {
  readonly kind: Taken['kind'];
  readonly items: readonly number[];
  readonly settings: Settings;
  readonly clock: BusinessClock;
  readonly chance: () => number;
  readonly random: RandomBytes;
}) {
  const { kind, items, settings, chance } = deps;
  const mood = chance();
  const answers = items.map(
    (): Answer => (chance() < 0.1 ? 0 : ((1 + Math.floor((mood + chance()) * 2.5)) as 1 | 2 | 3 | 4 | 5)),
  );
  const reached = chance() < 0.2 ? 1 + Math.floor(chance() * 8) : 8;
  const business = deps.clock.read();
  const id = uuid4(deps.random);
  const p = encodeSubmission({
    v: 1,
    id,
    c: settings.campaign,
    f: questionnaire.id,
    fv: questionnaire.version,
    fm: 'express',
    sp: settings.point.id,
    au: null,
    ch: 'kiosk',
    b: halfDayAt(business.ms),
    tq: business.quality,
    lg: chance() < 0.9 ? 'vi' : 'en',
    fd: null,
    ot: null,
    rk: null,
    dm: null,
    ui: 'k1a',
    it: [...items],
    a: answers.map((answer, i) => (i < reached ? answer : null)),
    e: reached < 8 ? 'ended' : 'done',
    q: { ...NO_SIGNALS, dur: chance() < 0.1 ? 1 : 0 },
  });
  return { id, p: kind === 'good' ? p : poisoned(p, chance()), overall: answers[0] as number };
}

/** What no server may count: no JSON, a level that does not exist, an unknown item, version or field. */
const WAYS: readonly ((p: string) => string)[] = [
  (p) => p.slice(0, -9),
  (p) => p.replace(/"a":\[\d/, '"a":[6'),
  (p) => p.replace(/"it":\[\d+/, '"it":[199'),
  (p) => p.replace('"fv":1', '"fv":77'),
  (p) => p.replace('"fd":null', '"fd":"nope"'),
  (p) => p.replace('"v":1', '"v":9'),
];
const poisoned = (p: string, dice: number) => WAYS[Math.floor(dice * WAYS.length)]!(p);
