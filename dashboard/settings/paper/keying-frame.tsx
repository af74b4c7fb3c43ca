import type { ComponentChildren } from 'preact';
import type { Keying } from '../../../shared/wire/paper.ts';
import type { Refusal } from '../../server-link.ts';
import { isStale, sayRefusal } from '../../text/say-refusal.ts';
import { usePaperWords } from '../../text/use-paper-words.ts';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { PaperPageProps } from './paper-link.ts';

interface KeyingFrameProps extends Pick<PaperPageProps, 'moved' | 'go'> {
  readonly id: string;
  readonly title: string;
  readonly keying: Keying | Refusal | null;
  readonly head?: ComponentChildren;
  readonly children: (keying: Keying) => ComponentChildren;
}

/** A page where somebody keys: its heading with the way back to the batch, and what stands there until keying can begin. */
export function KeyingFrame({ id, title, moved, go, keying, head, children }: KeyingFrameProps) {
  const { paper, words } = usePaperWords();
  return (
    <main id="main" class="manage paper-forms">
      <SettingsHead title={title} moved={moved} go={go} back={{ kind: 'paper', id, name: paper.keying.back }}>
        {head}
      </SettingsHead>
      {keying === null ? (
        <p class="notice" role="status">
          {paper.loading}
        </p>
      ) : 'kind' in keying ? (
        <p class="notice warning">{isStale(keying) ? paper.keying.closed : sayRefusal(keying, words)}</p>
      ) : (
        children(keying)
      )}
    </main>
  );
}
