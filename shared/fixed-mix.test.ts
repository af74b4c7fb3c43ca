import { describe, expect, test } from 'vitest';
import { change } from './compare.ts';
import { atFixedMix, judgeMix } from './fixed-mix.ts';

const at = (p: number, nEff: number) => ({ p, nEff });

describe('a change at a fixed mix of channels', () => {
  test('where only the mix changed the raw figure moves and the standardised one does not', () => {
    // kiosk 90 %, own phones 70 %, in both periods; 400 of 500 forms by kiosk before, 100 of 500 now
    const raw = change(at(0.74, 500), at(0.86, 500));
    const fixed = atFixedMix([
      { n: 400, before: at(0.9, 400), now: at(0.9, 100) },
      { n: 100, before: at(0.7, 100), now: at(0.7, 400) },
    ])!;
    expect(raw.changed).toBe(true);
    expect(fixed.before).toBeCloseTo(0.86, 10);
    expect(fixed.now).toBeCloseTo(0.86, 10);
    expect(fixed.changed).toBe(false);
    expect(judgeMix(raw, fixed)).toBe('mix');
  });

  test('where each channel fell it holds at a fixed mix', () => {
    const fixed = atFixedMix([
      { n: 400, before: at(0.9, 400), now: at(0.8, 400) },
      { n: 100, before: at(0.7, 100), now: at(0.6, 100) },
    ])!;
    expect(fixed.now - fixed.before).toBeCloseTo(-0.1, 10);
    expect(judgeMix(change(at(0.76, 500), at(0.86, 500)), fixed)).toBe('holds');
  });

  test('where the mix turns the change round (Simpson 1951) it is the mix', () => {
    // each channel rose by five points, and the whole fell, because the worse channel grew
    const raw = change(at(0.79, 2_000), at(0.86, 2_000));
    const fixed = atFixedMix([
      { n: 1_600, before: at(0.9, 1_600), now: at(0.95, 400) },
      { n: 400, before: at(0.7, 400), now: at(0.75, 1_600) },
    ])!;
    expect(fixed).toMatchObject({ changed: true });
    expect(fixed.z).toBeGreaterThan(0);
    expect(judgeMix(raw, fixed)).toBe('mix');
  });

  test('without a clear change nothing is explained, and without a channel in both periods nothing is told', () => {
    expect(judgeMix(change(at(0.88, 50), at(0.86, 50)), undefined)).toBe('same');
    expect(atFixedMix([])).toBeUndefined();
    expect(judgeMix(change(at(0.6, 500), at(0.86, 500)), undefined)).toBe('cannot-tell');
  });

  test('one channel alone changes as the whole does', () => {
    const [before, now] = [at(0.9, 300), at(0.8, 300)];
    expect(atFixedMix([{ n: 300, before, now }])!.z).toBeCloseTo(change(now, before).z, 10);
  });
});
