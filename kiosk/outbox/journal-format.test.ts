import { describe, expect, it } from 'vitest';
import { seeded } from '../../tests/fakes/seeded.ts';
import { crc32, encodeFile, encodeHead, HEAD_BYTES, idIn, type Record, scanFile } from './journal-format.ts';

const LETTERS = ['a', '9', ' ', 'ữ', 'Đ', '"', '\\', '\n', '\t', '\r', '\u2028', '😀', '{', '}'];

/** Records as visits make them, with every sign that could be taken for a part of the format. */
function randomRecords(seed: number): Record[] {
  const random = seeded(seed);
  const below = (most: number) => random(1)[0]! % most;
  const text = (most: number) =>
    Array.from({ length: 1 + below(most) }, () => LETTERS[below(LETTERS.length)]).join('');
  return Array.from({ length: 1 + below(8) }, (_, n) => {
    const p = JSON.stringify({ v: 1, id: `id-${seed}-${n}`, x: text(40) });
    return below(3) === 0 ? { p, remark: { salt: 'a'.repeat(32), text: text(60) } } : { p };
  });
}
const head = { turn: 3, total: 41, gone: 2 };

describe('a journal file', () => {
  it('gives back what was written', () => {
    for (let seed = 0; seed < 200; seed++) {
      const records = randomRecords(seed);
      expect(scanFile(encodeFile(head, records))).toEqual({ head, records, damaged: 0 });
    }
  });

  it('cut at every byte it gives back every record that is whole, and nothing else', () => {
    for (let seed = 0; seed < 12; seed++) {
      const records = randomRecords(seed);
      const bytes = encodeFile(head, records);
      const ends = records.map((_, n) => encodeFile(head, records.slice(0, n + 1)).length);
      for (let cut = 0; cut <= bytes.length; cut++) {
        const scan = scanFile(bytes.slice(0, cut));
        // The line break after a record is no part of it.
        const whole = ends.filter((end) => end - 1 <= cut).length;
        expect(scan.records).toEqual(records.slice(0, whole));
        if (cut >= HEAD_BYTES) expect(scan.head).toEqual(head);
        expect(scan.damaged).toBe(
          cut > HEAD_BYTES && !ends.some((end) => end === cut || end - 1 === cut) ? 1 : 0,
        );
      }
    }
  });

  it('damaged anywhere it gives back all records but the one that was hit, and says that something was', () => {
    for (let seed = 0; seed < 12; seed++) {
      const records = randomRecords(seed);
      const bytes = encodeFile(head, records);
      for (let at = HEAD_BYTES; at < bytes.length; at++) {
        const damaged = bytes.slice();
        damaged[at]! ^= 0x11;
        const scan = scanFile(damaged);
        // A line break that is hit joins two records.
        expect(scan.records.length).toBeGreaterThanOrEqual(records.length - 2);
        for (const record of scan.records) expect(records).toContainEqual(record);
        expect(scan.records.length === records.length || scan.damaged > 0).toBe(true);
      }
    }
  });

  it('filled with random bytes it gives back nothing and does not fail', () => {
    for (let seed = 0; seed < 50; seed++) {
      const scan = scanFile(seeded(seed)(500));
      expect(scan.records).toEqual([]);
      expect(scan.head).toBeUndefined();
    }
  });

  it('has a head of fixed length, so that it can be written over', () => {
    for (const total of [0, 9, 4_000_000_000]) {
      expect(encodeHead({ turn: total, total, gone: total })).toHaveLength(HEAD_BYTES);
    }
  });
});

it('the checksum is the one that everybody calls CRC-32', () => {
  // Known values of the bytes "1\0…9\0", as any other tool gives them.
  expect(crc32('')).toBe(0);
  expect(crc32('123456789').toString(16)).toBe('a290e877');
});

it('the id is found in the bytes of a submission', () => {
  expect(idIn('{"v":1,"id":"3f6c2a9e-8b41-4d07-9e53-1c7ab20f64d8"}')).toBe(
    '3f6c2a9e-8b41-4d07-9e53-1c7ab20f64d8',
  );
  expect(idIn('{}')).toBeUndefined();
});
