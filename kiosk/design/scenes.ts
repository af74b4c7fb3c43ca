import {
  factorsOf,
  type FormKind,
  type Language,
  type Questionnaire,
  questionOf,
} from '../../shared/questionnaire.ts';
import { allItems } from '../../shared/rotation.ts';
import type { Sorry } from '../../shared/wire/phone-visit.ts';
import type { SetupSaying } from '../text/setup-words.ts';
import type { Move } from '../visit/visit-states.ts';

/**
 * Every screen of the tablet and of the own phone by name, and how one comes there: what fingers and time do from the
 * first screen on. Whoever adds a screen adds a line here, and it is looked at, photographed and checked with the others.
 */
export interface Scene {
  /** From the attract screen of a tablet, from the first question of a phone. Each must change something. */
  readonly moves?: readonly Move[];
  /** What is drawn for the visit, behind the overall question. */
  readonly items?: readonly number[];
  /** The dot of a tablet that needs somebody. */
  readonly lamp?: 'amber' | 'red';
  /** A screen outside of every visit. */
  readonly says?: SetupSaying | PhoneSaying | 'parts' | 'asleep' | 'practice';
  /** The bracketed note of the item is open. */
  readonly note?: true;
  /** The language has recordings. */
  readonly sound?: SceneSound;
}

/** Nobody has asked to hear; somebody listens; or it reads out this recording just now. */
export type SceneSound = 'offered' | 'listening' | 'sample' | 'level-4' | 'no-opinion';

export type PhoneSaying = Sorry | 'closed-page' | 'ticket-opening' | 'ticket-fault' | 'ticket-used';

const go = (kind: 'start' | 'back' | 'end' | 'skip' | 'skip-all' | 'hold' | 'send' | 'idle'): Move => ({
  kind,
});
const answer = (level: 1 | 2 | 3 | 4 | 5 | 0): Move => ({ kind: 'answer', answer: level });
const next: Move = { kind: 'advance' };
const rate = (...levels: (1 | 2 | 3 | 4 | 5 | 0)[]) => levels.flatMap((level) => [answer(level), next]);

/** The longest of each block of the 39 items: the wording that has least room. */
export const LONGEST = [26, 29, 32, 35, 37, 4, 13];
const remark =
  'Ghế chờ ở dãy ngoài bị nắng buổi chiều. Cán bộ hướng dẫn tận tình, hồ sơ được trả trước hẹn một ngày.';

/** From the first question on, alike on both. */
const visit = {
  question: {},
  chosen: { moves: [answer(4)] },
  'no-opinion': { moves: [answer(0)] },
  stem: { moves: rate(4) },
  'gone-back': { moves: [...rate(4, 2), go('back')] },
  policy: { moves: rate(4, 4, 5, 4, 3, 4) },
  'policy-note': { moves: rate(4, 4, 5, 4, 3, 4), items: [26, 29, 32, 35, 37, 3, 13], note: true },
  sex: { moves: rate(4, 4, 5, 4, 3, 4, 4, 5) },
  age: { moves: [...rate(4, 4, 5, 4, 3, 4, 4, 5), { kind: 'tell', about: { sex: 2 } }, next] },
  'age-chosen': { moves: [...rate(4, 4, 5, 4, 3, 4, 4, 5), go('skip'), { kind: 'tell', about: { age: 4 } }] },
  kind: { moves: [...rate(4, 4, 5, 4, 3, 4, 4, 5), go('skip'), go('skip')] },
  remark: { moves: [...rate(4, 4, 5, 4, 3, 4, 4, 5), go('skip'), go('skip'), go('skip')] },
  'remark-written': {
    moves: [
      ...rate(4, 4, 5, 4, 3, 4, 4, 5),
      go('skip'),
      go('skip'),
      go('skip'),
      { kind: 'remark', text: remark },
    ],
  },
  review: { moves: [...rate(4, 2, 5, 0, 3, 4, 1, 5), go('skip-all')] },
  revised: { moves: [...rate(4, 2, 5, 0, 3, 4, 1, 5), go('skip-all'), { kind: 'revise', at: 1 }] },
  saving: { moves: [...rate(4), go('end')] },
  fault: { moves: [...rate(4), go('end'), { kind: 'failed' }] },
  thanks: { moves: [...rate(4), go('end'), { kind: 'kept' }] },
} satisfies Readonly<Record<string, Scene>>;

const counter: Move = { kind: 'counter', counter: null };
const tabletOnly = {
  attract: {},
  'needs-staff': { lamp: 'red' },
  'attract-speaker': { sound: 'offered' },
  'attract-heard': { sound: 'sample' },
  notice: { moves: [{ kind: 'notice', open: true }] },
  practice: { says: 'practice', sound: 'listening' },
  counter: { moves: [go('start')] },
  field: { moves: [go('start'), counter] },
  'fields-many': { moves: [go('start'), { kind: 'counter', counter: 'Q3' }] },
  asleep: { says: 'asleep' },
  closed: { says: 'closed' },
  'no-storage': { says: 'no-storage' },
  parts: { says: 'parts' },
} satisfies Readonly<Record<string, Scene>>;

