import { describe, expect, it } from 'vitest';
import { TestKiosk } from '../../tests/fakes/kiosk-setup.ts';
import { countStep } from './count-step.ts';
import type { Move } from './visit-states.ts';

function counted(kiosk: TestKiosk, move: Move) {
  const before = kiosk.state;
  kiosk.send(move);
  return countStep(before, kiosk.state);
}

describe('daily totals', () => {
  it('count a wake once and a start once', () => {
    const kiosk = new TestKiosk();
    expect(counted(kiosk, { kind: 'touch' })).toEqual({ wakes: 1, starts: 0 });
    expect(counted(kiosk, { kind: 'touch' })).toEqual({ wakes: 0, starts: 0 });
    expect(counted(kiosk, { kind: 'start' })).toEqual({ wakes: 0, starts: 1 });
  });

  it('count the question at which a visit was given up, by hand or by idleness', () => {
    const kiosk = new TestKiosk();
    kiosk.tap({ kind: 'start' });
    kiosk.pass(1_000);
    expect(counted(kiosk, { kind: 'end' })).toEqual({ wakes: 0, starts: 0, abandonedAt: 1 });
    kiosk.tap({ kind: 'start' });
    kiosk.pass(30_000);
    expect(kiosk.state.kind).toBe('warning');
    expect(counted(kiosk, { kind: 'gone' })).toEqual({ wakes: 0, starts: 0, abandonedAt: 1 });
  });

  it('do not count a finished visit as given up', () => {
    const kiosk = new TestKiosk();
    kiosk.answerAll([4, 4, 4, 4, 4, 4, 4, 4]);
    kiosk.pass(1_000);
    expect(counted(kiosk, { kind: 'end' })).toEqual({ wakes: 0, starts: 0 });
  });
});
