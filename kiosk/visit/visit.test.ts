import { describe, expect, it } from 'vitest';
import { decodeSubmission } from '../../shared/submission.ts';
import { questionnaire, TestKiosk } from '../../tests/fakes/kiosk-setup.ts';
import { isUntouched, type Move, type Question } from './visit-states.ts';

const last = (kiosk: TestKiosk) => decodeSubmission(kiosk.kept.at(-1)!.p)!;
const question = (kiosk: TestKiosk) => kiosk.state as Question;

describe('a visit', () => {
  it('needs the start touch and exactly eight answer taps, and 4.8 s of its own (sentence 1)', () => {
    const kiosk = new TestKiosk();
    kiosk.send({ kind: 'start' });
    const startedMs = kiosk.now;
    for (let tap = 0; tap < 8; tap++) {
      expect(kiosk.state.kind).toBe('question');
      kiosk.pass(400);
      kiosk.send({ kind: 'answer', answer: 4 });
      kiosk.pass(600);
    }
    expect(kiosk.state.kind).toBe('ending');
    expect(kiosk.now - startedMs - 8 * 400).toBe(4_800);
  });

  it('asks the overall question, one item of each service factor and two policy items', () => {
    const kiosk = new TestKiosk();
    const { it: items } = decodeSubmission(kiosk.visit().p)!;
    const factorOf = new Map(
      questionnaire.areas.flatMap((area) =>
        area.factors.flatMap((f) => f.items.map((i) => [i.number, f.code])),
      ),
    );
    expect(items[0]).toBe(0);
    expect(items.slice(1, 6).map((item) => factorOf.get(item))).toEqual([
      'II.A',
      'II.B',
      'II.C',
      'II.D',
      'II.E',
    ]);
    expect(items.slice(6).every((item) => factorOf.get(item)!.startsWith('I.'))).toBe(true);
  });

  it('opens every question with nothing selected (sentence 4)', () => {
    const kiosk = new TestKiosk();
    kiosk.send({ kind: 'start' });
    for (let at = 0; at < 8; at++) {
      expect(question(kiosk).answers[at]).toBeNull();
      kiosk.answer(3);
    }
  });

  it('shows a selection at once and moves on after 600 ms (sentence 6)', () => {
    const kiosk = new TestKiosk();
    kiosk.tap({ kind: 'start' });
    kiosk.tap({ kind: 'answer', answer: 2 });
    expect(question(kiosk)).toMatchObject({ at: 0, picked: true });
    expect(question(kiosk).answers[0]).toBe(2);
    kiosk.pass(599);
    expect(question(kiosk).at).toBe(0);
    kiosk.pass(1);
    expect(question(kiosk).at).toBe(1);
  });

  it('ignores a second tap inside 400 ms, on the same screen and on the next one (sentence 6)', () => {
    const kiosk = new TestKiosk();
    kiosk.tap({ kind: 'start' });
    kiosk.pass(399);
    kiosk.send({ kind: 'answer', answer: 1 });
    expect(question(kiosk).answers[0]).toBeNull();
    kiosk.tap({ kind: 'answer', answer: 5 });
    kiosk.pass(399);
    kiosk.send({ kind: 'answer', answer: 1 });
    expect(question(kiosk).answers[0]).toBe(5);
    kiosk.pass(1);
    kiosk.send({ kind: 'answer', answer: 4 });
    expect(question(kiosk).answers[0]).toBe(4);
  });

  it('goes back with the earlier answer selected, and a change stores only the last value (sentence 7)', () => {
    const kiosk = new TestKiosk();
    kiosk.tap({ kind: 'start' });
    kiosk.answer(1);
    kiosk.answer(2);
    const { items } = question(kiosk);
    kiosk.tap({ kind: 'back' });
    expect(question(kiosk)).toMatchObject({ at: 1, items, picked: false });
    expect(question(kiosk).answers[1]).toBe(2);
    kiosk.answer(5);
    expect(question(kiosk)).toMatchObject({ at: 2, items });
    expect(question(kiosk).answers.slice(0, 3)).toEqual([1, 5, null]);
  });

  it('has no way back from the first question, and a way forward over an answered one', () => {
    const kiosk = new TestKiosk();
    kiosk.tap({ kind: 'start' });
    kiosk.tap({ kind: 'back' });
    expect(question(kiosk).at).toBe(0);
    kiosk.tap({ kind: 'forward' });
    expect(question(kiosk).at).toBe(0);
    kiosk.answer(3);
    kiosk.tap({ kind: 'back' });
    kiosk.tap({ kind: 'forward' });
    expect(question(kiosk).at).toBe(1);
  });

  it('takes "no opinion" on every question as its own code (sentence 8)', () => {
    const kiosk = new TestKiosk();
    kiosk.visit([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(last(kiosk)).toMatchObject({ a: [0, 0, 0, 0, 0, 0, 0, 0], e: 'done' });
  });

  it('ends at any point: with the overall question answered it is kept with what there is (sentence 9)', () => {
    const kiosk = new TestKiosk();
    kiosk.tap({ kind: 'start' });
    kiosk.answer(2);
    kiosk.answer(3);
    kiosk.tap({ kind: 'end' });
    expect(kiosk.state.kind).toBe('thanks');
    expect(last(kiosk)).toMatchObject({ a: [2, 3, null, null, null, null, null, null], e: 'ended' });
  });

  it('ends at any point: before the overall question nothing is kept and the draw is given back (sentence 9, R6)', () => {
    const kiosk = new TestKiosk();
    kiosk.visit();
    const { rests } = kiosk;
    kiosk.tap({ kind: 'start' });
    kiosk.tap({ kind: 'end' });
    expect(kiosk.state.kind).toBe('attract');
    expect(kiosk.kept).toHaveLength(1);
    expect(kiosk.rests).toBe(rests);
  });

  it('warns after 30 s, and "I am still here" keeps all answers (sentence 10)', () => {
    const kiosk = new TestKiosk();
    kiosk.tap({ kind: 'start' });
    kiosk.answer(2);
    kiosk.pass(29_399);
    expect(kiosk.state.kind).toBe('question');
    kiosk.pass(1);
    expect(kiosk.state.kind).toBe('warning');
    kiosk.pass(19_999);
    kiosk.send({ kind: 'stay' });
    expect(question(kiosk)).toMatchObject({ kind: 'question', at: 1 });
    expect(question(kiosk).answers[0]).toBe(2);
    kiosk.pass(29_999);
    expect(kiosk.state.kind).toBe('question');
  });

  it('commits what there is when nobody answers the warning, at whatever later point (sentence 10)', () => {
    const points: ((kiosk: TestKiosk) => void)[] = [
      (kiosk) => kiosk.answer(2),
      (kiosk) => [2, 2, 2, 2, 2, 2, 2, 2].forEach((level) => kiosk.answer(level as 2)),
      (kiosk) => {
        [2, 2, 2, 2, 2, 2, 2, 2].forEach((level) => kiosk.answer(level as 2));
        kiosk.tap({ kind: 'skip-all' });
        kiosk.tap({ kind: 'hold' });
      },
    ];
    for (const reach of points) {
      const kiosk = new TestKiosk();
      kiosk.tap({ kind: 'start' });
      reach(kiosk);
      kiosk.pass(30_000 + 20_000);
      expect(kiosk.state.kind).toBe('thanks');
      expect(last(kiosk)).toMatchObject({ e: 'idle' });
      kiosk.pass(6_000);
      expect(kiosk.state).toMatchObject({ kind: 'attract', language: 'vi' });
    }
  });

  it('gives the visit back when it is idle before the overall question is answered', () => {
    const kiosk = new TestKiosk();
    kiosk.tap({ kind: 'start' });
    kiosk.pass(50_000);
    expect(kiosk.state.kind).toBe('attract');
    expect(kiosk.kept).toHaveLength(0);
  });

  it('takes any touch or key as a sign of life, but not past the auto-advance', () => {
    const kiosk = new TestKiosk();
    kiosk.tap({ kind: 'start' });
    kiosk.pass(20_000);
    kiosk.send({ kind: 'touch' });
    kiosk.pass(29_000);
    expect(kiosk.state.kind).toBe('question');
    kiosk.send({ kind: 'answer', answer: 4 });
    kiosk.pass(300);
    kiosk.send({ kind: 'touch', cell: '3 3' });
    kiosk.pass(300);
    expect(question(kiosk).at).toBe(1);
  });

  it('carries nothing of a person into the next visit (sentence 11)', () => {
    const kiosk = new TestKiosk();
    kiosk.tap({ kind: 'language', language: 'en' });
    kiosk.answerAll([1, 1, 1, 1, 1, 1, 1, 1]);
    kiosk.tap({ kind: 'skip' });
    kiosk.tap({ kind: 'skip' });
    kiosk.tap({ kind: 'skip' });
    kiosk.tap({ kind: 'remark', text: 'chờ lâu' });
    kiosk.tap({ kind: 'skip' });
    kiosk.tap({ kind: 'send' });
    kiosk.pass(6_000);
    const { past, ...rest } = kiosk.state as { past: object } & object;
    expect(rest).toEqual({
      kind: 'attract',
      language: 'vi',
      notice: false,
      woken: false,
      tapMs: -Infinity,
      touchMs: kiosk.now,
    });
    expect(Object.keys(past).sort()).toEqual(['endedMs', 'run', 'trace']);
    expect(last(kiosk).lg).toBe('en');
  });

  it('shows the same thanks for every rating and stays on it for 6 s (sentence 12)', () => {
    const seen = ([1, 5] as const).map((level) => {
      const kiosk = new TestKiosk();
      kiosk.answerAll(Array(8).fill(level));
      kiosk.tap({ kind: 'skip-all' });
      kiosk.pass(8_000);
      const { kind } = kiosk.state;
      kiosk.pass(5_999);
      expect(kiosk.state.kind).toBe('thanks');
      return kind;
    });
    expect(seen).toEqual(['thanks', 'thanks']);
  });

  it('knows from whatever was done that somebody has come, also without a finger, and 30 s later that nobody is there', () => {
    const moves: Move[] = [
      { kind: 'touch' },
      { kind: 'language', language: 'en' },
      { kind: 'language', language: 'vi' },
      { kind: 'notice', open: true },
    ];
    for (const move of moves) {
      const kiosk = new TestKiosk();
      expect(isUntouched(kiosk.state)).toBe(true);
      kiosk.send(move);
      kiosk.pass(29_999);
      expect(isUntouched(kiosk.state)).toBe(false);
      kiosk.pass(1);
      expect(isUntouched(kiosk.state)).toBe(true);
      expect(kiosk.state).toMatchObject({ language: 'vi', notice: false });
    }
  });

  it('is the same state when a move changes nothing', () => {
    const kiosk = new TestKiosk();
    const before = kiosk.state;
    kiosk.send({ kind: 'advance' });
    expect(kiosk.state).toBe(before);
  });
});
