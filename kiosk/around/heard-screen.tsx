import type { ComponentChildren } from 'preact';
import type { Language } from '../../shared/questionnaire.ts';
import type { Words } from '../../shared/text/words.ts';
import type { ShownReply } from '../../shared/wire/shown-replies.ts';
import { heardWords } from '../text/heard-words.ts';

/** What stands in the place of the invitation for a while: one reply, in one language. */
export interface Heard {
  readonly language: Language;
  readonly words: ShownReply['vi'];
}

/** Each reply in each language that it has, twice over: sixteen seconds are enough to read it. */
export const heardTurns = (replies: readonly ShownReply[]): Heard[] =>
  replies.flatMap(({ vi, en }) => {
    const turns: Heard[] = [{ language: 'vi', words: vi }];
    if (en) turns.push({ language: 'en', words: en });
    return turns.flatMap((turn) => [turn, turn]);
  });

/**
 * What people said and what was done, without a figure, while nobody is there. The lower two thirds start the survey, as on
 * the screen that it takes turns with; a touch above brings that one back.
 */
export function HeardScreen(props: {
  readonly heard: Heard;
  readonly unit: string;
  readonly words: Words;
  readonly tools: ComponentChildren;
  readonly onTouch: () => void;
  readonly onStart: () => void;
}) {
  const { language, words: said } = props.heard;
  const words = heardWords[language];
  return (
    <div class="attract" lang={language}>
      <header class="attract-top" onClick={props.onTouch}>
        <div>
          <p class="attract-unit">{props.unit}</p>
          <h1>{words.title}</h1>
        </div>
        <div class="attract-ways">{props.tools}</div>
      </header>
      <main class="attract-main">
        <button type="button" class="attract-start heard" onClick={props.onStart}>
          <span>
            <b>{words.said}</b> “{said.said}”
          </span>
          <span>
            <b>{words.did}</b> {said.did}
          </span>
          <span class="attract-touch">
            <b>{props.words.attractTitle}</b> <span>{props.words.attractPromise}</span>
          </span>
        </button>
      </main>
    </div>
  );
}
