import { describe, expect, it } from 'vitest';
import { type DeviceFacts, judgeHealth, REASONS } from './judge-health.ts';

/** Tuesday 24 November 2026, 9 o'clock in Viet Nam. */
const NOW = Date.parse('2026-11-24T09:00:00+07:00');
const well: DeviceFacts = {
  tree: 'real',
  opening: [{ days: [1, 2, 3, 4, 5], from: '07:30', to: '17:00' }],
  collects: true,
  kept: 41,
  unsent: 0,
  oldestUnsent: null,
  held: 0,
  lost: 0,
  databaseWorks: true,
  journalWorks: true,
  keyWorks: true,
  persisted: true,
  freeBytes: 8_000_000_000,
  wasFull: false,
  clockOffsetMs: 1_200,
  lastContactMs: NOW - 60_000,
  isRefused: false,
  app: '1.2.0+abcd1234',
  minApp: '1.2.0',
  faults: [],
};
const judge = (change: Partial<DeviceFacts>) => judgeHealth({ ...well, ...change }, NOW);
const only = (change: Partial<DeviceFacts>) => {
  const { lamp, reasons } = judge(change);
  return [lamp, ...reasons.map(({ kind }) => kind)];
};

/** Each reason alone, with the lamp it lights. */
const CASES: readonly [Partial<DeviceFacts>, 'amber' | 'red', (typeof REASONS)[number]][] = [
  [{ databaseWorks: false, journalWorks: false }, 'red', 'cannot-keep'],
  [{ lost: 3 }, 'red', 'lost'],
  [{ databaseWorks: false }, 'red', 'database-fails'],
  [{ journalWorks: false }, 'red', 'journal-fails'],
  [{ persisted: false }, 'red', 'not-persisted'],
  [{ freeBytes: 199_999_999 }, 'red', 'storage-full'],
  [{ wasFull: true }, 'red', 'storage-corrupt'],
  [{ isRefused: true }, 'red', 'refused'],
  [{ keyWorks: false }, 'red', 'key-lost'],
  [{ app: '1.1.9+ffffffff' }, 'red', 'old-app'],
  [{ unsent: 4, oldestUnsent: '2026-11-16PM' }, 'red', 'unsent-long'],
  [{ unsent: 4, oldestUnsent: '2026-11-20PM' }, 'amber', 'unsent-old'],
  [{ lastContactMs: NOW - 4 * 86_400_000 }, 'amber', 'silent'],
  [{ freeBytes: 499_999_999 }, 'amber', 'storage-low'],
  [{ clockOffsetMs: 600_001 }, 'amber', 'clock-off'],
  [{ collects: false }, 'amber', 'not-collecting'],
  [{ held: 2 }, 'amber', 'held'],
  [{ faults: ['storage-hangs'] }, 'amber', 'faults'],
];

describe('the lamp', () => {
  it('is green without a reason when nothing is wrong', () => {
    expect(judge({})).toEqual({ lamp: 'green', reasons: [] });
    expect(judge({ freeBytes: null, clockOffsetMs: null, lastContactMs: null })).toEqual({
      lamp: 'green',
      reasons: [],
    });
  });

  it.each(CASES)('for %j it is %s: %s', (change, lamp, kind) => {
    expect(only(change)).toEqual([lamp, kind]);
  });

  it('has a case for every reason', () => {
    expect(CASES.map(([, , kind]) => kind)).toEqual([...REASONS]);
  });

  it('is red from under 200 MB and amber from under 500 MB on', () => {
    expect(only({ freeBytes: 500_000_000 })).toEqual(['green']);
    expect(only({ freeBytes: 499_999_999 })).toEqual(['amber', 'storage-low']);
    expect(only({ freeBytes: 200_000_000 })).toEqual(['amber', 'storage-low']);
    expect(only({ freeBytes: 199_999_999 })).toEqual(['red', 'storage-full']);
  });

  it('tells a disk that is full from files that are damaged and only say so', () => {
    expect(only({ wasFull: true, freeBytes: 8e9 })).toEqual(['red', 'storage-corrupt']);
    expect(only({ wasFull: true, freeBytes: 150e6 })).toEqual(['red', 'storage-full']);
  });

  it('lets answers wait over a weekend and through one opening day', () => {
    const friday = { unsent: 1, oldestUnsent: '2026-11-20PM' };
    const lampAt = (time: string) => judgeHealth({ ...well, ...friday }, Date.parse(time)).lamp;
    expect(lampAt('2026-11-22T12:00:00+07:00')).toBe('green');
    expect(lampAt('2026-11-23T16:59:00+07:00')).toBe('green');
    expect(lampAt('2026-11-23T17:00:00+07:00')).toBe('amber');
    expect(lampAt('2026-11-27T16:59:00+07:00')).toBe('amber');
    expect(lampAt('2026-11-27T17:00:00+07:00')).toBe('red');
  });

  it('allows a clock ten minutes, to either side', () => {
    expect(only({ clockOffsetMs: 600_000 })).toEqual(['green']);
    expect(only({ clockOffsetMs: -600_000 })).toEqual(['green']);
    expect(only({ clockOffsetMs: -600_001 })).toEqual(['amber', 'clock-off']);
  });

  it('is amber, not red, where a demo or training device may lose its storage', () => {
    expect(only({ tree: 'demo', persisted: false })).toEqual(['amber', 'not-persisted']);
    expect(only({ tree: 'training', persisted: false })).toEqual(['amber', 'not-persisted']);
  });

  it('names every reason, those that need somebody today before the others, with their number', () => {
    const { lamp, reasons } = judge({ held: 2, lost: 3, persisted: false, freeBytes: 300_000_000 });
    expect(lamp).toBe('red');
    expect(reasons.map(({ kind, n }) => [kind, n])).toEqual([
      ['lost', 3],
      ['not-persisted', undefined],
      ['storage-low', undefined],
      ['held', 2],
    ]);
  });
});
