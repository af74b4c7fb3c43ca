import type { NoticeWords } from '../../shared/text/words.ts';
import { put } from '../../shared/text/words.ts';

export interface NoticeProps {
  readonly words: NoticeWords;
  readonly unit: string;
  /** Whom to ask about it. */
  readonly ask: readonly string[];
}

/** Who asks, why, how long, and that nobody is named. */
export function NoticeText({ words, unit, ask }: NoticeProps) {
  return (
    <>
      <dl class="notice-text">
        {words.noticeParts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{put(text, { unit })}</dd>
          </div>
        ))}
      </dl>
      {ask.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </>
  );
}
