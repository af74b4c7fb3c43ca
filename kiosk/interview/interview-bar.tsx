import type { Language } from '../../shared/questionnaire.ts';
import type { Tree } from '../../shared/wire/device.ts';
import { Mark } from '../parts/mark.tsx';
import { type InterviewWords, interviewWords } from './interview-words.ts';

/** The bar above every screen: where one asks, how far one has come, and either the languages or the way out. */
export function InterviewBar(props: {
  readonly words: InterviewWords;
  readonly tree?: Tree | undefined;
  readonly place?: string | undefined;
  readonly note?: string | undefined;
  /** Takes the place of the title. */
  readonly middle?: string | undefined;
  readonly end?: { readonly label: string; readonly onTouch: () => void } | undefined;
  /** Only between interviews: it is also what the form says. */
  readonly languages?: { readonly chosen: Language; readonly choose: (language: Language) => void };
}) {
  const { words, tree, place, middle, end, languages } = props;
  const mark = tree && words.marks[tree];
  return (
    <>
      <Mark text={mark || props.note} note={mark ? props.note : undefined} />
      <header class="bar interview-bar">
        <div class="staff-place">
          <p class="staff-title">{middle ?? words.title}</p>
          {place && <p class="bar-place">{place}</p>}
        </div>
        <div>
          {languages && (
            <div class="chips" role="group" aria-label={words.languages}>
              {(['vi', 'en'] as const).map((code) => (
                <button
                  key={code}
                  type="button"
                  lang={code}
                  class="bar-end chip"
                  aria-pressed={code === languages.chosen}
                  onClick={() => languages.choose(code)}
                >
                  {interviewWords[code].languageName}
                </button>
              ))}
            </div>
          )}
          {end && (
            <button type="button" class="bar-end" onClick={end.onTouch}>
              {end.label}
            </button>
          )}
        </div>
      </header>
    </>
  );
}
