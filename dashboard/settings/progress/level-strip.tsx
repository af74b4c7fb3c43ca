import { useProgressWords } from '../../text/use-progress-words.ts';
import { writeCount } from '../../text/write-number.ts';

/** Answers at levels 1 to 5 in their order: a strip with gaps, and the counts under it. */
export function LevelStrip({ levels }: { readonly levels: readonly number[] }) {
  const { language } = useProgressWords();
  const all = levels.reduce((sum, count) => sum + count, 0);
  return (
    <span class="level-strip">
      <span class="strip" aria-hidden="true">
        {levels.map((count, i) =>
          count > 0 ? (
            <span key={i} class={`level-${i + 1}`} style={{ width: `${(100 * count) / all}%` }} />
          ) : null,
        )}
      </span>
      <span>{levels.map((count) => writeCount(count, language)).join(' · ')}</span>
    </span>
  );
}
