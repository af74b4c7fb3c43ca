import { describe, expect, it } from 'vitest';
import { REASONS } from './judge-health.ts';
import {
  clockOf,
  countOf,
  faultNameOf,
  halfDayOf,
  momentOf,
  reasonOf,
  sizeOf,
  waitOf,
} from './say-health.ts';
import { staffWords } from './staff-words.ts';

const { vi, en } = staffWords;

describe('facts in words', () => {
  it('writes numbers and sizes as each language does', () => {
    expect([countOf(vi, 12_345), countOf(en, 12_345)]).toEqual(['12.345', '12,345']);
    expect([sizeOf(vi, 8_060_000_000), sizeOf(en, 8_060_000_000)]).toEqual(['8,0 GB', '8.0 GB']);
    expect([sizeOf(vi, 999_999_999), sizeOf(vi, 199_999_999)]).toEqual(['999 MB', '199 MB']);
  });

  it('names half-days and moments of Viet Nam', () => {
    expect(halfDayOf(vi, '2026-11-20AM')).toBe('sáng 20/11/2026');
    expect(halfDayOf(en, '2026-11-20PM')).toBe('afternoon of 20/11/2026');
    expect(momentOf(vi, Date.parse('2026-11-19T18:05:00Z'))).toBe('01:05 ngày 20/11/2026');
  });

  it('says whether the clock is slow or fast', () => {
    expect(clockOf(vi, 59_999)).toBe('Đúng (lệch dưới 1 phút)');
    expect(clockOf(vi, 720_000)).toBe('Chậm 12 phút');
    expect(clockOf(en, -720_000)).toBe('12 min fast');
    expect(clockOf(vi, null)).toBe('Chưa rõ');
  });

  it('counts a pause down', () => {
    expect([waitOf(30_000), waitOf(245_001), waitOf(1)]).toEqual(['0:30', '4:06', '0:01']);
  });

  it('says of every reason what is wrong and what to do, with no place left open', () => {
    for (const words of [vi, en]) {
      for (const kind of REASONS) {
        const [what, todo] = reasonOf(words, { kind, lamp: 'red', n: 3 });
        expect(what + todo).not.toContain('{');
        expect(what).toMatch(/^\P{Ll}.*\.$/u);
        expect(todo).toMatch(/^\P{Ll}.*\.$/u);
      }
    }
    expect(reasonOf(vi, { kind: 'lost', lamp: 'red', n: 3 })[0]).toContain('thiếu 3 phiếu');
  });

  it('names faults, with their number, and shows an unknown one as it is', () => {
    expect(faultNameOf(vi, 'outbox-lacks-3')).toBe('Bộ nhớ chính thiếu 3 phiếu');
    expect(faultNameOf(en, 'storage-hangs')).toBe('Main storage answers too slowly');
    expect(faultNameOf(vi, 'something-new-7')).toBe('something-new-7');
  });
});
