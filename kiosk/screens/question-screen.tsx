import { Scale, type ScaleProps } from '../parts/scale.tsx';
import { put, type Words } from '../../shared/text/words.ts';
import { Frame, type FrameProps } from './frame.tsx';

export interface QuestionProps extends FrameProps, Omit<ScaleProps, 'label'> {
  readonly words: Words;
  /** What "policy" means, with the first policy item. */
  readonly meaning: string | undefined;
  /** The official note, behind one button. */
  readonly note: string | undefined;
}

export function QuestionScreen(props: QuestionProps) {
  const { words, meaning, note, chosen } = props;
  const more = (
    <>
      {meaning && <p class="meaning">{meaning}</p>}
      {note && (
        <details>
          <summary>{words.explain}</summary>
          <p class="explain-text">{note}</p>
        </details>
      )}
    </>
  );
  const answer = chosen ? props.levels[chosen - 1]! : props.noOpinion;
  return (
    <Frame {...props} look="question" more={more}>
      <Scale {...props} label={`${words.scale}: ${props.title}`} />
      <p class="hidden" role="status">
        {chosen !== undefined && put(words.chosen, { answer })}
      </p>
    </Frame>
  );
}
