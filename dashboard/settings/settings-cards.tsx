import { PageHead } from '../parts/page-head.tsx';
import { PageLink } from '../parts/page-link.tsx';
import type { Page, SettingsKind } from '../read-page.ts';
import { useSettingsWords } from '../text/use-settings-words.ts';

interface SettingsCardsProps {
  readonly kinds: readonly SettingsKind[];
  readonly moved: boolean;
  readonly go: (page: Page) => void;
}

/** The door of the settings: one card for each page that there is and that the account may see. */
export function SettingsCards({ kinds, moved, go }: SettingsCardsProps) {
  const { settings } = useSettingsWords();
  return (
    <main id="main" class="manage">
      <PageHead title={settings.title} moved={moved}>
        <p class="lead">{settings.lead}</p>
      </PageHead>
      <ul class="settings-cards">
        {kinds.map(
          (kind) =>
            kind !== 'settings' &&
            kind !== 'paper' &&
            kind !== 'cases' && (
              <li key={kind}>
                <PageLink page={{ kind, id: null }} go={go}>
                  {settings.cards[kind].title}
                </PageLink>
                <p>{settings.cards[kind].lead}</p>
              </li>
            ),
        )}
      </ul>
    </main>
  );
}
