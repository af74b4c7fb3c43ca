import type { VNode } from 'preact';
import type { LaterWords, Words } from '../../shared/text/words.ts';
import type { Player } from '../audio/player.ts';
import { PRACTICE } from '../audio/spoken-screen.ts';
import { DOUBLE_TAP_MS } from '../visit/visit.ts';
import type { Move } from '../visit/visit-states.ts';
import { ADVANCE_MS } from '../visit/waits.ts';
import { PracticeScreen } from './practice-screen.tsx';

/**
 * The practice question, for whoever listens: how a touch answers is learned on a question that means nothing. It stands
 * before the start of the visit, so the visit's machine knows nothing of it, and nothing of it is counted or kept.
 */
export interface PracticeHost {
  readonly player: Player;
  readonly send: (move: Move) => void;
  readonly redraw: () => void;
  readonly clock: () => number;
  readonly later: (ms: number, call: () => void) => void;
}

export interface Practice {
  open(code: string): void;
  /** The person has gone. */
  close(): void;
  draw(words: LaterWords & Pick<Words, 'end' | 'skip'>, place: string, tools: VNode): VNode | undefined;
}

export function makePractice({ player, send, redraw, clock, later }: PracticeHost): Practice {
  let openedMs: number | undefined;
  let chosen: number | undefined;

  function close(): void {
    [openedMs, chosen] = [undefined, undefined];
  }

  /** The second half of the tap that led here is no answer. */
  const hears = () => openedMs !== undefined && clock() - openedMs >= DOUBLE_TAP_MS;

  function goOn(): void {
    if (!hears()) return;
    close();
    send({ kind: 'start' });
  }

  /** As on a question: seen at once, and the screen moves on by itself. */
  function choose(option: number): void {
    if (!hears() || chosen !== undefined) return;
    chosen = option;
    player.hush();
    redraw();
    later(ADVANCE_MS, () => chosen !== undefined && goOn());
  }

  return {
    open(code) {
      openedMs = clock();
      redraw();
      player.open(PRACTICE, code);
    },
    close,
    draw(words, place, tools) {
      if (openedMs === undefined) return undefined;
      const end = { label: words.end, onEnd: () => send({ kind: 'reset' }) };
      return (
        <PracticeScreen
          bar={{ place, tools, end, middle: undefined }}
          title={words.practiceTitle}
          text={words.practiceWhy}
          options={words.practiceOptions}
          chosen={chosen}
          onChoose={choose}
          skip={words.skip}
          onSkip={goOn}
        />
      );
    },
  };
}
