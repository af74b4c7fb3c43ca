import type { ComponentChildren } from 'preact';
import type { Language } from '../../shared/questionnaire.ts';
import { useWords } from '../text/use-words.ts';
import { SunMark } from './sun-mark.tsx';

const NAMES: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English' };

interface ManagersBarProps {
  readonly setLanguage: (language: Language) => void;
  readonly children?: ComponentChildren;
}

/** The dark red bar with its gold rule: who is speaking, in which language, and who is signed in. */
export function ManagersBar({ setLanguage, children }: ManagersBarProps) {
  const { words, language } = useWords();
  return (
    <header class="managers-bar">
      <div class="inner">
        <SunMark />
        <p class="brand">
          <b>{words.brand}</b>
          <span>{words.brandWho}</span>
        </p>
        <div class="bar-end">
          {children}
          <div class="languages" role="group" aria-label={words.language}>
            {(['vi', 'en'] as const).map((code) => (
              <button
                type="button"
                key={code}
                lang={code}
                aria-pressed={language === code}
                aria-label={`${code.toUpperCase()} – ${NAMES[code]}`}
                onClick={() => setLanguage(code)}
              >
                {code.toUpperCase()}
              </button>
            ))}
          </div>
        </div>
      </div>
    </header>
  );
}
