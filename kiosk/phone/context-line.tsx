import type { Language } from '../../shared/questionnaire.ts';
import type { Place } from '../../shared/wire/device.ts';
import type { ShownReply } from '../../shared/wire/shown-replies.ts';
import { askUs } from '../parts/ask-us.ts';
import { NoticeText } from '../parts/notice.tsx';
import { type AttractProps, LanguageChips } from '../screens/attract-screen.tsx';
import { heardWords } from '../text/heard-words.ts';
import type { PhoneWords } from '../text/phone-words.ts';
import { noticeWords } from '../../shared/text/notice-words.ts';
import type { Words } from '../../shared/text/words.ts';

/** Under the first question: the language, the way to another office, and what becomes of the answers. */
export function ContextLine(
  props: {
    readonly words: Words;
    readonly phoneWords: PhoneWords;
    readonly place: Place;
    /** The newest thing that was done about remarks. */
    readonly reply: ShownReply | undefined;
    /** A ticket was given out for this place: there is none to change to. */
    readonly isFixed: boolean;
    readonly language: Language;
  } & Pick<AttractProps, 'languages' | 'onLanguage'>,
) {
  const { words, phoneWords, place, language } = props;
  const reply = (language === 'en' && props.reply?.en) || props.reply?.vi;
  // what the code has set already; where there are several, the person is asked
  const onlyField = place.fields.length === 1 ? place.fields.map(({ name }) => name) : [];
  // who tries out an invented office is not led to a real one
  const others = place.tree === 'real' ? '/q/' : `/q/?tree=${place.tree}`;
  return (
    <aside class="context">
      <LanguageChips {...props} />
      <p>{[place.unit.name, place.point.name, ...onlyField].map((name) => name[language]).join(' – ')}</p>
      {!props.isFixed && (
        <p>
          {phoneWords.notRight} <a href={others}>{phoneWords.change}</a>
        </p>
      )}
      <details>
        <summary>{words.notice}</summary>
        <p>{phoneWords.never}</p>
        <NoticeText
          words={noticeWords[language]}
          unit={place.unit.name[language]}
          ask={askUs(words, place)}
        />
      </details>
      {reply && (
        <details>
          <summary>{heardWords[language].title}</summary>
          <p>
            <b>{heardWords[language].said}:</b> {reply.said}
          </p>
          <p>
            <b>{heardWords[language].did}:</b> {reply.did}
          </p>
        </details>
      )}
    </aside>
  );
}
