import type { ComponentChildren } from 'preact';
import { PageHead } from '../../parts/page-head.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import type { Page, SettingsKind } from '../../read-page.ts';
import { useSettingsWords } from '../../text/use-settings-words.ts';

interface SettingsHeadProps {
  readonly title: string;
  readonly moved: boolean;
  readonly go: (page: Page) => void;
  /** Where the way back leads: the list that a thing stands in, with its name; else the cards. */
  readonly back?: { readonly kind: SettingsKind; readonly id?: string; readonly name: string };
  readonly children?: ComponentChildren;
}

/** Heading of a page of the settings, with the way back. */
export function SettingsHead({ title, moved, go, back, children }: SettingsHeadProps) {
  const { settings } = useSettingsWords();
  return (
    <>
      <p class="way-back">
        <PageLink page={{ kind: back?.kind ?? 'settings', id: back?.id ?? null }} go={go}>
          <span aria-hidden="true">← </span>
          {back?.name ?? settings.back}
        </PageLink>
      </p>
      <PageHead title={title} moved={moved}>
        {children}
      </PageHead>
    </>
  );
}
