import type { ComponentChildren } from 'preact';
import type { Language } from '../../shared/questionnaire.ts';
import type { Place } from '../../shared/wire/device.ts';
import { InterviewBar } from './interview-bar.tsx';
import type { InterviewWords } from './interview-words.ts';

/** What is around every screen between interviews. */
export interface FrameProps {
  readonly words: InterviewWords;
  readonly place: Place;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly isPersisted: boolean;
}

export function InterviewFrame(
  props: FrameProps & {
    /** In place of the page's own. */
    readonly title?: string;
    /** Somebody is in the middle of something: the page must not be replaced by a newer one. */
    readonly isBusy?: boolean;
    readonly children: ComponentChildren;
  },
) {
  const { words, place, language } = props;
  return (
    <>
      <InterviewBar
        words={words}
        middle={props.title}
        tree={place.tree}
        place={place.point.name[language]}
        note={props.isPersisted ? undefined : words.notPersisted}
        languages={{ chosen: language, choose: props.setLanguage }}
      />
      <main class="interview" data-asking={props.isBusy || undefined}>
        {props.children}
      </main>
    </>
  );
}
