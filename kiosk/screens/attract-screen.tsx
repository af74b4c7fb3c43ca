import { Face, LEVELS } from '../parts/face.tsx';
import { Heading } from '../parts/heading.tsx';
import { NoticeText } from '../parts/notice.tsx';
import type { Language } from '../../shared/questionnaire.ts';
import type { Words } from '../../shared/text/words.ts';

export interface AttractProps {
  readonly words: Words;
  readonly place: string;
  readonly unit: string;
  readonly language: Language;
  /** The words of each language that is there. */
  readonly languages: { readonly [L in Language]?: Words };
  readonly notice: boolean;
  /** Something is wrong with the device: a dot that says nothing to citizens. */
  readonly lamp?: string | undefined;
  readonly onLanguage: (language: Language) => void;
  readonly onNotice: (open: boolean) => void;
  readonly onStart: () => void;
}

export function LanguageChips(props: Pick<AttractProps, 'language' | 'languages' | 'onLanguage'>) {
  return (
    <div class="chips" role="group" aria-label="Ngôn ngữ / Language">
      {(Object.keys(props.languages) as Language[]).map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          class="chip"
          aria-pressed={code === props.language}
          onClick={() => props.onLanguage(code)}
        >
          {props.languages[code]!.languageName}
        </button>
      ))}
    </div>
  );
}

/** A still picture: no figures, no moving parts; the lower two thirds start the survey. */
export function AttractScreen(props: AttractProps) {
  const { words } = props;
  if (props.notice) return <NoticeScreen {...props} />;
  return (
    <div class="attract">
      <header class="attract-top">
        <div>
          <p class="attract-unit">
            {props.unit} {props.lamp && <i class={`lamp ${props.lamp}`} role="img" aria-label={words.lamp} />}
          </p>
          <Heading text={props.place} />
        </div>
        <LanguageChips {...props} />
      </header>
      <main class="attract-main">
        <button type="button" class="attract-start" onClick={props.onStart}>
          <span>{words.attractWhat}</span>
          <span class="attract-faces">
            {LEVELS.map((level) => (
              <Face key={level} level={level} />
            ))}
          </span>
          <span class="attract-touch">
            <b>{words.attractTitle}</b> <span>– {words.attractPromise}</span>
          </span>
        </button>
        <button type="button" class="attract-notice" onClick={() => props.onNotice(true)}>
          {words.notice}
        </button>
      </main>
    </div>
  );
}

function NoticeScreen({ words, unit, onNotice }: AttractProps) {
  return (
    <main class="plain notice">
      <Heading text={words.noticeTitle} />
      <NoticeText words={words} unit={unit} />
      <button type="button" class="primary" onClick={() => onNotice(false)}>
        {words.close}
      </button>
    </main>
  );
}
