import type { RandomBytes } from '../../shared/ids.ts';
import type { FormKind, Questionnaire } from '../../shared/questionnaire.ts';
import { OVERALL } from '../../shared/questionnaire.ts';
import { allItems, drawExpress, type Rests } from '../../shared/rotation.ts';
import { type Answer, NO_SIGNALS, type Submission } from '../../shared/submission.ts';
import { seeded, seededNumbers } from '../fakes/seeded.ts';

/**
 * People as a model of ordered answers: each has a leaning of their own, each factor and each item is easier or harder to
 * please with, some people give one level throughout, some have no opinion, some leave before the policy items. Knows the
 * questionnaire and the rotation, and nothing of how figures and intervals are computed.
 */
export interface People {
  /** Where people stand on average, in logits; higher is more satisfied. */
  readonly mood: number;
  /** Standard deviation of a person's leaning, in logits. */
  readonly leaning: number;
  /** Share of those who give one level throughout. */
  readonly alike: number;
}

/** Of all answers: no opinion everywhere, more of it about complaints; who ends before the policy items. */
const [NO_OPINION, NO_OPINION_ON_COMPLAINTS, BREAKS_OFF] = [0.03, 0.35, 0.06];
/** Where the ordered answer changes from one level to the next, in logits: below the last it is level 1. */
const STEPS = [1.6, 0, -1.5, -2.6];

/** What every form has and no figure of these looks at. */
const SOME_ID = '00000000-0000-4000-8000-000000000001';
const PLACE = {
  v: 1,
  id: SOME_ID,
  c: SOME_ID,
  sp: SOME_ID,
  au: null,
  ch: 'kiosk',
  b: '2026-11-20AM',
  tq: 'ok',
  lg: 'vi',
  fd: null,
  ot: null,
  rk: null,
  dm: null,
  ui: 'k1a',
  q: NO_SIGNALS,
} as const;

export interface Crowd {
  /** One more form of somebody new. */
  form(): Submission;
}

/** `seed` decides who comes; the effects of factors and items belong to the questionnaire and are the same for every crowd. */
export function crowdOf(questionnaire: Questionnaire, fm: FormKind, people: People, seed: number): Crowd {
  const next = seededNumbers(seed);
  const bytes: RandomBytes = seeded(seed ^ 0x5bd1e995);
  const effects = effectsOf(questionnaire);
  let rests: Rests | undefined;

  function itemsOfForm(): readonly number[] {
    if (fm === 'full') return allItems(questionnaire);
    const draw = drawExpress(questionnaire, rests, bytes);
    rests = draw.rests;
    return draw.items;
  }
  const logistic = () => {
    const u = Math.min(Math.max(next(), 1e-12), 1 - 1e-12);
    return Math.log(u / (1 - u));
  };
  const levelAt = (stand: number): Answer => {
    const step = STEPS.findIndex((limit) => stand > limit);
    return step < 0 ? 1 : ((5 - step) as Answer);
  };
  return {
    form() {
      const leaning = people.mood + people.leaning * normal(next);
      const always = next() < people.alike ? levelAt(leaning + logistic()) : undefined;
      const leaves = next() < BREAKS_OFF;
      const it = itemsOfForm();
      const a = it.map((number): Answer => {
        const effect = effects.get(number)!;
        if (leaves && effect.isPolicy) return null;
        if (number !== OVERALL && next() < effect.noOpinion) return 0;
        return always ?? levelAt(leaning + effect.shift + logistic());
      });
      const visit = { ...PLACE, f: questionnaire.id, fv: questionnaire.version, fm };
      return { ...visit, it: [...it], a, e: leaves ? 'ended' : 'done' };
    },
  };
}

interface Effect {
  readonly shift: number;
  readonly noOpinion: number;
  readonly isPolicy: boolean;
}

function effectsOf(questionnaire: Questionnaire): Map<number, Effect> {
  const next = seededNumbers(39);
  const effects = new Map<number, Effect>([[OVERALL, { shift: 0, noOpinion: 0, isPolicy: false }]]);
  for (const area of questionnaire.areas) {
    for (const factor of area.factors) {
      const ofFactor = 0.3 * normal(next);
      for (const { number } of factor.items) {
        effects.set(number, {
          shift: ofFactor + 0.25 * normal(next),
          noOpinion: factor.code === 'II.E' ? NO_OPINION_ON_COMPLAINTS : NO_OPINION,
          isPolicy: area.code === 'I',
        });
      }
    }
  }
  return effects;
}

/** Box and Muller. */
function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}
