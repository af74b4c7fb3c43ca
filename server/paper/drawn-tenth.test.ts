import { expect, test } from 'vitest';
import { seeded } from '../../tests/fakes/seeded.ts';
import { drawnPlace } from './drawn-tenth.ts';

/** The places that are drawn of so many keyed forms. */
function drawnOf(seed: number, keyed: number, printed = keyed): number[] {
  const random = seeded(seed);
  const places = new Set<number>();
  let drawsAt: number | null = null;
  for (let before = 0; before < keyed; before++) {
    drawsAt = drawnPlace(before, printed, drawsAt, random);
    if (drawsAt === before) places.add(before);
  }
  return [...places];
}

test('of each ten forms one is keyed a second time', () => {
  for (let seed = 0; seed < 50; seed++) {
    const places = drawnOf(seed, 200);
    expect(places.map((place) => Math.floor(place / 10))).toEqual(Array.from({ length: 20 }, (_, i) => i));
    expect(drawnOf(seed, 10, 200)).toHaveLength(1);
  }
});

test('a batch of a few forms, and the last few of each batch, have one too', () => {
  for (let seed = 0; seed < 50; seed++) {
    expect(drawnOf(seed, 3)).toHaveLength(1);
    expect(drawnOf(seed, 24)).toHaveLength(3);
  }
});

test('which one it is nobody can tell: every place of the ten comes up about as often', () => {
  const places = Array.from({ length: 10 }, () => 0);
  for (let seed = 0; seed < 100; seed++) for (const place of drawnOf(seed, 100)) places[place % 10]!++;
  // 100 expected; five standard deviations are 47
  for (const count of places) expect(Math.abs(count - 100)).toBeLessThan(48);
});

test('more may be printed afterwards: the next form is of a ten of its own', () => {
  expect(drawnPlace(0, 1, null, seeded(1))).toBe(0);
  expect(drawnPlace(10, 11, 4, seeded(1))).toBe(10);
  expect(drawnPlace(1, 20, 0, seeded(1))).toBe(0);
});
