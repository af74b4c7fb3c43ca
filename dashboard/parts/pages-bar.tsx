import type { Account } from '../../shared/wire/overview.ts';
import { BAR_PAGES, barPageOf, maySee, writePage } from '../read-page.ts';
import type { BarPage, Page } from '../read-page.ts';
import { useWords } from '../text/use-words.ts';
import { writeCount } from '../text/write-number.ts';

interface PagesBarProps {
  readonly account: Account;
  readonly page: Page;
  /** Forms that wait for review; null while nobody knows. */
  readonly heldCount: number | null;
  readonly go: (page: Page) => void;
}

const FIRST_OF: Readonly<Record<BarPage, Page>> = {
  figures: { kind: 'figures' },
  devices: { kind: 'devices', unit: null },
  held: { kind: 'held' },
  settings: { kind: 'settings', id: null },
  audit: { kind: 'audit' },
};

/** The pages an account is meant to see. Links, so that one may be opened beside another. */
export function PagesBar({ account, page, heldCount, go }: PagesBarProps) {
  const { words, language } = useWords();
  const pages = BAR_PAGES.filter((kind) => maySee(account, kind));
  if (pages.length < 2) return null;
  return (
    <nav class="pages-bar" aria-label={words.pages.label}>
      <ul>
        {pages.map((kind) => (
          <li key={kind}>
            <a
              href={writePage(FIRST_OF[kind])}
              {...(barPageOf(page.kind) === kind ? { 'aria-current': 'page' as const } : {})}
              onClick={(click) => {
                if (click.ctrlKey || click.metaKey || click.shiftKey || click.button !== 0) return;
                click.preventDefault();
                go(FIRST_OF[kind]);
              }}
            >
              {words.pages[kind]}
              {kind === 'held' && heldCount !== null && heldCount > 0 && (
                <span class="held-count">
                  <span aria-hidden="true">{writeCount(heldCount, language)}</span>
                  <span class="unseen">: {words.pages.heldCount(writeCount(heldCount, language))}</span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
