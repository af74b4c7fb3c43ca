import { ABOUT, fitsPlace, UNUSABLE } from '../../../shared/wire/paper.ts';
import type { Keyed, Unusable } from '../../../shared/wire/paper.ts';

/**
 * Keying a form, as one pure step from key to key. Every question takes one key, also a blank one, so that nothing is
 * left out by a slip: a form that came out of step with the paper cannot be saved by accident.
 */
export interface KeyingState {
  /** Which set of questions; null while the letter on the form has not been keyed. */
  readonly set: number | null;
  readonly keyed: readonly Keyed[];
  /** Asked why the form cannot be used. */
  readonly isUnusable: boolean;
  /** Why the last key did nothing. */
  readonly fault: KeyingFault | null;
}
export type KeyingFault = 'level' | 'about' | 'incomplete' | 'full' | 'set' | 'why';

/** What a batch's forms are like: how many items each of its sets has, and whether one can be unusable. */
export interface FormShape {
  readonly sets: readonly number[];
  readonly mayBeUnusable: boolean;
}

/** What a key does besides. */
export type KeyingAct = { readonly kind: 'save' } | { readonly kind: 'unusable'; readonly why: Unusable };

export const startOf = ({ sets }: Pick<FormShape, 'sets'>): KeyingState => ({
  set: sets.length === 1 ? 0 : null,
  keyed: [],
  isUnusable: false,
  fault: null,
});

/** How many places a form has: its items, then the questions about the person. */
export const placesOf = ({ sets }: Pick<FormShape, 'sets'>, { set }: Pick<KeyingState, 'set'>): number =>
  (sets[set ?? 0] ?? 0) + ABOUT.length;

/** Beside the dash: keys that lie under the thumb, and the one on the block of numbers, which differs by country. */
const BLANK_KEYS = new Set(['-', ' ', '.', ',']);

/** One key; undefined where it means nothing here and is left to the browser. */
export function press(
  state: KeyingState,
  key: string,
  shape: FormShape,
): { readonly state: KeyingState; readonly act?: KeyingAct } | undefined {
  const { set, keyed } = state;
  const stay = (fault: KeyingFault) => ({ state: { ...state, fault } });
  const items = shape.sets[set ?? 0] ?? 0;
  const isFull = set !== null && keyed.length === placesOf(shape, state);
  if (state.isUnusable) {
    const why = UNUSABLE[Number(key) - 1];
    if (why) return { state: { ...startOf(shape) }, act: { kind: 'unusable', why } };
    if (key === 'Escape' || key === 'Backspace')
      return { state: { ...state, isUnusable: false, fault: null } };
    return key.length === 1 || key === 'Enter' ? stay('why') : undefined;
  }
  if (key === 'Backspace') {
    const before = { ...state, fault: null };
    if (keyed.length > 0) return { state: { ...before, keyed: keyed.slice(0, -1) } };
    return { state: { ...before, set: shape.sets.length === 1 ? 0 : null } };
  }
  if (key === 'Enter') {
    if (set === null) return stay('set');
    return isFull ? { state: { ...state, fault: null }, act: { kind: 'save' } } : stay('incomplete');
  }
  if (key.length !== 1) return undefined;
  if (shape.mayBeUnusable && key.toLowerCase() === 'x')
    return { state: { ...state, isUnusable: true, fault: null } };
  if (set === null) {
    const chosen = 'abcdefghijkl'.indexOf(key.toLowerCase());
    return chosen >= 0 && chosen < shape.sets.length
      ? { state: { ...state, set: chosen, fault: null } }
      : stay('set');
  }
  if (isFull) return stay('full');
  const value = BLANK_KEYS.has(key) ? 'b' : /^[0-5]$/.test(key) ? (Number(key) as Keyed) : undefined;
  if (value === undefined || !fitsPlace(value, keyed.length, items))
    return stay(keyed.length < items ? 'level' : 'about');
  return { state: { ...state, keyed: [...keyed, value], fault: null } };
}
