import { expect, test } from 'vitest';
import {
  isOutsideIndex,
  mayCall,
  mayCallBack,
  nextCallAt,
  nextCallHour,
  OUTCOME_CODES,
  type Outcome,
  outcomeFacts,
  outcomeOfCase,
} from './calls.ts';

const at = (text: string) => Date.parse(`2026-11-${text}:00+07:00`);
const on = (...days: string[]) => ({
  attempts: days.map((day) => ({ day: `2026-11-${day}` })),
  callbackAt: null,
});
const untried = on();

test('nobody is called before 8, after 20, or in between the hours (sentence 37)', () => {
  const times = [
    '07:59',
    '08:00',
    '11:29',
    '11:30',
    '13:59',
    '14:00',
    '17:00',
    '18:00',
    '19:59',
    '20:00',
    '23:30',
  ];
  const may = times.filter((time) => mayCall(untried, at(`20T${time}`)));
  expect(may).toEqual(['08:00', '11:29', '14:00', '18:00', '19:59']);
  expect(nextCallHour(at('20T03:00'))).toBe(at('20T08:00'));
  expect(nextCallHour(at('20T12:00'))).toBe(at('20T14:00'));
  expect(nextCallHour(at('20T20:00'))).toBe(at('21T08:00'));
  expect(nextCallHour(at('30T21:00'))).toBe(Date.parse('2026-12-01T08:00:00+07:00'));
});

test('four attempts are the most, on three days the most, and never again after that (sentence 37)', () => {
  expect(mayCall(on('18', '18', '19'), at('20T09:00'))).toBe(true);
  expect(nextCallAt(on('18', '18', '19', '20'), at('20T09:00'))).toBeNull();
  // the third day may still be used, a fourth is none
  expect(mayCall(on('18', '19', '20'), at('20T09:00'))).toBe(true);
  expect(nextCallAt(on('18', '19', '20'), at('20T20:30'))).toBeNull();
  expect(nextCallAt(on('17', '18', '19'), at('20T09:00'))).toBeNull();
});

test('a call-back comes again at its time and not before, and can be agreed only where the rules still allow a call (sentence 36)', () => {
  const agreed = { ...on('20'), callbackAt: at('21T14:30') };
  expect(mayCall(agreed, at('21T14:29'))).toBe(false);
  expect(nextCallAt(agreed, at('20T09:00'))).toBe(at('21T14:30'));
  expect(mayCall(agreed, at('21T14:30'))).toBe(true);
  expect(mayCall(agreed, at('21T16:00'))).toBe(true);
  expect(mayCallBack(on('18', '19'), at('20T09:00'), at('20T14:30'))).toBe(true);
  expect(mayCallBack(on('18', '19'), at('20T09:00'), at('21T14:30')), 'a fourth day').toBe(false);
  expect(mayCallBack(on('20', '20', '20'), at('20T09:00'), at('20T14:30')), 'a fifth call').toBe(false);
  expect(mayCallBack(untried, at('20T09:00'), at('20T12:30')), 'outside the hours').toBe(false);
  expect(mayCallBack(untried, at('20T09:00'), at('20T08:30')), 'in the past').toBe(false);
});

test('a case ends in its first final outcome, else in the last contact, else in the last attempt', () => {
  const ends = (...outcomes: Outcome[]) => outcomeOfCase(outcomes.map((outcome) => ({ outcome })));
  expect(ends('NO_ANSWER', 'REFUSED', 'COMPLETE')).toBe('REFUSED');
  expect(ends('NO_ANSWER', 'CALLBACK', 'BUSY', 'OFF')).toBe('CALLBACK');
  expect(ends('NO_ANSWER', 'BUSY')).toBe('BUSY');
  expect(ends()).toBeNull();
});

test('each outcome has a family and both names, refusals end the case and take the number away', () => {
  for (const code of OUTCOME_CODES) {
    const { family, name } = outcomeFacts(code);
    expect(family, code).toMatch(/^[1-4](?:\.\d{1,2})?$/);
    expect(
      [name.vi, name.en].every((text) => text.length > 2),
      code,
    ).toBe(true);
  }
  expect(OUTCOME_CODES.filter((code) => !outcomeFacts(code).isFinal)).toEqual([
    'NO_ANSWER',
    'BUSY',
    'OFF',
    'CALLBACK',
  ]);
  expect(OUTCOME_CODES.filter((code) => outcomeFacts(code).dropsNumber)).toEqual([
    'REFUSED',
    'WRONG',
    'DISCONNECTED',
    'NOT_USER',
  ]);
});

test('only calls of the list of late dossiers stay outside of the index, not late ones of the sample (sentence 42)', () => {
  expect(isOutsideIndex({ ch: 'call', ui: 'c1a-late' })).toBe(true);
  expect(isOutsideIndex({ ch: 'call', ui: 'c1a' })).toBe(false);
  expect(isOutsideIndex({ ch: 'kiosk', ui: 'c1a-late' })).toBe(false);
});
