import { describe, expect, it } from 'vitest';
import { decodeSubmission, NO_SIGNALS } from '../../shared/submission.ts';
import { TestKiosk } from '../../tests/fakes/kiosk-setup.ts';

const mixed = [4, 4, 5, 4, 3, 4, 4, 5] as const;
const signalsOf = (kiosk: TestKiosk) => decodeSubmission(kiosk.kept.at(-1)!.p)!.q;

describe('the six coarse classes', () => {
  it('an ordinary visit has none', () => {
    const kiosk = new TestKiosk();
    kiosk.visit(mixed);
    expect(signalsOf(kiosk)).toEqual(NO_SIGNALS);
  });

  it('dur: the median tap time is under a second, the auto-advance not counted', () => {
    for (const [thinkMs, dur] of [
      [999, 1],
      [1_000, 0],
    ] as const) {
      const kiosk = new TestKiosk();
      kiosk.visit(mixed, thinkMs);
      expect(signalsOf(kiosk).dur).toBe(dur);
    }
  });

  it('gap: it starts under 20 s after the end of the visit before', () => {
    for (const [waitMs, gap] of [
      [18_000, 1],
      [18_500, 0],
    ] as const) {
      const kiosk = new TestKiosk();
      kiosk.visit(mixed);
      kiosk.pass(waitMs);
      kiosk.visit([3, 4, 5, 4, 3, 4, 4, 5]);
      expect(signalsOf(kiosk).gap).toBe(gap);
    }
  });

  it('line: one level throughout, but neither one answer nor "no opinion" throughout', () => {
    const line = (answers: readonly (0 | 1 | 5)[]) => {
      const kiosk = new TestKiosk();
      kiosk.tap({ kind: 'start' });
      for (const answer of answers) kiosk.answer(answer);
      kiosk.tap({ kind: 'end' });
      return signalsOf(kiosk).line;
    };
    expect(line(Array(8).fill(5))).toBe(1);
    expect(line([1, 1, 1])).toBe(1);
    expect(line([5, 5])).toBe(0);
    expect(line(Array(8).fill(0))).toBe(0);
    expect(line([5, 5, 5, 0])).toBe(0);
  });

  it('run: the third visit in a row with identical answers and the short gap', () => {
    const kiosk = new TestKiosk();
    const runs = Array.from({ length: 4 }, () => {
      kiosk.visit(mixed);
      return signalsOf(kiosk).run;
    });
    expect(runs).toEqual([0, 0, 1, 1]);
    kiosk.visit([1, 4, 5, 4, 3, 4, 4, 5]);
    expect(signalsOf(kiosk).run).toBe(0);
    kiosk.visit(mixed);
    kiosk.visit(mixed);
    kiosk.pass(30_000);
    kiosk.visit(mixed);
    expect(signalsOf(kiosk).run).toBe(0);
  });

  it('cell: one cell touched five times on one question, ignored touches included', () => {
    for (const [extra, cell] of [
      [4, 1],
      [3, 0],
    ] as const) {
      const kiosk = new TestKiosk();
      kiosk.tap({ kind: 'start' });
      kiosk.tap({ kind: 'answer', answer: 5 });
      for (let i = 0; i < extra; i++) {
        kiosk.pass(50);
        kiosk.send({ kind: 'answer', answer: 5 });
      }
      kiosk.tap({ kind: 'end' });
      expect(signalsOf(kiosk).cell).toBe(cell);
    }
  });

  it('cell: touches are counted per question', () => {
    const kiosk = new TestKiosk();
    kiosk.tap({ kind: 'start' });
    for (let at = 0; at < 8; at++) {
      kiosk.send({ kind: 'touch', cell: '6 4' });
      kiosk.answer(4);
    }
    kiosk.tap({ kind: 'end' });
    expect(signalsOf(kiosk).cell).toBe(0);
  });

  it('hrs: outside the opening hours of the service point', () => {
    for (const [date, hrs] of [
      ['2026-11-20T00:29:00Z', 1],
      ['2026-11-20T00:30:00Z', 0],
      ['2026-11-20T10:00:00Z', 1],
      ['2026-11-21T03:00:00Z', 1],
    ] as const) {
      const kiosk = new TestKiosk();
      kiosk.dateMs = Date.parse(date);
      kiosk.visit(mixed);
      expect(signalsOf(kiosk).hrs).toBe(hrs);
    }
  });
});
