import { expect, it } from 'vitest';
import { USUAL_OPENING } from '../../shared/usual-opening.ts';
import { closedWords } from '../text/closed-words.ts';
import { nextOpening } from './next-opening.ts';
import { sayOpening } from './say-opening.ts';
import { SLEEP_AFTER_MS, sleeps } from './sleep.ts';

/** Friday is 20 November 2026. */
const at = (day: string, time: string) => Date.parse(`2026-11-${day}T${time}:00+07:00`);
const { vi, en } = closedWords;
function said(ms: number): readonly string[] {
  const next = nextOpening(USUAL_OPENING, ms)!;
  return [sayOpening(vi, next), sayOpening(en, next)];
}

it('says when the place opens again: after the break, tomorrow, after the weekend', () => {
  expect(said(at('20', '12:10'))).toEqual([
    'Làm việc trở lại lúc 13 giờ 30 hôm nay',
    'Open again today at 13:30',
  ]);
  expect(said(at('19', '18:00'))).toEqual([
    'Làm việc trở lại lúc 7 giờ 30 ngày mai',
    'Open again tomorrow at 7:30',
  ]);
  expect(said(at('20', '17:00'))).toEqual([
    'Làm việc trở lại lúc 7 giờ 30 thứ Hai',
    'Open again on Monday at 7:30',
  ]);
  expect(said(at('20', '05:00'))[0]).toBe('Làm việc trở lại lúc 7 giờ 30 hôm nay');
});

it('says a full hour without minutes', () => {
  const opening = [{ days: [6], from: '08:00', to: '11:00' }];
  expect(sayOpening(vi, nextOpening(opening, at('21', '11:00'))!)).toBe('Làm việc trở lại lúc 8 giờ thứ Bảy');
});

it('promises nothing where no day of the week is open', () => {
  expect(nextOpening([{ days: [], from: '00:00', to: '00:00' }], at('20', '12:00'))).toBeUndefined();
});

it('sleeps only outside the hours, with a clock it can trust, and when nobody has been there for two minutes', () => {
  const asleep = {
    opening: USUAL_OPENING,
    time: { ms: at('20', '18:00'), quality: 'ok' },
    isIdle: true,
    quietMs: SLEEP_AFTER_MS,
  } as const;
  expect(sleeps(asleep)).toBe(true);
  expect(sleeps({ ...asleep, quietMs: SLEEP_AFTER_MS - 1 })).toBe(false);
  expect(sleeps({ ...asleep, isIdle: false })).toBe(false);
  expect(sleeps({ ...asleep, time: { ms: at('20', '09:00'), quality: 'ok' } })).toBe(false);
  expect(sleeps({ ...asleep, time: { ms: asleep.time.ms, quality: 'unknown' } })).toBe(false);
  expect(sleeps({ ...asleep, opening: [] })).toBe(false);
});
