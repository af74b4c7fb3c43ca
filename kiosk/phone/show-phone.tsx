import type { VNode } from 'preact';
import { toHex } from '../../shared/ids.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { Place } from '../../shared/wire/device.ts';
import type { PhoneVisit } from '../../shared/wire/phone-visit.ts';
import { askUs } from '../parts/ask-us.ts';
import { markOf } from '../mark-of.ts';
import type { Button } from '../parts/buttons.tsx';
import { Mark } from '../parts/mark.tsx';
import { Tick } from '../parts/tick.tsx';
import { MessageScreen } from '../screens/message-screen.tsx';
import type { Show } from '../scene-of.ts';
import { type Sayings, showVisit } from '../show-visit.tsx';
import { type PhoneWords, phoneWords } from '../text/phone-words.ts';
import type { Words } from '../../shared/text/words.ts';
import type { Setup } from '../visit/finish.ts';
import { attract, open } from '../visit/visit.ts';
import { languageOf, type Move, type Visit } from '../visit/visit-states.ts';
import { ContextLine } from './context-line.tsx';

/** The screens of a citizen's own phone, as functions of the state of the visit. */

export function setupOf(data: PhoneVisit, channel: Setup['channel']): Setup {
  const offsetMs = data.now - Date.now();
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  return {
    place: data.place,
    questionnaire: data.questionnaire,
    channel,
    ui: 'k1a',
    opening: [],
    defaultLanguage: data.languages[0] ?? 'vi',
    timed: false,
    draw: () => ({ items: data.items, rests: [] }),
    random,
    businessTime: () => ({ ms: Date.now() + offsetMs, quality: 'ok' }),
    traceSalt: toHex(random(16)),
  };
}

/** Nobody touched anything to come here, so the first touch is the second half of no double tap. */
export const firstState = (setup: Setup, now: number): Visit => ({
  ...open(setup, attract(setup, now), now),
  tapMs: -Infinity,
});

function sayingsOf(send: (move: Move) => void, own: PhoneWords, ask: readonly string[]): Sayings {
  return {
    // whoever left took the language along
    attract: () =>
      saidInBoth('leftTitle', 'leftText', [
        {
          label: `${phoneWords.vi.again} · ${phoneWords.en.again}`,
          look: 'primary',
          onTouch: () => send({ kind: 'start' }),
        },
      ]),
    saving: own.sending,
    fault: { title: own.faultTitle, texts: [own.faultText, own.faultHint, ...ask] },
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
export function ClosedScreen({ tree }: Pick<Place, 'tree'>) {
  const { closedTitle, closedText } = phoneWords.vi;
  const texts = [closedText, phoneWords.en.closedText];
  return (
    <>
      <Mark text={markOf(tree)} />
      <MessageScreen sign={<Tick />} title={closedTitle} texts={texts} />
    </>
  );
}

export interface ShowPhone extends Pick<Show, 'send'> {
  readonly data: Pick<PhoneVisit, 'place' | 'questionnaire' | 'languages' | 'reply'>;
  readonly words: { readonly vi: Words; readonly en: Words };
  /** A ticket was given out for this place: there is none to change to. */
  readonly isFixed: boolean;
}

export function showPhone({ data, words, isFixed, send }: ShowPhone, state: Visit): VNode {
  const { place, questionnaire, languages, reply } = data;
  const language = languageOf(state) as Language;
  const show: Show = { place, questionnaire, words, send };
  const isFirst = state.kind === 'field' || (state.kind === 'question' && state.at === 0);
  return (
    <>
      <Mark text={markOf(place.tree)} />
      {showVisit(show, sayingsOf(send, phoneWords[language], askUs(words[language], place)), state, false)}
      {isFirst && (
        <ContextLine
          words={words[language]}
          phoneWords={phoneWords[language]}
          place={place}
          reply={reply}
          isFixed={isFixed}
          language={language}
          languages={Object.fromEntries(languages.map((code) => [code, words[code]]))}
          onLanguage={(code) => send({ kind: 'language', language: code })}
        />
      )}
    </>
  );
}
