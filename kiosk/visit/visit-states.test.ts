import { describe, expect, it } from 'vitest';
import { decodeSubmission } from '../../shared/submission.ts';
import { FRIDAY_MORNING, kept, settings, TestKiosk } from '../../tests/fakes/kiosk-setup.ts';
import { sha256 } from '../device/sha256.ts';
import { leave } from './visit.ts';

const last = (kiosk: TestKiosk) => decodeSubmission(kiosk.kept.at(-1)!.p)!;

describe('context, endings and review', () => {
  const fields = [
    { code: 'ht', name: { vi: 'Hộ tịch', en: 'Civil status' } },
    { code: 'dd', name: { vi: 'Đất đai', en: 'Land' } },
  ];

  it('asks for the field only where there are several, and "something else" leaves it open', () => {
    const several = { place: { ...settings, fields } };
    for (const [field, stored] of [
      ['dd', 'dd'],
      [null, null],
    ] as const) {
      const kiosk = new TestKiosk(1, several);
      kiosk.tap({ kind: 'start' });
      expect(kiosk.state.kind).toBe('field');
      kiosk.tap({ kind: 'field', field });
      kiosk.answer(4);
      kiosk.tap({ kind: 'end' });
      expect(last(kiosk).fd).toBe(stored);
    }
    const single = new TestKiosk();
    single.visit();
    expect(last(single).fd).toBe('ht');
  });

  it('asks for the counter where there are several, then for what is done there, and goes back step by step', () => {
    const counters = [
      { id: 'q1', name: { vi: 'Quầy 1', en: 'Counter 1' }, fields },
      { id: 'q2', name: { vi: 'Quầy 2', en: 'Counter 2' }, fields: [fields[1]!] },
    ];
    const place = { ...settings, fields, counters };
    for (const [counter, point] of [
      ['q1', 'q1'],
      [null, settings.point.id],
    ] as const) {
      const kiosk = new TestKiosk(1, { place });
      kiosk.tap({ kind: 'start' });
      expect(kiosk.state.kind).toBe('counter');
      kiosk.tap({ kind: 'counter', counter });
      kiosk.tap({ kind: 'back' });
      expect(kiosk.state.kind).toBe('counter');
      kiosk.tap({ kind: 'counter', counter });
      kiosk.tap({ kind: 'field', field: 'ht' });
      kiosk.answer(4);
      kiosk.tap({ kind: 'end' });
      expect(last(kiosk)).toMatchObject({ sp: point, fd: 'ht' });
    }
    const oneField = new TestKiosk(1, { place });
    oneField.tap({ kind: 'start' });
    oneField.tap({ kind: 'counter', counter: 'q2' });
    expect(oneField.state).toMatchObject({ kind: 'question', counter: 'q2', field: 'dd' });
    const only = new TestKiosk(1, { place: { ...place, counters: [counters[1]!] } });
    only.tap({ kind: 'start' });
    expect(only.state).toMatchObject({ kind: 'question', counter: 'q2', field: 'dd' });
    const left = new TestKiosk(1, { place });
    left.tap({ kind: 'start' });
    left.tap({ kind: 'back' });
    expect(left.state.kind).toBe('attract');
    expect(left.kept).toHaveLength(0);
  });

  it('asks sex, age class and kind one by one, empty at first, and keeps what was said', () => {
    const kiosk = new TestKiosk();
    kiosk.answerAll([4, 4, 4, 4, 4, 4, 4, 3]);
    expect(kiosk.state).toMatchObject({ kind: 'ending', at: 0, about: { sex: null, age: null, kind: null } });
    kiosk.tap({ kind: 'tell', about: { sex: 2 } });
    kiosk.pass(600);
    kiosk.tap({ kind: 'tell', about: { age: 4 } });
    kiosk.pass(600);
    kiosk.tap({ kind: 'back' });
    kiosk.tap({ kind: 'tell', about: { age: null } });
    kiosk.pass(600);
    kiosk.tap({ kind: 'tell', about: { kind: 'person' } });
    kiosk.pass(600);
    kiosk.tap({ kind: 'skip' });
    kiosk.pass(8_000);
    expect(last(kiosk)).toMatchObject({ dm: { sex: 2, age: null }, rk: 'person', e: 'done' });
    expect(last(kiosk).rh).toBeUndefined();
  });

  it('skips all endings in one tap from each of them', () => {
    for (let at = 0; at < 4; at++) {
      const kiosk = new TestKiosk();
      kiosk.answerAll([4, 4, 4, 4, 4, 4, 4, 3]);
      for (let i = 0; i < at; i++) kiosk.tap({ kind: 'skip' });
      kiosk.tap({ kind: 'skip-all' });
      expect(kiosk.state.kind).toBe('review');
    }
  });

  it('sends a remark beside the bytes and its salted hash inside them', () => {
    const kiosk = new TestKiosk();
    kiosk.answerAll([4, 4, 4, 4, 4, 4, 4, 3]);
    kiosk.tap({ kind: 'remark', text: `  ${'Ghế hỏng. '.repeat(40)}` });
    kiosk.tap({ kind: 'skip-all' });
    kiosk.tap({ kind: 'send' });
    const { remark, p } = kiosk.kept[0]!;
    expect(remark!.text).toHaveLength(300);
    expect(remark!.salt).toMatch(/^[0-9a-f]{32}$/);
    const salt = Uint8Array.from(remark!.salt.match(/../g)!, (byte) => Number.parseInt(byte, 16));
    expect(last(kiosk).rh).toBe(sha256(remark!.text, salt));
    expect(p).not.toContain('Ghế');
  });

  it('reviews for 8 s; "change" holds it, a changed answer returns to it', () => {
    const kiosk = new TestKiosk();
    kiosk.answerAll([4, 4, 4, 4, 4, 4, 4, 3]);
    kiosk.tap({ kind: 'skip-all' });
    kiosk.pass(7_999);
    expect(kiosk.state.kind).toBe('review');
    kiosk.send({ kind: 'hold' });
    kiosk.pass(10_000);
    expect(kiosk.state.kind).toBe('review');
    kiosk.send({ kind: 'revise', at: 2 });
    kiosk.answer(1);
    expect(kiosk.state.kind).toBe('review');
    kiosk.tap({ kind: 'send' });
    expect(last(kiosk)).toMatchObject({ a: [4, 4, 1, 4, 4, 4, 4, 3], e: 'done' });
  });

  it('says thank you only after it is kept; a fault keeps the same bytes and tries again', () => {
    const kiosk = new TestKiosk();
    kiosk.answerAll([4, 4, 4, 4, 4, 4, 4, 3]);
    kiosk.tap({ kind: 'skip-all' });
    const committing = leave(kiosk.setup, kiosk.state, kiosk.now)!;
    kiosk.state = { ...committing, kind: 'fault', sinceMs: kiosk.now };
    const { p } = kept(committing.finished);
    kiosk.pass(15_000);
    expect(kiosk.kept.map((finished) => finished.p)).toEqual([p]);
    expect(kiosk.state.kind).toBe('thanks');
  });
});

describe('an own phone', () => {
  const phone = () => new TestKiosk(1, { channel: 'qr', timed: false });

  it('hurries nobody: neither idle nor review run out', () => {
    const kiosk = phone();
    kiosk.answerAll([4, 4, 4, 4, 4, 4, 4, 4]);
    kiosk.pass(3_600_000);
    expect(kiosk.state.kind).toBe('ending');
    kiosk.tap({ kind: 'skip-all' });
    kiosk.pass(3_600_000);
    expect(kiosk.state.kind).toBe('review');
    expect(kiosk.dateMs).toBe(FRIDAY_MORNING);
  });

  it('leaves a partial submission behind once the overall question is answered, and nothing before', () => {
    const kiosk = phone();
    expect(leave(kiosk.setup, kiosk.state, kiosk.now)).toBeUndefined();
    kiosk.tap({ kind: 'start' });
    expect(leave(kiosk.setup, kiosk.state, kiosk.now)).toBeUndefined();
    kiosk.answer(2);
    const { submission } = leave(kiosk.setup, kiosk.state, kiosk.now)!.finished;
    expect(submission).toMatchObject({
      ch: 'qr',
      e: 'ended',
      a: [2, null, null, null, null, null, null, null],
    });
  });
});
