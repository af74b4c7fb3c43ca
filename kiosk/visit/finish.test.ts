import { describe, expect, it } from 'vitest';
import { decodeSubmission } from '../../shared/submission.ts';
import { itemsOf } from '../../shared/questionnaire.ts';
import { questionnaire, TestKiosk } from '../../tests/fakes/kiosk-setup.ts';
import { sha256 } from '../device/sha256.ts';

const last = (kiosk: TestKiosk) => decodeSubmission(kiosk.kept.at(-1)!.p)!;

describe('submission bytes', () => {
  it('hold a half-day, the clock quality and coarse facts, nothing finer', () => {
    const kiosk = new TestKiosk();
    kiosk.visit();
    const submission = last(kiosk);
    expect(submission).toMatchObject({
      c: 'd4',
      f: 'sp39',
      fv: 1,
      fm: 'express',
      sp: 'D1',
      ch: 'kiosk',
      b: '2026-11-20AM',
      tq: 'ok',
      lg: 'vi',
      ui: 'k1a',
    });
    expect(kiosk.kept[0]!.p).not.toMatch(/\d{10}/);
    expect(kiosk.kept[0]!.p).not.toContain('dev1');
    expect(kiosk.kept[0]!.leaf).toBe(sha256(`sipas-submission-1\n${kiosk.kept[0]!.p}`));
  });

  it('say "unknown" when no server has ever told the time, and then never "outside hours"', () => {
    const kiosk = new TestKiosk(1, { businessTime: () => ({ ms: 0, quality: 'unknown' }) });
    kiosk.visit();
    expect(last(kiosk)).toMatchObject({ b: '1970-01-01AM', tq: 'unknown', q: { hrs: 0 } });
  });

  it('name Vietnamese and English, and of a language pack only that it was another one', () => {
    const said = ['vi', 'en', 'khmer'].map((language) => {
      const kiosk = new TestKiosk();
      kiosk.send({ kind: 'language', language });
      kiosk.visit();
      expect(kiosk.kept[0]!.p).not.toContain('khmer');
      return last(kiosk).lg;
    });
    expect(said).toEqual(['vi', 'en', 'other']);
  });
});

describe('rotation over visits', () => {
  const service = questionnaire.areas.find((area) => area.code === 'II')!.factors;
  const policy = questionnaire.areas.find((area) => area.code === 'I')!.factors;
  const spread = (counts: Map<number, number>, items: readonly number[]) => {
    const values = items.map((item) => counts.get(item) ?? 0);
    return Math.max(...values) - Math.min(...values);
  };

  it('keeps R1 and R2 at every moment over 500 visits, given-back ones in between', () => {
    const kiosk = new TestKiosk(7);
    const counts = new Map<number, number>();
    const factorOf = new Map(policy.flatMap((f) => f.items.map((i) => [i.number, f.code])));
    for (let visit = 0; visit < 500; visit++) {
      if (visit % 3 === 0) {
        kiosk.tap({ kind: 'start' });
        kiosk.tap({ kind: 'end' });
      }
      const { it: items } = decodeSubmission(kiosk.visit().p)!;
      for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
      for (const { items: ofFactor } of service)
        expect(
          spread(
            counts,
            ofFactor.map((i) => i.number),
          ),
        ).toBeLessThanOrEqual(1);
      expect(
        spread(
          counts,
          policy.flatMap((f) => f.items.map((i) => i.number)),
        ),
      ).toBeLessThanOrEqual(1);
      const [first, second] = items.slice(6);
      expect(factorOf.get(first!)).not.toBe(factorOf.get(second!));
    }
    expect([...counts.keys()].length).toBe(itemsOf(questionnaire).length + 1);
  });

  it('draws different sequences on two fresh devices with the same id and campaign (R6)', () => {
    const sequence = (seed: number) => {
      const kiosk = new TestKiosk(seed);
      return Array.from({ length: 20 }, () => decodeSubmission(kiosk.visit().p)!.it.join());
    };
    expect(sequence(1)).not.toEqual(sequence(2));
  });
});
