import type { AlertList } from '../../shared/wire/alert-list.ts';
import type { Page } from '../read-page.ts';
import { useWords } from '../text/use-words.ts';
import { writeCount } from '../text/write-number.ts';
import { PageLink } from './page-link.tsx';

interface AlertsNoticeProps {
  /** Null while nobody knows, or where the account sees none. */
  readonly list: AlertList | null;
  readonly go: (page: Page) => void;
}

/** Says calmly, above the figures, that places are below their line and nobody has seen it yet. */
export function AlertsNotice({ list, go }: AlertsNoticeProps) {
  const { words, language } = useWords();
  const unseen = list?.alerts.filter(({ ended, seen }) => ended === null && seen === null) ?? [];
  if (unseen.length === 0) return null;
  return (
    <aside class="alerts-notice" aria-label={words.alerts.label}>
      <p>
        {words.alerts.unseen(writeCount(unseen.length, language))}{' '}
        <PageLink page={{ kind: 'alerts', id: null }} go={go}>
          {words.alerts.open}
        </PageLink>
      </p>
    </aside>
  );
}
