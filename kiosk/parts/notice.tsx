import type { NoticeWords } from '../../shared/text/words.ts';
import { put } from '../../shared/text/words.ts';

/** Who asks, why, how long, and that nobody is named. */
export function NoticeText({ words, unit }: { readonly words: NoticeWords; readonly unit: string }) {
  return (
    <dl class="notice-text">
      {words.noticeParts.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{put(text, { unit })}</dd>
        </div>
      ))}
    </dl>
  );
}
