import { beforeEach, expect, it } from 'vitest';
import { laterVi } from '../../shared/text/later-vi.ts';
import { vi } from '../../shared/text/vi.ts';
import { stillPlayer } from '../design/still-player.ts';
import type { Move } from '../visit/visit-states.ts';
import { makePractice, type Practice } from './practice.tsx';
import type { PracticeProps } from './practice-screen.tsx';

let now: number;
let sent: Move['kind'][];
let said: string[];
let waiting: { atMs: number; call: () => void }[];
let practice: Practice;

const shown = () =>
  practice.draw({ ...laterVi, end: vi.end, skip: vi.skip }, 'Quầy 1', [] as never)?.props as
    | PracticeProps
    | undefined;

function pass(ms: number): void {
  now += ms;
  const due = waiting.filter(({ atMs }) => atMs <= now);
  waiting = waiting.filter(({ atMs }) => atMs > now);
  for (const { call } of due) call();
}

beforeEach(() => {
  [now, sent, said, waiting] = [0, [], [], []];
  const player = {
    ...stillPlayer(() => 'listening'),
    open: (spoken: { opening: readonly string[] } | undefined) => void said.push(...(spoken?.opening ?? [])),
    hush: () => void said.push('silence'),
  };
  practice = makePractice({
    player,
    send: ({ kind }) => void sent.push(kind),
    redraw: () => {},
    clock: () => now,
    later: (ms, call) => void waiting.push({ atMs: now + ms, call }),
  });
  practice.open('vi');
  pass(400);
});

it('stands there with nothing chosen, is read out, and a touch is seen, silences it and goes on by itself', () => {
  expect(shown()).toMatchObject({
    title: laterVi.practiceTitle,
    options: ['Nóng', 'Mát'],
    chosen: undefined,
  });
  expect(said).toEqual(['practice']);
  shown()!.onChoose(1);
  expect(shown()).toMatchObject({ chosen: 1 });
  expect(said).toEqual(['practice', 'silence']);
  shown()!.onChoose(0);
  pass(599);
  expect([shown()?.chosen, sent]).toEqual([1, []]);
  pass(1);
  expect([shown(), sent]).toEqual([undefined, ['start']]);
});

it('can be passed, and takes the second half of a double tap for nothing', () => {
  practice.open('vi');
  pass(399);
  shown()!.onChoose(0);
  shown()!.onSkip();
  expect([shown()?.chosen, sent]).toEqual([undefined, []]);
  pass(1);
  shown()!.onSkip();
  expect([shown(), sent]).toEqual([undefined, ['start']]);
});

it('goes with its person, whatever was chosen', () => {
  shown()!.onChoose(0);
  shown()!.bar.end.onEnd();
  expect(sent).toEqual(['reset']);
  practice.close();
  practice.open('vi');
  expect(shown()).toMatchObject({ chosen: undefined });
  pass(600);
  expect(sent).toEqual(['reset']);
});
