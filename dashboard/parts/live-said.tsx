import { useWords } from '../text/use-words.ts';
import { writeInstant } from '../text/write-date.ts';

interface LiveSaidProps {
  /** When figures changed by themselves, ms; null = they have not. */
  readonly at: number | null;
}

/** Says quietly that the figures have changed under the reader's eyes: over the page's edge, so that nothing moves. */
export function LiveSaid({ at }: LiveSaidProps) {
  const { words, language } = useWords();
  return (
    <div class="live-said" role="status">
      {at !== null && <p key={at}>{words.state.updated(writeInstant(at, language))}</p>}
    </div>
  );
}
