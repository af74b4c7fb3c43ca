import type { ComponentChildren } from 'preact';
import { Face, LEVELS } from '../parts/face.tsx';
import { Heading } from '../parts/heading.tsx';
import type { Words } from '../../shared/text/words.ts';

export interface AttractProps {
  readonly words: Words;
  readonly place: string;
  readonly unit: string;
  /** `vi`, `en`, or the code of a language pack. */
  readonly language: string;
  /** The words of each language that is there. */
  readonly languages: Readonly<Record<string, Words>>;
  /** Something is wrong with the device: a dot that says nothing to citizens. */
  readonly lamp?: string | undefined;
  /** Controls of how the screen is shown, beside the languages. The privacy notice comes with them. */
  readonly tools: ComponentChildren;
  /** The language in which the question stands just now, while nobody is there. */
  readonly turn: string | undefined;
  readonly onLanguage: (language: string) => void;
  readonly onNotice: () => void;
  readonly onStart: () => void;
}

export function LanguageChips(props: Pick<AttractProps, 'language' | 'languages' | 'onLanguage'>) {
  return (
    <div class="chips" role="group" aria-label="Ngôn ngữ / Language">
      {Object.entries(props.languages).map(([code, { languageName }]) => (
        <button
          key={code}
          type="button"
          lang={code}
          class="chip"
          aria-pressed={code === props.language}
          onClick={() => props.onLanguage(code)}
        >
          {languageName}
        </button>
      ))}
    </div>
  );
}

/**
 * A still picture without figures; the lower two thirds start the survey. Only the question takes turns in the
 * languages: what to do always stands in the language of the screen.
 */
export function AttractScreen(props: AttractProps) {
  const { words, turn = props.language } = props;
  return (
    <div class="attract">
      <header class="attract-top">
        <div>
          <p class="attract-unit">
            {props.unit}&nbsp;
            {props.lamp && <i class={`lamp ${props.lamp}`} role="img" aria-label={words.lamp} />}
          </p>
          <Heading text={props.place} />
        </div>
        <div class="attract-ways">
          {props.tools}
          <LanguageChips {...props} />
        </div>
      </header>
      <main class="attract-main">
        <button type="button" class="attract-start" onClick={props.onStart}>
          <span class="attract-what" key={turn} lang={turn}>
            {(props.languages[turn] ?? words).attractWhat}
          </span>
          <span class="attract-faces">
            {LEVELS.map((level) => (
              <Face key={level} level={level} />
            ))}
          </span>
          <span class="attract-touch">
            <b>{words.attractTitle}</b> <span>{words.attractPromise}</span>
          </span>
        </button>
        {props.tools && (
          <button type="button" class="attract-notice" onClick={props.onNotice}>
            {words.notice}
          </button>
        )}
      </main>
    </div>
  );
}
