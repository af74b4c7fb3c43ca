import { NoticeText } from '../parts/notice.tsx';
import { type AttractProps, LanguageChips } from '../screens/attract-screen.tsx';
import type { PhoneWords } from '../text/phone-words.ts';
import type { Words } from '../../shared/text/words.ts';

/** Under the first question: the language, the way to another office, and what becomes of the answers. */
export function ContextLine(
  props: {
    readonly words: Words;
    readonly phoneWords: PhoneWords;
    readonly unit: string;
    /** A ticket was given out for this place: there is none to change to. */
    readonly isFixed: boolean;
  } & Pick<AttractProps, 'language' | 'languages' | 'onLanguage'>,
) {
  const { words, phoneWords } = props;
  return (
    <aside class="context">
      <LanguageChips {...props} />
      {!props.isFixed && (
        <p>
          {phoneWords.notRight} <a href="/q/">{phoneWords.change}</a>
        </p>
      )}
      <details>
        <summary>{words.notice}</summary>
        <p>{phoneWords.never}</p>
        <NoticeText words={words} unit={props.unit} />
      </details>
    </aside>
  );
}
