import type { FaceLevel } from '../parts/face.tsx';
import { Scale } from '../parts/scale.tsx';
import { Foot } from './choice-screen.tsx';
import { put, type Words } from '../text/words.ts';

export interface QuestionProps {
  readonly words: Words;
  /** Names the screen, so that nothing of one question is carried into the next. */
  readonly name: string;
  /** Said above the headline: the official stem once, a short reminder afterwards. */
  readonly eyebrow: string | undefined;
  readonly headline: string;
  /** The official wording, never shortened. */
  readonly text: string;
  /** What "policy" means, with the first policy item. */
  readonly meaning: string | undefined;
  /** The official note, behind one button. */
  readonly note: string | undefined;
  readonly levels: readonly string[];
  readonly noOpinion: string;
  readonly chosen: FaceLevel | 0 | undefined;
  readonly onAnswer: (answer: FaceLevel | 0) => void;
  readonly onBack: (() => void) | undefined;
  /** Offered when the question had been answered before. */
  readonly onForward: (() => void) | undefined;
}

function Note({ words, note }: { readonly words: Words; readonly note: string }) {
  return (
    <details class="explain">
      <summary>{words.explain}</summary>
      <p class="explain-text">{note}</p>
    </details>
  );
}

export function QuestionScreen(props: QuestionProps) {
  const { words, chosen, levels, noOpinion } = props;
  const answer = chosen === undefined ? undefined : chosen === 0 ? noOpinion : levels[chosen - 1];
  return (
    <main class="screen question" key={props.name}>
      <div class="ask">
        {props.eyebrow !== undefined && <p class="eyebrow">{props.eyebrow}</p>}
        <h1 id="heading" tabIndex={-1}>
          {props.headline}
        </h1>
        <p class="official">{props.text}</p>
        {props.meaning !== undefined && <p class="meaning">{props.meaning}</p>}
        {props.note !== undefined && <Note words={words} note={props.note} />}
      </div>
      <Scale
        label={`${words.scale}: ${props.headline}`}
        words={levels}
        noOpinion={noOpinion}
        chosen={chosen}
        onAnswer={props.onAnswer}
      />
      <Foot
        buttons={[
          props.onBack && { label: words.back, onTouch: props.onBack },
          props.onForward && { label: words.forward, onTouch: props.onForward },
        ]}
      />
      <p class="hidden" role="status">
        {answer !== undefined && put(words.chosen, { answer })}
      </p>
    </main>
  );
}
