import type { Fresh } from '../use-fresh.ts';
import { sayRefusal } from '../text/say-refusal.ts';
import { useWords } from '../text/use-words.ts';

interface FreshNoticeProps {
  readonly fresh: Fresh<unknown>;
  readonly loading: string;
}

/** Says that something is still on its way, or why the newest call brought nothing. */
export function FreshNotice({ fresh, loading }: FreshNoticeProps) {
  const { words } = useWords();
  return (
    <div class="state-line" role="status">
      {fresh.refusal ? (
        <p class="notice warning">
          {sayRefusal(fresh.refusal, words)}{' '}
          <button type="button" class="as-link" onClick={() => void fresh.refresh()}>
            {words.state.retry}
          </button>
        </p>
      ) : (
        fresh.value === null && <p class="notice">{loading}</p>
      )}
    </div>
  );
}
