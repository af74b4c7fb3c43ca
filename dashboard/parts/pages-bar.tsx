import { useEffect, useRef } from 'preact/hooks';
import type { Account } from '../../shared/wire/overview.ts';
import { BAR_PAGES, barPageOf, firstOf, maySee } from '../read-page.ts';
import type { BarPage, Page } from '../read-page.ts';
import { useWords } from '../text/use-words.ts';
import { writeCount } from '../text/write-number.ts';
import { PageLink } from './page-link.tsx';

interface PagesBarProps {
  readonly account: Account;
  readonly page: Page;
  /** What waits on a page: forms for review, open cases; null while nobody knows. */
  readonly waiting: Readonly<Partial<Record<BarPage, number | null>>>;
  readonly go: (page: Page) => void;
}

/** The pages an account is meant to see. Links, so that one may be opened beside another. */
export function PagesBar({ account, page, waiting, go }: PagesBarProps) {
  const { words, language } = useWords();
  const row = useRef<HTMLUListElement>(null);
  // on a telephone the row is wider than the screen: whoever came by a link sees where they are
  useEffect(() => {
    const shown = row.current?.querySelector<HTMLElement>('[aria-current]');
    if (shown)
      row.current!.scrollLeft = shown.offsetLeft - (row.current!.clientWidth - shown.offsetWidth) / 2;
  }, [page.kind, language, Object.values(waiting).join()]);
  const pages = BAR_PAGES.filter((kind) => maySee(account, kind));
  if (pages.length < 2) return null;
  return (
    <nav class="pages-bar" aria-label={words.pages.label}>
      <ul ref={row}>
        {pages.map((kind) => (
          <li key={kind}>
            <PageLink page={firstOf(kind)} go={go} isCurrent={barPageOf(page.kind) === kind}>
              {words.pages[kind]}
              {(waiting[kind] ?? 0) > 0 && (
                <span class="held-count">
                  <span aria-hidden="true">{writeCount(waiting[kind]!, language)}</span>
                  <span class="unseen">
                    : {words.pages.waiting(kind, writeCount(waiting[kind]!, language))}
                  </span>
                </span>
              )}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
