import type { ComponentChildren } from 'preact';
import { writePage } from '../read-page.ts';
import type { Page } from '../read-page.ts';

interface PageLinkProps {
  readonly page: Page;
  readonly go: (page: Page) => void;
  readonly look?: string;
  readonly children: ComponentChildren;
}

/** A real link to another page of the app, which opens without loading anything again. */
export function PageLink({ page, go, look, children }: PageLinkProps) {
  return (
    <a
      href={writePage(page)}
      class={look}
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
