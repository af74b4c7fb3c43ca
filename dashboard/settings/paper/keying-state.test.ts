import { expect, test } from 'vitest';
import { type FormShape, type KeyingState, press, startOf } from './keying-state.ts';

const full: FormShape = { sets: [40], mayBeUnusable: true };
const express: FormShape = { sets: Array.from({ length: 12 }, () => 8), mayBeUnusable: true };

function keys(shape: FormShape, text: readonly string[], from: KeyingState = startOf(shape)) {
  let state = from;
  let act;
  for (const key of text) {
    const next = press(state, key, shape);
    if (next) [state, act] = [next.state, next.act];
  }
  return { state, act };
}
const digits = (text: string) => Array.from(text);
const ANSWERS = digits('4'.repeat(40));

test('a full form takes 44 keys: one for each of its 43 places, and Enter', () => {
  const { state, act } = keys(full, [...ANSWERS, '1', '3', '-', 'Enter']);
  expect(act).toEqual({ kind: 'save' });
  expect(state.keyed).toEqual([...Array.from({ length: 40 }, () => 4), 1, 3, 'b']);
});

test('0 is no opinion, and a dash, a space, a point and a comma are blank', () => {
  expect(keys(full, digits('50-12 .,')).state.keyed).toEqual([5, 0, 'b', 1, 2, 'b', 'b', 'b']);
});

test('Enter before the end saves nothing and says at which place', () => {
  const { state, act } = keys(full, [...digits('444'), 'Enter']);
  expect([act, state.fault, state.keyed.length]).toEqual([undefined, 'incomplete', 3]);
  expect(keys(full, ['5'], state).state.fault).toBeNull();
});

test('what no box stands for is refused at its place: 6 on the scale, 0 or 3 for the sex', () => {
  expect(keys(full, ['6']).state).toMatchObject({ fault: 'level', keyed: [] });
  for (const key of ['0', '3', 'q'])
    expect(keys(full, [...ANSWERS, key]).state).toMatchObject({ fault: 'about' });
  expect(keys(full, [...ANSWERS, '2', '6']).state.keyed).toHaveLength(41);
});

test('a key too many changes nothing: the form waits for Enter or Backspace', () => {
  const whole = keys(full, [...ANSWERS, '1', '3', '1']).state;
  const more = keys(full, ['4'], whole).state;
  expect([more.fault, more.keyed]).toEqual(['full', whole.keyed]);
});

test('Backspace goes back a question, and at the first one to the set of an express form', () => {
  expect(keys(full, ['4', '5', 'Backspace', '3']).state.keyed).toEqual([4, 3]);
  expect(keys(full, ['Backspace']).state).toEqual(startOf(full));
  expect(keys(express, ['c', 'Backspace']).state.set).toBeNull();
});

test('an express form begins with the letter of its set', () => {
  expect(keys(express, ['4']).state).toMatchObject({ fault: 'set', set: null });
  expect(keys(express, ['m']).state.fault).toBe('set');
  const { state, act } = keys(express, ['L', ...digits('44454043'), '2', '5', '1', 'Enter']);
  expect([state.set, state.keyed.length, act?.kind]).toEqual([11, 11, 'save']);
});

test('X asks why a form cannot be used: one more key counts it, Esc goes back to what was keyed', () => {
  expect(keys(full, ['X', '2']).act).toEqual({ kind: 'unusable', why: 'unreadable' });
  expect(keys(full, ['x', '4']).state.fault).toBe('why');
  const back = keys(full, ['4', '4', 'x', 'Escape']).state;
  expect([back.keyed, back.isUnusable]).toEqual([[4, 4], false]);
  // a form that is keyed again has been usable
  expect(keys({ ...full, mayBeUnusable: false }, ['x']).state.fault).toBe('level');
});

test('keys that mean nothing here are left to the browser', () => {
  for (const key of ['Tab', 'F5', 'ArrowDown', 'Shift'])
    expect(press(startOf(full), key, full)).toBeUndefined();
});
