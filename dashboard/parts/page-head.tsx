import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../text/use-words.ts';

interface PageHeadProps {
  readonly title: string;
  /** The reader came here from another page: the heading takes the focus, so that a screen reader says where one is. */
  readonly moved: boolean;
  readonly children?: ComponentChildren;
}

export function PageHead({ title, moved, children }: PageHeadProps) {
  const { words } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (moved) heading.current?.focus({ preventScroll: true });
  }, [title]);
  useEffect(() => {
    document.title = `${title} – ${words.brand}`;
  }, [title, words]);
  return (
    <header class="page-head">
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </header>
  );
}
