import { Face, type FaceLevel } from '../parts/face.tsx';
import { Ring } from '../parts/ring.tsx';
import type { Words } from '../text/words.ts';

export interface ReviewRow {
  readonly headline: string;
  /** A level with its face, or "no opinion", or not answered. */
  readonly level: FaceLevel | undefined;
  readonly answer: string;
}

/** Everything once more before it is kept; it goes by itself unless the person asks for time. */
export function ReviewScreen(props: {
  readonly words: Words;
  readonly rows: readonly ReviewRow[];
  readonly timed: boolean;
  readonly onRevise: (at: number) => void;
  readonly onHold: () => void;
  readonly onSend: () => void;
}) {
  const { words, rows, timed } = props;
  return (
    <main class="screen review">
      <div class="ask">
        <h1 id="heading" tabIndex={-1}>
          {words.reviewTitle}
        </h1>
        <p class="official">{timed ? words.reviewTimed : words.reviewHeld}</p>
      </div>
      <ol class="rows">
        {rows.map(({ headline, level, answer }, at) => (
          <li key={headline}>
            <button type="button" class="row" onClick={() => props.onRevise(at)}>
              {level === undefined ? <span class="face no-face" /> : <Face level={level} />}
              <span class="row-text">
                <span class="hidden">{words.reviewEdit}: </span>
                <span class="row-headline">{headline}</span>
                <b>{answer}</b>
              </span>
            </button>
          </li>
        ))}
      </ol>
      <footer class="foot">
        {timed && (
          <button type="button" class="secondary" onClick={props.onHold}>
            {words.reviewEdit}
          </button>
        )}
        <button type="button" class="primary" onClick={props.onSend}>
          {timed && <Ring seconds={8} />}
          {words.send}
        </button>
      </footer>
    </main>
  );
}
