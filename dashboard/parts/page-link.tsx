import type { ComponentChildren } from 'preact';
import { writePage } from '../read-page.ts';
import type { Page } from '../read-page.ts';

interface PageLinkProps {
  readonly page: Page;
  readonly go: (page: Page) => void;
  readonly look?: string;
  /** Of a row of links: this page is the one that is shown. */
  readonly isCurrent?: boolean;
  readonly children: ComponentChildren;
}

/** A real link to another page of the app, which opens without loading anything again. */
export function PageLink({ page, go, look, isCurrent, children }: PageLinkProps) {
  return (
    <a
      href={writePage(page)}
      class={look}
      {...(isCurrent && { 'aria-current': 'page' as const })}
      onClick={(click) => {
        if (click.ctrlKey || click.metaKey || click.shiftKey || click.button !== 0) return;
        click.preventDefault();
        go(page);
      }}
    >
      {children}
    </a>
  );
}
