import { Face } from '../parts/face.tsx';
import { NoticeText } from '../parts/notice.tsx';
import type { Words } from '../text/words.ts';

export interface LanguageChip {
  readonly code: 'vi' | 'en';
  readonly name: string;
}

export interface AttractProps {
  readonly words: Words;
  readonly place: string;
  readonly unit: string;
  readonly language: string;
  readonly languages: readonly LanguageChip[];
  readonly notice: boolean;
  readonly onLanguage: (code: LanguageChip['code']) => void;
  readonly onNotice: (open: boolean) => void;
  readonly onStart: () => void;
}

export function LanguageChips(props: Pick<AttractProps, 'language' | 'languages' | 'onLanguage'>) {
  return (
    <div class="chips" role="group" aria-label="Ngôn ngữ / Language">
      {props.languages.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          lang={code}
          class="chip"
          aria-pressed={code === props.language}
          onClick={() => props.onLanguage(code)}
        >
          {name}
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
        <div class="attract-place">
          <p class="attract-unit">{props.unit}</p>
          <h1 id="heading" tabIndex={-1}>
            {props.place}
          </h1>
        </div>
        <LanguageChips {...props} />
      </header>
      <main class="attract-main">
        <button type="button" class="attract-start" onClick={props.onStart}>
          <span class="attract-what">{words.attractWhat}</span>
          <span class="attract-faces">
            <Face level={1} />
            <Face level={2} />
            <Face level={3} />
            <Face level={4} />
            <Face level={5} />
          </span>
          <span class="attract-touch">
            <b>{words.attractTitle}</b> <span>– {words.attractPromise}</span>
          </span>
        </button>
        <button type="button" class="quiet attract-notice" onClick={() => props.onNotice(true)}>
          {words.notice}
        </button>
      </main>
    </div>
  );
}

function NoticeScreen({ words, unit, onNotice }: AttractProps) {
  return (
    <main class="plain notice">
      <h1 id="heading" tabIndex={-1}>
        {words.noticeTitle}
      </h1>
      <NoticeText words={words} unit={unit} />
      <button type="button" class="primary" onClick={() => onNotice(false)}>
        {words.close}
      </button>
    </main>
  );
}
