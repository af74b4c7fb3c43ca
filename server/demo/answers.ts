import type { Answer } from '../../shared/submission.ts';
import type { Chance } from './chance.ts';

/**
 * How invented people answer. Shares are percentage points of "satisfied" (levels 4 and 5) and add up; an
 * answer at each level then comes out with exactly its share, whatever the person, because a person's mood
 * and the chance of the moment are mixed as normal variables first (a Gaussian copula).
 */

/** Levels 5-4-3-2-1: 44 / 46 / 7 / 2 / 1 %. */
const SATISFIED = 90;
const VERY_AMONG_SATISFIED = 44 / 90;
const BELOW: readonly (readonly [3 | 2 | 1, number])[] = [
  [3, 7],
  [2, 2],
  [1, 1],
];

/**
 * Points by factor. Policy lies 3 below service delivery; the service factors' mean over their answers, with
 * fields and late dossiers, is 2.4 below II.B, and the four policy factors differ a little so that a chart of
 * them is no single line.
 */
const FACTOR: Readonly<Record<string, number>> = {
  'II.A': -3,
  'II.B': 0,
  'II.C': 2,
  'II.D': -1,
  'II.E': -7,
  'I.A': -5.4,
  'I.B': -7.4,
  'I.C': -4.9,
  'I.D': -5.4,
};
const FIELD: Readonly<Record<string, number>> = { ct: 2, ht: 1, bt: -3, dd: -12 };
const OTHER = { late: -25, call: 2, mondayMorning: -2 } as const;

/** How strongly answers of one form are alike, 0-1; it gives pooled service delivery n_eff ≈ 2 n. */
const ALIKE = { satisfied: 0.56, very: 0.3 } as const;
/** People who press one level throughout, on purpose or not. */
const STRAIGHT = 0.02;
const NO_OPINION = { 'II.E': 0.35, policy: 0.05, service: 0.02, overall: 0.005 } as const;

/** What makes one visit better or worse than another. */
export interface Circumstances {
  readonly field: string | null;
  readonly late: boolean;
  readonly call: boolean;
  readonly mondayMorning: boolean;
  /** Points of the place. */
  readonly place: number;
  /** Points that touch the service only (a story). */
  readonly service: number;
}

export interface Person {
  readonly mood: number;
  readonly warmth: number;
  readonly straight: Answer | undefined;
}

export function somebody(chance: Chance, circumstances: Circumstances): Person {
  const person = { mood: chance.normal(), warmth: chance.normal(), straight: undefined };
  if (!chance.happens(STRAIGHT)) return person;
  return { ...person, straight: levelOf(chance, person, satisfiedShare(undefined, circumstances)) };
}

/** The answer of a person to an item of a factor; without a factor, to the overall question. */
export function answerOf(
  chance: Chance,
  person: Person,
  factor: string | undefined,
  circumstances: Circumstances,
): Answer {
  if (person.straight !== undefined) return person.straight;
  if (chance.happens(noOpinionShare(factor))) return 0;
  return levelOf(chance, person, satisfiedShare(factor, circumstances));
}

function noOpinionShare(factor: string | undefined): number {
  if (factor === undefined) return NO_OPINION.overall;
  if (factor === 'II.E') return NO_OPINION['II.E'];
  return factor.startsWith('II.') ? NO_OPINION.service : NO_OPINION.policy;
}

/** 0-1. Field, lateness and a place's stories touch the service; the policies of the province do not change. */
function satisfiedShare(factor: string | undefined, c: Circumstances): number {
  let points = SATISFIED + c.place + (factor === undefined ? 0 : (FACTOR[factor] ?? 0));
  if (c.call) points += OTHER.call;
  if (c.mondayMorning) points += OTHER.mondayMorning;
  if (factor === undefined || factor.startsWith('II.')) {
    points += c.service + (FIELD[c.field ?? ''] ?? 0);
    if (c.late) points += OTHER.late;
  }
  return Math.min(0.985, Math.max(0.05, points / 100));
}

function levelOf(
  chance: Chance,
  { mood, warmth }: Omit<Person, 'straight'>,
  satisfied: number,
): 1 | 2 | 3 | 4 | 5 {
  if (uniform(mood, ALIKE.satisfied, chance) >= satisfied) return chance.oneOf(BELOW);
  return uniform(warmth, ALIKE.very, chance) < VERY_AMONG_SATISFIED ? 5 : 4;
}

/** A uniform number 0-1 of which `alike` belongs to the person and the rest to the moment. */
function uniform(ofPerson: number, alike: number, chance: Chance): number {
  return normalBelow(Math.sqrt(alike) * ofPerson + Math.sqrt(1 - alike) * chance.normal());
}

/** Φ, the share of a standard normal variable below z, to 7.5e-8 (Abramowitz & Stegun 26.2.17). */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = 0.3989422804 * Math.exp((-z * z) / 2) * poly;
  return z > 0 ? 1 - tail : tail;
}
