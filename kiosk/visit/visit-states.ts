import type { Rests } from '../../shared/rotation.ts';
import type { Answer } from '../../shared/submission.ts';
import type { Finished } from './finish.ts';
import type { Past, TapRecord } from './signals.ts';

/** The states of a visit, from one attract screen to the next, and the moves between them. */

export interface Base {
  /** `vi`, `en`, or the code of a language pack. */
  readonly language: string;
  readonly past: Past | undefined;
  /** The last touch that was obeyed; another one soon after is a double tap and ignored. */
  readonly tapMs: number;
  /** The last sign of somebody being there. */
  readonly touchMs: number;
}

export interface About {
  readonly sex: 1 | 2 | null;
  readonly age: 1 | 2 | 3 | 4 | 5 | null;
  readonly kind: 'person' | 'organisation' | null;
}
export const ENDINGS = ['sex', 'age', 'kind', 'remark'] as const;
export type EndingKind = (typeof ENDINGS)[number];

/** A visit under way: what was drawn, and what was said so far. */
export interface Progress extends Base {
  /** The counter that was named or is the only one; null = the place as a whole. */
  readonly counter: string | null;
  readonly field: string | null;
  readonly items: readonly number[];
  readonly rests: Rests;
  readonly answers: readonly Answer[];
  readonly about: About;
  readonly remark: string;
  readonly record: TapRecord;
  readonly startedMs: number;
}

export interface Attract extends Base {
  readonly kind: 'attract';
  readonly notice: boolean;
  /** Somebody has come to it. */
  readonly woken: boolean;
}
export interface CounterChoice extends Base {
  readonly kind: 'counter';
}
export interface FieldChoice extends Base {
  readonly kind: 'field';
  readonly counter: string | null;
}
/** What comes before the questions: where one was, what for. */
export type Context = CounterChoice | FieldChoice;
export interface Question extends Progress {
  readonly kind: 'question';
  readonly at: number;
  readonly shownMs: number;
  /** Answered just now; moves on by itself. */
  readonly picked: boolean;
  /** Came from the review and returns to it. */
  readonly revising: boolean;
}
export interface Ending extends Progress {
  readonly kind: 'ending';
  readonly at: number;
  readonly picked: boolean;
}
export interface Review extends Progress {
  readonly kind: 'review';
  readonly shownMs: number;
  /** The person asked for time. */
  readonly held: boolean;
}
/** A visit that somebody is in the middle of. */
export type Open = Context | Question | Ending | Review;
export interface Warning {
  readonly kind: 'warning';
  readonly behind: Open;
  readonly sinceMs: number;
}
export interface Committing extends Base {
  readonly kind: 'committing';
  readonly finished: Finished;
}
/** The submission could not be kept (kiosk) or sent (phone): same bytes, tried again. */
export interface Fault extends Base {
  readonly kind: 'fault';
  readonly finished: Finished;
  readonly sinceMs: number;
}
export interface Thanks extends Base {
  readonly kind: 'thanks';
  readonly finished: Pick<Finished, 'trace' | 'run'>;
  readonly sinceMs: number;
}
export type Visit = Attract | Open | Warning | Committing | Fault | Thanks;

/** The language of what is on the screen. */
export const languageOf = (state: Visit): string =>
  state.kind === 'warning' ? state.behind.language : state.language;

/** Changes when the screen is another one: the focus then goes to its heading, and what was being said stops. */
export function screenName(state: Visit): string {
  const at = 'at' in state ? state.at : 'notice' in state && state.notice;
  return `${state.kind} ${at}`;
}

/** Nobody has come to this screen yet: whoever does finds it as it always is. */
export const isUntouched = (state: Visit): boolean => state.kind === 'attract' && !state.woken;

export type Move =
  /** Made by a finger (or a key). */
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'notice'; readonly open: boolean }
  | { readonly kind: 'start' | 'forward' | 'back' | 'end' | 'skip' | 'skip-all' | 'hold' | 'send' }
  | { readonly kind: 'stay' | 'retry' }
  | { readonly kind: 'counter'; readonly counter: string | null }
  | { readonly kind: 'field'; readonly field: string | null }
  | { readonly kind: 'answer'; readonly answer: 1 | 2 | 3 | 4 | 5 | 0 }
  | { readonly kind: 'tell'; readonly about: Partial<About> }
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'revise'; readonly at: number }
  /** Any touch, key or sound: somebody is there. */
  | { readonly kind: 'touch'; readonly cell?: string }
  /** Made by time, by the shell, or by the page going away. */
  | { readonly kind: 'advance' | 'idle' | 'gone' | 'reset' | 'kept' | 'failed' };
