import type { VNode } from 'preact';
import { markOf } from '../mark-of.ts';
import type { Button } from '../parts/buttons.tsx';
import { Mark } from '../parts/mark.tsx';
import { Tick } from '../parts/tick.tsx';
import { MessageScreen } from '../screens/message-screen.tsx';
import { languageOf, type Sayings, type Show, showVisit } from '../show-visit.tsx';
import { type PhoneWords, phoneWords } from '../text/phone-words.ts';
import type { Words } from '../../shared/text/words.ts';
import type { Move, Visit } from '../visit/visit-states.ts';
import { ContextLine } from './context-line.tsx';
import type { VisitData } from './visit-data.ts';

/** The screens of a citizen's own phone, as functions of the state of the visit. */

function sayingsOf(send: (move: Move) => void, own: PhoneWords): Sayings {
  return {
    attract: () => (
      <MessageScreen
        title={own.leftTitle}
        texts={[own.leftText]}
        buttons={[{ label: own.again, look: 'primary', onTouch: () => send({ kind: 'start' }) }]}
      />
    ),
    saving: own.sending,
    fault: { title: own.faultTitle, texts: [own.faultText, own.faultHint] },
  };
}

/** Nothing has been asked yet, so nobody has chosen a language: both are said. */
export function saidInBoth(
  title: keyof PhoneWords,
  text?: keyof PhoneWords,
  buttons?: readonly Button[],
): VNode {
  const [vi, en] = [phoneWords.vi, phoneWords.en];
  const texts = text ? [vi[text], en[text]] : [en[title]];
  return <MessageScreen title={vi[title]} texts={texts} buttons={buttons} />;
}

/** The page stays here once its answers have gone, also when it comes back from the browser's memory. */
export function ClosedScreen() {
  const { closedTitle, closedText } = phoneWords.vi;
  return <MessageScreen sign={<Tick />} title={closedTitle} texts={[closedText, phoneWords.en.closedText]} />;
}

export interface ShowPhone extends Pick<Show, 'send'> {
  readonly data: Pick<VisitData, 'place' | 'questionnaire' | 'languages'>;
  readonly words: { readonly vi: Words; readonly en: Words };
  /** A ticket was given out for this place: there is none to change to. */
  readonly isFixed: boolean;
}

export function showPhone({ data, words, isFixed, send }: ShowPhone, state: Visit): VNode {
  const { place, questionnaire, languages } = data;
  const language = languageOf(state);
  const show: Show = { place, questionnaire, words, send };
  const isFirst = state.kind === 'field' || (state.kind === 'question' && state.at === 0);
  return (
    <>
      <Mark text={markOf(place.tree)} />
      {showVisit(show, sayingsOf(send, phoneWords[language]), state, false)}
      {isFirst && (
        <ContextLine
          words={words[language]}
          phoneWords={phoneWords[language]}
          unit={place.unit.name[language]}
          isFixed={isFixed}
          language={language}
          languages={Object.fromEntries(languages.map((code) => [code, words[code]]))}
          onLanguage={(code) => send({ kind: 'language', language: code })}
        />
      )}
    </>
  );
}
