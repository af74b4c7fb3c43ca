import { useCallback, useMemo } from 'preact/hooks';
import type { LanguageList } from '../../../shared/wire/manage-languages.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import '../../styles/people.css';
import '../../styles/languages.css';
import { useLanguagesWords } from '../../text/use-languages-words.ts';
import { type Fresh, useFresh } from '../../use-fresh.ts';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { LanguageList as Languages } from './language-list.tsx';
import { LanguagePage } from './language-page.tsx';
import { type LanguagesLink, languagesLink } from './languages-link.ts';

const EVERY_MS = 60_000;

export interface LanguagesProps extends SettingsPageProps {
  readonly link: LanguagesLink;
  readonly list: LanguageList;
  readonly fresh: Fresh<LanguageList>;
}

/** All languages, or the pack of one of them. */
export function LanguagesPage(props: SettingsPageProps) {
  const { server, page, ended, moved, go } = props;
  const { own } = useLanguagesWords();
  const link = useMemo(() => languagesLink(server), [server]);
  const ask = useCallback((signal: AbortSignal) => link.list(signal), [link]);
  const fresh = useFresh(ask, EVERY_MS, ended);
  if (!fresh.value) {
    return (
      <main id="main" class="manage">
        <SettingsHead title={own.title} moved={moved} go={go} />
        <FreshNotice fresh={fresh} loading={own.loading} />
      </main>
    );
  }
  const known = { ...props, link, fresh, list: fresh.value };
  const isKnown = fresh.value.languages.some(({ code }) => code === page.id);
  return page.id !== null && isKnown ? (
    <LanguagePage key={page.id} {...known} code={page.id} />
  ) : (
    <Languages {...known} />
  );
}