const phoneOnly = {
  field: {},
  left: { moves: [go('end')] },
  'closed-page': { says: 'closed-page' },
  'no-code': { says: 'no-code' },
  'unknown-code': { says: 'unknown-code' },
  'ended-code': { says: 'ended-code' },
  'bad-code': { says: 'bad-code' },
  busy: { says: 'busy' },
  'ticket-opening': { says: 'ticket-opening' },
  'ticket-fault': { says: 'ticket-fault' },
  'ticket-used': { says: 'ticket-used' },
} satisfies Readonly<Record<PhoneSaying | 'field' | 'left', Scene>>;

const other: Move = { kind: 'field', field: null };
export type Device = 'tablet' | 'phone';
const BEGIN: Readonly<Record<Device, readonly Move[]>> = {
  tablet: [go('start'), counter, other],
  phone: [other],
};
const behind = (first: readonly Move[], scenes: Readonly<Record<string, Scene>>) =>
  Object.entries(scenes).map(
    ([name, scene]) => [name, { ...scene, moves: [...first, ...(scene.moves ?? [])] }] as const,
  );
/** A tablet alone reads its screens out, and asks whether somebody is still there. */
const besides: Readonly<Record<string, Scene>> = {
  'question-speaker': { sound: 'offered' },
  listening: { sound: 'listening' },
  'answer-heard': { sound: 'level-4' },
  'no-opinion-heard': { ...visit.policy, sound: 'no-opinion' },
  'review-heard': { ...visit.review, sound: 'listening' },
  'review-held': { moves: [...visit.review.moves, go('hold')] },
  warning: { moves: [...visit.stem.moves, go('idle')] },
};

export const scenes: Readonly<Record<Device, ReadonlyMap<string, Scene>>> = {
  tablet: new Map<string, Scene>([
    ...Object.entries(tabletOnly),
    ...behind(BEGIN.tablet, { ...visit, ...besides }),
  ]),
  phone: new Map<string, Scene>([...Object.entries(phoneOnly), ...behind(BEGIN.phone, visit)]),
};

/** What a visit of this questionnaire draws: of the longest those that it asks, of the others the first of each block. */
export function usualItems(questionnaire: Questionnaire): number[] {
  return questionnaire.express.blocks.flatMap(({ factors, take }) => {
    const first = factorsOf(questionnaire)
      .filter(({ code }) => factors.includes(code))
      .map(({ items }) => items.find(({ number }) => LONGEST.includes(number)) ?? items[0]!)
      .map(({ number }) => number);
    const longest = first.filter((number) => LONGEST.includes(number));
    return [...longest, ...first.filter((number) => !longest.includes(number))].slice(0, take);
  });
}

/** `item-32`: any of the items, where a visit asks it. */
export function sceneOf(
  device: Device,
  name: string,
  questionnaire: Questionnaire,
  form: FormKind = 'express',
): Scene | undefined {
  const item = Number(/^item-([1-9]\d{0,2})$/.exec(name)?.[1]);
  const factor = questionOf(questionnaire, item)?.factor;
  const all = form === 'full' ? allItems(questionnaire).slice(1) : usualItems(questionnaire);
  if (!factor) {
    const scene = scenes[device].get(name);
    return scene && { items: all, ...scene };
  }
  const at =
    form === 'full'
      ? all.indexOf(item)
      : questionnaire.express.blocks.findIndex(({ factors }) => factors.includes(factor.code));
  const items = all.map((usual, i) => (i === at ? item : usual));
  return { items, moves: [...BEGIN[device], ...items.slice(0, at + 1).flatMap(() => rate(4))] };
}

export const LANGUAGES: readonly Language[] = ['vi', 'en'];
export const SIZES = ['normal', 'big'] as const;
export type Size = (typeof SIZES)[number];

/** Where a screen is found: `#question-vi-normal`. */
export interface Address {
  readonly name: string;
  readonly language: Language;
  readonly size: Size;
}
export const hashOf = ({ name, language, size }: Address) => `#${name}-${language}-${size}`;

export function addressIn(hash: string, usual: string): Address {
  const [, name = usual, language = 'vi', size = 'normal'] = /^#(.+)-([a-z]+)-([a-z]+)$/.exec(hash) ?? [];
  return {
    name,
    language: LANGUAGES.find((known) => known === language) ?? 'vi',
    size: SIZES.find((known) => known === size) ?? 'normal',
  };
}
