import { Face, type FaceLevel } from '../parts/face.tsx';
import { Frame, type FrameProps } from './frame.tsx';

export interface ReviewRow {
  readonly headline: string;
  /** A level with its face, or "no opinion", or not answered. */
  readonly level: FaceLevel | undefined;
  readonly answer: string;
}

export interface ReviewProps extends FrameProps {
  /** What touching a row does, for those who cannot see that it is a button. */
  readonly edit: string;
  readonly rows: readonly ReviewRow[];
  readonly onRevise: (at: number) => void;
}

/** Everything once more before it is kept. */
export function ReviewScreen({ edit, rows, onRevise, ...frame }: ReviewProps) {
  return (
    <Frame {...frame} look="review">
      <ol class="rows">
        {rows.map(({ headline, level, answer }, at) => (
          <li key={headline}>
            <button type="button" class="row" onClick={() => onRevise(at)}>
              {level ? <Face level={level} /> : <span class="face no-face" />}
              <span>
                <span class="hidden">{edit}: </span>
                <span class="row-headline">{headline}</span>
                <b>{answer}</b>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </Frame>
  );
}
