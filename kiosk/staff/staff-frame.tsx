import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Language } from '../../shared/questionnaire.ts';
import type { Tree } from '../../shared/wire/device.ts';
import { Mark } from '../parts/mark.tsx';
import { type StaffWords, staffWords } from './staff-words.ts';

export interface FrameProps {
  readonly words: StaffWords;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  /** Names the screen: another one gets the focus and begins at its top. */
  readonly name: string;
  /** Device and place, once they are known. */
  readonly place?: string | undefined;
  readonly tree?: Tree | undefined;
  /** Absent while there is no kiosk to go back to. */
  readonly onBack?: (() => void) | undefined;
}

/** The bar of the staff page, its two languages and the way back to the survey. */
export function StaffFrame(props: FrameProps & { readonly children: ComponentChildren }) {
  const { words, language, name, place, tree, onBack } = props;
  useEffect(() => {
    scrollTo(0, 0);
    document.getElementById('heading')?.focus({ preventScroll: true });
  }, [name]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = words.title;
  }, [language, words]);
  const mark = tree && words.marks[tree];
  return (
    <>
      <Mark text={mark || undefined} />
      <header class="bar staff-bar">
        <div class="staff-place">
          <p class="staff-title">{words.title}</p>
          {place && <p class="bar-place">{place}</p>}
        </div>
        <div class="chips" role="group" aria-label={words.languages}>
          {(['vi', 'en'] as const).map((code) => (
            <button
              key={code}
              type="button"
              lang={code}
              class="bar-end chip"
              aria-pressed={code === language}
              onClick={() => props.onLanguage(code)}
            >
              {staffWords[code].languageName}
            </button>
          ))}
          {onBack && (
            <button type="button" class="bar-end staff-back" onClick={onBack}>
              {words.back}
            </button>
          )}
        </div>
      </header>
      <main class="staff" key={name}>
        {props.children}
      </main>
    </>
  );
}
